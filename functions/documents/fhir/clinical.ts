import type { Draft } from '../draft.ts';
import { measureOf } from '../facts/vital-codes.ts';
import { addPractitioner, type TakeResource } from './administrative.ts';
import { at, day, type Json, list, text } from './json.ts';
import type { Placed, References } from './resources.ts';
import { anyDay, anyValue, codeIn, concept, wordsOf } from './types.ts';

const told = (...parts: readonly (string | undefined | false)[]): string | undefined =>
  parts.filter((part) => part).join('; ') || undefined;

const since = (day: string | undefined): string | undefined => day && `from ${day}`;

const categories = (resource: Json): readonly string[] =>
  list(resource, 'category').flatMap((one) =>
    list(one, 'coding').flatMap((coding) => text(coding, 'code') ?? []),
  );

const verification = (resource: Json): string | undefined => codeIn(at(resource, 'verificationStatus'));

const takeCondition: TakeResource = (draft, { resource, path }) => {
  const isDiagnosis = categories(resource).includes('encounter-diagnosis');
  const name = isDiagnosis ? 'diagnosis' : 'problem';
  const isAbsent = verification(resource) === 'refuted';
  const status = codeIn(at(resource, 'clinicalStatus'));
  const value = concept(at(resource, 'code'));
  const doubt = /^(provisional|differential|unconfirmed)$/.exec(verification(resource) ?? '')?.[0];
  if (value)
    draft.stated(
      name,
      isAbsent,
      told(value, since(anyDay(resource, 'onset')), status, doubt),
      `${path}.code`,
    );
};

const takeProcedure: TakeResource = (draft, { resource, path }, references) => {
  const isAbsent = text(resource, 'status') === 'not-done';
  const value = concept(at(resource, 'code'));
  if (value)
    draft.stated('procedure', isAbsent, told(value, since(anyDay(resource, 'performed'))), `${path}.code`);
  for (const [number, one] of list(resource, 'performer').entries())
    addPractitioner(draft, 'provider', at(one, 'actor'), path, `${path}.performer[${number}]`, references);
};

const loincOf = (code: Json): string | undefined =>
  text(
    list(code, 'coding').find((one) => /loinc/.test(text(one, 'system') ?? '')),
    'code',
  );

const kindOf = (resource: Json): string => {
  const all = categories(resource);
  if (all.includes('vital-signs')) return 'vital';
  if (all.includes('social-history')) return 'socialHistory';
  return measureOf(loincOf(at(resource, 'code')));
};

const takeMeasure = (
  draft: Draft,
  kind: string,
  measured: Json,
  path: string,
  date: string | undefined,
): void => {
  const value = anyValue(measured);
  const flag = codeIn(at(measured, 'interpretation', 0));
  const what = concept(at(measured, 'code'));
  if (value !== undefined && what !== undefined)
    draft.fact(
      kind,
      told(`${what}: ${value}`, flag && flag !== 'N' && `flag ${flag}`, date),
      `${path}.value`,
    );
};

const takeObservation: TakeResource = (draft, { resource, path }) => {
  const kind = kindOf(resource);
  const date = anyDay(resource, 'effective');
  takeMeasure(draft, kind, resource, path, date);
  for (const [number, component] of list(resource, 'component').entries())
    takeMeasure(draft, kind, component, `${path}.component[${number}]`, date);
};

const medicineOf = (resource: Json, path: string, references: References): string | undefined =>
  concept(at(resource, 'medicationCodeableConcept')) ??
  concept(at(references.find(at(resource, 'medicationReference'), path)?.resource, 'code')) ??
  text(resource, 'medicationReference', 'display');

const doseOf = (resource: Json): string | undefined =>
  text(resource, 'dosageInstruction', 0, 'text') ??
  text(resource, 'dosage', 0, 'text') ??
  text(resource, 'dosage', 'text');

const notTaken = /^(not-taken|not-done|cancelled|stopped|declined)$/;

const takeMedication: TakeResource = (draft, { resource, path }, references) => {
  const value = medicineOf(resource, path, references);
  const status = text(resource, 'status') ?? '';
  const isAbsent = notTaken.test(status) || at(resource, 'doNotPerform') === true;
  const date =
    day(resource, 'authoredOn') ?? anyDay(resource, 'effective') ?? day(resource, 'whenHandedOver');
  if (value)
    draft.stated(
      'medication',
      isAbsent,
      told(value, doseOf(resource), since(date), status !== 'active' && status),
      `${path}.medication`,
    );
  addPractitioner(draft, 'prescriber', at(resource, 'requester'), path, `${path}.requester`, references);
};

const takeAllergy: TakeResource = (draft, { resource, path }) => {
  const value = concept(at(resource, 'code'));
  const isAbsent = verification(resource) === 'refuted' || /\bno known\b/i.test(value ?? '');
  const reactions = list(resource, 'reaction').flatMap((one) =>
    list(one, 'manifestation').flatMap((sign) => wordsOf(sign) ?? []),
  );
  const status = codeIn(at(resource, 'clinicalStatus'));
  if (value)
    draft.stated(
      'allergy',
      isAbsent,
      told(value, reactions.length > 0 && `reaction ${reactions.join(', ')}`, status),
      `${path}.code`,
    );
};

const takeVaccine: TakeResource = (draft, { resource, path }) => {
  const isAbsent = text(resource, 'status') === 'not-done';
  const value = concept(at(resource, 'vaccineCode'));
  if (value)
    draft.stated(
      'immunization',
      isAbsent,
      told(value, anyDay(resource, 'occurrence')),
      `${path}.vaccineCode`,
    );
};

const takeOrder: TakeResource = (draft, { resource, path }, references) => {
  const isAbsent = at(resource, 'doNotPerform') === true || text(resource, 'status') === 'revoked';
  const value = concept(at(resource, 'code'));
  if (value) draft.stated('plan', isAbsent, told(value, anyDay(resource, 'occurrence')), `${path}.code`);
  addPractitioner(
    draft,
    'orderingProvider',
    at(resource, 'requester'),
    path,
    `${path}.requester`,
    references,
  );
};

const takeCarePlan: TakeResource = (draft, { resource, path }) => {
  draft.fact('plan', text(resource, 'title') ?? text(resource, 'description'), `${path}.title`);
  for (const [number, activity] of list(resource, 'activity').entries())
    draft.fact(
      'plan',
      concept(at(activity, 'detail', 'code')) ?? text(activity, 'detail', 'description'),
      `${path}.activity[${number}]`,
    );
};

const takeFamily: TakeResource = (draft, { resource, path }) => {
  const who = wordsOf(at(resource, 'relationship'));
  for (const [number, one] of list(resource, 'condition').entries())
    draft.fact('familyHistory', told(concept(at(one, 'code')), who), `${path}.condition[${number}]`);
};

const money = (value: Json): string | undefined => text(value, 'value');

const takeCharge: TakeResource = (draft, { resource, path }, references) => {
  const value = told(
    concept(at(resource, 'code')),
    text(resource, 'quantity', 'value') && `units ${text(resource, 'quantity', 'value')}`,
    anyDay(resource, 'occurrence') && `date ${anyDay(resource, 'occurrence')}`,
    money(at(resource, 'priceOverride')) && `amount ${money(at(resource, 'priceOverride'))}`,
  );
  draft.fact('charge', value, `${path}.code`);
  for (const one of list(resource, 'performer'))
    addPractitioner(draft, 'provider', at(one, 'actor'), path, `${path}.performer`, references);
};

const modifiers = (item: Json): string | undefined => {
  const codes = list(item, 'modifier').flatMap((one) => codeIn(one) ?? []);
  return codes.length > 0 ? `modifiers ${codes.join(', ')}` : undefined;
};

const takeClaim: TakeResource = (draft, { resource, path }, references) => {
  for (const [number, one] of list(resource, 'diagnosis').entries()) {
    const referred = references.find(at(one, 'diagnosisReference'), path);
    draft.fact(
      'diagnosis',
      concept(at(one, 'diagnosisCodeableConcept')) ?? concept(at(referred?.resource, 'code')),
      `${path}.diagnosis[${number}]`,
    );
  }
  for (const [number, item] of list(resource, 'item').entries()) {
    const units = text(item, 'quantity', 'value');
    const date = day(item, 'servicedDate') ?? day(item, 'servicedPeriod', 'start');
    const amount = money(at(item, 'net')) ?? money(at(item, 'unitPrice'));
    const value = told(
      concept(at(item, 'productOrService')),
      modifiers(item),
      units && `units ${units}`,
      date && `date ${date}`,
      amount && `amount ${amount}`,
    );
    draft.fact('charge', value, `${path}.item[${number}]`);
  }
  addPractitioner(draft, 'provider', at(resource, 'provider'), path, `${path}.provider`, references);
};

const takeGoal: TakeResource = (draft, { resource, path }: Placed) =>
  draft.fact('plan', concept(at(resource, 'description')), `${path}.description`);

/** What was found, done, given, planned and charged. */
export const clinical: Readonly<Record<string, TakeResource>> = {
  Condition: takeCondition,
  Procedure: takeProcedure,
  Observation: takeObservation,
  MedicationRequest: takeMedication,
  MedicationStatement: takeMedication,
  MedicationAdministration: takeMedication,
  MedicationDispense: takeMedication,
  AllergyIntolerance: takeAllergy,
  Immunization: takeVaccine,
  ServiceRequest: takeOrder,
  CarePlan: takeCarePlan,
  Goal: takeGoal,
  FamilyMemberHistory: takeFamily,
  ChargeItem: takeCharge,
  Claim: takeClaim,
};
