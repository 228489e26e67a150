import { describe, expect, it } from 'vitest';
import { foldProviderLedger } from '../../../../functions/domain/ledger/provider-ledger.ts';
import { ageOf } from '../../../../functions/domain/ledger/provider-level/account-age.ts';
import type { AccountDecision } from '../../../../functions/domain/ledger/provider-level/account-decision.ts';
import type { LedgerPayment } from '../../../../functions/domain/ledger/provider-level/entry.ts';
import { cents } from '../../../../functions/edi/money.ts';
import { paymentWith, type Stated, taxId } from '../../../factories/provider-payments.ts';
import { biller } from '../../../factories/tasks.ts';

const fold = (...payments: LedgerPayment[]) => foldProviderLedger(payments, { taxId });

const only = (...payments: LedgerPayment[]) => {
  const [account, ...others] = fold(...payments).accounts;
  if (!account || others.length > 0) throw new TypeError('One account was to be there');
  return account;
};

const march = (...stated: Stated[]) => paymentWith('T1', '2026-03-02', stated);
const april = (...stated: Stated[]) => paymentWith('T2', '2026-04-06', stated);
const may = (...stated: Stated[]) => paymentWith('T3', '2026-05-04', stated);

describe('what names an announcement', () => {
  it.each([
    ['the same', 'ICN1', 'ICN1'],
    ['the same in small letters and with more blanks', 'MRN1 20260227 ICN1', ' mrn1  20260227 icn1 '],
    ['the claim number alone, after account and date', 'MRN1 20260227 ICN1', 'ICN1'],
    ['account, date and claim number, after the number alone', 'ICN1', 'MRN1 20260227 ICN1'],
    ['a number without its leading zeros', '0004711', '4711'],
  ])('%s', (_, announced, collected) => {
    const account = only(march(['WO', -5_000, announced]), april(['WO', 5_000, collected]));
    expect(account).toMatchObject({ state: 'closed', settlements: [{ by: 'reference' }] });
  });

  it.each([
    ['another claim', 'ICN1', 'ICN2'],
    ['a date of service alone', 'MRN1 20260227 ICN1', '20260227'],
    ['another claim of the same patient and day', 'MRN1 20260227 ICN1', 'MRN1 20260227 ICN2'],
  ])('not %s', (_, announced, collected) => {
    const { accounts } = fold(march(['WO', -5_000, announced]), april(['WO', 5_000, collected]));
    expect(accounts.map(({ kind, open }) => [kind, open])).toEqual([
      ['recoupment', 5_000],
      ['takeback', 5_000],
    ]);
  });

  it('a forwarded balance by the trace number of its payment, whatever it names itself', () => {
    expect(only(march(['FB', -8_000]), april(['FB', 8_000, 'T1']))).toMatchObject({ state: 'closed' });
    expect(only(march(['FB', -8_000, 'ICN1']), april(['FB', 8_000, 'T1']))).toMatchObject({ open: 0 });
    expect(only(march(['FB', -8_000, 'ICN1']), april(['FB', 8_000, 'ICN1']))).toMatchObject({ open: 0 });
  });

  it('a recovery closes the forwarded balance of its reference, or of its payment', () => {
    expect(only(march(['FB', -8_000, 'ICN1']), april(['WO', 8_000, 'ICN1']))).toMatchObject({ open: 0 });
    expect(only(march(['FB', -8_000]), april(['WO', 8_000, 'T1']))).toMatchObject({ open: 0 });
  });
});

describe('what names nothing', () => {
  it('is paired by amount, the oldest first, and marked as guessed', () => {
    const { accounts } = fold(
      march(['FB', -8_000], ['FB', -3_000]),
      april(['FB', -8_000]),
      may(['FB', 8_000]),
    );
    expect(accounts.map(({ opened, amount, open }) => [opened.trace, amount, open]).toSorted()).toEqual([
      ['T1', 3_000, 3_000],
      ['T1', 8_000, 0],
      ['T2', 8_000, 8_000],
    ]);
    const closed = accounts.find(({ state }) => state === 'closed');
    expect(closed?.settlements).toMatchObject([{ trace: 'T3', by: 'guess' }]);
  });

  it('settles a part, or several together, where no amount fits', () => {
    expect(only(march(['FB', -8_000]), april(['FB', 3_000]))).toMatchObject({
      open: 5_000,
      state: 'reduced',
      settlements: [{ by: 'guess' }],
    });
    const { accounts } = fold(march(['FB', -5_000]), april(['FB', -3_000]), may(['FB', 8_000]));
    expect(accounts.map(({ open }) => open)).toEqual([0, 0]);
  });

  it('its own trace number says nothing of the payment before', () => {
    expect(only(march(['FB', -8_000, 'T1']), april(['FB', 8_000, 'T2']))).toMatchObject({
      state: 'closed',
      settlements: [{ by: 'guess' }],
    });
  });

  it('is not guessed for another payer, another tax id or an earlier day', () => {
    const settled: Stated = ['FB', 8_000];
    const other = { payer: { name: 'CEDAR MUTUAL', id: '1999999998' } };
    const elsewhere = { payee: { partnerId: 'northwind', npis: [], taxIds: ['987654321'] } };
    for (const payment of [
      paymentWith('T2', '2026-04-06', [settled], other),
      paymentWith('T2', '2026-04-06', [settled], elsewhere),
      paymentWith('T2', '2026-01-05', [settled]),
    ])
      expect(
        fold(march(['FB', -8_000]), payment)
          .accounts.map(({ kind, open }) => [kind, open])
          .toSorted(),
      ).toEqual([
        ['forward', 8_000],
        ['unseen-forward', 8_000],
      ]);
  });

  it('does not override references that differ', () => {
    const { accounts } = fold(march(['WO', -5_000, 'ICN1']), april(['WO', 5_000, 'ICN2']));
    expect(accounts).toHaveLength(2);
  });
});

describe('who is one payer', () => {
  const forwarded = march(['FB', -8_000]);
  const settling = (payer: LedgerPayment['payer']) =>
    paymentWith('T2', '2026-04-06', [['FB', 8_000]], { payer });

  it.each([
    ['the number without its leading 1', { name: 'NORTHWIND', id: '512345678' }],
    ['the number with hyphens', { name: 'NORTHWIND', id: '1-51-2345678' }],
    ['the name without a number', { name: 'Northwind  Health', id: undefined }],
    ['the name with a number that is none', { name: 'NORTHWIND HEALTH', id: '0000000000' }],
  ])('%s', (_, payer) => {
    expect(only(forwarded, settling(payer))).toMatchObject({ state: 'closed' });
  });

  it('two numbers are two payers for guesses, whatever they are called', () => {
    expect(fold(forwarded, settling({ name: 'NORTHWIND HEALTH', id: '1777777776' })).accounts).toHaveLength(
      2,
    );
  });

  it('a payer that gives itself another number is known by name where references decide', () => {
    const named = paymentWith('T2', '2026-04-06', [['FB', 8_000, 'T1']], {
      payer: { name: 'NORTHWIND HEALTH', id: 'NWH01' },
    });
    expect(only(forwarded, named)).toMatchObject({ state: 'closed' });
    const foreign = { ...named, payer: { name: 'CEDAR MUTUAL', id: 'CM1' } };
    expect(fold(forwarded, foreign).accounts).toHaveLength(2);
  });

  it('a payment without a tax id is one to the practice’s own', () => {
    const payee = { partnerId: 'northwind', npis: ['1234567893'], taxIds: [] };
    const settled = paymentWith('T2', '2026-04-06', [['FB', 8_000]], { payee });
    expect(only(forwarded, settled)).toMatchObject({ state: 'closed', taxId });
  });
});

describe('an account', () => {
  it('is reduced by parts, and closed by the last of them', () => {
    const parts = [march(['WO', -18_000, 'ICN1']), april(['WO', 10_000, 'ICN1'])];
    expect(only(...parts)).toMatchObject({ state: 'reduced', open: 8_000, movedOn: '2026-04-06' });
    expect(only(...parts, may(['WO', 8_000, 'ICN1']))).toMatchObject({ state: 'closed', closedBy: 'payer' });
  });

  it('takes no more than it was opened with: the rest is taken back unannounced', () => {
    const { accounts, adjustments } = fold(march(['WO', -10_000, 'ICN1']), april(['WO', 15_000, 'ICN1']));
    expect(accounts.map(({ kind, open }) => [kind, open])).toEqual([
      ['recoupment', 0],
      ['takeback', 5_000],
    ]);
    expect(adjustments).toMatchObject([
      { standing: 'announces' },
      { standing: 'collects', unannounced: 5_000 },
    ]);
  });

  it('is closed by a check that a later payment acknowledges without a collection', () => {
    expect(only(march(['WO', -18_000, 'ICN1']), april(['72', -18_000, 'ICN1']))).toMatchObject({
      state: 'closed',
      settlements: [{ reason: '72', byCheck: true }],
    });
  });

  it('stays open beside a check for the other part of the same reversal', () => {
    expect(only(march(['72', -10_000, 'ICN1'], ['WO', -8_000, 'ICN1']))).toMatchObject({ open: 8_000 });
  });

  it('is open again where the acknowledgement of a check is taken back', () => {
    const { accounts } = fold(
      march(['WO', -18_000, 'ICN1']),
      april(['72', -18_000, 'ICN1']),
      may(['72', 18_000, 'ICN1']),
    );
    expect(accounts).toMatchObject([{ state: 'open', open: 18_000 }]);
  });

  it('is lowered by an adjustment (CS) that names it, and by no other', () => {
    expect(only(march(['FB', -8_000]), april(['CS', 8_000, 'T1']))).toMatchObject({ state: 'closed' });
    expect(only(march(['FB', -8_000]), april(['CS', 8_000]))).toMatchObject({ state: 'open' });
  });

  it('is none for money of other kinds', () => {
    const quiet = ['L6', 'IR', '50', 'LE', 'PI', 'AP', 'J1', 'BN', 'TL', 'CS'];
    const { accounts, adjustments } = fold(march(...quiet.map((reason): Stated => [reason, 700])));
    expect(accounts).toEqual([]);
    expect(adjustments.map(({ standing }) => standing).toSorted()).toEqual([
      'bonus',
      'interest',
      'levy',
      'lump-sum',
      'lump-sum',
      'other',
      'other',
      'other',
      'penalty',
      'withholding',
    ]);
  });

  it('is open for a person where the reason is unknown', () => {
    expect(only(march(['ZZ', 900, 'ICN9']))).toMatchObject({ kind: 'unknown', open: 900 });
    expect(only(march(['ZZ', -900, 'ICN9']))).toMatchObject({ kind: 'unknown', open: 900 });
  });

  it('is none for an amount of nothing', () => {
    expect(fold(march(['WO', 0, 'X']))).toMatchObject({
      accounts: [],
      adjustments: [{ standing: 'nothing' }],
    });
  });

  it('of an unannounced recovery is closed by the claim that took it up', () => {
    const payments = [march(['WO', 10_000, 'ICN1'])];
    const accountId = only(...payments).accountId;
    const { accounts } = foldProviderLedger(payments, { taxId, onClaims: new Set([accountId]) });
    expect(accounts).toMatchObject([{ state: 'closed', closedBy: 'claim', open: 0 }]);
  });
});

it('a payment that is held as a whole, or has no date, is left out and said', () => {
  const held = paymentWith('T1', '2026-03-02', [['FB', -8_000]], { status: 'held' });
  const { date: _none, ...undated } = paymentWith('T2', '2026-03-02', [['FB', -8_000]]);
  expect(fold(held, undated)).toEqual({
    accounts: [],
    adjustments: [],
    totals: [],
    leftOut: [
      { paymentId: 'T1', trace: 'T1' },
      { paymentId: 'T2', trace: 'T2' },
    ],
  });
});

describe('what a person decides', () => {
  const forwarded = march(['FB', -8_000]);
  const { accountId } = only(forwarded);
  const decision = (change: Partial<AccountDecision> = {}): AccountDecision => ({
    practiceId: 'maple-street',
    accountId,
    number: 1,
    action: 'close',
    amount: cents(8_000),
    note: 'We sent a check, which cleared',
    document: 'check 1207',
    by: biller,
    at: '2026-05-01T10:00:00.000Z',
    ...change,
  });
  const decidedOn = (decisions: readonly AccountDecision[], ...payments: LedgerPayment[]) =>
    foldProviderLedger([forwarded, ...payments], { taxId, decisions }).accounts;

  it('closes an account that no file closes', () => {
    expect(decidedOn([decision()])).toMatchObject([
      { state: 'closed', closedBy: 'person', open: 0, decisions: [{ document: 'check 1207' }] },
    ]);
  });

  it('is undone by a later decision, both of which stay', () => {
    const both = [decision({ number: 2, action: 'reopen' }), decision()];
    expect(decidedOn(both)).toMatchObject([
      { state: 'open', open: 8_000, decisions: [{ action: 'close' }, { action: 'reopen' }] },
    ]);
  });

  it('shows what a payer collects all the same', () => {
    expect(decidedOn([decision()], april(['FB', 8_000, 'T1']))).toMatchObject([
      { state: 'closed', collectedBesides: 8_000 },
    ]);
  });

  it('covers what was open then, and no more', () => {
    expect(decidedOn([decision({ amount: cents(5_000) })])).toMatchObject([
      { state: 'reduced', open: 3_000 },
    ]);
  });
});

describe('the age of an account', () => {
  const patience = { openAccountPayments: 2, openAccountDays: 45 };
  const forwarded = march(['FB', -8_000]);
  const ageAfter = (today: string, ...payments: LedgerPayment[]) => {
    const [account] = fold(forwarded, ...payments).accounts;
    return account && ageOf(account, today, patience);
  };

  it('is overdue after two later payments of the payer to that tax id', () => {
    expect(ageAfter('2026-03-20', paymentWith('A', '2026-03-09'))).toMatchObject({ isOverdue: false });
    expect(ageAfter('2026-03-20', paymentWith('A', '2026-03-09'), paymentWith('B', '2026-03-16'))).toEqual({
      days: 18,
      cycles: 2,
      isOverdue: true,
    });
  });

  it('counts payments of one day as one cycle, and none of others', () => {
    const elsewhere = { payee: { partnerId: 'northwind', npis: [], taxIds: ['987654321'] } };
    const payments = [
      paymentWith('A', '2026-03-09'),
      paymentWith('B', '2026-03-09'),
      paymentWith('C', '2026-03-16', [], { payer: { name: 'CEDAR MUTUAL', id: '1999999998' } }),
      paymentWith('D', '2026-03-16', [], elsewhere),
      paymentWith('E', '2026-02-23'),
    ];
    expect(ageAfter('2026-03-20', ...payments)).toMatchObject({ cycles: 1, isOverdue: false });
  });

  it('is overdue after 45 days of silence', () => {
    expect(ageAfter('2026-04-15')).toMatchObject({ days: 44, isOverdue: false });
    expect(ageAfter('2026-04-16')).toMatchObject({ days: 45, isOverdue: true });
  });

  it('begins anew with each part, and ends with the last', () => {
    const part = paymentWith('A', '2026-03-09', [['FB', 3_000, 'T1']]);
    const cycles = [part, paymentWith('B', '2026-03-16')];
    expect(ageAfter('2026-03-20', ...cycles)).toMatchObject({ cycles: 1, isOverdue: false });
    const rest = paymentWith('C', '2026-03-23', [['FB', 5_000, 'T1']]);
    expect(ageAfter('2026-09-01', ...cycles, rest)).toMatchObject({ isOverdue: false });
  });
});
