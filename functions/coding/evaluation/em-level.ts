import { type VisitFamily, visitsOfFamily } from '../../../codesets/clinical-terms/visits.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { type ProcedureCode, procedureCodes } from '../../../codesets/code-set.ts';
import type { PatientType, Visit } from '../note/visit.ts';

/** Levels of medical decision making, lowest first. */
export const levels = ['straightforward', 'low', 'moderate', 'high'] as const;
export type Level = (typeof levels)[number];

/** The three elements of medical decision making; an element the note does not settle is undefined. */
export type DecisionMaking = {
  readonly problems: Level | undefined;
  readonly data: Level | undefined;
  readonly risk: Level | undefined;
};

export type EmLevel =
  | { readonly outcome: 'determined'; readonly code: ProcedureCode; readonly rules: readonly string[] }
  | {
      readonly outcome: 'undetermined';
      readonly code: ProcedureCode | undefined;
      readonly missing: readonly string[];
    };

const rank = (level: Level | undefined): number => (level ? levels.indexOf(level) : 0);

/** Two of three elements must be met, so the middle one of the three is the level. */
export const levelOf = ({ problems, data, risk }: DecisionMaking): Level =>
  levels[[rank(problems), rank(data), rank(risk)].sort()[1] ?? 0] ?? 'straightforward';

/** A visit whose patient is known as new or established, and where it takes place; an office where not told. */
export type EvaluatedVisit = Visit & { readonly patientType: PatientType; readonly family?: VisitFamily };

const officeVisitCodes = procedureCodes.filter(({ level, patientType }) => level && patientType);

const officeVisits = (patientType: PatientType): readonly ProcedureCode[] =>
  officeVisitCodes.filter((one) => one.patientType === patientType);

const visitsFor = ({ patientType, family, dateOfService }: EvaluatedVisit): readonly ProcedureCode[] => {
  const visits = family ? visitsOfFamily(family, patientType) : officeVisits(patientType);
  return visits.filter(({ code }) => codeBookOn(dateOfService).procedures.entry(code) !== undefined);
};

/** The visit of a level; where a family has none so low, its lowest one. */
const ofLevel = (visits: readonly ProcedureCode[], level: Level): ProcedureCode | undefined =>
  visits.find((visit) => rank(visit.level) >= rank(level));

const byTime = (visits: readonly ProcedureCode[], minutes: number | undefined): ProcedureCode | undefined =>
  minutes === undefined ? undefined : visits.filter((visit) => (visit.minutes ?? Infinity) <= minutes).at(-1);

const describe = (decision: DecisionMaking): string =>
  `decision making ${levelOf(decision)}: problems ${decision.problems ?? 'open'}, data ${decision.data ?? 'open'}, risk ${decision.risk ?? 'open'} (two of three)`;

const elements = ['problems', 'data', 'risk'] as const;

/** An open element matters only where the other two leave the level to it; a visit needs a problem in any case. */
const missingElements = (decision: DecisionMaking): readonly string[] => {
  const open = elements.filter((element) => decision[element] === undefined);
  const highest = Object.fromEntries(elements.map((element) => [element, decision[element] ?? 'high']));
  const isSettled = decision.problems && levelOf({ ...decision, ...highest }) === levelOf(decision);
  return isSettled ? [] : open;
};

/**
 * The office visit code by the AMA's 2021 rules (times since 2024 must be met): decision making or total time
 * on the date of the encounter, whichever supports more. Undetermined when the level hangs on an open element
 * and no time is documented; `code` is then the most that the settled elements support.
 */
export const determineEmLevel = (
  decision: DecisionMaking,
  totalMinutes: number | undefined,
  visit: EvaluatedVisit,
): EmLevel => {
  const visits = visitsFor(visit);
  const missing = missingElements(decision);
  const decided = ofLevel(visits, levelOf(decision));
  const timed = byTime(visits, totalMinutes);
  if (timed && (missing.length > 0 || visits.indexOf(timed) > (decided ? visits.indexOf(decided) : -1))) {
    return {
      outcome: 'determined',
      code: timed,
      rules: [`total time ${totalMinutes} minutes meets ${timed.minutes}`],
    };
  }
  if (missing.length > 0 || !decided) return { outcome: 'undetermined', code: decided, missing };
  return { outcome: 'determined', code: decided, rules: [describe(decision)] };
};
