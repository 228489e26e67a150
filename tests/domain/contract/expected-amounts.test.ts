import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAmounts, type PricedLine } from '../../../functions/domain/contract/expected-amounts.ts';
import type { FeeLine } from '../../../functions/domain/contract/fee-line.ts';
import { Pricing } from '../../../functions/domain/contract/pricing.ts';
import { cents } from '../../../functions/edi/money.ts';
import { fee } from '../../contracts/contract-records.ts';

const line = (change: Partial<PricedLine> = {}): PricedLine => ({
  lineNumber: 1,
  procedure: '99213',
  modifiers: [],
  units: 1,
  charge: cents(1_000_000),
  date: '2026-03-02',
  placeOfService: '11',
  ...change,
});

/** A contract as Medicare's carriers pay, in the practice's own data. */
const medicareLike = Pricing.parse({
  modifiers: [
    { modifier: '50', percent: 150 },
    { modifier: '52', percent: 50 },
    { modifier: '53', percent: 25 },
    { modifier: '62', percent: 62.5 },
    { modifier: '80', percent: 16 },
    { modifier: 'AS', percent: 13.6 },
    { modifier: '26', percent: 40 },
    { modifier: 'TC', percent: 60 },
  ],
  multipleProcedures: [100, 50, 50, 50, 50, 25],
  credentials: [{ credentials: ['NP', 'PA', 'CNS'], percent: 85 }],
});

const expectOne = (
  change: Partial<PricedLine>,
  fees: readonly FeeLine[],
  pricing = medicareLike,
  locality?: string,
) => expectedAmounts([line(change)], { fees, pricing, locality })?.[0];

const surgery = (procedure: string, amount: number, change: object = {}) =>
  fee({ procedure, amount, multipleProcedure: 'standard', ...change });

describe('an expected amount', () => {
  const sides = [
    fee({ amount: 9205 }),
    fee({ amount: 7000, setting: 'facility' }),
    fee({ amount: 9905, locality: '13202-01' }),
    fee({ amount: 4000, modifiers: ['26'] }),
    fee({ amount: 4100, modifiers: ['26'], setting: 'facility' }),
  ];

  it.each([
    ['the fee', {}, undefined, 9205],
    ['that of the facility', { placeOfService: '22' }, undefined, 7000],
    ['that of the locality', {}, '13202-01', 9905],
    ['that of the place before that of the locality', { placeOfService: '22' }, '13202-01', 7000],
    ['that of the modifier', { modifiers: ['59', '26'] }, undefined, 4000],
    ['that of modifier and place', { modifiers: ['26'], placeOfService: '22' }, undefined, 4100],
    ['the fee for all units', { units: 2.5 }, undefined, 23_013],
    ['half of it with 52', { modifiers: ['52'] }, undefined, 4603],
    ['half as much again with 50', { modifiers: ['50'] }, undefined, 13_808],
    ['a quarter with 53', { modifiers: ['53'] }, undefined, 2301],
    ['16 % with 80', { modifiers: ['80'] }, undefined, 1473],
    ['13.6 % with AS', { modifiers: ['AS'] }, undefined, 1252],
    ['62.5 % with 62', { modifiers: ['62'] }, undefined, 5753],
    ['60 % with TC where no line is of TC', { modifiers: ['TC'] }, undefined, 5523],
    ['85 % for a nurse practitioner', { credential: 'NP' as const }, undefined, 7824],
    ['all of it for a physician', { credential: 'MD' as const }, undefined, 9205],
    ['85 % of 13.6 %, rounded once', { modifiers: ['AS'], credential: 'PA' as const }, undefined, 1064],
    ['the fee with modifiers that change nothing', { modifiers: ['25', 'RT', '95'] }, undefined, 9205],
    ['the charge, where that is less', { charge: cents(8000) }, undefined, 8000],
  ])('is %s', (_what, change, locality, amount) => {
    const expected = expectOne(change, sides, medicareLike, locality);
    expect([expected?.amount, expected?.unknown]).toEqual([amount, []]);
  });

  it('names the line of the contract that it was made of, and every step', () => {
    expect(expectOne({ modifiers: ['52'], units: 2, credential: 'NP' }, sides)).toEqual({
      lineNumber: 1,
      amount: 7824,
      basis: { fee: 9205, modifiers: [], from: '2026-01-01', source: 'fees-2026.csv, line 2' },
      steps: [
        { why: 'units', of: '2' },
        { why: 'modifier', of: '52', percent: 50 },
        { why: 'credential', of: 'NP', percent: 85 },
      ],
      unknown: [],
    });
  });

  it('is undefined where the payer has no fee for any line, and never nothing', () => {
    expect(expectOne({}, [])).toBeUndefined();
    expect(expectOne({ date: '2025-12-31' }, sides)).toBeUndefined();
    expect(expectOne({}, [fee({ setting: 'facility' }), fee({ locality: '1' })])).toBeUndefined();
  });

  it.each([
    ['a line that the schedule does not have', { procedure: '99999' }, 'no-fee', '99999'],
    ['a modifier of which the contract says nothing', { modifiers: ['22'] }, 'modifier', '22'],
    ['51 where the contract has no percentage for it', { modifiers: ['51'] }, 'modifier', '51'],
    ['minutes', { isTimed: true }, 'time-units', '99213'],
    ['two fees that fit alike', { modifiers: ['26', '99'] }, 'several-fees', '99213'],
  ])('is not known of %s, and says so', (_what, change, code, of) => {
    const fees = [...sides, fee({ modifiers: ['99'] })];
    const both = [line(change), line({ lineNumber: 2 })];
    const plain = Pricing.parse({});
    const [first, second] = expectedAmounts(both, { fees, pricing: plain }) ?? [];
    expect([first?.amount, first?.unknown]).toEqual([undefined, [{ code, of }]]);
    expect(second?.amount).toBe(9205);
  });

  it('takes a place as the contract has it on the date, where that is not as in Medicare’s list', () => {
    const pricing = Pricing.parse({
      places: [{ placeOfService: '02', setting: 'non-facility', from: '2026-01-01', to: '2026-06-30' }],
    });
    const at = (date: string) => expectOne({ placeOfService: '02', date }, sides, pricing)?.amount;
    expect([at('2026-06-30'), at('2026-07-01')]).toEqual([9205, 7000]);
  });

  it('is not held to the charge where the contract pays the fee all the same', () => {
    const pricing = Pricing.parse({ chargeLimits: false });
    expect(expectOne({ charge: cents(100) }, sides, pricing)?.amount).toBe(9205);
  });

  it('has the schedule’s own percentage for both sides before the contract’s', () => {
    expect(expectOne({ modifiers: ['50'] }, [fee({ bilateralPercent: 200 })])?.amount).toBe(18_410);
  });
});

describe('further procedures of a day', () => {
  const fees = [
    surgery('11042', 20_000),
    surgery('20610', 30_000),
    surgery('12001', 10_000),
    fee({ procedure: '45378', amount: 50_000, multipleProcedure: 'endoscopy' }),
    fee({ procedure: '45380', amount: 60_000, multipleProcedure: 'endoscopy' }),
    fee(),
  ];
  const amounts = (procedures: readonly (string | Partial<PricedLine>)[], pricing = medicareLike) =>
    expectedAmounts(
      procedures.map((one, at) =>
        line({ lineNumber: at + 1, ...(typeof one === 'string' ? { procedure: one } : one) }),
      ),
      { fees, pricing },
    )?.map(({ amount, unknown }) => amount ?? unknown[0]?.code);

  it.each([
    ['the largest whole and the others by their rank', ['11042', '20610', '12001'], [10_000, 30_000, 5000]],
    ['what the schedule does not reduce whole', ['99213', '11042'], [9205, 20_000]],
    ['51 as what the rank says', ['20610', { procedure: '11042', modifiers: ['51'] }], [30_000, 10_000]],
    [
      'what is larger after its modifiers first',
      [{ procedure: '20610', modifiers: ['52'] }, '11042'],
      [7500, 20_000],
    ],
    ['those of another day whole', ['20610', { procedure: '11042', date: '2026-03-03' }], [30_000, 20_000]],
    ['one endoscopy whole', ['45380', '20610'], [60_000, 30_000]],
    ['two of a family as unknown', ['45380', '45378'], ['multiple-procedures', 'multiple-procedures']],
    [
      'several units as unknown, and so the ranks beside them',
      ['20610', { procedure: '11042', units: 2 }],
      ['units-of-reduced', 'units-of-reduced'],
    ],
    [
      'one whose own amount is unknown as what leaves the ranks unknown',
      ['20610', { procedure: '11042', modifiers: ['22'] }],
      ['multiple-procedures', 'modifier'],
    ],
    ['surgery without a fee as what may be larger', ['20610', '27447'], ['multiple-procedures', 'no-fee']],
  ])('have %s', (_what, procedures, expected) => {
    expect(amounts(procedures)).toEqual(expected);
  });

  it('are unknown where the contract does not say how they are reduced', () => {
    expect(amounts(['20610', '11042'], Pricing.parse({}))).toEqual([
      'multiple-procedures',
      'multiple-procedures',
    ]);
    expect(amounts(['20610', '99213'], Pricing.parse({}))).toEqual([30_000, 9205]);
  });
});

describe('expected amounts of any claim', () => {
  const procedures = ['11042', '20610', '12001', '99213', '71046'] as const;
  const percents: Readonly<Record<string, number>> = {
    ...{ '50': 150, '52': 50, '53': 25, '62': 62.5, '80': 16, AS: 13.6 },
    ...{ '25': 100, '59': 100, RT: 100 },
  };
  const visit = fc.record({
    fees: fc.tuple(...procedures.map(() => fc.integer({ min: 1, max: 300_000 }))),
    lines: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: procedures.length - 1 }),
        modifiers: fc.uniqueArray(fc.constantFrom(...Object.keys(percents)), { maxLength: 3 }),
        charge: fc.integer({ min: 0, max: 900_000 }),
        credential: fc.constantFrom('MD' as const, 'NP' as const, undefined),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });

  /** Dollars in floating point, one claim by itself: good to a cent, and written without a look at ours. */
  const model = ({
    fees,
    lines,
  }: {
    fees: readonly number[];
    lines: readonly {
      at: number;
      modifiers: readonly string[];
      charge: number;
      credential: string | undefined;
    }[];
  }): readonly number[] => {
    const alone = lines.map(({ at, modifiers, credential }) => {
      let dollars = (fees[at] ?? 0) / 100;
      for (const modifier of modifiers) dollars = (dollars * (percents[modifier] ?? Number.NaN)) / 100;
      return credential === 'NP' ? dollars * 0.85 : dollars;
    });
    const surgical = lines.flatMap(({ at }, index) => (at < 3 ? [index] : []));
    surgical.sort((a, b) =>
      Math.abs((alone[b] ?? 0) - (alone[a] ?? 0)) < 1e-9 ? a - b : (alone[b] ?? 0) - (alone[a] ?? 0),
    );
    const ranks = [1, 0.5, 0.5, 0.5, 0.5, 0.25];
    return lines.map(({ charge }, index) => {
      const rank = surgical.indexOf(index);
      const dollars = (alone[index] ?? 0) * (rank < 0 ? 1 : (ranks[rank] ?? 0.25));
      return Math.min(charge / 100, dollars);
    });
  };

  it('are those of another reckoning, to the half cent, and never above charge', () => {
    fc.assert(
      fc.property(visit, (drawn) => {
        const fees = procedures.map((procedure, at) =>
          (at < 3 ? surgery : (code: string, amount: number) => fee({ procedure: code, amount }))(
            procedure,
            drawn.fees[at] ?? 0,
          ),
        );
        const lines = drawn.lines.map(({ at, modifiers, charge, credential }, index) =>
          line({
            lineNumber: index + 1,
            procedure: procedures[at] ?? '',
            modifiers,
            charge: cents(charge),
            credential,
          }),
        );
        const expected = expectedAmounts(lines, { fees, pricing: medicareLike }) ?? [];
        const others = model(drawn);
        expect(expected.map(({ lineNumber }) => lineNumber)).toEqual(
          lines.map(({ lineNumber }) => lineNumber),
        );
        for (const [at, { amount = Number.NaN }] of expected.entries()) {
          expect(Math.abs(amount / 100 - (others[at] ?? 0))).toBeLessThanOrEqual(0.005_000_01);
          expect(amount).toBeLessThanOrEqual(lines[at]?.charge ?? 0);
          expect(Number.isSafeInteger(amount)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
