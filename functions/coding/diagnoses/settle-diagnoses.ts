import { codeBookOn, type Exclusion } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
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

/** "Cataracts" beside "nuclear cataracts", "sarcoidosis of lung" within "sarcoidosis of lung with lymph nodes". */
const isSaidFuller: Verdict = ({ entry, term }, { entry: other, term: fuller }) => {
  if (!term || !fuller || term.length >= fuller.length || other.kind === 'status') return undefined;
  const isSame = other.code.slice(0, 3) === entry.code.slice(0, 3) && !isUnspecified(other.description);
  if (other.code === entry.code || !(isSame || isUnspecified(entry.description))) return undefined;
  const more = new Set(fuller.split(' '));
  return term.split(' ').every((word) => more.has(word))
    ? `I.B.2: ${other.code} says the same and more`
    : undefined;
};

/** Symptoms without a place ("pain", "bleeding", "illness") and unspecified disorders of a whole system. */
const placeless = ['R52', 'R58', 'R68.89', 'R69', 'I51.9', 'I99.9', 'L98.9', 'M79.9', 'M25.9', 'T14.90'];

/** Of these nobody knows where they are, so that beside any diagnosis they are of it or of nothing. */
const nowhere = ['R52', 'R58', 'R69'];

/** Beside another diagnosis of the same problem they say nothing of their own: "onychomycosis with pain". */
const isSaidBeside: Verdict = ({ entry, item }, other) =>
  isWithin(entry.code, placeless) &&
  (other.item === item || isWithin(entry.code, nowhere)) &&
  !isWithin(other.entry.code, placeless) &&
  /^[A-TV-Y]/.test(other.entry.code)
    ? `I.B.2: ${other.entry.code} names the problem`
    : undefined;

/** The limb of an injury by the first digit of its code, joints shared: a wrist may be a fracture of the forearm. */
const limbs = ['456', '789'];

const onSameSide = (one: DiagnosisCandidate, other: DiagnosisCandidate): boolean =>
  one.entry.side === other.entry.side || one.entry.side === 'unspecified';

/** "Wrist injury, rule out fracture" where the fracture was found: the injury has its name. */
const isNamedInjury: Verdict = (one, other) => {
  const [from, to] = [one.entry.code.charAt(1), other.entry.code.charAt(1)];
  const near = limbs.some((limb) => limb.includes(from) && limb.includes(to)) || from === to;
  return /^Unspecified injury/.test(one.entry.description) &&
    /^S\d[1-8]/.test(other.entry.code) &&
    near &&
    Math.abs(Number(from) - Number(to)) <= 1 &&
    onSameSide(one, other)
    ? `I.C.19.b: ${other.entry.code} names the injury`
    : undefined;
};

const verdicts: readonly Verdict[] = [isIntegral, isLessSpecific, isSaidFuller, isSaidBeside, isNamedInjury];

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
