import { describe, expect, it } from 'vitest';
import { HandPayment } from '../../../functions/domain/ledger/hand-payment.ts';

const paper = (change: object = {}) => ({
  ...{ payerId: 'northwind', trace: 'CK1', date: '2026-11-02', amount: 16_000 },
  ...{ document: 'scan-4711', note: 'From the envelope of Monday.' },
  ...change,
});

const claimOf = (change: object = {}) =>
  paper({ claims: [{ claimNumber: 'C0000000000A1-1', charge: 23_000, paid: 16_000, ...change }] });

const firstClaim = (change: object = {}) => HandPayment.parse(claimOf(change)).claims[0];

describe('a payment on paper', () => {
  it('is a check without claims, adjustments or remarks unless it says so', () => {
    expect(HandPayment.parse(paper())).toMatchObject({ method: 'CHK', claims: [], providerLevel: [] });
    expect(firstClaim()).toMatchObject({ statusCode: '1', adjustments: [], remarks: [], lines: [] });
    const [line] = firstClaim({ lines: [{ procedure: '99213', charge: 1, paid: 1 }] })?.lines ?? [];
    expect(line).toMatchObject({ modifiers: [], adjustments: [], remarks: [] });
  });

  it.each(['ACH', 'BOP', 'CHK', 'FWT', 'NON'])('may come by %s', (method) => {
    expect(HandPayment.parse(paper({ method })).method).toBe(method);
  });

  it.each(['1', '2', '3', '4', '19', '20', '21', '22', '23', '25'])(
    'may decide with CLP02 %s',
    (statusCode) => {
      expect(firstClaim({ statusCode })?.statusCode).toBe(statusCode);
    },
  );

  it('takes codes as they are printed, and names without the blanks around them', () => {
    const line = { procedure: ' 99213 ', charge: 100, paid: 0, remarks: ['n130'] };
    const adjustments = [{ group: 'CO', reason: ' b7 ', amount: 100 }];
    const [read] = firstClaim({ lines: [{ ...line, adjustments }], remarks: ['ma01'] })?.lines ?? [];
    expect(read).toMatchObject({ procedure: '99213', remarks: ['N130'], adjustments: [{ reason: 'B7' }] });
    expect(HandPayment.parse(paper({ trace: ' CK1 ' })).trace).toBe('CK1');
  });

  it.each([
    ['less than nothing', paper({ amount: -1 })],
    ['half a cent', paper({ amount: 0.5 })],
    ['no number of the check', paper({ trace: '  ' })],
    ['a status that CLP02 has not', claimOf({ statusCode: '5' })],
    ['six remarks about a claim', claimOf({ remarks: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6'] })],
    ['a field that nobody knows', paper({ amout: 1 })],
  ])('is refused with %s', (_what, given) => {
    expect(HandPayment.safeParse(given).success).toBe(false);
  });

  it('may lower what was paid at provider level, and raise it', () => {
    const providerLevel = [
      { reason: 'wo', reference: 'ICN1', amount: 100 },
      { reason: 'L6', amount: -50 },
    ];
    expect(HandPayment.parse(paper({ providerLevel })).providerLevel).toEqual([
      { reason: 'WO', reference: 'ICN1', amount: 100 },
      { reason: 'L6', amount: -50 },
    ]);
  });
});
