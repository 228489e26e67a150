import { describe, expect, it } from 'vitest';
import type { AccountDecision } from '../../functions/domain/ledger/provider-level/account-decision.ts';
import type { LedgerPayment } from '../../functions/domain/ledger/provider-level/entry.ts';
import type { Task } from '../../functions/domain/task.ts';
import { cents } from '../../functions/edi/money.ts';
import { readLedger } from '../../functions/provider-ledger/read-ledger.ts';
import { type ReviewEffects, reviewAccounts } from '../../functions/provider-ledger/review-accounts.ts';
import { assignTask } from '../../functions/tasks/assign-task.ts';
import { taskEmail } from '../../functions/tasks/task-email.ts';
import { claim } from '../factories/claims.ts';
import { type LedgerStock, ledgerRecords } from '../factories/ledger-records.ts';
import { practice } from '../factories/practices.ts';
import { paymentWith, type Stated } from '../factories/provider-payments.ts';
import { biller } from '../factories/tasks.ts';

const longAfter = new Date('2026-07-01T12:00:00.000Z');

/** Tasks as they are kept: of one id there is one. */
type Tasks = Map<string, Task>;

const review = async (stock: LedgerStock, tasks: Tasks = new Map(), now = longAfter): Promise<Tasks> => {
  const effects: ReviewEffects = {
    ...ledgerRecords(stock),
    listPractices: async () => [practice()],
    tasksByStatus: async (_, status) => [...tasks.values()].filter((task) => task.status === status),
    raiseTask: async (draft, subject) => {
      if (!tasks.has(subject.taskId)) tasks.set(subject.taskId, assignTask(draft, subject, practice(), now));
    },
    closeTask: async (task, outcome) => {
      tasks.set(task.taskId, { ...task, status: 'done', outcome });
      return true;
    },
    now: () => now,
    reviewed: () => {},
  };
  await reviewAccounts(effects);
  return tasks;
};

const openIn = (tasks: Tasks) => [...tasks.values()].filter(({ status }) => status === 'open');

const march = (...stated: Stated[]) => paymentWith('T1', '2026-03-02', stated);
const name = 'OKAFOR-ADA 20260227 ICN1';

describe('the review of accounts', () => {
  it('asks a biller once about each that stays open, however often it looks', async () => {
    const stock = { payments: [march(['FB', -8_000, 'T1'], ['WO', -5_000, name])] };
    const tasks = await review(stock, await review(stock));
    expect(openIn(tasks)).toHaveLength(2);
    expect(openIn(tasks)).toMatchObject([
      { kind: 'open-account', owner: 'biller' },
      { kind: 'open-account', owner: 'biller' },
    ]);
  });

  it('says payer, payment and amount, and no reference, on its page and in its mail', async () => {
    const [task] = openIn(await review({ payments: [march(['WO', -5_000, name])] }));
    if (!task) throw new TypeError('A task was to be there');
    const mail = taskEmail(task, {
      notice: 'assignment',
      to: task.email,
      link: 'https://x.example/t/a.b',
      now: longAfter,
      timeZone: 'America/New_York',
    });
    for (const text of [JSON.stringify(task), JSON.stringify(mail)]) {
      expect(text).toContain('NORTHWIND HEALTH announced to take back 50.00 in payment T1');
      for (const word of name.split(' ')) expect(text).not.toContain(word);
    }
    expect(mail.subject).toMatch(/^Account with a payer to clear up · T[0-9A-Z]{7} · /);
  });

  it.each<[string, LedgerPayment[], Date]>([
    ['settled', [march(['FB', -8_000]), paymentWith('T2', '2026-03-09', [['FB', 8_000, 'T1']])], longAfter],
    ['young', [march(['FB', -8_000])], new Date('2026-03-20T12:00:00.000Z')],
    ['of interest, withholding and lump sums', [march(['L6', -250], ['IR', 2_800], ['PI', -900])], longAfter],
    ['asked about by posting', [march(['WO', 900, 'ICN1'], ['ZZ', 900])], longAfter],
  ])('asks nobody about what is %s', async (_, payments, now) => {
    expect([...(await review({ payments }, new Map(), now)).values()]).toEqual([]);
  });

  it('asks about a balance that was settled and never forwarded', async () => {
    expect(openIn(await review({ payments: [march(['FB', 8_000, 'T0'])] }))).toHaveLength(1);
  });

  it('takes the question back once the account is settled', async () => {
    const first = march(['FB', -8_000]);
    const tasks = await review({ payments: [first] });
    await review({ payments: [first, paymentWith('T2', '2026-06-29', [['FB', 8_000, 'T1']])] }, tasks);
    expect([...tasks.values()]).toMatchObject([
      { status: 'done', outcome: { action: 'dismiss', by: { kind: 'step', subject: 'review-accounts' } } },
    ]);
  });

  it('asks again about what moved and then stays open again', async () => {
    const first = march(['FB', -8_000]);
    const part = paymentWith('T2', '2026-06-29', [['FB', 3_000, 'T1']]);
    const tasks = await review({ payments: [first] });
    await review({ payments: [first, part] }, tasks);
    expect(openIn(tasks)).toEqual([]);
    await review({ payments: [first, part] }, tasks, new Date('2026-09-01T12:00:00.000Z'));
    expect(openIn(tasks)).toMatchObject([{ reasons: [{ text: expect.stringContaining('50.00 of it') }] }]);
  });

  it('says when a payer collects what a person had closed', async () => {
    const first = march(['FB', -8_000]);
    const [account] = (await readLedger(practice(), longAfter, ledgerRecords({ payments: [first] })))
      .accounts;
    const closed: AccountDecision = {
      practiceId: 'maple-street',
      accountId: account?.accountId ?? '',
      number: 1,
      action: 'close',
      amount: cents(8_000),
      note: 'We sent a check, which cleared',
      document: 'check 1207',
      by: biller,
      at: '2026-04-01T10:00:00.000Z',
    };
    const decisions = [closed];
    expect(openIn(await review({ payments: [first], decisions }))).toEqual([]);
    const collected = paymentWith('T2', '2026-06-29', [['FB', 8_000, 'T1']]);
    expect(openIn(await review({ payments: [first, collected], decisions }))).toMatchObject([
      { title: 'A payer collected what was closed by hand' },
    ]);
  });
});

describe('an unannounced recovery', () => {
  const payments = [march(['WO', 1_000, 'MRN1 20260227 ICN900100'])];
  const stateWith = async (...claims: ReturnType<typeof claim>[]) => {
    const { accounts } = await readLedger(practice(), longAfter, ledgerRecords({ payments, claims }));
    return accounts.map(({ kind, state, closedBy }) => ({ kind, state, closedBy }));
  };
  const takeback = {
    takebackId: 'any',
    amount: cents(1_000),
    reference: 'MRN1 20260227 ICN900100',
    traceNumber: 'T1',
    paymentDate: '2026-03-02',
  };
  const known = claim({ practiceId: 'maple-street', payerControlNumber: 'ICN900100', takebacks: [takeback] });

  it('is closed where a claim of the practice took it up', async () => {
    expect(await stateWith(known)).toEqual([{ kind: 'takeback', state: 'closed', closedBy: 'claim' }]);
  });

  it.each([
    ['the claim did not take it up', { ...known, takebacks: [] }],
    ['the claim is another practice’s', { ...known, practiceId: 'oak-street' }],
  ])('is open where %s', async (_, other) => {
    expect(await stateWith(other)).toMatchObject([{ state: 'open' }]);
  });
});
