import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainEntries } from '../../functions/audit/chain-entries.ts';
import { signCheckpoints } from '../../functions/audit/sign-checkpoints.ts';
import type { Membership } from '../../functions/domain/access/membership.ts';
import type { Task } from '../../functions/domain/task.ts';
import { addUser, type DemoUser, tokenOf } from '../../local/access/demo-users.ts';
import { programToken } from '../../local/access/program.ts';
import { totp } from '../../local/access/totp.ts';
import { type LocalPractice, storeEnvironment } from '../../local/local-practice.ts';
import { openLink, signInAtLink } from '../../local/open-link.ts';
import type { Sample } from '../../local/samples.ts';
import { matrixCases, roles } from '../api/access/expected-access.ts';
import { claim as aClaim } from '../factories/claims.ts';
import { altered, forged, holdMatrix, idTokenOf, signInAll, statusOf, unsigned } from './access.ts';
import { deadLetters } from './faults.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { latestLink, once, openTaskOf } from './waiting.ts';

let local: LocalPractice;
let sample: Sample;

beforeAll(async () => {
  const [first] = await samplesOf('01');
  if (!first) throw new Error('There is no sample 01');
  sample = first;
  local = await startPractice('patients');
});

afterAll(() => local?.stop());

type Listed = Readonly<Record<string, unknown>>;

/** What the routes answer with, each a part of it. */
type Answer = {
  readonly patient: Listed;
  readonly history: readonly Listed[];
  readonly coverages: readonly Listed[];
  readonly inForce: readonly Listed[];
  readonly lines: readonly Listed[];
  readonly duplicates: readonly Listed[];
  readonly authorizations: readonly Listed[];
  readonly items: readonly Listed[];
  readonly next?: string;
};

/** Enters what is not known yet, and edits whichever version stands of what is. */
const call = async (
  method: string,
  path: string,
  body?: object,
  version?: string,
): Promise<{ status: number; body: Answer }> => {
  const response = await local.client.send(path, {
    method,
    ...(version && { headers: { 'if-match': version } }),
    ...(body && { body: JSON.stringify(body) }),
  });
  if (response.status === 428) return call(method, path, body, '*');
  return { status: response.status, body: (await response.json()) as Answer };
};

const registered = (): { patient: { patientId: string } & Record<string, unknown> } =>
  JSON.parse(Buffer.from(sample.files.get('encounter.json') ?? '').toString('utf8'));

const note = 'Looked at the card';

it('a registration becomes a record, a contradicting one a task, and two records of one person are merged', async () => {
  const registration = registered();
  const { patientId, ...patient } = registration.patient;
  const upload = (encounterId: string, change: object) =>
    local.client.upload(
      encounterId,
      'encounter.json',
      Buffer.from(JSON.stringify({ ...registration, patient: { ...registration.patient, ...change } })),
    );
  await upload('visit-1', {});
  const { body } = await once(local, async () => {
    const found = await call('GET', `/patients/${patientId}`);
    expect(found.status).toBe(200);
    return found;
  });
  expect(body).toMatchObject({
    patient: { version: 1, demographics: patient },
    history: [{ type: 'entered' }],
  });
  expect(body.coverages).toHaveLength(1);

  await upload('visit-2', { lastName: 'Someone', dateOfBirth: '1999-09-09' });
  const task = await openTaskOf(local, 'visit-2', 'patient-record');
  expect(task.reasons.map(({ code }) => code)).toEqual(['other-person patient.patientId']);
  expect((await call('GET', `/patients/${patientId}`)).body.patient).toEqual(body.patient);

  const csv = `mrn,last,first,dob\nP-77,${patient.lastName},${patient.firstName},${patient.dateOfBirth}\n`;
  const imported = await call('POST', '/imports', { kind: 'patients', csv, apply: true });
  expect(imported.body.lines).toMatchObject([
    { outcome: 'added', duplicates: [{ score: expect.any(Number) }] },
  ]);
  const duplicates = (await call('GET', '/duplicate-patients')).body.duplicates;
  expect(duplicates.map((one) => [one.patientId, one.otherId])).toEqual([[patientId, 'P-77'].sort()]);
  for (let time = 0; time < 2; time++)
    expect((await call('POST', '/patients/P-77/merge', { into: patientId, note })).status).toBe(200);
  expect((await call('GET', '/patients/P-77')).body.patient).toMatchObject({ patientId, absorbed: ['P-77'] });
  expect((await call('POST', `/patients/${patientId}/unmerge`, { from: 'P-77', note })).status).toBe(200);
  expect((await call('GET', '/patients/P-77')).body.patient).toMatchObject({ patientId: 'P-77' });
});

it('coverages, authorizations and appointments are kept, listed and reported', async () => {
  await call('POST', '/imports', {
    kind: 'patients',
    csv: 'mrn,last,first,dob\nP-80,Brandt,Ines,1990-05-05\n',
    apply: true,
  });
  const coverage = { payerId: 'northwind', responsibility: 'P', memberId: 'NW1', relationship: 'self' };
  await call('PUT', '/patients/P-80/coverages', { coverage, from: '2026-01-01' });
  await call('PUT', '/patients/P-80/coverages', { coverage, from: '2026-01-01', to: '2026-06-30' });
  const { relationship: _, ...name } = coverage;
  expect((await call('GET', '/patients/P-80/coverages?on=2026-07-01')).body.inForce).toEqual([]);
  expect((await call('POST', '/patients/P-80/coverages/withdrawal', name)).body.coverages).toEqual([]);
  const said = { payerId: 'northwind', number: 'PA-1', from: '2026-01-01', to: '2026-12-31' };
  for (let time = 0; time < 2; time++) await call('PUT', '/patients/P-80/authorizations', said);
  expect((await call('GET', '/patients/P-80/authorizations')).body.authorizations).toMatchObject([
    { version: 1 },
  ]);
  const csv = 'appt id,mrn,date,status\nA1,P-80,2026-01-05,kept\nA2,P-80,2026-01-06,no show\n';
  for (let time = 0; time < 2; time++)
    await call('POST', '/imports', { kind: 'appointments', csv, apply: true });
  const listed = (await call('GET', '/appointments?from=2026-01-01&to=2026-01-06')).body.items;
  expect(listed.map(({ appointmentId, version }) => [appointmentId, version])).toEqual([
    ['A1', 1],
    ['A2', 1],
  ]);
  expect((await call('GET', '/reports/undocumented-appointments?days=365')).status).toBe(200);
  expect((await call('GET', '/reports/unbilled-visits')).status).toBe(200);
  expect(await deadLetters(local.app)).toBe(0);
});

it('a list is read page by page, a request under a key is done once, and the late one of two edits is refused', async () => {
  const patients = Array.from({ length: 7 }, (_, index) => `P-9${index},Brandt,Ines,199${index}-05-05`);
  const csv = `mrn,last,first,dob\n${patients.join('\n')}\n`;
  await call('POST', '/imports', { kind: 'patients', csv, apply: true });
  const whole = (await local.client.list<{ patientId: string }>('/patients')).map((one) => one.patientId);
  const paged: unknown[] = [];
  let cursor = '';
  do {
    const { body } = await call('GET', `/patients?limit=2${cursor}`);
    paged.push(...body.items.map(({ patientId }) => patientId));
    cursor = body.next ? `&cursor=${body.next}` : '';
  } while (cursor);
  expect(paged).toEqual(whole);
  expect(whole.filter((one) => one.startsWith('P-9'))).toHaveLength(7);
  expect((await call('GET', '/patients?cursor=QUJD')).status).toBe(400);

  const [task] = await local.client.openTasks();
  const read = await local.client.send(`/tasks/${task?.taskId}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': read.headers.get('etag') ?? '' };
  const init = {
    method: 'POST',
    headers,
    body: JSON.stringify({ handling: 'add-note', note: 'Rang the payer' }),
  };
  const answers = [];
  for (let time = 0; time < 2; time++)
    answers.push(await local.client.send(`/tasks/${task?.taskId}/handling`, init));
  expect(answers.map((one) => [one.status, one.headers.get('idempotency-replayed')])).toEqual([
    [200, null],
    [200, 'true'],
  ]);
  const [first, second] = await Promise.all(answers.map((one) => one.text()));
  expect(second).toBe(first);
  const late = await local.client.send(`/tasks/${task?.taskId}/handling`, {
    ...init,
    headers: { ...headers, 'idempotency-key': randomUUID() },
  });
  expect(late.status).toBe(412);

  const place = { locationId: 'main', name: 'Main', placeOfService: '11' };
  const seen = (await local.client.send('/locations')).headers.get('etag') ?? '';
  const replace = async (name: string) =>
    (
      await local.client.send('/locations', {
        ...{ method: 'PUT', headers: { 'if-match': seen } },
        body: JSON.stringify({ locations: [{ ...place, name }] }),
      })
    ).status;
  expect([await replace('Main'), await replace('Other'), await replace('Main')]).toEqual([200, 412, 200]);
});

describe('who saw what', () => {
  const practiceId = 'maple-street';

  /** Waits until every entry has its link, and gives the entries by their ids. */
  const allChained = () =>
    once(local, async () => {
      const { keptAudit } = await import('../../functions/adapters/audit/chain-store.ts');
      const { entries, links } = await keptAudit(practiceId);
      expect(entries.length).toBeGreaterThan(20);
      expect(links).toHaveLength(entries.length);
      return entries;
    });

  /** What the command line says of the practice's audit, and with which code it ends. */
  const verify = async (): Promise<{ readonly code: number; readonly said: string }> => {
    const env = { ...process.env, ...storeEnvironment(local.app) };
    const call = promisify(execFile)(process.execPath, ['cli/main.ts', 'audit', 'verify', '-p', practiceId], {
      env,
    });
    return call.then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
    );
  };

  it('opens the page of a mail to members of its practice who sign in, and to nobody else', async () => {
    const addMember = (practice: string, mailbox: string) =>
      addUser(local.app, { practiceId: practice, role: 'biller', mailbox });
    const member = await addMember(practiceId, 'door@maplestreet.example');
    const stranger = await addMember('elm-row', 'door@elmrow.example');
    const { taskId } = await openTaskOf(local, 'visit-2', 'patient-record');
    const link = await latestLink(local, taskId);
    const enter = ({ secret, ...user }: DemoUser, change: Partial<DemoUser> = {}) =>
      signInAtLink(link, { ...user, code: totp(secret, new Date()), ...change });
    expect((await enter(member, { password: 'Not-this-one-1234' })).status).toBe(422);
    const outside = await enter(stranger);
    expect([outside.status, await (await outside.opened()).text()]).toEqual([
      422,
      expect.stringContaining('Mail me the code'),
    ]);
    const inside = await enter(member);
    expect(inside.status).toBe(303);
    expect(await (await inside.opened()).text()).toContain('visit-2');
    const noted = await inside.opened({
      method: 'POST',
      body: new URLSearchParams({ handling: 'add-note', note: 'Called' }),
    });
    expect(noted.status).toBe(200);
    const { history } = await openTaskOf(local, 'visit-2', 'patient-record');
    expect(history.at(-1)?.by).toMatchObject({ kind: 'person', mailbox: member.mailbox });
  });

  it('is written of a look over the API and of the page of a mail, chained, signed, and proved; a change is found', async () => {
    const store = await import('../../functions/adapters/audit/chain-store.ts');
    const { keepCheckpoint } = await import('../../functions/adapters/audit/checkpoint-store.ts');
    const { AuditEntryEntity } = await import('../../functions/adapters/audit/audit-table.ts');
    expect((await call('GET', '/patients/P-80')).status).toBe(200);
    const task = await openTaskOf(local, 'visit-2', 'patient-record');
    const opened = await openLink(await latestLink(local, task.taskId));
    expect((await opened()).status).toBe(200);
    const entries = await allChained();
    const last = (action: string) => entries.findLast(({ record }) => record.action === action);
    const look = last('GET /patients/{patientId}');
    const patient = { kind: 'patient', id: 'P-80' };
    expect(look?.record).toMatchObject({ outcome: 'allowed', subjects: expect.arrayContaining([patient]) });
    expect(last('GET /t/{token}')?.record).toMatchObject({
      outcome: 'allowed',
      by: { kind: 'person', subject: task.email },
      subjects: expect.arrayContaining([{ kind: 'encounter', id: 'visit-2' }]),
    });
    await signCheckpoints({
      ...{ ...store, keepCheckpoint, now: () => new Date(), failed: () => undefined },
      practiceIds: async () => [practiceId],
    });
    const clean = await verify();
    expect(clean).toEqual({
      code: 0,
      said: expect.stringMatching(/^maple-street: whole; links: \d+, checkpoints: [1-9]/),
    });

    const { entryId = '', record } = look ?? {};
    await AuditEntryEntity.put({ practiceId, entryId, record: { ...record, source: '203.0.113.9' } }).go();
    const tampered = await verify();
    expect(tampered).toEqual({ code: 1, said: expect.stringContaining('BROKEN, faults: 1') });
    expect(tampered.said).toMatch(new RegExp(`altered at link \\d+: .*\\(${entryId}\\)`));
    await AuditEntryEntity.put({ practiceId, entryId, record }).go();
    expect((await verify()).code).toBe(0);

    await AuditEntryEntity.delete({ practiceId, entryId }).go();
    expect((await verify()).said).toContain('entry-missing at link');
    await AuditEntryEntity.put({ practiceId, entryId, record }).go();
    const again = entries.slice(0, 3).map((one) => one.entryId);
    expect(await chainEntries(practiceId, again, { ...store, now: () => new Date() })).toBe(0);
    expect(await deadLetters(local.app)).toBe(0);
    console.log(clean.said.trim());
  });

  it('is shown of one patient, with what is held about the person and where it went', async () => {
    const send = async (path: string) => (await local.client.send(path)).json();
    expect(await send('/patients/P-80/export')).toMatchObject({
      patient: { patientId: 'P-80', demographics: { lastName: 'Brandt' } },
      appointments: [{ appointmentId: 'A1' }, { appointmentId: 'A2' }],
    });
    const { disclosures } = (await send('/patients/P-80/disclosures')) as { disclosures: Listed[] };
    expect(disclosures).toMatchObject([{ what: 'export', purpose: 'individual' }]);
    const { items } = (await send('/audit?patient=P-80&limit=3')) as { items: Listed[] };
    expect(items.map(({ action }) => action)).toEqual([
      'GET /patients/{patientId}/disclosures',
      'GET /patients/{patientId}/export',
      expect.stringMatching(/P-80|patientId/),
    ]);
  });
});

it('a coverage that becomes known asks for its claim, and is billed by the decision', async () => {
  const { addClaim, getClaim } = await import('../../functions/adapters/claim-store.ts');
  const [claimId, patientId] = ['C0000000000D1', 'P-70'];
  const { patientId: _own, ...known } = aClaim().patient;
  await call('PUT', `/patients/${patientId}`, { patient: known });
  const former = { payerId: 'northwind', memberId: aClaim().coverage.memberId, responsibility: 'P' };
  await call('PUT', `/patients/${patientId}/coverages`, { coverage: { ...former, relationship: 'self' } });
  // As if a workflow drove it: whoever decides about its payer finds it wherever it is.
  await addClaim(aClaim({ claimId, patientId, executionArn: 'none' }), {
    ...{ type: 'claim-generated', detail: {} },
    actor: { kind: 'step', subject: 'test' },
  });
  await call('POST', `/patients/${patientId}/coverages/withdrawal`, former);
  const coverage = { payerId: 'cascade', memberId: 'CM-90', responsibility: 'P', relationship: 'self' };
  await call('PUT', `/patients/${patientId}/coverages`, { coverage });
  const tasksNow = async () => {
    const response = await local.client.send(`/claims/${claimId}`);
    return ((await response.json()) as { readonly tasks: readonly Task[] }).tasks;
  };
  const [task, ...others] = await tasksNow();
  expect(others).toEqual([]);
  expect(task).toMatchObject({ kind: 'known-coverage', actions: ['bill-other-payer', 'dismiss'] });
  const otherPayer = task?.suggestedPayer;
  expect(otherPayer).toMatchObject({ payerId: 'cascade', place: 'instead', memberId: 'CM-90' });
  for (let time = 0; time < 2; time++) {
    const decision = { action: 'bill-other-payer', note: 'The card says so', otherPayer };
    expect((await call('POST', `/tasks/${task?.taskId}/actions`, decision)).status).toBe(200);
  }
  const { insteadClaimId = '' } = await getClaim(claimId);
  expect(await getClaim(insteadClaimId)).toMatchObject({ payerId: 'cascade', insteadOf: claimId });
  // The record has the payer already: nothing is proposed for it.
  expect((await tasksNow()).filter(({ status }) => status === 'open')).toEqual([]);
});

describe('who may see and do what', () => {
  it('is the same in every cell of the matrix over HTTP, and ends at once with the membership', async () => {
    const { savePractice, getPractice } = await import(
      '../../functions/adapters/practices/practice-store.ts'
    );
    await savePractice({ ...(await getPractice('maple-street')), practiceId: 'elm-row', name: 'Elm Row' });
    const tokens = await signInAll(local);
    const cells = await holdMatrix(local, tokens, ['signed in', 'no token', 'foreign key']);
    const members = await local.client.list<Membership>('/members');
    const ofMatrix = new Set(roles.map((role) => `${role}@maplestreet.example`));
    const people = members.filter(({ mailbox = '', status }) => ofMatrix.has(mailbox) && status === 'active');
    expect(people).toHaveLength(roles.length);
    await addUser(local.app, {
      ...{ practiceId: 'maple-street', role: 'administrator', mailbox: 'office@maplestreet.example' },
    });
    for (const { subject } of people) {
      const headers = { 'if-match': '*' };
      const init = { method: 'POST', headers, body: JSON.stringify({ note: 'The matrix is done' }) };
      expect((await local.client.send(`/members/${subject}/revocation`, init)).status).toBe(200);
    }
    const revoked = await holdMatrix(local, tokens, ['revoked']);
    expect(cells + revoked).toBe(matrixCases.length * roles.length * 2 * 4);
    console.log(`${cells + revoked} cells over HTTP`);
  });

  it('is nothing by a token of another key, of other claims, of no signature, or for the client alone', async () => {
    const user = await addUser(local.app, {
      ...{ practiceId: 'maple-street', role: 'coder', mailbox: 'second-coder@maplestreet.example' },
    });
    const token = await tokenOf(local.app, user);
    const request = { method: 'GET', path: '/v1/practices/maple-street/claims?status=submitted' };
    const idToken = await idTokenOf(local, user);
    const statuses = [token, forged(token), altered(token, { sub: 'subject-mia' }), unsigned(token), idToken];
    const answers = await Promise.all(statuses.map((one) => statusOf(local, request, one)));
    expect(answers).toEqual([200, 401, 401, 401, 401]);
  });

  it('is for a program what its token names, however much it may', async () => {
    const token = await programToken(local.app, ['read']);
    const practice = '/v1/practices/maple-street';
    const reading = { method: 'GET', path: `${practice}/claims?status=submitted` };
    const administering = { method: 'GET', path: `${practice}/members` };
    expect(await statusOf(local, reading, token)).toBe(200);
    expect(await statusOf(local, administering, token)).toBe(403);
    await expect(programToken(local.app, ['own'])).rejects.toThrow(/invalid_/);
  });
});
