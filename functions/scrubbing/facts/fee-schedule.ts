import { type CodeSetRecord, codeBookOn, type OfEdition } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
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

/** How long what follows a service is paid with it, in days after its own. */
export type GlobalPeriod = OfEdition & { readonly days: 0 | 10 | 90 };

const daysByIndicator: Readonly<Record<string, GlobalPeriod['days']>> = { '000': 0, '010': 10, '090': 90 };

/** By the schedule of a day, or by the starter set where that is not installed; undefined where no period is. */
export const globalPeriodOn = (procedure: string, day: CalendarDate): GlobalPeriod | undefined => {
  const { lists, procedures } = codeBookOn(day);
  const whole = lists.feeSchedule(procedure).find(({ modifier }) => modifier === '');
  if (whole) {
    const { edition, inForce, globalDays } = whole;
    const days = daysByIndicator[globalDays];
    return days === undefined ? undefined : { edition, inForce, days };
  }
  // The starter set knows of minor procedures that they are, and not for how long.
  const isMinor = procedures.entry(procedure)?.minorProcedure;
  return isMinor ? { edition: 'starter', inForce: true, days: 0 } : undefined;
};

/** The procedures with a global period that the same provider did on the day of a service, beside it. */
export const proceduresBeside = (
  service: CodedService,
  encounter: EncounterToScrub,
): readonly { readonly procedure: string; readonly period: GlobalPeriod }[] =>
  besides(service, encounter).flatMap((other) => {
    const period = globalPeriodOn(other.procedure, dayOf(other, encounter));
    return period ? [{ procedure: other.procedure, period }] : [];
  });
