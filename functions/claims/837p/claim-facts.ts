import type { Claim } from '../../domain/claim.ts';
import type { Attachment } from '../../domain/visit/service-facts.ts';
import type { Accident, VisitDates } from '../../domain/visit/visit-dates.ts';
import type { VisitFacts } from '../../domain/visit/visit-facts.ts';
import { cents } from '../../edi/money.ts';
import type { ProfessionalClaim } from '../../edi/x837p/loops.ts';
import { providerOf, serviceFacilityOf } from './parties.ts';
import { wireText } from './wire-text.ts';

const causeCodes = { auto: 'AA', employment: 'EM', other: 'OA' } as const;
const assignmentCodes = { yes: 'A', 'laboratory-only': 'B', no: 'C' } as const;
const benefitCodes = { yes: 'Y', no: 'N', refused: 'W' } as const;
const releaseCodes = { signed: 'Y', 'by-law': 'I' } as const;
const manipulationCodes = { acute: 'A', chronic: 'C', 'acute-in-chronic': 'M' } as const;

/** What the patient signed: pay the practice, and tell the payer what it needs. As registered, or what is usual. */
export const consentOf = ({ signature }: VisitFacts = {}) => ({
  benefitsAssigned: benefitCodes[signature?.benefitsAssigned ?? 'yes'],
  releaseOfInformation: releaseCodes[signature?.release ?? 'signed'],
  ...(signature?.byPractice && { patientSignatureSource: 'P' }),
});

/** PWK of a claim or a line. */
export const attachmentsOf = (attachments: readonly Attachment[] = []) =>
  attachments.length === 0
    ? undefined
    : attachments.map(({ reportType, transmission, controlNumber }) => ({
        reportType,
        transmission,
        ...(controlNumber && { controlNumberQualifier: 'AC', controlNumber }),
      }));

/** What a claim says of the visit as a whole (loop 2300), beside charge, codes and what a biller may mend. */
export const claimFactsOf = ({ visit = {} }: Claim): Partial<ProfessionalClaim> => ({
  ...consentOf(visit),
  providerSignature: visit.signature?.provider === false ? 'N' : 'Y',
  assignment: assignmentCodes[visit.acceptsAssignment ?? 'yes'],
  ...relatedTo(visit.accident),
  ...datesOf(visit.dates),
  specialProgram: visit.specialProgram,
  delayReason: visit.delayReason,
  attachments: attachmentsOf(visit.attachments),
  patientPaid: visit.patientPaid === undefined ? undefined : cents(visit.patientPaid),
  referralNumber: visit.referralNumber,
  cliaNumber: visit.cliaNumber,
  mammographyCertification: visit.mammographyCertification,
  investigationalDevice: visit.investigationalDevice,
  demonstrationProject: visit.demonstrationProject,
  carePlanOversight: visit.carePlanOversight,
  medicalRecordNumber: visit.medicalRecordNumber,
  note: visit.note && { type: visit.note.type, text: wireText(visit.note.text) },
  ...conditionsOf(visit),
  ...providersOf(visit),
});

const relatedTo = (accident: Accident | undefined): Partial<ProfessionalClaim> =>
  accident
    ? {
        relatedCauses: {
          codes: accident.causes.map((cause) => causeCodes[cause]),
          state: accident.causes.includes('auto') ? accident.state : undefined,
          country: accident.country,
        },
        accidentDate: accident.date,
      }
    : {};

const datesOf = (dates: VisitDates = {}): Partial<ProfessionalClaim> => ({
  onsetDate: dates.onset,
  initialTreatmentDate: dates.initialTreatment,
  lastSeenDate: dates.lastSeen,
  acuteManifestationDate: dates.acuteManifestation,
  lastMenstrualPeriodDate: dates.lastMenstrualPeriod,
  lastXRayDate: dates.lastXRay,
  prescriptionDate: dates.prescription,
  disability: disabilityOf(dates),
  lastWorkedDate: dates.lastWorked,
  returnToWorkDate: dates.returnToWork,
  admissionDate: dates.admission,
  dischargeDate: dates.discharge,
  assumedCareDate: dates.assumedCare,
  relinquishedCareDate: dates.relinquishedCare,
  firstContactDate: dates.firstContact,
});

/** DTP 314 has both ends, 360 the beginning, 361 the end. */
const disabilityOf = ({
  disabilityFrom: from,
  disabilityTo: to,
}: VisitDates): ProfessionalClaim['disability'] => {
  if (from && to) return { qualifier: '314', period: { from, through: to } };
  if (from) return { qualifier: '360', period: { from } };
  return to ? { qualifier: '361', period: { from: to } } : undefined;
};

/** An HI segment has room for twelve condition codes. */
const perSegment = 12;

const conditionsOf = (visit: VisitFacts): Partial<ProfessionalClaim> => {
  const { conditionCodes = [], anesthesiaSurgery, epsdtReferral, spinalManipulation } = visit;
  const segments = [conditionCodes.slice(0, perSegment), conditionCodes.slice(perSegment)];
  const filled = segments.filter((codes) => codes.length > 0);
  return {
    homebound: visit.homebound ? 'Y' : undefined,
    conditions:
      filled.length > 0 ? filled.map((codes) => ({ codes: codes.map((code) => ({ code })) })) : undefined,
    relatedProcedures: anesthesiaSurgery?.map((code, at) => ({ qualifier: at === 0 ? 'BP' : 'BO', code })),
    epsdtReferral: epsdtReferral && {
      applies: epsdtReferral.given ? 'Y' : 'N',
      conditions: epsdtReferral.conditions.length > 0 ? epsdtReferral.conditions : ['NU'],
    },
    spinalManipulation: spinalManipulation && {
      condition: manipulationCodes[spinalManipulation.condition],
      description: spinalManipulation.description && wireText(spinalManipulation.description),
    },
  };
};

const providersOf = (visit: VisitFacts): Partial<ProfessionalClaim> => ({
  ...(visit.primaryCareProvider && { primaryCareProvider: providerOf(visit.primaryCareProvider) }),
  ...(visit.supervisingProvider && { supervisingProvider: providerOf(visit.supervisingProvider) }),
  ...(visit.serviceFacility && { serviceFacility: serviceFacilityOf(visit.serviceFacility) }),
});
