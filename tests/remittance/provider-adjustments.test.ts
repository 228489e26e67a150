import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import {
  findRecoveredClaim,
  holdProviderAdjustment,
  isRecovery,
  numbersNamedBy,
  providerAdjustmentsOf,
  toTakeback,
} from '../../functions/remittance/provider-adjustments.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { recordsOf } from '../factories/posting-records.ts';
import { remittance } from '../factories/remittances.ts';

const recovery = (reference: string | undefined, reason = 'WO', amount = 3_000) => ({
  path: 'PLB[1]',
  reason,
  amount: cents(amount),
  ...(reference !== undefined && { reference }),
});

describe('provider-level adjustments', () => {
  it('come segment by segment in the order of the file', () => {
    const plb = (
      ...adjustments: {
        identifier: { reason: string; reference?: string };
        amount: ReturnType<typeof cents>;
      }[]
    ) => ({
      providerId: '1234567893',
      fiscalPeriodEnd: '2026-12-31',
      adjustments,
    });
    const providerAdjustments = [
      plb(
        { identifier: { reason: 'WO', reference: 'ICN1' }, amount: cents(3_000) },
        { identifier: { reason: 'L6' }, amount: cents(-250) },
      ),
      plb({ identifier: { reason: 'FB', reference: 'T1' }, amount: cents(-100) }),
    ];
    expect(providerAdjustmentsOf(remittance([], { providerAdjustments }))).toEqual([
      { path: 'PLB[1]', reason: 'WO', reference: 'ICN1', amount: 3_000 },
      { path: 'PLB[1]', reason: 'L6', amount: -250 },
      { path: 'PLB[2]', reason: 'FB', reference: 'T1', amount: -100 },
    ]);
    expect(providerAdjustmentsOf(remittance())).toEqual([]);
  });

  it.each([
    ['WO', 'ICN1', true],
    ['72', 'ICN1', true],
    ['WO', undefined, false],
    ['FB', 'ICN1', false],
    ['L6', undefined, false],
  ])('%s for %s is a recovery: %s', (reason, reference, expected) => {
    expect(isRecovery(recovery(reference, reason))).toBe(expected);
  });

  it('may name a claim by the whole reference or by a word of it', () => {
    expect(numbersNamedBy(recovery('ICN1'))).toEqual(['ICN1']);
    expect(numbersNamedBy(recovery(' MRN1  20260227\tICN1'))).toEqual([
      ' MRN1  20260227\tICN1',
      'MRN1',
      '20260227',
      'ICN1',
    ]);
    expect(numbersNamedBy(recovery(undefined))).toEqual([]);
  });

  it('that belong to no claim are told with all that the payer says', () => {
    expect(holdProviderAdjustment(recovery('ICN1'))).toEqual({
      code: 'PLB-WO',
      path: 'PLB[1]',
      detail: 'WO 30.00 for ICN1 belongs to no claim of ours: post it by hand',
      amount: 3_000,
      reference: 'ICN1',
    });
    expect(holdProviderAdjustment(recovery(undefined, 'L6', -250))).toEqual({
      code: 'PLB-L6',
      path: 'PLB[1]',
      detail: 'L6 -2.50 belongs to no claim of ours: post it by hand',
      amount: -250,
    });
  });
});

describe('the claim that a recovery names', () => {
  const found = async (reference: string, claims: readonly Claim[], reason = 'WO') =>
    (await findRecoveredClaim(recovery(reference, reason), recordsOf(claims).effects))?.claimId;
  const known = [claim(), adjudicated({ claimId: 'C0000000000B1' })];

  it.each([
    ['our number', 'C0000000000A1-1', 'C0000000000A1'],
    ['the payer’s number', 'ICN900100', 'C0000000000B1'],
    ['a word of the reference', 'MRN1 20260227 ICN900100', 'C0000000000B1'],
    ['our number beside others', 'ICN7 C0000000000A1-1', 'C0000000000A1'],
  ])('is found by %s', async (_by, reference, claimId) => {
    expect(await found(reference, known)).toBe(claimId);
  });

  it.each([
    ['a number of ours that is not there', 'C0000000000Z9-1'],
    ['a number that nobody gave', 'ICN7'],
    ['words that name nothing', 'OVERPAYMENT RECOVERY'],
  ])('is nobody by %s', async (_by, reference) => {
    expect(await found(reference, known)).toBeUndefined();
  });

  it('is nobody where several have the number', async () => {
    expect(await found('ICN900100', [...known, adjudicated()])).toBeUndefined();
  });

  it('is nobody for what is no recovery', async () => {
    expect(await found('ICN900100', known, 'FB')).toBeUndefined();
  });
});

describe('a recovery that a claim keeps', () => {
  const payment = {
    paymentId: 'p1',
    identity: 'i1',
    paymentDate: '2026-03-20',
    traceNumber: 'T1',
    paidTo: { partnerId: 'northwind', npis: [], taxIds: [] },
    payer: { name: 'NORTHWIND HEALTH' },
  };
  const kept = toTakeback(recovery('ICN1'), payment, 1);

  it('says how much, under which reference, and by which payment', () => {
    expect(kept).toMatchObject({
      amount: 3_000,
      reference: 'ICN1',
      traceNumber: 'T1',
      paymentDate: '2026-03-20',
    });
    expect(toTakeback(recovery(undefined), payment, 1).reference).toBe('');
  });

  it.each([
    ['the same again', toTakeback({ ...recovery('ICN1'), path: 'PLB[2]' }, payment, 1), true],
    ['a second one of the payment', toTakeback(recovery('ICN1'), payment, 2), false],
    ['another payment', toTakeback(recovery('ICN1'), { ...payment, identity: 'i2' }, 1), false],
    ['another reference', toTakeback(recovery('ICN2'), payment, 1), false],
    ['another amount', toTakeback(recovery('ICN1', 'WO', 3_001), payment, 1), false],
    ['another reason', toTakeback(recovery('ICN1', '72'), payment, 1), false],
  ])('is known again by its id: %s', (_what, other, isSame) => {
    expect(other.takebackId === kept.takebackId).toBe(isSame);
  });
});
