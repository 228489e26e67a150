import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { type Standing, standingsOf } from '../../../functions/domain/ledger/decision-standing.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, adjustment, reversalOf, settledAdjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';
import { claims } from '../../factories/random-claims.ts';

const second = { number: 2, frequency: '7', fileAccepted: true } as const;

const resent = (...adjudications: readonly Adjudication[]): Claim =>
  claim({ submissions: [...claim().submissions, second], adjudications: [...adjudications] });

const standings = (of: Claim): readonly Standing[] => {
  const found = standingsOf(of);
  return of.adjudications.map(({ adjudicationId }) => found.get(adjudicationId) ?? 'live');
};

const original = adjudication();
/** The payment in which a payer takes the original back. */
const secondPayment = { traceNumber: 'second', paymentDate: '2026-11-28' };
const correction = settledAdjudication({ adjudicationId: 'payment-2/2', ...secondPayment });
const reversal = { ...reversalOf(original), ...secondPayment };

const refusal = (reason: string, change: Partial<Adjudication> = {}): Adjudication =>
  adjudication({
    adjudicationId: 'payment-9/1',
    submissionNumber: 2,
    paid: cents(0),
    adjustments: [adjustment('OA', reason, 23_000)],
    lines: [],
    ...change,
  });

describe('how decisions stand', () => {
  it.each([
    ['original, reversal, correction', [original, reversal, correction], ['cancelled', 'reversal', 'live']],
    ['correction before the reversal', [original, correction, reversal], ['cancelled', 'live', 'reversal']],
    ['the original last', [reversal, correction, original], ['reversal', 'live', 'cancelled']],
    ['the original missing', [reversal, correction], ['waiting', 'live']],
  ] as const)('%s', (_what, decisions, expected) => {
    expect(standings(claim({ adjudications: [...decisions] }))).toEqual(expected);
  });

  it('a reversal cancels one of two equal decisions', () => {
    const again = adjudication({ adjudicationId: 'payment-1/2' });
    const found = standings(claim({ adjudications: [original, again, reversal] }));
    expect(found.toSorted()).toEqual(['cancelled', 'live', 'reversal']);
  });

  it('a correction with the sums of the original is not what the reversal beside it means', () => {
    const alike = adjudication({ adjudicationId: 'payment-2/2', ...secondPayment }, [
      adjustment('CO', '97', 8_000),
    ]);
    expect(standings(claim({ adjudications: [reversal, alike] }))).toEqual(['waiting', 'live']);
    expect(standings(claim({ adjudications: [reversal, alike, original] }))).toEqual([
      'reversal',
      'live',
      'cancelled',
    ]);
  });

  it('a reversal may state at the claim what the original stated at its lines', () => {
    const flat = {
      ...reversal,
      adjustments: reversal.lines.flatMap(({ adjustments }) => adjustments),
      lines: [],
      payerControlNumber: 'another',
    };
    expect(standings(claim({ adjudications: [original, flat] }))).toEqual(['cancelled', 'reversal']);
  });

  it('a reversal under a number that the payer never gave waits', () => {
    const foreign = { ...reversal, payerControlNumber: 'ICN7', submissionNumber: 2 };
    expect(standings(resent(original, foreign))).toEqual(['live', 'waiting']);
  });

  it('a predetermination moves no money', () => {
    const advance = adjudication({ adjudicationId: 'payment-0/1', claimStatusCode: '25' });
    expect(standings(claim({ adjudications: [advance, original] }))).toEqual(['apart', 'live']);
  });

  it.each(['18', '16'])('a replacement refused for %s leaves the original standing', (reason) => {
    expect(standings(resent(original, refusal(reason)))).toEqual(['live', 'apart']);
  });

  it('a refusal that stands alone counts', () => {
    expect(standings(resent(refusal('18')))).toEqual(['live']);
  });

  it('a refusal of the same transmission for another reason is no duplicate: it decides twice', () => {
    const twice = refusal('16', { submissionNumber: 1, paymentDate: '2026-11-28' });
    expect(standings(claim({ adjudications: [original, twice] }))).toEqual(['live', 'surplus']);
  });

  it('lines that are decided a second time without being taken back are held', () => {
    const again = adjudication({ adjudicationId: 'payment-3/1', paymentDate: '2026-11-28' });
    expect(standings(claim({ adjudications: [original, again] }))).toEqual(['live', 'surplus']);
  });

  it('is the same whatever the order in which decisions came', () => {
    const shuffled = claims.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray(one.adjudications, { minLength: one.adjudications.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, adjudications]) => {
        const sorted = (map: ReadonlyMap<string, Standing>) => [...map].toSorted();
        expect(sorted(standingsOf({ ...one, adjudications }))).toEqual(sorted(standingsOf(one)));
      }),
    );
  });
});
