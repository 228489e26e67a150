import fc from 'fast-check';
import type { DecidedLine, LineSplit, Meaning, ModelLine, ModelReason } from './payer-model.ts';

const procedures = ['99213', '99214', '36415', '20610', '93000'];

/** One to four lines; two of one procedure and charge are not rare. */
export const lines: fc.Arbitrary<readonly ModelLine[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...procedures),
      fc.oneof(fc.constant(10_000), fc.integer({ min: 100, max: 90_000 })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => rows.map(([procedure, charge], at) => ({ number: at + 1, procedure, charge })));

const reason = (group: string, code: string, means: Meaning, amount: number): ModelReason => ({
  group,
  reason: code,
  amount,
  means,
});

const patientReasons = fc.constantFrom('1', '2', '3');
const deniedReasons = fc.constantFrom('16', '97', '197');

/** What is taken off a payment by law, withheld of it, or added to it: parts of a hundred. */
const offPayment = fc.record({
  sequestered: fc.constantFrom(0, 0, 2),
  withheld: fc.constantFrom(0, 0, 0, 5),
  bonus: fc.constantFrom(0, 0, 0, 3),
});

/** Into which parts the charges of a claim fall: of paid, the contract's, the patient's and denied, all four or two. */
type Parts = 'all' | 'paid-denied' | 'contract-denied' | 'patient-denied';

/** Where the contract's part, the patient's and the denied begin, for three points of a charge. */
const cutsFor: Record<Parts, (points: readonly number[]) => readonly number[]> = {
  all: (points) => points.toSorted((one, other) => one - other),
  'paid-denied': ([point = 0]) => [point, point, point],
  'contract-denied': ([point = 0]) => [0, point, point],
  'patient-denied': ([point = 0]) => [0, 0, point],
};

/**
 * Three cuts of a charge make four parts: paid, the contract's, the patient's, denied. A line may be paid whole, denied
 * whole, or anything between; of what is paid, a part may be sequestered or withheld, and a bonus come on top.
 */
const splitOf = (charge: number, parts: Parts, off = offPayment): fc.Arbitrary<LineSplit> =>
  fc
    .tuple(fc.array(fc.nat(charge), { minLength: 3, maxLength: 3 }), patientReasons, deniedReasons, off)
    .map(([points, ofPatient, ofDenial, { sequestered, withheld, bonus }]) => {
      const [first = 0, second = 0, third = 0] = cutsFor[parts](points);
      // A reduction to nothing by CO-45 is looked at by people: it is not what this model calls contractual.
      const contract = second - first === charge ? 0 : second - first;
      const part = (percent: number): number => Math.floor((first * percent) / 100);
      const reasons = [
        reason('CO', '45', 'lowers', contract),
        reason('PR', ofPatient, 'patient', third - second),
        reason('CO', ofDenial, 'disputed', charge - first - contract - (third - second)),
        reason('CO', '253', 'lowers', part(sequestered)),
        reason('CO', '104', 'withheld', part(withheld)),
        reason('CO', '144', 'lowers', -part(bonus)),
      ].filter(({ amount }) => amount !== 0);
      return { paid: first - part(sequestered) - part(withheld) + part(bonus), reasons };
    });

const partsOfClaims = fc.constantFrom<Parts>(
  'all',
  'all',
  'paid-denied',
  'contract-denied',
  'patient-denied',
);

/** Every line decided in some way, or the whole refused. */
export const splitsOf = (of: readonly ModelLine[]): fc.Arbitrary<readonly DecidedLine[]> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: partsOfClaims.chain((parts) =>
        fc.tuple(...of.map((line) => splitOf(line.charge, parts).map((split) => ({ ...line, ...split })))),
      ),
    },
    { weight: 1, arbitrary: deniedReasons.map((code) => refusedFor('CO', code, of)) },
  );

/** The same payment with the rest shared out otherwise: the patient's is denied, and what was denied is the patient's. */
export const withSharesMoved = (decided: readonly DecidedLine[]): readonly DecidedLine[] =>
  decided.map((line) => ({
    ...line,
    reasons: line.reasons.map((one) => {
      if (one.means === 'patient') return reason('CO', '197', 'disputed', one.amount);
      return one.means === 'disputed' ? reason('PR', '3', 'patient', one.amount) : one;
    }),
  }));

/** As `splitsOf`, with nothing taken off a payment or added to it. */
export const plainSplitsOf = (of: readonly ModelLine[]): fc.Arbitrary<readonly DecidedLine[]> => {
  const nothing = fc.constant({ sequestered: 0, withheld: 0, bonus: 0 });
  return fc.tuple(
    ...of.map((line) => splitOf(line.charge, 'all', nothing).map((split) => ({ ...line, ...split }))),
  );
};

/** All lines refused for one reason. */
export const refusedFor = (group: string, code: string, of: readonly ModelLine[]): readonly DecidedLine[] =>
  of.map((line) => ({ ...line, paid: 0, reasons: [reason(group, code, 'disputed', line.charge)] }));

/** A later payer's view of a whole claim: what payers before it paid or adjusted (OA-23), its own reductions, the rest. */
export const laterSplit = (
  line: ModelLine,
  parts: {
    readonly stated: number;
    readonly contract: number;
    readonly paid: number;
    readonly patient: number;
  },
): DecidedLine => {
  const { stated, contract, paid, patient } = parts;
  const reasons = [
    reason('OA', '23', 'lowers', stated),
    reason('CO', '45', 'lowers', contract),
    reason('PR', '2', 'patient', patient),
    reason('CO', '97', 'disputed', line.charge - stated - contract - paid - patient),
  ];
  return { ...line, paid, reasons: reasons.filter(({ amount }) => amount !== 0) };
};
