import { codeBookOn } from '../../../codesets/code-book.ts';
import { billedProviders } from '../../domain/contract/incident-to.ts';
import { isNpi } from '../../edi/npi.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { pathOf } from '../facts/each-service.ts';
import { weighed } from '../facts/of-edition.ts';

type Named = { readonly npi: string | undefined; readonly path: string };

const inVisit = [
  'primaryCareProvider',
  'orderingProvider',
  'supervisingProvider',
  'serviceFacility',
] as const;
const inService = [
  'orderingProvider',
  'referringProvider',
  'supervisingProvider',
  'serviceFacility',
] as const;

/** Everybody else whom the visit names by a number. */
const namedBeside = ({ registration, codes }: EncounterToScrub): readonly Named[] => [
  ...inVisit.map((who) => ({ npi: registration[who]?.npi, path: `registration.${who}.npi` })),
  {
    npi: registration.incidentTo?.supervisingProviderNpi,
    path: 'registration.incidentTo.supervisingProviderNpi',
  },
  { npi: registration.carePlanOversight, path: 'registration.carePlanOversight' },
  ...codes.services.flatMap(({ facts }, at) => [
    ...inService.map((who) => ({ npi: facts?.[who]?.npi, path: pathOf(at, `facts.${who}.npi`) })),
    { npi: facts?.renderingProviderNpi, path: pathOf(at, 'facts.renderingProviderNpi') },
    { npi: facts?.purchasedService?.providerNpi, path: pathOf(at, 'facts.purchasedService.providerNpi') },
  ]),
];

const checkOthers = (encounter: EncounterToScrub): readonly Objection[] =>
  namedBeside(encounter).flatMap(({ npi, path }) =>
    objectIf(
      npi !== undefined && !isNpi(npi),
      path,
      'This NPI fails its check digit: compare it with the NPI registry; a digit may be mistyped.',
    ),
  );

/** Who is to have given single services is to be known with name and taxonomy. */
const checkListed = ({ codes, practice }: EncounterToScrub): readonly Objection[] =>
  codes.services.flatMap(({ procedure, facts }, at) =>
    objectIf(
      facts?.renderingProviderNpi !== undefined &&
        !practice.providers.some(({ npi }) => npi === facts.renderingProviderNpi),
      pathOf(at, 'facts.renderingProviderNpi'),
      `Who gave ${procedure} is not on the practice’s list of providers: correct the NPI, or have the provider added.`,
    ),
  );

const checkSupervisor = (encounter: EncounterToScrub): readonly Objection[] => {
  const { registration, practice, payer, codes } = encounter;
  const rendering =
    billedProviders(registration, practice, payer)?.rendering.npi ?? registration.renderingProviderNpi;
  const detail =
    'Who supervised is who gave the services: name the one who supervised, or leave the supervisor out.';
  return [
    ...objectIf(
      registration.supervisingProvider?.npi === rendering,
      'registration.supervisingProvider.npi',
      detail,
    ),
    ...codes.services.flatMap(({ facts }, at) =>
      objectIf(
        facts?.supervisingProvider !== undefined &&
          facts.supervisingProvider.npi === (facts.renderingProviderNpi ?? rendering),
        pathOf(at, 'facts.supervisingProvider.npi'),
        detail,
      ),
    ),
  ];
};

/** Whether the installed list has a code; one of another half year only warns. */
const checkTaxonomies = ({ practice, registration, payer }: EncounterToScrub): readonly Objection[] => {
  const { lists } = codeBookOn(registration.dateOfService);
  const rendering = billedProviders(registration, practice, payer)?.rendering;
  const place = practice.providers.findIndex(({ npi }) => npi === rendering?.npi);
  const told = [
    { taxonomy: practice.taxonomy, path: 'practice.taxonomy' },
    { taxonomy: rendering?.taxonomy, path: `practice.providers[${place}].taxonomy` },
  ];
  return told.flatMap(({ taxonomy, path }) => {
    if (taxonomy === undefined || !/^[0-9A-Z]{9}X$/.test(taxonomy)) return [];
    const found = lists.taxonomy(taxonomy);
    if (!found || found.isListed) return [];
    const detail = `${taxonomy} is not in NUCC’s taxonomy: choose the code that the provider has in the NPI registry.`;
    return [weighed(found, { path, detail })];
  });
};

/** Edits on who stands on the claim beside who bills. */
export const providerEdits: readonly Edit[] = [
  {
    code: 'identity-other-npi',
    source: 'CMS: the tenth digit of an NPI is the Luhn check digit over 80840 and the first nine',
    desk: 'clinic',
    check: checkOthers,
  },
  {
    code: 'identity-service-provider-unlisted',
    source: 'the provider list of the practice',
    desk: 'clinic',
    check: checkListed,
  },
  {
    code: 'identity-supervising',
    source: '837P 2310D and 2420D: a supervisor is somebody else than who gave the service',
    desk: 'clinic',
    check: checkSupervisor,
  },
  {
    code: 'identity-taxonomy-unknown',
    source: 'NUCC Health Care Provider Taxonomy, as installed',
    desk: 'credentialing',
    check: checkTaxonomies,
  },
];
