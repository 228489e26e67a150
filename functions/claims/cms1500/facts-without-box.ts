import type { Finding } from '../../domain/finding.ts';
import type { ServiceFacts } from '../../domain/visit/service-facts.ts';
import type { VisitDates } from '../../domain/visit/visit-dates.ts';
import type { VisitFacts } from '../../domain/visit/visit-facts.ts';
import type { FormClaim } from './form-claim.ts';
import { noBox } from './form-entry.ts';

/** What boxes are filled with; whatever else is registered is told of, so that a new fact is never dropped in silence. */
const visitFactsInBoxes: readonly (keyof VisitFacts)[] = [
  ...(['lastDateOfService', 'orderingProvider', 'supervisingProvider', 'serviceFacility'] as const),
  ...(['referralNumber', 'cliaNumber', 'mammographyCertification', 'investigationalDevice'] as const),
  ...(['carePlanOversight', 'accident', 'dates', 'patientPaid', 'note', 'attachments'] as const),
  ...(['conditionCodes', 'signature', 'acceptsAssignment'] as const),
];

const datesInBoxes: readonly (keyof VisitDates)[] = [
  ...(['onset', 'lastMenstrualPeriod', 'initialTreatment', 'lastSeen', 'acuteManifestation'] as const),
  ...(['lastXRay', 'prescription', 'assumedCare', 'relinquishedCare', 'firstContact'] as const),
  ...(['disabilityFrom', 'disabilityTo', 'admission', 'discharge'] as const),
];

const serviceFactsInBoxes: readonly (keyof ServiceFacts)[] = [
  ...(['from', 'to', 'placeOfService', 'minutes', 'description', 'note', 'emergency', 'epsdt'] as const),
  ...(['familyPlanning', 'drug', 'renderingProviderNpi', 'orderingProvider', 'referringProvider'] as const),
  ...(['supervisingProvider', 'purchasedService', 'serviceFacility', 'priorAuthorization'] as const),
  ...(['referralNumber', 'cliaNumber', 'mammographyCertification', 'prescriptionDate'] as const),
  ...(['lastSeenDate', 'initialTreatmentDate', 'lastXRayDate', 'attachments'] as const),
];

const missing = (path: string, facts: object | undefined, inBoxes: readonly string[]): Finding[] =>
  Object.entries(facts ?? {})
    .filter(([name, value]) => value !== undefined && value !== false && !inBoxes.includes(name))
    .map(([name]) => noBox(`${path}.${name}`));

const one = (path: string, value: unknown, detail?: string): Finding[] =>
  value === undefined ? [] : [noBox(path, detail)];

/** What a claim says that the form has no box for. */
export const factsWithoutBox = ({ claim, lines, entity }: FormClaim): readonly Finding[] => [
  ...visitWithoutBox(claim.visit, lines),
  ...lines.flatMap(({ lineNumber, facts }) => lineWithoutBox(`line ${lineNumber}`, facts)),
  ...one('patient.dateOfDeath', claim.patient.dateOfDeath),
  ...one('coverage.insuranceType', claim.coverage.insuranceType),
  ...one('billingEntity.payTo', entity.payTo),
  ...claim.priorPayers.map(({ payerName }) =>
    noBox('priorPayers', `Attach what ${payerName} decided: the form says no more than what it paid`),
  ),
];

const visitWithoutBox = (visit: VisitFacts = {}, lines: FormClaim['lines']): Finding[] => {
  const { accident, epsdtReferral } = visit;
  const isTold = lines.some(({ facts }) => facts?.epsdt);
  const inBoxes = [...visitFactsInBoxes, ...(isTold ? ['epsdtReferral'] : [])];
  return [
    ...missing('visit', visit, inBoxes),
    ...missing('visit.dates', visit.dates, datesInBoxes),
    ...one('visit.accident.country', accident?.country),
    ...(accident?.causes.includes('auto')
      ? []
      : one('visit.accident.state', accident?.state, 'Box 10b has a state for auto accidents alone')),
    ...(isTold && epsdtReferral && epsdtReferral.conditions.length > 1
      ? [noBox('visit.epsdtReferral', 'Box 24H takes one reason: the others are left out')]
      : []),
  ];
};

const lineWithoutBox = (path: string, facts: ServiceFacts | undefined): Finding[] => [
  ...missing(path, facts, serviceFactsInBoxes),
  ...one(`${path}.drug.prescriptionNumber`, facts?.drug?.prescriptionNumber),
  ...one(`${path}.drug.compoundLink`, facts?.drug?.compoundLink),
  ...(facts?.epsdt && facts.familyPlanning
    ? [noBox(`${path}.familyPlanning`, 'Box 24H says Y for early screening and cannot say both')]
    : []),
];
