import { describe, expect, it } from 'vitest';
import { programActor } from '../../functions/domain/actor.ts';
import type { RoutingSet } from '../../functions/domain/denials/routing-rule.ts';
import { putRouting } from '../../functions/practices/put-routing.ts';
import { aRoutingRule } from '../denials/routing/a-rule.ts';
import { payers } from '../factories/payers.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const by = programActor('command line (ana)', 'maple-street');

const store = () => {
  const versions: RoutingSet[] = [];
  const put = (written: unknown, madeOf?: number) =>
    putRouting({ practiceId: 'maple-street', written, known: { payers }, note: 'why', by, madeOf }, now, {
      routingInForce: async () => versions.at(-1),
      addRoutingSet: async (routingSet) => versions.push(routingSet) > 0,
    });
  return { versions, put };
};

const first = aRoutingRule();
const second = aRoutingRule({ ruleId: 'second', when: { reasons: ['16'] } });

describe('a table that is entered', () => {
  it('is the next version, with who, when and why; those before stay', async () => {
    const { versions, put } = store();
    await put([first], 0);
    expect(await put([first, second], 1)).toMatchObject({
      success: true,
      data: { routingSet: { version: 2 } },
    });
    expect(versions).toMatchObject([
      { version: 1, note: 'why', by, at: now.toISOString(), rules: [{ ruleId: 'a-rule', active: true }] },
      { version: 2, rules: [{ ruleId: 'a-rule' }, { ruleId: 'second' }] },
    ]);
  });

  it('is refused where it was made of an earlier version, with who entered the one in force', async () => {
    const { versions, put } = store();
    await put([first], 0);
    const refused = await put([second], 0);
    expect(refused).toMatchObject({
      success: false,
      findings: [
        {
          ...{ code: 'version-stale', path: 'version' },
          detail: expect.stringMatching(/^Version 1 is in force, entered by .*ana.*made of version 0/),
        },
      ],
    });
    expect(versions).toHaveLength(1);
    // Sent again because the answer was lost, it is in force already.
    expect(await put([first], 0)).toMatchObject({ success: true, data: { routingSet: { version: 1 } } });
  });

  it('is refused where it is wrong, and nothing is written', async () => {
    const { versions, put } = store();
    expect(await put([aRoutingRule({ when: { payers: ['acme'] } })])).toMatchObject({
      findings: [{ path: 'rules.0.when.payers.0' }],
    });
    expect(versions).toEqual([]);
  });
});
