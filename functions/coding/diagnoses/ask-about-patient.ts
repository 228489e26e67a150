import table from '../../../codesets/clinical-terms/sex-and-age.json' with { type: 'json' };
import { isWithin } from '../../../codesets/code-notation.ts';
import type { Visit } from '../note/visit.ts';
import type { Ruling } from './rules/ruling.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

type Patient = {
  readonly sex?: Visit['sex'] | undefined;
  readonly ageInYears?: number | undefined;
};

type AgeRule = {
  readonly codes: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly rule: string;
};

const ageRules: readonly AgeRule[] = table.ages;

const sexQuestion = ({ entry }: DiagnosisCandidate, { sex }: Patient): string | undefined => {
  if (sex === undefined || sex === 'other') return undefined;
  const found = table.sexes.find((one) => one.sex !== sex && isWithin(entry.code, one.codes));
  return (
    found &&
    `${entry.code} (${entry.description}) is for an ${found.rule}; the patient is registered as ${sex}. Are the code and the registration as meant?`
  );
};

const ageQuestion = ({ entry }: DiagnosisCandidate, { ageInYears }: Patient): string | undefined => {
  if (ageInYears === undefined) return undefined;
  const found = ageRules.find(
    ({ codes, from = 0, to = 200 }) => isWithin(entry.code, codes) && (ageInYears < from || ageInYears > to),
  );
  return (
    found &&
    `${entry.code} (${entry.description}) at the age of ${ageInYears}: ${found.rule}. Are the code and the age as meant?`
  );
};

/**
 * Asks where a diagnosis does not fit the patient's sex or age. The list is ours, derived from the chapters' rules, not
 * the Medicare Code Editor's. It never drops or blocks a code: charts and registrations err, and transgender patients
 * have care.
 */
export const askAboutPatient = (settled: Ruling, patient: Patient): Ruling => {
  const asked = settled.diagnoses.map((one) => ({
    one,
    question: sexQuestion(one, patient) ?? ageQuestion(one, patient),
  }));
  return {
    ...settled,
    diagnoses: asked.map(({ one, question }) =>
      question === undefined ? one : { ...one, question: one.question ?? question },
    ),
    questions: [...settled.questions, ...asked.flatMap(({ question }) => question ?? [])],
  };
};
