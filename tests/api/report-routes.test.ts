import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Task, TaskKind } from '../../functions/domain/task.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aPerson, patientRecords } from '../factories/patient-records.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { aTask } from '../factories/tasks.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const emr = 'client-of-nightly';

type Stock = { encounters?: Encounter[]; claims?: Claim[]; tasks?: Task[] };

const api = ({ encounters = [], claims = [], tasks = [] }: Stock = {}) => {
  const { records: patients } = patientRecords();
  const call = callerOn(
    {
      patients,
      findPractice: async () => practice({ timeZone: 'America/Los_Angeles' }),
      encountersByStatus: async (_, status) => encounters.filter((one) => one.status === status),
      claimsByStatus: async (_, status) => claims.filter((one) => one.status === status),
      tasksByStatus: async (_, status) => tasks.filter((one) => one.status === status),
      // Still the 29th in Los Angeles.
      now: () => new Date('2026-11-30T05:00:00Z'),
    },
    emr,
  );
  // Records are entered here, and none is edited.
  return (method: string, path: string, body?: unknown) =>
    call(method, `/v1/practices/maple-street${path}`, body, true, { 'if-match': undefined });
};

const { registration, document, proposal, ...rest } = anEncounter();
if (!registration || !document || !proposal)
  throw new Error('The visit of the tests is registered and documented');

const visit = (encounterId: string, change: Partial<Encounter>): Encounter => ({
  ...rest,
  encounterId,
  registration,
  document,
  ...change,
});

describe('past appointments without documentation', () => {
  const report = async (encounters: Encounter[], appointments: Record<string, object>) => {
    const call = api({ encounters });
    await call('PUT', '/patients/P-204', { patient: aPerson() });
    await call('PUT', '/patients/P-9', { patient: aPerson() });
    await call('POST', '/patients/P-9/merge', { into: 'P-204', note: 'The same' });
    for (const [id, said] of Object.entries(appointments))
      await call('PUT', `/appointments/${id}`, {
        patientId: 'P-204',
        date: '2026-10-26',
        status: 'kept',
        ...said,
      });
    const { body } = await call('GET', '/reports/undocumented-appointments');
    return body.appointments.map(
      ({
        appointment,
        missing,
        days,
      }: {
        appointment: { appointmentId: string };
        missing: string;
        days: number;
      }) => `${appointment.appointmentId} ${missing} ${days}`,
    );
  };

  it('are those that were kept, or of which nobody says, with their days, the oldest first', async () => {
    expect(
      await report([], {
        A1: { date: '2026-11-28' },
        A2: { date: '2026-11-20', status: 'scheduled' },
        A3: { date: '2026-11-20', status: 'no-show' },
        A4: { date: '2026-11-20', status: 'cancelled' },
        A5: { date: '2026-11-29', status: 'scheduled' },
        A6: { date: '2026-11-29', timeZone: 'America/New_York' },
        A7: { date: '2026-12-09', status: 'scheduled' },
      }),
    ).toEqual(['A2 status-open 9', 'A1 no-visit 1', 'A6 no-visit 1']);
  });

  it('are not those whose visit is documented: it names them, or is of their patient, day and provider', async () => {
    const { document: _, ...registered } = visit('E3', {
      registration: { ...registration, appointmentId: 'A3' },
    });
    const visits = [
      visit('E1', { registration: { ...registration, appointmentId: 'A1', dateOfService: '2026-10-27' } }),
      visit('E2', {}),
      { ...registered, status: 'registered' as const },
    ];
    expect(
      await report(visits, {
        A1: {},
        A2: { patientId: 'P-9', providerNpi: registration.renderingProviderNpi },
        A3: {},
        A4: { providerNpi: '1999999984' },
      }),
    ).toEqual(['A3 not-documented 34', 'A4 no-visit 34']);
  });
});

describe('visits that are not billed', () => {
  const task = (encounterId: string, kind: TaskKind): Task =>
    aTask({ taskId: `${encounterId}-t`, encounterId, kind });
  const { registration: _r, ...unregistered } = visit('E1', { status: 'documented' });
  const { document: _d, ...undocumented } = visit('E0', { status: 'registered' });
  const unsent = claim({
    encounterId: 'E7',
    status: 'covered',
    submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
  });

  const encounters = [
    undocumented,
    unregistered,
    visit('E2', { status: 'coding', proposal }),
    visit('E3', { status: 'coding', codes: proposal }),
    visit('E4', { status: 'unreadable' }),
    visit('E5', { status: 'self-pay', codes: proposal }),
    visit('E6', { status: 'coding' }),
    visit('E7', { status: 'claimed' }),
    visit('E8', { status: 'claimed' }),
    visit('E9', { status: 'not-billable' }),
    visit('F0', { status: 'coding' }),
  ];

  it('are told with days, amount and where each stands', async () => {
    const call = api({
      encounters,
      claims: [unsent, claim({ encounterId: 'E8', status: 'accepted' })],
      tasks: [
        task('E2', 'coding'),
        task('E3', 'encounter-edits'),
        task('E4', 'unreadable-document'),
        task('F0', 'registration-edits'),
      ],
    });
    const { body } = await call('GET', '/reports/unbilled-visits');
    const price = practice().chargeMaster.find(({ procedure }) => procedure === '99212')?.charge;
    expect(price).toBeGreaterThan(0);
    expect(
      body.visits.map(({ encounterId, stand, days, amount, isEstimate, taskId }: never) => ({
        encounterId,
        stand,
        days,
        amount,
        isEstimate,
        taskId,
      })),
    ).toEqual([
      { encounterId: 'E1', stand: 'waiting-for-registration', days: 34 },
      {
        encounterId: 'E2',
        stand: 'waiting-for-the-coder',
        days: 34,
        amount: price,
        isEstimate: true,
        taskId: 'E2-t',
      },
      { encounterId: 'E3', stand: 'waiting-for-edits', days: 34, amount: price, taskId: 'E3-t' },
      { encounterId: 'E4', stand: 'waiting-for-documentation', days: 34, taskId: 'E4-t' },
      { encounterId: 'E5', stand: 'self-pay', days: 34, amount: price },
      { encounterId: 'E6', stand: 'under-way', days: 34 },
      { encounterId: 'E7', stand: 'claim-not-sent', days: 34, amount: 23_000 },
      { encounterId: 'E9', stand: 'not-billable', days: 34 },
      { encounterId: 'F0', stand: 'waiting-for-registration', days: 34, taskId: 'F0-t' },
    ]);
    expect(body.totals).toContainEqual({
      stand: 'claim-not-sent',
      visits: 1,
      oldestDays: 34,
      amount: 23_000,
      withoutAmount: 0,
    });
    expect(body.totals).toContainEqual({
      stand: 'waiting-for-registration',
      visits: 2,
      oldestDays: 34,
      amount: 0,
      withoutAmount: 2,
    });
  });
});
