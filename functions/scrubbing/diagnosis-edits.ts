import { findDiagnosis, isKnownDiagnosis, isWithin } from '../../codesets/code-set.ts';
import { diagnosisEditionOn } from '../../codesets/diagnosis-edition.ts';
import { checkDiagnosis } from '../../codesets/installed.ts';
import { ageOn, type CalendarDate } from '../domain/calendar.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from './edit.ts';

const pathOf = (at: number): string => `codes.diagnoses[${at}]`;

const eachDiagnosis = (
  { codes }: EncounterToScrub,
  check: (code: string, at: number) => readonly Objection[],
): readonly Objection[] => codes.diagnoses.flatMap((code, at) => check(code, at));

const excludes1Of = (code: string, date: CalendarDate): readonly string[] =>
  findDiagnosis(code, date)?.excludes1 ?? [];

const excludesEachOther = (one: string, other: string, date: CalendarDate): boolean =>
  isWithin(other, excludes1Of(one, date)) || isWithin(one, excludes1Of(other, date));

const checkExcludes1 = ({ codes, registration }: EncounterToScrub): readonly Objection[] =>
  codes.diagnoses.flatMap((code, at) =>
    codes.diagnoses
      .slice(0, at)
      .filter((earlier) => excludesEachOther(code, earlier, registration.dateOfService))
      .map((earlier) => ({
        path: pathOf(at),
        detail: `${code} and ${earlier} exclude each other (Excludes1); keep the one that applies.`,
      })),
  );

const checkAge = (encounter: EncounterToScrub): readonly Objection[] => {
  const { dateOfService, patient } = encounter.registration;
  const age = ageOn(patient.dateOfBirth, dateOfService);
  return eachDiagnosis(encounter, (code, at) => {
    const ages = findDiagnosis(code, dateOfService)?.ages;
    const detail = `${code} is for patients of ${ages?.from} to ${ages?.to} years; check the code and the date of birth.`;
    return objectIf(ages !== undefined && (age < ages.from || age > ages.to), pathOf(at), detail);
  });
};

/** The installed edition decides, and says what replaced an ended code; the starter set where none is installed. */
const checkKnown = (code: string, at: number, { registration }: EncounterToScrub): readonly Objection[] => {
  const { dateOfService } = registration;
  if (diagnosisEditionOn(dateOfService))
    return checkDiagnosis(code, dateOfService, pathOf(at)).map(({ path, detail }) => ({ path, detail }));
  return objectIf(
    !isKnownDiagnosis(code),
    pathOf(at),
    `${code} is not in the code set in use; check its digits or extend the set.`,
  );
};

/** An edition of the very date says by itself which codes are in force on it. */
const isOutOfForce = (code: string, dateOfService: CalendarDate): boolean =>
  !diagnosisEditionOn(dateOfService)?.inForce &&
  isKnownDiagnosis(code) &&
  !findDiagnosis(code, dateOfService);

/** Edits on the diagnoses of an encounter. */
export const diagnosisEdits: readonly Edit[] = [
  {
    code: 'diagnosis-unknown',
    source: 'ICD-10-CM: only codes of the set at full length are billable (guideline I.B.2)',
    check: (encounter) => eachDiagnosis(encounter, (code, at) => checkKnown(code, at, encounter)),
  },
  {
    code: 'diagnosis-not-in-force',
    source: 'ICD-10-CM: the edition in force on the date of service applies',
    check: (encounter) =>
      eachDiagnosis(encounter, (code, at) =>
        objectIf(
          isOutOfForce(code, encounter.registration.dateOfService),
          pathOf(at),
          `${code} is not valid on the date of service.`,
        ),
      ),
  },
  {
    code: 'first-diagnosis-cannot-lead',
    source:
      'ICD-10-CM guidelines I.A.13 and I.C.20: manifestations, external causes and sequelae never come first',
    check: ({ codes, registration }) => {
      const first = codes.diagnoses[0] ?? '';
      const secondary =
        /^[VWXY]/.test(first) || (findDiagnosis(first, registration.dateOfService)?.neverFirst ?? false);
      return objectIf(
        secondary,
        pathOf(0),
        `${first} cannot be listed first; put the condition that it explains before it.`,
      );
    },
  },
  {
    code: 'diagnoses-exclude-each-other',
    source: 'ICD-10-CM guideline I.A.12.a (Excludes1)',
    check: checkExcludes1,
  },
  {
    code: 'diagnosis-duplicate',
    source: 'ICD-10-CM guideline I.B.11: each code once per encounter',
    check: (encounter) =>
      eachDiagnosis(encounter, (code, at) =>
        objectIf(
          encounter.codes.diagnoses.indexOf(code) < at,
          pathOf(at),
          `${code} is listed twice; remove one.`,
        ),
      ),
  },
  {
    code: 'diagnosis-age-conflict',
    source: 'Medicare Code Editor, age conflict; CARC 9',
    check: checkAge,
  },
];
