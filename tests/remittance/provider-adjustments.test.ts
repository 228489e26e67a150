import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import {
  findRecoveredClaim,
  holdUnexplained,
  isRecovery,
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

const parties = {
  payer: { name: 'NORTHWIND HEALTH' },
  paidTo: { partnerId: 'payer-simulator', npis: ['1234567893'], taxIds: ['123456789'] },
};

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
    ['FB', 'ICN1', true],
    ['CS', 'ICN1', false],
    ['L6', undefined, false],
  ])('%s for %s is a recovery: %s', (reason, reference, expected) => {
    expect(isRecovery(recovery(reference, reason))).toBe(expected);
  });

  it('that belong to no claim are told with all that the payer says', async () => {
    const { effects } = recordsOf([]);
    const adjustments = [
      recovery('ICN1'),
      recovery('T1', 'FB'),
      recovery(undefined, 'L6', -250),
      recovery(undefined, 'ZZ'),
    ];
    expect(await holdUnexplained(adjustments, parties, effects)).toEqual([
      {
        code: 'PLB-WO',
        path: 'PLB[1]',
        detail:
          'WO 30.00 for ICN1 belongs to no claim of ours, and no announcement explains it: post it by hand',
        amount: 3_000,
        reference: 'ICN1',
      },
      {
        code: 'PLB-ZZ',
        path: 'PLB[1]',
        detail: 'ZZ 30.00 is of a kind that is not known here: post it by hand',
        amount: 3_000,
      },
    ]);
  });
});

describe('the claim that a recovery names', () => {
  const found = async (reference: string, claims: readonly Claim[], reason = 'WO') =>
    (await findRecoveredClaim(recovery(reference, reason), parties, recordsOf(claims).effects))?.claimId;
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
    expect(await found('ICN900100', known, 'CS')).toBeUndefined();
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
