import { codeBookOn, type Exclusion } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { inClaimOrder } from './rules/claim-order.ts';
import { integralTo } from './rules/integral.ts';
import type { BookNote, RejectedDiagnosis, Ruling } from './rules/ruling.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

type Verdict = (one: DiagnosisCandidate, other: DiagnosisCandidate, note: BookNote) => string | undefined;

const isIntegral: Verdict = (one, other, note) =>
  integralTo(one, other, note) ? `I.B.5: integral to ${other.entry.code}` : undefined;

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

const verdictOn = (
  one: DiagnosisCandidate,
  found: readonly DiagnosisCandidate[],
  note: BookNote,
): string | undefined => {
  for (const other of found) {
    if (other === one) continue;
    const rule = verdicts.map((verdict) => verdict(one, other, note)).find((said) => said !== undefined);
    if (rule) return rule;
  }
  return undefined;
};

type Conflict = {
  readonly pair: readonly [DiagnosisCandidate, DiagnosisCandidate];
  readonly exclusion: Exclusion;
};

/** Excludes1 (guideline I.A.12.a): two conditions that cannot occur together. */
const conflictsIn = (
  found: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): readonly Conflict[] => {
  const { diagnoses } = codeBookOn(dateOfService);
  return found.flatMap((one, at) =>
    found.slice(at + 1).flatMap((other): Conflict[] => {
      const exclusion = diagnoses.exclusion(one.entry.code, other.entry.code);
      return exclusion ? [{ pair: [one, other], exclusion }] : [];
    }),
  );
};

/** A symptom or an unspecified code gives way to the definitive one that excludes it. */
const weaker = ({ pair: [one, other] }: Conflict): DiagnosisCandidate | undefined => {
  const yields = ({ entry }: DiagnosisCandidate) => entry.kind === 'symptom';
  if (yields(one) !== yields(other)) return yields(one) ? one : other;
  return undefined;
};

const rejectConflicts = (conflicts: readonly Conflict[]): readonly RejectedDiagnosis[] =>
  conflicts.flatMap((conflict) => {
    const candidate = weaker(conflict);
    const other = conflict.pair.find((one) => one !== candidate);
    return candidate && other
      ? [{ candidate, rule: `I.A.12.a: Excludes1 with ${other.entry.code}, which is definitive` }]
      : [];
  });

/** A note of an older Tabular List may have been changed since: it warns and names its year. */
const noteOf = ({ owner, ofYear }: Exclusion): string =>
  ofYear
    ? `Excludes1 at ${owner} in the Tabular List of FY${ofYear}, which may have changed since`
    : 'Excludes1';

const questionOf = ({ pair: [one, other], exclusion }: Conflict): string =>
  `${one.entry.code} and ${other.entry.code} exclude each other (${noteOf(exclusion)}): which one applies?`;

/** Below what is taken as a code by itself: the symptom is shown with the question and is not claimed. */
const doubtfulConfidence = 0.35;

/** Only a note of the edition in force takes a code off the claim; an older one makes the symptom a question. */
const warned = (found: readonly DiagnosisCandidate[], warnings: readonly Conflict[]) =>
  found.map((one) => {
    const warning = warnings.find((conflict) => weaker(conflict) === one);
    if (!warning) return one;
    const question = questionOf(warning);
    return { ...one, question, confidence: Math.min(one.confidence, doubtfulConfidence) };
  });

/** External causes, manifestations and agents make no claim by themselves: what they belong to has to be named. */
const explainNothing = (
  alone: readonly DiagnosisCandidate[],
  rejected: readonly RejectedDiagnosis[],
): Ruling => ({
  diagnoses: [],
  rejected: [
    ...rejected,
    ...alone.map((candidate) => ({
      candidate,
      rule: 'I.A.13, I.C.20: follows what it belongs to, which is not named',
    })),
  ],
  questions: alone.map(
    ({ entry }) => `To which condition or injury does ${entry.code} (${entry.description}) belong?`,
  ),
});

/** Weighs the diagnoses against each other: what another one says goes, conflicts and open sides become questions. */
export const settleDiagnoses = (found: readonly DiagnosisCandidate[], note: BookNote): Ruling => {
  const rejected = found.flatMap((candidate) => {
    const rule = verdictOn(candidate, found, note);
    return rule === undefined ? [] : [{ candidate, rule }];
  });
  const definite = found.filter((one) => !rejected.some(({ candidate }) => candidate === one));
  const conflicts = conflictsIn(definite, note.dateOfService);
  const excluded = rejectConflicts(conflicts.filter(({ exclusion }) => exclusion.ofYear === undefined));
  const kept = definite.filter((one) => !excluded.some(({ candidate }) => candidate === one));
  const open = conflicts.filter(({ pair }) => pair.every((one) => kept.includes(one)));
  const weighed = inClaimOrder(warned(kept, open));
  if (weighed.length > 0 && weighed.every(({ entry }) => entry.neverFirst)) {
    return explainNothing(weighed, [...rejected, ...excluded]);
  }
  const asked = open.filter((conflict) => weaker(conflict) === undefined);
  return {
    diagnoses: weighed,
    rejected: [...rejected, ...excluded],
    questions: [...weighed.flatMap(({ question }) => question ?? []), ...asked.map(questionOf)],
  };
};

/** The same for what the guidelines made of the note, with what they refused and asked. */
export const settleRuling = (ruling: Ruling, note: BookNote): Ruling => {
  const settled = settleDiagnoses(ruling.diagnoses, note);
  return {
    ...settled,
    rejected: [...ruling.rejected, ...settled.rejected],
    questions: [...ruling.questions, ...settled.questions],
  };
};
