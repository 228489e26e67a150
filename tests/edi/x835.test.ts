import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, cents, sum } from '../../functions/edi/money.ts';
import { checkClaimBalance, checkRemittanceBalance } from '../../functions/edi/x835/check-balance.ts';
import { read835 } from '../../functions/edi/x835/read-835.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/remittance.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import { cleanData, codesOf, dataOf, pathsOf } from './expectations.ts';
import { deniedLine, paidLine, remittance, remittanceClaim, remittanceFile } from './remittances.ts';

const onlyRemittance = (text: string): Remittance => {
  const [first] = dataOf(read835(text)).remittances;
  if (first === undefined) throw new Error('no remittance was read');
  return first;
};

const codes = (one: Remittance): string[] => checkRemittanceBalance(one).map(({ code }) => code);

describe('an 835', () => {
  const transferred = remittance({
    method: 'ACH',
    bank: {
      format: 'CCP',
      senderBankQualifier: '01',
      senderBank: '011000015',
      senderAccountQualifier: 'DA',
      senderAccount: '123456',
      originator: '1512345678',
      receiverBankQualifier: '01',
      receiverBank: '021000021',
      receiverAccountQualifier: 'DA',
      receiverAccount: '654321',
    },
    supplementalCode: 'SUP1',
    providerAdjustments: [
      {
        providerId: '1234567893',
        fiscalPeriodEnd: '2026-12-31',
        adjustments: [
          { reason: 'WO', reference: 'ICN1', amount: cents(2500) },
          { reason: 'L6', amount: cents(-105) },
        ],
      },
    ],
  });

  it.each([
    ['a check', remittance()],
    ['a transfer with provider adjustments', transferred],
    ['no claims', remittance({ paid: cents(0), claims: [] })],
    [
      'a forwarded claim with a corrected insured and a longer service',
      remittance({
        claims: [
          remittanceClaim({
            subscriber: { kind: 'person', name: 'OKAFOR', firstName: 'BEN', idQualifier: 'MI', id: 'W1' },
            correctedInsured: { kind: 'person', firstName: 'ADAEZE', idQualifier: 'C', id: 'W2' },
            crossoverCarrier: {
              kind: 'organization',
              name: 'PRAIRIE MUTUAL',
              idQualifier: 'PI',
              id: 'PRM22',
            },
            correctedPriorityPayer: { kind: 'organization', name: 'ELSEWHERE', idQualifier: 'PI', id: 'ELS' },
            lines: [
              paidLine({
                servicePeriod: { from: '2026-02-26', through: '2026-02-27' },
                submittedProcedure: { qualifier: 'HC', procedure: '99214', modifiers: [] },
                submittedUnits: 2,
                revenueCode: '0510',
                references: [{ qualifier: 'G1', id: 'AUTH55' }],
              }),
              deniedLine(),
            ],
          }),
        ],
      }),
    ],
  ])('with %s is read as it was meant and written again byte for byte', (_, one) => {
    const text = write835(remittanceFile([one]));
    const file = cleanData(read835(text));
    expect(file).toEqual(remittanceFile([one]));
    expect(write835(file)).toBe(text);
  });

  it('has no version in ST, as the guide asks', () => {
    expect(write835(remittanceFile())).toContain('\nST*835*0001~');
  });

  it('puts six reasons of a group into one CAS and the seventh into another', () => {
    const adjustments = Array.from({ length: 7 }, (_, index) => ({
      group: 'CO',
      reason: String(40 + index),
      amount: cents(1000),
      quantity: index === 0 ? 2 : undefined,
    }));
    const claim = remittanceClaim({ adjustments, charge: cents(7000), paid: cents(0), lines: [] });
    const text = write835(remittanceFile([remittance({ claims: [claim], paid: cents(0) })]));
    expect(text.match(/^CAS.*$/gm)).toEqual([
      'CAS*CO*40*10*2*41*10**42*10**43*10**44*10**45*10~',
      'CAS*CO*46*10~',
    ]);
    expect(onlyRemittance(text).claims[0]?.adjustments).toEqual(adjustments);
  });

  it('takes a service of any code list', () => {
    const text = write835(remittanceFile())
      .replace('SVC*HC:99213:25', 'SVC*NU:0510')
      .replace('SVC*HC:36415', 'SVC*ER:X-1');
    const [claim] = onlyRemittance(text).claims;
    expect(claim?.lines.map(({ procedure }) => procedure.qualifier)).toEqual(['NU', 'ER']);
  });

  it('reads remarks of inpatient claims too', () => {
    const text = write835(remittanceFile()).replace('MOA***MA18', `MIA*1****MA01${'*'.repeat(15)}MA02`);
    expect(onlyRemittance(text).claims[0]?.remarks).toEqual(['MA01', 'MA02']);
  });

  it('sets a claim aside that cannot be read, and keeps the others and the payment', () => {
    const claims = [1, 2, 3].map((position) =>
      remittanceClaim({ position, patientControlNumber: `C000000000${position}A1-1` }),
    );
    const text = write835(remittanceFile([remittance({ paid: cents(30000), claims })])).replace(
      /(CLP\*C0000000002A1-1[\s\S]*?)SVC\*HC:36415\*80/,
      '$1SVC*HC:36415*8O',
    );
    const result = read835(text);
    const [one] = dataOf(result).remittances;
    expect(one?.claims.map(({ position }) => position)).toEqual([1, 3]);
    expect(one?.brokenClaims).toMatchObject([
      { position: 2, patientControlNumber: 'C0000000002A1-1', paid: cents(10000) },
    ]);
    expect(pathsOf(result)).toEqual(['ST[1]/CLP[2]/SVC02']);
    expect(one && checkRemittanceBalance(one)).toEqual([]);
  });

  it('cannot balance the payment when a broken claim does not tell what was paid', () => {
    const text = write835(remittanceFile()).replace(
      'CLP*C0000000000A1-1*1*230*100',
      'CLP*C0000000000A1-1*1*230*1OO',
    );
    expect(codes(onlyRemittance(text))).toEqual(['payment-uncheckable']);
  });

  it('yields no remittance without a payment, and says so', () => {
    const result = read835(write835(remittanceFile()).replace(/BPR.*\n/, ''));
    expect(dataOf(result).remittances).toEqual([]);
    expect(codesOf(result)).toEqual(['IK502-4', 'IK304-3']);
  });
});

describe('balancing an 835', () => {
  it('accepts the worked example', () => {
    expect(codes(remittance())).toEqual([]);
  });

  it('accepts claims of 100, −60 and 75 with 25 withheld for a payment of 90', () => {
    const paid = (position: number, amount: number): RemittanceClaim =>
      remittanceClaim({ position, charge: cents(amount), paid: cents(amount), adjustments: [], lines: [] });
    const one = remittance({
      paid: cents(9000),
      claims: [paid(1, 10000), paid(2, -6000), paid(3, 7500)],
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalPeriodEnd: '2026-12-31',
          adjustments: [{ reason: 'WO', amount: cents(2500) }],
        },
      ],
    });
    expect(codes(one)).toEqual([]);
    expect(codes({ ...one, paid: cents(9001) })).toEqual(['payment-unbalanced']);
  });

  it('counts adjustments of the claim and of its lines together', () => {
    const claim = remittanceClaim({
      charge: cents(23000),
      paid: cents(9000),
      adjustments: [{ group: 'OA', reason: '23', amount: cents(1000) }],
    });
    expect(checkClaimBalance(claim)).toEqual([]);
  });

  it('names the claim and the line that do not balance', () => {
    const claims = [
      remittanceClaim(),
      remittanceClaim({ position: 2, lines: [paidLine({ paid: cents(9999) }), deniedLine()] }),
    ];
    expect(checkRemittanceBalance(remittance({ claims, paid: cents(20000) }))).toEqual([
      expect.objectContaining({ code: 'line-unbalanced', path: 'CLP[2]/SVC[1]' }),
    ]);
    const short = [remittanceClaim(), remittanceClaim({ position: 2, paid: cents(10001) })];
    expect(checkRemittanceBalance(remittance({ claims: short, paid: cents(20001) }))).toEqual([
      expect.objectContaining({ code: 'claim-unbalanced', path: 'CLP[2]' }),
    ]);
  });

  it('accepts group code CR and flags it', () => {
    const claim = remittanceClaim({
      lines: [paidLine(), deniedLine({ adjustments: [{ group: 'CR', reason: '97', amount: cents(8000) }] })],
    });
    expect(codes(remittance({ claims: [claim] }))).toEqual(['correction-group']);
  });

  it('lets a negative adjustment raise the payment', () => {
    const line = paidLine({
      paid: cents(16000),
      adjustments: [{ group: 'CO', reason: '45', amount: cents(-1000) }],
    });
    const claim = remittanceClaim({ charge: cents(15000), paid: cents(16000), lines: [line] });
    expect(codes(remittance({ claims: [claim], paid: cents(16000) }))).toEqual([]);
  });
});

const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map(cents);
const adjustment = fc.record({
  group: fc.constantFrom('CO', 'OA', 'PI', 'PR'),
  reason: fc.constantFrom('1', '2', '45', '97', '16'),
  amount,
});

/** What the writer makes of adjustments: those of a group stand together. */
const grouped = <T extends { group: string }>(adjustments: T[]): T[] =>
  [...Map.groupBy(adjustments, ({ group }) => group).values()].flat();

const balancedLine = fc.tuple(amount, fc.array(adjustment, { maxLength: 8 })).map(
  ([charge, adjustments]): RemittanceLine =>
    paidLine({
      charge,
      adjustments: grouped(adjustments),
      paid: less(charge, adjustments),
    }),
);

const less = (charge: Cents, adjustments: { amount: Cents }[]): Cents =>
  cents(charge - sum(adjustments.map((one) => one.amount)));

const balancedClaim = fc
  .tuple(fc.array(balancedLine, { minLength: 1, maxLength: 4 }), fc.array(adjustment, { maxLength: 3 }))
  .map(([lines, adjustments]): RemittanceClaim => {
    const charge = sum(lines.map((line) => line.charge));
    const paid = cents(sum(lines.map((line) => line.paid)) - sum(adjustments.map((one) => one.amount)));
    return remittanceClaim({ lines, adjustments: grouped(adjustments), charge, paid });
  });

const balancedRemittance = fc
  .tuple(fc.array(balancedClaim, { maxLength: 4 }), amount)
  .map(([claims, withheld]) =>
    remittance({
      claims: claims.map((claim, index) => ({ ...claim, position: index + 1 })),
      paid: cents(sum(claims.map(({ paid }) => paid)) - withheld),
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalPeriodEnd: '2026-12-31',
          adjustments: [{ reason: 'FB', amount: withheld }],
        },
      ],
    }),
  );

describe('any balanced 835', () => {
  it('is balanced after being written and read, and is written again byte for byte', () => {
    fc.assert(
      fc.property(balancedRemittance, (one) => {
        const text = write835(remittanceFile([one]));
        const file = cleanData(read835(text));
        expect(file.remittances).toEqual([one]);
        expect(file.remittances.flatMap(checkRemittanceBalance)).toEqual([]);
        expect(write835(file)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('does not balance when one payment is a cent off', () => {
    fc.assert(
      fc.property(balancedRemittance, (one) => {
        expect(codes({ ...one, paid: cents(one.paid + 1) })).toEqual(['payment-unbalanced']);
      }),
      { numRuns: 30 },
    );
  });
});
