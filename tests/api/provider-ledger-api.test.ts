import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { decideAccount } from '../../functions/provider-ledger/decide-account.ts';
import { readLedger } from '../../functions/provider-ledger/read-ledger.ts';
import { type LedgerStock, ledgerRecords } from '../factories/ledger-records.ts';
import { callerOn, programOf } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { paymentWith } from '../factories/provider-payments.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const biller = 'client-of-ana';
const now = new Date('2026-05-01T15:00:00.000Z');

/** The routes over the real use cases, and records in memory; routes of other matters are not called. */
const apiOver = (stock: LedgerStock) => {
  const effects = ledgerRecords(stock);
  const records: Pick<PracticeRecords, 'findPractice' | 'providerLedger' | 'decideAccount' | 'now'> = {
    findPractice: async (id) => (id === 'maple-street' ? practice() : undefined),
    providerLedger: () => readLedger(practice(), now, effects),
    decideAccount: (_, accountId, request) => decideAccount(practice(), accountId, request, effects),
    now: () => now,
  };
  const call = callerOn(records, biller);
  return (method: string, path: string, body?: unknown, isSignedIn = true) =>
    call(method, `/v1/practices/maple-street/provider-ledger${path}`, body, isSignedIn);
};

const payments = () => [
  paymentWith('T1', '2026-03-02', [['FB', -8_000, 'T1']]),
  paymentWith('T2', '2026-03-09', [['WO', -5_000, 'MRN7 20260227 ICN1']]),
  paymentWith('T3', '2026-03-16', [
    ['WO', 2_000, 'ICN1'],
    ['L6', -250],
  ]),
  paymentWith('T4', '2026-03-23', [['FB', -300]]),
  paymentWith('T5', '2026-03-30', [['FB', 300, 'T4']]),
];

const closing = { action: 'close', note: 'A check settled it in April', document: 'check 1207' };

describe('GET of the provider-level ledger', () => {
  it('lists accounts with their age, what adjustments do, and totals by kind', async () => {
    const { status, body } = await apiOver({ payments: payments() })('GET', '');
    expect(status).toBe(200);
    expect(body.accounts).toMatchObject([
      { kind: 'forward', open: 8_000, state: 'open', age: { days: 60, cycles: 4, isOverdue: true } },
      { kind: 'recoupment', open: 3_000, state: 'reduced', age: { days: 46, cycles: 2, isOverdue: true } },
      { kind: 'forward', open: 0, state: 'closed', closedBy: 'payer', age: { isOverdue: false } },
    ]);
    expect(body.adjustments).toHaveLength(6);
    expect(body.totals).toContainEqual(expect.objectContaining({ kind: 'interest', amount: -250 }));
  });

  it('lists the accounts of one state, and refuses another word', async () => {
    const api = apiOver({ payments: payments() });
    expect((await api('GET', '?state=reduced')).body.accounts).toHaveLength(1);
    expect(await api('GET', '?state=lost')).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'state' }] },
    });
  });
});

describe('a decision about an account', () => {
  const opened = async () => {
    const stock: LedgerStock = { payments: payments(), decisions: [] };
    const api = apiOver(stock);
    const { body } = await api('GET', '?state=open');
    const path = `/${body.accounts[0].accountId}/decisions`;
    return {
      stock,
      api,
      decide: (asked: unknown, isSignedIn?: boolean) => api('POST', path, asked, isSignedIn),
    };
  };

  it('closes it with note and document, in the name of the caller', async () => {
    const { stock, decide } = await opened();
    expect(await decide(closing)).toMatchObject({
      status: 200,
      body: { account: { state: 'closed', closedBy: 'person', open: 0 } },
    });
    expect(stock.decisions).toEqual([
      expect.objectContaining({
        ...closing,
        number: 1,
        amount: 8_000,
        by: programOf(biller),
        at: now.toISOString(),
      }),
    ]);
  });

  it('is one decision when it is asked for again, and another one opens the account again', async () => {
    const { stock, decide } = await opened();
    await decide(closing);
    expect((await decide(closing)).status).toBe(200);
    expect(stock.decisions).toHaveLength(1);
    const reopening = { ...closing, action: 'reopen', note: 'The check was never cashed' };
    expect((await decide(reopening)).body.account).toMatchObject({ state: 'open', open: 8_000 });
    expect((await decide(closing)).body.account).toMatchObject({ state: 'closed' });
    expect(stock.decisions?.map(({ action }) => action)).toEqual(['close', 'reopen', 'close']);
  });

  it.each([
    ['without a note', { ...closing, note: ' ' }, 'note'],
    ['with a note of a word', { ...closing, note: 'paid' }, 'note'],
    ['without a document', { ...closing, document: '' }, 'document'],
    ['that says who decides', { ...closing, by: 'ana' }, 'by'],
    ['that opens what nobody closed', { ...closing, action: 'reopen' }, 'action'],
  ])('%s is refused', async (_, asked, field) => {
    const { stock, decide } = await opened();
    expect(await decide(asked)).toMatchObject({ status: 400, body: { findings: [{ field }] } });
    expect(stock.decisions).toEqual([]);
  });

  it('about what the payer closed is refused', async () => {
    const { api } = await opened();
    const { body } = await api('GET', '?state=closed');
    const answer = await api('POST', `/${body.accounts[0].accountId}/decisions`, closing);
    expect(answer).toMatchObject({ status: 400, body: { findings: [{ code: 'account-closed' }] } });
  });

  it('of a caller without a token is refused, and one about no account is not found', async () => {
    const { api, decide } = await opened();
    expect((await decide(closing, false)).status).toBe(401);
    expect((await api('POST', '/NONE/decisions', closing)).status).toBe(404);
  });

  it('of two people at once counts once', async () => {
    const { decide } = await opened();
    const answers = await Promise.all([decide(closing), decide({ ...closing, document: 'check 1208' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
