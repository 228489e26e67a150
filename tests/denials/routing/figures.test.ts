import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { denialFigures } from '../../../functions/domain/denials/denial-figures.ts';
import { denialRecords } from '../../../functions/domain/denials/denial-record.ts';
import { denialsByDay } from '../../../functions/domain/denials/denials-of-claim.ts';
import { cents } from '../../../functions/edi/money.ts';
import { postRemittance } from '../../../functions/remittance/post-remittance.ts';
import { adjustment, reversalOf } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';
import { payers } from '../../factories/payers.ts';
import { biller } from '../../factories/tasks.ts';

const charges = [15_000, 8_000] as const;
const days = ['2026-10-20', '2026-10-28', '2026-11-06', '2026-11-20'] as const;

/** What a payer says of a line: it pays all of it or half, leaves it to the deductible, or denies it for one reason or two. */
const sayings = ['paid', 'deductible', '197', '50', '16+197', 'half'] as const;
type Saying = (typeof sayings)[number];

/** Answers of a payer to transmissions, in their order: both lines at once, each the correction of the one before or new. */
type Answer = { readonly lines: readonly [Saying, Saying]; readonly isOfNewClaim: boolean };
type Story = {
  readonly answers: readonly Answer[];
  /** The last answer is taken back, and nothing said in its place. */
  readonly takenBack: boolean;
  readonly appealed: boolean;
  readonly writtenOff: boolean;
};

const partsOf = (saying: Saying): readonly string[] =>
  saying === 'paid' || saying === 'deductible' ? [] : saying === 'half' ? ['97'] : saying.split('+');

/** The share of a line that each of its reasons takes. */
const partOf = (line: number, saying: Saying): number =>
  (charges[line] ?? 0) / (saying === 'half' ? 2 : partsOf(saying).length);

const paidBy = (line: number, saying: Saying): number =>
  saying === 'paid' ? (charges[line] ?? 0) : saying === 'half' ? (charges[line] ?? 0) / 2 : 0;

const allowedBy = (line: number, saying: Saying): number =>
  saying === 'deductible' ? (charges[line] ?? 0) : paidBy(line, saying);

const decisionOf = (at: number, { lines }: Answer, index: number, submissionNumber: number): Adjudication => {
  const decided = lines.map((saying, line) => {
    const charge = charges[line] ?? 0;
    const adjustments =
      saying === 'deductible'
        ? [adjustment('PR', '1', charge)]
        : partsOf(saying).map((reason) => adjustment('CO', reason, partOf(line, saying)));
    return {
      ...{ lineNumber: line + 1, procedure: line === 0 ? '99213' : '36415', charge: cents(charge) },
      ...{ paid: cents(paidBy(line, saying)), adjustments, remarks: [] },
    };
  });
  return {
    ...{ adjudicationId: `C${at}/${index}`, submissionNumber, claimStatusCode: '1', charge: cents(23_000) },
    paid: cents(decided.reduce((total, one) => total + one.paid, 0)),
    ...{ payerControlNumber: `ICN${at}`, adjustments: [], remarks: [], lines: decided },
    ...{ paymentDate: days[index] ?? '', traceNumber: `T${at}-${index}` },
  };
};

const storyOf = fc.record({
  answers: fc.array(
    fc.record({
      lines: fc.tuple(fc.constantFrom(...sayings), fc.constantFrom(...sayings)),
      isOfNewClaim: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  takenBack: fc.constantFrom(false, false, false, true),
  appealed: fc.boolean(),
  writtenOff: fc.constantFrom(false, false, true),
});

/** The number of the transmission that each answer is about. */
const numbersOf = ({ answers }: Story): readonly number[] => {
  let number = 1;
  return answers.map(({ isOfNewClaim }, index) => {
    if (index > 0 && isOfNewClaim) number += 1;
    return number;
  });
};

/** The files that tell a story: what is decided anew takes back what was decided of the same transmission. */
const newsOf = (story: Story, at: number): readonly Adjudication[] => {
  const numbers = numbersOf(story);
  const decisions = story.answers.map((answer, index) => decisionOf(at, answer, index, numbers[index] ?? 1));
  const reversed = (decision: Adjudication, index: number): Adjudication => ({
    ...reversalOf(decision, `${decision.adjudicationId}/22`),
    ...{ paymentDate: days[index] ?? '', traceNumber: `T${at}-${index}` },
  });
  const corrections = decisions
    .slice(1)
    .map((_, index) => reversed(decisions[index] as Adjudication, index + 1));
  const last = decisions.at(-1) as Adjudication;
  return [...decisions, ...corrections, ...(story.takenBack ? [reversed(last, decisions.length)] : [])];
};

const emptyClaim = (story: Story, at: number): Claim => {
  const numbers = numbersOf(story);
  return claim({
    claimId: `C${at}`,
    submissions: [...new Set(numbers)].map((number) => ({
      ...{ number, frequency: number === 1 ? '1' : '7', fileAccepted: true },
      sentAt: `${days[numbers.indexOf(number)]}T00:00:00.000Z`,
    })),
    // Who appealed did so before the claim was sent again.
    decisions: [
      ...(story.appealed ? [{ taskId: 't', action: 'appeal', by: biller }] : []),
      ...[...new Set(numbers)].slice(1).map((n) => ({ taskId: `t${n}`, action: 'resubmit', by: biller })),
    ],
  });
};

const close = (of: Claim, { writtenOff }: Story): Claim => (writtenOff ? { ...of, status: 'closed' } : of);

type Naive = {
  line: number;
  reason: string;
  day: string;
  amount: number;
  recovered: number;
  open: number;
  worked: string;
};

/** The plain reading of a story, line by line and reason by reason, without a claim. */
const recount = (story: Story): Naive[] => {
  const { answers, takenBack, appealed, writtenOff } = story;
  const numbers = numbersOf(story);
  return [0, 1].flatMap((line) => {
    const said = answers.map(({ lines }) => lines[line] as Saying);
    const last = said.at(-1) as Saying;
    const allowedInTheEnd = takenBack ? 0 : allowedBy(line, last);
    const reasons = [...new Set(said.flatMap(partsOf))];
    const lastSaid = (reason: string) => said.findLastIndex((one) => partsOf(one).includes(reason));
    let given = 0;
    return reasons
      .toSorted((one, other) => lastSaid(other) - lastSaid(one))
      .map((reason): Naive => {
        const amounts = said.map((one) => (partsOf(one).includes(reason) ? partOf(line, one) : 0));
        const amount = Math.max(...amounts);
        const first = amounts.findIndex((one) => one > 0);
        const allowedThen = allowedBy(line, said[amounts.indexOf(amount)] as Saying);
        const recovered = Math.min(amount, Math.max(0, allowedInTheEnd - allowedThen - given));
        given += recovered;
        const left = takenBack ? amount : partsOf(last).includes(reason) ? partOf(line, last) : 0;
        const isSentAgain = (numbers.at(-1) ?? 1) > (numbers[first] ?? 1);
        return {
          ...{ line: line + 1, reason, day: days[first] ?? '', amount, recovered },
          open: writtenOff ? 0 : Math.min(left, amount - recovered),
          worked: isSentAgain ? 'corrected' : appealed ? 'appealed' : 'not-worked',
        };
      });
  });
};

const byName = (one: object, other: object): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

describe('the numbers on denials', () => {
  it('are those of a plain recount, in whichever order and however often files come', () => {
    let recoveredOnes = 0;
    fc.assert(
      fc.property(
        fc.array(storyOf, { minLength: 1, maxLength: 6 }).chain((stories) => {
          const news = stories.flatMap((story, at) =>
            newsOf(story, at).map((decision) => ({ at, decision })),
          );
          const twice = [...news, ...news];
          return fc.tuple(fc.constant(stories), fc.shuffledSubarray(twice, { minLength: twice.length }));
        }),
        ([stories, news]) => {
          const claims = stories.map(emptyClaim);
          for (const { at, decision } of news) {
            const before = claims[at];
            const after = before && postRemittance(before, [decision])?.claim;
            if (after) claims[at] = after;
          }
          const closed = claims.map((of, at) => close(of, stories[at] as Story));
          const counted = closed.flatMap((of) =>
            denialRecords(of, { payers }).map(({ line, reason, day, amount, recovered, open, worked }) => ({
              ...{ line, reason, day, amount, recovered, open, worked },
            })),
          );
          const expected = stories.flatMap(recount);
          expect(counted.toSorted(byName)).toEqual(expected.toSorted(byName));
          recoveredOnes += expected.filter(({ recovered }) => recovered > 0).length;
          const figures = denialFigures(closed, { from: days[0], to: days[1] }, { payers });
          const inSpan = expected.filter(({ day }) => day <= days[1]);
          const sumOf = (of: (one: Naive) => number, some = inSpan) =>
            some.reduce((total, one) => total + of(one), 0);
          const decided = inSpan.filter(({ open }) => open === 0);
          expect(figures.all).toEqual({
            ...{ denials: inSpan.length, amount: sumOf((one) => one.amount) },
            ...{ open: inSpan.length - decided.length, openAmount: sumOf((one) => one.open) },
            ...{ decided: decided.length, recovered: sumOf((one) => one.recovered) },
          });
          for (const row of figures.overturned) {
            const own = decided.filter(({ worked }) => row.worked === 'all' || row.worked === worked);
            expect([row.decided, row.overturned, row.amount, row.recovered]).toEqual([
              own.length,
              own.filter(({ recovered }) => recovered > 0).length,
              sumOf((one) => one.amount, own),
              sumOf((one) => one.recovered, own),
            ]);
          }
          for (const rows of [figures.byReason, figures.byPayer, figures.byDesk, figures.byCause])
            expect(rows.reduce((total, row) => total + row.amount, 0)).toBe(figures.all.amount);
        },
      ),
      { numRuns: 500 },
    );
    expect(recoveredOnes).toBeGreaterThan(100);
  });

  it('count nothing as done that was taken back, and keep the denials of a claim that another payer’s replaced', () => {
    const story: Story = {
      answers: [{ lines: ['197', 'paid'], isOfNewClaim: false }],
      ...{ takenBack: false, appealed: false, writtenOff: false },
    };
    const appeal = { taskId: 'C0000000000A1-0-denial', action: 'appeal', by: biller };
    const denied = claim({ adjudications: [...newsOf(story, 0)], decisions: [appeal] });
    const told = (of: Claim) => denialRecords(of, { payers }).map(({ amount, worked }) => [amount, worked]);
    expect(told(denied)).toEqual([[15_000, 'appealed']]);
    expect(told({ ...denied, decisions: [appeal, { ...appeal, action: 'undo' }] })).toEqual([
      [15_000, 'not-worked'],
    ]);
    expect(told({ ...denied, insteadClaimId: 'C0000000000B2' as Claim['claimId'] })).toEqual([
      [15_000, 'appealed'],
    ]);
  });

  it('say which edit would have found a denial, and which warned and was answered', () => {
    const story: Story = {
      answers: [{ lines: ['197', '50'], isOfNewClaim: false }],
      ...{ takenBack: false, appealed: false, writtenOff: false },
    };
    const [decision] = newsOf(story, 0) as [Adjudication];
    const of = {
      ...claim({ adjudications: [decision], answeredWarnings: ['filing-authorization-use 99213'] }),
      status: 'adjudicated' as const,
    };
    const { avoidable, byCause } = denialFigures([of], { from: days[0], to: days[0] }, { payers });
    expect(byCause.map(({ name, amount }) => [name, amount])).toEqual([
      ['authorization', 15_000],
      ['documentation', 8_000],
    ]);
    expect(avoidable).toMatchObject({ denials: 2, amount: 23_000, overridden: 1, share: 1 });
    expect(avoidable.byEdit).toEqual([
      { edit: 'filing-authorization', denials: 1, amount: 15_000, overridden: 0 },
      { edit: 'filing-authorization-use', denials: 1, amount: 15_000, overridden: 1 },
      { edit: 'coverage-needs-secondary', denials: 1, amount: 8_000, overridden: 0 },
      { edit: 'coverage-not-covered', denials: 1, amount: 8_000, overridden: 0 },
    ]);
  });
});

it('is a denial of its own each time that a payer says something else', () => {
  const of = (...lines: [Saying, Saying][]): readonly string[] => {
    const answers = lines.map((one) => ({ lines: one, isOfNewClaim: false }));
    const story = { answers, takenBack: false, appealed: false, writtenOff: false };
    const claimed = claim({ adjudications: [...newsOf(story, 0)] });
    return denialsByDay(claimed).map(({ day, disputed }) => `${day} ${disputed.map(({ reason }) => reason)}`);
  };
  expect(of(['197', 'paid'], ['197', 'paid'])).toEqual([`${days[0]} 197`]);
  expect(of(['197', 'paid'], ['50', 'paid'], ['paid', 'paid'])).toEqual([`${days[0]} 197`, `${days[1]} 50`]);
  expect(of(['paid', 'paid'], ['16+197', 'half'])).toEqual([`${days[1]} 16,197,97`]);
});
