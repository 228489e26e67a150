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

  it('tell what the patient is billed as the difference, and about which decisions it is', () => {
    const billed = (patientBilled: number, ...about: readonly string[]): Claim =>
      adjudicated({
        patientBilled: cents(patientBilled),
        ...(about.length > 0 && { patientBilledAbout: [...about] }),
      });
    const told = (before: Claim, after: Claim) => entriesBetween(before, after);
    expect(told(billed(0), billed(2_000, 'a'))).toEqual([
      { kind: 'patient-billed', amount: 2_000, about: ['a'] },
    ]);
    expect(told(billed(2_000, 'a'), billed(2_000, 'b'))).toEqual([
      { kind: 'patient-billed', amount: 0, about: ['b'] },
    ]);
    expect(told(billed(2_000, 'a'), billed(1_500, 'a'))).toEqual([
      { kind: 'patient-billed', amount: -500, about: ['a'] },
    ]);
    expect(told(billed(2_000, 'a'), billed(2_000, 'a'))).toEqual([]);
    expect(told(billed(0, 'a'), billed(0, 'b'))).toEqual([]);
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
