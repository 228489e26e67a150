import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deposit } from '../../../../functions/domain/ledger/deposit.ts';
import { reconcileDeposits } from '../../../../functions/domain/ledger/deposits/reconcile-deposits.ts';
import type { HandTie } from '../../../../functions/domain/ledger/deposits/tie.ts';
import type { Payment } from '../../../../functions/domain/ledger/payment.ts';
import { aDeposit, aPayment } from '../../../factories/deposits.ts';

const reconcile = (
  deposits: readonly Deposit[],
  payments: readonly Payment[],
  { today = '2026-10-30', handTies = [] as readonly HandTie[] } = {},
) => reconcileDeposits({ deposits, payments, handTies }, today);

/** What is tied, as traces against amounts. */
const tiesOf = (deposits: readonly Deposit[], payments: readonly Payment[]) =>
  reconcile(deposits, payments).ties.map((tie) => ({
    basis: tie.basis,
    deposits: tie.deposits.map(({ amount }) => amount),
    traces: tie.payments.map(({ trace }) => trace).toSorted(),
  }));

const choicesOf = (deposits: readonly Deposit[], payments: readonly Payment[]) =>
  reconcile(deposits, payments).depositsAlone.map(({ choices }) =>
    choices.map((choice) => choice.map(({ trace }) => trace)).toSorted(),
  );

const check = (trace: string, change: Parameters<typeof aPayment>[1] = {}) =>
  aPayment(trace, { method: 'CHK', ...change });

describe('a deposit that names a trace', () => {
  it.each([
    ['a TRN segment', 'HCCLAIMPMT TRN*1*77123*1512345678~'],
    ['an addenda record', '705TRN*1*77123*1512345678~'],
    ['a backslash at the end', 'TRN*1*77123*1512345678\\'],
    ['other marks', 'TRN|1|77123|1512345678'],
    ['blanks for marks', 'CCD+ TRN 1 77123 1512345678'],
    ['zeros before it', 'TRN*1*0000077123*1512345678~'],
    ['small letters', 'trn*1*77123*1512345678~'],
    ['a payer without its first digit', 'TRN*1*77123*512345678~'],
    ['no payer', 'TRN*1*77123~'],
    ['a break within the trace', 'TRN*1*771\n23*1512345678~'],
    ['the trace as a word', 'ACH CREDIT NORTHWIND 77123 CCD'],
    ['the trace between other marks', 'EFT#77123/NORTHWIND'],
  ])('is tied to its payment: %s', (_, text) => {
    expect(tiesOf([aDeposit({ text, date: '2026-11-20' })], [aPayment('77123')])).toEqual([
      { basis: 'trace', deposits: [5000], traces: ['77123'] },
    ]);
  });

  it('may name it in the bank’s reference alone', () => {
    const deposit = aDeposit({ bankReference: '77123', date: '2026-11-20' });
    expect(tiesOf([deposit], [aPayment('77123')])).toHaveLength(1);
  });

  it('is found by a trace with hyphens and letters', () => {
    const deposit = aDeposit({ text: 'NW-2026-0007A PAYMENT', date: '2026-11-20' });
    expect(tiesOf([deposit], [aPayment('NW-2026-0007A')])).toHaveLength(1);
  });

  it.each([
    ['a longer number', 'TRN*1*771234*1512345678~'],
    ['a part of a word', 'REF X77123Y'],
    ['another payer', 'TRN*1*77123*1999999999~'],
  ])('is not tied by %s', (_, text) => {
    expect(tiesOf([aDeposit({ text, date: '2026-11-20' })], [aPayment('77123')])).toEqual([]);
  });

  it('is not tied to a payment of half a year ago, nor of weeks to come', () => {
    const deposit = aDeposit({ text: 'TRN*1*77123~' });
    expect(tiesOf([deposit], [aPayment('77123', { date: '2026-04-01' })])).toEqual([]);
    expect(tiesOf([deposit], [aPayment('77123', { date: '2026-11-02' })])).toEqual([]);
  });

  it('belongs to no other payment, whatever agrees', () => {
    const { ties, depositsAlone } = reconcile(
      [aDeposit({ text: 'TRN*1*88888*1512345678~' })],
      [aPayment('77123')],
    );
    expect(ties).toEqual([]);
    expect(depositsAlone).toMatchObject([{ choices: [[{ trace: '77123' }]] }]);
  });

  it('of which another file tells again is tied once, the nearer of the two', () => {
    const first = aDeposit({ text: 'TRN*1*77123~' });
    const again = aDeposit({ text: 'TRN*1*77123~ AGAIN', file: 'month.csv' });
    const { ties, depositsAlone } = reconcile([again, first], [aPayment('77123')]);
    expect(ties).toHaveLength(1);
    expect(depositsAlone).toMatchObject([{ mayBeToldTwice: { amount: 5000 } }]);
  });

  it('pays the payment of that amount where several have the trace', () => {
    const payments = [
      aPayment('77123', { paymentId: 'A', amount: 5000 }),
      aPayment('77123', { paymentId: 'B', amount: 7000 }),
    ];
    const { ties, paymentsAlone } = reconcile([aDeposit({ text: 'TRN*1*77123~' })], payments);
    expect(ties).toMatchObject([{ payments: [{ paymentId: 'A' }] }]);
    expect(paymentsAlone).toMatchObject([{ payment: { paymentId: 'B' } }]);
  });

  it('pays all payments that have the trace where their sum came', () => {
    const payments = [
      aPayment('77123', { paymentId: 'A', amount: 5000 }),
      aPayment('77123', { paymentId: 'B', amount: 7000 }),
    ];
    const deposit = aDeposit({ text: 'TRN*1*77123~', amount: 12_000 });
    expect(reconcile([deposit], payments).ties).toMatchObject([{ payments: [{}, {}], basis: 'trace' }]);
  });

  it('may pay a part of a payment of which another pays the rest', () => {
    const deposits = [2000, 3000].map((amount) => aDeposit({ text: 'TRN*1*77123~', amount }));
    expect(tiesOf(deposits, [aPayment('77123')])).toMatchObject([{ traces: ['77123'], basis: 'trace' }]);
    expect(reconcile(deposits, [aPayment('77123')]).ties[0]?.deposits).toHaveLength(2);
  });

  it('of another amount is shown beside the payment, with the difference', () => {
    const result = reconcile([aDeposit({ text: 'TRN*1*77123~', amount: 4990 })], [aPayment('77123')]);
    expect(result).toMatchObject({
      ties: [],
      depositsAlone: [],
      paymentsAlone: [],
      differences: [
        { deposits: [{ amount: 4990 }], payments: [{ trace: '77123' }], difference: -10, isOverdue: true },
      ],
    });
  });

  it('is no answer where two payers’ payments fit alike', () => {
    const payments = [
      aPayment('77123', { paymentId: 'A', payer: { name: 'One' } }),
      aPayment('77123', { paymentId: 'B', payer: { name: 'Other' } }),
    ];
    const deposit = aDeposit({ text: 'TRN*1*77123~' });
    expect(tiesOf([deposit], payments)).toEqual([]);
    expect(choicesOf([deposit], payments)).toEqual([[['77123'], ['77123']]]);
  });

  it('goes to the one of the day where a trace comes round again', () => {
    const payments = [
      aPayment('77123', { paymentId: 'A', date: '2026-07-01' }),
      aPayment('77123', { paymentId: 'B' }),
    ];
    expect(reconcile([aDeposit({ text: 'TRN*1*77123~' })], payments).ties).toMatchObject([
      { payments: [{ paymentId: 'B' }] },
    ]);
  });

  it('is tied although the payment has no date', () => {
    const { date: _none, ...undated } = aPayment('77123');
    expect(tiesOf([aDeposit({ text: 'TRN*1*77123~' })], [undated])).toHaveLength(1);
  });
});

describe('a check', () => {
  it.each([
    ['the bank’s column', { checkNumber: '0001017' }, '1017'],
    ['the bank’s column, short', { checkNumber: '101' }, '0101'],
    ['a word of the text', { text: 'CHECK 1017 NORTHWIND' }, '001017'],
  ])('is tied by its number, leading zeros apart: %s', (_, change, trace) => {
    const deposit = aDeposit({ ...change, date: '2026-11-20', method: 'CHK' });
    expect(tiesOf([deposit], [check(trace)])).toEqual([
      { basis: 'check-number', deposits: [5000], traces: [trace] },
    ]);
  });

  it('is tied with the others whose numbers the deposit lists', () => {
    const payments = [
      check('7001', { amount: 2000 }),
      check('7002', { amount: 3000 }),
      check('7003', { amount: 3000 }),
    ];
    const deposit = aDeposit({ text: 'LOCKBOX\n7001\n7002', method: 'CHK' });
    expect(tiesOf([deposit], payments)).toEqual([
      { basis: 'check-number', deposits: [5000], traces: ['7001', '7002'] },
    ]);
  });

  it('of more than a dozen in one deposit is tied where all of them add up', () => {
    const payments = Array.from({ length: 15 }, (_, at) => check(`${7001 + at}`, { amount: 1000 }));
    const text = payments.map(({ trace }) => trace).join('\n');
    expect(tiesOf([aDeposit({ text, amount: 15_000 })], payments)[0]?.traces).toHaveLength(15);
  });

  it('is no pair with a difference by four digits that stand in a text by chance', () => {
    const deposit = aDeposit({ text: 'DEPOSIT 1017 MAIN STREET', amount: 90 });
    expect(reconcile([deposit], [check('1017')]).differences).toEqual([]);
  });

  it('is with the number in the bank’s own column', () => {
    const deposit = aDeposit({ checkNumber: '1017', amount: 4000 });
    expect(reconcile([deposit], [check('1017')]).differences).toMatchObject([{ difference: -1000 }]);
  });
});

describe('amount and date', () => {
  it.each([
    ['the day itself', '2026-10-13', 1],
    ['three business days later', '2026-10-16', 1],
    ['four business days later', '2026-10-19', 0],
    ['a business day before, over a weekend and a holiday', '2026-10-09', 1],
    ['weeks later', '2026-11-20', 0],
  ])('tie a deposit of %s: %s', (_, date, ties) => {
    expect(tiesOf([aDeposit({ date })], [aPayment('77123')])).toHaveLength(ties);
  });

  it('count the days on which the Federal Reserve is open', () => {
    // Friday, 9 October, to Thursday, 15 October: Columbus Day is none.
    expect(tiesOf([aDeposit({ date: '2026-10-15' })], [aPayment('1', { date: '2026-10-09' })])).toHaveLength(
      1,
    );
    // Independence Day of 2026 is a Saturday: banks are open on the Friday before.
    expect(tiesOf([aDeposit({ date: '2026-07-08' })], [aPayment('1', { date: '2026-07-02' })])).toHaveLength(
      0,
    );
    expect(tiesOf([aDeposit({ date: '2026-07-07' })], [aPayment('1', { date: '2026-07-02' })])).toHaveLength(
      1,
    );
  });

  it('take a payment of a Sunday as one of Monday', () => {
    expect(tiesOf([aDeposit({ date: '2026-10-22' })], [aPayment('1', { date: '2026-10-18' })])).toHaveLength(
      1,
    );
  });

  it('prefer the day itself', () => {
    const deposits = [aDeposit({ date: '2026-10-13' }), aDeposit({ date: '2026-10-14' })];
    const payments = [aPayment('A', { date: '2026-10-14' }), aPayment('B', { date: '2026-10-13' })];
    const { ties } = reconcile(deposits, payments);
    expect(ties.map((tie) => tie.deposits[0]?.date === tie.payments[0]?.date)).toEqual([true, true]);
  });

  it('guess nothing where two payments fit', () => {
    const payments = [aPayment('A'), aPayment('B')];
    expect(tiesOf([aDeposit()], payments)).toEqual([]);
    expect(choicesOf([aDeposit()], payments)).toEqual([[['A'], ['B']]]);
  });

  it('guess nothing where two deposits fit', () => {
    const deposits = [aDeposit(), aDeposit({ text: 'ANOTHER' })];
    expect(tiesOf(deposits, [aPayment('A')])).toEqual([]);
  });

  it('tie no check to money that came by ACH, and no EFT to checks', () => {
    expect(tiesOf([aDeposit({ method: 'ACH' })], [check('1017')])).toEqual([]);
    expect(tiesOf([aDeposit({ method: 'CHK' })], [aPayment('77123')])).toEqual([]);
    expect(tiesOf([aDeposit({ method: 'FWT' })], [aPayment('77123', { method: 'FWT' })])).toHaveLength(1);
  });

  it('propose a deposit that came late, and tie it not', () => {
    const late = aDeposit({ date: '2026-10-21' });
    expect(tiesOf([late], [aPayment('77123')])).toEqual([]);
    expect(choicesOf([late], [aPayment('77123')])).toEqual([[['77123']]]);
  });
});

describe('a deposit of several payments', () => {
  const checks = [
    check('1', { amount: 1100, date: '2026-10-05' }),
    check('2', { amount: 2300, date: '2026-10-06' }),
    check('3', { amount: 4700, date: '2026-10-08' }),
  ];

  it('is tied to the checks that alone add up', () => {
    expect(tiesOf([aDeposit({ amount: 5800, method: 'CHK' })], checks)).toEqual([
      { basis: 'sum', deposits: [5800], traces: ['1', '3'] },
    ]);
  });

  it('is tied to the EFTs of one payer and day', () => {
    const payments = [aPayment('A', { amount: 1100 }), aPayment('B', { amount: 2300 })];
    expect(tiesOf([aDeposit({ amount: 3400 })], payments)).toMatchObject([
      { basis: 'sum', traces: ['A', 'B'] },
    ]);
  });

  it('is no sum over two payers, nor over two days of one', () => {
    const other = { payer: { name: 'Cascade', id: '1999999999' } };
    const payers = [aPayment('A', { amount: 1100 }), aPayment('B', { amount: 2300, ...other })];
    const days = [aPayment('A', { amount: 1100 }), aPayment('B', { amount: 2300, date: '2026-10-14' })];
    expect(tiesOf([aDeposit({ amount: 3400 })], payers)).toEqual([]);
    expect(tiesOf([aDeposit({ amount: 3400 })], days)).toEqual([]);
  });

  it('is proposed where two sums fit', () => {
    const deposit = aDeposit({ amount: 5800, method: 'CHK' });
    const more = [...checks, check('4', { amount: 3500 })];
    expect(tiesOf([deposit], more)).toEqual([]);
    expect(choicesOf([deposit], more)).toEqual([
      [
        ['1', '3'],
        ['2', '4'],
      ],
    ]);
  });

  it('is proposed where another deposit would take the same check', () => {
    const deposits = [aDeposit({ amount: 5800, method: 'CHK' }), aDeposit({ amount: 3400, method: 'CHK' })];
    expect(tiesOf(deposits, checks)).toEqual([]);
    expect(choicesOf(deposits, checks).toSorted()).toEqual([[['1', '2']], [['1', '3']]]);
  });

  it('is not looked for among more than a dozen', () => {
    const many = Array.from({ length: 13 }, (_, at) => check(`N${at}`, { amount: 1001 + at * at * 5 }));
    const sum = (many[0]?.amount ?? 0) + (many[1]?.amount ?? 0);
    expect(tiesOf([aDeposit({ amount: sum, method: 'CHK' })], many.slice(0, 12))).toHaveLength(1);
    expect(tiesOf([aDeposit({ amount: sum, method: 'CHK' })], many)).toEqual([]);
  });

  it('of checks of two months ago is none', () => {
    expect(tiesOf([aDeposit({ amount: 5800, date: '2026-12-15' })], checks)).toEqual([]);
  });
});

describe('what does not tie out', () => {
  it.each([
    ['2026-10-13', 0, false],
    ['2026-10-16', 3, false],
    ['2026-10-18', 3, false],
    ['2026-10-19', 4, true],
    ['2026-10-10', 0, false],
  ])('on %s is %i business days old, overdue: %s', (today, businessDays, isOverdue) => {
    const { depositsAlone, paymentsAlone } = reconcile([aDeposit({ amount: 1 })], [aPayment('A')], { today });
    expect(depositsAlone).toMatchObject([{ businessDays, isOverdue }]);
    expect(paymentsAlone).toMatchObject([{ businessDays, isOverdue }]);
  });

  it('is no payment of nothing, but one of something without a transfer is', () => {
    const zero = aPayment('Z', { amount: 0, method: 'NON' });
    const card = aPayment('V', { method: 'NON' });
    expect(reconcile([], [zero, card]).paymentsAlone).toMatchObject([{ payment: { trace: 'V' } }]);
  });

  it('is as old as the news of it where a payment has no date', () => {
    const { date: _none, ...undated } = aPayment('A');
    expect(reconcile([], [undated], { today: '2026-10-19' }).paymentsAlone).toMatchObject([
      { businessDays: 5 },
    ]);
  });
});

describe('what a person ties', () => {
  const hand = (change: Partial<HandTie>): HandTie => ({
    tieId: 't',
    practiceId: 'maple-street',
    depositIds: [],
    paymentIds: [],
    by: { kind: 'person', subject: 'biller@maple-street.example' },
    at: '2026-10-20T12:00:00.000Z',
    note: 'seen on the card statement',
    ...change,
  });
  const deposit = aDeposit({ amount: 4900, date: '2026-10-25' });
  const payment = aPayment('A');

  it('is tied, a difference or not', () => {
    const handTies = [hand({ depositIds: [deposit.depositId], paymentIds: ['P-A'] })];
    expect(reconcile([deposit], [payment], { handTies })).toMatchObject({
      ties: [{ basis: 'hand', deposits: [deposit], payments: [payment] }],
      depositsAlone: [],
      paymentsAlone: [],
    });
  });

  it('may be a deposit that is no payer’s, or a payment for which none comes', () => {
    const handTies = [hand({ depositIds: [deposit.depositId] }), hand({ paymentIds: ['P-A'] })];
    expect(reconcile([deposit], [payment], { handTies })).toMatchObject({
      depositsAlone: [],
      paymentsAlone: [],
    });
  });

  it('goes before what a name would tie', () => {
    const named = aDeposit({ text: 'TRN*1*A*1512345678~' });
    const handTies = [hand({ depositIds: [named.depositId] })];
    expect(reconcile([named], [payment], { handTies }).paymentsAlone).toHaveLength(1);
  });

  it('counts no more once it is withdrawn', () => {
    const { by, at, note } = hand({});
    const handTies = [hand({ depositIds: [deposit.depositId], withdrawn: { by, at, note } })];
    expect(reconcile([deposit], [payment], { handTies }).depositsAlone).toHaveLength(1);
  });
});

describe('whatever came', () => {
  const days = ['2026-10-08', '2026-10-09', '2026-10-13', '2026-10-14', '2026-10-16', '2026-10-23'];
  const amounts = [1000, 2000, 3000, 5000, 7000];
  const traces = ['1017', '77123', '880011', '0880011'];
  const deposits = fc.array(
    fc.record({
      amount: fc.constantFrom(...amounts),
      date: fc.constantFrom(...days),
      text: fc.constantFrom('', ...traces.map((trace) => `TRN*1*${trace}~`), 'CHECKS 1017 880011'),
      method: fc.constantFrom('ACH' as const, 'CHK' as const, undefined),
      file: fc.constantFrom('monday.bai', 'month.csv'),
    }),
    { maxLength: 8 },
  );
  const payments = fc.array(
    fc.record({
      trace: fc.constantFrom(...traces),
      amount: fc.constantFrom(0, ...amounts),
      date: fc.constantFrom(...days),
      method: fc.constantFrom('ACH', 'CHK', 'NON'),
    }),
    { maxLength: 8 },
  );
  const made = (all: readonly { file: string }[], paid: readonly { trace: string }[]) => ({
    deposits: all.map((change, at) => ({ ...aDeposit(change), depositId: `D${at}` })),
    payments: paid.map(({ trace, ...change }, at) => ({ ...aPayment(trace, change), paymentId: `P${at}` })),
  });

  const idsIn = (result: ReturnType<typeof reconcile>) => ({
    deposits: [
      ...[...result.ties, ...result.differences].flatMap((one) =>
        one.deposits.map(({ depositId }) => depositId),
      ),
      ...result.depositsAlone.map(({ deposit }) => deposit.depositId),
    ].toSorted(),
    payments: [
      ...[...result.ties, ...result.differences].flatMap((one) =>
        one.payments.map(({ paymentId }) => paymentId),
      ),
      ...result.paymentsAlone.map(({ payment }) => payment.paymentId),
    ].toSorted(),
  });

  it('stands in one place, and what is tied adds up to the cent', () => {
    fc.assert(
      fc.property(deposits, payments, (all, paid) => {
        const given = made(all, paid);
        const result = reconcile(given.deposits, given.payments);
        expect(idsIn(result)).toEqual({
          deposits: given.deposits.map(({ depositId }) => depositId).toSorted(),
          payments: given.payments
            .filter(({ amount }) => amount > 0)
            .map(({ paymentId }) => paymentId)
            .toSorted(),
        });
        for (const tie of result.ties)
          expect(tie.deposits.reduce((sum, { amount }) => sum + amount, 0)).toBe(
            tie.payments.reduce((sum, { amount }) => sum + amount, 0),
          );
        for (const { difference } of result.differences) expect(difference).not.toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is reconciled alike in every order', () => {
    fc.assert(
      fc.property(
        deposits.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        payments,
        ([all, shuffled], paid) => {
          const given = made(all, paid);
          const order = shuffled
            .map((one) => given.deposits[all.indexOf(one)])
            .filter((one) => one !== undefined);
          const again = reconcile(order, given.payments.toReversed());
          expect(again).toEqual(reconcile(given.deposits, given.payments));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('a payment that a person posted and took back is not waited for', () => {
  const payment = aPayment('77123');
  const [told] = payment.tellings;
  if (!told) throw new Error('Somebody told of it');
  const back = { ...told, tellingId: 'BACK', reverses: [told.tellingId] };
  const fromFile = { ...told, tellingId: 'FILE', parts: 0 };
  expect(reconcile([], [{ ...payment, tellings: [told, back] }]).paymentsAlone).toEqual([]);
  expect(reconcile([], [{ ...payment, tellings: [told, fromFile, back] }]).paymentsAlone).toHaveLength(1);
});
