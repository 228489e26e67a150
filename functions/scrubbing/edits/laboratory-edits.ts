import type { CodedService } from '../../domain/coding.ts';
import type { Provider } from '../../domain/party.ts';
import { locationOf } from '../../domain/practice/location.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { carries, eachService, pathOf } from '../facts/each-service.ts';
import { isMedicaid, isMedicare } from '../facts/payer-kinds.ts';
import { isEquipment, isImaging, isLaboratory } from '../facts/service-kinds.ts';

/** Numbers of the laboratory range that CMS's edits ask no certificate for: nothing is tested in them, or on a patient. */
const withoutCertificate = new Set([
  ...['80500', '80502', '80503', '80504', '80505', '80506', '81050', '82075', '83013', '83014', '83987'],
  ...['86077', '86078', '86079', '86485', '86486', '86490', '86510', '86580', '86910', '86960', '88125'],
  ...['88240', '88241', '88720', '88738', '88741', '89049', '89220'],
]);

const needsCertificate = (service: CodedService): boolean =>
  (isLaboratory(service.procedure) && !withoutCertificate.has(service.procedure)) || carries(service, 'QW');

const asksForCertificate = ({ payer }: EncounterToScrub): boolean => isMedicare(payer) || isMedicaid(payer);

/** The certificate that the claim will name with a service that the practice did itself. */
const certificateOf = (
  { registration, practice }: EncounterToScrub,
  { facts }: CodedService,
): string | undefined =>
  facts?.cliaNumber ?? registration.cliaNumber ?? locationOf(practice.locations, registration)?.cliaNumber;

const checkCertificate = (encounter: EncounterToScrub): readonly Objection[] => {
  const lacking = encounter.codes.services.filter(
    (service) =>
      needsCertificate(service) && !carries(service, '90') && certificateOf(encounter, service) === undefined,
  );
  const asked = lacking.filter((service) => asksForCertificate(encounter) || carries(service, 'QW'));
  return objectIf(
    asked.length > 0,
    'practice.locations',
    `No CLIA certificate for ${[...new Set(asked.map(({ procedure }) => procedure))].join(', ')}: add its number to the location of the visit (two digits, D, seven digits), or have it registered with the visit.`,
  );
};

/** A test that another laboratory did names that laboratory's certificate; not every payer looks for it. */
const checkReference = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const isLacking =
      isLaboratory(service.procedure) &&
      carries(service, '90') &&
      service.facts?.referringCliaNumber === undefined;
    const objection = {
      path: pathOf(at, 'facts.referringCliaNumber'),
      detail: `${service.procedure} was done by another laboratory (90): register its CLIA number with the service.`,
    };
    if (!isLacking) return [];
    return [asksForCertificate(encounter) ? objection : { ...objection, severity: 'warn' as const }];
  });

const needsOrderer = ({ procedure }: CodedService): boolean =>
  isLaboratory(procedure) || isImaging(procedure) || isEquipment(procedure);

/** Who is billed may have ordered the service, and is named as that all the same. */
const checkOrderer = (encounter: EncounterToScrub): readonly Objection[] => {
  const { registration, codes, payer } = encounter;
  if (!isMedicare(payer)) return [];
  const ofVisit = registration.orderingProvider ?? registration.referringProvider;
  const lacking = codes.services.filter(
    (service) =>
      needsOrderer(service) &&
      !(ofVisit ?? service.facts?.orderingProvider ?? service.facts?.referringProvider),
  );
  return objectIf(
    lacking.length > 0,
    'registration.orderingProvider',
    `Medicare wants to know who ordered ${[...new Set(lacking.map(({ procedure }) => procedure))].join(', ')}: name the person with NPI, also where that is who gave the service.`,
  );
};

/** Who may order for Medicare; a list of CMS's that grows. */
const mayOrder: ReadonlySet<NonNullable<Provider['credential']>> = new Set([
  ...([
    'MD',
    'DO',
    'DPM',
    'OD',
    'DDS',
    'NP',
    'PA',
    'CNS',
    'CNM',
    'PSYD',
    'PHD',
    'LCSW',
    'LMFT',
    'LPC',
  ] as const),
]);

const checkOrdererKind = (encounter: EncounterToScrub): readonly Objection[] => {
  const { registration, codes, payer } = encounter;
  if (!isMedicare(payer)) return [];
  const told = [
    { who: registration.orderingProvider, path: 'registration.orderingProvider.credential' },
    ...codes.services.map(({ facts }, at) => ({
      who: facts?.orderingProvider,
      path: pathOf(at, 'facts.orderingProvider.credential'),
    })),
  ];
  return told.flatMap(({ who, path }) =>
    objectIf(
      who?.credential !== undefined && !mayOrder.has(who.credential),
      path,
      `Medicare takes no orders of a ${who?.credential}: name the physician or practitioner who ordered it.`,
    ),
  );
};

/** Edits on tests, images and supplies: by whose certificate and on whose order. */
export const laboratoryEdits: readonly Edit[] = [
  {
    code: 'filing-clia',
    source: '42 CFR 493; 837P REF*X4; CARC B7',
    desk: 'credentialing',
    check: checkCertificate,
  },
  {
    code: 'filing-clia-reference',
    source: '837P REF*F4 of 2400 with modifier 90; CARC B7',
    desk: 'clinic',
    check: checkReference,
  },
  {
    code: 'filing-ordering-provider',
    source: '42 CFR 424.507; 837P 2420E and 2310A; RARC N264, N265',
    desk: 'clinic',
    check: checkOrderer,
  },
  {
    code: 'filing-ordering-credential',
    source: '42 CFR 424.507: who may order and refer; CARC 184',
    severity: 'warn',
    desk: 'clinic',
    check: checkOrdererKind,
  },
];
