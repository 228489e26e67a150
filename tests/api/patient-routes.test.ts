import { describe, expect, it } from 'vitest';
import { listOf, practiceLists } from '../factories/api/lists.ts';
import { claim } from '../factories/claims.ts';
import { aPerson, patientRecords, somePayers } from '../factories/patient-records.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const emr = 'client-of-nightly';

const api = (claims = [claim({ patientId: 'P2', priorAuthorization: 'PA77' })]) => {
  const world = patientRecords();
  const records = {
    patients: world.records,
    lists: practiceLists({
      ...world.lists,
      claims: listOf(
        () => claims,
        ({ claimId }) => claimId,
        (one, asked) => 'patientIds' in asked && asked.patientIds.includes(one.patientId),
      ),
    }),
    findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
    payerIds: async () => somePayers.map(({ payerId }) => payerId),
    claimsOfPatient: async (_: string, id: string) => claims.filter(({ patientId }) => patientId === id),
    now: () => new Date('2026-11-30T12:00:00Z'),
  };
  const call = callerOn(records, emr);
  return {
    ...world,
    /** Enters what is not known yet, and edits whichever version stands of what is. */
    call: async (method: string, path: string, body?: unknown, isSignedIn = true) => {
      const send = (version: string | undefined) =>
        call(method, `/v1/practices/maple-street${path}`, body, isSignedIn, { 'if-match': version });
      const answer = await send(undefined);
      return answer.status === 428 ? send('*') : answer;
    },
  };
};

const withTwo = async () => {
  const world = api();
  await world.call('PUT', '/patients/P1', { patient: aPerson() });
  await world.call('PUT', '/patients/P2', { patient: aPerson({ firstName: 'Mirian' }) });
  return world;
};

const note = 'Looked at the cards';

describe('patients', () => {
  it('are entered, replaced as a whole, listed and shown with their history', async () => {
    const { call } = await withTwo();
    const { phone: _, ...without } = aPerson({ phone: '5035550100' });
    await call('PUT', '/patients/P1', { patient: aPerson({ phone: '5035550100', middleName: 'A' }) });
    await call('PUT', '/patients/P1', { patient: without });
    const { body } = await call('GET', '/patients/P1');
    expect(body.patient.demographics).toEqual(without);
    expect(body.history.map(({ type, actor, changes }: never) => ({ type, actor, changes }))).toMatchObject([
      { type: 'entered', actor: { kind: 'program', subject: emr } },
      { type: 'changed', changes: [{ field: 'middleName', after: 'A' }, { field: 'phone' }] },
      {
        type: 'changed',
        changes: [
          { field: 'middleName', before: 'A' },
          { field: 'phone', before: '5035550100' },
        ],
      },
    ]);
    const page = await call('GET', '/patients?limit=1');
    expect(page.body).toEqual({
      items: [expect.objectContaining({ patientId: 'P1' })],
      next: expect.any(String),
    });
    expect((await call('GET', `/patients?cursor=${page.body.next}`)).body).toEqual({
      items: [expect.objectContaining({ patientId: 'P2' })],
    });
    expect((await call('GET', '/patients/P9')).status).toBe(404);
  });

  it('are not overwritten by somebody else, unless it was made sure that it is the same person', async () => {
    const { call } = await withTwo();
    const other = aPerson({ lastName: 'Brandt', dateOfBirth: '1980-01-01' });
    const refused = await call('PUT', '/patients/P1', { patient: other });
    expect([refused.status, refused.body.findings[0].code]).toEqual([409, 'other-person']);
    expect((await call('PUT', '/patients/P1', { patient: other, isSamePerson: true })).status).toBe(200);
  });

  it.each([
    ['PUT', '/patients/P_1', { patient: aPerson() }, 'patientId'],
    ['PUT', '/patients/P1', { patient: { ...aPerson(), sex: 'F' } }, 'patient.sex'],
    ['PUT', '/patients/P1', { patient: aPerson(), patientId: 'P2' }, 'patientId'],
    ['PUT', '/appointments/A1', { patientId: 'P1', date: '2026-11-31' }, 'date'],
    ['PUT', '/appointments/A1', { patientId: 'P1', date: '2026-11-30', timeZone: 'Atlantis' }, 'timeZone'],
    [
      'PUT',
      '/patients/P1/authorizations',
      { payerId: 'nobody', number: '1', from: '2026-01-01', to: '2026-02-01' },
      'payerId',
    ],
    ['POST', '/imports', { kind: 'patients' }, 'csv'],
    ['POST', '/imports', { kind: 'claims', csv: 'a' }, 'kind'],
    ['POST', '/imports', { kind: 'patients', csv: '\n'.repeat(2100) }, 'csv'],
    ['GET', '/appointments?from=2026-01-01&to=2025-01-01', undefined, 'from'],
    ['GET', '/patients/P1/authorizations?procedure=97110', undefined, 'on'],
  ])('%s %s %j is refused by name', async (method, path, body, field) => {
    const { call } = await withTwo();
    const answer = await call(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.findings.map((one: { field: string }) => one.field)).toContain(field);
  });

  it.each([
    ['PUT', '/patients/P1'],
    ['POST', '/patients/P1/merge'],
    ['POST', '/patients/P1/unmerge'],
    ['POST', '/patients/P1/told-apart'],
    ['PUT', '/patients/P1/coverages'],
    ['POST', '/patients/P1/coverages/withdrawal'],
    ['PUT', '/patients/P1/authorizations'],
    ['PUT', '/appointments/A1'],
    ['POST', '/imports'],
  ])('nobody without a token may %s %s', async (method, path) => {
    expect((await api().call(method, path, {}, false)).status).toBe(401);
  });
});

describe('two records of one person', () => {
  it('are proposed with a score, and merged by a person: every look-up follows', async () => {
    const { call } = await withTwo();
    const { body } = await call('GET', '/duplicate-patients');
    expect(body.duplicates).toMatchObject([{ patientId: 'P1', otherId: 'P2', score: 0.87 }]);
    const coverage = { payerId: 'northwind', responsibility: 'P', memberId: 'A1', relationship: 'self' };
    await call('PUT', '/patients/P2/coverages', { coverage, from: '2026-01-01' });
    const said = {
      payerId: 'northwind',
      number: 'PA-77',
      limit: { of: 'units', quantity: 9 },
      from: '2026-01-01',
      to: '2026-12-31',
    };
    await call('PUT', '/patients/P2/authorizations', said);
    const merge = () => call('POST', '/patients/P2/merge', { into: 'P1', note });
    expect((await merge()).body).toMatchObject({ patient: { patientId: 'P1', absorbed: ['P2'] } });
    expect((await merge()).body.patient.version).toBe(2);
    for (const id of ['P1', 'P2']) {
      expect((await call('GET', `/patients/${id}`)).body).toMatchObject({
        patient: { patientId: 'P1' },
        inForce: [coverage],
      });
      const { authorizations } = (await call('GET', `/patients/${id}/authorizations`)).body;
      expect(authorizations).toMatchObject([{ use: { used: 2, left: 7, claimIds: ['C0000000000A1'] } }]);
      expect((await call('GET', `/claims?patient=${id}`)).body.items).toHaveLength(1);
    }
    expect((await call('GET', '/duplicate-patients')).body.duplicates).toEqual([]);
    const asked = await call(
      'GET',
      '/patients/P1/authorizations?on=2026-11-02&procedure=97110&payerId=northwind&units=8',
    );
    expect(asked.body.answer).toMatchObject({ outcome: 'used-up', left: 7 });
  });

  it('are taken apart again as they were', async () => {
    const { call } = await withTwo();
    const before = [await call('GET', '/patients/P1'), await call('GET', '/patients/P2')];
    await call('POST', '/patients/P2/merge', { into: 'P1', note });
    expect((await call('POST', '/patients/P1/merge', { into: 'P2', note })).status).toBe(409);
    for (let time = 0; time < 2; time++)
      expect((await call('POST', '/patients/P1/unmerge', { from: 'P2', note })).status).toBe(200);
    const after = [await call('GET', '/patients/P1'), await call('GET', '/patients/P2')];
    const shown = ({ body }: (typeof after)[number]) => ({ ...body.patient, version: 0 });
    expect(after.map(shown)).toEqual(before.map(shown));
  });

  it('are not merged with themselves, with nobody, or twice with others', async () => {
    const { call } = await withTwo();
    await call('PUT', '/patients/P3', { patient: aPerson() });
    expect((await call('POST', '/patients/P1/merge', { into: 'P1', note })).status).toBe(409);
    expect((await call('POST', '/patients/P1/merge', { into: 'P9', note })).status).toBe(404);
    expect((await call('POST', '/patients/P1/merge', { into: 'P2' })).status).toBe(400);
    await call('POST', '/patients/P2/merge', { into: 'P1', note });
    expect((await call('POST', '/patients/P2/merge', { into: 'P3', note })).status).toBe(409);
    expect((await call('POST', '/patients/P3/merge', { into: 'P2', note })).status).toBe(409);
    await call('POST', '/patients/P1/merge', { into: 'P3', note });
    expect((await call('GET', '/patients/P2')).body.patient).toMatchObject({
      patientId: 'P3',
      absorbed: ['P1', 'P2'],
    });
    expect((await call('POST', '/patients/P1/unmerge', { from: 'P2', note })).status).toBe(409);
  });

  it('that are two people are told apart for good', async () => {
    const { call } = await withTwo();
    for (let time = 0; time < 2; time++)
      await call('POST', '/patients/P1/told-apart', { other: 'P2', note: 'Twins' });
    expect((await call('GET', '/duplicate-patients')).body.duplicates).toEqual([]);
    expect((await call('GET', '/patients/P2')).body.patient.distinctFrom).toEqual(['P1']);
  });
});

describe('coverages', () => {
  const northwind = { payerId: 'northwind', responsibility: 'P', memberId: 'A1', relationship: 'self' };
  const cascade = { ...northwind, payerId: 'cascade', memberId: 'C1' };

  it('are in force on their days, in their order; two in one place on one day are refused', async () => {
    const { call } = await withTwo();
    const put = (body: object) => call('PUT', '/patients/P1/coverages', body);
    await put({ coverage: { ...cascade, responsibility: 'S' }, from: '2026-01-01' });
    await put({ coverage: northwind, from: '2026-01-01' });
    const overlapping = await put({ coverage: cascade, from: '2026-07-01' });
    expect([overlapping.status, overlapping.body.findings[0].code]).toEqual([409, 'overlap']);
    await put({ coverage: northwind, from: '2026-01-01', to: '2026-06-30' });
    expect((await put({ coverage: cascade, from: '2026-07-01' })).status).toBe(200);
    const on = async (day: string) =>
      (await call('GET', `/patients/P1/coverages?on=${day}`)).body.inForce.map(
        ({ payerId, responsibility }: typeof northwind) => `${responsibility} ${payerId}`,
      );
    expect(await on('2025-12-31')).toEqual([]);
    expect(await on('2026-06-30')).toEqual(['P northwind', 'S cascade']);
    expect(await on('2026-07-01')).toEqual(['P cascade']);
  });

  it('that never were are taken back, and the history keeps them', async () => {
    const { call, events } = await withTwo();
    await call('PUT', '/patients/P1/coverages', { coverage: northwind });
    const { relationship: _, ...name } = northwind;
    const { body } = await call('POST', '/patients/P1/coverages/withdrawal', { ...name, memberId: 'a-1' });
    expect(body.coverages).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      type: 'coverage',
      changes: [{ field: 'coverages.P1/C1', before: { stated: true } }],
    });
  });
});

it('tables are previewed and imported through the API', async () => {
  const { call } = api();
  const csv = 'mrn,last,first,dob\nP1,Okafor,Miriam,4/9/1961\n';
  const preview = await call('POST', '/imports', { kind: 'patients', csv });
  expect(preview.body).toMatchObject({ applied: false, counts: { added: 1 } });
  expect((await call('GET', '/patients/P1')).status).toBe(404);
  const csvBase64 = Buffer.from(csv).toString('base64');
  await call('POST', '/imports', { kind: 'patients', csvBase64, apply: true });
  expect((await call('GET', '/patients/P1')).body.history).toMatchObject([
    { source: 'table of 2026-11-30', actor: { subject: emr } },
  ]);
});
