import { isWithin } from '../../codesets/code-set.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

export type SettledDiagnoses = {
  readonly diagnoses: readonly DiagnosisCandidate[];
  readonly questions: readonly string[];
};

const isSaidBy = (one: DiagnosisCandidate, other: DiagnosisCandidate): boolean =>
  one !== other && isWithin(one.entry.code, other.entry.includes);

/** Guideline I.B.5: what a definitive diagnosis already says, its integral symptoms above all, is not coded. */
const withoutIntegral = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] =>
  found.filter((one) => !found.some((other) => isSaidBy(one, other)));

const excludes = (one: DiagnosisCandidate, other: DiagnosisCandidate): boolean =>
  isWithin(other.entry.code, one.entry.excludes1);

/** Excludes1 (guideline I.A.12.a): both never stand together, and only a person can tell which is meant. */
const excludes1Questions = (found: readonly DiagnosisCandidate[]): readonly string[] =>
  found.flatMap((one, at) =>
    found
      .slice(at + 1)
      .filter((other) => excludes(one, other) || excludes(other, one))
      .map(
        (other) =>
          `${one.entry.code} and ${other.entry.code} exclude each other (Excludes1): which one applies?`,
      ),
  );

/** External causes and manifestations follow what they explain (guidelines I.A.13 and I.C.20). */
const inClaimOrder = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => [
  ...found.filter(({ entry }) => !entry.neverFirst),
  ...found.filter(({ entry }) => entry.neverFirst),
];

/** Weighs the diagnoses against each other: integral ones go, conflicts and open sides become questions. */
export const settleDiagnoses = (found: readonly DiagnosisCandidate[]): SettledDiagnoses => {
  const kept = inClaimOrder(withoutIntegral(found));
  const asked = kept.flatMap(({ question }) => question ?? []);
  return { diagnoses: kept, questions: [...asked, ...excludes1Questions(kept)] };
};
