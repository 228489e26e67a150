import { DiagnosisCode } from '../../domain/coding.ts';
import type { Finding } from '../../domain/finding.ts';
import type { CodingForm } from './coding-form.ts';
import { type CodingSubject, fieldsOf, type PlacedDiagnosis } from './stated-codes.ts';

/** Suggestions that were neither accepted nor rejected. */
export const undecided = (form: CodingForm, { suggestions }: CodingSubject): Finding[] =>
  suggestions
    .filter(({ code }) => !['accept', 'reject'].includes(fieldsOf(form, code).decision))
    .map(({ code }) => ({
      code: 'decision-missing',
      path: `decision-${code}`,
      detail: `Accept or reject ${code}`,
    }));

/** What is wrong with the accepted diagnoses and their numbers. */
export const diagnosisFindings = (kept: readonly PlacedDiagnosis[]): Finding[] =>
  kept.flatMap(({ code, place, path, placePath }, at) => {
    const earlier = kept.slice(0, at);
    return [
      ...(DiagnosisCode.safeParse(code).success
        ? []
        : [{ code: 'diagnosis-form', path, detail: `${code || 'An empty code'} is no ICD-10-CM code` }]),
      ...(earlier.some((other) => other.code === code)
        ? [{ code: 'diagnosis-twice', path, detail: `${code} stands here twice` }]
        : []),
      ...(Number.isNaN(place)
        ? [{ code: 'place-form', path: placePath, detail: 'The place is a number from 1 to 99' }]
        : []),
      ...(earlier.some((other) => other.place === place)
        ? [{ code: 'place-twice', path: placePath, detail: `Two diagnoses have the place ${place}` }]
        : []),
    ];
  });

/** A claim has one to twelve diagnoses (HI) and one to fifty services (loop 2400). */
export const countFindings = (kept: readonly unknown[], services: readonly unknown[]): Finding[] => [
  ...(kept.length === 0
    ? [{ code: 'diagnosis-missing', path: 'add-diagnosis-0', detail: 'Name at least one diagnosis' }]
    : []),
  ...(kept.length > 12
    ? [
        {
          code: 'too-many-diagnoses',
          path: 'add-diagnosis-0',
          detail: 'A claim has at most twelve diagnoses',
        },
      ]
    : []),
  ...(services.length === 0
    ? [{ code: 'service-missing', path: 'add-procedure-0', detail: 'Name at least one service' }]
    : []),
  ...(services.length > 50
    ? [{ code: 'too-many-services', path: 'add-procedure-0', detail: 'A claim has at most fifty services' }]
    : []),
];
