import { z } from 'zod';
import { dateIn } from '../domain/calendar/time-zone.ts';
import { addDays, CalendarDate } from '../domain/calendar.ts';
import { checkInput } from '../domain/check-input.ts';
import type { EncounterCodes } from '../domain/coding.ts';
import { type Encounter, EncounterStatus } from '../domain/encounter.ts';
import { idsOf } from '../domain/patients/patient-record.ts';
import { unbilledTotals, unbilledVisits } from '../domain/patients/unbilled-visits.ts';
import { undocumentedAppointments } from '../domain/patients/undocumented-appointments.ts';
import { chargeFor, type Practice } from '../domain/practice.ts';
import { type Cents, cents } from '../edi/money.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRoute, type Respond } from './practice-request.ts';

const encountersOf = async (
  practiceId: string,
  { encountersByStatus }: PracticeRecords,
): Promise<readonly Encounter[]> => {
  const lists = await Promise.all(
    EncounterStatus.options.map((status) => encountersByStatus(practiceId, status)),
  );
  return lists.flat();
};

/** Most payers' filing limit is shorter: what is older is lost, and a year of a calendar is read in seconds. */
const mostDaysBack = 365;

const Back = z.strictObject({ days: z.coerce.number().int().min(1).max(mostDaysBack).default(90) });

/** Past appointments where the patient came, or nobody says otherwise, and whose documentation is missing. */
const getUndocumented: Respond = async ({ practiceId, query }, records) => {
  const asked = checkInput(Back, query);
  if (!asked.success) return badRequest(asked.findings);
  const practice = await records.findPractice(practiceId);
  if (!practice) return notFound();
  const now = records.now();
  const to = dateIn(practice.timeZone, now);
  const from = addDays(to, -asked.data.days);
  const [appointments, encounters] = await Promise.all([
    records.patients.appointmentsOf(practiceId, { from, to }),
    encountersOf(practiceId, records),
  ]);
  const known = await numbersOf(practiceId, [...new Set(appointments.map((one) => one.patientId))], records);
  const report = undocumentedAppointments(appointments, encounters, {
    now,
    timeZone: practice.timeZone,
    idsOf: (id) => known.get(id) ?? [id],
  });
  return json(200, { from, to, appointments: report });
};

/** Every number under which records know each of some patients. */
const numbersOf = async (
  practiceId: string,
  patientIds: readonly string[],
  { patients }: PracticeRecords,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const known = new Map<string, readonly string[]>();
  for (const patientId of patientIds) {
    const file = await patients.find({ practiceId, patientId });
    if (file) known.set(patientId, idsOf(file));
  }
  return known;
};

const chargesOf =
  (practice: Practice) =>
  ({ services }: EncounterCodes, { registration }: Encounter): Cents | undefined => {
    if (!registration) return undefined;
    let total = 0;
    for (const { procedure, modifiers, units, facts } of services) {
      const placeOfService = facts?.placeOfService ?? registration.placeOfService;
      const price = chargeFor(practice, { procedure, modifiers, placeOfService }, registration.dateOfService);
      if (price === undefined) return undefined;
      total += Math.round(price * units);
    }
    return cents(total);
  };

/** Statuses of claims that never went out: the others cannot be among what is not billed. */
const unsent = ['ready', 'covered', 'not-covered'] as const;

/** Visits that were seen and documented and are not billed, with days, amounts and where each stands (DNFB). */
const getUnbilled: Respond = async ({ practiceId }, records) => {
  const practice = await records.findPractice(practiceId);
  if (!practice) return notFound();
  const [encounters, tasks, ...waiting] = await Promise.all([
    encountersOf(practiceId, records),
    records.tasksByStatus(practiceId, 'open'),
    ...unsent.map((status) => records.claimsByStatus(practiceId, status)),
  ]);
  const claims = waiting.flat();
  const withClaims = new Set(claims.map(({ encounterId }) => encounterId));
  // A visit of which no claim waits has one that went out, or is closed.
  const open = encounters.filter(
    ({ status, encounterId }) => status !== 'claimed' || withClaims.has(encounterId),
  );
  const visits = unbilledVisits(
    { encounters: open, claims, tasks, chargesOf: chargesOf(practice) },
    { now: records.now(), timeZone: practice.timeZone },
  );
  return json(200, { totals: unbilledTotals(visits), visits });
};

/** What waits to be billed. */
export const reportRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/reports/undocumented-appointments',
    summary: 'Past appointments whose documentation is missing',
    permission: 'read',
    audit: { of: ['appointment', 'patient', 'encounter'], why: 'operations' },
    query: Back,
    answer: {
      status: 200,
      body: z.object({ from: CalendarDate, to: CalendarDate, appointments: z.array(z.looseObject({})) }),
    },
    handler: getUndocumented,
  },
  {
    method: 'GET',
    path: '/reports/unbilled-visits',
    summary: 'Visits that were seen and documented and are not billed',
    permission: 'read',
    audit: { of: ['encounter', 'patient', 'task'], why: 'payment' },
    answer: {
      status: 200,
      body: z.object({
        totals: z.array(
          z.object({
            stand: z.string(),
            visits: z.int(),
            oldestDays: z.int(),
            amount: z.int(),
            withoutAmount: z.int(),
          }),
        ),
        visits: z.array(z.looseObject({ encounterId: z.string(), date: CalendarDate, days: z.int() })),
      }),
    },
    handler: getUnbilled,
  },
];
