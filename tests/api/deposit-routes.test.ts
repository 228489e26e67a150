import { describe, expect, it } from 'vitest';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import { depositRecords } from '../factories/deposit-records.ts';
import { aPayment } from '../factories/deposits.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const bank = 'client-of-nightly';

/** A practice with payments and no deposits yet, behind its API. */
const api = (payments: readonly Payment[] = []) => {
  const records = {
    ...depositRecords(payments),
    findPractice: async (id: string) => (id === 'maple-street' ? practice() : undefined),
    now: () => new Date('2026-10-26T15:00:00Z'),
  };
  const call = callerOn(records, bank);
  return (method: string, path: string, body?: unknown, isSignedIn = true) =>
    call(method, `/v1/practices/maple-street${path}`, body, isSignedIn);
};

const credit = { date: '2026-10-13', amount: 5000, text: 'TRN*1*77123*1512345678~' };

describe('POST /deposits', () => {
  it('takes credits in, each once', async () => {
    const call = api();
    const first = await call('POST', '/deposits', { deposits: [credit, credit] });
    expect([first.status, first.body.deposits.map(({ isNew }: { isNew: boolean }) => isNew)]).toEqual([
      201,
      [true, true],
    ]);
    const again = await call('POST', '/deposits', { deposits: [credit] });
    expect(again.body.deposits).toMatchObject([
      { depositId: first.body.deposits[0].depositId, isNew: false },
    ]);
    const { body } = await call('GET', '/deposits');
    expect(body).toMatchObject({
      from: '2026-07-28',
      to: '2026-10-26',
      items: [{ source: { kind: 'api', name: bank } }, {}],
    });
  });

  it.each([
    ['no credits', { deposits: [] }, 'deposits'],
    ['a negative amount', { deposits: [{ ...credit, amount: -1 }] }, 'deposits.0.amount'],
    ['dollars', { deposits: [{ ...credit, amount: 50.5 }] }, 'deposits.0.amount'],
    ['no date', { deposits: [{ amount: 1 }] }, 'deposits.0.date'],
    [
      'a practice of their own',
      { deposits: [{ ...credit, practiceId: 'oak-street' }] },
      'deposits.0.practiceId',
    ],
    ['more than a page', { deposits: Array.from({ length: 501 }, () => credit) }, 'deposits'],
  ])('refuses %s and takes nothing', async (_, body, path) => {
    const call = api();
    const answer = await call('POST', '/deposits', body);
    expect([answer.status, answer.body.findings[0].field]).toEqual([400, path]);
    expect((await call('GET', '/deposits')).body.items).toEqual([]);
  });

  it('refuses a caller without a token', async () => {
    expect((await api()('POST', '/deposits', { deposits: [credit] }, false)).status).toBe(401);
  });
});

describe('GET /reconciliation', () => {
  it('shows what ties out and what does not', async () => {
    const call = api([aPayment('77123'), aPayment('88', { amount: 900 })]);
    await call('POST', '/deposits', { deposits: [credit, { ...credit, text: '', amount: 77 }] });
    const { body } = await call('GET', '/reconciliation');
    expect(body).toMatchObject({
      ties: [{ basis: 'trace', deposits: [{ amount: 5000 }], payments: [{ trace: '77123' }] }],
      differences: [],
      depositsWithoutPayment: [{ deposit: { amount: 77 }, businessDays: 9, isOverdue: true, choices: [] }],
      paymentsWithoutDeposit: [{ payment: { trace: '88' }, businessDays: 9, isOverdue: true }],
    });
    expect(JSON.stringify(body)).not.toContain('tellings');
  });

  it('shows the days that are asked for, and finds the other half outside of them', async () => {
    const call = api([aPayment('77123')]);
    await call('POST', '/deposits', { deposits: [{ ...credit, date: '2026-10-20' }] });
    const { body } = await call('GET', '/reconciliation?from=2026-10-12&to=2026-10-14');
    expect(body).toMatchObject({ ties: [{ payments: [{ trace: '77123' }] }], paymentsWithoutDeposit: [] });
    const none = await call('GET', '/reconciliation?from=2026-09-01&to=2026-09-30');
    expect(none.body).toMatchObject({ ties: [], paymentsWithoutDeposit: [] });
  });

  it.each(['from=2026-10-14&to=2026-10-12', 'from=2020-01-01', 'from=October'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await api()('GET', `/reconciliation?${query}`);
      expect([status, body.findings[0].field]).toEqual([400, 'from']);
    },
  );
});

describe('what a person ties', () => {
  const started = async () => {
    const call = api([aPayment('88', { amount: 900 })]);
    const { body } = await call('POST', '/deposits', { deposits: [{ ...credit, text: '', amount: 890 }] });
    return { call, depositIds: [body.deposits[0].depositId] };
  };
  const note = 'the bank kept a fee of 0.10';

  it('is tied under the caller’s name, once, and can be withdrawn and tied again', async () => {
    const { call, depositIds } = await started();
    const first = await call('POST', '/reconciliation/ties', { depositIds, paymentIds: ['P-88'], note });
    expect(first).toMatchObject({
      status: 201,
      body: { tie: { by: { kind: 'program', subject: bank }, note } },
    });
    const again = await call('POST', '/reconciliation/ties', { depositIds, paymentIds: ['P-88'], note });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await call('GET', '/reconciliation')).body).toMatchObject({
      ties: [{ basis: 'hand' }],
      depositsWithoutPayment: [],
      paymentsWithoutDeposit: [],
    });
    const path = `/reconciliation/ties/${first.body.tie.tieId}/withdrawal`;
    expect((await call('POST', path, { note: 'wrong payment' })).body.tie.withdrawn.note).toBe(
      'wrong payment',
    );
    expect((await call('GET', '/reconciliation')).body.depositsWithoutPayment).toHaveLength(1);
    const later = await call('POST', '/reconciliation/ties', { depositIds, paymentIds: ['P-88'], note });
    expect([later.status, later.body.tie.tieId === first.body.tie.tieId]).toEqual([201, false]);
  });

  it('is refused where one of it is tied by hand otherwise', async () => {
    const { call, depositIds } = await started();
    await call('POST', '/reconciliation/ties', { depositIds, note });
    const other = await call('POST', '/reconciliation/ties', { depositIds, paymentIds: ['P-88'], note });
    expect(other.status).toBe(409);
  });

  it.each([
    ['ids that are none', { depositIds: ['none'], note }, 'depositIds.0'],
    ['payments that are none', { paymentIds: ['none'], note }, 'paymentIds.0'],
    ['nothing', { note }, 'depositIds'],
    ['no reason', { paymentIds: ['P-88'], note: '' }, 'note'],
    ['somebody’s name', { paymentIds: ['P-88'], note, by: 'me' }, 'by'],
  ])('is refused with %s', async (_, body, path) => {
    const { call } = await started();
    const answer = await call('POST', '/reconciliation/ties', body);
    expect([answer.status, answer.body.findings[0].field]).toEqual([400, path]);
  });

  it('that nobody tied cannot be withdrawn', async () => {
    expect((await api()('POST', '/reconciliation/ties/none/withdrawal', { note })).status).toBe(404);
  });
});
