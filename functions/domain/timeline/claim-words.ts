import { cents } from '../../edi/money.ts';
import { dollars } from '../claim/written.ts';
import type { ClaimEvent } from '../claim.ts';

type Detail = ClaimEvent['detail'];

const text = (value: Detail[string] | undefined): string => (value === undefined ? '' : String(value));

const money = (value: Detail[string] | undefined): string =>
  typeof value === 'number' ? dollars(cents(value)) : 'an amount';

/** A word with what follows it, where there is something. */
const after = (word: string, value: Detail[string] | undefined): string =>
  text(value) === '' ? '' : ` ${word} ${text(value)}`;

const transmission = ({ submission }: Detail): string =>
  `transmission${after('', submission)}`.replace(/ {2}/, ' ');

const posted = (detail: Detail): string =>
  `the payer paid ${money(detail.paid)}; ${money(detail.open)} is open${after('by payment', detail.trace)}`;

/** What each event of a claim's history says, in a sentence without its period. */
export const claimEventWords: Readonly<Record<string, (detail: Detail) => string>> = {
  generated: ({ after: before, insteadOf }) =>
    `The claim was made${after('after claim', before)}${after('instead of claim', insteadOf)}`,
  forwarded: ({ after: before }) => `The payer before forwarded the claim${after('after claim', before)}`,
  'lifecycle-started': () => 'The claim began its way to the payer',
  'eligibility-answered': ({ outcome, reason }) =>
    `The payer answered about coverage: ${text(outcome)}${after('by', reason)}`,
  submitted: (detail) => `Sent to the payer as ${transmission(detail)}`,
  'not-sent': (detail) => `Not sent as ${transmission(detail)}:${after('', detail.reasons)}`,
  'found-sent': (detail) =>
    `Found as ${transmission(detail)} in a file that went out, of which the records did not know`,
  'not-in-file': (detail) =>
    `Not sent after all: ${transmission(detail)} does not stand in the file named; it goes out again`,
  'set-refused': (detail) =>
    `The file of ${transmission(detail)} was refused for another claim; it goes out again`,
  'batch-sent-again': (detail) => `Sent again after the file of ${transmission(detail)} was refused`,
  'file-accepted': (detail) =>
    `The file of ${transmission(detail)} was accepted${after('by', detail.source)}`,
  accepted: (detail) => `The payer accepted ${transmission(detail)}${after('by', detail.source)}`,
  rejected: (detail) =>
    `The payer rejected ${transmission(detail)}${after('by', detail.source)}${after('for', detail.reasons)}`,
  'payer-number-given': () => 'The payer gave the claim a number of its own',
  'status-answered': ({ outcome, reason }) =>
    `The payer answered a status inquiry: ${text(outcome)}${after('by', reason)}`,
  'status-answered-late': ({ outcome, reason }) =>
    `The payer answered an earlier status inquiry late: ${text(outcome)}${after('by', reason)}`,
  'status-unanswered': () => 'The payer did not answer a status inquiry in time',
  'remittance-posted': (detail) => `A remittance was posted: ${posted(detail)}`,
  'remittance-reversed': (detail) => `A remittance took back an earlier decision: ${posted(detail)}`,
  'recovery-posted': ({ amount, trace }) =>
    `The payer took back ${money(amount)} beside its claims${after('with payment', trace)}`,
  'appeal-answered': ({ appealOutcome }) => `The payer answered the appeal${after('with', appealOutcome)}`,
  'refund-recorded': ({ amount }) => `${money(amount)} was paid back to the payer`,
  'refund-withdrawn': ({ amount }) => `The refund of ${money(amount)} was withdrawn`,
  'billed-again': (detail) => `Billed again as ${transmission(detail)}`,
  'prior-payer-restated': () => 'A payer before this one decided otherwise than it was told',
  'billed-to-patient': ({ amount }) => `${money(amount)} was billed to the patient`,
  'billed-to-next-payer': ({ nextClaimId, insteadClaimId }) =>
    `Billed to another payer${after('by claim', nextClaimId ?? insteadClaimId)}`,
  'billed-to-other-payer': ({ insteadClaimId }) =>
    `Another payer is billed in this one’s place${after('by claim', insteadClaimId)}`,
  'billed-after-all': () => 'The claim is billed after all',
  'taken-back': () => 'The claim was taken back',
  closed: ({ end }) => `Closed: ${text(end).replaceAll('-', ' ')}`,
  'decision-undone': () => 'A decision was taken back',
  // What people decide about a claim; the event is called after the decision.
  resubmit: () => 'Corrected, to be sent again',
  appeal: () => 'An appeal was sent',
  'bill-next-payer': () => 'The next payer is to be billed',
  'bill-other-payer': () => 'Another payer is to be billed in its place',
  'bill-patient': () => 'The patient is to be billed',
  'write-off': () => 'Written off',
  'keep-waiting': () => 'The wait for the payer goes on',
  'decide-parts': () => 'What is open was decided part by part',
  withdraw: () => 'News settled what was asked',
  'let-stand': () => 'The decision stands as it is',
  void: () => 'The claim is to be voided with the payer',
};

/** An event of a claim in words; one that has none yet says its name. */
export const describeClaimEvent = ({ type, detail }: Pick<ClaimEvent, 'type' | 'detail'>): string => {
  const words = claimEventWords[type]?.(detail) ?? type.replaceAll('-', ' ');
  const note = text(detail.note).trim();
  return note === '' ? words : `${words}: ${note}`;
};
