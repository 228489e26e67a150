import { EncounterCodes } from '../domain/coding.ts';
import type { Checked, Finding } from '../edi/findings.ts';
import type { ServiceRow, TaskForm } from './task-form.ts';

/** Reads the diagnoses, one a line, and the rows of services. */
export const parseCodes = (form: Pick<TaskForm, 'diagnoses' | 'services'>): Checked<EncounterCodes> => {
  const diagnoses = form.diagnoses.split('\n').map(normalDiagnosis).filter(Boolean);
  const result = EncounterCodes.safeParse({ diagnoses, services: form.services.map(toService) });
  return result.success
    ? { success: true, data: result.data }
    : {
        success: false,
        findings: result.error.issues.map(({ code, path }) => toFinding(code, path, diagnoses)),
      };
};

/** Claims and payers leave the dot of ICD-10-CM out; people do too. */
const normalDiagnosis = (line: string): string =>
  line
    .trim()
    .toUpperCase()
    .replace(/^([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})$/, '$1.$2');

const words = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

const toService = ({ procedure, modifiers, units, pointers }: ServiceRow) => ({
  procedure: procedure.trim().toUpperCase(),
  modifiers: words(modifiers),
  units: units.trim() === '' ? 1 : toNumber(units.trim()),
  diagnosisPointers: words(pointers).map(toPointer),
});

const toNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

/** The paper form points by letters (A to L, box 24E), the electronic one by numbers: both are understood. */
const toPointer = (word: string): number =>
  /^[A-L]$/.test(word) ? word.charCodeAt(0) - 'A'.charCodeAt(0) + 1 : toNumber(word);

const serviceFields: Record<string, { readonly field: keyof ServiceRow; readonly detail: string }> = {
  procedure: { field: 'procedure', detail: 'A procedure code has five letters or digits' },
  modifiers: { field: 'modifiers', detail: 'At most four modifiers of two letters or digits' },
  units: { field: 'units', detail: 'Units are a whole number from 1 to 999' },
  diagnosisPointers: { field: 'pointers', detail: 'Point to one to four of the diagnoses, as 1 2 or A B' },
};

/** A finding beside the field that it is about, in words for the person who filled it in. */
const toFinding = (
  code: string,
  [list, position, name]: readonly PropertyKey[],
  diagnoses: readonly string[],
): Finding => {
  if (list === 'diagnoses') return { code, path: 'diagnoses', detail: diagnosisDetail(position, diagnoses) };
  const known = serviceFields[String(name)];
  return known
    ? { code, path: `services.${String(position)}.${known.field}`, detail: known.detail }
    : { code, path: 'services', detail: 'Name one to fifty services' };
};

const diagnosisDetail = (position: PropertyKey | undefined, diagnoses: readonly string[]): string => {
  if (typeof position === 'number') return `Diagnosis ${position + 1} is no ICD-10-CM code`;
  return diagnoses.length === 0 ? 'Name at least one diagnosis' : 'A claim has at most twelve diagnoses';
};
