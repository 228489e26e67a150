import type { Claim } from '../claim.ts';
import type { CodedService } from '../coding.ts';
import { billedProviders } from '../contract/incident-to.ts';
import type { Encounter } from '../encounter.ts';
import { type Authorization, gaveBack } from '../patients/authorization.ts';
import { billingEntityOf, chooseBillingEntity } from '../practice/billing-entity.ts';
import type { Practice } from '../practice.ts';
import type { EncounterRegistration } from '../visit/registration.ts';
import { withServiceFacts } from '../visit/service-facts-of.ts';
import { type EarlierService, inOrderOfDays } from './earlier-service.ts';

/** A patient's records as far as they tell what was done on other visits. */
export type PatientRecords = {
  readonly claims: readonly Claim[];
  readonly encounters: readonly Encounter[];
  readonly authorizations: readonly Authorization[];
};

/**
 * What was done for a patient on other visits than the one that is checked: what claims have, each service once
 * whoever pays after the first payer; and of visits without a claim what is coded or the patient's own. What was
 * voided, or never got into a payer's system and was given up, is not billed and counts for nothing.
 */
export const earlierServices = (
  { claims, encounters }: Pick<PatientRecords, 'claims' | 'encounters'>,
  practice: Practice,
  encounterId: string,
): readonly EarlierService[] => {
  const others = claims.filter((claim) => claim.encounterId !== encounterId && !gaveBack(claim));
  const claimed = new Set(claims.map((claim) => claim.encounterId));
  const unclaimed = encounters.filter(
    (one) => one.encounterId !== encounterId && !claimed.has(one.encounterId),
  );
  return [
    ...firstOfEach(others).flatMap((claim) => servicesOfClaim(claim, practice)),
    ...unclaimed.flatMap((encounter) => servicesOfVisit(encounter, practice)),
  ].toSorted(inOrderOfDays);
};

/** The claims of a visit to its later payers bill the same services again. */
const firstOfEach = (claims: readonly Claim[]): readonly Claim[] => {
  const parts = Map.groupBy(claims, ({ encounterId, part }) => JSON.stringify([encounterId, part]));
  return [...parts.values()].flatMap((same) => {
    const [first] = same.toSorted((one, other) => place(one) - place(other));
    return first ? [first] : [];
  });
};

const place = ({ responsibility }: Claim): number => 'PST'.indexOf(responsibility);

const servicesOfClaim = (claim: Claim, practice: Practice): readonly EarlierService[] =>
  claim.lines.map((line) => {
    const provider = line.renderingProvider ?? claim.renderingProvider;
    return {
      ...billed(line),
      date: line.facts?.from ?? claim.dateOfService,
      renderingProviderNpi: provider.npi,
      ...(provider.taxonomy && { taxonomy: provider.taxonomy }),
      group: billingEntityOf(practice, claim).taxId,
      payerId: claim.payerId,
      placeOfService: line.facts?.placeOfService ?? claim.placeOfService,
      visit: claim.encounterId,
      claimId: claim.claimId,
      status: claim.status,
    };
  });

const billed = ({ procedure, modifiers, units }: CodedService) => ({ procedure, modifiers, units });

/** Its claim is about to be made, or the patient pays: nothing else of a visit without a claim was done for sure. */
const countsUnclaimed: readonly Encounter['status'][] = ['coded', 'claimed', 'self-pay'];

/** What is coded of a visit that has no claim. */
export const servicesOfVisit = (
  {
    registration,
    codes,
    encounterId,
    status,
  }: Pick<Encounter, 'registration' | 'codes' | 'encounterId' | 'status'>,
  practice: Practice,
): readonly EarlierService[] => {
  if (!registration || !codes || !countsUnclaimed.includes(status)) return [];
  const payerId = primaryPayerOf(registration);
  return withServiceFacts(codes.services, registration.services).map((service) => ({
    ...billed(service),
    ...whoGave(service, { registration, practice, payerId }),
    date: service.facts?.from ?? registration.dateOfService,
    ...(payerId !== undefined && { payerId }),
    placeOfService: service.facts?.placeOfService ?? registration.placeOfService,
    visit: encounterId,
    status,
  }));
};

/** Whom a visit is billed to first. */
export const primaryPayerOf = ({ coverages }: Pick<EncounterRegistration, 'coverages'>): string | undefined =>
  (coverages.find(({ responsibility }) => responsibility === 'P') ?? coverages[0])?.payerId;

type Told = {
  readonly registration: EncounterRegistration;
  readonly practice: Practice;
  readonly payerId: string | undefined;
  readonly payer?: Parameters<typeof billedProviders>[2];
};

/** Whom the claim of a service will have as rendering provider, of which specialty, and who bills. */
export const whoGave = (
  { facts }: CodedService,
  { registration, practice, payerId, payer }: Told,
): Pick<EarlierService, 'renderingProviderNpi' | 'taxonomy' | 'group'> => {
  const ofVisit =
    billedProviders(registration, practice, payer)?.rendering.npi ?? registration.renderingProviderNpi;
  const npi = facts?.renderingProviderNpi ?? ofVisit;
  const taxonomy = practice.providers.find((one) => one.npi === npi)?.taxonomy;
  const { locationId } = registration;
  const billing = { locationId, renderingProviderNpi: ofVisit, payerId: payerId ?? '' };
  return {
    renderingProviderNpi: npi,
    ...(taxonomy && { taxonomy }),
    group: chooseBillingEntity(practice, billing).taxId,
  };
};
