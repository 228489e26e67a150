import { checkInput } from '../check-input.ts';
import type { Checked, Finding } from '../finding.ts';
import { separateModifiers } from '../visit/modifiers.ts';
import { checkCondition, type Objection } from './check-conditions.ts';
import { checkEffects } from './check-effects.ts';
import { changedPath } from './effects.ts';
import { isSame } from './net-change.ts';
import { type PracticeRule, PracticeRules } from './practice-rule.ts';
import type { KnownOfPractice } from './property-values.ts';
import { readOfOwn, readTooEarly } from './rule-order.ts';

/** Rules that may be entered, and what of them somebody should look at all the same. */
export type CheckedRules = { readonly rules: readonly PracticeRule[]; readonly notes: readonly Finding[] };

const prefixed = (prefix: string, { path, code, detail }: Objection): Finding => ({
  ...{ code, detail },
  path: path === '' ? prefix : `${prefix}.${path}`,
});

/**
 * Checks the rules of a practice as they are entered: all that is wrong at once, by path (`rules.2.when.all.0.is`), each
 * with what to write instead. What is odd and may be meant is told and not refused.
 */
export const checkRules = (written: unknown, known: KnownOfPractice = {}): Checked<CheckedRules> => {
  const read = checkInput(PracticeRules, written);
  if (!read.success) return { success: false, findings: read.findings.map((one) => prefixed('rules', one)) };
  const rules = read.data;
  const findings = rules
    .flatMap((rule, at) =>
      [
        ...checkAmong(rule, rules.slice(0, at)),
        ...(rule.when ? checkCondition(rule.when, 'when', known) : []),
        ...checkEffects(rule, known),
      ].map((one) => prefixed(`rules.${at}`, one)),
    )
    .filter(({ path }, at, all) => all.findIndex((one) => one.path === path) === at);
  return findings.length > 0
    ? { success: false, findings }
    : { success: true, data: { rules, notes: notesOn(rules) } };
};

/** A rule beside those before it: names are given once, and one case has one outcome. */
const checkAmong = (rule: PracticeRule, before: readonly PracticeRule[]): readonly Objection[] => {
  const twice = before.findIndex(({ ruleId }) => ruleId === rule.ruleId);
  const against = before.findIndex((other) => contradicts(rule, other));
  return [
    ...(twice < 0
      ? []
      : [{ path: 'ruleId', code: 'id-twice', detail: `Rule ${twice} is called so: give another name` }]),
    ...(against < 0
      ? []
      : [
          {
            path: 'then',
            code: 'rules-contradict',
            detail: `Rule ${against} sets the same otherwise in the same case: keep one of them, or part the cases by dates`,
          },
        ]),
  ];
};

const overlap = (one: PracticeRule, other: PracticeRule): boolean =>
  (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999');

const contradicts = (rule: PracticeRule, other: PracticeRule): boolean =>
  rule.active &&
  other.active &&
  overlap(rule, other) &&
  isSame(rule.when, other.when) &&
  rule.then.some((one) =>
    other.then.some(
      (before) =>
        (one.set !== undefined &&
          one.set === before.set &&
          !isSame([one.to, one.copy], [before.to, before.copy])) ||
        (one.add !== undefined && one.add === before.remove && one.value === before.value) ||
        (one.remove !== undefined && one.remove === before.add && one.value === before.value),
    ),
  );

const notesOn = (rules: readonly PracticeRule[]): readonly Finding[] =>
  rules.flatMap((rule, at) => [
    ...ofOwn(rule, at),
    ...tooEarly(rule, at, rules),
    ...rule.then.flatMap((effect, index) => {
      const isOdd =
        changedPath(effect) === 'service.modifiers' && separateModifiers.includes(String(effect.value));
      return isOdd && effect.add !== undefined
        ? [{ ...recordBears, path: `rules.${at}.then.${index}.value` }]
        : [];
    }),
  ]);

const recordBears = {
  code: 'modifier-of-record',
  detail:
    'This modifier says that a service was one of its own, which each record has to bear out: consider warn, so that somebody looks',
};

const ofOwn = (rule: PracticeRule, at: number): readonly Finding[] => {
  const read = readOfOwn(rule);
  if (read.length === 0) return [];
  const detail = `It goes by ${read.join(', ')}, which it changes itself: services are asked before it changes any`;
  return [{ code: 'order', path: `rules.${at}`, detail }];
};

const tooEarly = (rule: PracticeRule, at: number, rules: readonly PracticeRule[]): readonly Finding[] =>
  rules.slice(at + 1).flatMap((later, offset) => {
    const read = rule.active && later.active ? readTooEarly(rule, later) : [];
    if (read.length === 0) return [];
    const detail = `It goes by ${read.join(', ')}, which rule ${at + 1 + offset} (${later.ruleId}) changes after it: put that one first if its change is to count`;
    return [{ code: 'order', path: `rules.${at}`, detail }];
  });
