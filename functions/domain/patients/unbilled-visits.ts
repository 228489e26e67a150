import { type Cents, cents, sum } from '../../edi/money.ts';
import { dateIn, type TimeZone } from '../calendar/time-zone.ts';
import { type CalendarDate, daysBetween } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { EncounterCodes } from '../coding.ts';
import type { Encounter } from '../encounter.ts';
import type { Task, TaskKind } from '../task.ts';

/** Where a visit that was seen and is not billed stands; the first five wait for somebody. */
export const stands = [
  'waiting-for-registration',
  'waiting-for-documentation',
  'waiting-for-the-coder',
  'waiting-for-edits',
  'claim-not-sent',
  'under-way',
  'self-pay',
  'not-billable',
] as const;
export type Stand = (typeof stands)[number];

/** A visit with documentation and without a claim on its way. */
export type UnbilledVisit = {
  readonly encounterId: string;
  readonly patientId?: string | undefined;
  readonly date: CalendarDate;
  /** Since the date of service, or since the documentation came where that is not known yet. */
  readonly days: number;
  readonly stand: Stand;
  /** The open task that it waits for. */
  readonly taskId?: string | undefined;
  readonly amount?: Cents | undefined;
  /** The codes are proposed, and not confirmed yet. */
  readonly isEstimate?: boolean | undefined;
};

export type UnbilledRecords = {
  readonly encounters: readonly Encounter[];
  readonly claims: readonly Claim[];
  /** Those that are open. */
  readonly tasks: readonly Task[];
  /** What all units of a visit's services are charged; undefined where a price is not known. */
  readonly chargesOf: (codes: EncounterCodes, encounter: Encounter) => Cents | undefined;
};

/** Stands of an encounter that has come to an end of its own, by its status. */
const ends: ReadonlyMap<string, Stand> = new Map([
  ['self-pay', 'self-pay'],
  ['not-billable', 'not-billable'],
]);

const standOfTask: Partial<Record<TaskKind, Stand>> = {
  'invalid-registration': 'waiting-for-registration',
  'registration-edits': 'waiting-for-registration',
  'unreadable-document': 'waiting-for-documentation',
  coding: 'waiting-for-the-coder',
  'encounter-edits': 'waiting-for-edits',
  'practice-records': 'waiting-for-edits',
};

const wasSent = ({ submissions }: Claim): boolean =>
  submissions.some(({ sentAt, fileName }) => sentAt !== undefined || fileName !== undefined);

/**
 * Visits that were seen and documented and of which no claim went out (DNFB and FBNS), each with its days and where it
 * stands, the oldest first. What ended without a claim is among them, and no part of what waits.
 */
export const unbilledVisits = (
  { encounters, claims, tasks, chargesOf }: UnbilledRecords,
  { now, timeZone }: { readonly now: Date; readonly timeZone: TimeZone },
): readonly UnbilledVisit[] => {
  const today = dateIn(timeZone, now);
  const claimsOf = Map.groupBy(claims, ({ encounterId }) => encounterId);
  const tasksOf = Map.groupBy(tasks, ({ encounterId = '' }) => encounterId);
  return encounters
    .filter(({ document }) => document !== undefined)
    .flatMap((encounter) => {
      const own = claimsOf.get(encounter.encounterId) ?? [];
      if (own.some((claim) => wasSent(claim) || claim.status === 'closed')) return [];
      const stand = standOf(encounter, own, tasksOf.get(encounter.encounterId) ?? []);
      const date = encounter.registration?.dateOfService ?? receivedOn(encounter, timeZone);
      const { encounterId, registration } = encounter;
      const patientId = registration?.patient.patientId;
      const days = Math.max(0, daysBetween(date, today));
      return [{ encounterId, patientId, date, days, ...stand, ...amountOf(encounter, own, chargesOf) }];
    })
    .sort((a, b) => b.days - a.days || (a.encounterId < b.encounterId ? -1 : 1));
};

const receivedOn = ({ document, createdAt }: Encounter, timeZone: TimeZone): CalendarDate =>
  dateIn(timeZone, new Date(document?.receivedAt ?? createdAt));

const standOf = (
  { status, registration }: Encounter,
  claims: readonly Claim[],
  tasks: readonly Task[],
): Pick<UnbilledVisit, 'stand' | 'taskId'> => {
  const end = ends.get(status);
  if (end) return { stand: end };
  if (claims.length > 0) return { stand: 'claim-not-sent' };
  const task = tasks.find(({ kind, status: state }) => state === 'open' && standOfTask[kind] !== undefined);
  const stand = task && standOfTask[task.kind];
  if (task && stand) return { stand, taskId: task.taskId };
  if (!registration) return { stand: 'waiting-for-registration' };
  return { stand: status === 'unreadable' ? 'waiting-for-documentation' : 'under-way' };
};

const amountOf = (
  encounter: Encounter,
  claims: readonly Claim[],
  chargesOf: UnbilledRecords['chargesOf'],
): Pick<UnbilledVisit, 'amount' | 'isEstimate'> => {
  const [first] = claims.toSorted(
    (a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility),
  );
  if (first) {
    const ofFirst = claims.filter(({ responsibility }) => responsibility === first.responsibility);
    return { amount: sum(ofFirst.flatMap(({ lines }) => lines.map(({ charge }) => charge))) };
  }
  const { codes, proposal } = encounter;
  const billed = codes ?? proposal;
  const amount = billed && chargesOf(billed, encounter);
  return amount === undefined ? {} : { amount, ...(!codes && { isEstimate: true }) };
};

/** How many visits stand where, since when at most, and what of their charges is known. */
export type UnbilledTotals = {
  readonly stand: Stand;
  readonly visits: number;
  readonly oldestDays: number;
  readonly amount: Cents;
  readonly withoutAmount: number;
};

/** Sums of a report by where its visits stand. */
export const unbilledTotals = (visits: readonly UnbilledVisit[]): readonly UnbilledTotals[] =>
  stands.flatMap((stand) => {
    const of = visits.filter((visit) => visit.stand === stand);
    if (of.length === 0) return [];
    return [
      {
        stand,
        visits: of.length,
        oldestDays: Math.max(...of.map(({ days }) => days)),
        amount: cents(of.reduce((total, { amount = 0 }) => total + amount, 0)),
        withoutAmount: of.filter(({ amount }) => amount === undefined).length,
      },
    ];
  });
