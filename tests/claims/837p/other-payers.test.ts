import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { rendering837p } from '../../../functions/claims/837p/render-claim.ts';
import { claimForNextPayer } from '../../../functions/coordination/next-claim.ts';
import type { AdjudicatedLine, Adjudication, Adjustment, Claim } from '../../../functions/domain/claim.ts';
import { cents } from '../../../functions/edi/money.ts';
import { imbalances, readSentClaim } from '../../coordination/balance-checker.ts';
import { adjustment, settledAdjudication } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { nextPayer, payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

const own = (name: string) => ({ payerName: name, claimFilingIndicator: 'CI' });
const third = {
  ...nextPayer,
  payerName: 'Prairie Care Medicaid',
  coverage: {
    ...nextPayer.coverage,
    payerId: 'prairie',
    responsibility: 'T' as const,
    memberId: 'PC1000002',
  },
};

const written = (of: Claim): string => {
  const [submission] = of.submissions;
  if (!submission) throw new Error('A claim has a transmission');
  return rendering837p({ claim: of, practice: practice(), payer: payer() }, submission)(
    1,
    '2026-11-02T10:00:00.000Z',
  );
};

const sentOf = (of: Claim) => readSentClaim(written(of));

const secondaryOf = (decided: Adjudication, change: Partial<Claim> = {}): Claim =>
  claimForNextPayer(
    adjudicated({ adjudications: [decided], nextPayers: [nextPayer, third], ...change }),
    own('Northwind Health Plan'),
    '2026-11-01T00:00:00.000Z',
  );

const reasons: readonly (readonly [Adjustment['group'], string])[] = [
  ...['45', '23', '59', '97', '131', '253', '237', '161', '144', '172', '44', '103', '24', 'B10'].map(
    (reason) => ['CO', reason] as const,
  ),
  ['PR', '1'],
  ['PR', '2'],
  ['PR', '3'],
  ['OA', '23'],
  ['PI', '45'],
];

/** An amount divided among reasons, some of them twice, and some by more than it is. */
const divided = (amount: number): fc.Arbitrary<{ paid: number; adjustments: Adjustment[] }> =>
  fc
    .record({
      paid: fc.integer({ min: 0, max: amount }),
      cuts: fc.array(fc.tuple(fc.constantFrom(...reasons), fc.integer({ min: -500, max: 4_000 })), {
        maxLength: 22,
      }),
    })
    .map(({ paid, cuts }) => {
      const some = cuts.map(([[group, reason], cut]) => adjustment(group, reason, cut));
      const rest = amount - paid - some.reduce((all, one) => all + one.amount, 0);
      return { paid, adjustments: [...some, adjustment('PR', '2', rest)] };
    });

/** A decision of some payer: by line or by claim, with lines that it decides as another procedure. */
const decisions = (id: string): fc.Arbitrary<Adjudication> =>
  fc
    .tuple(
      divided(15_000),
      divided(8_000),
      divided(23_000),
      fc.boolean(),
      fc.constantFrom('', '80050', '36415'),
    )
    .map(([one, two, whole, byLine, paidAs]) => {
      const line = (
        lineNumber: number,
        procedure: string,
        charge: number,
        of: typeof one,
      ): AdjudicatedLine => ({
        ...{
          lineNumber,
          procedure,
          charge: cents(charge),
          paid: cents(of.paid),
          adjustments: of.adjustments,
          remarks: [],
        },
        ...(paidAs && paidAs !== procedure && { paidAs: { procedure: paidAs, modifiers: [] } }),
      });
      return {
        ...settledAdjudication({ adjudicationId: id, payerControlNumber: `ICN-${id}` }),
        paid: cents(byLine ? one.paid + two.paid : whole.paid),
        adjustments: byLine ? [] : whole.adjustments,
        lines: byLine ? [line(1, '99213', 15_000, one), line(2, '36415', 8_000, two)] : [],
      };
    });

describe('what a later payer is told of those before it', () => {
  it('balances for each of them, at every level, whatever they decided', () => {
    fc.assert(
      fc.property(decisions('a'), decisions('b'), (first, second) => {
        const secondary = secondaryOf(first);
        const tertiary = claimForNextPayer(
          { ...secondary, adjudications: [second], status: 'adjudicated' },
          own('Cascade Mutual'),
          '2026-11-02T00:00:00.000Z',
        );
        for (const sent of [secondary, tertiary]) {
          const text = written(sent);
          expect(imbalances(readSentClaim(text))).toEqual([]);
          expect(check837p(text)).toEqual([]);
        }
        expect(readSentClaim(written(tertiary)).payers.filter(({ paid }) => paid !== undefined)).toHaveLength(
          2,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('tells each reason of a group once, and so finds room in five segments', () => {
    const lines = Array.from({ length: 40 }, (_, at) => ({
      ...{
        lineNumber: at + 1,
        procedure: '99213',
        modifiers: [],
        units: 1,
        diagnosisPointers: [1],
        charge: cents(1_000),
      },
    }));
    const decided = settledAdjudication({
      charge: cents(40_000),
      paid: cents(20_000),
      adjustments: [],
      // Without our numbers of lines, so that all of it is told of the claim as a whole.
      lines: lines.map((_line) => ({
        ...{ procedure: '99213', charge: cents(1_000), paid: cents(500), remarks: [] },
        adjustments: [adjustment('CO', '45', 300), adjustment('PR', '2', 200)],
      })),
    });
    const sent = sentOf(secondaryOf(decided, { lines }));
    expect(sent.payers[0]).toMatchObject({
      paid: 20_000,
      cas: [
        { group: 'CO', reason: '45', amount: 12_000 },
        { group: 'PR', reason: '2', amount: 8_000 },
      ],
    });
  });

  it('names the line into which another one was bundled, under the procedure that was decided', () => {
    const [first, second] = settledAdjudication().lines;
    if (!first || !second) throw new Error('The decision of the tests has two lines');
    const paidAs = { procedure: '80050', modifiers: [] };
    const lines = [
      { ...first, paidAs },
      { ...second, paid: cents(0), adjustments: [adjustment('CO', '97', 8_000)], paidAs },
    ];
    const sent = sentOf(secondaryOf(settledAdjudication({ paid: cents(10_000), lines })));
    expect(sent.lines.map(({ decisions: [one] }) => [one?.procedure, one?.bundled])).toEqual([
      ['80050', undefined],
      ['80050', '1'],
    ]);
  });

  it('carries no authorization, referral or number of an earlier payer as its own', () => {
    const facts = { priorAuthorization: 'LINE-AUTH', referralNumber: 'LINE-REF' };
    const lines = claim().lines.map((line) => ({ ...line, facts }));
    const first = { priorAuthorization: 'AUTH', visit: { referralNumber: 'REF', homebound: true }, lines };
    const next = secondaryOf(settledAdjudication(), first);
    const text = written(next);
    expect(sentOf(next)).toMatchObject({ permits: [], originalReference: undefined });
    expect(text).not.toMatch(/AUTH|LINE-REF/);
    expect(text).toContain('REF*F8*ICN900100~'); // of loop 2330B, the earlier payer's own
    expect(next.visit).toEqual({ homebound: true });
  });
});
