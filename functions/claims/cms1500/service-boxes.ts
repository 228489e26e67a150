import type { ClaimLine } from '../../domain/claim.ts';
import type { Drug, ServiceFacts } from '../../domain/visit/service-facts.ts';
import { putWithProse } from './condition-boxes.ts';
import { type FormClaim, isMedicare } from './form-claim.ts';
import { type Filled, put } from './form-entry.ts';
import { formAmount, formProse, formValue, putDate } from './form-text.ts';
import { serviceFields } from './grid.ts';

type Fields = ReturnType<typeof serviceFields>;

/** Box 24: the services of the page, a row each, with what supplements them in the shaded half above. */
export const serviceBoxes = (form: FormClaim): Filled =>
  form.lines.flatMap((line, at) => row(form, line, at));

const row = (form: FormClaim, line: ClaimLine, at: number): Filled => {
  const fields = serviceFields(at + 1);
  const of = `line ${line.lineNumber}`;
  return [
    ...supplement(fields, line, of),
    ...days(fields, form, line),
    ...put(fields.placeOfService, line.facts?.placeOfService ?? form.claim.placeOfService),
    ...put(fields.emergency, line.facts?.emergency ? 'Y' : undefined),
    ...put(fields.procedure, line.procedure),
    ...put(fields.modifiers, line.modifiers.join(' ')),
    ...put(fields.pointers, line.diagnosisPointers.map(letterOf).join('')),
    ...put(fields.charge, formAmount(line.charge), of),
    ...put(fields.units, String(line.facts?.minutes ?? line.units), of),
    ...screening(fields, form, line),
    ...rendering(fields, form, line),
  ];
};

/** Pointers are letters here: A is the first diagnosis. */
const letterOf = (pointer: number): string => String.fromCharCode(64 + pointer);

const days = (fields: Fields, { claim }: FormClaim, { facts = {} }: ClaimLine): Filled => {
  const from = facts.from ?? claim.dateOfService;
  const to = facts.to ?? (facts.from === undefined ? claim.visit?.lastDateOfService : undefined) ?? from;
  return [...putDate(fields.from, from), ...putDate(fields.to, to)];
};

/** Drug, minutes of anesthesia and attested numbers stay whole; what was done and notes are cut to the room left. */
const supplement = ({ supplement: field }: Fields, { facts = {} }: ClaimLine, of: string): Filled => {
  const { drug, minutes, description, note } = facts;
  const pieces = [
    ...(drug ? [drugText(drug)] : []),
    ...(minutes === undefined ? [] : [`7TIME ${minutes} MINUTES`]),
  ];
  const prose = [description && `ZZ${formProse(description)}`, note && formProse(note)];
  return putWithProse(field, pieces, prose.filter(Boolean).join('   '), of);
};

/** N4 and the eleven digits, a space, the unit and the quantity. */
const drugText = ({ ndc, unit, quantity }: Drug): string => formValue(`N4${ndc} ${unit}${quantity}`);

/** 24H: early screening with its reason in the shaded half, and family planning. */
const screening = (fields: Fields, { claim: { visit } }: FormClaim, { facts = {} }: ClaimLine): Filled => {
  const { epsdt, familyPlanning }: ServiceFacts = facts;
  const { epsdtReferral } = visit ?? {};
  const reason = epsdtReferral && (epsdtReferral.conditions[0] ?? 'NU');
  return [
    ...put(fields.epsdtReason, epsdt ? reason : undefined),
    ...put(fields.epsdt, epsdt || familyPlanning ? 'Y' : undefined),
  ];
};

/** 24I and 24J say who gave the services where that is not who bills; Medicare wants no taxonomy. */
const rendering = (
  fields: Fields,
  { claim, payer, entity }: FormClaim,
  { renderingProvider = claim.renderingProvider }: ClaimLine,
): Filled => {
  const given = [claim.renderingProvider, ...claim.lines.flatMap((line) => line.renderingProvider ?? [])];
  if (given.every(({ npi }) => npi === entity.npi)) return [];
  const { npi, taxonomy } = renderingProvider;
  return [
    ...(taxonomy && !isMedicare(payer)
      ? [...put(fields.otherIdQualifier, 'ZZ'), ...put(fields.otherId, taxonomy)]
      : []),
    ...put(fields.renderingNpi, npi),
  ];
};
