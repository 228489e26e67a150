import { lastDayOf } from '../domain/calendar/clocks.ts';
import { isNpi } from '../edi/npi.ts';
import { type Edit, objectIf } from './edit.ts';

const npiSource = 'CMS: the tenth digit of an NPI is the Luhn check digit over 80840 and the first nine';

/** NUCC Health Care Provider Taxonomy: ten characters, closed with an X. */
const taxonomyFormat = /^[0-9]{3}[0-9A-Z]{6}X$/;

/** Edits on the registration, the providers and the dates of an encounter. */
export const registrationEdits: readonly Edit[] = [
  {
    code: 'billing-npi-invalid',
    source: npiSource,
    check: ({ practice }) =>
      objectIf(!isNpi(practice.npi), 'practice.npi', 'The NPI of the practice fails its check digit.'),
  },
  {
    code: 'rendering-npi-invalid',
    source: npiSource,
    check: ({ registration }) =>
      objectIf(
        !isNpi(registration.renderingProviderNpi),
        'registration.renderingProviderNpi',
        'The NPI of the rendering provider fails its check digit; a digit may be mistyped.',
      ),
  },
  {
    code: 'referring-npi-invalid',
    source: npiSource,
    check: ({ registration: { referringProvider } }) =>
      objectIf(
        referringProvider !== undefined && !isNpi(referringProvider.npi),
        'registration.referringProvider.npi',
        'The NPI of the referring provider fails its check digit; a digit may be mistyped.',
      ),
  },
  {
    code: 'rendering-provider-unknown',
    source: 'the provider list of the practice',
    check: ({ registration, practice }) =>
      objectIf(
        !practice.providers.some(({ npi }) => npi === registration.renderingProviderNpi),
        'registration.renderingProviderNpi',
        'The rendering provider is not on the practice’s list of providers.',
      ),
  },
  {
    code: 'taxonomy-format',
    source: 'NUCC Health Care Provider Taxonomy; 837P PRV03',
    check: ({ practice, registration }) => {
      const rendering = practice.providers.findIndex(({ npi }) => npi === registration.renderingProviderNpi);
      const own = practice.providers[rendering]?.taxonomy;
      return [
        ...objectIf(
          !taxonomyFormat.test(practice.taxonomy),
          'practice.taxonomy',
          'The taxonomy code of the practice is malformed.',
        ),
        ...objectIf(
          own !== undefined && !taxonomyFormat.test(own),
          `practice.providers[${rendering}].taxonomy`,
          'The taxonomy code of the rendering provider is malformed.',
        ),
      ];
    },
  },
  {
    code: 'service-in-future',
    source: 'a service is billed after it was given; CARC 110',
    check: ({ registration }, today) =>
      objectIf(
        registration.dateOfService > today,
        'registration.dateOfService',
        'The date of service lies in the future.',
      ),
  },
  {
    code: 'service-before-birth',
    source: 'CARC 14',
    check: ({ registration }) =>
      objectIf(
        registration.dateOfService < registration.patient.dateOfBirth,
        'registration.patient.dateOfBirth',
        'The date of service lies before the patient’s date of birth.',
      ),
  },
  {
    code: 'filing-limit-passed',
    source: 'the payer’s contract; CARC 29',
    check: ({ registration, payer }, today) =>
      objectIf(
        payer !== undefined && today > lastDayOf('filingLimitDays', payer, registration.dateOfService),
        'registration.dateOfService',
        `The payer takes claims for ${payer?.filingLimitDays} days after the date of service, and those have passed.`,
      ),
  },
  {
    code: 'member-id-missing',
    source: '837P NM109 of the subscriber; CARC 31',
    check: ({ registration }) =>
      registration.coverages.flatMap(({ memberId }, at) =>
        objectIf(
          memberId.trim() === '',
          `registration.coverages[${at}].memberId`,
          'The coverage has no member number.',
        ),
      ),
  },
  {
    code: 'coverage-order',
    source: '837P SBR01: each payer has a place of its own, beginning with the primary one',
    check: ({ registration: { coverages } }) => {
      const places = coverages.map(({ responsibility }) => responsibility);
      const inOrder = places.every((_, at) => places.includes((['P', 'S', 'T'] as const)[at] ?? 'T'));
      return objectIf(
        !inOrder,
        'registration.coverages',
        'The coverages need one primary, then one secondary, then one tertiary payer.',
      );
    },
  },
];
