import type { Claim } from '../../domain/claim.ts';
import type { CodedService } from '../../domain/coding.ts';
import {
  type Authorization,
  type AuthorizationReply,
  askAuthorization,
  type ServiceAuthorization,
} from '../../domain/patients/authorization.ts';
import { withServiceFacts } from '../../domain/visit/service-facts-of.ts';
import type { EncounterToScrub } from '../edit.ts';

type OfPatient = { readonly authorizations: readonly Authorization[]; readonly claims: readonly Claim[] };

const numberOf = ({ facts }: CodedService, { registration }: EncounterToScrub): string | undefined =>
  facts?.priorAuthorization ?? registration.priorAuthorization;

/**
 * For each service, in their order, what is known of the authorization that it names, besides the claims of other visits;
 * undefined for a service that names none, or where nobody is billed.
 */
export const authorizationsFor = (
  encounter: EncounterToScrub,
  encounterId: string,
  { authorizations, claims }: OfPatient,
): readonly (ServiceAuthorization | undefined)[] => {
  const { registration, codes, payer } = encounter;
  const others = claims.filter((claim) => claim.encounterId !== encounterId);
  const services = withServiceFacts(codes.services, registration.services);
  const asked = services.map((service) => {
    const number = numberOf(service, encounter);
    if (payer === undefined || number === undefined) return undefined;
    const dateOfService = service.facts?.from ?? registration.dateOfService;
    const { procedure, units } = service;
    const question = { payerId: payer.payerId, dateOfService, procedure, units, number, encounterId };
    return { units, ...askAuthorization(question, authorizations, others) };
  });
  return asked.map((one) => one && { ...one, needed: neededOf(one, asked) });
};

type Asked = AuthorizationReply & { readonly units: number };

const isCovered = ({ outcome }: Asked): boolean => outcome === 'authorized' || outcome === 'used-up';

const neededOf = ({ authorization }: Asked, asked: readonly (Asked | undefined)[]): number => {
  if (authorization?.limit?.of !== 'units') return 1;
  const { authorizationId } = authorization;
  return asked
    .filter((one) => one !== undefined)
    .filter((one) => isCovered(one) && one.authorization?.authorizationId === authorizationId)
    .reduce((sum, { units }) => sum + units, 0);
};
