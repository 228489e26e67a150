import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { practiceRoutes } from '../../functions/api/practice-routes.ts';
import { stepActor } from '../../functions/domain/actor.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { denialFigures } from '../../functions/domain/denials/denial-figures.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { ClassRule } from '../../functions/domain/ledger/class-rule.ts';
import { onePage } from '../../functions/domain/paging/page.ts';
import type { Task } from '../../functions/domain/task.ts';
import { httpHandler } from '../../functions/runtime/http-handler.ts';
import { webhooksOfPractice } from '../../functions/webhooks/webhooks-of-practice.ts';
import { contractRecords } from '../contracts/contract-records.ts';
import { unaudited, untrailed } from '../factories/access/audit.ts';
import { aProgram, memberRecords } from '../factories/access/members.ts';
import { holdToAudit } from '../factories/api/declared-audit.ts';
import { holdToDocument } from '../factories/api/documented.ts';
import { listOf, practiceLists } from '../factories/api/lists.ts';
import { apiMechanics } from '../factories/api/mechanics.ts';
import { noFiles, settingRecords } from '../factories/api/setting-records.ts';
import { injectionClaim } from '../factories/claims.ts';
import { noDeposits } from '../factories/deposit-records.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anHttpEvent, claimsOf, withClaims } from '../factories/http-event.ts';
import { aContext } from '../factories/lambda-context.ts';
import { patientRecords } from '../factories/patient-records.ts';
import { payer } from '../factories/payers.ts';
import { programOf } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome, aTask, now } from '../factories/tasks.ts';
import { catchLogLines } from '../runtime/log-lines.ts';
import { aWorld, ok } from '../webhooks/webhook-world.ts';

catchLogLines();

const emr = 'client-of-emr';

const generated = {
  ...{ type: 'generated', at: now.toISOString(), actor: stepActor('generate-claim'), detail: {} },
};

type Stock = { claims: Claim[]; encounters: Encounter[]; tasks: Task[] };

const recordsOf = ({ claims, encounters, tasks }: Stock): PracticeRecords => ({
  mechanics: apiMechanics(),
  members: memberRecords([aProgram(emr)]),
  findPractice: async (id) => (id === 'maple-street' ? practice() : undefined),
  findEncounter: async ({ encounterId }) => encounters.find((each) => each.encounterId === encounterId),
  encountersByStatus: async (_practiceId, status) => encounters.filter((each) => each.status === status),
  findClaim: async (claimId) => claims.find((each) => each.claimId === claimId),
  claimsByStatus: async (_practiceId, status) => claims.filter((each) => each.status === status),
  claimsByPayerControlNumber: async (payerControlNumber) =>
    claims.filter((each) => each.payerControlNumber === payerControlNumber),
  claimsOfPatient: async (_practiceId, patientId) => claims.filter((each) => each.patientId === patientId),
  claimHistory: async () => [],
  claimsOfEncounter: async (_practiceId, id) => claims.filter((each) => each.encounterId === id),
  findTask: async (taskId) => tasks.find((each) => each.taskId === taskId),
  tasksByStatus: async (_practiceId, status) => tasks.filter((each) => each.status === status),
  tasksOfClaim: async (claimId) => tasks.filter((each) => each.claimId === claimId),
  tasksOfEncounter: async (_practiceId, id) => tasks.filter((each) => each.encounterId === id),
  completeTask: async (task, outcome) => ({
    success: true,
    data: { task: { ...task, status: 'done', outcome }, taken: true },
  }),
  handleTask: async (task) => ({ success: true, data: task }),
  sendNow: async (task) => ({ success: true, data: task }),
  undoTask: async () => undefined,
  takeBackOpen: async (task) => ({ success: true, data: task }),
  undoStateOf: async () => undefined,
  providerLedger: async () => ({ accounts: [], adjustments: [], totals: [], leftOut: [] }),
  decideAccount: async () => ({ outcome: 'unknown' }),
  ...noDeposits(),
  lists: practiceLists({
    tasks: listOf(
      () => tasks,
      ({ taskId }) => taskId,
      (one, { status }) => one.status === status,
    ),
    claims: listOf(
      () => claims,
      ({ claimId }) => claimId,
      (one, asked) =>
        'status' in asked ? one.status === asked.status : asked.patientIds.includes(one.patientId),
    ),
    encounters: listOf(
      () => encounters,
      ({ encounterId }) => encounterId,
      (one, asked) => 'status' in asked && one.status === asked.status,
    ),
    events: async () => onePage([generated]),
  }),
  changeClaim: async (claimId) => claims.find((each) => each.claimId === claimId) ?? injectionClaim(),
  listPayers: async () => [],
  answerAppeal: async () => ({ success: true, data: injectionClaim() }),
  payments: {
    ofPractice: async () => [],
    find: async () => undefined,
    partsOf: async () => [],
    postByHand: async () => ({ outcome: 'unknown' }),
    resolveHeld: async () => ({ outcome: 'unknown' }),
    release: async () => ({ outcome: 'unknown' }),
    reverse: async () => ({ outcome: 'unknown' }),
  },
  patients: patientRecords().records,
  contracts: contractRecords().records,
  rules: {
    put: async () => ({ success: false, findings: [] }),
    tryOn: async () => ({}),
  },
  denials: {
    put: async () => ({ success: false, findings: [] }),
    known: async () => ({}),
    tryOn: async () => ({}),
    figures: async (_practiceId, span) => denialFigures([], span, { payers: [] }),
  },
  webhooks: webhooksOfPractice(aWorld({ post: async () => ok }).effects),
  coderMemory: async () => ({ version: 1, notes: 2, terms: {}, phrases: {} }),
  eraseCoderMemory: async (_practiceId, term) => (term === undefined ? 7 : 1),
  payerIds: async () => ['northwind', 'cascade'],
  settings: settingRecords([practice()], [payer({ payerId: 'northwind' })]).records,
  documents: {
    uploadForm: async ({ key, contentType }) => ({
      url: 'https://bucket.example/',
      fields: { key, 'Content-Type': contentType },
    }),
    downloadUrl: async (key) => `https://bucket.example/${key}`,
  },
  files: noFiles(),
  knowsReason: () => undefined,
  submitRegistration: async (_id, { body }) =>
    Buffer.from(body).toString() === '{}'
      ? [{ code: 'invalid_type', path: 'patient', detail: 'This is missing.' }]
      : [],
  newDocumentId: () => 'id1',
  now: () => now,
  audit: unaudited,
  trail: untrailed,
});

const stock: Stock = {
  claims: [injectionClaim()],
  encounters: [anEncounter({ encounterId: 'E1001' })],
  tasks: [aTask()],
};

const call = async (
  method: string,
  path: string,
  body?: unknown,
  change: Partial<PracticeRecords> = {},
  sign = (event: APIGatewayProxyEventV2) => withClaims(event, claimsOf({ subject: emr, kind: 'program' })),
) => {
  const handler = httpHandler(practiceRoutes({ ...recordsOf(stock), ...change }));
  const event = anHttpEvent(method, path, {
    headers: { 'idempotency-key': randomUUID(), 'if-match': '*' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await handler(sign(event), aContext());
  holdToDocument(method, path, answer);
  holdToAudit(method, path, answer);
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
};

describe('GET of records', () => {
  it('lists claims by status, by patient or by the number of the payer: by one of them', async () => {
    const list = async (query: string) =>
      (await call('GET', `/v1/practices/maple-street/claims${query}`)).body.items?.length;
    expect(await list('?status=adjudicated')).toBe(1);
    expect(await list('?status=closed')).toBe(0);
    expect(await list('?patient=P-204')).toBe(1);
    expect(await list('?payerControlNumber=ICN-UNKNOWN')).toBe(0);
    expect(await list(`?payerControlNumber=${injectionClaim().payerControlNumber}`)).toBe(1);
    for (const query of ['', '?patient=P-204&status=closed', '?status=adjudicated&sort=amount'])
      expect((await call('GET', `/v1/practices/maple-street/claims${query}`)).status).toBe(400);
  });

  it('shows a claim with its position in cents and its tasks', async () => {
    const { status, body } = await call('GET', '/v1/practices/maple-street/claims/C0123456789AB');
    expect([status, body.claim.position.open, body.tasks.length]).toEqual([200, 134_000, 1]);
  });

  it('shows the history of a claim', async () => {
    const { body } = await call('GET', '/v1/practices/maple-street/claims/C0123456789AB/history');
    expect(body.items).toMatchObject([{ type: 'generated' }]);
  });

  it('takes a registration, or says what is wrong in it', async () => {
    const put = (id: string, body: unknown) =>
      call('PUT', `/v1/practices/maple-street/encounters/${id}/registration`, body);
    expect(await put('E1001', { patient: {} })).toMatchObject({
      status: 202,
      body: { registration: 'received' },
    });
    expect(await put('E1001', {})).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'patient', detail: 'This is missing.' }] },
    });
    expect(await put('-E1001', { patient: {} })).toMatchObject({ status: 400 });
  });

  it('shows an encounter with all that hangs on it', async () => {
    const { body } = await call('GET', '/v1/practices/maple-street/encounters/E1001');
    expect(body).toMatchObject({
      encounter: { encounterId: 'E1001' },
      claims: [{ claimId: 'C0123456789AB' }],
      tasks: [{ taskId: aTask().taskId }],
      position: { charge: 148_500, open: 134_000 },
    });
  });

  it('lists encounters and tasks by status', async () => {
    const encounters = await call('GET', '/v1/practices/maple-street/encounters?status=coding');
    const open = await call('GET', '/v1/practices/maple-street/tasks');
    const done = await call('GET', '/v1/practices/maple-street/tasks?status=done');
    expect([encounters, open, done].map(({ body }) => body.items.length)).toEqual([1, 1, 0]);
  });

  it('keeps the nonce of signed links to itself', async () => {
    const { body } = await call('GET', `/v1/practices/maple-street/tasks/${aTask().taskId}`);
    expect(body.task).toMatchObject({ taskId: aTask().taskId });
    expect(JSON.stringify(body)).not.toContain('nonce');
  });

  it.each([
    '/v1/practices/elsewhere/claims',
    '/v1/practices/maple-street/claims/C000000000000',
    '/v1/practices/maple-street/encounters/E9',
    '/v1/practices/maple-street/tasks/none',
    '/v1/practices/maple-street/claims/C000000000000/history',
  ])('answers 404 at %s', async (path) => {
    expect((await call('GET', path)).status).toBe(404);
  });

  it('finds no record of another practice', async () => {
    const foreign = {
      findClaim: async () => injectionClaim({ practiceId: 'oak-street' }),
      findTask: async () => aTask({ practiceId: 'oak-street' }),
    };
    const paths = ['claims/C0123456789AB', 'claims/C0123456789AB/history', `tasks/${aTask().taskId}`];
    for (const path of paths)
      expect((await call('GET', `/v1/practices/maple-street/${path}`, undefined, foreign)).status).toBe(404);
    const decision = await call(
      'POST',
      `/v1/practices/maple-street/tasks/${aTask().taskId}/actions`,
      {},
      foreign,
    );
    expect(decision.status).toBe(404);
  });

  it('names the rule that a query breaks', async () => {
    const { status, body } = await call('GET', '/v1/practices/maple-street/claims?status=lost');
    expect([status, body.findings[0].field]).toEqual([400, 'status']);
  });
});

describe('the memory of the coders', () => {
  const path = '/v1/practices/maple-street/coder-memory';

  it('is exported as plain data', async () => {
    expect(await call('GET', path)).toMatchObject({ status: 200, body: { version: 1, notes: 2 } });
  });

  it('is erased whole or about one term', async () => {
    expect((await call('DELETE', path)).body).toEqual({ erased: 7 });
    expect((await call('DELETE', `${path}?term=gout`)).body).toEqual({ erased: 1 });
  });
});

describe('POST of a document', () => {
  const path = '/v1/practices/maple-street/encounters/E1001/documents';

  it.each([
    ['encounter.json', 'encounter.json'],
    ['note.txt', 'note.txt'],
    ['Okafor Miriam visit.PDF', 'document-id1.pdf'],
    ['../../secret.txt', 'document-id1.txt'],
  ])('offers for %s a key that names nobody: %s', async (fileName, name) => {
    const { status, body } = await call('POST', path, { fileName });
    expect([status, body.key]).toEqual([201, `practices/maple-street/encounters/E1001/${name}`]);
    expect([body.method, body.fields.key]).toEqual(['POST', body.key]);
  });

  it.each([
    ['a kind that nobody reads', { fileName: 'scan.exe' }, 'fileName', 'document-kind'],
    ['no kind at all', { fileName: '../../secret' }, 'fileName', 'document-kind'],
    [
      'a type of another kind',
      { fileName: 'a.pdf', contentType: 'text/html' },
      'contentType',
      'document-type',
    ],
    ['more than a function reads', { fileName: 'a.pdf', size: 26_214_401 }, 'size', 'too-large'],
  ])('refuses %s and says so', async (_what, body, field, code) => {
    const { status, body: told } = await call('POST', path, body);
    expect([status, told.findings]).toEqual([400, [expect.objectContaining({ field, code })]]);
  });

  it('binds the form to the size that is told, else to the most', async () => {
    const bytes: (readonly [number, number])[] = [];
    const documents: PracticeRecords['documents'] = {
      ...recordsOf(stock).documents,
      uploadForm: async (object) => {
        bytes.push(object.bytes);
        return { url: 'https://bucket.example/', fields: {} };
      },
    };
    await call('POST', path, { fileName: 'a.pdf', size: 1234 }, { documents });
    await call('POST', path, { fileName: 'a.pdf' }, { documents });
    expect(bytes).toEqual([
      [1234, 1234],
      [1, 26_214_400],
    ]);
  });

  it('refuses ids of visits that could not stand in a key', async () => {
    const { status } = await call('POST', path.replace('E1001', '..%2Fother'), { fileName: 'note.txt' });
    expect(status).toBe(400);
  });

  it.each([[undefined], [{}], [{ fileName: '' }]])('refuses the body %j', async (body) => {
    expect((await call('POST', path, body)).status).toBe(400);
  });
});

describe('what is done with a task beside deciding it', () => {
  const task = `/v1/practices/maple-street/tasks/${aTask().taskId}`;
  const by = programOf(emr);

  it('is handed over, held and noted in the name of who signed the request', async () => {
    const handleTask = vi.fn(recordsOf(stock).handleTask);
    const body = { handling: 'hold', to: '2026-11-20', note: 'Records are asked for' };
    const held = await call('POST', `${task}/handling`, body, { handleTask });
    expect(held.status).toBe(200);
    expect(handleTask.mock.calls[0]?.[1]).toEqual({ ...body, by });
  });

  it.each([
    ['something that there is not', { handling: 'burn' }, 'handling'],
    ['who does it', { handling: 'add-note', note: 'Called them', by: 'me' }, 'by'],
  ])('is refused with %s', async (_title, body, field) => {
    const refused = await call('POST', `${task}/handling`, body);
    expect(refused).toMatchObject({ status: 400, body: { findings: [{ field }] } });
  });

  it('is a conflict where somebody else was faster, with what they did', async () => {
    const findings = [{ code: 'task-newer', path: 'handling', detail: 'Meanwhile x noted something: y' }];
    const handleTask: PracticeRecords['handleTask'] = async () => ({ success: false, findings });
    const refused = await call('POST', `${task}/handling`, { handling: 'mail-again' }, { handleTask });
    expect(refused).toMatchObject({
      status: 409,
      body: { findings: [{ code: 'task-newer', field: 'handling', detail: findings[0]?.detail }] },
    });
  });

  it('is a conflict once the task is decided', async () => {
    const decided = { findTask: async () => aTask({ status: 'done', outcome: anOutcome() }) };
    const refused = await call('POST', `${task}/handling`, { handling: 'mail-again' }, decided);
    expect(refused).toMatchObject({ status: 409, body: { task: { status: 'done' } } });
  });

  it.each([
    ['is taken back', { outcome: 'undone', task: aTask() } as const, 200, { undone: true }],
    [
      'that has left stays, and says why',
      { outcome: 'refused', state: { kind: 'left', why: 'sent' }, detail: 'In a file to the payer' } as const,
      409,
      { undo: { kind: 'left', why: 'sent' }, detail: expect.stringContaining('file to the payer') },
    ],
    ['that is none is a conflict', undefined, 409, { detail: 'There is nothing to take back' }],
  ])('a decision %s', async (_title, answer, status, body) => {
    const undoTask = vi.fn(async () => answer);
    const findTask = async () => aTask({ status: 'done', outcome: anOutcome() });
    expect(await call('POST', `${task}/undo`, undefined, { undoTask, findTask })).toMatchObject({
      ...{ status, body },
    });
    expect(undoTask.mock.calls[0]).toEqual([expect.anything(), by]);
  });

  it('a correction that waits is sent in the name of who asks, and no other one than is meant', async () => {
    const sendNow = vi.fn(recordsOf(stock).sendNow);
    const of = '2026-11-02T15:00:00.000Z';
    expect((await call('POST', `${task}/send-now`, undefined, { sendNow })).status).toBe(200);
    expect((await call('POST', `${task}/send-now`, { of }, { sendNow })).status).toBe(200);
    expect(sendNow.mock.calls.map(([, asked]) => asked)).toEqual([{ by }, { of, by }]);
    const findings = [{ code: 'task-newer', path: 'kept', detail: 'Front desk has just decided' }];
    const late: PracticeRecords['sendNow'] = async () => ({ success: false, findings });
    expect((await call('POST', `${task}/send-now`, undefined, { sendNow: late })).status).toBe(409);
    expect((await call('POST', `${task}/send-now`, { by: 'me' })).status).toBe(400);
  });

  it('nobody states by an action who sent a correction or what ended a task', async () => {
    for (const said of [{ endedBy: 'T1' }, { sentNow: { by, at: '', kept: {} } }])
      expect((await call('POST', `${task}/actions`, { action: 'bill-patient', ...said })).status).toBe(400);
  });

  it('a proposal of an open task is taken back by the same call', async () => {
    const takeBackOpen = vi.fn(recordsOf(stock).takeBackOpen);
    expect((await call('POST', `${task}/undo`, undefined, { takeBackOpen })).status).toBe(200);
    expect(takeBackOpen).toHaveBeenCalledOnce();
  });

  it.each(['handling', 'undo'])('is nothing for a caller without a token: %s', async (what) => {
    const body = { handling: 'mail-again' };
    const refused = await call('POST', `${task}/${what}`, body, {}, (event) => event);
    expect(refused).toMatchObject({
      status: 401,
      body: { title: 'No access token', type: '/v1/docs#NotSignedIn' },
    });
  });

  it('a task says whether its decision can be taken back', async () => {
    const undoStateOf = async () => ({ kind: 'open', until: now.toISOString() }) as const;
    const { body } = await call('GET', task, undefined, { undoStateOf });
    expect(body.undo).toEqual({ kind: 'open', until: now.toISOString() });
  });
});

describe('POST of an action', () => {
  const path = `/v1/practices/maple-street/tasks/${aTask().taskId}/actions`;
  const decision = { action: 'bill-patient' };

  it.each(['isProposed', 'isKept'])('answers 202 where it only waits (%s)', async (waits) => {
    const completeTask = async (task: Task) => ({
      success: true as const,
      data: { task, taken: true, [waits]: true },
    });
    const { status, body } = await call('POST', path, decision, { completeTask });
    expect([status, body.task.status]).toEqual([202, aTask().status]);
  });

  it('decides the task at the moment of the request, in the name of the member whose token it is', async () => {
    const completeTask = vi.fn(recordsOf(stock).completeTask);
    const { status, body } = await call('POST', path, decision, { completeTask });
    expect([status, body.task.status]).toEqual([200, 'done']);
    expect(completeTask.mock.calls[0]?.[1]).toEqual(anOutcome({ by: programOf(emr) }));
  });

  it.each([
    ['by', 'billing@maplestreet.example'],
    ['by', programOf(emr)],
    ['at', 'yesterday'],
  ])('refuses a body that says %s: %j, and decides nothing', async (field, value) => {
    const completeTask = vi.fn(recordsOf(stock).completeTask);
    const refused = await call('POST', path, { ...decision, [field]: value }, { completeTask });
    expect(refused).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'unrecognized_keys', field }] },
    });
    expect(completeTask).not.toHaveBeenCalled();
  });

  it('decides nothing for a caller without a token', async () => {
    const completeTask = vi.fn(recordsOf(stock).completeTask);
    const refused = await call('POST', path, decision, { completeTask }, (event) => event);
    expect(refused).toMatchObject({
      status: 401,
      body: { title: 'No access token', type: '/v1/docs#NotSignedIn' },
    });
    expect(completeTask).not.toHaveBeenCalled();
  });

  it('answers with findings when the decision lacks something', async () => {
    const findings = [{ code: 'reason-missing', path: 'note', detail: 'Say why' }];
    const refused = await call('POST', path, decision, {
      completeTask: async () => ({ success: false, findings }),
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'reason-missing', field: 'note', detail: 'Say why' }] },
    });
  });

  it('answers with a conflict when somebody decided otherwise before', async () => {
    const standing = aTask({ status: 'done', outcome: anOutcome({ action: 'dismiss' }) });
    const late = await call('POST', path, decision, {
      completeTask: async () => ({ success: true, data: { task: standing, taken: false } }),
    });
    expect(late).toMatchObject({ status: 409, body: { task: { outcome: { action: 'dismiss' } } } });
  });

  it('refuses a body that is no decision', async () => {
    expect((await call('POST', path, { action: 'pay-me' })).status).toBe(400);
  });
});

describe('the rules by which a practice classes adjustments', () => {
  const path = '/v1/practices/maple-street/adjustment-classes';
  const rule = {
    reasons: ['97'],
    class: 'contractual',
    payerId: 'northwind',
    because: 'Contract, section 4',
  };
  const withSaving = () => {
    const { records, versions } = settingRecords(
      [practice({ practiceId: 'maple-street' })],
      [payer({ payerId: 'northwind' })],
    );
    return { versions, put: (body: unknown) => call('PUT', path, body, { settings: records }) };
  };

  it('are shown with ours behind them', async () => {
    const own = practice({ adjustmentClasses: [ClassRule.parse(rule)] });
    const { status, body } = await call('GET', path, undefined, { findPractice: async () => own });
    expect([status, body.adjustmentClasses]).toEqual([200, [rule]]);
    expect(body.ours).toContainEqual({ reasons: ['23'], class: 'prior-payer' });
  });

  it('are replaced by those of the body', async () => {
    const { versions, put } = withSaving();
    expect(await put({ adjustmentClasses: [rule] })).toMatchObject({ status: 200, body: { findings: [] } });
    expect(await put({ adjustmentClasses: [] })).toMatchObject({ status: 200 });
    expect(versions.map(({ part, version, value, by }) => [part, version, value, by.subject])).toEqual([
      ['adjustmentClasses', 1, [rule], emr],
      ['adjustmentClasses', 2, [], emr],
    ]);
  });

  it.each([
    ['leaves them out', {}, 'adjustmentClasses'],
    ['holds more than them', { adjustmentClasses: [], npi: '1234567893' }, 'npi'],
    ['says not why', { adjustmentClasses: [{ ...rule, because: undefined }] }, 'adjustmentClasses.0.because'],
    [
      'gives up what the patient owes',
      { adjustmentClasses: [{ ...rule, groups: ['PR'] }] },
      'adjustmentClasses.0.class',
    ],
    [
      'names no payer of the practice',
      { adjustmentClasses: [{ ...rule, payerId: 'harbor' }] },
      'adjustmentClasses.0.payerId',
    ],
  ])('stay as they are when the body %s', async (_what, body, field) => {
    const { versions, put } = withSaving();
    const refused = await put(body);
    expect(refused.status).toBe(400);
    expect(refused.body.findings).toContainEqual(expect.objectContaining({ field }));
    expect(versions).toEqual([]);
  });

  it('may name reasons that the installed list does not know, which is told', async () => {
    const { body } = await call('PUT', path, { adjustmentClasses: [rule] }, { knowsReason: () => false });
    expect(body.findings).toMatchObject([{ code: 'reason-unknown' }]);
  });
});
