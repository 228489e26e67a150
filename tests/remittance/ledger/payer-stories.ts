import fc from 'fast-check';
import type { Chapter, Draft, Manner } from './chapter.ts';
import {
  beside,
  corrected,
  duplicate,
  type FurtherWord,
  lineTwice,
  orphaned,
  paidTwice,
  plain,
  predetermined,
  replaced,
  split,
  splitThenCorrected,
  takenBack,
} from './decided-chapters.ts';
import { lines, plainSplitsOf, splitsOf, withSharesMoved } from './line-splits.ts';
import {
  amountOf,
  type DecidedLine,
  type ModelBalance,
  type ModelClaim,
  type ModelDecision,
  type ModelPayment,
  type ModelPlb,
  paidBy,
} from './payer-model.ts';
import { clawedBack, lentAndReturned, partTakenBack, type Return, recovered } from './takeback-chapters.ts';
import { secondViews, twoPayers } from './two-payer-chapters.ts';

/** Everything a payer does about some claims, in the order in which it did it, and where each claim then stands. */
export type Story = {
  readonly claims: readonly ModelClaim[];
  readonly payments: readonly ModelPayment[];
  readonly ends: ReadonlyMap<string, ModelBalance>;
  /** The visits of several claims. */
  readonly visits: ReadonlyMap<string, ModelBalance>;
};

const manners = fc.constantFrom<Manner>(
  'exact',
  'flat',
  'renumbered',
  'flat-renumbered',
  'lumped',
  'unnumbered',
);
const returns = fc.constantFrom<Return>('deferred', 'silent', 'cheque', 'cheque-later');

const claimOf = (at: number, of: ModelClaim['lines']): ModelClaim => {
  const claimId = `C00000000000${'ABCDEFGH'[at]}`;
  return { claimId, visit: claimId, responsibility: 'P', lines: of, transmissions: 1 };
};

/** How a claim is decided once more: anew from the ground, with the shares moved, or just as before. */
type Again = (before: readonly DecidedLine[]) => readonly DecidedLine[];

const again = (splits: fc.Arbitrary<readonly DecidedLine[]>): fc.Arbitrary<Again> =>
  fc.oneof(
    {
      weight: 2,
      arbitrary: splits.map(
        (lines): Again =>
          () =>
            lines,
      ),
    },
    { weight: 1, arbitrary: fc.constant<Again>(withSharesMoved) },
    { weight: 1, arbitrary: fc.constant<Again>((before) => before) },
  );

const furtherWords = ({ first }: Draft, later: readonly (readonly [Again, Manner])[]): FurtherWord[] => {
  let before = first;
  return later.map(([next, manner]) => {
    before = next(before);
    return { lines: before, manner };
  });
};

const chapter = (at: number): fc.Arbitrary<Chapter> =>
  lines.chain((of) => {
    const claim = claimOf(at, of);
    const splits = splitsOf(of);
    const drafts = splits.map((first): Draft => ({ claim, first }));
    const both = fc
      .tuple(drafts, again(splits))
      .map(([draft, next]): [Draft, readonly DecidedLine[]] => [draft, next(draft.first)]);
    const yes = fc.boolean();
    return fc.oneof(
      fc.tuple(drafts, yes).map(([draft, isFlat]) => plain(draft, isFlat)),
      fc.tuple(drafts, yes).map(([draft, isOneNumber]) => split(draft, isOneNumber)),
      fc
        .tuple(both, fc.record({ isOneNumber: yes, manner: fc.constantFrom<Manner>('exact', 'renumbered') }))
        .map(([[draft, second], how]) => splitThenCorrected(draft, second, how)),
      fc
        .tuple(drafts, fc.array(fc.tuple(again(splits), manners), { minLength: 1, maxLength: 3 }), yes)
        .map(([draft, later, isAtOnce]) => corrected(draft, furtherWords(draft, later), isAtOnce)),
      fc.tuple(drafts, manners).map(([draft, manner]) => takenBack(draft, manner)),
      fc.tuple(both, manners).map(([[draft, second], manner]) => orphaned(draft, second, manner)),
      fc
        .tuple(drafts, fc.constantFrom('number', 'payment', 'charge'))
        .map(([draft, differs]) => beside(draft, differs)),
      fc
        .tuple(drafts, fc.constantFrom(1, 2), yes)
        .map(([draft, transmission, isEarly]) => duplicate(draft, transmission, isEarly)),
      fc
        .tuple(
          both,
          fc.record({
            isAtOnce: yes,
            isFlat: yes,
            undone: fc.constantFrom('never', 'reversed', 'first-reversed', 'both-reversed', 'recovered'),
            manner: manners,
          }),
        )
        .map(([[draft, second], how]) => paidTwice(draft, second, how)),
      both.map(([draft, second]) => lineTwice(draft, second)),
      drafts.map(predetermined),
      fc
        .tuple(both, fc.constantFrom('never', 'recovered', 'recovered-later', 'reversed'))
        .map(([[draft, second], undone]) => replaced(draft, second, undone)),
      fc.tuple(both, returns).map(([[draft, second], how]) => recovered(draft, second, how)),
      fc
        .tuple(drafts, fc.constantFrom([100], [40], [30, 70], [10, 20]), fc.constantFrom('theirs', 'ours'))
        .map(([draft, parts, named]) => clawedBack(draft, parts, named)),
      fc
        .tuple(drafts, fc.integer({ min: 1, max: 50_000 }))
        .map(([draft, amount]) => lentAndReturned(draft, amount)),
      fc.tuple(drafts, yes).map(([draft, isWhole]) => partTakenBack(draft, isWhole)),
      fc.tuple(plainSplitsOf(of), secondViews).map(([first, view]) => twoPayers({ claim, first }, view)),
    );
  });

const dateOf = (step: number): string => `202603${String(step + 1).padStart(2, '0')}`;

/**
 * Chapters told side by side: the same step of each in one payment, which a forwarded balance keeps from below zero.
 * What is not paid may come in payments of its own, which payers give one trace.
 */
const tell = (chapters: readonly Chapter[], isQuiet: boolean): Story => {
  const length = Math.max(...chapters.map(({ steps }) => steps.length));
  const payments: ModelPayment[] = [];
  let owed = { amount: 0, trace: '' };
  for (let step = 0; step < length || owed.amount > 0; step += 1) {
    const trace = `T${step + 1}`;
    const decided = chapters.flatMap((one) => (one.steps[step] ?? []).map((decision) => ({ decision, one })));
    const [quiet, loud] = partition(decided, ({ decision, one }) =>
      Boolean(isQuiet && one.isQuiet && paidBy(decision) === 0),
    );
    payments.push(...quiet.map(({ decision }) => payingNothing(decision)));
    const payment: ModelPayment = {
      trace,
      date: dateOf(step),
      decisions: loud.map(({ decision }) => decision),
      plb: [
        ...chapters.flatMap(({ plb }) => plb.filter((one) => one.step === step)),
        ...(owed.amount > 0 ? [forward(owed.trace, owed.amount)] : []),
      ],
    };
    const amount = amountOf(payment);
    payments.push(amount < 0 ? { ...payment, plb: [...payment.plb, forward(trace, amount)] } : payment);
    // Nothing more is paid from which the payer could take it: the balance stays forwarded.
    owed = { amount: step > length + 2 ? 0 : Math.max(0, -amount), trace };
  }
  return {
    claims: chapters.flatMap(({ claims }) => claims),
    payments: payments.filter(({ decisions, plb }) => decisions.length + plb.length > 0),
    ends: new Map(chapters.flatMap(({ ends }) => [...ends])),
    visits: new Map(
      chapters.flatMap(({ claims, visit }) => (visit && claims[0] ? [[claims[0].visit, visit]] : [])),
    ),
  };
};

const forward = (reference: string, amount: number): ModelPlb => ({ reason: 'FB', reference, amount });

const payingNothing = (decision: ModelDecision): ModelPayment => ({
  trace: 'NOPAY',
  date: dateOf(0),
  decisions: [decision],
  plb: [],
});

const partition = <T>(
  all: readonly T[],
  fits: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] => [all.filter(fits), all.filter((one) => !fits(one))];

/** One to three visits, each with a chapter of its own. */
export const stories: fc.Arbitrary<Story> = fc
  .tuple(
    fc
      .integer({ min: 1, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => chapter(at)))),
    fc.boolean(),
  )
  .map(([chapters, isQuiet]) => tell(chapters, isQuiet));
