import { describe, expect, it } from 'vitest';

import { denialFigures } from '../../functions/domain/denials/denial-figures.ts';
import { houseRules } from '../../functions/domain/denials/house-routing.ts';
import type { RoutingSet } from '../../functions/domain/denials/routing-rule.ts';
import { onePage } from '../../functions/domain/paging/page.ts';
import { aRoutingRule, keptRule } from '../denials/routing/a-rule.ts';
import { practiceLists } from '../factories/api/lists.ts';
import { adjudicated } from '../factories/claims.ts';
import { payers } from '../factories/payers.ts';
import { callerOn, programOf } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';

const arn = 'client-of-ana';
const path = '/v1/practices/maple-street/routing';
const rules = [aRoutingRule()];
const by = programOf(arn);
const routingSet: RoutingSet = {
  ...{ practiceId: 'maple-street', version: 4, rules: [keptRule()], note: 'why' },
  ...{ by, at: '2026-11-02T10:00:00.000Z' },
};

const calling = () => {
  const entered: unknown[] = [];
  const call = callerOn(
    {
      findPractice: async () => practice(),
      now: () => new Date('2026-11-30T12:00:00.000Z'),
      lists: practiceLists({ routingSets: async () => onePage([routingSet]) }),
      denials: {
        known: async () => ({ payers }),
        put: async (_practiceId, one) => {
          entered.push(one);
          return { success: true, data: { routingSet, notes: [] } };
        },
        tryOn: async (_practiceId, tried, past) => ({ tried: tried.length, past }),
        figures: async (_practiceId, span) => denialFigures([adjudicated()], span, { payers }),
      },
    },
    arn,
  );
  return { entered, call };
};

describe('the table of where denials go', () => {
  it('is shown in all its versions, with the house’s', async () => {
    const { status, body } = await calling().call('GET', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [{ version: 4, by: { subject: arn } }] });
    expect(body.house.rules).toHaveLength(houseRules.length);
  });

  it('is entered in the name of the caller, who is known, and of the version that it was made of', async () => {
    const { entered, call } = calling();
    expect(await call('PUT', path, { rules, note: 'why' }, true, { 'if-match': '"3"' })).toMatchObject({
      status: 200,
      body: { routingSet: { version: 4 } },
    });
    expect(entered).toEqual([{ written: rules, note: 'why', by, madeOf: 3 }]);
    expect(await call('PUT', path, { rules }, false)).toMatchObject({ status: 401 });
    expect(await call('PUT', path, { rules, by: 'ana' })).toMatchObject({ status: 400 });
  });

  it('is tried on so many denials, once it is right', async () => {
    const { call } = calling();
    expect(await call('POST', `${path}/trial`, { rules, past: 7 })).toMatchObject({
      status: 200,
      body: { trial: { tried: 1, past: 7 }, notes: [] },
    });
    expect(await call('POST', `${path}/trial`, { rules: [{}] })).toMatchObject({
      status: 400,
      body: { findings: expect.arrayContaining([expect.objectContaining({ field: 'rules.0.ruleId' })]) },
    });
    expect(await call('POST', `${path}/trial`, { rules, past: 501 })).toMatchObject({ status: 400 });
  });
});

describe('the numbers on denials', () => {
  const report = '/v1/practices/maple-street/reports/denials';

  it('are of the last quarter, with what each means', async () => {
    expect(await calling().call('GET', report)).toMatchObject({
      status: 200,
      body: {
        ...{ from: '2026-09-01', to: '2026-11-30', all: { denials: 1, amount: 8_000, open: 1 } },
        definitions: { denial: expect.stringContaining('BPR16') },
      },
    });
  });
});
