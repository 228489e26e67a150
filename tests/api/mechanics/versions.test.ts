import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import type { Payer } from '../../../functions/domain/payer.ts';
import { settingsOf } from '../../../functions/domain/practice/settings.ts';
import { aMember, memberRecords } from '../../factories/access/members.ts';
import { practiceLists } from '../../factories/api/lists.ts';
import { settingRecords } from '../../factories/api/setting-records.ts';
import { aPerson, patientRecords, somePayers } from '../../factories/patient-records.ts';
import { payer } from '../../factories/payers.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { aTask } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

/** A practice in memory, of which every record that is edited can be. */
const world = (change: Partial<PracticeRecords> = {}) => {
  const settings = settingRecords([practice()], [payer()]);
  const { records, lists } = patientRecords();
  const caller = aMember({ subject: 'subject-caller', kind: 'program' });
  const call = callerOn(
    {
      patients: records,
      lists: practiceLists(lists),
      members: memberRecords([caller, aMember({ subject: 'subject-ines', name: 'Ines', roles: ['clinic'] })]),
      findPractice: settings.findPractice,
      settings: settings.records,
      listPayers: async () => settings.payers,
      payerIds: async () => somePayers.map(({ payerId }) => payerId),
      claimsOfPatient: async () => [],
      ...change,
    },
    'subject-caller',
  );
  return (method: string, path: string, body?: unknown, version?: string) =>
    call(method, `/v1/practices/maple-street${path}`, body, true, { 'if-match': version });
};

const tagOf = ({ headers }: { readonly headers: object }): string => (headers as { etag: string }).etag;

const termsOf = ({ payerId: _own, ...terms }: Payer) => terms;

const coverage = { payerId: 'northwind', memberId: 'NW1', responsibility: 'P', relationship: 'self' };

/** Records that are edited: how each is entered, where it is read, and two edits of it. */
const edited = [
  {
    what: 'a patient',
    path: '/patients/P1',
    enter: { patient: aPerson() },
    edits: [{ patient: aPerson({ phone: '5035550100' }) }, { patient: aPerson({ phone: '5035550199' }) }],
  },
  {
    what: 'an appointment',
    path: '/appointments/A1',
    enter: { patientId: 'P1', date: '2026-11-30' },
    edits: [
      { patientId: 'P1', date: '2026-12-01' },
      { patientId: 'P1', date: '2026-12-02' },
    ],
  },
  {
    what: 'a list of the practice',
    path: '/locations',
    edits: [
      { locations: [{ locationId: 'main', name: 'Main', placeOfService: '11' }] },
      { locations: [{ locationId: 'side', name: 'Side', placeOfService: '11' }] },
    ],
  },
  {
    what: 'the settings of the practice',
    path: '/settings',
    edits: [
      { settings: { ...settingsOf(practice()), name: 'Maple Street One' } },
      { settings: { ...settingsOf(practice()), name: 'Maple Street Two' } },
    ],
  },
  {
    what: 'a provider',
    path: `/providers/${practice().providers[0]?.npi}`,
    edits: [
      { provider: { lastName: 'One', firstName: 'Ann' } },
      { provider: { lastName: 'Two', firstName: 'Ann' } },
    ],
  },
  {
    what: 'a payer',
    path: `/payers/${payer().payerId}`,
    edits: [
      { payer: { ...termsOf(payer()), name: 'Northwind One' } },
      { payer: { ...termsOf(payer()), name: 'Northwind Two' } },
    ],
  },
  {
    what: 'a member',
    path: '/members/subject-ines',
    edits: [
      { name: 'Ines Ruiz', roles: ['biller'] },
      { name: 'Ines', roles: ['coder'] },
    ],
  },
] as const;

describe.each(edited)('an edit of $what', ({ path, edits: [first, second], ...one }) => {
  const ready = async () => {
    const call = world();
    if ('enter' in one) expect((await call('PUT', path, one.enter)).status).toBe(200);
    return call;
  };

  it('says of which version it was made', async () => {
    const call = await ready();
    const refused = await call('PUT', path, first);
    expect([refused.status, refused.body.type]).toEqual([428, '/v1/docs#VersionNotNamed']);
    expect((await call('PUT', path, first, '3')).status).toBe(400);
  });

  it('is refused where somebody was faster: the first is not lost', async () => {
    const call = await ready();
    const seen = tagOf(await call('GET', path));
    const done = await call('PUT', path, first, seen);
    expect(done.status).toBe(200);
    const late = await call('PUT', path, second, seen);
    expect([late.status, late.body.findings[0].code]).toEqual([412, 'version-stale']);
    const now = await call('GET', path);
    expect([tagOf(now), tagOf(now) === seen]).toEqual([tagOf(done), false]);
    expect((await call('PUT', path, second, tagOf(now))).status).toBe(200);
  });

  it('sent again as it was is no conflict', async () => {
    const call = await ready();
    const seen = tagOf(await call('GET', path));
    await call('PUT', path, first, seen);
    expect((await call('PUT', path, first, seen)).status).toBe(200);
  });
});

describe('the version of a record', () => {
  it('is asked of nobody who enters it, and stands nowhere before', async () => {
    const call = world();
    expect((await call('PUT', '/patients/P1', { patient: aPerson() }, '"1"')).status).toBe(412);
    expect((await call('PUT', '/patients/P1', { patient: aPerson() }, '*')).status).toBe(412);
    expect((await call('GET', '/patients/P1')).status).toBe(404);
    expect((await call('PUT', '/patients/P1', { patient: aPerson() })).status).toBe(200);
  });

  it('of a patient changes with the coverages, whose edits ask for it', async () => {
    const call = world();
    const seen = tagOf(await call('PUT', '/patients/P1', { patient: aPerson() }));
    const put = (version?: string) =>
      call('PUT', '/patients/P1/coverages', { coverage, from: '2026-01-01' }, version);
    expect((await put()).status).toBe(428);
    const covered = await put(seen);
    expect([covered.status, tagOf(covered) === seen]).toEqual([200, false]);
    const name = { payerId: 'northwind', memberId: 'NW1', responsibility: 'P' };
    const withdraw = (version: string) => call('POST', '/patients/P1/coverages/withdrawal', name, version);
    expect((await withdraw(seen)).status).toBe(412);
    expect((await withdraw(tagOf(covered))).status).toBe(200);
  });

  it('of a task is asked of whoever decides it', async () => {
    const task = aTask({ revision: 3 });
    const completeTask: PracticeRecords['completeTask'] = async (decided, outcome) => ({
      success: true,
      data: { task: { ...decided, status: 'done', outcome }, taken: true },
    });
    const call = world({ findTask: async () => task, completeTask, undoStateOf: async () => undefined });
    const path = `/tasks/${task.taskId}`;
    expect(tagOf(await call('GET', path))).toBe('"3"');
    const decide = async (version?: string) =>
      (await call('POST', `${path}/actions`, { action: 'dismiss', note: 'no' }, version)).status;
    expect([await decide(), await decide('"2"'), await decide('"2", "3"'), await decide('W/"3"')]).toEqual([
      428, 412, 200, 412,
    ]);
  });

  it('of rules is the one that is in force, the first is 0', async () => {
    const asked: unknown[] = [];
    const put: PracticeRecords['rules']['put'] = async (_id, { madeOf }) => {
      asked.push(madeOf);
      return {
        success: false,
        findings: [{ code: 'version-stale', path: 'version', detail: 'Ana was faster' }],
      };
    };
    const call = world({ rules: { put, tryOn: async () => ({}) } });
    expect(tagOf(await call('GET', '/rules'))).toBe('"0"');
    const statuses = [];
    for (const version of [undefined, '"0"', '"abc"', '*'])
      statuses.push((await call('PUT', '/rules', { rules: [] }, version)).status);
    expect([statuses, asked]).toEqual([
      [428, 412, 412, 412],
      [0, -1, undefined],
    ]);
  });
});
