/** What the entries of a section are, by its LOINC code (C-CDA R2.1). */
const kinds: readonly (readonly [string, string])[] = [
  ['problem', '11450-4'],
  ['pastProblem', '11348-0'],
  ['diagnosis', '29308-4 46241-6 11535-2 78375-3 29548-5 42347-5 10219-4 10218-6 59769-0'],
  ['medication', '10160-0 29549-3 10183-2 42346-7 75311-1 57828-6 56445-0 42346-7 8654-6'],
  ['allergy', '48765-2'],
  ['result', '30954-2 26436-6 18748-4 27898-6 24640-5'],
  ['vital', '8716-3'],
  ['procedure', '47519-4 29554-3 59772-4 62387-6'],
  ['encounter', '46240-8'],
  ['immunization', '11369-6'],
  ['socialHistory', '29762-2'],
  ['familyHistory', '10157-6'],
  ['functionalStatus', '47420-5 10190-7'],
  ['device', '46264-8'],
  ['plan', '18776-5 61146-7 61145-9'],
  ['plan', '51847-2'],
  ['assessment', '51848-0'],
  ['coverage', '48768-6'],
  ['healthConcern', '75310-3'],
  ['nutrition', '61144-2'],
  ['advanceDirective', '42348-3'],
];

const byCode = new Map(
  kinds.flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind] as const)),
);

/** Sections whose entries may be read from their narrative where they have none. */
export const fromNarrative = new Set(['problem', 'medication', 'allergy', 'immunization', 'procedure']);

/** What facts of a section are called; undefined where only its words count. */
export const factOfSection = (loinc: string | undefined): string | undefined => byCode.get(loinc ?? '');
