import type { CalendarDate } from '../domain/calendar.ts';
import type { PracticeRule } from '../domain/rules/practice-rule.ts';
import type { RuledVisit } from '../domain/rules/ruled-visit.ts';
import { type RuleRun, runRules } from '../domain/rules/run-rules.ts';
import type { EditFinding } from '../domain/visit/edit-finding.ts';
import { contractsOf, type EncounterToScrub } from './edit.ts';
import { findBrokenEdits } from './find-broken-edits.ts';

/** What rules and edits have to say of a visit: how it would be billed, and what keeps it from that. */
export type ScrubbedVisit = {
  readonly run: RuleRun;
  /** As it would be billed. */
  readonly billed: EncounterToScrub;
  readonly findings: readonly EditFinding[];
};

/** Runs the practice's rules over a visit as it was told, and the edits over what they make of it. */
export const scrubVisit = (
  told: RuledVisit,
  rules: readonly PracticeRule[],
  today: CalendarDate,
): ScrubbedVisit => {
  const run = runRules(told, rules);
  const { registration, codes, practice } = run.changes.length > 0 ? run.visit : told;
  const billed = { registration, codes, practice, ...contractsOf(registration, told.payers) };
  return { run, billed, findings: [...run.findings, ...findBrokenEdits(billed, today)] };
};
