import { describe, expect, it } from 'vitest';
import { programActor } from '../../functions/domain/actor.ts';
import type { RuleSet } from '../../functions/domain/rules/practice-rule.ts';
import { putRules } from '../../functions/practices/put-rules.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const by = programActor('command line (ana)', 'maple-street');

const store = (meanwhile?: RuleSet) => {
  const versions: RuleSet[] = [];
  let hasMeanwhile = meanwhile !== undefined;
  const effects = {
    rulesInForce: async () => versions.at(-1),
    addRuleSet: async (ruleSet: RuleSet) => {
      if (hasMeanwhile && meanwhile) versions.push(meanwhile);
      hasMeanwhile = false;
      if (versions.some(({ version }) => version === ruleSet.version)) return false;
      versions.push(ruleSet);
      return true;
    },
  };
  const put = (written: unknown, note = '') =>
    putRules({ practice: practice(), payers, written, note, by }, now, effects);
  return { versions, put };
};

const hold = aRule({ hold: 'Look at it first' });

describe('rules that are entered', () => {
  it('are the next version, with who and when; those before stay', async () => {
    const { versions, put } = store();
    await put([hold], 'first');
    await put([hold, aRule({ warn: 'Look twice' }, { ruleId: 'second' })]);
    expect(versions).toMatchObject([
      { version: 1, note: 'first', by, at: now.toISOString(), rules: [{ ruleId: 'a-rule' }] },
      { version: 2, rules: [{ ruleId: 'a-rule' }, { ruleId: 'second' }] },
    ]);
  });

  it('are the version in force where nothing changed', async () => {
    const { versions, put } = store();
    await put([hold]);
    expect(await put([hold])).toMatchObject({ success: true, data: { ruleSet: { version: 1 } } });
    expect(versions).toHaveLength(1);
  });

  it('come after those that somebody else entered at the moment', async () => {
    const other: RuleSet = {
      practiceId: 'maple-street',
      version: 1,
      rules: [],
      note: '',
      by,
      at: now.toISOString(),
    };
    const { versions, put } = store(other);
    await put([hold]);
    expect(versions.map(({ version, rules }) => [version, rules.length])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('are refused as a whole, and nothing is written', async () => {
    const { versions, put } = store();
    const unknown = aRule(
      { hold: 'Look' },
      { ruleId: 'b-rule', when: { path: 'payer.payerId', is: 'nobody' } },
    );
    expect(await put([hold, unknown])).toMatchObject({
      success: false,
      findings: [{ path: 'rules.1.when.is' }],
    });
    expect(versions).toEqual([]);
  });
});
