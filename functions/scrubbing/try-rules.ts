import type { CalendarDate } from '../domain/calendar.ts';
import { isSame, type NetChange } from '../domain/rules/net-change.ts';
import type { PracticeRule } from '../domain/rules/practice-rule.ts';
import type { RuledVisit } from '../domain/rules/ruled-visit.ts';
import type { EditFinding } from '../domain/visit/edit-finding.ts';
import { scrubVisit } from './scrub-visit.ts';

/** A past visit on which rules are tried; `today` is the day on which its claim would be filed. */
export type VisitToTry = { readonly name: string; readonly visit: RuledVisit; readonly today: CalendarDate };

/** What is found of a visit and changed of it. */
export type Told = {
  readonly held: readonly EditFinding[];
  readonly warned: readonly EditFinding[];
  readonly changed: readonly NetChange[];
};

/** What becomes of a visit otherwise than by the rules in force: what is new, and what is no longer so. */
export type TriedVisit = { readonly name: string; readonly now: Told; readonly noLonger: Told };

/** What rules would do to past visits, beside those in force; of the visits on which both do the same only their number. */
export type RuleTrial = { readonly visits: number; readonly different: readonly TriedVisit[] };

const toldOf = ({ visit, today }: VisitToTry, rules: readonly PracticeRule[]): Told => {
  const { run, findings } = scrubVisit(visit, rules, today);
  return {
    held: findings.filter(({ severity }) => severity === 'block'),
    warned: findings.filter(({ severity }) => severity === 'warn'),
    changed: run.changes,
  };
};

const without = <T>(list: readonly T[], known: readonly T[]): readonly T[] =>
  list.filter((one) => !known.some((other) => isSame(one, other)));

const besides = (one: Told, other: Told): Told => ({
  held: without(one.held, other.held),
  warned: without(one.warned, other.warned),
  changed: without(one.changed, other.changed),
});

const isNothing = ({ held, warned, changed }: Told): boolean =>
  held.length + warned.length + changed.length === 0;

/** Tries rules on past visits before they take effect; nothing is written. */
export const tryRules = (
  visits: readonly VisitToTry[],
  inForce: readonly PracticeRule[],
  proposed: readonly PracticeRule[],
): RuleTrial => {
  const tried = visits.map((visit) => {
    const [before, after] = [toldOf(visit, inForce), toldOf(visit, proposed)];
    return { name: visit.name, now: besides(after, before), noLonger: besides(before, after) };
  });
  return {
    visits: visits.length,
    different: tried.filter(({ now, noLonger }) => !isNothing(now) || !isNothing(noLonger)),
  };
};
