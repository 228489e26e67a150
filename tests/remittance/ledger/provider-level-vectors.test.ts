import { describe, expect, it } from 'vitest';
import { foldProviderLedger, type ProviderLedger } from '../../../functions/domain/ledger/provider-ledger.ts';
import { knownReasons } from '../../../functions/domain/ledger/provider-level/adjustment-kind.ts';
import type { LedgerPayment } from '../../../functions/domain/ledger/provider-level/entry.ts';
import { allGuides } from '../../../functions/edi/guides.ts';
import { checking, parseInterchanges } from '../../../functions/edi/parse.ts';
import { findingsOf } from '../../../functions/edi/sets.ts';
import { outlinePayments } from '../../../functions/remittance/staging/outline-payments.ts';
import { tellPayment } from '../../../functions/remittance/staging/tell-payment.ts';
import { taxId } from '../../factories/provider-payments.ts';
import { amountOf, type ModelPayment } from './payer-model.ts';
import { write835 } from './write-835.ts';

const file = { partnerId: 'northwind', fileId: 'f1', text: '' };

const writing = { reordered: false, remark: false, payerId: '1512345678' };

/** A payment whose claims are paid these amounts, and what it adjusts at provider level. */
type Vector = {
  readonly trace: string;
  readonly date: string;
  readonly paid: readonly number[];
  readonly plb: readonly (readonly [reason: string, reference: string, amount: number])[];
};

const modelOf = ({ trace, date, paid, plb }: Vector): ModelPayment => ({
  trace,
  date,
  decisions: paid.map((amount, at) => ({
    claimId: `C0000000000${at}1`,
    transmission: 1,
    number: `ICN${at}`,
    status: amount < 0 ? '22' : '1',
    lines: [{ number: 1, procedure: '99213', charge: amount, paid: amount, reasons: [] }],
    isFlat: false,
  })),
  plb: plb.map(([reason, reference, amount]) => ({ reason, reference, amount })),
});

/** The payment as the text of its 835 tells of it, once that balances. */
const filed = (vector: Vector): LedgerPayment => {
  const [outline] = outlinePayments(write835(modelOf(vector), writing, 1)).payments;
  if (!outline) throw new TypeError('The vector is no 835');
  const { payment } = tellPayment(outline, file, 'maple-street', new Date('2026-05-12T10:00:00.000Z'));
  expect(payment.held).toEqual([]);
  return payment;
};

const standingsIn = ({ adjustments }: ProviderLedger) =>
  adjustments.map(({ trace, reason, standing }) => `${trace} ${reason} ${standing}`);

const accountsIn = ({ accounts }: ProviderLedger) =>
  accounts.map(({ kind, amount, open, state }) => ({ kind, amount, open, state }));

const fold = (...vectors: Vector[]) => foldProviderLedger(vectors.map(filed), { taxId });

const forwards: Vector = {
  trace: 'T2',
  date: '20260420',
  paid: [-30_000, 12_000, 10_000],
  plb: [['FB', 'T2', -8_000]],
};
const settles: Vector = { trace: 'T3', date: '20260427', paid: [50_000], plb: [['FB', 'T2', 8_000]] };
const announces: Vector = {
  trace: 'T2',
  date: '20260420',
  paid: [-30_000, 12_000, 50_000],
  plb: [['WO', 'ICN1', -18_000]],
};
const collects: Vector = { trace: 'T3', date: '20260427', paid: [40_000], plb: [['WO', 'ICN1', 18_000]] };
const cannotCollect: Vector = {
  trace: 'T3',
  date: '20260427',
  paid: [10_000],
  plb: [
    ['WO', 'ICN1', 18_000],
    ['FB', 'T3', -8_000],
  ],
};
const acknowledges: Vector = {
  trace: 'T2',
  date: '20260420',
  paid: [-30_000, 12_000, 40_000],
  plb: [['72', 'ICN1', -18_000]],
};
const checkAfterWo: Vector = {
  trace: 'T3',
  date: '20260427',
  paid: [25_000],
  plb: [
    ['WO', 'ICN1', 18_000],
    ['72', 'ICN1', -18_000],
  ],
};
const interest: Vector = { trace: 'T4', date: '20260504', paid: [10_000], plb: [['L6', '', -250]] };
const withholding: Vector = { trace: 'T5', date: '20260511', paid: [10_000], plb: [['IR', '', 2_800]] };

describe('the nine payments of facts-next §4', () => {
  it.each([
    ['a reversal exceeds the payments', forwards, 0],
    ['the next file settles', settles, 42_000],
    ['an overpayment is found, its recovery deferred', announces, 50_000],
    ['and recovered later', collects, 22_000],
    ['it cannot be collected now (RFI 1756)', cannotCollect, 0],
    ['the provider sent a check', acknowledges, 40_000],
    ['a check after a deferred recovery', checkAfterWo, 25_000],
    ['interest for paying late', interest, 10_250],
    ['IRS withholding', withholding, 7_200],
  ])('come to BPR02: %s', (_, vector, paid) => {
    expect(amountOf(modelOf(vector))).toBe(paid);
    expect(filed(vector).providerLevel).toHaveLength(vector.plb.length);
  });

  it('a forwarded balance is open until the payment that names its trace number settles it', () => {
    expect(accountsIn(fold(forwards))).toEqual([
      { kind: 'forward', amount: 8_000, open: 8_000, state: 'open' },
    ]);
    const ledger = fold(settles, forwards);
    expect(standingsIn(ledger)).toEqual(['T2 FB forwards', 'T3 FB settles']);
    expect(ledger.accounts).toMatchObject([
      { open: 0, state: 'closed', closedBy: 'payer', settlements: [{ trace: 'T3', by: 'reference' }] },
    ]);
  });

  it('a deferred recovery is open until it is collected', () => {
    expect(accountsIn(fold(announces))).toEqual([
      { kind: 'recoupment', amount: 18_000, open: 18_000, state: 'open' },
    ]);
    const ledger = fold(collects, announces);
    expect(standingsIn(ledger)).toEqual(['T2 WO announces', 'T3 WO collects']);
    expect(ledger.accounts).toMatchObject([
      { open: 0, state: 'closed', settlements: [{ amount: 18_000, byCheck: false }] },
    ]);
  });

  it('what cannot be collected closes its announcement and forwards the rest', () => {
    const ledger = fold(announces, cannotCollect);
    expect(accountsIn(ledger)).toEqual([
      { kind: 'recoupment', amount: 18_000, open: 0, state: 'closed' },
      { kind: 'forward', amount: 8_000, open: 8_000, state: 'open' },
    ]);
    const next = { ...settles, trace: 'T6', date: '20260504', plb: [['FB', 'T3', 8_000]] } as const;
    expect(fold(next, cannotCollect, announces).accounts.map(({ open }) => open)).toEqual([0, 0]);
  });

  it('never closes what its own payment forwards, though both name the same', () => {
    const plb = [
      ['WO', 'ICN1', 18_000],
      ['FB', 'ICN1', -8_000],
    ] as const;
    const ledger = fold(announces, { ...cannotCollect, plb });
    expect(ledger.accounts.map(({ kind, open }) => [kind, open])).toEqual([
      ['recoupment', 0],
      ['forward', 8_000],
    ]);
  });

  it('a check of the practice opens nothing, and closes what was deferred', () => {
    expect(fold(acknowledges)).toMatchObject({ accounts: [], adjustments: [{ standing: 'returns' }] });
    const ledger = fold(checkAfterWo, announces);
    expect(ledger.accounts).toMatchObject([
      { open: 0, state: 'closed', settlements: [{ reason: 'WO', byCheck: true }] },
    ]);
    expect(standingsIn(ledger).toSorted()).toEqual(['T2 WO announces', 'T3 72 returns', 'T3 WO collects']);
  });

  it('interest is income of its own, and what is withheld is receivable', () => {
    expect(fold(interest, withholding)).toMatchObject({
      accounts: [],
      totals: [
        { kind: 'interest', amount: -250 },
        { kind: 'withholding', amount: 2_800 },
      ],
      adjustments: [{ standing: 'interest' }, { standing: 'withholding' }],
    });
  });
});

describe('the reasons of PLB03-1', () => {
  const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

  /** The guide's word about 36 reasons at a time: a report holds findings up to a bound. */
  const refusedOf = (reasons: readonly string[]): readonly unknown[] => {
    const plb = reasons.map((reason) => [reason, 'A', 0] as const);
    const text = write835(modelOf({ trace: 'T1', date: '20260420', paid: [100], plb }), writing, 1);
    return parseInterchanges(text, allGuides, checking())
      .flatMap(({ report }) => findingsOf(report))
      .filter(({ code }) => code === 'IK403-7')
      .map(({ place }) => place?.value);
  };

  it('that have a kind are those of the guide', () => {
    const allowed = characters.flatMap((first) => {
      const reasons = characters.map((second) => `${first}${second}`);
      const refused = refusedOf(reasons);
      return reasons.filter((reason) => !refused.includes(reason));
    });
    expect(allowed).toEqual(knownReasons.toSorted());
  });
});
