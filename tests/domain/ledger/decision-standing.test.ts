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

  it('a reversal means nothing that is decided after it, however alike', () => {
    const later = adjudication({
      adjudicationId: 'payment-3/1',
      paymentDate: '2026-12-05',
      traceNumber: 'third',
    });
    expect(standings(claim({ adjudications: [reversal, later] }))).toEqual(['waiting', 'live']);
    expect(standings(claim({ adjudications: [reversal, later, original] }))).toEqual([
      'reversal',
      'live',
      'cancelled',
    ]);
  });

  it('a reversal means what it names, also what its payer dates ahead', () => {
    const ahead = adjudication({ adjudicationId: 'ahead', paymentDate: '2026-12-05' });
    const byHand = {
      ...reversal,
      reverses: 'ahead',
      adjustments: [adjustment('CO', 'A7', -13_000)],
      lines: [],
    };
    expect(standings(claim({ adjudications: [ahead, byHand] }))).toEqual(['cancelled', 'reversal']);
  });

  it('of several decisions alike, a reversal means the last before it', () => {
    const again = { paymentDate: '2026-11-20', traceNumber: 'between', adjudicationId: 'payment-1b/1' };
    const undone = { ...reversal, adjustments: [adjustment('CO', 'A7', -13_000)], lines: [] };
    const between = adjudication(again, [adjustment('CO', '97', 8_000)]);
    expect(standings(claim({ adjudications: [original, between, undone] }))).toEqual([
      'live',
      'cancelled',
      'reversal',
    ]);
  });

  it('of two lines decided alike, a reversal means the decision about its own', () => {
    const line = (lineNumber: number) => ({
      lineNumber,
      procedure: '99213',
      charge: cents(11_500),
      paid: cents(11_500),
      adjustments: [],
      remarks: [],
    });
    const part = (lineNumber: number): Adjudication =>
      adjudication({
        adjudicationId: `payment-1/${lineNumber}`,
        charge: cents(11_500),
        paid: cents(11_500),
        lines: [line(lineNumber)],
      });
    const ofFirst = { ...reversalOf(part(1)), ...secondPayment };
    expect(standings(claim({ adjudications: [part(1), part(2), ofFirst] }))).toEqual([
      'cancelled',
      'live',
      'reversal',
    ]);
    expect(
      standings(claim({ adjudications: [part(1), part(2), { ...reversalOf(part(2)), ...secondPayment }] })),
    ).toEqual(['live', 'cancelled', 'reversal']);
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

  it('a second decision of the same day is held, which of them follows from their ids', () => {
    const [b, a] = [adjudication({ adjudicationId: 'b' }), adjudication({ adjudicationId: 'a' })];
    expect(standings(claim({ adjudications: [b, a] }))).toEqual(['surplus', 'live']);
    expect(standings(claim({ adjudications: [a, b] }))).toEqual(['live', 'surplus']);
  });

  it('a line that is decided twice is held, though others are not decided yet', () => {
    const part = (adjudicationId: string, lineNumber: number): Adjudication => {
      const line = adjudication().lines.find((one) => one.lineNumber === lineNumber);
      if (!line) throw new TypeError('The decision of the tests has two lines');
      return adjudication({ adjudicationId, charge: line.charge, paid: line.paid, lines: [line] });
    };
    expect(standings(claim({ adjudications: [part('a', 2), part('b', 2)] }))).toEqual(['live', 'surplus']);
    expect(standings(claim({ adjudications: [part('a', 2), part('b', 1)] }))).toEqual(['live', 'live']);
  });

  it('what decides more than was sent is held, with lines or without', () => {
    const flat = (adjudicationId: string, charge: number, paymentDate: string): Adjudication =>
      adjudication({ adjudicationId, charge: cents(charge), paid: cents(0), lines: [], paymentDate });
    const decided = [
      flat('a', 15_000, '2026-10-28'),
      flat('b', 8_000, '2026-10-29'),
      flat('c', 1, '2026-10-30'),
    ];
    expect(standings(claim({ adjudications: decided }))).toEqual(['live', 'live', 'surplus']);
  });

  it('what each transmission decides is held against what that one charged', () => {
    const [sent] = claim().submissions;
    if (!sent) throw new TypeError('The claim of the tests was sent');
    const of = (submissionNumber: number, charge: number): Adjudication =>
      adjudication({
        adjudicationId: `${submissionNumber}/${charge}`,
        submissionNumber,
        charge: cents(charge),
        paid: cents(0),
        lines: [],
      });
    const submissions = [
      { ...sent, charge: cents(30_000) },
      { ...sent, number: 2 },
    ];
    expect(standings(claim({ submissions, adjudications: [of(1, 30_000), of(2, 23_000)] }))).toEqual([
      'live',
      'live',
    ]);
    expect(standings(claim({ submissions, adjudications: [of(1, 30_001), of(2, 23_001)] }))).toEqual([
      'surplus',
      'surplus',
    ]);
  });

  it('lines without numbers are told apart by their charges alone', () => {
    const unnumbered = (adjudicationId: string): Adjudication => {
      const [line] = adjudication().lines;
      if (!line) throw new TypeError('The decision of the tests has lines');
      const { lineNumber: _none, ...rest } = { ...line, charge: cents(11_500) };
      return adjudication({ adjudicationId, charge: cents(11_500), lines: [rest] });
    };
    expect(standings(claim({ adjudications: [unnumbered('a'), unnumbered('b')] }))).toEqual(['live', 'live']);
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

describe('a reversal means a decision', () => {
  const { payerControlNumber: _number, ...unnumbered } = original;
  const otherReasons = { adjustments: [adjustment('CO', 'A7', -13_000)], lines: [] };
  const otherNumber = { payerControlNumber: 'ICN7' };

  type Change = Omit<Partial<Adjudication>, 'payerControlNumber'> & {
    readonly payerControlNumber?: string | undefined;
  };

  /** How the decision and its reversal stand. */
  const paired = (decision: Adjudication, change: Change) => {
    const { payerControlNumber, ...undone } = { ...reversalOf(decision), ...secondPayment, ...change };
    const taking = payerControlNumber === undefined ? undone : { ...undone, payerControlNumber };
    return standings(resent(decision, taking));
  };
  const meant = ['cancelled', 'reversal'];
  const notMeant = ['live', 'waiting'];

  it.each<[string, Change]>([
    ['by its number and all amounts', {}],
    ['by its number and sums, with other reasons', otherReasons],
    ['by its number and sums, of another transmission', { ...otherReasons, submissionNumber: 2 }],
    ['by its transmission and all amounts, under another number', otherNumber],
    ['by its transmission and sums, without a number', { ...otherReasons, payerControlNumber: undefined }],
    ['of an earlier day under the same trace', { traceNumber: original.traceNumber }],
    ['of the same day under another trace', { paymentDate: original.paymentDate }],
    [
      'of an earlier day under the same trace, with other reasons',
      { ...otherReasons, traceNumber: original.traceNumber },
    ],
    [
      'of the same day under another trace, with other reasons',
      { ...otherReasons, paymentDate: original.paymentDate },
    ],
    [
      'that came in the same payment, by its number and all amounts',
      { traceNumber: original.traceNumber, paymentDate: original.paymentDate },
    ],
  ])('%s', (_by, change) => {
    expect(paired(original, change)).toEqual(meant);
  });

  it.each<[string, Change]>([
    ['under another number, with other reasons', { ...otherReasons, ...otherNumber }],
    ['under another number, of another transmission', { ...otherNumber, submissionNumber: 2 }],
    ['with another charge', { ...otherReasons, charge: cents(-22_999) }],
    ['with another payment', { ...otherReasons, paid: cents(-9_999) }],
    [
      'without a number, of another transmission',
      { ...otherReasons, payerControlNumber: undefined, submissionNumber: 2 },
    ],
    [
      'without a number, with another payment',
      { ...otherReasons, payerControlNumber: undefined, paid: cents(-9_999) },
    ],
    [
      'in the same payment, with other reasons',
      { ...otherReasons, traceNumber: original.traceNumber, paymentDate: original.paymentDate },
    ],
    [
      'in the same payment, without a number',
      {
        payerControlNumber: undefined,
        traceNumber: original.traceNumber,
        paymentDate: original.paymentDate,
      },
    ],
  ])('not %s', (_by, change) => {
    expect(paired(original, change)).toEqual(notMeant);
  });

  it('that the payer gave no number, by its transmission and sums', () => {
    expect(paired(unnumbered, { ...otherReasons, ...otherNumber })).toEqual(meant);
    expect(paired(unnumbered, { ...otherReasons, ...otherNumber, submissionNumber: 2 })).toEqual(notMeant);
    expect(paired(unnumbered, { ...otherReasons, submissionNumber: 2 })).toEqual(notMeant);
  });

  it('whose reasons it states in parts, or with others that come to nothing', () => {
    const parts = [
      adjustment('CO', '45', -1_000),
      adjustment('CO', '45', -2_000),
      adjustment('PR', '2', -2_000),
      adjustment('CO', '197', -8_000),
      adjustment('CO', '253', 500),
      adjustment('CO', '253', -500),
    ];
    expect(paired(original, { ...otherNumber, adjustments: parts, lines: [] })).toEqual(meant);
    expect(paired(original, { ...otherNumber, adjustments: parts.toReversed(), lines: [] })).toEqual(meant);
    const less = [...parts.slice(0, 3), adjustment('CO', '197', -7_999), adjustment('CO', '45', -1)];
    expect(paired(original, { ...otherNumber, adjustments: less, lines: [] })).toEqual(notMeant);
  });

  it('whose reasons it states, rather than a later one of the same sums', () => {
    const shifted = adjudication(
      { adjudicationId: 'payment-1b/1', paymentDate: '2026-11-20', traceNumber: 'between' },
      [adjustment('CO', '97', 8_000)],
    );
    expect(standings(claim({ adjudications: [original, shifted, reversal] }))).toEqual([
      'cancelled',
      'live',
      'reversal',
    ]);
  });

  it('and no other reversal', () => {
    const first = { ...reversal, adjudicationId: 'r1' };
    const second = { ...reversal, adjudicationId: 'r2' };
    expect(standings(claim({ adjudications: [original, first, second] }))).toEqual([
      'cancelled',
      'reversal',
      'waiting',
    ]);
  });

  it('and no predetermination', () => {
    const advance = adjudication({ adjudicationId: 'payment-0/1', claimStatusCode: '25' });
    expect(standings(claim({ adjudications: [advance, reversal] }))).toEqual(['apart', 'waiting']);
  });
});

describe('a refusal', () => {
  const paid = settledAdjudication();
  const decidedAs = (...adjustments: ReturnType<typeof adjustment>[]): Adjudication =>
    adjudication({
      adjudicationId: 'payment-8/1',
      submissionNumber: 2,
      paid: cents(0),
      adjustments,
      lines: [],
    });

  it.each([
    ['the patient owes a part', decidedAs(adjustment('CO', '197', 20_000), adjustment('PR', '1', 3_000))],
    ['the patient owes all', decidedAs(adjustment('PR', '96', 23_000))],
    ['the contract takes a part', decidedAs(adjustment('CO', '197', 20_000), adjustment('CO', '45', 3_000))],
    [
      'sequestration takes a part',
      decidedAs(adjustment('CO', '197', 22_000), adjustment('CO', '253', 1_000)),
    ],
  ])('is none where %s: it replaces what was decided', (_where, replacement) => {
    expect(standings(resent(paid, replacement))).toEqual(['live', 'live']);
  });

  it('is none where earlier payers paid all, and is one where there were none', () => {
    const replaced = resent(paid, decidedAs(adjustment('OA', '23', 23_000)));
    expect(standings({ ...replaced, responsibility: 'S' })).toEqual(['live', 'live']);
    expect(standings(replaced)).toEqual(['live', 'apart']);
  });

  it('is none where the practice classes what takes the whole', () => {
    const ofContract = { ...adjustment('CO', '96', 23_000), class: 'contractual' as const };
    expect(standings(resent(paid, decidedAs(ofContract)))).toEqual(['live', 'live']);
    expect(standings(resent(paid, decidedAs(adjustment('CO', '96', 23_000))))).toEqual(['live', 'apart']);
  });

  it('of the first transmission says nothing against a later one', () => {
    const early = refusal('16', { submissionNumber: 1 });
    const late = settledAdjudication({ adjudicationId: 'late', submissionNumber: 2 });
    expect(standings(resent(early, late))).toEqual(['live', 'live']);
  });

  it('as duplicate stands apart, of whatever transmission', () => {
    const early = refusal('18', { submissionNumber: 1 });
    const late = settledAdjudication({ adjudicationId: 'late', submissionNumber: 2 });
    expect(standings(resent(early, late))).toEqual(['apart', 'live']);
    const beside = refusal('18', { submissionNumber: 1, paymentDate: '2026-11-28' });
    expect(standings(claim({ adjudications: [paid, beside] }))).toEqual(['live', 'apart']);
  });

  it('as duplicate among other reasons is no duplicate', () => {
    const mixed = decidedAs(adjustment('OA', '18', 20_000), adjustment('CO', '16', 3_000));
    const beside = { ...mixed, submissionNumber: 1, paymentDate: '2026-11-28' };
    expect(standings(claim({ adjudications: [paid, beside] }))).toEqual(['live', 'surplus']);
  });

  it('as duplicate of a refusal leaves the reason that was given', () => {
    const given = refusal('16', { submissionNumber: 1, adjudicationId: 'given' });
    expect(standings(resent(given, refusal('18')))).toEqual(['live', 'apart']);
  });

  it('as duplicate counts where nothing else is known', () => {
    const again = refusal('18', { submissionNumber: 1, adjudicationId: 'again' });
    expect(standings(resent(again, refusal('18')))).toEqual(['live', 'live']);
  });

  it('for a reason replaces a refusal for another', () => {
    const given = refusal('16', { submissionNumber: 1, adjudicationId: 'given' });
    expect(standings(resent(given, refusal('197')))).toEqual(['live', 'live']);
  });
});

describe('a decision that was replaced', () => {
  const one = adjudication({ adjudicationId: 'one', charge: cents(15_000), paid: cents(9_000), lines: [] });
  const other = adjudication({
    adjudicationId: 'other',
    charge: cents(8_000),
    paid: cents(4_000),
    lines: [],
  });
  const replacement = settledAdjudication({ adjudicationId: 'new', submissionNumber: 2 });
  const takenBack = (amount: number, ...adjudications: readonly Adjudication[]) => {
    const takeback = {
      takebackId: 't',
      amount: cents(amount),
      reference: 'ICN900100',
      traceNumber: 'recovery',
      paymentDate: '2026-12-01',
    };
    return standings({ ...resent(...adjudications), takebacks: [takeback] });
  };

  it.each([
    ['all parts, by the sum', 13_000, ['recovered', 'recovered', 'live']],
    ['the part with that payment', 9_000, ['recovered', 'live', 'live']],
    ['the other part with that payment', 4_000, ['live', 'recovered', 'live']],
    ['none that comes to it', 5_000, ['live', 'live', 'live']],
    ['none, while it is only announced', -13_000, ['live', 'live', 'live']],
  ])('is recovered: %s', (_which, amount, expected) => {
    expect(takenBack(amount, one, other, replacement)).toEqual(expected);
  });

  it('is recovered once, of two alike', () => {
    const alike = { ...other, adjudicationId: 'alike', paid: cents(9_000) };
    expect(takenBack(9_000, one, alike, replacement).toSorted()).toEqual(['live', 'live', 'recovered']);
  });

  it('stays where nothing was paid for it and nothing is taken back', () => {
    const unpaid = adjudication({ adjudicationId: 'unpaid', paid: cents(0) });
    expect(standings(resent(unpaid, replacement))).toEqual(['live', 'live']);
  });

  it('is not meant where no replacement is decided', () => {
    expect(takenBack(13_000, one, other)).toEqual(['live', 'live']);
  });

  it('lets the refusal of its replacement count', () => {
    expect(takenBack(10_000, original, refusal('16'))).toEqual(['recovered', 'live']);
  });
});
