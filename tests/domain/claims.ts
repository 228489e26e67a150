import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Acknowledgement,
  Adjudication,
  Adjustment,
  Claim,
  NextPayer,
} from '../../functions/domain/claim.ts';
import type { Coverage } from '../../functions/domain/party.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { Practice } from '../../functions/domain/practice.ts';
import type { Task, TaskAction } from '../../functions/domain/task.ts';
import { cents } from '../../functions/edi/money.ts';
import { aClaim, anAdjudication, anOutcome, aTask } from '../tasks/factories.ts';

const sample = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../samples', file), 'utf8'));

export const practice = (change: Partial<Practice> = {}): Practice => ({
  ...Practice.parse(sample('practice.json')),
  ...change,
});

const [northwind] = Payer.array().parse(sample('payers.json'));
if (!northwind) throw new Error('The samples have a payer');

export const payer = (change: Partial<Payer> = {}): Payer => ({ ...northwind, ...change });

const { payerControlNumber: _none, ...neverAnswered } = aClaim();

/** A claim of 150.00 and 80.00 that its payer has taken in and not yet decided. */
export const claim = (change: Partial<Claim> = {}): Claim => ({
  ...neverAnswered,
  claimId: 'C0000000000A1',
  status: 'accepted',
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      modifiers: ['25'],
      units: 1,
      diagnosisPointers: [1, 2],
      charge: cents(15_000),
    },
    {
      lineNumber: 2,
      procedure: '36415',
      modifiers: [],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(8_000),
    },
  ],
  submissions: [
    { number: 1, frequency: '1', fileAccepted: false, sentAt: '2026-10-14T09:00:00.000Z', fileName: 'f' },
  ],
  adjudications: [],
  remittances: 0,
  eligibilityChecks: 0,
  ...change,
});

export const adjustment = (group: Adjustment['group'], reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});

/** The first line is paid but for contract and coinsurance; the second is not paid at all, for `denial`. */
export const adjudication = (
  change: Partial<Adjudication> = {},
  denial: readonly Adjustment[] = [adjustment('CO', '197', 8_000)],
): Adjudication =>
  anAdjudication({
    adjudicationId: 'payment-1/1',
    charge: cents(23_000),
    paid: cents(10_000),
    payerControlNumber: 'ICN900100',
    lines: [
      {
        lineNumber: 1,
        procedure: '99213',
        charge: cents(15_000),
        paid: cents(10_000),
        adjustments: [adjustment('CO', '45', 3_000), adjustment('PR', '2', 2_000)],
        remarks: [],
      },
      {
        lineNumber: 2,
        procedure: '36415',
        charge: cents(8_000),
        paid: cents(0),
        adjustments: [...denial],
        remarks: [],
      },
    ],
    ...change,
  });

/** The same with nothing in dispute: what is not paid is the contract's or the patient's share. */
export const settledAdjudication = (change: Partial<Adjudication> = {}): Adjudication =>
  adjudication(change, [adjustment('CO', '45', 8_000)]);

export const verdict = (outcome: Acknowledgement['outcome']): Acknowledgement => ({
  outcome,
  source: '277CA',
  reasons: [],
});

/** The claim after its 835, by default with a denied line. */
export const adjudicated = (change: Partial<Claim> = {}): Claim =>
  claim({
    status: 'adjudicated',
    adjudications: [adjudication()],
    remittances: 1,
    payerControlNumber: 'ICN900100',
    ...change,
  });

export const reversalOf = (reversed: Adjudication, adjudicationId = `${reversed.adjudicationId}/22`) => {
  const negated = ({ group, reason, amount }: Adjustment): Adjustment => adjustment(group, reason, -amount);
  return {
    ...reversed,
    adjudicationId,
    claimStatusCode: '22',
    charge: cents(-reversed.charge),
    paid: cents(-reversed.paid),
    adjustments: reversed.adjustments.map(negated),
    lines: reversed.lines.map((line) => ({
      ...line,
      charge: cents(-line.charge),
      paid: cents(-line.paid),
      adjustments: line.adjustments.map(negated),
    })),
  } satisfies Adjudication;
};

/** A decided task of the claim. */
export const decidedTask = (action: TaskAction, change: Partial<Task> = {}): Task =>
  aTask({
    taskId: 'C0000000000A1-0-denial',
    claimId: 'C0000000000A1',
    status: 'done',
    outcome: anOutcome({ action, note: 'As agreed with the supervisor' }),
    ...change,
  });

const { outcome: _undecided, ...open } = decidedTask('write-off');

export const undecidedTask: Task = { ...open, status: 'open' };

export const secondCoverage: Coverage = {
  payerId: 'cascade',
  responsibility: 'S',
  memberId: 'CM5520188',
  relationship: 'self',
};

export const nextPayer: NextPayer = {
  coverage: secondCoverage,
  payerName: 'Cascade Mutual',
  claimFilingIndicator: 'BL',
};
