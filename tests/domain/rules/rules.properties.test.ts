import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../functions/domain/rules/check-rules.ts';
import type { NetChange } from '../../../functions/domain/rules/net-change.ts';
import { PracticeRule } from '../../../functions/domain/rules/practice-rule.ts';
import { allPaths } from '../../../functions/domain/rules/properties.ts';
import type { RuledVisit } from '../../../functions/domain/rules/ruled-visit.ts';
import { runRules } from '../../../functions/domain/rules/run-rules.ts';
import { anatomicModifiers, extentModifiers } from '../../../functions/domain/visit/modifiers.ts';
import { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { aRule } from './a-visit.ts';
import { runNaively, sheetOf } from './naive-rules.ts';
import { randomRules, randomVisit } from './random-rules.ts';

const day = '2026-03-02';

/** What nobody but a coder and the clinic says. */
const clinical = ({ registration, codes }: RuledVisit) => ({
  patient: registration.patient,
  days: [registration.dateOfService, registration.lastDateOfService, registration.dates],
  type: registration.patientType,
  members: registration.coverages.map(({ payerId, memberId, relationship }) => [
    payerId,
    memberId,
    relationship,
  ]),
  diagnoses: codes.diagnoses,
  services: codes.services.map(({ procedure, units, diagnosisPointers, modifiers, facts = {} }) => ({
    ...{ procedure, units, diagnosisPointers },
    drug: facts.drug,
    tests: facts.testResults,
    days: [facts.from, facts.to],
    minutes: facts.minutes,
    said: modifiers.filter((one) => [...anatomicModifiers, ...extentModifiers, '50'].includes(one)),
  })),
});

const plainFindings = (visit: RuledVisit, rules: readonly PracticeRule[]): string[] =>
  runRules(visit, rules).findings.map(({ code, path, detail }) => {
    const at = /\[(\d+)\]/.exec(path)?.[1] ?? '';
    const full = detail.startsWith('The rule could not') ? ' full' : '';
    return `${code.replace('practice-', '')}${full} ${at}`;
  });

describe('rules of a practice', () => {
  it('do what an interpreter does that knows nothing of ours, in their order', () => {
    fc.assert(
      fc.property(randomVisit, randomRules, (visit, rules) => {
        const sheet = sheetOf(visit);
        const told = runNaively(sheet, rules, day);
        const run = runRules(visit, rules);
        expect(sheetOf(run.visit)).toEqual(sheet);
        expect(plainFindings(visit, rules)).toEqual(told);
      }),
      { numRuns: 800 },
    );
  });

  it('give the same again, and change nothing of what they were given', () => {
    fc.assert(
      fc.property(randomVisit, randomRules, (visit, rules) => {
        const before = structuredClone(visit);
        const first = runRules(visit, rules);
        expect(runRules(visit, structuredClone(rules))).toEqual(first);
        expect(visit).toEqual(before);
      }),
    );
  });

  it('have nothing left to change, each alone, on what they changed', () => {
    let tried = 0;
    fc.assert(
      fc.property(randomVisit, randomRules, (visit, rules) => {
        for (const rule of rules) {
          const checked = checkRules([rule]);
          if (!checked.success || checked.data.notes.some(({ code }) => code === 'order')) continue;
          tried += 1;
          const once = runRules(visit, [rule]).visit;
          const twice = runRules(once, [rule]);
          expect(twice.visit).toEqual(once);
          expect(twice.changes).toEqual([]);
        }
      }),
      { numRuns: 800 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  it('tell each place that differs, once, with a rule that is in force', () => {
    fc.assert(
      fc.property(randomVisit, randomRules, (visit, rules) => {
        const { changes, visit: billed } = runRules(visit, rules);
        const active = rules.filter((one) => one.active).map(({ ruleId }) => ruleId);
        for (const { path, before, after, rules: by } of changes) {
          expect([path, valueAt(visit, path)]).toEqual([path, before]);
          expect([path, valueAt(billed, path)]).toEqual([path, after]);
          expect(by.length).toBeGreaterThan(0);
          expect(by.filter((one) => !active.includes(one))).toEqual([]);
        }
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
        expect(changes.length === 0).toBe(JSON.stringify(sheetOf(visit)) === JSON.stringify(sheetOf(billed)));
      }),
    );
  });

  it('leave what a coder and the clinic said as it is, whatever is entered and taken', () => {
    const value = fc.oneof(
      fc.constantFrom('25', 'RT', '52', '10', '99214', 'I10', 'F', 'x', '1234567893', '207Q00000X', 'yes'),
      fc.constantFrom<unknown>(
        1,
        true,
        ['25'],
        { text: 'x' },
        { lastName: 'A', firstName: 'B', npi: '1234567893' },
      ),
    );
    const effect = fc.oneof(
      fc.record({ set: fc.constantFrom(...allPaths()), to: value }),
      fc.record({ set: fc.constantFrom(...allPaths()), copy: fc.constantFrom(...allPaths()) }),
      fc.record({ add: fc.constantFrom(...allPaths()), value }),
      fc.record({ remove: fc.constantFrom(...allPaths()) }),
      fc.record({ remove: fc.constantFrom(...allPaths()), value }),
    );
    let taken = 0;
    fc.assert(
      fc.property(randomVisit, fc.array(effect, { minLength: 1, maxLength: 12 }), (visit, effects) => {
        const rules = effects
          .map((one, at) => aRule(one, { ruleId: `rule-${at}` }))
          .filter((rule) => checkRules([rule]).success);
        taken += rules.length;
        const billed = runRules(visit, rules).visit;
        expect(clinical(billed)).toEqual(clinical(visit));
        expect(EncounterRegistration.safeParse(billed.registration).success).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('do nothing that are switched off or of another time', () => {
    fc.assert(
      fc.property(randomVisit, randomRules, fc.constantFrom('off', 'past', 'ahead'), (visit, rules, why) => {
        const idle = rules.map((rule) => ({
          ...rule,
          ...(why === 'off' && { active: false }),
          ...(why === 'past' && { from: '2020-01-01', to: '2026-03-01' }),
          ...(why === 'ahead' && { from: '2026-03-03', to: undefined }),
        }));
        expect(runRules(visit, idle)).toMatchObject({ changes: [], findings: [] });
      }),
    );
  });

  it('are read back from the record as they were written', () => {
    fc.assert(
      fc.property(randomRules, (rules) => {
        const sound = rules.filter((rule) => PracticeRule.safeParse(rule).success);
        for (const rule of sound)
          expect(PracticeRule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(
            JSON.parse(JSON.stringify(rule)),
          );
      }),
    );
  });
});

const valueAt = (visit: RuledVisit, path: NetChange['path']): unknown =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>(
      (value, step) => (value === undefined ? undefined : Reflect.get(value as object, step)),
      visit,
    );
