import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billPatientByDecision, billPatientShare } from '../../../functions/claims/bill-patient.ts';
import { closeClaim } from '../../../functions/claims/close-claim.ts';
import { decideParts } from '../../../functions/claims/parts/decide-parts.ts';
import { writeOffClaim } from '../../../functions/claims/parts/write-off-claim.ts';
import { settleClaim } from '../../../functions/claims/settle-claim.ts';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { type Entry, entriesBetween, moneyOf } from '../../../functions/domain/ledger/entry.ts';
import { claimPosition, disputedOf, isSettled } from '../../../functions/domain/position.ts';
import type { PartDecision } from '../../../functions/domain/tasks/decided-part.ts';
import { checkParts, openParts } from '../../../functions/domain/tasks/open-parts.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';
import { adjudicated } from '../../factories/claims.ts';
import { nextPayer, payer } from '../../factories/payers.ts';
import { anOutcome, decidedTask } from '../../factories/tasks.ts';

/** A claim of two lines: PR-96 on the first, CO-97 on the second. */
const [visit, test] = adjudication().lines;
if (!visit || !test) throw new TypeError('The decision of the tests has two lines');
const mixed = adjudicated({
  adjudications: [
    adjudication({
      paid: cents(0),
      lines: [
        {
          ...visit,
          paid: cents(0),
          adjustments: [adjustment('PR', '96', 13_000), adjustment('PR', '2', 2_000)],
        },
        { ...test, adjustments: [adjustment('CO', '97', 8_000)] },
      ],
    }),
  ],
});

let count = 0;
const taskOf = (parts: readonly PartDecision[]) =>
  decidedTask('decide-parts', {
    taskId: `T${count++}`,
    outcome: anOutcome({
      action: 'decide-parts',
      note: 'As the policy of the plan has it',
      writeOffReason: 'bundled',
      parts: [...parts],
    }),
  });

const decidedOn = (claim: Claim, ...parts: readonly PartDecision[]): Claim =>
  decideParts(claim, taskOf(parts))?.claim ?? claim;

const toPatient: PartDecision = {
  line: 1,
  group: 'PR',
  reason: '96',
  amount: cents(13_000),
  action: 'bill-patient',
};
const away: PartDecision = { line: 2, group: 'CO', reason: '97', amount: cents(8_000), action: 'write-off' };

describe('a decision by line', () => {
  it('bills the patient for one line and writes off the other, and the claim is settled', () => {
    const done = decidedOn(mixed, toPatient, away);
    expect(claimPosition(done)).toMatchObject({ writtenOff: 8_000, patientBalance: 15_000, open: 0 });
    expect([isSettled(done), settleClaim(done, payer())]).toEqual([true, 'patient']);
    expect(done.writeOffs).toMatchObject([
      { amount: 8_000, code: 'bundled', parts: [{ line: 2, reason: '97' }] },
    ]);
    expect(billPatientShare(done)).toBeUndefined();
    expect(closeClaim(done)?.claim).toMatchObject({ status: 'closed', end: 'billed-to-patient' });
  });

  it('leaves the rest open, with what is left of each adjustment', () => {
    const half = decidedOn(mixed, { ...away, amount: cents(3_000) });
    expect(claimPosition(half)).toMatchObject({ writtenOff: 3_000, open: 18_000 });
    expect(settleClaim(half, payer())).toBe('open-amount');
    expect(disputedOf(half).map(({ reason, amount }) => [reason, amount])).toEqual([
      ['96', 13_000],
      ['97', 5_000],
    ]);
  });

  it('counts no more once the payer decides anew', () => {
    const half = decidedOn(mixed, { ...away, amount: cents(3_000) });
    const anew: Adjudication = adjudication({ adjudicationId: 'anew', submissionNumber: 2 });
    const submissions = [...half.submissions, { number: 2, frequency: '7', fileAccepted: true } as const];
    const decided = { ...half, submissions, adjudications: [...half.adjudications, anew] };
    expect(claimPosition(decided).writtenOff).toBe(0);
    expect(openParts(decided)).toMatchObject([{ reason: '197', amount: 8_000 }]);
  });

  it('applied again, or to a claim from which the money has gone, moves nothing more', () => {
    const task = taskOf([away]);
    const once = decideParts(mixed, task)?.claim ?? mixed;
    expect(decideParts(once, task)).toBeUndefined();
    const twice = decidedOn(once, away);
    expect(claimPosition(twice)).toEqual(claimPosition(once));
  });

  it('of the whole afterwards takes what is left, and no cent twice', () => {
    const half = decidedOn(
      mixed,
      { ...away, amount: cents(3_000) },
      { ...toPatient, action: 'write-off', amount: cents(1_000) },
    );
    const billed = billPatientByDecision(half, decidedTask('bill-patient', { taskId: 'B' }))?.claim ?? half;
    expect(claimPosition(billed)).toMatchObject({ patientBalance: 14_000, writtenOff: 4_000, open: 5_000 });
    const none = writeOffClaim(billed, decidedTask('write-off', { taskId: 'W' }))?.claim ?? billed;
    expect(claimPosition(none)).toMatchObject({ writtenOff: 9_000, open: 0 });
    expect(disputedOf(none)).toEqual([]);
  });
});

describe('what may be decided', () => {
  it.each<[string, Claim, PartDecision[], string]>([
    ['more than an adjustment', mixed, [{ ...away, amount: cents(8_001) }], 'more than is left'],
    ['an adjustment twice over', mixed, [away, away], 'more than is left'],
    ['what the payer did not adjust', mixed, [{ ...away, reason: '50' }], 'Nothing of this adjustment'],
    ['CO to the patient', mixed, [{ ...away, action: 'bill-patient' }], 'not the patient’s'],
    [
      'PR to the patient before the next payer',
      { ...mixed, nextPayers: [nextPayer] },
      [toPatient],
      'not the patient’s',
    ],
  ])('is never %s', (_, claim, decisions, detail) => {
    expect(checkParts(claim, decisions)[0]?.detail).toContain(detail);
  });

  it('is what is open', () => {
    expect(checkParts(mixed, [toPatient, away])).toEqual([]);
  });
});

/** Decisions that people may try, of adjustments that there are and are not, of any size. */
const attempts: fc.Arbitrary<readonly PartDecision[]> = fc.array(
  fc.record({
    line: fc.constantFrom(1, 2, 3),
    group: fc.constantFrom('CO', 'PR', 'OA'),
    reason: fc.constantFrom('96', '97', '50', '197'),
    amount: fc.integer({ min: 1, max: 12_000 }).map(cents),
    action: fc.constantFrom('write-off', 'bill-patient'),
  }),
  { maxLength: 4 },
);

type Disputed = readonly [line: number, group: 'CO' | 'PR' | 'OA', reason: string, amount: number];

const disputes: fc.Arbitrary<readonly Disputed[]> = fc.array(
  fc.tuple(
    fc.constantFrom(1, 2),
    fc.constantFrom('CO', 'PR', 'OA'),
    fc.constantFrom('96', '97', '50', '197'),
    fc.integer({ min: 1, max: 5_000 }),
  ),
  { maxLength: 5 },
);

const claimWith = (list: readonly Disputed[]): Claim => {
  const on = (line: number) => list.filter((one) => one[0] === line);
  const sumOf = (line: number) => on(line).reduce((total, [, , , amount]) => total + amount, 0);
  const lines = [visit, test].map((one, at) => ({
    ...one,
    lineNumber: at + 1,
    charge: cents(10_000 + sumOf(at + 1)),
    paid: cents(10_000),
    adjustments: on(at + 1).map(([, group, reason, amount]) => adjustment(group, reason, amount)),
  }));
  const total = cents(20_000 + sumOf(1) + sumOf(2));
  const claim = adjudicated();
  return {
    ...claim,
    lines: claim.lines.map((line, at) => ({ ...line, charge: cents(10_000 + sumOf(at + 1)) })),
    adjudications: [adjudication({ charge: total, paid: cents(20_000), lines })],
  };
};

it('any sequence of decisions moves no more than is open: what is decided and what is open is what the payer left', () => {
  fc.assert(
    fc.property(disputes, fc.array(attempts, { maxLength: 6 }), (list, rounds) => {
      const start = claimWith(list);
      // The model: pots of money by their place, out of which people take until they are empty.
      const pots = new Map<string, number>();
      for (const [line, group, reason, amount] of list)
        pots.set(`${line}${group}${reason}`, (pots.get(`${line}${group}${reason}`) ?? 0) + amount);
      const left = [...pots.values()].reduce((a, b) => a + b, 0);
      const taken = { 'write-off': 0, 'bill-patient': 0 };
      let claim = start;
      const entries: Entry[] = entriesBetween(undefined, start);
      for (const round of rounds) {
        for (const { line, group, reason, amount, action } of round) {
          const pot = pots.get(`${line}${group}${reason}`) ?? 0;
          const moved = action === 'bill-patient' && group !== 'PR' ? 0 : Math.min(pot, amount);
          pots.set(`${line}${group}${reason}`, pot - moved);
          taken[action] += moved;
        }
        const next = decidedOn(claim, ...round);
        entries.push(...entriesBetween(claim, next));
        claim = next;
        const { charge, insurancePaid, adjustments, writtenOff, receivable, patientBalance, open } =
          claimPosition(claim);
        expect([writtenOff, patientBalance]).toEqual([taken['write-off'], taken['bill-patient']]);
        expect(open).toBe(left - writtenOff - patientBalance);
        expect(open).toBeGreaterThanOrEqual(0);
        expect(insurancePaid + adjustments + writtenOff + receivable + patientBalance + open).toBe(charge);
        expect(
          new Map(
            openParts(claim).map(({ line, group, reason, amount }) => [`${line}${group}${reason}`, amount]),
          ),
        ).toEqual(new Map([...pots].filter(([, amount]) => amount > 0)));
        expect(isSettled(claim)).toBe(open === 0);
      }
      const { adjudications, writeOffs, patientBilled, patientBilledParts } = moneyOf(entries);
      expect(claimPosition({ ...claim, adjudications, writeOffs, patientBilled })).toEqual(
        claimPosition(claim),
      );
      expect(patientBilledParts ?? []).toEqual(claim.patientBilledParts ?? []);
    }),
    { numRuns: 500 },
  );
});
