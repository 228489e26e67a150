import { requiredAmount, requiredComponent, requiredDate, requiredElement } from '../elements.ts';
import {
  type Loop,
  loopOf,
  loopsOf,
  requiredLoop,
  requiredSegment,
  segmentOf,
  segmentsOf,
} from '../loops.ts';
import { informationAmount } from '../read-amounts.ts';
import {
  identifierOf,
  readAddress,
  readContact,
  readDemographics,
  readName,
  readRequiredAddress,
  referenceOf,
} from '../read-parties.ts';
import { componentsOf, elementOf, type Segment } from '../segments.ts';
import { readDiagnoses } from './diagnoses.ts';
import type {
  Attachment,
  BillingProvider,
  ClaimPatient,
  ClaimPayer,
  ClaimSubscriber,
  ProfessionalClaim,
  ServiceFacility,
} from './professional-claim.ts';
import { readServiceLine } from './read-line.ts';
import { readOtherPayer } from './read-other-payer.ts';
import { readProvider } from './read-provider.ts';

/** A claim's loop 2300 and the hierarchical levels that it stands under. */
export type ClaimLoops = { billing: Loop; subscriber: Loop; patient?: Loop; claim: Loop };

/** Reads one claim and everything that it inherits. Raises MalformedElement. */
export const readProfessionalClaim = ({
  billing,
  subscriber,
  patient,
  claim,
}: ClaimLoops): ProfessionalClaim => {
  const sbr = requiredSegment(subscriber, 'SBR');
  return {
    ...readClaimSegment(requiredSegment(claim, 'CLM')),
    ...readClaimDetails(claim),
    billingProvider: readBillingProvider(billing),
    subscriber: readSubscriber(subscriber, sbr),
    patient: patient && readPatient(patient),
    payer: readPayer(requiredLoop(subscriber, '2010BB')),
    responsibility: requiredElement(sbr, 1),
    claimFilingIndicator: elementOf(sbr, 9),
    diagnoses: readDiagnoses(claim),
    referringProvider: readProvider(loopOf(claim, '2310A')),
    renderingProvider: readProvider(loopOf(claim, '2310B')),
    serviceFacility: readFacility(loopOf(claim, '2310C')),
    otherPayers: loopsOf(claim, '2320').map(readOtherPayer),
    lines: loopsOf(claim, '2400').map(readServiceLine),
  };
};

const readClaimSegment = (clm: Segment) => ({
  patientControlNumber: requiredElement(clm, 1),
  totalCharge: requiredAmount(clm, 2),
  placeOfService: requiredComponent(clm, 5, 1),
  frequency: requiredComponent(clm, 5, 3),
  providerSignature: elementOf(clm, 6),
  assignment: elementOf(clm, 7),
  benefitsAssigned: elementOf(clm, 8),
  releaseOfInformation: elementOf(clm, 9),
  relatedCauses: readRelatedCauses(clm),
  delayReason: elementOf(clm, 20),
});

/** CLM11: up to three causes, then the state of an automobile accident. */
const readRelatedCauses = (clm: Segment): ProfessionalClaim['relatedCauses'] => {
  const [first, second, third, state] = componentsOf(clm, 11);
  const codes = [first, second, third].filter((code) => code !== undefined);
  return codes.length === 0 ? undefined : { codes, state };
};

const readClaimDetails = (claim: Loop) => ({
  dates: segmentsOf(claim, 'DTP')
    .filter((dtp) => elementOf(dtp, 2) === 'D8')
    .map((dtp) => ({ qualifier: requiredElement(dtp, 1), date: requiredDate(dtp, 3) })),
  attachments: segmentsOf(claim, 'PWK').map(readAttachment),
  patientPaid: informationAmount(claim, 'F5'),
  referralNumber: referenceOf(claim, '9F'),
  priorAuthorization: referenceOf(claim, 'G1'),
  originalReference: referenceOf(claim, 'F8'),
  note: elementOf(segmentOf(claim, 'NTE', 'ADD'), 2),
});

const readAttachment = (pwk: Segment): Attachment => ({
  reportType: requiredElement(pwk, 1),
  transmission: requiredElement(pwk, 2),
  controlNumber: elementOf(pwk, 6),
});

const readBillingProvider = (billing: Loop): BillingProvider => {
  const loop = requiredLoop(billing, '2010AA');
  const nm1 = requiredSegment(loop, 'NM1');
  return {
    ...readName(nm1),
    npi: identifierOf(nm1, 'XX'),
    taxonomy: elementOf(segmentOf(billing, 'PRV', 'BI'), 3),
    address: readRequiredAddress(loop),
    taxId: referenceOf(loop, 'EI'),
    contact: readContact(segmentOf(loop, 'PER')),
  };
};

const readSubscriber = (level: Loop, sbr: Segment): ClaimSubscriber => {
  const loop = requiredLoop(level, '2010BA');
  const nm1 = requiredSegment(loop, 'NM1');
  return {
    ...readName(nm1),
    ...readDemographics(loop),
    memberId: elementOf(nm1, 9),
    address: readAddress(loop),
    groupNumber: elementOf(sbr, 3),
    groupName: elementOf(sbr, 4),
    insuranceType: elementOf(sbr, 5),
  };
};

const readPatient = (level: Loop): ClaimPatient => {
  const loop = requiredLoop(level, '2010CA');
  return {
    ...readName(requiredSegment(loop, 'NM1')),
    ...readDemographics(loop),
    relationship: requiredElement(requiredSegment(level, 'PAT'), 1),
    address: readRequiredAddress(loop),
  };
};

const readPayer = (loop: Loop): ClaimPayer => {
  const nm1 = requiredSegment(loop, 'NM1');
  return { name: requiredElement(nm1, 3), id: requiredElement(nm1, 9), address: readAddress(loop) };
};

const readFacility = (loop: Loop | undefined): ServiceFacility | undefined => {
  const nm1 = segmentOf(loop, 'NM1');
  return nm1 && { ...readName(nm1), npi: identifierOf(nm1, 'XX'), address: readRequiredAddress(loop) };
};
