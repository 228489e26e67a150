import { describe, expect, it } from 'vitest';
import { onePage } from '../../functions/domain/paging/page.ts';
import type { RuleSet } from '../../functions/domain/rules/practice-rule.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { practiceLists } from '../factories/api/lists.ts';
import { callerOn, programOf } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';

const arn = 'client-of-ana';
const path = '/v1/practices/maple-street/rules';
const rules = [aRule({ hold: 'Look at it first' })];
const ruleSet: RuleSet = {
  ...{ practiceId: 'maple-street', version: 4, rules, note: 'why' },
  ...{ by: programOf(arn), at: '2026-11-02T10:00:00.000Z' },
};

const calling = () => {
  const entered: unknown[] = [];
  const call = callerOn(
    {
      findPractice: async () => practice(),
      lists: practiceLists({ ruleSets: async () => onePage([ruleSet]) }),
      rules: {
        put: async (_practiceId, one) => {
          entered.push(one);
          return { success: true, data: { ruleSet, notes: [] } };
        },
        tryOn: async (_practiceId, tried, past) => ({ tried: tried.length, past }),
      },
    },
    arn,
  );
  return { entered, call };
};

describe('the rules of a practice', () => {
  it('are shown in all their versions', async () => {
    expect(await calling().call('GET', path)).toMatchObject({
      status: 200,
      body: { items: [{ version: 4, by: { subject: arn } }] },
    });
  });

  it('are entered in the name of the caller, who is known', async () => {
    const { entered, call } = calling();
    expect(await call('PUT', path, { rules, note: 'why' })).toMatchObject({
      status: 200,
      body: { ruleSet: { version: 4 } },
    });
    expect(entered).toEqual([{ written: JSON.parse(JSON.stringify(rules)), note: 'why', by: ruleSet.by }]);
    expect(await call('PUT', path, { rules }, false)).toMatchObject({ status: 401 });
    expect(await call('PUT', path, { rules, by: 'ana' })).toMatchObject({ status: 400 });
  });

  it('are tried on the last visits, and refused by their paths', async () => {
    const { call } = calling();
    expect(await call('POST', `${path}/trial`, { rules, past: 7 })).toMatchObject({
      status: 200,
      body: { trial: { tried: 1, past: 7 } },
    });
    expect(await call('POST', `${path}/trial`, {})).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'rules' }] },
    });
    const wrong = [{ ...rules[0], when: { path: 'x.y', is: 1 } }];
    expect(await call('POST', `${path}/trial`, { rules: wrong })).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'rules.0.when.path' }] },
    });
  });
});
