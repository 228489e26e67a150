import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../functions/domain/calendar.ts';
import { CoverageRecord, coveragesOn } from '../../functions/domain/patients/coverage-record.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { enterRegistration } from '../../functions/patients/enter-registration.ts';
import { anEncounter } from '../factories/encounters.ts';
import { patientRecords } from '../factories/patient-records.ts';

const now = new Date('2026-11-30T12:00:00Z');
const { registration } = anEncounter();
if (!registration) throw new Error('The visit of the tests is registered');

type Change = Partial<Omit<EncounterRegistration, 'patient'>> & {
  readonly patient?: Partial<EncounterRegistration['patient']>;
};

const aRegistration = ({ patient, ...change }: Change = {}): EncounterRegistration => ({
  ...registration,
  ...change,
  patient: { ...registration.patient, ...patient },
});

const coverage = (
  payerId: string,
  memberId: string,
  responsibility: 'P' | 'S' | 'T' = 'P',
): EncounterRegistration['coverages'][number] => ({
  payerId,
  memberId,
  responsibility,
  relationship: 'self',
});

const name = { practiceId: 'maple-street', patientId: registration.patient.patientId };

const practiceWith = () => {
  const world = patientRecords();
  const enter = (encounterId: string, change: Change = {}) =>
    enterRegistration({ practiceId: 'maple-street', encounterId }, aRegistration(change), now, world.effects);
  const inForce = (on: string) =>
    coveragesOn(world.find(name)?.coverages ?? [], on).map(
      ({ coverage: one }) => `${one.responsibility} ${one.payerId} ${one.memberId}`,
    );
  return { ...world, enter, inForce };
};

describe('the registration of a visit', () => {
  it('enters a patient with the coverages, and tells it in the history', async () => {
    const { enter, find, events, openTasks } = practiceWith();
    expect(await enter('E1', { dateOfService: '2026-10-26' })).toEqual([]);
    expect(find(name)).toMatchObject({
      record: { patientId: 'P-204', demographics: { lastName: 'Okafor', dateOfBirth: '1961-04-09' } },
      coverages: [
        { coverage: { payerId: 'northwind', memberId: 'NW4410977' }, seen: [{ on: '2026-10-26' }] },
      ],
    });
    expect(events).toMatchObject([
      { type: 'entered', source: 'visit E1', actor: { kind: 'step', subject: 'receive-document' } },
    ]);
    expect(openTasks()).toEqual([]);
  });

  it('writes once, however often it comes', async () => {
    const { enter, writes, find } = practiceWith();
    await enter('E1');
    const before = find(name);
    await enter('E1');
    expect([writes(), find(name)]).toEqual([1, before]);
  });

  it('changes what is newer, field by field, and says what it was', async () => {
    const { enter, find, events } = practiceWith();
    await enter('E2', { dateOfService: '2026-11-02', patient: { lastName: 'Okafor-Lind' } });
    await enter('E1', { dateOfService: '2026-10-26' });
    expect(find(name)?.record.demographics.lastName).toBe('Okafor-Lind');
    await enter('E3', { dateOfService: '2026-11-09', patient: { lastName: 'Lind' } });
    expect(events.at(-1)).toMatchObject({
      type: 'changed',
      source: 'visit E3',
      changes: [{ field: 'lastName', before: 'Okafor-Lind', after: 'Lind' }],
    });
  });

  it.each([
    ['last name and birth date', { lastName: 'Brandt', dateOfBirth: '1980-01-01' }],
    ['first name and birth date', { firstName: 'Tobias', dateOfBirth: '1980-01-01' }],
    ['both names', { lastName: 'Brandt', firstName: 'Tobias' }],
  ])('overwrites no patient of another %s: the front desk is asked', async (_, patient) => {
    const { enter, find, openTasks } = practiceWith();
    await enter('E1');
    const before = find(name);
    expect(await enter('E2', { dateOfService: '2026-11-20', patient })).toMatchObject([
      { code: 'other-person', path: 'patient.patientId' },
    ]);
    expect(find(name)).toEqual(before);
    expect(openTasks()).toMatchObject([
      { kind: 'patient-record', owner: 'front-desk', encounterId: 'E2', actions: ['dismiss'] },
    ]);
    expect(JSON.stringify(openTasks())).not.toMatch(/Okafor|Brandt|Tobias|1980|1961|P-204|NW4410977/);
  });

  it('takes a new name and a corrected birth date, one at a time', async () => {
    const { enter, find } = practiceWith();
    await enter('E1');
    expect(await enter('E2', { dateOfService: '2026-11-01', patient: { lastName: 'LIND' } })).toEqual([]);
    const corrected = { lastName: 'Lind', dateOfBirth: '1961-09-04' };
    expect(await enter('E3', { dateOfService: '2026-11-02', patient: corrected })).toEqual([]);
    expect(find(name)?.record.demographics).toMatchObject(corrected);
  });

  it('takes its task back once it is corrected, and asks about what is still wrong', async () => {
    const { enter, openTasks, tasks } = practiceWith();
    await enter('E1');
    const wrong = { dateOfService: '2026-11-20', coverages: [coverage('northwind', 'NW999')] };
    await enter('E2', { ...wrong, patient: { lastName: 'Brandt', dateOfBirth: '1980-01-01' } });
    await enter('E2', wrong);
    expect(openTasks().map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['other-member-id coverages.0.memberId'],
    ]);
    await enter('E2', { dateOfService: '2026-11-20' });
    expect([openTasks(), tasks.size]).toEqual([[], 2]);
  });

  it('tells that a new patient is likely known under another number', async () => {
    const { enter, openTasks } = practiceWith();
    await enter('E1');
    const found = await enter('E2', { patient: { patientId: 'P-900', firstName: 'Myriam' } });
    expect(found).toMatchObject([{ code: 'likely-duplicate' }]);
    expect(JSON.stringify(openTasks())).not.toMatch(/P-204|P-900/);
    expect(await enter('E2', { patient: { patientId: 'P-900', firstName: 'Myriam' } })).toEqual(found);
    expect(openTasks()).toHaveLength(1);
  });
});

describe('coverages that visits name', () => {
  it('tells another member number of the same payer, once, and goes on with it', async () => {
    const { enter, inForce } = practiceWith();
    await enter('E1', { dateOfService: '2026-03-02', coverages: [coverage('northwind', 'A1')] });
    expect(
      await enter('E2', { dateOfService: '2026-04-02', coverages: [coverage('northwind', 'B2')] }),
    ).toMatchObject([{ code: 'other-member-id', path: 'coverages.0.memberId' }]);
    expect(
      await enter('E3', { dateOfService: '2026-05-02', coverages: [coverage('northwind', 'B-2')] }),
    ).toEqual([]);
    expect([inForce('2026-03-20'), inForce('2026-05-03')]).toEqual([['P northwind A1'], ['P northwind B-2']]);
  });

  it('takes another payer in the same place as a change of coverage', async () => {
    const { enter, inForce } = practiceWith();
    await enter('E1', { dateOfService: '2026-03-02', coverages: [coverage('northwind', 'A1')] });
    expect(
      await enter('E2', { dateOfService: '2026-04-02', coverages: [coverage('cascade', 'C1')] }),
    ).toEqual([]);
    expect([inForce('2026-04-01'), inForce('2026-04-02')]).toEqual([['P northwind A1'], ['P cascade C1']]);
  });

  it('tells a change of order, and a coverage that is left out', async () => {
    const { enter, inForce } = practiceWith();
    const both = [coverage('northwind', 'A1'), coverage('cascade', 'C1', 'S')];
    await enter('E1', { dateOfService: '2026-03-02', coverages: both });
    expect(
      await enter('E2', {
        dateOfService: '2026-04-02',
        coverages: [coverage('cascade', 'C1'), coverage('northwind', 'A1', 'S')],
      }),
    ).toMatchObject([{ code: 'other-order' }, { code: 'other-order' }]);
    expect(inForce('2026-04-02')).toEqual(['P cascade C1', 'S northwind A1']);
    expect(
      await enter('E3', { dateOfService: '2026-05-02', coverages: [coverage('cascade', 'C1')] }),
    ).toMatchObject([{ code: 'coverage-left-out' }]);
    expect(await enter('E4', { dateOfService: '2026-05-03', coverages: [] })).toHaveLength(2);
  });

  it('keeps the payer of an injury at work out of the order of later visits', async () => {
    const { enter, inForce } = practiceWith();
    await enter('E1', { dateOfService: '2026-03-02', coverages: [coverage('northwind', 'A1')] });
    const accident = { causes: ['employment' as const], date: '2026-03-10' };
    expect(
      await enter('E2', { dateOfService: '2026-03-11', coverages: [coverage('cascade', 'WC7')], accident }),
    ).toEqual([]);
    expect(inForce('2026-03-20')).toEqual(['P northwind A1']);
  });

  it('follow who the subscriber is, and keep what a later visit leaves out', async () => {
    const { enter, find } = practiceWith();
    const { patientId: _, ...parent } = registration.patient;
    const { address, ...person } = parent;
    const one = { ...coverage('northwind', 'A1'), groupNumber: 'G7' };
    const asChild = { ...one, relationship: 'child' as const, subscriber: { ...person, address } };
    await enter('E1', { dateOfService: '2026-03-02', coverages: [asChild] });
    await enter('E2', { dateOfService: '2026-03-03', coverages: [coverage('northwind', 'A1')] });
    expect(find(name)?.coverages.map((record) => CoverageRecord.parse(record).coverage)).toEqual([one]);
  });

  it('forgets what a visit said before it was corrected', async () => {
    const { enter, inForce, find } = practiceWith();
    await enter('E1', { dateOfService: '2026-03-02', coverages: [coverage('northwind', 'TYPO')] });
    expect(
      await enter('E1', { dateOfService: '2026-03-02', coverages: [coverage('northwind', 'A1')] }),
    ).toEqual([]);
    expect(inForce('2026-03-02')).toEqual(['P northwind A1']);
    expect(find(name)?.coverages).toHaveLength(1);
  });

  const visits = fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 600 }),
      payer: fc.constantFrom('northwind', 'cascade'),
      member: fc.constantFrom('A1', 'B2'),
      second: fc.boolean(),
      city: fc.constantFrom('Springfield', 'Eugene', 'Salem'),
    }),
    { minLength: 1, maxLength: 6, selector: ({ day }) => day },
  );

  it('are the same in whatever order and however often visits are registered', async () => {
    const orders = visits.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([list, shuffled]) => {
        const states = [];
        for (const order of [list, shuffled]) {
          const { enter, inForce, find } = practiceWith();
          for (const { day, payer, member, second, city } of order)
            await enter(`E${day}`, {
              dateOfService: addDays('2025-01-01', day),
              coverages: [coverage(payer, member), ...(second ? [coverage('third', 'T1', 'S')] : [])],
              patient: { address: { line1: '1 Elm', city, state: 'OR', postalCode: '97477' } },
            });
          for (const { day, payer, member } of order)
            expect(inForce(addDays('2025-01-01', day))[0]).toBe(`P ${payer} ${member}`);
          const days = list.flatMap(({ day }) => [inForce(addDays('2025-01-01', day + 3))]);
          states.push({ days, demographics: find(name)?.record.demographics });
        }
        expect(states[1]).toEqual(states[0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the appointment that a registration names', () => {
  const told = {
    on: '2026-10-20',
    by: 'table',
    actor: { kind: 'program', subject: 'a' },
    source: 't',
  } as const;
  const withAppointment = async (change: { status?: 'cancelled'; patientId?: string } = {}) => {
    const world = practiceWith();
    const said = { patientId: 'P-204', date: '2026-10-26', status: 'scheduled' as const, ...change };
    await world.records.tellAppointment({ practiceId: 'maple-street', appointmentId: 'A1' }, said, {
      told,
      now,
    });
    return world;
  };

  it('is kept, and knows its visit', async () => {
    const { enter, appointments, writes } = await withAppointment();
    expect(await enter('E1', { appointmentId: 'A1' })).toEqual([]);
    expect([...appointments.values()]).toMatchObject([{ status: 'kept', encounterId: 'E1' }]);
    const before = writes();
    await enter('E1', { appointmentId: 'A1' });
    expect(writes()).toBe(before);
  });

  it.each([
    ['appointment-not-kept', { status: 'cancelled' as const }],
    ['appointment-of-other', { patientId: 'P-1' }],
  ])('is left as it is and told: %s', async (code, change) => {
    const { enter, appointments } = await withAppointment(change);
    const before = [...appointments.values()];
    expect(await enter('E1', { appointmentId: 'A1' })).toMatchObject([{ code, path: 'appointmentId' }]);
    expect([...appointments.values()]).toEqual(before);
  });
});
