import { levelOf } from '../domain/appeals/levels.ts';
import { informationDueOn, lastDayUnder } from '../domain/calendar/clocks.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { Claim } from '../domain/claim.ts';
import { lastWordOn } from '../domain/follow-up/awaited-word.ts';
import type { PayerStatus, StatusOutcome } from '../domain/follow-up/payer-status.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import type { ActionLimit } from '../domain/tasks/action-limit.ts';
import { informationLimit, limitsOf } from '../domain/tasks/limits-of-claim.ts';
import { toDollars } from '../edi/money.ts';
import { reasonOf } from './read-status.ts';
import { deskFor, requestInWords } from './requested-information.ts';
import { meaningOf } from './status-categories.ts';

type Draft = TaskDraft<ClaimAction>;

/** Why a person is asked about a claim that its payer has not paid: what the payer asks for, owes, or left unsaid. */
export const describeFollowUp = (claim: Claim, payer: Payer): Draft => {
  const word = lastWordOn(claim);
  if (word?.outcome === 'information-requested') return describeRequest(claim, payer, word);
  if (word?.outcome === 'finalized') return describeMissingRemittance(claim, payer, word);
  return describeSilence(claim, payer, word);
};

const heardOn = ({ on, at }: PayerStatus): CalendarDate => on ?? at.slice(0, 10);

const toReason = (one: PayerStatus['codes'][number]): TaskReason => ({
  code: reasonOf({ codes: [one] }),
  text: meaningOf(one.category).means,
});

/** The first appeal of a decision whose 835 has not come. */
const appealOfUnsent = (payer: Payer, startedOn: CalendarDate): readonly ActionLimit[] => {
  const limit = levelOf(1, payer);
  if (limit === undefined) return [];
  const { days, from } = limit;
  const lastDay = lastDayUnder(limit, startedOn);
  return [{ action: 'keep-waiting', name: 'appeal', level: 1, days, from, startedOn, lastDay }];
};

const describeRequest = (claim: Claim, payer: Payer, word: PayerStatus): Draft => {
  const asked = word.codes.filter(({ category }) => meaningOf(category).outcome === 'information-requested');
  const due = informationDueOn(payer, heardOn(word));
  const number = claim.payerControlNumber ? `, naming its number ${claim.payerControlNumber}` : '';
  return {
    kind: 'information-requested',
    owner: deskFor(asked),
    title: `${payer.name} asks for something before it decides`,
    reasons: asked.map((one) => ({ code: reasonOf({ codes: [one] }), text: requestInWords(one) })),
    advice: `Send what is asked for${due ? ` by ${due}` : ', within the time that the payer’s letter names'}${number}: by mail, fax or its portal, and then wait on; or send the claim again with the document announced on it (PWK with a control number, which stands on the document, too).`,
    actions: ['keep-waiting', 'resubmit', 'write-off'],
    limits: [...limitsOf(claim, { payer }), ...informationLimit(payer, heardOn(word))],
  };
};

/** A denial's time to appeal runs from the decision, whether its 835 comes or not. */
const describeMissingRemittance = (claim: Claim, payer: Payer, word: PayerStatus): Draft => {
  const isDenied = word.codes.some(({ category }) => meaningOf(category).ended === 'denied');
  const told = [
    ...(word.paid !== undefined ? [`$${toDollars(word.paid)} paid`] : []),
    ...(word.trace ? [`by check or transfer ${word.trace}`] : []),
  ];
  return {
    kind: 'missing-remittance',
    owner: 'biller',
    title: `${payer.name} decided by ${heardOn(word)}, and no remittance has come`,
    reasons: [
      ...word.codes.map(toReason),
      ...(told.length > 0 ? [{ code: '277', text: `As the payer says: ${told.join(' ')}` }] : []),
    ],
    advice: `Look for the payment at the bank and on the payer’s portal. Ask the payer to send the 835 again and whether the enrolment for it stands; or post the payment from its EOB by hand (POST /v1/practices/${claim.practiceId}/payments): an 835 that comes later is then known as the same payment.`,
    actions: ['keep-waiting', 'resubmit', 'write-off'],
    limits: [...limitsOf(claim, { payer }), ...(isDenied ? appealOfUnsent(payer, heardOn(word)) : [])],
  };
};

type Advice = { readonly title: (payer: Payer) => string; readonly advice: string };

/** What the payer's last word calls for, where asking once more would bring the same. */
const adviceAfter: Partial<Record<StatusOutcome, Advice>> = {
  'not-found': {
    title: ({ name }) => `${name} does not find the claim`,
    advice:
      'Check member number, name and dates against the 271, and call the payer. If it has no such claim, send it again: no filing clock has stopped. If it has, wait on.',
  },
  rejected: {
    title: ({ name }) => `${name} has rejected the claim`,
    advice: 'Correct what the reasons name and send the claim again. It gets no remittance as it is.',
  },
  'inquiry-refused': {
    title: ({ name }) => `${name} cannot answer our status inquiries as they are`,
    advice:
      'The inquiry, not the claim, is in error. Check member number, names and the enrolment with the partner, ask the payer by phone, and wait on.',
  },
  unclear: {
    title: ({ name }) => `${name} says of the claim what is not known here`,
    advice: 'Ask the payer what it means by the codes, and then wait on, send the claim again or correct it.',
  },
};

/** The biller's work when a payer neither pays nor says why, knows nothing of the claim, or is not understood. */
const describeSilence = (claim: Claim, payer: Payer, word: PayerStatus | undefined): Draft => {
  const after = word && adviceAfter[word.outcome];
  const asked = claim.followUps - claim.followUpsForgiven;
  return {
    kind: 'no-answer',
    owner: 'biller',
    title:
      after?.title(payer) ??
      (claim.status === 'appealed'
        ? `No answer from ${payer.name} to the appeal, after ${asked} status inquiries`
        : `No remittance from ${payer.name} after ${asked} status inquiries`),
    reasons: word ? word.codes.map(toReason) : [{ code: '277', text: 'No answer came to any inquiry' }],
    advice:
      after?.advice ??
      'Call the payer. Wait on if it confirms the claim; send it again if it has none; send what it asks for.',
    actions:
      after && word.outcome !== 'inquiry-refused'
        ? ['resubmit', 'keep-waiting', 'write-off']
        : ['keep-waiting', 'resubmit', 'write-off'],
    limits: limitsOf(claim, { payer }),
  };
};
