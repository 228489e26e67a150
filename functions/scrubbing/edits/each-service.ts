import type { CodedService } from '../../domain/coding.ts';
import type { EncounterToScrub, Objection } from '../edit.ts';

/** Where a field of a service stands. */
export const pathOf = (at: number, field: string): string => `codes.services[${at}].${field}`;

/** What a check has against the services, one by one. */
export const eachService = (
  { codes }: EncounterToScrub,
  check: (service: CodedService, at: number) => readonly Objection[],
): readonly Objection[] => codes.services.flatMap((service, at) => check(service, at));
