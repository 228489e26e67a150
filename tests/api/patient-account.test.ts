import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../functions/domain/audit/audit-entry.ts';
import { auditInto, entriesFrom } from '../factories/access/audit.ts';
import { injectionClaim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aPerson, patientRecords, somePayers } from '../factories/patient-records.ts';
import { payers } from '../factories/payers.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { aTask } from '../factories/tasks.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const claim = injectionClaim();

const api = () => {
  const entries: AuditEntry[] = [];
  const world = patientRecords();
  const own = <T extends { patientId: string }>(id: string, ...some: T[]) =>
    some.filter(({ patientId }) => patientId === id);
  const visit = anEncounter({ encounterId: 'E1001' });
  const call = callerOn(
    {
      audit: auditInto(entries),
      trail: {
        entriesIn: (...asked) => entriesFrom(entries)(...asked),
        encountersOfPatient: async (_, id) => (id === claim.patientId ? [visit] : []),
        inquiriesAboutClaim: async () => [],
      },
      patients: world.records,
      findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
      payerIds: async () => somePayers.map(({ payerId }) => payerId),
      listPayers: async () => payers,
      findClaim: async (id: string) => (id === claim.claimId ? claim : undefined),
      claimsOfPatient: async (_: string, id: string) => own(id, claim),
      claimHistory: async () => [],
      tasksOfClaim: async () => [aTask()],
      tasksOfEncounter: async () => [aTask()],
      now: () => new Date('2026-11-30T12:00:00Z'),
    },
    'client-of-nightly',
  );
  return {
    entries,
    call: (method: string, path: string, body?: unknown) =>
      call(method, `/v1/practices/maple-street${path}`, body, true, { 'if-match': undefined }),
  };
};

const withPatient = async () => {
  const world = api();
  await world.call('PUT', '/patients/P-204', { patient: aPerson() });
  world.entries.length = 0;
  return world;
};

describe('what a patient may ask for', () => {
  it('is all that is held: record, visits, claims with their money, tasks and documents', async () => {
    const { call, entries } = await withPatient();
    const { status, body } = await call('GET', '/patients/P-204/export');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      patientIds: ['P-204'],
      patient: { patientId: 'P-204', demographics: aPerson() },
      encounters: [{ encounterId: 'E1001' }],
      claims: [{ claim: { claimId: claim.claimId, position: { charge: 148_500 } }, events: [] }],
      tasks: [{ taskId: aTask().taskId }],
    });
    expect(JSON.stringify(body)).not.toContain(aTask().linkNonce);
    expect(entries).toMatchObject([
      { action: 'GET /patients/{patientId}/export', purpose: 'individual', outcome: 'allowed' },
    ]);
    expect(entries[0]?.subjects).toEqual(
      expect.arrayContaining([
        { kind: 'patient', id: 'P-204' },
        { kind: 'claim', id: claim.claimId },
        { kind: 'encounter', id: 'E1001' },
      ]),
    );
  });

  it('is to whom it went, the export itself among it', async () => {
    const { call } = await withPatient();
    await call('GET', '/patients/P-204/export');
    const { body } = await call('GET', '/patients/P-204/disclosures');
    expect(
      body.disclosures.map(({ what, to }: { what: string; to: { id: string } }) => [what, to.id]),
    ).toEqual(
      expect.arrayContaining([
        ['claim', 'northwind'],
        ['export', 'client-of-nightly'],
      ]),
    );
  });

  it('is nothing of a number that nobody has', async () => {
    const { call, entries } = await withPatient();
    for (const what of ['export', 'disclosures'])
      expect((await call('GET', `/patients/P-999/${what}`)).status).toBe(404);
    expect(entries).toMatchObject([{ outcome: 'not-found' }, { outcome: 'not-found' }]);
  });
});

describe('who saw what', () => {
  it('is shown by patient, whose claim counts, by member, and by days of the practice', async () => {
    const { call, entries } = await withPatient();
    await call('GET', `/claims/${claim.claimId}`);
    await call('GET', '/patients/P-999');
    const actionsOf = async (query: string): Promise<string[]> => {
      const { status, body } = await call('GET', `/audit?${query}`);
      expect(status).toBe(200);
      return body.items.map(({ action }: AuditEntry) => action);
    };
    expect(await actionsOf('patient=P-204')).toEqual(['GET /claims/{claimId}']);
    expect(await actionsOf('member=nobody')).toEqual([]);
    expect(await actionsOf('from=2020-01-01&to=2020-12-31')).toEqual([]);
    expect(await actionsOf('member=client-of-nightly&limit=1')).toHaveLength(1);
    const looks = entries.filter(({ action }) => action === 'GET /audit');
    expect(looks).toMatchObject([
      { purpose: 'operations', subjects: [{ kind: 'patient', id: 'P-204' }] },
      {},
      {},
      {},
    ]);
  });

  it('goes on where it ended, and refuses what it does not know', async () => {
    const { call } = await withPatient();
    for (const id of ['P-1', 'P-2', 'P-3']) await call('GET', `/patients/${id}`);
    const first = await call('GET', '/audit?limit=2');
    const second = await call('GET', `/audit?limit=3&cursor=${first.body.next}`);
    const idsIn = (entries: AuditEntry[]) => entries.flatMap(({ subjects }) => subjects.map(({ id }) => id));
    expect([...idsIn(first.body.items), ...idsIn(second.body.items)].toSorted()).toEqual([
      'P-1',
      'P-2',
      'P-3',
    ]);
    expect((await call('GET', '/audit?patients=P-1')).status).toBe(400);
  });
});
