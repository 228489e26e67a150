import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { classOf } from '../../../functions/domain/ledger/adjustment-class.ts';
import type { ClassTerms } from '../../../functions/domain/ledger/class-rule.ts';
import { classedByPractice, classedDecision } from '../../../functions/domain/ledger/classed-decision.ts';
import { allAdjustments } from '../../../functions/domain/ledger/decision.ts';
import { standingsOf } from '../../../functions/domain/ledger/decision-standing.ts';
import { claimPosition, disputedOf } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, adjustment, reversalOf } from '../../factories/adjudications.ts';
import { adjudicated } from '../../factories/claims.ts';
import { claims } from '../../factories/random-claims.ts';

const bundled: ClassTerms = { reasons: ['97'], class: 'contractual', ofWhole: 'contractual' };

const denied = adjudication({}, [adjustment('CO', '97', 8_000)]);

const posted = (rules: readonly ClassTerms[], decision = denied) =>
  classedByPractice(adjudicated(), decision, rules);

describe('a decision posted under rules of a practice', () => {
  it('keeps the class where they say otherwise than ours, and nothing else', () => {
    expect(allAdjustments(posted([bundled])).map(({ reason, class: found }) => [reason, found])).toEqual([
      ['45', undefined],
      ['2', undefined],
      ['97', 'contractual'],
    ]);
    expect(posted([])).toBe(denied);
    expect(posted([{ reasons: ['45'], class: 'contractual' }])).toEqual(denied);
  });

  it('stands as it was classed when the practice edits its rules', () => {
    const before = adjudicated({ adjudications: [denied] });
    const after = adjudicated({ adjudications: [posted([bundled])] });
    expect(claimPosition(before)).toMatchObject({ adjustments: 3_000, open: 8_000 });
    expect(disputedOf(before)).toHaveLength(1);
    expect(claimPosition(after)).toMatchObject({ adjustments: 11_000, open: 0 });
    expect(disputedOf(after)).toEqual([]);
  });

  it('is taken back by a reversal that knows nothing of classes, and by one that was posted under them', () => {
    const decision = posted([bundled]);
    for (const reversal of [reversalOf(denied), posted([bundled], reversalOf(denied))]) {
      expect(allAdjustments(reversal).some((one) => one.class)).toBe(false);
      const later = { ...reversal, paymentDate: '2026-11-20', traceNumber: '9000999' };
      const claim = adjudicated({ adjudications: [later, decision] });
      expect([...standingsOf(claim).values()].toSorted()).toEqual(['cancelled', 'reversal']);
      expect(claimPosition(claim)).toMatchObject({ adjustments: 0, open: 23_000 });
    }
  });

  it('says of the prior payers only what its claim has', () => {
    const stated = adjudication({}, [adjustment('OA', '94', 8_000)]);
    const rule: ClassTerms = { reasons: ['94'], class: 'prior-payer' };
    const classOfLast = (claim: Claim) =>
      allAdjustments(classedByPractice(claim, stated, [rule])).at(-1)?.class;
    expect(classOfLast(adjudicated())).toBeUndefined();
    expect(classOfLast(adjudicated({ responsibility: 'S' }))).toBe('prior-payer');
  });

  it('comes to what the rules say of each adjustment, whatever they are', () => {
    const rules = fc.array(
      fc.record({
        reasons: fc.subarray(['2', '24', '45', '97', '197', '253'], { minLength: 1 }),
        class: fc.constantFrom('contractual' as const, 'disputed' as const, 'receivable' as const),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(claims, rules, (claim, some) => {
        for (const decision of claim.adjudications.filter(
          ({ claimStatusCode }) => claimStatusCode !== '22',
        )) {
          const found = allAdjustments(classedDecision(claim, classedByPractice(claim, decision, some)));
          const place = {
            charge: decision.charge,
            together: allAdjustments(decision),
            hasPriorPayer: claim.responsibility !== 'P',
            paymentDate: decision.paymentDate,
          };
          for (const [at, one] of decision.adjustments.entries())
            expect(found[at]?.class).toBe(classOf(one, place, some));
        }
      }),
    );
  });
});

describe('adjustments of the claim as a whole', () => {
  it('go to a person when they take the charge together with those of its lines', () => {
    const [line] = adjudication().lines;
    if (!line) throw new Error('The decision has lines');
    const decision = adjudication({
      charge: cents(15_000),
      paid: cents(0),
      adjustments: [adjustment('CO', '45', 5_000)],
      lines: [
        { ...line, charge: cents(15_000), paid: cents(5_000), adjustments: [adjustment('CO', '45', 10_000)] },
      ],
    });
    const classes = allAdjustments(classedDecision(adjudicated(), decision)).map((one) => one.class);
    expect(classes).toEqual(['disputed', 'contractual']);
  });

  it('are seen at the part that states them, not at all parts', () => {
    const part = (submitted: number, id: string) =>
      adjudication({
        adjudicationId: id,
        payerControlNumber: id,
        charge: cents(submitted),
        paid: cents(0),
        adjustments: [adjustment('CO', '45', submitted)],
        lines: [],
      });
    const claim = adjudicated({ adjudications: [part(15_000, 'one'), part(8_000, 'two')] });
    expect(disputedOf(claim).map(({ amount }) => amount)).toEqual([15_000, 8_000]);
  });
});
