import type { Draft } from '../draft.ts';
import { sexOf } from '../facts/values.ts';
import { at, day, type Json, list, text } from './json.ts';
import type { Placed, References } from './resources.ts';
import { addFhirAddress, addHumanName, codeIn, concept, fullName, npiOf, wordsOf } from './types.ts';

export type TakeResource = (draft: Draft, one: Placed, references: References) => void;

/** Numbers of social security: nothing here needs them. */
const isSocialSecurity = (identifier: Json): boolean =>
  /us-ssn|2\.16\.840\.1\.113883\.4\.1$/.test(text(identifier, 'system') ?? '') ||
  list(identifier, 'type', 'coding').some((one) => text(one, 'code') === 'SS');

const takePatient: TakeResource = (draft, { resource, path }) => {
  addHumanName(draft, 'patient', list(resource, 'name'), path);
  draft.fact('patient.birthDate', day(resource, 'birthDate'), `${path}.birthDate`);
  draft.fact('patient.sex', sexOf(text(resource, 'gender')), `${path}.gender`);
  for (const [number, identifier] of list(resource, 'identifier').entries())
    if (!isSocialSecurity(identifier))
      draft.fact('patient.id', text(identifier, 'value'), `${path}.identifier[${number}]`);
  addFhirAddress(draft, 'patient', list(resource, 'address'), path);
  for (const [number, telecom] of list(resource, 'telecom').entries()) {
    const kind = text(telecom, 'system');
    if (kind === 'phone' || kind === 'email')
      draft.fact(`patient.${kind}`, text(telecom, 'value'), `${path}.telecom[${number}]`);
  }
};

/** A practitioner whom a resource names, with the NPI where the file has it. */
export const addPractitioner = (
  draft: Draft,
  role: string,
  reference: Json,
  from: string,
  path: string,
  references: References,
): void => {
  const found = references.find(reference, from);
  const practitioner =
    found?.type === 'PractitionerRole'
      ? references.find(at(found.resource, 'practitioner'), found.path)
      : found;
  const identifier = at(reference, 'identifier');
  draft.fact(
    `${role}.npi`,
    npiOf(practitioner?.resource) ?? npiOf({ identifier: [identifier] }),
    practitioner ? `${practitioner.path}.identifier` : path,
  );
  draft.fact(
    `${role}.name`,
    fullName(list(practitioner?.resource, 'name')) ?? text(reference, 'display'),
    practitioner ? `${practitioner.path}.name` : path,
  );
};

const namedAt = (reference: Json, from: string, references: References): string | undefined =>
  text(reference, 'display') ?? text(references.find(reference, from)?.resource, 'name');

const roles: Readonly<Record<string, string>> = {
  REF: 'referringProvider',
  ADM: 'admittingProvider',
  CON: 'consultingProvider',
};

const takeEncounter: TakeResource = (draft, { resource, path }, references) => {
  draft.fact(
    'visit.class',
    text(resource, 'class', 'display') ?? text(resource, 'class', 'code'),
    `${path}.class`,
  );
  draft.fact('visit.type', concept(at(resource, 'type', 0)), `${path}.type[0]`);
  draft.fact('visit.date', day(resource, 'period', 'start'), `${path}.period.start`);
  draft.fact('visit.endDate', day(resource, 'period', 'end'), `${path}.period.end`);
  draft.fact('visit.number', text(resource, 'identifier', 0, 'value'), `${path}.identifier[0]`);
  for (const [number, one] of list(resource, 'location').entries())
    draft.fact(
      'visit.location',
      namedAt(at(one, 'location'), path, references),
      `${path}.location[${number}]`,
    );
  if (list(resource, 'location').length === 0)
    draft.fact(
      'visit.location',
      namedAt(at(resource, 'serviceProvider'), path, references),
      `${path}.serviceProvider`,
    );
  for (const [number, one] of list(resource, 'reasonCode').entries())
    draft.fact('visit.reason', concept(one), `${path}.reasonCode[${number}]`);
  for (const [number, one] of list(resource, 'participant').entries()) {
    const role = roles[codeIn(at(one, 'type', 0)) ?? ''] ?? 'provider';
    addPractitioner(draft, role, at(one, 'individual'), path, `${path}.participant[${number}]`, references);
  }
};

const classOf = (resource: Json, code: string) => {
  const number = list(resource, 'class').findIndex((one) => codeIn(at(one, 'type')) === code);
  return { one: list(resource, 'class')[number], source: `.class[${number}]` };
};

const takeCoverage: TakeResource = (draft, { resource, path }, references) => {
  for (const [number, payer] of list(resource, 'payor').entries()) {
    draft.fact('coverage.payerName', namedAt(payer, path, references), `${path}.payor[${number}]`);
    draft.fact(
      'coverage.payerId',
      text(payer, 'identifier', 'value') ??
        text(references.find(payer, path)?.resource, 'identifier', 0, 'value'),
      `${path}.payor[${number}]`,
    );
  }
  const isSubscriberId = text(resource, 'subscriberId') !== undefined;
  draft.fact(
    'coverage.memberId',
    text(resource, 'subscriberId') ?? text(resource, 'identifier', 0, 'value'),
    `${path}.${isSubscriberId ? 'subscriberId' : 'identifier[0]'}`,
  );
  const [group, plan] = [classOf(resource, 'group'), classOf(resource, 'plan')];
  draft.fact('coverage.groupNumber', text(group.one, 'value'), `${path}${group.source}`);
  draft.fact('coverage.groupName', text(group.one, 'name'), `${path}${group.source}`);
  draft.fact('coverage.planName', text(plan.one, 'name') ?? text(plan.one, 'value'), `${path}${plan.source}`);
  draft.fact('coverage.relationship', codeIn(at(resource, 'relationship')), `${path}.relationship`);
  draft.fact('coverage.start', day(resource, 'period', 'start'), `${path}.period.start`);
  draft.fact('coverage.end', day(resource, 'period', 'end'), `${path}.period.end`);
  draft.fact('coverage.priority', text(resource, 'order'), `${path}.order`);
  const subscriber = references.find(at(resource, 'subscriber'), path);
  if (subscriber) {
    addHumanName(draft, 'coverage.subscriber', list(subscriber.resource, 'name'), subscriber.path);
    draft.fact(
      'coverage.subscriber.birthDate',
      day(subscriber.resource, 'birthDate'),
      `${subscriber.path}.birthDate`,
    );
  }
};

const takeAppointment: TakeResource = (draft, { resource, path }) => {
  draft.fact('visit.date', day(resource, 'start'), `${path}.start`);
  draft.fact(
    'visit.reason',
    wordsOf(at(resource, 'reasonCode', 0)) ?? text(resource, 'description'),
    `${path}.reasonCode`,
  );
};

/** Who the patient is, which visit it was, and who pays. */
export const administrative: Readonly<Record<string, TakeResource>> = {
  Patient: takePatient,
  Encounter: takeEncounter,
  Coverage: takeCoverage,
  Appointment: takeAppointment,
};
