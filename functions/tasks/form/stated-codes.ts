import type { CodeSuggestion } from '../../domain/coding.ts';
import { type CodingForm, isDiagnosis, noFields, type SuggestedFields } from './coding-form.ts';
import { normalDiagnosis } from './parse-codes.ts';
import type { ServiceRow } from './service-row.ts';

/** What the coder decides about, and the note that it is about. */
export type CodingSubject = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly note: string | undefined;
};

/** A diagnosis in the form: accepted or not, the name of its field, and the number it goes by. */
export type StatedDiagnosis = {
  readonly code: string;
  readonly isKept: boolean;
  readonly place: number | undefined;
  readonly path: string;
  readonly placePath: string;
};

/** A diagnosis that has its number. */
export type PlacedDiagnosis = StatedDiagnosis & { readonly place: number };

/** A service in the form, and the names of its fields. */
export type StatedService = {
  readonly row: ServiceRow;
  readonly pathOf: (field: string) => string;
};

const placeOf = (text: string): number | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[1-9]\d?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
};

/** What the form says about a suggestion; empty where it says nothing. */
export const fieldsOf = (form: CodingForm, code: string): SuggestedFields =>
  Object.hasOwn(form.suggested, code) ? (form.suggested[code] ?? noFields) : noFields;

/** The suggested diagnoses, accepted or not, and the added ones. */
export const statedDiagnoses = (
  form: CodingForm,
  { suggestions }: CodingSubject,
): readonly StatedDiagnosis[] => [
  ...suggestions.filter(isDiagnosis).map(({ code }) => {
    const { decision, place } = fieldsOf(form, code);
    const paths = { path: `decision-${code}`, placePath: `place-${code}` };
    return { code, isKept: decision === 'accept', place: placeOf(place), ...paths };
  }),
  ...form.addedDiagnoses.map(({ code, place }, at) => {
    const paths = { path: `add-diagnosis-${at}`, placePath: `add-place-${at}` };
    return { code: normalDiagnosis(code), isKept: true, place: placeOf(place), ...paths };
  }),
];

/** The accepted services and the added ones. */
export const statedServices = (
  form: CodingForm,
  { suggestions }: CodingSubject,
): readonly StatedService[] => [
  ...suggestions
    .filter((one) => !isDiagnosis(one) && fieldsOf(form, one.code).decision === 'accept')
    .map(({ code }) => ({
      row: { ...fieldsOf(form, code), procedure: code },
      pathOf: (field: string) => `${field === 'procedure' ? 'decision' : field}-${code}`,
    })),
  ...form.addedServices.map((row, at) => ({ row, pathOf: (field: string) => `add-${field}-${at}` })),
];

/** Numbers that were left out follow those that were given, so that every diagnosis has one. */
export const inClaimOrder = (stated: readonly StatedDiagnosis[]): readonly PlacedDiagnosis[] => {
  let last = Math.max(0, ...stated.map(({ place }) => place ?? 0).filter(Number.isInteger));
  return stated
    .map((diagnosis) => ({ ...diagnosis, place: diagnosis.place ?? ++last }))
    .sort((a, b) => a.place - b.place);
};
