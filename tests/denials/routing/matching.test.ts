import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseRules } from '../../../functions/domain/denials/house-routing.ts';
import { takenBy } from '../../../functions/domain/denials/never-matches.ts';
import {
  type RoutedAdjustment,
  routeAdjustment,
} from '../../../functions/domain/denials/route-adjustment.ts';
import { randomAdjustments, randomRules } from './random-routing.ts';

/** Every field of a condition as a list of what it says, compared the long way round. */
const naivelyFits = (
  rule: {
    readonly when?: object | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
  one: RoutedAdjustment,
): boolean => {
  if (rule.from !== undefined && one.paymentDate < rule.from) return false;
  if (rule.to !== undefined && one.paymentDate > rule.to) return false;
  for (const [field, wanted] of Object.entries(rule.when ?? {})) {
    if (field === 'amount') {
      const { from, to } = wanted as { from?: number; to?: number };
      if (from !== undefined && one.amount < from) return false;
      if (to !== undefined && one.amount > to) return false;
      continue;
    }
    if (field === 'procedures') {
      let found = false;
      for (const code of one.procedures)
        for (const range of wanted as string[]) {
          const [first = '', last = first] = range.split('-');
          const form = (text: string) => [...text].map((c) => (c >= '0' && c <= '9' ? '9' : 'A')).join('');
          if (form(code) === form(first) && code >= first && code <= last) found = true;
        }
      if (!found) return false;
      continue;
    }
    const own: Record<string, readonly string[]> = {
      groups: [one.group],
      reasons: [one.reason],
      remarks: one.remarks,
      payers: [one.payerId],
      claimFilingIndicators: [one.claimFilingIndicator],
    };
    let found = false;
    for (const value of own[field] ?? [])
      for (const each of wanted as string[]) if (each === value) found = true;
    if (!found) return false;
  }
  return true;
};

describe('a denial and the tables', () => {
  it('are matched as a plain reading of the rules has it: the first that fits, the practice’s before the house’s', () => {
    let [fitting, byHouse] = [0, 0];
    fc.assert(
      fc.property(randomRules, randomAdjustments, (rules, one) => {
        const { by, route } = routeAdjustment(one, { version: 3, rules });
        let expected: string | undefined;
        for (const rule of [...rules].reverse())
          if (rule.active && naivelyFits(rule, one)) expected = rule.ruleId;
        expect(by.rule).toBe(expected);
        let house: string | undefined;
        for (const rule of [...houseRules].reverse()) if (naivelyFits(rule, one)) house = rule.ruleId;
        if (house !== undefined) expect(by.houseRule).toBe(house);
        if (expected === undefined) byHouse += 1;
        else {
          fitting += 1;
          expect(route.advice).toBe(`Advice of rule ${expected.slice('rule-'.length)}`);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(fitting, byHouse)).toBeGreaterThan(200);
  });

  it('have no rule that is said to be taken by those before it and answers all the same', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        randomRules,
        fc.array(randomAdjustments, { minLength: 30, maxLength: 30 }),
        (rules, denials) => {
          const active = rules.filter((rule) => rule.active);
          for (const [at, rule] of active.entries()) {
            if (takenBy(rule, active.slice(0, at)).length === 0) continue;
            taken += 1;
            const answered = denials.filter((one) => routeAdjustment(one, { rules }).by.rule === rule.ruleId);
            expect(answered).toEqual([]);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it.each([
    [[{ groups: ['CO'] }, { groups: ['OA', 'PI', 'CR'] }, { groups: ['PR'] }], { reasons: ['97'] }, 3],
    [[{ groups: ['CO'] }, { groups: ['OA', 'PI'] }, { groups: ['PR'] }], { reasons: ['97'] }, 0],
    [[{ amount: { to: 500 } }, { amount: { from: 501 } }], {}, 2],
    [[{ amount: { to: 500 } }, { amount: { from: 502 } }], {}, 0],
    [[{ procedures: ['99202-99215'] }], { procedures: ['99213', '99202-99205'] }, 1],
    [[{ procedures: ['99202-99215'] }], { procedures: ['99213', '20610'] }, 0],
    [[{ remarks: ['N54'] }, { remarks: ['M51'] }], { remarks: ['M51', 'N54'] }, 2],
    [[{ remarks: ['N54'] }], {}, 0],
    [[{}], { reasons: ['16'] }, 1],
  ] as const)('%j take %j by so many rules: %i', (earlier, when, many) => {
    const rules = earlier.map((one) => ({ when: one }));
    expect(takenBy({ when } as never, rules as never)).toHaveLength(many);
  });

  it('part by days: two rules that follow one another take what is about both', () => {
    const rules = [{ to: '2026-06-30' }, { from: '2026-07-01' }];
    expect(takenBy({}, rules)).toHaveLength(2);
    expect(takenBy({}, [{ to: '2026-06-29' }, { from: '2026-07-01' }])).toEqual([]);
  });
});
