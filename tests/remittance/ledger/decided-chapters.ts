import {
  type Chapter,
  chapterOf,
  type Draft,
  decisionOf,
  type Manner,
  numberOf,
  paidFor,
  reversed,
} from './chapter.ts';
import { refusedFor } from './line-splits.ts';
import { type DecidedLine, isRefusal, type ModelDecision } from './payer-model.ts';

/** Decided once, with its lines or as a whole. */
export const plain = ({ claim, first }: Draft, isFlat: boolean): Chapter => ({
  ...chapterOf(claim, [[decisionOf(claim, first, { isFlat })]], first),
  isQuiet: true,
});

/** The lines are decided one by one, in payments of their own, under a number each or one for all. */
export const split = ({ claim, first }: Draft, isOneNumber: boolean): Chapter => ({
  ...chapterOf(
    claim,
    first.map((line) => [
      decisionOf(claim, [line], { number: numberOf(claim, isOneNumber ? 1 : line.number) }),
    ]),
    first,
  ),
  isQuiet: true,
});

/** The lines are decided one by one, and the first of them is taken back and decided again. */
export const splitThenCorrected = (
  draft: Draft,
  second: readonly DecidedLine[],
  { isOneNumber, manner }: { readonly isOneNumber: boolean; readonly manner: Manner },
): Chapter => {
  const { claim, first } = draft;
  const { steps } = split(draft, isOneNumber);
  const [before] = steps[0] ?? [];
  const [again] = second;
  if (!before || !again) return split(draft, isOneNumber);
  const correction = { ...before, lines: [again] };
  return chapterOf(claim, [...steps, [reversed(before, manner), correction]], [again, ...first.slice(1)]);
};

/** A further word about a claim, and how the word before it is taken back. */
export type FurtherWord = { readonly lines: readonly DecidedLine[]; readonly manner: Manner };

/** Decided, then taken back and decided again, once or more; the last word stands. */
export const corrected = (
  { claim, first }: Draft,
  later: readonly FurtherWord[],
  isAtOnce: boolean,
): Chapter => {
  const decisions = [first, ...later.map(({ lines }) => lines)].map((lines) => decisionOf(claim, lines));
  const steps = decisions.map((decision, at) => {
    const before = decisions[at - 1];
    return before ? [reversed(before, later[at - 1]?.manner), decision] : [decision];
  });
  // In one payment only what negates every amount tells the original from its correction.
  const isTold = later.length === 1 && later[0]?.manner === 'exact';
  return chapterOf(claim, isAtOnce && isTold ? [steps.flat()] : steps, later.at(-1)?.lines ?? first);
};

/** Decided and taken back, and nothing after it: the whole is open again. */
export const takenBack = ({ claim, first }: Draft, manner: Manner): Chapter => {
  const decision = decisionOf(claim, first);
  return chapterOf(claim, [[decision], [reversed(decision, manner)]], []);
};

/** What is taken back never came, and the claim is decided anew, perhaps just as before. */
export const orphaned = ({ claim, first }: Draft, second: readonly DecidedLine[], manner: Manner): Chapter =>
  chapterOf(claim, [[reversed(decisionOf(claim, first), manner)], [decisionOf(claim, second)]], second);

/** Decided, and what is taken back is another decision, which never came: another by one fact alone. */
export const beside = (draft: Draft, differs: 'number' | 'payment' | 'charge'): Chapter => {
  const { claim, first } = draft;
  const [one, two] = first;
  if (differs === 'charge' && one && two && one.charge !== two.charge) {
    const foreign = reversed(decisionOf(claim, [{ ...two, paid: one.paid }]), 'lumped');
    return chapterOf(claim, [[decisionOf(claim, [one])], [foreign]], [one]);
  }
  // Of what was paid in full there is no other way to lower it: the same negated under another number takes it back.
  if (differs !== 'payment' && first.every(({ charge, paid }) => charge === paid))
    return takenBack(draft, 'renumbered');
  const lines = differs === 'payment' && one ? [{ ...one, paid: one.paid + 1 }, ...first.slice(1)] : first;
  const number = numberOf(claim, differs === 'payment' ? 1 : 9);
  return chapterOf(
    claim,
    [[decisionOf(claim, first)], [reversed(decisionOf(claim, lines, { number }), 'lumped')]],
    first,
  );
};

/** Sent twice: one is refused as a duplicate, in another transmission or the same, perhaps before the other is decided. */
export const duplicate = ({ claim, first }: Draft, transmission: 1 | 2, isEarly: boolean): Chapter => {
  const decision = decisionOf(claim, first);
  const refused = refusedFor('OA', '18', claim.lines);
  const refusal = decisionOf(claim, refused, { number: numberOf(claim, 2), transmission, isFlat: true });
  return chapterOf(
    { ...claim, transmissions: 2 },
    isEarly ? [[refusal], [decision]] : [[decision], [refusal]],
    first,
  );
};

/**
 * Paid twice, in one payment or two: the second is held. The payer may see it, and take the second back by a reversal
 * or beside the claims, or the first, or both.
 */
export const paidTwice = (
  { claim, first }: Draft,
  second: readonly DecidedLine[],
  {
    isAtOnce,
    isFlat,
    undone,
    manner,
  }: {
    readonly isAtOnce: boolean;
    readonly isFlat: boolean;
    readonly undone: 'never' | 'reversed' | 'first-reversed' | 'both-reversed' | 'recovered';
    readonly manner: Manner;
  },
): Chapter => {
  const decision = decisionOf(claim, first, { isFlat });
  const again: ModelDecision = isAtOnce ? decision : decisionOf(claim, second, { isFlat });
  const steps = isAtOnce ? [[decision, again], []] : [[decision], [again]];
  const amount = paidFor(again.lines);
  const plb =
    undone === 'recovered' && amount !== 0
      ? [{ step: 2, reason: 'WO', reference: decision.number, amount }]
      : [];
  const stands = {
    never: first,
    reversed: first,
    'first-reversed': again.lines,
    'both-reversed': [],
    recovered: first,
  };
  const reversals = {
    reversed: [reversed(again, manner)],
    'first-reversed': [reversed(decision)],
    'both-reversed': [reversed(decision), reversed(again)],
    never: [],
    recovered: [],
  };
  return chapterOf(claim, [...steps, reversals[undone]], stands[undone], { plb });
};

/** One line is decided twice, in two payments, and the others not yet: the second is held. */
export const lineTwice = ({ claim, first }: Draft, second: readonly DecidedLine[]): Chapter =>
  chapterOf(
    claim,
    [[decisionOf(claim, first.slice(0, 1))], [decisionOf(claim, second.slice(0, 1))]],
    first.slice(0, 1),
  );

/** What would be paid if the service were given: no money. */
export const predetermined = ({ claim, first }: Draft): Chapter => {
  const advance: ModelDecision = {
    ...decisionOf(claim, first.map(withoutPay), { number: numberOf(claim, 2) }),
    status: '25',
  };
  return chapterOf(claim, [[advance], [decisionOf(claim, first)]], first);
};

const withoutPay = (line: DecidedLine): DecidedLine => ({
  ...line,
  paid: 0,
  reasons: [...line.reasons, { group: 'OA', reason: '101', amount: line.paid, means: 'disputed' }],
});

/**
 * A replacement is decided. The original's money stays until the payer takes it back: never, at provider level at once
 * or later, or by a reversal.
 */
export const replaced = (
  { claim, first }: Draft,
  second: readonly DecidedLine[],
  undone: 'never' | 'recovered' | 'recovered-later' | 'reversed',
): Chapter => {
  const original = decisionOf(claim, first);
  const replacement = decisionOf(claim, second, { number: numberOf(claim, 2), transmission: 2 });
  const amount = paidFor(first);
  const isUndone = undone === 'reversed' || (undone !== 'never' && amount !== 0);
  const isRecovered = isUndone && undone !== 'reversed';
  const step = undone === 'recovered' ? 1 : 2;
  // A refusal of the replacement leaves the decision standing that it was to replace, unless that is taken back.
  const isRefused = !isUndone && isRefusal(second) && !isRefusal(first);
  return chapterOf(
    { ...claim, transmissions: 2 },
    [[original], [...(undone === 'reversed' ? [reversed(original)] : []), replacement], []],
    isRefused ? first : second,
    {
      plb: isRecovered ? [{ step, reason: 'WO', reference: original.number, amount }] : [],
      paidBeside: isUndone || isRefused ? 0 : amount,
    },
  );
};
