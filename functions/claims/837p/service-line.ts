import type { Claim, ClaimLine, Submission } from '../../domain/claim.ts';
import { lineControlNumber, patientControlNumber } from '../../domain/ids.ts';
import type { Drug, ServiceFacts } from '../../domain/visit/service-facts.ts';
import { cents } from '../../edi/money.ts';
import type { ProfessionalServiceLine } from '../../edi/x837p/loops.ts';
import { attachmentsOf } from './claim-facts.ts';
import { lineAdjudicationsOf } from './other-payers.ts';
import { providerOf, renderingProviderOf, serviceFacilityOf } from './parties.ts';
import { procedureOf } from './procedure.ts';
import { wireText } from './wire-text.ts';

const measurementCodes = {
  hemoglobin: 'R1',
  hematocrit: 'R2',
  'epoetin-dose': 'R3',
  creatinine: 'R4',
  height: 'HT',
} as const;

/** Loop 2400: one service. Minutes are billed instead of units where they are given (anesthesia, SV103 MJ). */
export const serviceLineOf = (
  claim: Claim,
  { number }: Submission,
  line: ClaimLine,
): ProfessionalServiceLine => {
  const { facts = {} } = line;
  return {
    lineNumber: line.lineNumber,
    procedure: procedureOf(line),
    charge: line.charge,
    unitBasis: facts.minutes === undefined ? 'UN' : 'MJ',
    units: facts.minutes ?? line.units,
    diagnosisPointers: line.diagnosisPointers,
    ...factsOf(facts, claim),
    servicePeriod: periodOf(facts, claim),
    lineControlNumber: lineControlNumber(patientControlNumber(claim.claimId, number), line.lineNumber),
    ...providersOf(line, claim),
    adjudications: lineAdjudicationsOf(claim, line),
  };
};

const periodOf = ({ from, to }: ServiceFacts, { dateOfService, visit }: Claim) => {
  const first = from ?? dateOfService;
  const last = to ?? (from === undefined ? visit?.lastDateOfService : undefined);
  return { from: first, ...(last !== undefined && last !== first && { through: last }) };
};

const yes = (holds: boolean | undefined): 'Y' | undefined => (holds ? 'Y' : undefined);

const numbered = (id: string | undefined) => (id === undefined ? undefined : [{ id }]);

/** What a line says beside its code; what would repeat the claim's own word is left out. */
const factsOf = (facts: ServiceFacts, claim: Claim): Partial<ProfessionalServiceLine> => ({
  placeOfService: facts.placeOfService === claim.placeOfService ? undefined : facts.placeOfService,
  emergency: yes(facts.emergency),
  epsdt: yes(facts.epsdt),
  familyPlanning: yes(facts.familyPlanning),
  copayStatus: facts.copayExempt ? '0' : undefined,
  attachments: attachmentsOf(facts.attachments),
  prescriptionDate: facts.prescriptionDate,
  lastSeenDate: facts.lastSeenDate,
  lastXRayDate: facts.lastXRayDate,
  initialTreatmentDate: facts.initialTreatmentDate,
  testResults: facts.testResults?.map(({ measurement, value }) => ({
    reference: measurement === 'height' ? 'OG' : 'TR',
    measurement: measurementCodes[measurement],
    value,
  })),
  priorAuthorizations: numbered(facts.priorAuthorization),
  referralNumbers: numbered(facts.referralNumber),
  mammographyCertification: facts.mammographyCertification,
  cliaNumber: facts.cliaNumber === claim.visit?.cliaNumber ? undefined : facts.cliaNumber,
  referringCliaNumber: facts.referringCliaNumber,
  immunizationBatch: facts.immunizationBatch,
  note: facts.note === undefined ? undefined : { type: 'ADD', text: wireText(facts.note) },
  drug: facts.drug && drugOf(facts.drug),
  purchasedService: facts.purchasedService && {
    providerId: facts.purchasedService.providerNpi,
    charge: cents(facts.purchasedService.charge),
  },
});

const drugOf = ({ ndc, quantity, unit, prescriptionNumber, compoundLink }: Drug) => ({
  qualifier: 'N4',
  code: ndc,
  units: quantity,
  unitBasis: unit,
  ...(prescriptionNumber && { prescription: { qualifier: 'XZ', id: prescriptionNumber } }),
  ...(compoundLink && { prescription: { qualifier: 'VY', id: compoundLink } }),
});

/** Visits and consultations are ordered by nobody (CPT 99202 to 99499). */
const isVisit = (procedure: string): boolean => procedure >= '99202' && procedure <= '99499';

const providersOf = (line: ClaimLine, claim: Claim): Partial<ProfessionalServiceLine> => {
  const { facts = {}, renderingProvider, procedure } = line;
  const ordering = facts.orderingProvider ?? (isVisit(procedure) ? undefined : claim.visit?.orderingProvider);
  const isOther = renderingProvider !== undefined && renderingProvider.npi !== claim.renderingProvider.npi;
  return {
    ...(isOther && { renderingProvider: renderingProviderOf(renderingProvider) }),
    ...(facts.purchasedService && {
      purchasedServiceProvider: {
        entityType: '2',
        idQualifier: 'XX',
        id: facts.purchasedService.providerNpi,
      },
    }),
    ...(facts.serviceFacility && { serviceFacility: serviceFacilityOf(facts.serviceFacility) }),
    ...(facts.supervisingProvider && { supervisingProvider: providerOf(facts.supervisingProvider) }),
    ...(ordering && { orderingProvider: providerOf(ordering) }),
    ...(facts.referringProvider && { referringProvider: providerOf(facts.referringProvider) }),
  };
};
