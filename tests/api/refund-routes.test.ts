import { expect, it } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { injectionClaim } from '../factories/claims.ts';
import { payers } from '../factories/payers.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const caller = 'client-of-ann';

const api = (claims: Claim[]) => {
  const records = {
    findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
    findClaim: async (claimId: string) => claims.find((one) => one.claimId === claimId),
    claimsByStatus: async (_practiceId: string, status: Claim['status']) =>
      claims.filter((one) => one.status === status),
    listPayers: async () => payers,
    changeClaim: async (claimId: string, decide: Parameters<PracticeRecords['changeClaim']>[1]) => {
      const at = claims.findIndex((one) => one.claimId === claimId);
      const before = claims[at];
      if (!before) throw new Error('No such claim');
      const after = decide(before)?.claim ?? before;
      claims[at] = after;
      return after;
    },
    now: () => new Date('2026-12-01T15:00:00Z'),
  };
  const call = callerOn(records, caller);
  return (method: string, path: string, body?: unknown, isSignedIn = true) =>
    call(method, `/v1/practices/maple-street${path}`, body, isSignedIn);
};

const path = '/claims/C0123456789AB/refunds';
const refund = { amount: 500, date: '2026-11-30', checkNumber: '5501', document: 'letter of 2026-11-18' };

it('a refund is recorded once, under the caller’s name, and lowers what was paid', async () => {
  const call = api([injectionClaim()]);
  const first = await call('POST', path, refund);
  const again = await call('POST', path, refund);
  expect(first.status).toBe(200);
  expect(again.body.claim.refunds).toEqual(first.body.claim.refunds);
  expect(first.body.claim.refunds).toMatchObject([{ ...refund, by: { kind: 'program', subject: caller } }]);
  const { refundId } = first.body.claim.refunds[0];
  const withdrawn = await call('POST', `${path}/${refundId}/withdrawal`, { note: 'the check was void' });
  expect(withdrawn.body.claim.position.insurancePaid - first.body.claim.position.insurancePaid).toBe(500);
});

it.each([
  ['nothing', { ...refund, amount: 0 }, 'amount'],
  ['more than was paid', { ...refund, amount: 99_999_900 }, 'amount'],
  ['no document', { ...refund, document: '' }, 'document'],
  ['no date', { ...refund, date: 'today' }, 'date'],
  ['somebody’s name', { ...refund, by: 'me' }, 'by'],
])('a refund of %s is refused', async (_, body, field) => {
  const answer = await api([injectionClaim()])('POST', path, body);
  expect([answer.status, answer.body.findings[0].field]).toEqual([400, field]);
});

it('nobody records one of another practice’s claim, or without a name', async () => {
  const foreign = await api([injectionClaim({ practiceId: 'oak-street' })])('POST', path, refund);
  const unnamed = await api([injectionClaim()])('POST', path, refund, false);
  expect([foreign.status, unnamed.status]).toEqual([404, 401]);
});

it('a refund that is none cannot be withdrawn', async () => {
  const { status } = await api([injectionClaim()])('POST', `${path}/none/withdrawal`, { note: 'x' });
  expect(status).toBe(400);
});

it('credit balances are listed with their days', async () => {
  const claim = injectionClaim();
  const over = claim.adjudications.map((one) => ({ ...one, paid: (one.charge + 700) as typeof one.paid }));
  const { body } = await api([{ ...claim, adjudications: over }])('GET', '/credit-balances');
  expect(body.creditBalances).toMatchObject([
    { encounterId: 'E1001', claims: [{ claimId: 'C0123456789AB' }] },
  ]);
  expect((await api([claim])('GET', '/credit-balances')).body.creditBalances).toEqual([]);
});
