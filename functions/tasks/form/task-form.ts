import type { Claim } from '../../domain/claim.ts';
import type { CodedService, EncounterCodes } from '../../domain/coding.ts';
import { effectiveAdjudication } from '../../domain/ledger/effective-decision.ts';
import { isPatientSubscriber } from '../../domain/party.ts';
import type { TaskCase } from '../task-case.ts';
import { type CodingForm, emptyCodingForm, prefillCoding, readCoding } from './coding-form.ts';
import { correctionTexts, type Texts } from './correction-form.ts';
import { correctionGroups } from './correction-table.ts';
import { readRows } from './form-rows.ts';
import { type OtherPayerTexts, otherPayerTexts, readOtherPayerFields } from './other-payer-form.ts';
import { readPartFields } from './parts-form.ts';
import { emptySent, type SentFields, sentNames } from './sent-form.ts';
import { blankServiceRow, type ServiceRow, serviceRow } from './service-row.ts';

/** An action's form as it is shown and as it comes back. */
export type TaskForm = {
  readonly note: string;
  readonly diagnoses: string;
  /** By the names of their fields; one that a page did not have is undefined, which is not the same as empty. */
  readonly corrections: Texts;
  /** Amounts beside open adjustments, by the names of their fields. */
  readonly parts: Readonly<Record<string, string>>;
  readonly writeOffReason: string;
  /** Another payer that is to be billed, by the names of its fields. */
  readonly other: OtherPayerTexts;
  /** How an appeal or documents were sent. */
  readonly sent: SentFields;
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

/**
 * A claim with what the payer's records have otherwise of the insured: to resubmit as it is proposed takes it. A name is
 * told of the patient or of who holds the policy (NM1*74); where these are two, a person says whose it is.
 */
const asPayerHasIt = (claim: Claim): Claim => {
  const { memberId, ...names } = effectiveAdjudication(claim)?.correctedInsured ?? {};
  const { lastName, firstName } = isPatientSubscriber(claim.coverage) ? names : {};
  return {
    ...claim,
    coverage: { ...claim.coverage, ...(memberId && { memberId }) },
    patient: { ...claim.patient, ...(lastName && { lastName }), ...(firstName && { firstName }) },
  };
};

/** The form as it is first shown: what the claim or the proposal says now. */
export const prefillForm = (taskCase: TaskCase): TaskForm => {
  const { claim, encounter, acceptsFrom } = taskCase;
  const codes = currentCodes(taskCase);
  return {
    note: '',
    corrections: correctionTexts(claim && asPayerHasIt(claim)),
    parts: {},
    writeOffReason: '',
    other: otherPayerTexts(taskCase.suggestedPayer),
    sent: prefillSent(taskCase),
    diagnoses: (codes?.diagnoses ?? []).join('\n'),
    services: (codes?.services ?? []).map(serviceRow),
    coding: encounter ? prefillCoding(encounter, { codes, acceptsFrom }) : emptyCodingForm,
  };
};

/** The way that the payer prefers. Documents are sent only if a person says so: waiting on may be about something else. */
const prefillSent = ({ preparation }: TaskCase): SentFields => ({
  ...emptySent,
  way: preparation?.purpose === 'appeal' ? (preparation.offered.ways[0] ?? '') : '',
});

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
  const sent = (name: string): string | undefined => fields.get(name)?.replace(/\r\n?/g, '\n');
  const text = (name: string): string => sent(name) ?? '';
  const services = readRows(fields, serviceNames, blankServiceRow);
  const named = correctionGroups.flatMap(({ parts }) => parts.map(({ name }) => name));
  const corrections = Object.fromEntries(named.map((name) => [name, sent(name)]));
  return {
    action: text('action'),
    wantsRows: fields.has('more-rows'),
    form: {
      note: text('note'),
      diagnoses: text('diagnoses'),
      corrections,
      parts: readPartFields(fields),
      writeOffReason: text('writeOffReason'),
      other: readOtherPayerFields(fields),
      sent: {
        way: text(sentNames.way),
        on: text(sentNames.on),
        confirmation: text(sentNames.confirmation),
        reportType: text(sentNames.reportType),
      },
      services,
      coding: readCoding(fields),
    },
  };
};
