import { codeBookOn, type RegistryEntry } from '../../../codesets/code-book.ts';
import { billedProviders } from '../../domain/contract/incident-to.ts';
import type { Person } from '../../domain/party.ts';
import { chooseBillingEntity } from '../../domain/practice/billing-entity.ts';
import type { MendingDesk } from '../../domain/visit/edit-finding.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';
import { pathOf } from '../facts/each-service.ts';
import { weighed } from '../facts/of-edition.ts';

type Name = Pick<ReturnType<typeof Person.parse>, 'lastName' | 'firstName'>;

/** Somebody whom a claim names by a number, and as what. */
type Named = {
  readonly npi: string;
  readonly path: string;
  readonly desk: MendingDesk;
  readonly role: string;
  /** What the claim says that it is (NM102): a person, or not; undefined where it may be either. */
  readonly entity?: 'person' | 'organization' | undefined;
  /** Whom payers hold against the name in their own list. */
  readonly name?: Name;
};

type Told = { readonly npi?: string | undefined } | undefined;

const named = (told: Told, about: Omit<Named, 'npi'>): readonly Named[] =>
  told?.npi === undefined ? [] : [{ ...about, npi: told.npi }];

/** Who orders or refers is a person, and compared by name (42 CFR 424.507). */
const orderer = (told: (Told & Name) | undefined, role: string, path: string): readonly Named[] =>
  named(told, {
    ...{ role, path, desk: 'clinic' as const, entity: 'person' as const },
    ...(told && { name: told }),
  });

const billing = ({ practice, registration, payer }: EncounterToScrub): readonly Named[] => {
  const { locationId, renderingProviderNpi } = registration;
  const billed = { locationId, renderingProviderNpi, payerId: payer?.payerId ?? '' };
  const { npi, person } = chooseBillingEntity(practice, billed);
  const entity = person ? 'person' : 'organization';
  return [{ npi, entity, path: 'practice.npi', desk: 'credentialing', role: 'who bills' }];
};

const rendering = ({ practice, registration, payer, codes }: EncounterToScrub): readonly Named[] => {
  const ofVisit = billedProviders(registration, practice, payer)?.rendering.npi;
  const npis = [
    ofVisit ?? registration.renderingProviderNpi,
    ...codes.services.flatMap(({ facts }) => facts?.renderingProviderNpi ?? []),
  ];
  return [...new Set(npis)].map((npi) => ({
    ...{ npi, role: 'who gave the services', entity: 'person' as const },
    ...{ path: 'practice.providers', desk: 'credentialing' as const },
  }));
};

const besides = ({ registration, codes }: EncounterToScrub): readonly Named[] => {
  const place = { role: 'the place of the services', entity: 'organization', desk: 'clinic' } as const;
  const supervisor = { role: 'who supervised', entity: 'person', desk: 'clinic' } as const;
  return [
    ...orderer(registration.referringProvider, 'who referred', 'registration.referringProvider.npi'),
    ...orderer(
      registration.primaryCareProvider,
      'who referred first',
      'registration.primaryCareProvider.npi',
    ),
    ...orderer(registration.orderingProvider, 'who ordered', 'registration.orderingProvider.npi'),
    ...named(registration.supervisingProvider, {
      ...supervisor,
      path: 'registration.supervisingProvider.npi',
    }),
    ...named(registration.serviceFacility, { ...place, path: 'registration.serviceFacility.npi' }),
    ...codes.services.flatMap(({ facts }, at) => [
      ...orderer(facts?.referringProvider, 'who referred', pathOf(at, 'facts.referringProvider.npi')),
      ...orderer(facts?.orderingProvider, 'who ordered', pathOf(at, 'facts.orderingProvider.npi')),
      ...named(facts?.supervisingProvider, {
        ...supervisor,
        path: pathOf(at, 'facts.supervisingProvider.npi'),
      }),
      ...named(facts?.serviceFacility, { ...place, path: pathOf(at, 'facts.serviceFacility.npi') }),
    ]),
  ];
};

/** Everybody whom the claim names, each in a role once. */
const everybody = (encounter: EncounterToScrub): readonly Named[] => [
  ...billing(encounter),
  ...rendering(encounter),
  ...besides(encounter),
];

type Fault = (one: Named, entry: RegistryEntry) => string | undefined;

/** What a fault has against each who is in the registry's file, with what the file is worth on the day. */
const eachOf =
  (fault: Fault) =>
  (encounter: EncounterToScrub): readonly Objection[] => {
    const { lists } = codeBookOn(encounter.registration.dateOfService);
    return everybody(encounter).flatMap((one) => {
      const entry = lists.provider(one.npi);
      const detail = entry && fault(one, entry);
      return entry && detail ? [weighed(entry, { path: one.path, detail, desk: one.desk })] : [];
    });
  };

const checkListed: Fault = ({ npi, role }, { standing }) =>
  standing === 'absent' ? `The NPI registry does not know ${npi} of ${role}: correct the number.` : undefined;

const checkActive: Fault = ({ npi, role }, { standing, deactivatedOn }) =>
  standing === 'deactivated'
    ? `The NPI ${npi} of ${role} was deactivated on ${deactivatedOn}, and has no effect on the day of service: name the number that has, or who gave the service.`
    : undefined;

const inWords = { person: 'a person', organization: 'an organization' } as const;

const checkEntity: Fault = ({ npi, role, entity }, entry) =>
  entity !== undefined && entry.entity !== undefined && entry.entity !== entity
    ? `The NPI ${npi} of ${role} is that of ${inWords[entry.entity]}, and the claim names ${inWords[entity]} there: take the other number.`
    : undefined;

/** Letters alone, without accents: Medicare's list has no others. */
const plain = (text = ''): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

const isCalled = ({ lastName, firstName }: Name, { names }: RegistryEntry): boolean =>
  names.some(
    ({ last, first = '' }) => plain(last) === plain(lastName) && plain(first)[0] === plain(firstName)[0],
  );

const checkName: Fault = ({ npi, role, name }, entry) =>
  name && entry.entity === 'person' && entry.standing === 'active' && !isCalled(name, entry)
    ? `The NPI registry has another name for ${npi} of ${role}: write the name as it stands there, or correct the number.`
    : undefined;

const registry = 'CMS, National Plan and Provider Enumeration System, as installed';

/** Edits on the numbers of providers by the NPI registry, where its entries are installed. */
export const registryEdits: readonly Edit[] = [
  {
    code: 'identity-npi-not-registered',
    desk: 'clinic',
    source: `${registry}; CARC 208`,
    check: eachOf(checkListed),
  },
  {
    code: 'identity-npi-deactivated',
    desk: 'clinic',
    source: `${registry}: deactivation and reactivation; CARC 208, B7`,
    check: eachOf(checkActive),
  },
  {
    code: 'identity-npi-entity',
    desk: 'clinic',
    source: `${registry}: entity type; 837P NM102`,
    check: eachOf(checkEntity),
  },
  {
    code: 'identity-npi-name',
    desk: 'clinic',
    source: `42 CFR 424.507; ${registry}; RARC N264, N265, N285, N286`,
    severity: 'warn',
    check: eachOf(checkName),
  },
];
