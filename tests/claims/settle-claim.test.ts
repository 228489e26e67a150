import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billPatientByDecision, billPatientShare } from '../../functions/claims/bill-patient.ts';
import { closeClaim } from '../../functions/claims/close-claim.ts';
import { writeOffClaim } from '../../functions/claims/parts/write-off-claim.ts';
import { settleClaim as settle } from '../../functions/claims/settle-claim.ts';
import { handOnClaim } from '../../functions/coordination/bill-next-payer.ts';
import { claimForNextPayer } from '../../functions/coordination/next-claim.ts';
import { Claim } from '../../functions/domain/claim.ts';
import { isSameClaim } from '../../functions/domain/ids.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, adjustment, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { claims } from '../factories/random-claims.ts';
import { biller, decidedTask } from '../factories/tasks.ts';

const settled = (change: Partial<Claim> = {}): Claim =>
  adjudicated({ adjudications: [settledAdjudication()], ...change });

const settleClaim = (of: Claim) => settle(of, payer());

const own = { payerName: 'Northwind Health Plan', claimFilingIndicator: 'CI' };

const writtenOff = (before: Claim): Claim => writeOffClaim(before, decidedTask('write-off'))?.claim ?? before;

describe('settling a claim', () => {
  it('brings an open amount to a person', () => {
    expect(settleClaim(adjudicated())).toBe('open-amount');
  });

  it('bills the next payer what the first leaves to the patient', () => {
    expect(settleClaim(settled({ nextPayers: [nextPayer] }))).toBe('next-payer');
  });

  it('bills the patient where somebody decided that the next payer is not billed', () => {
    const decisions = [{ taskId: 'C0000000000A1-0-denial', action: 'bill-patient', by: biller }];
    expect(settleClaim(settled({ nextPayers: [nextPayer], decisions }))).toBe('patient');
  });

  it('knows that decision though a later one was taken back, and forgets it where it was taken back itself', () => {
    const billed = { taskId: 'C0000000000A1-0-denial', action: 'bill-patient', by: biller };
    const later = { taskId: 'C0000000000A1-1-no-answer', action: 'keep-waiting', by: biller };
    const settledAfter = (...decisions: Claim['decisions']) =>
      settleClaim(settled({ nextPayers: [nextPayer], decisions }));
    expect(settledAfter(billed, later, { ...later, action: 'undo' })).toBe('patient');
    expect(settledAfter(billed, { ...billed, action: 'undo' })).toBe('next-payer');
  });

  it('bills the patient when nobody else covers the visit', () => {
    expect(settleClaim(settled())).toBe('patient');
  });

  it('ends when nobody owes anything', () => {
    const noShare = adjudication({
      lines: [],
      paid: cents(20_000),
      adjustments: [adjustment('CO', '45', 3_000)],
    });
    expect(settleClaim(settled({ adjudications: [noShare], nextPayers: [nextPayer] }))).toBe('zero');
  });

  it('goes back to a person when amounts of opposite sign are disputed that add up to nothing', () => {
    const disputed = adjudication({
      lines: [],
      paid: cents(23_000),
      adjustments: [adjustment('CO', '97', 3_000), adjustment('CO', '94', -3_000)],
    });
    expect(settleClaim(settled({ adjudications: [disputed] }))).toBe('open-amount');
  });

  it('goes to the next payer only with a decision to show it', () => {
    fc.assert(
      fc.property(claims, (any) => {
        const withNext = { ...any, nextPayers: [nextPayer] };
        if (settleClaim(withNext) === 'next-payer')
          expect(claimForNextPayer(withNext, own, '2026-11-01T00:00:00.000Z').priorPayers).toHaveLength(1);
      }),
    );
  });

  it('never closes money away: closing is refused exactly when an amount is open', () => {
    fc.assert(
      fc.property(claims, (any) => {
        if (settleClaim(any) === 'open-amount')
          expect(() => closeClaim(any)).toThrow(expect.objectContaining({ name: 'InvalidInput' }));
        else expect(claimPosition(closeClaim(any)?.claim ?? any).open).toBe(0);
      }),
    );
  });

  it('is always possible after a write-off', () => {
    fc.assert(fc.property(claims, (any) => claimPosition(writtenOff(any)).open === 0));
  });
});

describe('a closed claim', () => {
  const zeroShare = adjudication({
    lines: [],
    paid: cents(0),
    adjustments: [adjustment('CO', '97', 23_000)],
  });

  it.each([
    ['billed-to-patient', settled()],
    [
      'paid',
      settled({
        adjudications: [
          adjudication({ lines: [], paid: cents(20_000), adjustments: [adjustment('CO', '45', 3_000)] }),
        ],
      }),
    ],
    ['written-off', writtenOff(adjudicated({ adjudications: [zeroShare] }))],
  ])('ends as %s', (end, before) => {
    expect(closeClaim(before)?.claim).toMatchObject({ status: 'closed', end });
  });
});

describe('writing off', () => {
  it('takes what is open, with the reason and the person', () => {
    expect(writtenOff(adjudicated()).writeOffs).toEqual([
      {
        amount: 8_000,
        reason: 'As agreed with the supervisor',
        decidedBy: biller,
        taskId: 'C0000000000A1-0-denial',
        about: ['payment-1/1'],
      },
    ]);
  });
});

describe('billing the patient', () => {
  it('asks for the deductible, coinsurance and copay of a settled claim', () => {
    expect(billPatientShare(settled())?.claim.patientBilled).toBe(2_000);
  });

  const byDecision = (before: Claim) => billPatientByDecision(before, decidedTask('bill-patient'))?.claim;

  it('by decision asks for all of group PR', () => {
    const uncovered = adjudication({}, [adjustment('PR', '204', 8_000)]);
    const after = byDecision(adjudicated({ adjudications: [uncovered] }));
    expect(after?.patientBilled).toBe(10_000);
    expect(after && claimPosition(after).open).toBe(0);
  });

  it.each(['CO', 'OA', 'PI'] as const)('never asks for what the payer puts to %s', (group) => {
    const denied = adjudication({}, [adjustment(group, '204', 8_000)]);
    const after = byDecision(adjudicated({ adjudications: [denied] }));
    expect(after?.patientBilled).toBe(2_000);
    expect(after && claimPosition(after).open).toBe(8_000);
  });

  it('asks for the whole charge when no payer covers the visit', () => {
    expect(byDecision(claim({ status: 'not-covered' }))?.patientBilled).toBe(23_000);
  });
});

describe('the claim of the next payer', () => {
  const first = settled({
    nextPayers: [nextPayer],
    executionArn: 'arn:1',
    followUps: 2,
    decisions: [{ taskId: 't', action: 'appeal', by: biller }],
  });
  const next = claimForNextPayer(first, own, '2026-11-01T00:00:00.000Z');

  it('carries what the first decided, and none of its history', () => {
    expect(Claim.parse(next)).toEqual(next);
    expect(next).toMatchObject({
      responsibility: 'S',
      payerId: 'cascade',
      coverage: nextPayer.coverage,
      status: 'ready',
      adjudications: [],
      decisions: [],
      followUps: 0,
      nextPayers: [],
      priorPayers: [{ ...own, claimId: first.claimId, adjudication: settledAdjudication() }],
    });
    expect(Object.keys(next)).not.toEqual(expect.arrayContaining(['executionArn']));
    expect(Object.keys(next)).not.toEqual(expect.arrayContaining(['payerControlNumber']));
  });

  it('is the same claim each time that it is made', () => {
    expect(claimForNextPayer(first, own, next.createdAt)).toEqual(next);
  });

  it('is a claim of its own where one payer covers the visit twice', () => {
    const twice = { ...nextPayer, coverage: { ...nextPayer.coverage, payerId: first.payerId } };
    const second = claimForNextPayer({ ...first, nextPayers: [twice] }, own, next.createdAt);
    expect(second.payerId).toBe(first.payerId);
    expect(isSameClaim(second, first)).toBe(false);
    expect(new Set([second.claimId, first.claimId, next.claimId]).size).toBe(3);
  });

  it('is of the same part and cause', () => {
    const part = { ...first, part: 2, cause: 'instead-of-C2345678923' as const };
    const after = claimForNextPayer(part, own, next.createdAt);
    expect(after).toMatchObject({ part: 2, cause: 'instead-of-C2345678923' });
    expect(after.claimId).not.toBe(next.claimId);
  });

  it('has the same services and so the same charge; open is what the first left', () => {
    expect(claimPosition(next)).toMatchObject({ charge: 23_000, adjustments: 21_000, open: 2_000 });
  });

  it('ends the first payer’s part', () => {
    expect(handOnClaim(first, { nextClaimId: next.claimId })?.claim).toMatchObject({
      status: 'closed',
      end: 'billed-to-next-payer',
    });
  });

  it('is not made before the first payer has decided, nor without a next one', () => {
    const failure = expect.objectContaining({ name: 'InvalidInput' });
    expect(() => claimForNextPayer(claim({ nextPayers: [nextPayer] }), own, '')).toThrow(failure);
    expect(() => claimForNextPayer(settled(), own, '')).toThrow(failure);
  });
});
