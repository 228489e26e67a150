import { type CodeRange, isInRange } from '../../../codesets/code-range.ts';
import { ageOn, daysBetween } from '../../domain/calendar.ts';
import type { CodedService } from '../../domain/coding.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { bookOf, eachDiagnosis, pathOf, pointedAt } from '../facts/each-diagnosis.ts';
import { carries, eachService, pathOf as pathOfService } from '../facts/each-service.ts';

const range = (first: string, last = first): CodeRange => ({ first, last });

/** Chapters and categories that are of one sex by what they are about. */
const ofWomen = [
  ...[range('C51', 'C58'), range('D06'), range('D07.0', 'D07.3'), range('D25', 'D28'), range('N70', 'N77')],
  ...[
    range('N80', 'N98'),
    range('O00', 'O9A'),
    range('Z33', 'Z34'),
    range('Z36'),
    range('Z39'),
    range('Z3A'),
  ],
  ...[range('Z01.41'), range('Z12.4'), range('Z87.59'), range('R87')],
];
const ofMen = [
  ...[range('C60', 'C63'), range('D07.4', 'D07.6'), range('D29'), range('N40', 'N53'), range('R86')],
  ...[range('Z12.5'), range('Z98.52'), range('Z90.79')],
];

const within = (code: string, ranges: readonly CodeRange[]): boolean =>
  ranges.some((one) => isInRange(code, one));

/** Somebody said already that the sex on file and the body differ: condition code 45 on claims to some payers, KX on lines. */
const isAnswered = ({ registration, codes }: EncounterToScrub): boolean =>
  (registration.conditionCodes?.includes('45') ?? false) || codes.services.some((one) => carries(one, 'KX'));

const checkSex = (encounter: EncounterToScrub): readonly Objection[] => {
  const { patient, pregnant } = encounter.registration;
  if (patient.gender === 'U' || isAnswered(encounter)) return [];
  const [other, word] = patient.gender === 'M' ? [ofWomen, 'women'] : [ofMen, 'men'];
  const fault = (what: string): string =>
    `${what} is of ${word} by the payer’s edits: correct it or the sex on file; where both are right, add condition code 45 or modifier KX as the payer takes it, or answer so.`;
  return [
    ...objectIf(patient.gender === 'M' && pregnant === true, 'registration.pregnant', fault('A pregnancy')),
    ...eachDiagnosis(encounter, (code, at) => objectIf(within(code, other), pathOf(at), fault(code))),
  ];
};

type Ages = { readonly ranges: readonly CodeRange[]; readonly from: number; readonly to: number };

/** The groups of the Medicare Code Editor by chapter, in whole years. */
const ages: readonly Ages[] = [
  { ranges: [range('O00', 'O9A'), range('Z33', 'Z34'), range('Z39'), range('Z3A')], from: 9, to: 64 },
  { ranges: [range('Z00.12'), range('Z76.1', 'Z76.2')], from: 0, to: 17 },
  { ranges: [range('Z00.0')], from: 15, to: 124 },
];

/** The first 28 days (guideline I.C.16 and Z00.11). */
const ofNewborns = [range('Z00.11'), range('Z38')];

const outOf = ({ from, to }: Pick<Ages, 'from' | 'to'>, age: number): boolean => age < from || age > to;

const checkAge = (encounter: EncounterToScrub): readonly Objection[] => {
  const { dateOfService, patient } = encounter.registration;
  const age = ageOn(patient.dateOfBirth, dateOfService);
  const { diagnoses } = bookOf(encounter);
  return eachDiagnosis(encounter, (code, at) => {
    if (within(code, ofNewborns))
      return objectIf(
        daysBetween(patient.dateOfBirth, dateOfService) > 28,
        pathOf(at),
        `${code} is for the first 28 days of life: check the code and the date of birth.`,
      );
    const told = diagnoses.entry(code)?.ages ?? ages.find(({ ranges }) => within(code, ranges));
    return objectIf(
      told !== undefined && outOf(told, age),
      pathOf(at),
      `${code} is for patients of ${told?.from} to ${told?.to} years; check the code and the date of birth.`,
    );
  });
};

type Side = 'left' | 'right' | 'bilateral';

const sides: Readonly<Record<string, Side>> = {
  ...{ LT: 'left', RT: 'right', 50: 'bilateral', E1: 'left', E2: 'left', E3: 'right', E4: 'right' },
  ...{ FA: 'left', F1: 'left', F2: 'left', F3: 'left', F4: 'left', TA: 'left', T1: 'left', T2: 'left' },
  ...{ T3: 'left', T4: 'left', F5: 'right', F6: 'right', F7: 'right', F8: 'right', F9: 'right' },
  ...{ T5: 'right', T6: 'right', T7: 'right', T8: 'right', T9: 'right' },
};

const sideOf = ({ modifiers }: CodedService): Side | undefined =>
  modifiers.flatMap((one) => sides[one] ?? [])[0];

const fits = (side: Side, told: readonly string[]): boolean => {
  if (told.includes('bilateral')) return true;
  return side === 'bilateral' ? told.includes('left') && told.includes('right') : told.includes(side);
};

/** Where every diagnosis of a line has a side, one of them has that of the line. */
const checkSides = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const side = sideOf(service);
    const pointed = pointedAt(service, encounter);
    const told = pointed.flatMap((one) => one.side ?? []).filter((one) => one !== 'unspecified');
    if (side === undefined || told.length === 0 || told.length < service.diagnosisPointers.length) return [];
    const codes = pointed.map(({ code }) => code).join(', ');
    return objectIf(
      !fits(side, told),
      pathOfService(at, 'modifiers'),
      `${service.procedure} was done ${side === 'bilateral' ? 'on both sides' : `on the ${side}`}, and what it points at is not (${codes}): correct the modifier or the diagnosis by the note.`,
    );
  });

/** Payers deny more and more of them where the note says the side. */
const checkUnspecified = (encounter: EncounterToScrub): readonly Objection[] => {
  const { diagnoses } = bookOf(encounter);
  return eachDiagnosis(encounter, (code, at) =>
    objectIf(
      diagnoses.entry(code)?.side === 'unspecified',
      pathOf(at),
      `${code} leaves the side open: if the note tells it, use the code of that side.`,
    ),
  );
};

/** Edits on diagnoses against who the patient is, and against the sides of services. */
export const diagnosisPatientEdits: readonly Edit[] = [
  {
    code: 'diagnosis-age-conflict',
    desk: 'coder',
    source: 'Medicare Code Editor, age conflict; CARC 9',
    severity: 'warn',
    check: checkAge,
  },
  {
    code: 'diagnosis-sex-conflict',
    desk: 'coder',
    source: 'Medicare Code Editor, sex conflict; CARC 10',
    severity: 'warn',
    check: checkSex,
  },
  {
    code: 'diagnosis-side',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.B.13: laterality; CARC 11, 4',
    severity: 'warn',
    check: checkSides,
  },
  {
    code: 'diagnosis-side-open',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.B.13: laterality, where the note tells it',
    severity: 'info',
    check: checkUnspecified,
  },
];
