import integralSymptoms from '../../../codesets/clinical-terms/integral-symptoms.json' with { type: 'json' };
import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** A code that the note seems to name but a rule keeps off the claim. */
export type RejectedDiagnosis = { readonly candidate: DiagnosisCandidate; readonly rule: string };

export type SettledDiagnoses = {
  readonly diagnoses: readonly DiagnosisCandidate[];
  readonly rejected: readonly RejectedDiagnosis[];
  readonly questions: readonly string[];
};

type Verdict = (one: DiagnosisCandidate, other: DiagnosisCandidate) => string | undefined;

/** Guideline I.B.5: a sign or symptom that belongs to a definitive diagnosis is not coded beside it. */
const isIntegral: Verdict = ({ entry }, other) => {
  const said =
    isWithin(entry.code, other.entry.includes) ||
    integralSymptoms.some(
      ({ conditions, symptoms }) => isWithin(other.entry.code, conditions) && isWithin(entry.code, symptoms),
    );
  return said ? `I.B.5: integral to ${other.entry.code}` : undefined;
};

const isUnspecified = (description: string): boolean =>
  /\bunspecified\b|without complications?\b/i.test(description);

/** "M54.9" is unspecified among all of M54, "E11.40" among E11.4 only. */
const rivalsOf = (code: string): string => (code.charAt(4) === '9' ? code.slice(0, 3) : code.slice(0, -1));

const isOfCategory = (code: string): boolean => code.charAt(4) === '9';

/** Guideline I.B.2: of two codes for one condition the more specific one is coded. */
const isLessSpecific: Verdict = ({ entry: { code, description } }, { entry: other }) => {
  const vaguer =
    isUnspecified(description) &&
    (!isUnspecified(other.description) || (isOfCategory(code) && !isOfCategory(other.code)));
  const rivals = other.code !== code && other.code.startsWith(rivalsOf(code));
  return (vaguer && rivals) || (code.startsWith('T14.') && other.code.startsWith('S'))
    ? `I.B.2: ${other.code} is more specific`
    : undefined;
};

const verdicts: readonly Verdict[] = [isIntegral, isLessSpecific];

const verdictOn = (one: DiagnosisCandidate, found: readonly DiagnosisCandidate[]): string | undefined => {
  for (const other of found) {
    if (other === one) continue;
    const rule = verdicts.map((verdict) => verdict(one, other)).find((said) => said !== undefined);
    if (rule) return rule;
  }
  return undefined;
};

type Conflict = readonly [DiagnosisCandidate, DiagnosisCandidate];

/** Excludes1 (guideline I.A.12.a): two conditions that cannot occur together. */
const conflictsIn = (
  found: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): readonly Conflict[] => {
  const { diagnoses } = codeBookOn(dateOfService);
  return found.flatMap((one, at) =>
    found
      .slice(at + 1)
      .filter((other) => diagnoses.exclusion(one.entry.code, other.entry.code) !== undefined)
      .map((other): Conflict => [one, other]),
  );
};

/** A symptom or an unspecified code gives way to the definitive one that excludes it. */
const weaker = ([one, other]: Conflict): DiagnosisCandidate | undefined => {
  const yields = ({ entry }: DiagnosisCandidate) => entry.kind === 'symptom';
  if (yields(one) !== yields(other)) return yields(one) ? one : other;
  return undefined;
};

const rejectConflicts = (conflicts: readonly Conflict[]): readonly RejectedDiagnosis[] =>
  conflicts.flatMap((conflict) => {
    const candidate = weaker(conflict);
    const other = conflict.find((one) => one !== candidate);
    return candidate && other
      ? [{ candidate, rule: `I.A.12.a: Excludes1 with ${other.entry.code}, which is definitive` }]
      : [];
  });

const questionOf = ([one, other]: Conflict): string =>
  `${one.entry.code} and ${other.entry.code} exclude each other (Excludes1): which one applies?`;

/** First what may stand first; external causes and manifestations follow what they explain (I.A.13, I.C.20). */
const inClaimOrder = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => {
  const rank = ({ entry }: DiagnosisCandidate): number => {
    if (entry.neverFirst) return 2;
    return entry.kind === 'status' && !mayStandFirst(entry.code) ? 1 : 0;
  };
  return [...found].sort((a, b) => rank(a) - rank(b));
};

/** Z codes that tell why the patient came: examinations, screening, aftercare, counselling (guideline I.C.21.c). */
const mayStandFirst = (code: string): boolean =>
  isWithin(code, ['Z0', 'Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z7']) &&
  !isWithin(code, ['Z33.1', 'Z16', 'Z17', 'Z72', 'Z73', 'Z79', 'Z55', 'Z56', 'Z57', 'Z59']);

/** Weighs the diagnoses against each other: what another one says goes, conflicts and open sides become questions. */
export const settleDiagnoses = (
  found: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): SettledDiagnoses => {
  const rejected = found.flatMap((candidate) => {
    const rule = verdictOn(candidate, found);
    return rule === undefined ? [] : [{ candidate, rule }];
  });
  const definite = found.filter((one) => !rejected.some(({ candidate }) => candidate === one));
  const conflicts = conflictsIn(definite, dateOfService);
  const excluded = rejectConflicts(conflicts);
  const kept = inClaimOrder(definite.filter((one) => !excluded.some(({ candidate }) => candidate === one)));
  const open = conflicts.filter((conflict) => conflict.every((one) => kept.includes(one)));
  return {
    diagnoses: kept,
    rejected: [...rejected, ...excluded],
    questions: [...kept.flatMap(({ question }) => question ?? []), ...open.map(questionOf)],
  };
};
