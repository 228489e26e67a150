import fc from 'fast-check';
import {
  balanceOf,
  type LineSplit,
  type ModelBalance,
  type ModelClaim,
  type ModelDecision,
  type ModelLine,
  type ModelPayment,
  paidBy,
  reversed,
} from './payer-model.ts';

/** Everything a payer does about some claims, in the order in which it did it, and where each claim then stands. */
export type Story = {
  readonly claims: readonly ModelClaim[];
  readonly payments: readonly ModelPayment[];
  readonly ends: ReadonlyMap<string, ModelBalance>;
};

const procedures = ['99213', '99214', '36415', '20610', '93000'];

const claimIdOf = (at: number): string => `C00000000000${'ABCDEFGH'[at]}`;

const lines: fc.Arbitrary<readonly ModelLine[]> = fc
  .array(fc.tuple(fc.constantFrom(...procedures), fc.integer({ min: 100, max: 90_000 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) => rows.map(([procedure, charge], at) => ({ number: at + 1, procedure, charge })));

/** Three cuts of a charge make four parts; a line may be paid whole, denied whole, or anything between. */
const splitOf = (charge: number): fc.Arbitrary<LineSplit> =>
  fc.tuple(fc.nat(charge), fc.nat(charge), fc.nat(charge)).map((cuts) => {
    const [first = 0, second = 0, third = 0] = cuts.toSorted((one, other) => one - other);
    // A reduction to nothing by CO-45 is looked at by people: it is not what this model calls contractual.
    const contractual = second - first === charge ? 0 : second - first;
    const denied = charge - first - contractual - (third - second);
    return { paid: first, contractual, patient: third - second, denied };
  });

const splitsOf = (of: readonly ModelLine[]): fc.Arbitrary<readonly (ModelLine & LineSplit)[]> =>
  fc.tuple(...of.map((line) => splitOf(line.charge).map((split) => ({ ...line, ...split }))));

/** What happens to one claim: its decisions by payment, and how it ends. */
type Chapter = {
  readonly claim: ModelClaim;
  readonly steps: readonly (readonly ModelDecision[])[];
  readonly plb: readonly { readonly step: number; readonly reference: string; readonly amount: number }[];
  readonly end: ModelBalance;
};

type Draft = { readonly claim: ModelClaim; readonly first: readonly (ModelLine & LineSplit)[] };

const decisionOf = (
  { claimId }: ModelClaim,
  number: string,
  decided: readonly (ModelLine & LineSplit)[],
  transmission = 1,
): ModelDecision => ({ claimId, transmission, number, status: '1', lines: decided });

const plain = ({ claim, first }: Draft): Chapter => ({
  claim,
  steps: [[decisionOf(claim, `${claim.claimId}N1`, first)]],
  plb: [],
  end: balanceOf(claim, first),
});

/** The lines are decided one by one, in payments of their own. */
const split = ({ claim, first }: Draft): Chapter => ({
  claim,
  steps: first.map((line) => [decisionOf(claim, `${claim.claimId}N${line.number}`, [line])]),
  plb: [],
  end: balanceOf(claim, first),
});

/** Decided, then taken back and decided again, once or more; the last word stands. */
const corrected = (
  { claim, first }: Draft,
  later: readonly (readonly (ModelLine & LineSplit)[])[],
): Chapter => {
  const number = `${claim.claimId}N1`;
  const decisions = [first, ...later].map((decided) => decisionOf(claim, number, decided));
  const steps = decisions.map((decision, at) => {
    const before = decisions[at - 1];
    return before ? [reversed(before), decision] : [decision];
  });
  return { claim, steps, plb: [], end: balanceOf(claim, later.at(-1) ?? first) };
};

/** Decided and taken back, and nothing after it: the whole is open again. */
const takenBack = ({ claim, first }: Draft): Chapter => {
  const decision = decisionOf(claim, `${claim.claimId}N1`, first);
  return { claim, steps: [[decision], [reversed(decision)]], plb: [], end: balanceOf(claim, []) };
};

/** Sent twice: the second is refused as a duplicate. */
const duplicate = ({ claim, first }: Draft): Chapter => {
  const charge = claim.lines.reduce((sum, line) => sum + line.charge, 0);
  const refusal = { ...decisionOf(claim, `${claim.claimId}N2`, [], 2), refused: charge };
  return {
    claim: { ...claim, transmissions: 2 },
    steps: [[decisionOf(claim, `${claim.claimId}N1`, first)], [refusal]],
    plb: [],
    end: balanceOf(claim, first),
  };
};

/** A replacement is decided, and the original's money taken back at provider level, at once or later. */
const replaced = (
  { claim, first }: Draft,
  second: readonly (ModelLine & LineSplit)[],
  isLater: boolean,
): Chapter => {
  const original = decisionOf(claim, `${claim.claimId}N1`, first);
  const amount = paidBy(original);
  const steps = [[original], [decisionOf(claim, `${claim.claimId}N2`, second, 2)]];
  return {
    claim: { ...claim, transmissions: 2 },
    steps: isLater ? [...steps, []] : steps,
    plb: amount === 0 ? [] : [{ step: isLater ? 2 : 1, reference: original.number, amount }],
    // A refusal of the replacement leaves the decision standing that it was to replace, unless that is taken back.
    end: balanceOf(claim, amount === 0 && isRefusal(second) ? first : second),
  };
};

const isRefusal = (decided: readonly LineSplit[]): boolean =>
  decided.every(({ paid, contractual, patient }) => paid + contractual + patient === 0);

/** An overpayment is found: reversed and corrected, its recovery announced, and made in a later payment. */
const recovered = ({ claim, first }: Draft, second: readonly (ModelLine & LineSplit)[]): Chapter => {
  const chapter = corrected({ claim, first }, [second]);
  const reference = `${claim.claimId}N1`;
  const over =
    first.reduce((sum, { paid }) => sum + paid, 0) - second.reduce((sum, { paid }) => sum + paid, 0);
  if (over <= 0) return chapter;
  return {
    ...chapter,
    steps: [...chapter.steps, []],
    plb: [
      { step: 1, reference, amount: -over },
      { step: 2, reference, amount: over },
    ],
  };
};

/** What would be paid if the service were given: no money. */
const predetermined = ({ claim, first }: Draft): Chapter => {
  const chapter = plain({ claim, first });
  const advance: ModelDecision = {
    ...decisionOf(claim, `${claim.claimId}P1`, first.map(withoutPay)),
    status: '25',
  };
  return { ...chapter, steps: [[advance], ...chapter.steps] };
};

const withoutPay = (line: ModelLine & LineSplit): ModelLine & LineSplit => ({
  ...line,
  paid: 0,
  denied: line.denied + line.paid,
});

const chapter = (at: number): fc.Arbitrary<Chapter> =>
  lines.chain((of) => {
    const claim: ModelClaim = { claimId: claimIdOf(at), lines: of, transmissions: 1 };
    const splits = splitsOf(of);
    const drafts = splits.map((first): Draft => ({ claim, first }));
    return fc.oneof(
      drafts.map(plain),
      drafts.map(split),
      drafts.map(takenBack),
      drafts.map(duplicate),
      drafts.map(predetermined),
      fc
        .tuple(drafts, fc.array(splits, { minLength: 1, maxLength: 3 }))
        .map(([draft, later]) => corrected(draft, later)),
      fc
        .tuple(drafts, splits, fc.boolean())
        .map(([draft, second, isLater]) => replaced(draft, second, isLater)),
      fc.tuple(drafts, splits).map(([draft, second]) => recovered(draft, second)),
    );
  });

/** Chapters told side by side: the same step of each in one payment, which a forwarded balance keeps from below zero. */
const tell = (chapters: readonly Chapter[]): Story => {
  const length = Math.max(...chapters.map(({ steps }) => steps.length));
  const payments: ModelPayment[] = [];
  let owed = { amount: 0, trace: '' };
  for (let step = 0; step < length || owed.amount > 0; step += 1) {
    const trace = `T${step + 1}`;
    const decisions = chapters.flatMap(({ steps }) => steps[step] ?? []);
    const recoveries = chapters.flatMap(({ plb }) => plb.filter((one) => one.step === step));
    const plb = [
      ...recoveries.map(({ reference, amount }) => ({ reason: 'WO', reference, amount })),
      ...(owed.amount > 0 ? [{ reason: 'FB', reference: owed.trace, amount: owed.amount }] : []),
    ];
    const amount = total(decisions.map(paidBy)) - total(plb.map((one) => one.amount));
    if (amount < 0 && step > length + 2) {
      payments.push({ trace, date: dateOf(step), decisions, plb: [...plb, forward(trace, amount)] });
      break;
    }
    payments.push({
      trace,
      date: dateOf(step),
      decisions,
      plb: amount < 0 ? [...plb, forward(trace, amount)] : plb,
    });
    owed = { amount: Math.max(0, -amount), trace };
  }
  return {
    claims: chapters.map(({ claim }) => claim),
    payments: payments.filter(({ decisions, plb }) => decisions.length + plb.length > 0),
    ends: new Map(chapters.map(({ claim, end }) => [claim.claimId, end])),
  };
};

const forward = (trace: string, amount: number) => ({ reason: 'FB', reference: trace, amount });

const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

const dateOf = (step: number): string => `202603${String(step + 1).padStart(2, '0')}`;

/** One to four claims, each with a chapter of its own. */
export const stories: fc.Arbitrary<Story> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => chapter(at))))
  .map(tell);
