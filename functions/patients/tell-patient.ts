import type { Checked, Finding } from '../domain/finding.ts';
import { changeDemographics, contradictions, newPatient } from '../domain/patients/change-demographics.ts';
import type { Demographics } from '../domain/patients/demographics.ts';
import type {
  FieldChange,
  PatientChange,
  PatientFile,
  PatientName,
  Told,
} from '../domain/patients/patient-record.ts';
import { isSameContent } from '../domain/patients/same-content.ts';
import { stateCoverage, type ToldCoverage } from '../domain/patients/state-coverage.ts';
import type { SeenVersions } from '../domain/practice/seen-versions.ts';

/** What a table or a program says of a patient. */
export type ToldPatient = {
  readonly demographics: Demographics;
  readonly coverages?: readonly ToldCoverage[] | undefined;
  /** All fields are told: what is absent is emptied. */
  readonly whole?: boolean;
  /** Somebody made sure that it is the same person under another name and birth date. */
  readonly isSamePerson?: boolean;
};

/** Whose word it is, when it came, and the versions of the record that were seen: absent, it is put to whichever stands. */
export type ToldAt = { readonly told: Told; readonly now: Date; readonly seen?: SeenVersions };

/** The record as it would be, or the findings for which nothing of it is taken. No change where nothing is new. */
export type PatientAnswer = Checked<{
  readonly change?: PatientChange;
  readonly changes: readonly FieldChange[];
}>;

/** Puts what is told of a patient to the record as it stands. */
export const tellPatient = (
  name: PatientName,
  before: PatientFile | undefined,
  said: ToldPatient,
  { told, now }: ToldAt,
): PatientAnswer => {
  const against = said.isSamePerson ? [] : contradictions(before, said.demographics);
  if (against.length > 0) return { success: false, findings: against };
  const known = before?.record ?? newPatient(name, said.demographics, told, now);
  const { record, changes } = changeDemographics(known, said.demographics, told, said.whole);
  const covered = stateAll({ record, coverages: before?.coverages ?? [] }, said.coverages ?? [], told);
  if (!covered.success) return covered;
  const { file } = covered.data;
  const all = [...changes, ...covered.data.changes];
  if (before && isSameContent(before, file)) return { success: true, data: { changes: [] } };
  const { actor, source } = told;
  const type = before ? 'changed' : 'entered';
  const event = before && all.length === 0 ? undefined : ({ type, actor, source, changes: all } as const);
  return { success: true, data: { change: { file, event }, changes: all } };
};

const stateAll = (
  file: PatientFile,
  coverages: readonly ToldCoverage[],
  told: Told,
): Checked<{ readonly file: PatientFile; readonly changes: readonly FieldChange[] }> => {
  let now = file;
  const changes: FieldChange[] = [];
  const findings: Finding[] = [];
  for (const [index, coverage] of coverages.entries()) {
    const stated = stateCoverage(now, coverage, told);
    if (!stated.success) {
      findings.push(...stated.findings.map((one) => ({ ...one, path: `coverages.${index}.${one.path}` })));
      continue;
    }
    now = stated.data.file;
    changes.push(...stated.data.changes);
  }
  return findings.length > 0 ? { success: false, findings } : { success: true, data: { file: now, changes } };
};
