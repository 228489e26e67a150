import { checkInput } from '../../domain/check-input.ts';
import { EncounterCodes } from '../../domain/coding.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { ServiceRow } from './service-row.ts';
import type { TaskForm } from './task-form.ts';

/** Reads the diagnoses, one a line, and the rows of services. */
export const parseCodes = (form: Pick<TaskForm, 'diagnoses' | 'services'>): Checked<EncounterCodes> => {
  const diagnoses = form.diagnoses.split('\n').map(normalDiagnosis).filter(Boolean);
  const checked = checkInput(EncounterCodes, { diagnoses, services: form.services.map(toService) });
  return checked.success
    ? checked
    : { success: false, findings: checked.findings.map((finding) => besideField(finding, diagnoses)) };
};

/** Claims and payers leave the dot of ICD-10-CM out; people do too. */
export const normalDiagnosis = (line: string): string =>
  line
    .trim()
    .toUpperCase()
    .replace(/^([A-Z](?:[0-9][0-9A-Z]|[A-Z][0-9]))([0-9A-Z]{1,4})$/, '$1.$2');

const words = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/** A row's procedure as a claim has it, but for what it points at. */
export const codesOfRow = ({ procedure, modifiers, units }: Omit<ServiceRow, 'pointers'>) => ({
  procedure: procedure.trim().toUpperCase(),
  modifiers: words(modifiers),
  units: units.trim() === '' ? 1 : toNumber(units.trim()),
});

/** The numbers that a row points at; NaN for what is none. */
export const pointersOf = (text: string): number[] => words(text).map(toPointer);

const toService = (row: ServiceRow) => ({
  ...codesOfRow(row),
  diagnosisPointers: pointersOf(row.pointers),
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
const besideField = ({ code, path }: Finding, diagnoses: readonly string[]): Finding => {
  const [list, position, name] = path.split('.');
  if (list === 'diagnoses') return { code, path: 'diagnoses', detail: diagnosisDetail(position, diagnoses) };
  return name === undefined
    ? { code, path: 'services', detail: 'Name one to fifty services' }
    : serviceFinding(code, name, (field) => `services.${position}.${field}`);
};

/** A finding about one field of a service, beside that field. */
export const serviceFinding = (code: string, name: string, pathOf: (field: string) => string): Finding => {
  const { field, detail } = serviceFields[name] ?? { field: 'procedure', detail: 'This is no service' };
  return { code, path: pathOf(field), detail };
};

const diagnosisDetail = (position: string | undefined, diagnoses: readonly string[]): string => {
  if (position !== undefined) return `Diagnosis ${Number(position) + 1} is no ICD-10-CM code`;
  return diagnoses.length === 0 ? 'Name at least one diagnosis' : 'A claim has at most twelve diagnoses';
};
