import { type Chapter, chapterOf, type Draft, decisionOf, numberOf, paidFor } from './chapter.ts';
import { corrected, split } from './decided-chapters.ts';
import { refusedFor } from './line-splits.ts';
import { type DecidedLine, isRefusal } from './payer-model.ts';

/**
 * How an overpayment comes back to the payer. deferred: announced (WO negative), made in a later payment · silent: made
 * later, after the reversal's payment was made up beside the claims · cheque: the practice sends it (72) ·
 * cheque-later: so, after an announcement.
 */
export type Return = 'deferred' | 'silent' | 'cheque' | 'cheque-later';

const returns: Record<
  Return,
  readonly { readonly step: number; readonly reason: string; readonly sign: 1 | -1 }[]
> = {
  deferred: [
    { step: 1, reason: 'WO', sign: -1 },
    { step: 2, reason: 'WO', sign: 1 },
  ],
  silent: [
    { step: 1, reason: 'FB', sign: -1 },
    { step: 2, reason: 'WO', sign: 1 },
  ],
  cheque: [{ step: 1, reason: '72', sign: -1 }],
  'cheque-later': [
    { step: 1, reason: 'WO', sign: -1 },
    { step: 2, reason: 'WO', sign: 1 },
    { step: 2, reason: '72', sign: -1 },
  ],
};

/** An overpayment is found: reversed and corrected, and returned beside the claims. */
export const recovered = (draft: Draft, second: readonly DecidedLine[], how: Return): Chapter => {
  const chapter = corrected(draft, [{ lines: second, manner: 'exact' }], false);
  const reference = numberOf(draft.claim);
  const over = paidFor(draft.first) - paidFor(second);
  if (over <= 0) return chapter;
  return {
    ...chapter,
    steps: [...chapter.steps, []],
    plb: returns[how].map(({ step, reason, sign }) => ({ step, reason, reference, amount: sign * over })),
  };
};

/** Money is taken back of a decision that stands, without a word: a part of it or all, perhaps in two payments. */
export const clawedBack = (
  { claim, first }: Draft,
  parts: readonly number[],
  named: 'theirs' | 'ours',
): Chapter => {
  const reference = named === 'theirs' ? numberOf(claim) : `${claim.claimId}-1`;
  const plb = parts
    .map((percent, at) => ({
      step: at + 1,
      reason: 'WO',
      reference,
      amount: Math.floor((paidFor(first) * percent) / 100),
    }))
    .filter(({ amount }) => amount > 0);
  const taken = plb.reduce((total, { amount }) => total + amount, 0);
  return chapterOf(claim, [[decisionOf(claim, first)], [], []], first, { plb, paidBeside: -taken });
};

/** Money is lent and taken back beside the claims under the number of one: nothing of the claim. */
export const lentAndReturned = ({ claim, first }: Draft, amount: number): Chapter => {
  const wo = { reason: 'WO', reference: numberOf(claim) };
  const plb = [
    { ...wo, step: 1, amount: -amount },
    { ...wo, step: 2, amount },
  ];
  return chapterOf(claim, [[decisionOf(claim, first)], [], []], first, { plb });
};

/** Decided in two parts; the replacement is refused, and the first part is taken back beside the claims, or both. */
export const partTakenBack = (draft: Draft, isWhole: boolean): Chapter => {
  const { claim, first } = draft;
  const [one, ...rest] = first;
  const amount = one?.paid ?? 0;
  const kept = paidFor(rest);
  if (!one || amount <= 0 || kept <= 0 || amount === kept) return split(draft, false);
  const refused = refusedFor('CO', '16', claim.lines);
  return chapterOf(
    { ...claim, transmissions: 2 },
    [
      [decisionOf(claim, [one])],
      [decisionOf(claim, rest, { number: numberOf(claim, 2) })],
      [decisionOf(claim, refused, { number: numberOf(claim, 3), transmission: 2, isFlat: true })],
    ],
    isWhole || isRefusal(rest) ? refused : rest,
    {
      plb: [{ step: 2, reason: 'WO', reference: numberOf(claim), amount: isWhole ? amount + kept : amount }],
    },
  );
};
