import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodedService } from '../../domain/coding.ts';
import type { Credential } from '../../domain/contract/credential.ts';
import type { EncounterToScrub, Objection } from '../edit.ts';

/** Where a field of a service stands. */
export const pathOf = (at: number, field: string): string => `codes.services[${at}].${field}`;

/** What a check has against the services, one by one. */
export const eachService = (
  { codes }: EncounterToScrub,
  check: (service: CodedService, at: number) => readonly Objection[],
): readonly Objection[] => codes.services.flatMap((service, at) => check(service, at));

/** The first day of a service: that of the visit where it has none of its own. */
export const dayOf = ({ facts }: CodedService, { registration }: EncounterToScrub): CalendarDate =>
  facts?.from ?? registration.dateOfService;

/** Where a service was given. */
export const placeOf = ({ facts }: CodedService, { registration }: EncounterToScrub): string =>
  facts?.placeOfService ?? registration.placeOfService;

/** When and by whom a service was given: payers look together at those of one provider on one day. */
export const sessionOf = (service: CodedService, encounter: EncounterToScrub): string =>
  `${dayOf(service, encounter)} ${service.facts?.renderingProviderNpi ?? encounter.registration.renderingProviderNpi}`;

/** As what who gave a service is licensed, where the practice tells it. */
export const credentialOf = (
  { facts }: CodedService,
  { registration, practice }: EncounterToScrub,
): Credential | undefined => {
  const npi = facts?.renderingProviderNpi ?? registration.renderingProviderNpi;
  return practice.providers.find((one) => one.npi === npi)?.credential;
};

/** The other services that the same provider gave on the day. */
export const besides = (service: CodedService, encounter: EncounterToScrub): readonly CodedService[] =>
  encounter.codes.services.filter(
    (other) => other !== service && sessionOf(other, encounter) === sessionOf(service, encounter),
  );

/** Whether a service carries one of the modifiers. */
export const carries = ({ modifiers }: CodedService, ...wanted: readonly string[]): boolean =>
  modifiers.some((modifier) => wanted.includes(modifier));

/** What a check has against the modifiers of a service, in a sentence. */
export const ofModifiers =
  (fault: (...of: Parameters<Parameters<typeof eachService>[1]>) => string | undefined) =>
  (encounter: EncounterToScrub): readonly Objection[] =>
    eachService(encounter, (service, at) => {
      const detail = fault(service, at);
      return detail === undefined ? [] : [{ path: pathOf(at, 'modifiers'), detail }];
    });
