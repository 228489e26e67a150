import { type CodeSetRecord, codeBookOn, type OfEdition } from '../../../codesets/code-book.ts';
import type { CodedService } from '../../domain/coding.ts';
import type { EncounterToScrub } from '../edit.ts';
import { besides, dayOf } from './each-service.ts';

/** What the fee schedule of the day says of a service and of its components; nothing where it is not installed. */
export const scheduleOf = (
  service: CodedService,
  encounter: EncounterToScrub,
): readonly CodeSetRecord<'mpfs'>[] =>
  codeBookOn(dayOf(service, encounter)).lists.feeSchedule(service.procedure);

/** The service as a whole. */
export const wholeOf = (
  service: CodedService,
  encounter: EncounterToScrub,
): CodeSetRecord<'mpfs'> | undefined =>
  scheduleOf(service, encounter).find(({ modifier }) => modifier === '');

/** Whether the schedule prices a component of a service (26 or TC) by itself: PC/TC indicator 1. */
export const hasComponents = (records: readonly CodeSetRecord<'mpfs'>[]): boolean =>
  records.some(({ modifier }) => modifier === '26' || modifier === 'TC');

/** How long what follows a service is paid with it. */
export type GlobalPeriod = OfEdition & { readonly days: 'minor' | 'major' };

/** By the schedule, or by the starter set where that is not installed; undefined where nothing follows. */
const globalPeriodOf = (service: CodedService, encounter: EncounterToScrub): GlobalPeriod | undefined => {
  const whole = wholeOf(service, encounter);
  if (whole) {
    const { edition, inForce, globalDays } = whole;
    if (['000', '010'].includes(globalDays)) return { edition, inForce, days: 'minor' };
    return globalDays === '090' ? { edition, inForce, days: 'major' } : undefined;
  }
  const known = codeBookOn(dayOf(service, encounter)).procedures.entry(service.procedure);
  return known?.minorProcedure ? { edition: 'starter', inForce: true, days: 'minor' } : undefined;
};

/** The procedures with a global period that the same provider did on the day of a service, beside it. */
export const proceduresBeside = (
  service: CodedService,
  encounter: EncounterToScrub,
): readonly { readonly procedure: string; readonly period: GlobalPeriod }[] =>
  besides(service, encounter).flatMap((other) => {
    const period = globalPeriodOf(other, encounter);
    return period ? [{ procedure: other.procedure, period }] : [];
  });
