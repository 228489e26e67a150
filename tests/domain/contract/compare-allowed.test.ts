import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adjudication, Adjustment, type Claim } from '../../../functions/domain/claim.ts';
import { compareAllowed, variancesOf } from '../../../functions/domain/contract/compare-allowed.ts';
import { contractVariances } from '../../../functions/domain/contract/contract-variances.ts';
import { cents, negate, sum } from '../../../functions/edi/money.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';

/** "CO-45 30": what lowers a payment, in cents. */
const adjust = (...said: readonly string[]): Adjustment[] =>
  said.map((one) => {
    const [, group, reason, amount] = /^(\w\w)-(\w+) (-?\d+)$/.exec(one) ?? [];
    return Adjustment.parse({ group, reason, amount: Number(amount) });
  });

type Line = { lineNumber?: number; adjustments: Adjustment[]; procedure?: string; charge?: number };

const decision = (lines: readonly Line[], change: Partial<Adjudication> = {}): Adjudication => {
  const told = lines.map(({ adjustments, charge = 15_000, ...line }) => ({
    ...{ procedure: '99213', remarks: [], ...line, adjustments, charge: cents(charge) },
    paid: cents(charge - sum(adjustments.map(({ amount }) => amount))),
  }));
  const { adjustments = [] } = change;
  return {
    ...adjudication(),
    ...{ charge: sum(told.map((line) => line.charge)), lines: told, remarks: [] },
    paid: cents(sum(told.map(({ paid }) => paid)) - sum(adjustments.map(({ amount }) => amount))),
    adjustments,
    ...change,
  };
};

const [first] = claim().lines;
if (!first) throw new Error('The claim has a line');
const visit = (adjudications: Adjudication[], change: Partial<Claim> = {}): Claim =>
  claim({
    status: 'adjudicated',
    lines: [first],
    expected: [{ lineNumber: 1, amount: cents(9205), steps: [], unknown: [] }],
    adjudications,
    ...change,
  });

const differenceOf = (...adjustments: readonly string[]) => {
  const compared = compareAllowed(
    visit([decision([{ lineNumber: 1, adjustments: adjust(...adjustments) }])]),
  );
  return compared?.lines[0]?.difference ?? compared?.left[0]?.why;
};

describe('what a payer allowed, beside its contract', () => {
  it.each([
    ['as expected, with a share of the patient', ['CO-45 5795', 'PR-2 1841', 'PR-3 2000'], 0],
    ['short by what the discount takes too much', ['CO-45 7000', 'PR-2 1600'], -1205],
    ['more than expected', ['CO-45 5000'], 795],
    ['as expected before sequestration', ['CO-45 5795', 'CO-253 184'], 0],
    ['as expected before a penalty for quality', ['CO-45 5795', 'CO-237 90'], 0],
    ['as expected before a bonus for quality', ['CO-45 5795', 'CO-144 -120'], 0],
    ['as expected before interest', ['CO-45 5795', 'CO-225 -31'], 0],
    ['as expected where a part is withheld', ['CO-45 5795', 'CO-104 500'], 0],
    [
      'short where further procedures are reduced that the contract pays in full',
      ['CO-45 5795', 'CO-59 4602'],
      -4602,
    ],
    ['short also before sequestration', ['CO-45 7000', 'CO-253 160'], -1205],
    ['as expected where the rest is paid by capitation', ['CO-45 5795', 'CO-24 3000'], 0],
    ['as expected where capitation takes no more than a discount would', ['CO-24 5795'], 0],
    ['a denial, and no underpayment', ['CO-50 15000'], 'disputed'],
    ['a denial of a part, and no underpayment', ['CO-45 5795', 'CO-97 1000'], 'disputed'],
    ['a denial where the whole charge is a discount', ['CO-45 15000'], 'disputed'],
    ['a denial that leaves all to the patient', ['PR-204 15000'], 'disputed'],
  ])('is %s', (_what, adjustments, expected) => {
    expect(differenceOf(...adjustments)).toBe(expected);
  });

  it('is explained by a rule of the practice’s own', () => {
    const [own] = adjust('CO-97 4602');
    if (!own) throw new Error('An adjustment is read');
    const said = [...adjust('CO-45 5795'), { ...own, class: 'contractual' as const }];
    const compared = compareAllowed(visit([decision([{ lineNumber: 1, adjustments: said }])]));
    expect(compared?.lines).toMatchObject([{ allowed: 4603, explained: 4602, difference: 0 }]);
  });

  it('is not told of lines that are not decided, or of which nothing is known', () => {
    const lines = [first, { ...first, lineNumber: 2 }, { ...first, lineNumber: 3 }];
    const expected = [
      { lineNumber: 1, amount: cents(9205), steps: [], unknown: [] },
      { lineNumber: 2, steps: [], unknown: [{ code: 'modifier' as const, of: '22' }] },
    ];
    const decided = decision([
      { lineNumber: 1, adjustments: adjust('CO-45 5795') },
      { lineNumber: 2, adjustments: adjust('CO-45 9000') },
    ]);
    expect(compareAllowed(visit([decided], { lines, expected }))).toMatchObject({
      lines: [{ lineNumber: 1, difference: 0 }],
      left: [
        { lineNumber: 2, why: 'unknown' },
        { lineNumber: 3, why: 'undecided' },
      ],
    });
  });

  it('is compared for the claim as a whole where the payer adjusts the claim', () => {
    const decided = decision([{ lineNumber: 1, adjustments: [] }], {
      adjustments: adjust('CO-45 7000', 'PR-1 8000'),
    });
    const [whole] = compareAllowed(visit([decided]))?.lines ?? [];
    expect([whole?.lineNumber, whole?.difference, whole?.patientShare]).toEqual([undefined, -1205, 8000]);
  });

  it('is put to the one line that it can be of where lines have no numbers, else to the claim', () => {
    const said = { adjustments: adjust('CO-45 7000') };
    expect(compareAllowed(visit([decision([said])]))?.lines).toMatchObject([
      { lineNumber: 1, difference: -1205 },
    ]);
    const lines = [first, { ...first, lineNumber: 2 }];
    const expected = lines.map(({ lineNumber }) => ({
      lineNumber,
      amount: cents(9205),
      steps: [],
      unknown: [],
    }));
    const [whole] = compareAllowed(visit([decision([said, said])], { lines, expected }))?.lines ?? [];
    expect([whole?.lineNumber, whole?.difference]).toEqual([undefined, -2410]);
  });

  it('adds what several entries say of one line', () => {
    const half = (amount: string) => ({ lineNumber: 1, charge: 7500, adjustments: adjust(amount) });
    expect(compareAllowed(visit([decision([half('CO-45 3000'), half('CO-45 2795')])]))?.lines).toMatchObject([
      { allowed: 9205, difference: 0 },
    ]);
  });

  it('is that of the correction, once the reversal is there', () => {
    const wrong = decision([{ lineNumber: 1, adjustments: adjust('CO-45 7000') }], { adjudicationId: 'a' });
    const back: Adjudication = {
      ...wrong,
      ...{
        adjudicationId: 'b',
        claimStatusCode: '22',
        charge: negate(wrong.charge),
        paid: negate(wrong.paid),
      },
      lines: wrong.lines.map((line) => ({
        ...line,
        ...{ charge: negate(line.charge), paid: negate(line.paid) },
        adjustments: line.adjustments.map((one) => ({ ...one, amount: negate(one.amount) })),
      })),
    };
    const right = decision([{ lineNumber: 1, adjustments: adjust('CO-45 5795') }], { adjudicationId: 'c' });
    const difference = (...all: Adjudication[]) => compareAllowed(visit(all))?.lines[0]?.difference;
    expect([difference(wrong), difference(wrong, back), difference(wrong, back, right)]).toEqual([
      -1205,
      undefined,
      0,
    ]);
  });

  it('is nothing where nothing was expected', () => {
    const { expected: _none, ...unpriced } = visit([decision([{ lineNumber: 1, adjustments: [] }])]);
    expect(compareAllowed(unpriced)).toBeUndefined();
  });

  it('always comes to charge less what contract and denial take, whatever law and plan do with the rest', () => {
    const amount = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        fc.integer({ min: -500, max: 500 }),
        (discount, copay, deductible, sequestered, bonus) => {
          const said = [
            `CO-45 ${discount}`,
            `PR-3 ${copay}`,
            `PR-1 ${deductible}`,
            `CO-253 ${sequestered}`,
            `CO-144 ${bonus}`,
          ];
          expect(differenceOf(...said)).toBe(15_000 - discount - 9205);
        },
      ),
    );
  });
});

describe('a difference', () => {
  const differing = (by: number) =>
    compareAllowed(visit([decision([{ lineNumber: 1, adjustments: adjust(`CO-45 ${5795 + by}`) }])]));
  const isTold = (by: number, threshold: { cents: number; percent: number }) => {
    const { under, over } = variancesOf(differing(by), threshold);
    return under.length > 0 ? 'under' : over.length > 0 ? 'over' : undefined;
  };

  it.each([
    [99, { cents: 100, percent: 1 }, undefined],
    [100, { cents: 100, percent: 1 }, 'under'],
    [100, { cents: 100, percent: 2 }, undefined],
    [185, { cents: 100, percent: 2 }, 'under'],
    [-185, { cents: 100, percent: 2 }, 'over'],
    [0, { cents: 0, percent: 0 }, undefined],
    [1, { cents: 0, percent: 0 }, 'under'],
  ])('of %i cents is told beyond %o as %s', (by, threshold, expected) => {
    expect(isTold(by, threshold)).toBe(expected);
  });

  it('is in the report, what is most short first, with sums and counts of its payer', () => {
    const paid = (by: number, claimId: string) =>
      visit([decision([{ lineNumber: 1, adjustments: adjust(`CO-45 ${5795 + by}`) }])], { claimId });
    const denied = visit([decision([{ lineNumber: 1, adjustments: adjust('CO-50 15000') }])], {
      claimId: 'D',
    });
    const report = contractVariances(
      [paid(200, 'A'), paid(900, 'B'), paid(-300, 'C'), paid(0, 'E'), denied],
      {
        cents: 100,
        percent: 1,
      },
    );
    expect(report.variances.map(({ claimId, kind, difference }) => [claimId, kind, difference])).toEqual([
      ['B', 'under', -900],
      ['A', 'under', -200],
      ['C', 'over', 300],
    ]);
    expect(report.totals).toEqual([{ payerId: 'northwind', under: -1100, over: 300, compared: 4, left: 1 }]);
  });
});
