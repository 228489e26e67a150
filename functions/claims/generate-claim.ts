import { type Claim, type ClaimLine, type NextPayer, unsentClaim } from '../domain/claim.ts';
import type { Encounter } from '../domain/encounter.ts';
import { claimIdFor } from '../domain/ids.ts';
import { chargeFor, type Practice } from '../domain/practice.ts';
import { cents } from '../edi/money.ts';
import { BillingError } from '../runtime/errors.ts';

/**
 * Makes the claim for the first payer of a coded encounter. `payers` are the encounter's coverages in billing
 * order, each with its contract's names. Throws InvalidInput when a step before it let something missing pass.
 */
export const generateClaim = (
  encounter: Encounter,
  practice: Practice,
  payers: readonly [NextPayer, ...NextPayer[]],
  createdAt: string,
): Claim => {
  const { registration, codes } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', 'Only a coded encounter becomes a claim');
  const [{ coverage }, ...nextPayers] = payers;
  const renderingProvider = practice.providers.find(({ npi }) => npi === registration.renderingProviderNpi);
  if (!renderingProvider)
    throw new BillingError('InvalidInput', 'The rendering provider is not one of the practice');
  return {
    practiceId: encounter.practiceId,
    claimId: claimIdFor(encounter.practiceId, encounter.encounterId, coverage.responsibility),
    encounterId: encounter.encounterId,
    ...unsentClaim,
    patientId: registration.patient.patientId,
    payerId: coverage.payerId,
    responsibility: coverage.responsibility,
    patient: registration.patient,
    coverage,
    renderingProvider,
    ...(registration.referringProvider && { referringProvider: registration.referringProvider }),
    ...(registration.priorAuthorization && { priorAuthorization: registration.priorAuthorization }),
    dateOfService: registration.dateOfService,
    placeOfService: registration.placeOfService,
    diagnoses: codes.diagnoses,
    lines: priceServices(practice, codes.services, registration.dateOfService),
    priorPayers: [],
    nextPayers,
    createdAt,
  };
};

/** Puts the practice's price on the date of service to each service, for all its units, in cents. */
export const priceServices = (
  practice: Practice,
  services: NonNullable<Encounter['codes']>['services'],
  dateOfService: string,
): ClaimLine[] =>
  services.map((service, index) => {
    const price = chargeFor(practice, service.procedure, dateOfService);
    if (price === undefined) throw new BillingError('InvalidInput', `No charge for ${service.procedure}`);
    return { ...service, lineNumber: index + 1, charge: cents(price * service.units) };
  });
