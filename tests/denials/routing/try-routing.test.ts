import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDenial } from '../../../functions/denials/describe-denial.ts';
import { latestDenials } from '../../../functions/denials/past-denials.ts';
import { tryRouting } from '../../../functions/denials/try-routing.ts';
import type { PracticeRouting } from '../../../functions/domain/denials/route-adjustment.ts';
import { RoutedAction } from '../../../functions/domain/denials/routing-rule.ts';
import { AdjustmentGroup } from '../../../functions/domain/ledger/class-rule.ts';
import { Desk } from '../../../functions/domain/practice.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';
import { adjudicated } from '../../factories/claims.ts';
import { nextPayer, payer, payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { answering, keptRule } from './a-rule.ts';

const house: PracticeRouting = { rules: [] };

const bundled = adjudicated({
  claimId: 'C1',
  adjudications: [adjudication({ paymentDate: '2026-03-02' }, [adjustment('CO', '97', 8_000)])],
});
const authorized = adjudicated({ claimId: 'C2' });

describe('a table that is tried', () => {
  it('tells what changes of which denial, with counts and money', () => {
    const { denials } = latestDenials([bundled, authorized], payers);
    const trial = tryRouting(denials, practice(), house, {
      rules: [keptRule(answering({ desk: 'biller', due: { businessDays: 1 } }))],
    });
    expect(trial).toMatchObject({ denials: 2, amount: 16_000 });
    expect(trial.changed).toEqual({
      any: { denials: 1, amount: 8_000 },
      desk: { denials: 1, amount: 8_000 },
      actions: { denials: 0, amount: 0 },
      due: { denials: 1, amount: 8_000 },
      advice: { denials: 0, amount: 0 },
    });
    expect(trial.different).toMatchObject([
      {
        ...{ claimId: 'C1', day: '2026-03-02', denied: ['CO-97'], changes: ['desk', 'due'] },
        before: { desk: 'coder', due: { businessDays: practice().taskDays.coder } },
        after: { desk: 'biller', due: { businessDays: 1 }, rule: 'a-rule' },
      },
    ]);
  });

  it('differs in nothing from itself', () => {
    const { denials } = latestDenials([bundled, authorized], payers);
    const own = { version: 1, rules: [keptRule()] };
    expect(tryRouting(denials, practice(), own, own).different).toEqual([]);
  });

  it('is tried on the last denials, those that were worked since among them', () => {
    const worked = { ...bundled, status: 'closed' as const, end: 'written-off' as const };
    const of = (most?: number) => latestDenials([worked, authorized], payers, most).denials;
    expect(of().map(({ claim: { claimId } }) => claimId)).toEqual(['C2', 'C1']);
    expect(of(1).map(({ claim: { claimId } }) => claimId)).toEqual(['C2']);
    expect(latestDenials([worked, authorized], []).withoutContract).toBe(2);
  });
});

describe('a practice’s rule', () => {
  it('sends a denial to its desk, and the task keeps by which version and why', () => {
    const draft = describeDenial(
      bundled,
      { payer: payer() },
      { version: 4, rules: [keptRule(answering({ desk: 'biller', due: 'earliest-limit' }))] },
    );
    expect(draft).toMatchObject({
      owner: 'biller',
      actions: ['write-off', 'resubmit', 'appeal', 'decide-parts'],
      routing: { houseRule: 'bundled', version: 4, rule: 'a-rule', due: 'earliest-limit' },
    });
    expect(draft.reasons.at(-1)).toEqual({
      code: 'Routing',
      text: 'By the practice’s rule a-rule, version 4: Decided in March',
      pageOnly: true,
    });
  });

  it('may keep a denial from the next payer', () => {
    const of = adjudicated({
      nextPayers: [nextPayer],
      adjudications: [adjudication({}, [adjustment('PR', '204', 8_000)])],
    });
    const by = (rules: PracticeRouting['rules']) => describeDenial(of, { payer: payer() }, { rules }).actions;
    expect(by([])[0]).toBe('bill-next-payer');
    const kept = keptRule(answering({ nextPayer: false }, { when: { reasons: ['204'] } }));
    expect(by([kept])).toEqual(['resubmit', 'appeal', 'write-off', 'decide-parts']);
  });

  it('never has a task offer what money rules forbid, whatever it says', () => {
    const rules = fc.record({
      desk: fc.constantFrom(...Desk.options),
      actions: fc.shuffledSubarray(RoutedAction.options, { minLength: 1 }),
    });
    const denials = fc.array(
      fc.record({
        group: fc.constantFrom(...AdjustmentGroup.options),
        reason: fc.constantFrom('16', '18', '27', '29', '50', '97', '197', '204', 'P14'),
        amount: fc.integer({ min: 1, max: 9_000 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const data = ['16', '18', '29', '197'];
    const benefit = ['27', '204'];
    fc.assert(
      fc.property(rules, denials, fc.boolean(), fc.boolean(), (answer, some, isUnprocessable, hasNext) => {
        const of = adjudicated({
          nextPayers: hasNext ? [nextPayer] : [],
          adjudications: [
            adjudication(
              { remarks: isUnprocessable ? ['MA130'] : [] },
              some.map(({ group, reason, amount }) => adjustment(group, reason, amount)),
            ),
          ],
        });
        const rule = keptRule(answering(answer, { when: {} }));
        const { owner, actions, reasons } = describeDenial(
          of,
          { payer: payer() },
          { version: 1, rules: [rule] },
        );
        const disputed = some.filter(({ group, reason }) =>
          reasons.some(({ code }) => code === `${group}-${reason}`),
        );
        expect(owner).toBe(answer.desk);
        expect(actions).toContain('write-off');
        expect(new Set(actions).size).toBe(actions.length);
        if (hasNext || disputed.some(({ group }) => group !== 'PR'))
          expect(actions).not.toContain('bill-patient');
        const isNextPayers = disputed.every(
          ({ group, reason }) => benefit.includes(reason) || (group === 'PR' && !data.includes(reason)),
        );
        if (!hasNext || !isNextPayers) expect(actions).not.toContain('bill-next-payer');
        if (isUnprocessable) expect(actions).not.toContain('appeal');
        const [largest] = disputed.toSorted((one, other) => other.amount - one.amount);
        if (largest?.group === 'PR') expect(actions[0]).not.toBe('write-off');
        if (largest?.reason === '18') expect(actions[0]).not.toBe('resubmit');
      }),
      { numRuns: 1_000 },
    );
  });
});
