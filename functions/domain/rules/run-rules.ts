import type { EditFinding } from '../visit/edit-finding.ts';
import { compileCondition, isOfService, type Test } from './conditions.ts';
import { changedPath, compileEffect, type Writer, type Written } from './effects.ts';
import { type NetChange, netChangesOf, type Write } from './net-change.ts';
import { type Effect, findingCode, type PracticeRule } from './practice-rule.ts';
import { asRuled, type Place, type RuledVisit } from './ruled-visit.ts';

type CompiledEffect = {
  readonly effect: Effect;
  /** Whether it is about the service at hand. */
  readonly isOfService: boolean;
  readonly write: Writer | undefined;
};

type CompiledRule = {
  readonly rule: PracticeRule;
  /** Whether it is asked of each service. */
  readonly isOfService: boolean;
  readonly test: Test;
  readonly effects: readonly CompiledEffect[];
};

const always: Test = () => true;

/** A service has four modifiers at most: what a rule takes away of a list makes room for what it adds. */
const entriesGoFirst = (effects: readonly Effect[]): readonly Effect[] => {
  const isEntryTaken = ({ remove, value }: Effect) => remove !== undefined && value !== undefined;
  return [...effects.filter(isEntryTaken), ...effects.filter((one) => !isEntryTaken(one))];
};

const compileRule = (rule: PracticeRule): CompiledRule => {
  const effects = entriesGoFirst(rule.then).map((effect) => ({
    effect,
    isOfService: changedPath(effect)?.startsWith('service.') === true,
    write: compileEffect(effect),
  }));
  return {
    ...{ rule, effects },
    isOfService:
      effects.some((one) => one.isOfService) || (rule.when !== undefined && isOfService(rule.when)),
    test: rule.when ? compileCondition(rule.when) : always,
  };
};

/** Rules as they were compiled, by the list that they stand in: a version is one list, and is compiled once. */
const compiled = new WeakMap<readonly PracticeRule[], readonly CompiledRule[]>();

const compileRules = (rules: readonly PracticeRule[]): readonly CompiledRule[] => {
  const known = compiled.get(rules);
  if (known) return known;
  const made = rules.filter(({ active }) => active).map(compileRule);
  compiled.set(rules, made);
  return made;
};

/** What rules made of a visit: as it is billed, what differs from what was told, and what they hold or warn of. */
export type RuleRun = {
  readonly visit: RuledVisit;
  readonly changes: readonly NetChange[];
  readonly findings: readonly EditFinding[];
};

/** A run on its way. */
type Run = {
  visit: RuledVisit;
  readonly writes: Write[];
  readonly findings: EditFinding[];
};

const isInTime = ({ from = '', to = '9999' }: PracticeRule, day: string): boolean => from <= day && day <= to;

/** What changes of a visit by rules. */
const stateOf = ({ registration, codes, practice: { providers } }: RuledVisit) => ({
  ...{ registration, codes },
  practice: { providers },
});

/**
 * Runs rules over a visit as it was told, each once and in their order; each sees what those before it did, and is asked
 * of every service before it changes any. The same visit and rules give the same, however often.
 */
export const runRules = (told: RuledVisit, rules: readonly PracticeRule[]): RuleRun => {
  const start = asRuled(told);
  const day = start.registration.dateOfService;
  const run: Run = { visit: start, writes: [], findings: [] };
  for (const one of compileRules(rules)) if (isInTime(one.rule, day)) runRule(run, one);
  const { visit, writes, findings } = run;
  const changes = writes.length === 0 ? [] : netChangesOf(stateOf(start), stateOf(visit), writes);
  return { visit, changes, findings };
};

const runRule = (run: Run, compiledRule: CompiledRule): void => {
  const { visit } = run;
  const places: readonly Place[] = compiledRule.isOfService
    ? visit.codes.services.map((_, at) => ({ visit, at }))
    : [{ visit }];
  const found = places.filter(compiledRule.test).map(({ at }) => at);
  for (const effect of compiledRule.effects) runEffect(run, effect, compiledRule, found);
};

const runEffect = (
  run: Run,
  { effect, isOfService: isOfEach, write }: CompiledEffect,
  { rule }: CompiledRule,
  found: readonly Place['at'][],
): void => {
  if (write === undefined) run.findings.push(...found.map((at) => findingOf(rule, effect, at)));
  else
    for (const at of isOfEach ? found : found.slice(0, 1))
      applyWrite(run, rule, write({ visit: run.visit, at }));
};

const applyWrite = (run: Run, rule: PracticeRule, written: Written | undefined): void => {
  if (written === undefined) return;
  if ('refused' in written) run.findings.push(refusalOf(rule, written));
  else {
    run.visit = written.visit;
    run.writes.push({ path: written.path, ruleId: rule.ruleId });
  }
};

const sourceOf = ({ note }: PracticeRule): string => `a rule of the practice: ${note}`;

const findingOf = (
  rule: PracticeRule,
  { hold, warn, desk = 'biller' }: Effect,
  at: Place['at'],
): EditFinding => ({
  ...{ code: findingCode(rule.ruleId), path: at === undefined ? 'visit' : `codes.services[${at}]` },
  ...{ detail: hold ?? warn ?? '', severity: hold === undefined ? 'warn' : 'block' },
  ...{ desk, source: sourceOf(rule) },
});

/** A rule that could not do what it is for is somebody's: the visit would go out otherwise than the practice wants it. */
const refusalOf = (
  rule: PracticeRule,
  { path, refused }: { readonly path: string; readonly refused: string },
): EditFinding => ({
  ...{ code: findingCode(rule.ruleId), path, source: sourceOf(rule) },
  ...{ severity: 'warn', desk: 'biller' },
  detail: `The rule could not change this (${refused.replace(/\.$/, '')}): bill the visit as it is with the reason, or mend the visit or the rule.`,
});
