import { describe, expect, it, vi } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { practiceRoutes, routesOfPractice } from '../../../functions/api/practice-routes.ts';
import type { AuditEntry } from '../../../functions/domain/audit/audit-entry.ts';
import { BillingError } from '../../../functions/runtime/errors.ts';
import { type HttpResponse, httpHandler, json } from '../../../functions/runtime/http-handler.ts';
import { auditInto } from '../../factories/access/audit.ts';
import { aMember, memberRecords } from '../../factories/access/members.ts';
import { anHttpEvent, claimsOf, withClaims } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';
import { matrixCases, pathOf } from './expected-access.ts';

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
    audit: audit ?? auditInto(entries),
    members: memberRecords([coder, manager]),
    findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
  };
  const routes = routesOfPractice.map((route) => ({ ...route, handler: carryOut }));
  const handler = httpHandler(practiceRoutes(records as Partial<PracticeRecords> as PracticeRecords, routes));
  const call = async (method: string, path: string, subject = coder.subject, body = '') => {
    const event = withClaims(anHttpEvent(method, path, { body }), claimsOf({ subject, kind: 'person' }));
    const { statusCode, body: told = '' } = await handler(event, aContext());
    return { status: statusCode, told };
  };
  return { entries, carryOut, call };
};

const claim = '/practices/maple-street/claims/C234567';

describe('what is written of a request', () => {
  it('is who saw which patient, from where, with what outcome', async () => {
    const answer = async () =>
      json(200, { claim: { claimId: 'C234567', encounterId: 'E1', patientId: 'P-1', lastName: 'Okafor' } });
    const { entries, call } = world({ answer });
    await call('GET', claim);
    expect(entries).toMatchObject([
      {
        practiceId: 'maple-street',
        by: { kind: 'person', subject: 'subject-mia' },
        action: 'GET /claims/{claimId}',
        outcome: 'allowed',
        source: '192.0.2.1',
        subjects: [
          { kind: 'claim', id: 'C234567' },
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
    await call('GET', '/practices/maple-street/patients');
    const ids = entries.flatMap(({ subjects }) => subjects.map(({ id }) => id));
    expect(ids).toEqual(patients.map(({ patientId }) => patientId));
    expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(3);
    expect(Math.max(...entries.map((entry) => JSON.stringify(entry).length))).toBeLessThan(200_000);
  });

  it.each([
    ['no member', '/practices/maple-street/claims', 'subject-eve', 'maple-street', 'no member', 404],
    ['no such practice', '/practices/elm-row/claims', 'subject-eve', '-', 'no such practice', 404],
    [
      'no permission',
      '/practices/maple-street/members',
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

  it('is there before the answer of every route, once for a look and twice for a change', async () => {
    for (const one of matrixCases) {
      const { entries, call } = world();
      const { method, path } = pathOf(one.route, 'maple-street');
      expect((await call(method, path, manager.subject, JSON.stringify(one.body))).status).toBe(200);
      const outcomes = entries.map(({ outcome }) => outcome);
      expect(outcomes).toEqual(method === 'GET' ? ['allowed'] : ['begun', 'allowed']);
    }
  });

  it('must be written: else nothing is shown, and nothing changed', async () => {
    const unwritable = () => Promise.reject(new BillingError('NotRecorded', 'Nothing is shown; try again'));
    const { carryOut, call } = world({
      audit: unwritable,
      answer: async () => json(200, { lastName: 'Okafor' }),
    });
    const shown = await call('GET', claim);
    expect([shown.status, shown.told.includes('Okafor')]).toEqual([503, false]);
    carryOut.mockClear();
    const body = JSON.stringify({ action: 'dismiss' });
    const changed = await call('POST', '/practices/maple-street/tasks/t1/actions', manager.subject, body);
    expect(changed.status).toBe(503);
    expect(carryOut).not.toHaveBeenCalled();
  });
});
