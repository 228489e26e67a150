import { chargeFor } from '../../domain/practice.ts';
import { unmatchedServices } from '../../domain/visit/service-facts-of.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { dayOf, eachService, pathOf, placeOf } from '../facts/each-service.ts';
import { isEstablishedVisit, isNewPatientVisit } from '../facts/service-kinds.ts';

const checkPatientType = (encounter: EncounterToScrub): readonly Objection[] => {
  const { patientType } = encounter.registration;
  return eachService(encounter, ({ procedure }, at) => {
    const isWrong =
      patientType === 'new'
        ? isEstablishedVisit(procedure) && procedure !== '99211'
        : isNewPatientVisit(procedure);
    return objectIf(
      isWrong,
      pathOf(at, 'procedure'),
      `${procedure} is for ${patientType === 'new' ? 'established' : 'new'} patients, and the patient is registered as ${patientType}: choose the code of the other kind, or answer why the registration is wrong.`,
    );
  });
};

/** What each service would be charged; undefined of one that has no price, which another edit tells. */
const chargesOf = (encounter: EncounterToScrub): readonly (number | undefined)[] =>
  encounter.codes.services.map((service) => {
    if (service.procedure === '99024') return 0;
    const { procedure, modifiers } = service;
    const priced = { procedure, modifiers, placeOfService: placeOf(service, encounter) };
    const price = chargeFor(encounter.practice, priced, dayOf(service, encounter));
    return price === undefined ? undefined : Math.round(price * service.units);
  });

/** What is reported and costs nothing: codes of category II, and visits after surgery. */
const costsNothing = (procedure: string): boolean => procedure === '99024' || /^\d{4}F$/.test(procedure);

const checkTotal = (encounter: EncounterToScrub): readonly Objection[] => {
  const charges = chargesOf(encounter);
  const { services } = encounter.codes;
  return objectIf(
    charges.length > 0 &&
      charges.every((charge) => charge === 0) &&
      !services.every(({ procedure }) => costsNothing(procedure)),
    'practice.chargeMaster',
    'The charges of the visit sum up to nothing, and payers take no such claim: correct the prices in the charge master.',
  );
};

const checkFree = (encounter: EncounterToScrub): readonly Objection[] => {
  const charges = chargesOf(encounter);
  if (charges.every((charge) => charge === 0)) return [];
  const free = encounter.codes.services.filter(
    ({ procedure }, at) => charges[at] === 0 && !costsNothing(procedure),
  );
  return objectIf(
    free.length > 0,
    'practice.chargeMaster',
    `The price of ${[...new Set(free.map(({ procedure }) => procedure))].join(', ')} is nothing: correct it in the charge master, or answer that nothing is charged, as of a vaccine that the state gave.`,
  );
};

/** What the clinic told of a service goes on the claim with its code; without one it would be lost. */
const checkUnbilled = ({ registration, codes }: EncounterToScrub): readonly Objection[] => {
  const registered = registration.services ?? [];
  return unmatchedServices(codes.services, registered).map((one) => ({
    path: `registration.services.${registered.indexOf(one)}`,
    detail: `${[one.procedure, ...(one.modifiers ?? [])].join('-')} was registered and is not among the confirmed codes, so that nothing of it would be billed: confirm its code, or answer why it is left out.`,
  }));
};

/** Edits on what a visit is billed for as a whole. */
export const visitEdits: readonly Edit[] = [
  {
    code: 'filing-patient-type',
    desk: 'coder',
    source: 'CPT: a new patient was not seen in the practice’s specialty for three years; CARC B16',
    severity: 'warn',
    check: checkPatientType,
  },
  {
    code: 'filing-service-unbilled',
    source: 'what the clinic registered of the visit',
    desk: 'coder',
    severity: 'warn',
    check: checkUnbilled,
  },
  {
    code: 'filing-total-charge',
    desk: 'biller',
    source: '837P CLM02: a claim charges something',
    check: checkTotal,
  },
  {
    code: 'filing-charge-zero',
    desk: 'biller',
    source: '837P SV102; the charge master of the practice',
    severity: 'warn',
    check: checkFree,
  },
];
