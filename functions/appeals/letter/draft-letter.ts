import { disputedAmount } from '../../domain/appeals/appeal-answer.ts';
import { appealDelivery, appealLevel, levelName } from '../../domain/appeals/levels.ts';
import { unknown } from '../../domain/appeals/unknown-marks.ts';
import { day, dollars } from '../../domain/claim/written.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import { remarksOf } from '../../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../../domain/ledger/effective-decision.ts';
import type { Address } from '../../domain/party.ts';
import { disputedOf } from '../../domain/position.ts';
import { type AppealFacts, wordsOf } from './appeal-facts.ts';
import { rootsOf } from './denial-root.ts';
import { disputeInWords, groundsFor } from './paragraphs.ts';

/** An address as it stands on paper. */
export const addressLines = ({ line1, line2, city, state, postalCode }: Address): readonly string[] => [
  line1,
  ...(line2 ? [line2] : []),
  `${city}, ${state} ${postalCode.length > 5 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode}`,
];

/** To whom it goes. An address that nobody knows is asked for only where the contract says that it goes by mail. */
const addressee = ({ claim, payer, practice }: AppealFacts): readonly string[] => {
  const { ways, to, address, fax, portal } = appealDelivery(appealLevel(claim), payer, practice);
  return [
    payer.name,
    ...(to ? [to] : []),
    ...(address ? addressLines(address) : ways[0] === 'mail' ? [unknown('the address for appeals')] : []),
    ...(fax ? [`By fax: ${fax}`] : []),
    ...(portal ? [`By portal: ${portal}`] : []),
  ];
};

const subject = (facts: AppealFacts): readonly string[] => {
  const { claim, payer } = facts;
  const { patient, coverage, renderingProvider: provider } = claim;
  const decided = effectiveAdjudication(claim);
  const number = claim.submissions.at(-1)?.number ?? 1;
  const name = levelName(appealLevel(claim), payer);
  return [
    `Re: ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `Patient: ${[patient.firstName, patient.middleName, patient.lastName, patient.suffix].filter(Boolean).join(' ')}, born ${day(patient.dateOfBirth)}`,
    `Member number: ${coverage.memberId}`,
    `Our claim number: ${patientControlNumber(claim.claimId, number)}`,
    `Your claim number: ${decided?.payerControlNumber ?? claim.payerControlNumber ?? unknown('the payer’s claim number')}`,
    `Date of service: ${day(claim.dateOfService)}`,
    `Rendering provider: ${provider.firstName} ${provider.lastName}, NPI ${provider.npi}`,
    decided
      ? `Your decision: ${day(decided.paymentDate)}, payment ${decided.traceNumber}`
      : `Your decision: ${unknown('its date')}`,
    `Amount in dispute: ${dollars(disputedAmount(claim))}`,
  ];
};

const remarks = ({ claim, reasons }: AppealFacts): readonly string[] => {
  const decided = effectiveAdjudication(claim);
  return (decided ? remarksOf(decided) : []).map((code) => {
    const words = wordsOf(code, reasons);
    return `- remark ${code}${words ? `: ${words}` : ''}`;
  });
};

/** A level above the first asks about an answer, not about the first decision alone. */
const opening = ({ claim, payer, practice }: AppealFacts): string => {
  const level = appealLevel(claim);
  const before = claim.appeals?.at(-1);
  const said = before?.answer ? `, which you answered on ${day(before.answer.on)}` : '';
  return level > 1 && before
    ? `${practice.name} does not accept the answer to its ${levelName(before.level, payer)} of ${day(before.sent.on)}${said}, and asks for a ${levelName(level, payer)}.`
    : `${practice.name} asks for ${/^[aeiou]/.test(levelName(level, payer)) ? 'an' : 'a'} ${levelName(level, payer)} of your decision on the claim above.`;
};

/**
 * The letter of an appeal, drafted from the facts of the claim: who and what, the payer's reasons, the grounds by the root
 * of the denial with the note's own words, and what is asked. What no record holds stands in double brackets.
 */
export const draftLetter = (facts: AppealFacts): string =>
  [
    addressee(facts).join('\n'),
    subject(facts).join('\n'),
    'To whom it may concern:',
    opening(facts),
    ['These services are in dispute:', ...disputeInWords(facts, wordsOf), ...remarks(facts)].join('\n'),
    ...groundsFor(rootsOf(disputedOf(facts.claim)), facts),
    `We ask you to reverse your decision and to pay what is in dispute, ${dollars(disputedAmount(facts.claim))} of charges, by the terms that apply. The table of contents lists what is enclosed.`,
    `Sincerely,\n\n${facts.practice.name}\nPhone ${facts.practice.phone.replace(/^(\d{3})(\d{3})/, '$1-$2-')}`,
  ].join('\n\n');
