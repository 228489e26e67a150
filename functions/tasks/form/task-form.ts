import type { CodedService, EncounterCodes } from '../../domain/coding.ts';
import { effectiveAdjudication } from '../../domain/ledger/effective-decision.ts';
import type { TaskCase } from '../task-case.ts';
import { type CodingForm, emptyCodingForm, prefillCoding, readCoding } from './coding-form.ts';
import { readRows } from './form-rows.ts';
import { blankServiceRow, type ServiceRow, serviceRow } from './service-row.ts';

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

/** The names of the fields of a row of services, one value a row. */
export const serviceNames = {
  procedure: 'procedure',
  modifiers: 'modifiers',
  units: 'units',
  pointers: 'pointers',
} as const satisfies Record<keyof ServiceRow, string>;

/** The form as it is first shown: what the claim or the proposal says now. */
export const prefillForm = (taskCase: TaskCase): TaskForm => {
  const { claim, encounter, acceptsFrom } = taskCase;
  // What the payer's records have otherwise is proposed: to resubmit as it stands takes it.
  const proposed = claim && effectiveAdjudication(claim)?.correctedInsured;
  const referring = claim?.referringProvider ?? encounter?.registration?.referringProvider;
  const patient = claim?.patient ?? encounter?.registration?.patient;
  const codes = currentCodes(taskCase);
  return {
    note: '',
    memberId: proposed?.memberId ?? claim?.coverage.memberId ?? '',
    patientLastName: proposed?.lastName ?? patient?.lastName ?? '',
    patientFirstName: proposed?.firstName ?? patient?.firstName ?? '',
    priorAuthorization: claim?.priorAuthorization ?? '',
    referringNpi: referring?.npi ?? '',
    referringLastName: referring?.lastName ?? '',
    referringFirstName: referring?.firstName ?? '',
    diagnoses: (codes?.diagnoses ?? []).join('\n'),
    services: (codes?.services ?? []).map(serviceRow),
    coding: encounter ? prefillCoding(encounter, { codes, acceptsFrom }) : emptyCodingForm,
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
  const services = readRows(fields, serviceNames, blankServiceRow);
  const texts = Object.fromEntries(textFields.map((name) => [name, text(name)])) as Record<TextField, string>;
  return {
    action: text('action'),
    wantsRows: fields.has('more-rows'),
    form: { ...texts, services, coding: readCoding(fields) },
  };
};
