import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { type Entry, entriesBetween, moneyOf } from '../../../functions/domain/ledger/entry.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, reversalOf } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';

const entriesOf = (...states: readonly Claim[]): Entry[] =>
  states.flatMap((after, at) => entriesBetween(states[at - 1], after));

describe('the entries of a claim', () => {
  it('begin with the charge of each line', () => {
    expect(entriesOf(claim())).toEqual([
      { kind: 'charge', lineNumber: 1, amount: 15_000 },
      { kind: 'charge', lineNumber: 2, amount: 8_000 },
    ]);
  });

  it('tell of a decision with all of it, and of a change without money nothing', () => {
    const decision = adjudication();
    const decided = adjudicated({ adjudications: [decision] });
    const before = { ...decided, adjudications: [] };
    expect(entriesOf(before, decided).slice(2)).toEqual([{ kind: 'decision', decision }]);
    expect(entriesBetween(decided, { ...decided, status: 'closed', followUps: 3 })).toEqual([]);
  });

  it('come to the money of the claim, in the order in which it came', () => {
    const decision = adjudication();
    const writeOff = {
      amount: cents(500),
      reason: 'small balance',
      decidedBy: { kind: 'person', subject: 'biller@maple.example' },
      taskId: 'T1',
      about: [decision.adjudicationId],
    } as const;
    const takeback = {
      takebackId: 'K1',
      amount: cents(2_000),
      reference: 'ICN1',
      traceNumber: 'T9',
      paymentDate: '2026-04-01',
    };
    const first = { ...adjudicated({ adjudications: [decision] }), patientBilled: cents(0) };
    const second = { ...first, writeOffs: [{ ...writeOff, about: [...writeOff.about] }] };
    const third = { ...second, patientBilled: cents(2_000), patientBilledAbout: ['a'] };
    const fourth = { ...third, takebacks: [takeback], adjudications: [decision, reversalOf(decision)] };
    const last = { ...fourth, patientBilled: cents(500), patientBilledAbout: ['b'] };
    const { adjudications, takebacks, writeOffs, patientBilled, patientBilledAbout } = last;
    expect(moneyOf(entriesOf(first, second, third, fourth, last))).toEqual({
      adjudications,
      takebacks,
      writeOffs,
      patientBilled,
      patientBilledAbout,
    });
  });
});
