import { isNpi } from '../../edi/npi.ts';
import { type Edit, objectIf } from '../edit.ts';

const npiSource = 'CMS: the tenth digit of an NPI is the Luhn check digit over 80840 and the first nine';

/** NUCC Health Care Provider Taxonomy: ten characters, closed with an X. */
const taxonomyFormat = /^[0-9]{3}[0-9A-Z]{6}X$/;

/** Edits on who the visit names: its providers and the patient. */
export const identityEdits: readonly Edit[] = [
  {
    code: 'identity-rendering-npi',
    desk: 'clinic',
    source: npiSource,
    check: ({ registration }) =>
      objectIf(
        !isNpi(registration.renderingProviderNpi),
        'registration.renderingProviderNpi',
        'The NPI of the rendering provider fails its check digit; a digit may be mistyped.',
      ),
  },
  {
    code: 'identity-referring-npi',
    desk: 'clinic',
    source: npiSource,
    check: ({ registration: { referringProvider } }) =>
      objectIf(
        referringProvider !== undefined && !isNpi(referringProvider.npi),
        'registration.referringProvider.npi',
        'The NPI of the referring provider fails its check digit; a digit may be mistyped.',
      ),
  },
  {
    code: 'identity-rendering-unlisted',
    desk: 'clinic',
    source: 'the provider list of the practice',
    check: ({ registration, practice }) =>
      objectIf(
        !practice.providers.some(({ npi }) => npi === registration.renderingProviderNpi),
        'registration.renderingProviderNpi',
        'The rendering provider is not on the practice’s list of providers.',
      ),
  },
  {
    code: 'identity-taxonomy',
    desk: 'biller',
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
    code: 'identity-birth-after-service',
    desk: 'clinic',
    source: 'CARC 14',
    check: ({ registration }) =>
      objectIf(
        registration.dateOfService < registration.patient.dateOfBirth,
        'registration.patient.dateOfBirth',
        'The date of service lies before the patient’s date of birth.',
      ),
  },
  {
    code: 'identity-death-before-service',
    desk: 'clinic',
    source: 'CARC 13',
    check: ({ registration: { patient, dateOfService, lastDateOfService } }) =>
      objectIf(
        patient.dateOfDeath !== undefined && patient.dateOfDeath < (lastDateOfService ?? dateOfService),
        'registration.patient.dateOfDeath',
        'The date of service lies after the patient’s death: correct the one that is wrong.',
      ),
  },
];
