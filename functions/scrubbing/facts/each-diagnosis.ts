import { type CodeBook, codeBookOn, type DiagnosisEntry } from '../../../codesets/code-book.ts';
import type { CodedService } from '../../domain/coding.ts';
import type { EncounterToScrub, Objection } from '../edit.ts';

/** Where a diagnosis stands. */
export const pathOf = (at: number): string => `codes.diagnoses[${at}]`;

/** What a check has against the diagnoses, one by one. */
export const eachDiagnosis = (
  { codes }: EncounterToScrub,
  check: (code: string, at: number) => readonly Objection[],
): readonly Objection[] => codes.diagnoses.flatMap((code, at) => check(code, at));

/** The code sets of the visit's day. */
export const bookOf = ({ registration }: EncounterToScrub): CodeBook =>
  codeBookOn(registration.dateOfService);

/** The diagnoses that a service points at, as far as the sets know them. */
export const pointedAt = (
  { diagnosisPointers }: CodedService,
  encounter: EncounterToScrub,
): readonly DiagnosisEntry[] => {
  const { diagnoses } = bookOf(encounter);
  return diagnosisPointers.flatMap((pointer) => {
    const code = encounter.codes.diagnoses[pointer - 1];
    return (code === undefined ? undefined : diagnoses.entry(code)) ?? [];
  });
};
