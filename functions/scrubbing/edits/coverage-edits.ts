import { type CodeBook, type CoverageAnswer, codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodedService } from '../../domain/coding.ts';
import { isOriginalMedicare } from '../../domain/payer.ts';
import { chooseBillingEntity } from '../../domain/practice/billing-entity.ts';
import { locationOf } from '../../domain/practice/location.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';
import { abnModifierEdit } from '../facts/abn-modifiers.ts';
import { pathOf } from '../facts/each-service.ts';

const atHome = '12';

/** The state in which a service was given, whose contractor decides: at home it is the patient's. */
const stateOf = ({ facts }: CodedService, { registration, practice, payer }: EncounterToScrub): string => {
  const { renderingProviderNpi, locationId, placeOfService } = registration;
  const facility = facts?.serviceFacility ?? registration.serviceFacility;
  if (facility) return facility.address.state;
  if ((facts?.placeOfService ?? placeOfService) === atHome) return registration.patient.address.state;
  const location = locationOf(practice.locations, registration);
  const billed = {
    ...{ locationId: locationId ?? location?.locationId, payerId: payer?.payerId ?? '' },
    renderingProviderNpi: facts?.renderingProviderNpi ?? renderingProviderNpi,
  };
  return (location?.address ?? chooseBillingEntity(practice, billed).address).state;
};

const dayOf = ({ facts }: CodedService, { registration }: EncounterToScrub): CalendarDate =>
  facts?.from ?? registration.dateOfService;

const diagnosesOf = (
  { diagnosisPointers }: CodedService,
  { codes }: Pick<EncounterToScrub, 'codes'>,
): readonly string[] => diagnosisPointers.flatMap((pointer) => codes.diagnoses[pointer - 1] ?? []);

/** Excluded by statute, or told to the patient as such: the denial is what is wanted. */
const isExcludedByStatute = ({ modifiers }: CodedService): boolean =>
  modifiers.some((modifier) => modifier === 'GY' || modifier === 'GX');

/** A denial as not reasonable and necessary is expected, with a notice or without. */
const isDenialExpected = ({ modifiers }: CodedService): boolean =>
  modifiers.some((modifier) => modifier === 'GA' || modifier === 'GZ');

type Asked = { readonly service: CodedService; readonly at: number; readonly answer: CoverageAnswer };

const askAbout = (encounter: EncounterToScrub): readonly Asked[] => {
  if (!encounter.payer || !isOriginalMedicare(encounter.payer)) return [];
  return encounter.codes.services.flatMap((service, at) => {
    if (isExcludedByStatute(service)) return [];
    const { procedure, modifiers } = service;
    const answer = codeBookOn(dayOf(service, encounter)).coverage.judge({
      ...{ procedure, modifiers, diagnoses: diagnosesOf(service, encounter) },
      state: stateOf(service, encounter),
    });
    return answer ? [{ service, at, answer }] : [];
  });
};

/** What was answered about the encounter that is being scrubbed, and by which book. */
let asked: { encounter: EncounterToScrub; book: CodeBook; answers: readonly Asked[] } | undefined;

/** What Original Medicare's articles answer about the services, asked once for all edits of an encounter. */
const answersAbout = (encounter: EncounterToScrub): readonly Asked[] => {
  const book = codeBookOn(encounter.registration.dateOfService);
  if (asked?.encounter !== encounter || asked.book !== book)
    asked = { encounter, book, answers: askAbout(encounter) };
  return asked.answers;
};

/** What an edit has against the services that the articles answer about in one way. */
const checkAnswers =
  (
    outcome: CoverageAnswer['outcome'],
    tell: (asked: Asked, encounter: EncounterToScrub) => readonly Objection[],
  ) =>
  (encounter: EncounterToScrub): readonly Objection[] =>
    answersAbout(encounter)
      .filter(({ answer }) => answer.outcome === outcome)
      .flatMap((one) => tell(one, encounter));

const policyOf = ({ policy, lcds }: CoverageAnswer): string =>
  `article ${policy}${lcds.length > 0 ? ` (${lcds.join(', ')})` : ''}`;

/** With GA or GZ the denial is expected; an edition of another time, or a doubtful reading, blocks nothing. */
const weighed = ({ service, answer }: Asked, path: string, detail: string): Objection => {
  const doubts = [
    ...(answer.unsure ? ['The articles leave a doubt here: read their words.'] : []),
    ...(answer.inForce
      ? []
      : [`As of edition ${answer.edition}: that of the date of service is not installed.`]),
  ];
  const told = { path, detail: [detail, ...doubts].join(' ') };
  if (isDenialExpected(service)) return { ...told, severity: 'info' };
  return doubts.length > 0 ? { ...told, severity: 'warn' } : told;
};

const notice = 'or add GA where the patient signed a notice of non-coverage beforehand, GZ where nobody did';

/** How many codes a sentence names. */
const mostNamed = 12;

const namedCodes = (codes: readonly string[]): string => {
  if (codes.length === 0) return 'whatever the article admits';
  const named = codes.slice(0, mostNamed).join(', ');
  return codes.length > mostNamed ? `${codes.length} codes (${named}, …)` : named;
};

const describeWants = ({ wants }: CoverageAnswer): string =>
  wants
    .map(({ role, groups, codes }) => {
      const group = groups.length > 0 ? ` of group ${groups.join(' or ')}` : '';
      return `a ${role} diagnosis${group}: ${namedCodes(codes)}`;
    })
    .join('; and ');

/** A code that stands on the visit needs a pointer only. */
const onVisit = ({ service, answer }: Asked, { codes }: EncounterToScrub): string => {
  const wanted = answer.wants.flatMap((want) => want.codes);
  const places = codes.diagnoses.flatMap((code, place) =>
    wanted.includes(code) && !service.diagnosisPointers.includes(place + 1) ? [place + 1] : [],
  );
  return places.length > 0 ? ` Diagnosis ${places.join(', ')} of the visit is one: point to it.` : '';
};

const checkNotCovered = checkAnswers('not-covered', (asked) => {
  const { service, at, answer } = asked;
  const detail = `No diagnosis that ${service.procedure} points to is covered for it by ${policyOf(answer)}; point to one that the note documents and the article lists, ${notice}.`;
  return [weighed(asked, pathOf(at, 'diagnosisPointers'), detail)];
});

const checkSecondary = checkAnswers('needs-secondary', (asked, encounter) => {
  const { service, at, answer } = asked;
  const detail = `${service.procedure} needs a further diagnosis by ${policyOf(answer)}, ${describeWants(answer)}; add it where the note documents it, ${notice}.${onVisit(asked, encounter)}`;
  return [weighed(asked, pathOf(at, 'diagnosisPointers'), detail)];
});

const checkDate = checkAnswers('unknown-date', ({ service, at, answer }) => [
  {
    path: pathOf(at, 'procedure'),
    detail: `Coverage of ${service.procedure} is not known for this date: edition ${answer.edition} has ${policyOf(answer)} of another time only; read the version of the date of service.`,
    ...(isDenialExpected(service) && { severity: 'info' as const }),
  },
]);

const checkReading = checkAnswers('covered', ({ service, at, answer }) =>
  answer.unsure
    ? [
        {
          path: pathOf(at, 'diagnosisPointers'),
          detail: `${service.procedure} points to a diagnosis that ${policyOf(answer)} lists, under a condition in words; read it before this is billed as covered.`,
        },
      ]
    : [],
);

const checkInstalled = ({ registration, codes, payer }: EncounterToScrub): readonly Objection[] => {
  const isAsked = payer !== undefined && isOriginalMedicare(payer) && codes.services.length > 0;
  if (!isAsked || codeBookOn(registration.dateOfService).coverage.isInstalled) return [];
  return [
    {
      path: 'codes.services',
      detail: 'Not checked: no coverage articles are installed (codesets install coverage).',
    },
  ];
};

/** Medical necessity by the articles of Medicare's contractors, and what a notice of non-coverage changes. */
export const coverageEdits: readonly Edit[] = [
  {
    code: 'coverage-not-covered',
    source: 'Medicare Coverage Database, billing and coding articles; CARC 50, RARC N115',
    check: checkNotCovered,
  },
  {
    code: 'coverage-needs-secondary',
    source: 'Medicare Coverage Database, paragraphs of covered groups; CARC 50, 11',
    check: checkSecondary,
  },
  {
    code: 'coverage-unknown-date',
    source: 'Medicare Coverage Database: a download has no older versions',
    severity: 'warn',
    check: checkDate,
  },
  {
    code: 'coverage-unsure',
    source: 'Medicare Coverage Database, paragraphs of covered groups',
    severity: 'info',
    check: checkReading,
  },
  {
    code: 'coverage-not-checked',
    source: 'the code sets that are installed here',
    severity: 'info',
    desk: 'biller',
    check: checkInstalled,
  },
  abnModifierEdit,
];
