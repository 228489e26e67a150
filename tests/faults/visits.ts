import type { Claim } from '../../functions/domain/claim.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import { directoryOf, type PayerDirectory, PayerRules } from '../../local/payer-simulator/payer-rules.ts';
import { openClaim } from '../factories/batches/queued-claims.ts';
import { nextPayer } from '../factories/payers.ts';
import { anOutcome } from '../factories/tasks.ts';

/** What becomes of a visit: how its payer takes it, and what its desk decides, by the kind of the task. */
export type Story = {
  readonly name: string;
  readonly visits: number;
  readonly payerId?: string;
  readonly hasSecond?: true;
  readonly rules?: readonly { readonly when?: object; readonly result: object }[];
  readonly claim?: Partial<Claim>;
  readonly share?: object;
  readonly decisions?: Readonly<Record<string, Partial<TaskOutcome>>>;
};

const denied = (reason: string, group = 'CO') => ({ kind: 'deny-claim', group, reason });
const unauthorized = { lacks: 'prior-authorization' };
const authorized: Partial<TaskOutcome> = { action: 'resubmit', correction: { priorAuthorization: 'AUTH7' } };
const givenUp: Partial<TaskOutcome> = { action: 'write-off', writeOffReason: 'other' };

/** A small practice's fortnight, with each thing that payers do to a claim. */
export const stories: readonly Story[] = [
  { name: 'paid', visits: 3 },
  { name: 'shared with the patient', visits: 2, share: { coinsurancePercent: 20 } },
  {
    name: 'denied, sent again',
    visits: 2,
    rules: [{ when: unauthorized, result: denied('197') }],
    decisions: { denial: authorized },
  },
  {
    name: 'denied, written off',
    visits: 1,
    rules: [{ result: denied('96') }],
    decisions: { denial: givenUp },
  },
  {
    name: 'denied, the patient owes',
    visits: 1,
    rules: [{ result: denied('204', 'PR') }],
    decisions: { denial: { action: 'bill-patient' } },
  },
  {
    name: 'a line denied',
    visits: 1,
    rules: [
      {
        when: { procedures: ['36415'] },
        result: { kind: 'deny-line', group: 'CO', reason: '97', remarks: ['M15'] },
      },
    ],
    decisions: { denial: givenUp },
  },
  {
    name: 'rejected by the front end',
    visits: 1,
    rules: [{ when: unauthorized, result: { kind: 'refuse', category: 'A7', status: '252' } }],
    decisions: { rejection: authorized },
  },
  { name: 'split', visits: 2, rules: [{ result: { kind: 'split' } }] },
  { name: 'second payer', visits: 2, hasSecond: true, share: { coinsurancePercent: 20 } },
  {
    name: 'crossover',
    visits: 1,
    hasSecond: true,
    share: { coinsurancePercent: 20 },
    rules: [{ result: { kind: 'forward', afterDays: 3 } }],
  },
  {
    name: 'corrected later',
    visits: 2,
    rules: [{ result: { kind: 'revise', afterDays: 5, allowedPercent: 80 } }],
  },
  {
    name: 'taken back',
    visits: 1,
    rules: [{ result: { kind: 'take-back', afterDays: 4, percent: 40 } }],
    decisions: { denial: givenUp },
  },
  {
    name: 'silent until asked',
    visits: 1,
    rules: [{ result: { kind: 'hold', remitDaysAfterInquiry: 3 } }],
  },
  {
    name: 'silent for ever',
    visits: 1,
    rules: [{ result: { kind: 'ignore' } }],
    decisions: { 'no-answer': givenUp },
  },
  { name: 'paid late, with interest', visits: 1, rules: [{ result: { kind: 'interest', amount: 137 } }] },
  {
    name: 'a set refused',
    visits: 1,
    payerId: 'prairie',
    claim: { patient: { ...openClaim(1).patient, patientId: 'P-9', lastName: 'O_Hara' } },
    decisions: { rejection: { action: 'resubmit', correction: { patientLastName: 'OHara' } } },
  },
  // Alone in its file, each is a task of its own.
  {
    name: 'a batch refused whole',
    visits: 2,
    payerId: 'harbor',
    decisions: { rejection: { action: 'resubmit' } },
  },
];

/** A visit with its story. */
export type Visit = { readonly story: Story; readonly claim: Claim };

export const visitsOf = (): readonly Visit[] =>
  stories
    .flatMap((story) => Array.from({ length: story.visits }, () => story))
    .map((story, at) => ({ story, claim: claimOf(story, at + 1) }));

const claimOf = ({ payerId = 'northwind', hasSecond, claim = {} }: Story, number: number): Claim => {
  const first = openClaim(number, { status: 'ready', createdAt: '2026-10-14T08:00:00.000Z', ...claim });
  const second = { ...nextPayer.coverage, memberId: `CM${number}` };
  return {
    ...first,
    payerId,
    coverage: { ...first.coverage, payerId },
    nextPayers: hasSecond ? [{ ...nextPayer, coverage: second }] : [],
  };
};

/** The payers with their members, and with what each does to the claims of one story. */
export const payersOf = (visits: readonly Visit[]): PayerDirectory =>
  directoryOf(['northwind', 'cascade', 'harbor', 'prairie'].map((payerId) => payerOf(payerId, visits)));

const names: Readonly<Record<string, string>> = {
  northwind: 'Northwind Health Plan',
  cascade: 'Cascade Mutual',
  harbor: 'Harbor Senior Part B',
  prairie: 'Prairie',
};

const payerOf = (payerId: string, visits: readonly Visit[]): PayerRules => {
  const own = visits.flatMap(({ story, claim }) =>
    [claim.coverage, ...claim.nextPayers.map(({ coverage }) => coverage)]
      .filter((coverage) => coverage.payerId === payerId)
      .map((coverage) => ({ story, claim, coverage })),
  );
  return PayerRules.parse({
    ...{ payerId, name: names[payerId], taxId: '990210001', phone: '6145550170' },
    address: { line1: '1 Compass Plaza', city: 'Columbus', state: 'OH', postalCode: '43215' },
    controlNumberPrefix: payerId.slice(0, 2).toUpperCase(),
    allowedPercentOfCharge: 70,
    refusedCharacters: payerId === 'prairie' ? '_' : '',
    answerDays: { remittance: 6 },
    members: own.map(({ story, claim, coverage }) => ({
      memberId: coverage.memberId,
      lastName: claim.patient.lastName.replace('_', ''),
      firstName: claim.patient.firstName,
      dateOfBirth: claim.patient.dateOfBirth,
      activeFrom: '2024-01-01',
      ...(coverage.responsibility === 'P' && story.share),
    })),
    rules: own.flatMap(({ story: { name, rules = [] }, coverage: { memberId, responsibility } }) =>
      responsibility === 'P'
        ? rules.map(({ when = {}, result }) => ({ name, when: { memberIds: [memberId], ...when }, result }))
        : [],
    ),
  });
};

/** What a desk decides about a task; it waits on where its story has nothing to say of a claim that is silent. */
export const decisionOn = (visits: readonly Visit[], task: Task): TaskOutcome | undefined => {
  const said = saidOn(visits, task);
  const at = new Date().toISOString();
  return said && anOutcome({ note: 'Decided by the desk', ...said, at });
};

const saidOn = (
  visits: readonly Visit[],
  { kind, encounterId, actions }: Task,
): Partial<TaskOutcome> | undefined => {
  if (actions.includes('send-again')) return { action: 'send-again' };
  if (actions.includes('start-again')) return { action: 'start-again' };
  const visit = visits.find(({ claim }) => claim.encounterId === encounterId);
  const planned = visit?.story.decisions?.[kind];
  if (planned) return planned;
  return actions.includes('keep-waiting') ? { action: 'keep-waiting' } : undefined;
};
