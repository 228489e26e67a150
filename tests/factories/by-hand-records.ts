import { programActor } from '../../functions/domain/actor.ts';
import { HandPayment } from '../../functions/domain/ledger/hand-payment.ts';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import type { ActingPerson, PaymentAnswer } from '../../functions/domain/ledger/payment-action.ts';
import { figuresOfPayment } from '../../functions/domain/ledger/payment-figures.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import type { ByHandEffects } from '../../functions/remittance/by-hand/by-hand-effects.ts';
import { postByHand } from '../../functions/remittance/by-hand/post-by-hand.ts';
import type { PracticeTasks } from '../../functions/remittance/close-settled-tasks.ts';
import { assignTask } from '../../functions/tasks/assign-task.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from './claims.ts';
import { payer } from './payers.ts';
import { type PostingRecords, postStaged, recordsOf } from './posting-records.ts';
import { practice } from './practices.ts';
import { adjusted, remittance, remittanceClaim } from './remittances.ts';

/** Northwind's remittances come through its own partner or through a clearing house; Cascade has another partner. */
const contracts = [
  payer({ remittancePartnerIds: ['clearing-house'] }),
  payer({ payerId: 'cascade', name: 'Cascade Mutual', partnerId: 'cascade-direct' }),
];

/** The tasks of records in memory, as the store lists and closes them. */
export const tasksIn = (tasks: PostingRecords['tasks']): PracticeTasks => ({
  tasksByStatus: async (practiceId) =>
    [...tasks]
      .filter(([, { outcome }]) => outcome === undefined)
      .map(([taskId, { draft }]) => assignTask(draft, { practiceId, taskId }, practice(), biller.now)),
  closeTask: async ({ taskId }, outcome) => {
    const task = tasks.get(taskId);
    if (task) tasks.set(taskId, { ...task, outcome });
    return task !== undefined;
  },
});

/** What people who act on payments need, on records in memory; `files` by id, as they lie in the bucket. */
export const byHandOn = (
  { effects, payments, tasks }: PostingRecords,
  files: ReadonlyMap<string, string> = new Map(),
): ByHandEffects => ({
  ...effects,
  ...tasksIn(tasks),
  findPractice: async (id) =>
    id === 'maple-street' ? practice({ npi: '1234567893', taxId: '123456789' }) : undefined,
  findPayer: async (_practiceId, payerId) => contracts.find((one) => one.payerId === payerId),
  readPart: async ({ paymentId, tellingId, part }) => {
    const staged = payments.handedOn.get(`${paymentId}/${tellingId}/${part}`);
    if (!staged) throw new TypeError('The part was never handed on');
    return structuredClone(staged);
  },
  readFile: async (_partnerId, fileId) => files.get(fileId),
});

/** A biller who signs with a role of the practice. */
export const biller: ActingPerson = {
  by: programActor('arn:aws:sts::111122223333:assumed-role/MapleStreetBilling/ada', 'maple-street'),
  now: new Date('2026-12-01T15:00:00Z'),
};

/** Three claims that were sent, and no payment yet. */
export const records = (): PostingRecords =>
  recordsOf(['A', 'B', 'C'].map((letter) => claim({ claimId: `C0000000000${letter}1` })));

/** Enters a payment; the queue then finds what was handed on. */
export const enter = async (of: PostingRecords, entry: HandPayment): Promise<PaymentAnswer> => {
  const answer = await postByHand('maple-street', entry, biller, byHandOn(of));
  await postStaged(of);
  return answer;
};

/** A claim of 230.00, of which 200.00 are paid, as an 835 has it. */
export const paidClaim = (letter: string, change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber: `C0000000000${letter}1-1`,
    payerControlNumber: `ICN-${letter}`,
    charge: cents(23_000),
    paid: cents(20_000),
    adjustments: adjusted(['CO', '45', 3_000]),
    lines: undefined,
    ...change,
  });

/** An 835 of 400.00, whatever its claims say. */
export const fileOf400 = (claims: RemittanceClaim[], change: Partial<Remittance> = {}): string =>
  writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [
    remittance(claims, { paid: cents(40_000), ...change }),
  ]);

/** The same claim as a person has it on paper: without the payer's number. */
export const paperClaim = (letter: string, change: object = {}) => ({
  claimNumber: `C0000000000${letter}1-1`,
  charge: 23_000,
  paid: 20_000,
  adjustments: [{ group: 'CO', reason: '45', amount: 3_000 }],
  ...change,
});

/** The check of 400.00 that the 835 tells of, on paper. */
export const paperOf400 = (claims: readonly object[], change: object = {}): HandPayment =>
  HandPayment.parse({
    payerId: 'northwind',
    trace: 'CK0012345',
    date: '2026-03-20',
    amount: 40_000,
    document: 'scan 4711, page 2',
    note: 'came by post',
    claims,
    ...change,
  });

/** What each claim is paid, in the order of the records. */
export const paidOf = ({ claims }: Pick<PostingRecords, 'claims'>): number[] =>
  [...claims.values()].map((one) => claimPosition(one).insurancePaid);

/** The one payment of the records. */
export const onlyPayment = ({ payments }: PostingRecords): Payment => {
  const [payment, ...others] = payments.payments.values();
  if (!payment || others.length > 0) throw new Error(`There are ${others.length} payments beside the first`);
  return payment;
};

/** How the one payment of the records stands. */
export const figuresOf = (records: PostingRecords) =>
  figuresOfPayment(onlyPayment(records), [...records.payments.parts.values()]);

/** The codes of an answer's findings, the refusals' and the others'. */
export const codesOf = (answer: PaymentAnswer): readonly string[] =>
  'findings' in answer ? answer.findings.map(({ code }) => code) : [answer.outcome];
