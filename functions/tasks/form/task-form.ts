import type { CodedService, EncounterCodes } from '../../domain/coding.ts';
import type { TaskCase } from '../task-case.ts';
import { type CodingForm, emptyCodingForm, prefillCoding, readCoding, serviceRow } from './coding-form.ts';

/** One row of services as it stands in the form: text, however wrong. */
export type ServiceRow = {
  readonly procedure: string;
  readonly modifiers: string;
  readonly units: string;
  readonly pointers: string;
};

/** The fields of an action's form beside its table of services. */
export const textFields = [
  'note',
  'memberId',
  'patientLastName',
  'patientFirstName',
  'priorAuthorization',
  'referringNpi',
  'referringLastName',
  'referringFirstName',
  'diagnoses',
] as const;
export type TextField = (typeof textFields)[number];

/** An action's form as it is shown and as it comes back. */
export type TaskForm = { readonly [field in TextField]: string } & {
  readonly services: readonly ServiceRow[];
  /** What a coder decides about the suggestions; a list of diagnoses in `diagnoses` says it all without them. */
  readonly coding: CodingForm;
};

/** What a browser sent: which form, whether only more rows were asked for, and the input. */
export type SentForm = { readonly action: string; readonly wantsRows: boolean; readonly form: TaskForm };

const serviceFields = ['procedure', 'modifiers', 'units', 'pointers'] as const;

const isBlank = (row: ServiceRow): boolean => serviceFields.every((field) => row[field].trim() === '');

const blankRow: ServiceRow = { procedure: '', modifiers: '', units: '', pointers: '' };

/** Empty rows to write further services into. Those left empty do not come back, so asking again gives more. */
const spareRows = 2;

export const withSpareRows = (rows: readonly ServiceRow[]): ServiceRow[] => [
  ...rows,
  ...Array.from({ length: spareRows }, () => blankRow),
];

/** The form as it is first shown: what the claim or the proposal says now. */
export const prefillForm = (taskCase: TaskCase): TaskForm => {
  const { claim, encounter } = taskCase;
  const referring = claim?.referringProvider ?? encounter?.registration?.referringProvider;
  const patient = claim?.patient ?? encounter?.registration?.patient;
  const codes = currentCodes(taskCase);
  return {
    note: '',
    memberId: claim?.coverage.memberId ?? '',
    patientLastName: patient?.lastName ?? '',
    patientFirstName: patient?.firstName ?? '',
    priorAuthorization: claim?.priorAuthorization ?? '',
    referringNpi: referring?.npi ?? '',
    referringLastName: referring?.lastName ?? '',
    referringFirstName: referring?.firstName ?? '',
    diagnoses: (codes?.diagnoses ?? []).join('\n'),
    services: (codes?.services ?? []).map(serviceRow),
    coding: encounter ? prefillCoding(encounter, codes) : emptyCodingForm,
  };
};

/** The codes to start from: the claim's, else those confirmed before, else the proposal. */
export const currentCodes = ({ claim, encounter }: TaskCase): EncounterCodes | undefined => {
  if (claim) return { diagnoses: claim.diagnoses, services: claim.lines.map(toService) };
  return encounter?.codes ?? encounter?.proposal;
};

const toService = ({ procedure, modifiers, units, diagnosisPointers }: CodedService): CodedService => ({
  procedure,
  modifiers,
  units,
  diagnosisPointers,
});

/** Reads a form as browsers send it (application/x-www-form-urlencoded); what is absent is empty. */
export const readForm = (body: string): SentForm => {
  const fields = new URLSearchParams(body);
  const text = (name: string): string => (fields.get(name) ?? '').replace(/\r\n?/g, '\n');
  const columns = serviceFields.map((name) => [name, fields.getAll(name)] as const);
  const height = Math.min(rowLimit, Math.max(...columns.map(([, values]) => values.length)));
  const rows = Array.from({ length: height }, (_, row) => ({
    ...blankRow,
    ...Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? ''])),
  }));
  const texts = Object.fromEntries(textFields.map((name) => [name, text(name)])) as Record<TextField, string>;
  return {
    action: text('action'),
    wantsRows: fields.has('more-rows'),
    form: { ...texts, services: rows.filter((row) => !isBlank(row)), coding: readCoding(fields) },
  };
};

/** A claim has 50 lines at most (loop 2400); beyond twice that a form is not a person's. */
const rowLimit = 100;
