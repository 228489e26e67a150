import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { practiceRoutes, routesOfPractice } from '../../../functions/api/practice-routes.ts';
import type { AuditEntry } from '../../../functions/domain/audit/audit-entry.ts';
import { BillingError } from '../../../functions/runtime/errors.ts';
import { type HttpResponse, httpHandler, json } from '../../../functions/runtime/http-handler.ts';
import { auditInto } from '../../factories/access/audit.ts';
import { aMember, memberRecords } from '../../factories/access/members.ts';
import { apiMechanics } from '../../factories/api/mechanics.ts';
import { anHttpEvent, claimsOf, withClaims } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';
import { matrixCases, pathOf } from './expected-access.ts';
import { recordsOfRoutes } from './expected-audit.ts';

catchLogLines();

const coder = aMember({ subject: 'subject-mia', roles: ['coder'] });
const manager = aMember({
  subject: 'subject-max',
  roles: ['manager', 'administrator', 'coder', 'biller', 'clinic'],
});

type Told = { readonly answer?: () => Promise<HttpResponse>; readonly audit?: PracticeRecords['audit'] };

const world = ({ answer = async () => json(200, {}), audit }: Told = {}) => {
  const entries: AuditEntry[] = [];
  const carryOut = vi.fn(answer);
  const records = {
    ...{ mechanics: apiMechanics(), now: () => new Date() },
    audit: audit ?? auditInto(entries),
    members: memberRecords([coder, manager]),
    findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
  };
  const routes = routesOfPractice.map((route) => ({ ...route, handler: carryOut }));
  const handler = httpHandler(practiceRoutes(records as Partial<PracticeRecords> as PracticeRecords, routes));
  const call = async (
    method: string,
    path: string,
    subject = coder.subject,
    body = '',
    key = randomUUID() as string,
  ) => {
    const headers = { 'idempotency-key': key };
    const event = withClaims(
      anHttpEvent(method, path, { body, headers }),
      claimsOf({ subject, kind: 'person' }),
    );
    const { statusCode, body: told = '' } = await handler(event, aContext());
    return { status: statusCode, told };
  };
  return { entries, carryOut, call };
};

const claim = '/v1/practices/maple-street/claims/C23456789CD';

describe('what is written of a request', () => {
  it('is who saw which patient, from where, with what outcome', async () => {
    const answer = async () =>
      json(200, {
        claim: { claimId: 'C23456789CD', encounterId: 'E1', patientId: 'P-1', lastName: 'Okafor' },
      });
    const { entries, call } = world({ answer });
    await call('GET', claim);
    expect(entries).toMatchObject([
      {
        practiceId: 'maple-street',
        by: { kind: 'person', subject: 'subject-mia' },
        action: 'GET /claims/{claimId}',
        purpose: 'payment',
        outcome: 'allowed',
        source: '192.0.2.1',
        requestId: expect.stringMatching(/./),
        subjects: [
          { kind: 'claim', id: 'C23456789CD' },
          { kind: 'encounter', id: 'E1' },
          { kind: 'patient', id: 'P-1' },
        ],
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Okafor');
  });

  it('is each patient of a list, in entries that an item holds', async () => {
    const patients = Array.from({ length: 4500 }, (_, number) => ({ patientId: `P-${number}` }));
    const { entries, call } = world({ answer: async () => json(200, { patients }) });
    await call('GET', '/v1/practices/maple-street/patients');
    const ids = entries.flatMap(({ subjects }) => subjects.map(({ id }) => id));
    expect(ids).toEqual(patients.map(({ patientId }) => patientId));
    expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(3);
    expect(Math.max(...entries.map((entry) => JSON.stringify(entry).length))).toBeLessThan(200_000);
  });

  it.each([
    ['no member', '/v1/practices/maple-street/claims', 'subject-eve', 'maple-street', 'no member', 404],
    ['no such practice', '/v1/practices/elm-row/claims', 'subject-eve', '-', 'no such practice', 404],
    [
      'no permission',
      '/v1/practices/maple-street/members',
      'subject-mia',
      'maple-street',
      'needs administer',
      403,
    ],
  ])('is a refusal for want of it: %s', async (_, path, subject, practiceId, reason, status) => {
    const { entries, carryOut, call } = world();
    expect((await call('GET', path, subject)).status).toBe(status);
    expect(entries).toMatchObject([{ practiceId, by: { subject }, outcome: 'refused', reason }]);
    expect(carryOut).not.toHaveBeenCalled();
  });

  it.each([
    ['not-found', async () => json(404, {})],
    ['failed', async () => json(409, {})],
    ['not-found', () => Promise.reject(new BillingError('RecordNotFound', 'none'))],
    ['failed', () => Promise.reject(new Error('broken'))],
  ])('is that it was %s', async (outcome, answer) => {
    const { entries, call } = world({ answer });
    await call('GET', claim);
    expect(entries).toMatchObject([{ outcome }]);
  });

  it('is of an answer that is given again, with all whom it shows, and that nothing was done anew', async () => {
    const answer = async () => json(200, { patient: { patientId: 'P-2' }, coverages: [] });
    const { entries, carryOut, call } = world({ answer });
    const merge = '/v1/practices/maple-street/patients/P-1/merge';
    const body = JSON.stringify({ into: 'P-2', note: 'One person' });
    for (let time = 0; time < 2; time++)
      expect((await call('POST', merge, manager.subject, body, 'the-same-key')).status).toBe(200);
    const [first, second] = [entries.slice(0, 2), entries.slice(2)];
    expect(first.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['begun', undefined],
      ['allowed', undefined],
    ]);
    expect(second.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['begun', undefined],
      ['allowed', 'answered again'],
    ]);
    expect(second[1]?.subjects).toEqual(first[1]?.subjects);
    expect(second[1]?.subjects).toContainEqual({ kind: 'patient', id: 'P-2' });
    expect(carryOut).toHaveBeenCalledTimes(1);
  });

  it('is that a request was refused for its key, its version or its cursor', async () => {
    const { entries, carryOut, call } = world();
    const practicePath = '/v1/practices/maple-street';
    const merge = `${practicePath}/patients/P-1/merge`;
    expect((await call('POST', merge, manager.subject, '{}', 'short')).status).toBe(400);
    expect((await call('GET', `${practicePath}/patients?cursor=QUJD`)).status).toBe(400);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['begun', 'failed', 'failed']);
    expect(carryOut).not.toHaveBeenCalled();
  });

  it('is there before the answer of every route, once for a look at patients and twice for a change', async () => {
    for (const one of matrixCases) {
      const { entries, call } = world();
      const { method, path } = pathOf(one.route, 'maple-street');
      expect((await call(method, path, manager.subject, JSON.stringify(one.body))).status).toBe(200);
      const outcomes = entries.map(({ outcome }) => outcome);
      const looks = recordsOfRoutes[one.route] === 'nobody' ? [] : ['allowed'];
      expect(outcomes).toEqual(method === 'GET' ? looks : ['begun', 'allowed']);
    }
  });

  it('names who was refused or a stranger at every route, of settings as well', async () => {
    for (const one of matrixCases) {
      const { entries, carryOut, call } = world();
      const { method, path } = pathOf(one.route, 'maple-street');
      const body = JSON.stringify(one.body);
      expect((await call(method, path, 'subject-eve', body)).status).toBe(404);
      expect(entries).toMatchObject([
        { by: { subject: 'subject-eve' }, outcome: 'refused', reason: 'no member' },
      ]);
      expect(carryOut).not.toHaveBeenCalled();
    }
  });

  it('is whose record of another practice somebody asked for', async () => {
    const { entries, call } = world({ answer: async () => json(404, {}) });
    await call('GET', claim);
    expect(entries).toMatchObject([
      { outcome: 'not-found', subjects: [{ kind: 'claim', id: 'C23456789CD' }] },
    ]);
  });

  it('has no word of what stands where an id should be', async () => {
    const patient = { patientId: 'Walter Brennan 1961', encounterId: 'Brennan, Walter', claimId: 'Walter' };
    const { entries, call } = world();
    const body = JSON.stringify({ into: 'Walter Brennan', note: 'Walter Brennan', patients: [patient] });
    await call('POST', '/v1/practices/maple-street/patients/P-1/merge', manager.subject, body);
    expect(entries.map(({ subjects }) => subjects)).toEqual(
      entries.map(() => [{ kind: 'patient', id: 'P-1' }]),
    );
    await call(
      'POST',
      '/v1/practices/maple-street/encounters/E1/documents',
      manager.subject,
      '{"key":"Brennan.pdf"}',
    );
    expect(JSON.stringify(entries)).not.toMatch(/Brennan|Walter/);
  });

  it('is a document by the key that we gave it, or by its digest', async () => {
    const key = 'practices/maple-street/encounters/E1/document-m1abc.pdf';
    const upload = world({ answer: async () => json(201, { key }) });
    await upload.call('POST', '/v1/practices/maple-street/encounters/E1/documents', manager.subject, '{}');
    expect(upload.entries[1]?.subjects).toContainEqual({ kind: 'document', id: key });
    const digest = 'ab'.repeat(16);
    const documents = [{ key: 'practices/maple-street/encounters/E1/Brennan.pdf', digest }];
    const exported = world({ answer: async () => json(200, { documents }) });
    await exported.call('GET', '/v1/practices/maple-street/patients/P-1/export', manager.subject);
    expect(exported.entries[0]?.subjects).toContainEqual({ kind: 'document', id: digest });
    expect(JSON.stringify(exported.entries)).not.toContain('Brennan');
  });

  it.each([
    ['merge', { into: 'P-2', note: 'same' }],
    ['unmerge', { from: 'P-2', note: 'others' }],
    ['told-apart', { other: 'P-2', note: 'others' }],
  ])('is both patients of a pair: %s', async (what, sent) => {
    const { entries, call } = world();
    await call(
      'POST',
      `/v1/practices/maple-street/patients/P-1/${what}`,
      manager.subject,
      JSON.stringify(sent),
    );
    const both = ['P-1', 'P-2'].map((id) => ({ kind: 'patient', id }));
    expect(entries).toMatchObject([{ subjects: both }, { subjects: both }]);
  });

  it('must be written: else nothing is shown, and nothing changed', async () => {
    const unwritable = () => Promise.reject(new BillingError('NotRecorded', 'Nothing is shown; try again'));
    const { carryOut, call } = world({
      audit: unwritable,
      answer: async () => json(200, { lastName: 'Okafor' }),
    });
    const shown = await call('GET', claim);
    expect([shown.status, shown.told.includes('Okafor')]).toEqual([503, false]);
    expect(JSON.parse(shown.told)).toMatchObject({ status: 503, type: '/v1/docs#NotRecorded' });
    carryOut.mockClear();
    const body = JSON.stringify({ action: 'dismiss' });
    const changed = await call('POST', '/v1/practices/maple-street/tasks/t1/actions', manager.subject, body);
    expect(changed.status).toBe(503);
    expect(carryOut).not.toHaveBeenCalled();
  });
});
