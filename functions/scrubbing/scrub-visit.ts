import type { CalendarDate } from '../domain/calendar.ts';
import type { PracticeRule } from '../domain/rules/practice-rule.ts';
import type { RuledVisit } from '../domain/rules/ruled-visit.ts';
import { type RuleRun, runRules } from '../domain/rules/run-rules.ts';
import type { EditFinding } from '../domain/visit/edit-finding.ts';
import { contractsOf, type EncounterToScrub } from './edit.ts';
import { findBrokenEdits } from './find-broken-edits.ts';

/** What rules make of a visit. */
export type RuledToScrub = {
  readonly run: RuleRun;
  /** As it would be billed. */
  readonly billed: EncounterToScrub;
};

/** Runs the practice's rules over a visit as it was told. */
export const ruleVisit = (told: RuledVisit, rules: readonly PracticeRule[]): RuledToScrub => {
  const run = runRules(told, rules);
  const { registration, codes, practice } = run.changes.length > 0 ? run.visit : told;
  return { run, billed: { registration, codes, practice, ...contractsOf(registration, told.payers) } };
};

/** What rules and edits have to say of a visit by itself: what they change of it, and what keeps it from being billed. */
export const scrubVisit = (
  told: RuledVisit,
  rules: readonly PracticeRule[],
  today: CalendarDate,
): { readonly run: RuleRun; readonly findings: readonly EditFinding[] } => {
  const { run, billed } = ruleVisit(told, rules);
  return { run, findings: [...run.findings, ...findBrokenEdits(billed, today)] };
};
