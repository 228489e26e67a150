import type {
  Address,
  Coverage,
  Patient,
  Person,
  Provider,
  Relationship,
  ServiceFacility,
} from '../../domain/party.ts';

/** SBR02 and PAT01 individual relationship codes. */
export const relationshipCodes: Record<Relationship, string> = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  other: 'G8',
};

/** NM1 of an organization. */
export const organization = (name: string, idQualifier: string, id: string) => ({
  entityType: '2',
  name,
  idQualifier,
  id,
});

/** N3 and N4. */
export const addressOf = ({ line1, line2, city, state, postalCode }: Address) => ({
  addressLine1: line1,
  addressLine2: line2,
  city,
  state,
  postalCode,
});

export const nameOf = ({ lastName, firstName, middleName, suffix }: Person) => ({
  name: lastName,
  firstName,
  middleName: middleName || undefined,
  suffix,
});

/** Who holds a policy, by the payer's number of them. */
export const memberOf = (patient: Patient, { subscriber, employer, memberId }: Coverage) =>
  employer
    ? organization(employer.name, 'MI', memberId)
    : { entityType: '1', ...nameOf(subscriber ?? patient), idQualifier: 'MI', id: memberId };

/** NM1 of a provider, who is a person. */
export const providerOf = (provider: Provider) => ({
  entityType: '1',
  ...nameOf(provider),
  idQualifier: 'XX',
  id: provider.npi,
});

/** NM1 and PRV of who gave the service. */
export const renderingProviderOf = ({ taxonomy, ...provider }: Provider) => ({
  ...providerOf(provider),
  ...(taxonomy && { taxonomy }),
});

/** Loops 2310C and 2420C; one that has no NPI is known by its name and address. */
export const serviceFacilityOf = ({ name, npi, address }: ServiceFacility) => ({
  ...{ entityType: '2', name },
  ...(npi && { idQualifier: 'XX', id: npi }),
  ...addressOf(address),
});
