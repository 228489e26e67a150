import type { Claim, ClaimLine } from '../../domain/claim.ts';
import type { Practice } from '../../domain/practice.ts';
import { changedBy, correctedCoverage, given } from '../../domain/tasks/corrected-coverage.ts';
import type { Correction } from '../../domain/tasks/correction.ts';
import { withServiceFacts } from '../../domain/visit/service-facts-of.ts';
import type { VisitFacts } from '../../domain/visit/visit-facts.ts';
import { cents } from '../../edi/money.ts';
import { priceServices } from './claims-of-visit.ts';

/** A claim with a correction applied: what is not named stays, and null takes away. Services are priced anew where codes, day or place change. */
export const correctedClaim = (claim: Claim, correction: Correction, practice: Practice): Claim => {
  const { dateOfService, placeOfService, renderingProvider, codes } = correction;
  const { priorAuthorization: authorization, referringProvider: referrer, visit: facts, ...rest } = claim;
  const priorAuthorization = changedBy(correction.priorAuthorization, authorization);
  const referringProvider = changedBy(correction.referringProvider, referrer);
  const visit = correctedVisit(facts, correction);
  const moved: Claim = {
    ...rest,
    coverage: correctedCoverage(claim.coverage, claim.patient, correction),
    patient: correctedPatient(claim, correction),
    ...(dateOfService && { dateOfService }),
    ...(placeOfService && { placeOfService }),
    ...(renderingProvider && { renderingProvider }),
    ...(priorAuthorization && { priorAuthorization }),
    ...(referringProvider && { referringProvider }),
    ...(visit && { visit }),
    ...(codes && { diagnoses: codes.diagnoses }),
  };
  return { ...moved, lines: correctedLines(moved, correction, practice) };
};

const correctedPatient = ({ patient }: Claim, correction: Correction): Claim['patient'] => {
  const { patientLastName, patientFirstName, patientDateOfBirth, patientGender, patientAddress } = correction;
  return given<Claim['patient']>({
    ...patient,
    lastName: patientLastName ?? patient.lastName,
    firstName: patientFirstName ?? patient.firstName,
    middleName: changedBy(correction.patientMiddleName, patient.middleName),
    dateOfBirth: patientDateOfBirth ?? patient.dateOfBirth,
    gender: patientGender ?? patient.gender,
    address: patientAddress ?? patient.address,
  });
};

/** The words of a note; of which sort it is stays. */
const noteOf = (text: string | null | undefined, { note }: VisitFacts): VisitFacts['note'] | null =>
  text ? { type: note?.type ?? 'ADD', text } : text === undefined ? undefined : null;

const correctedVisit = (visit: VisitFacts = {}, correction: Correction): VisitFacts | undefined => {
  const { claimNote } = correction;
  const corrected = given<VisitFacts>({
    ...visit,
    referralNumber: changedBy(correction.referralNumber, visit.referralNumber),
    cliaNumber: changedBy(correction.cliaNumber, visit.cliaNumber),
    orderingProvider: changedBy(correction.orderingProvider, visit.orderingProvider),
    supervisingProvider: changedBy(correction.supervisingProvider, visit.supervisingProvider),
    serviceFacility: changedBy(correction.serviceFacility, visit.serviceFacility),
    accident: changedBy(correction.accident, visit.accident),
    attachments: changedBy(correction.attachments, visit.attachments),
    note: changedBy(noteOf(claimNote, visit), visit.note),
  });
  return Object.keys(corrected).length > 0 ? corrected : undefined;
};

const correctedLines = (claim: Claim, correction: Correction, practice: Practice): ClaimLine[] => {
  const { codes, drugs, charges = [], dateOfService, placeOfService } = correction;
  const services = codes ? withServiceFacts(codes.services, claim.lines.map(knownOf)) : claim.lines;
  const isPricedAnew = codes !== undefined || dateOfService !== undefined || placeOfService !== undefined;
  const priced = isPricedAnew ? priceServices(practice, services, claim) : claim.lines;
  return priced.map((line) => {
    const charge = charges.find((one) => one.line === line.lineNumber)?.charge;
    const withCharge = charge === undefined ? line : { ...line, charge: cents(charge) };
    return drugs === undefined ? withCharge : withDrug(withCharge, drugs ?? []);
  });
};

const withDrug = (line: ClaimLine, drugs: NonNullable<Correction['drugs']>): ClaimLine => {
  const { facts: known, ...rest } = line;
  const { drug: _before, ...facts } = known ?? {};
  const [drug] = drugs.filter((one) => one.line === line.lineNumber).map(({ line: _line, ...told }) => told);
  const after = drug ? { ...facts, drug } : facts;
  return Object.keys(after).length > 0 ? { ...rest, facts: after } : rest;
};

/** What is known of a service stays with it when its codes are corrected. */
const knownOf = ({ procedure, facts }: ClaimLine) => ({ procedure, ...facts });

/** What the payer knows people by: another one is looked for, so that coverage is asked about again. */
const identities = [
  'memberId',
  'relationship',
  'policyHolder',
  'patientDateOfBirth',
  'dateOfService',
] as const satisfies readonly (keyof Correction)[];

/** Whether coverage has to be asked about again after a correction. */
export const changesIdentity = (correction: Correction): boolean =>
  identities.some((field) => correction[field] !== undefined);
