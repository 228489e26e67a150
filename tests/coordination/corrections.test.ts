import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimAction } from '../../functions/domain/task.ts';
import { cents } from '../../functions/edi/money.ts';
import { claim } from '../factories/claims.ts';
import { imbalances, readSentClaim } from './balance-checker.ts';
import { PayerBooks, type View } from './payer-books.ts';
import { type Contract, payerIds, VisitWorld } from './visit-world.ts';

const views: fc.Arbitrary<View> = fc.record({
  lowers: fc.nat(700),
  pays: fc.constantFrom(0, 500, 800, 1000),
  denies: fc.constantFrom(false, false, false, true),
});

type Step =
  | { readonly do: 'decide' | 'correct'; readonly payer: number; readonly view: View }
  | { readonly do: 'reverse' | 'repeat' | 'take-back' | 'ring'; readonly payer: number }
  | { readonly do: 'work'; readonly choice: number };

const payerAt = fc.nat(2);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), payer: payerAt, view: views }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('correct' as const), payer: payerAt, view: views }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('reverse' as const, 'repeat' as const, 'take-back' as const, 'ring' as const),
      payer: payerAt,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('work' as const), choice: fc.nat(5) }) },
);

const contracts = fc.constantFrom<Contract[]>(undefined, 'replacement', 'void-and-new', 'new-claim');

const stories = fc.record({
  payers: fc.constantFrom(2, 3),
  contracts: fc.tuple(fc.constant(undefined), contracts, contracts),
  lines: fc.constantFrom(1, 2),
  steps: fc.array(steps, { minLength: 3, maxLength: 14 }),
});

/** Actions of people that this world plays out. */
const played: readonly string[] = ['resubmit', 'write-off', 'let-stand', 'keep-waiting', 'bill-next-payer'];

/** A visit with the books of its payers beside our records. */
class Story {
  readonly world: VisitWorld;
  readonly books = payerIds.map((payerId) => new PayerBooks(payerId));
  private readonly answered = new Set<string>();
  private last: (() => Promise<void>) | undefined;

  constructor(payers: number, of: readonly Contract[], lines: number) {
    this.world = new VisitWorld(payers, of, claim().lines.slice(0, lines));
  }

  private sentTo(payer: number): [string, string][] {
    return [...this.world.sent].filter(
      ([number]) => this.world.get(number.split('-')[0] ?? '').payerId === payerIds[payer],
    );
  }

  private bookOf(payer: number): PayerBooks {
    const book = this.books[payer];
    if (!book) throw new Error('No such payer');
    return book;
  }

  private async post(number: string, decisions: Parameters<VisitWorld['post']>[1]): Promise<void> {
    if (decisions.length === 0) return;
    this.last = () => this.world.post(number.split('-')[0] ?? '', decisions);
    await this.last();
  }

  async decide(payer: number, view: View): Promise<boolean> {
    const open = this.sentTo(payer).filter(([number]) => !this.answered.has(number));
    const [number, text] = open.at(-1) ?? [];
    if (number === undefined || text === undefined) return false;
    for (const [each] of open) this.answered.add(each);
    await this.post(number, this.bookOf(payer).decide(text, view));
    return true;
  }

  private async correct(payer: number, view: View): Promise<void> {
    const [number, text] = this.sentTo(payer).findLast(([each]) => this.answered.has(each)) ?? [];
    if (number === undefined || text === undefined || readSentClaim(text).frequency === '8') return;
    if (this.bookOf(payer).taken > 0 || this.bookOf(payer).hasTakenBack) return;
    await this.post(number, this.bookOf(payer).decide(text, view));
  }

  private async reverse(payer: number): Promise<void> {
    const [live] = this.bookOf(payer).live;
    const number = this.sentTo(payer).at(-1)?.[0];
    if (
      live === undefined ||
      number === undefined ||
      this.bookOf(payer).taken > 0 ||
      this.bookOf(payer).hasTakenBack
    )
      return;
    // Whoever takes a decision back and leaves it there decides the same transmission again.
    for (const [each] of this.sentTo(payer).slice(-1)) this.answered.delete(each);
    await this.post(number, this.bookOf(payer).reverse());
  }

  private async takeBack(payer: number): Promise<void> {
    const book = this.bookOf(payer);
    const [number] = this.sentTo(payer).at(-1) ?? [];
    const [live] = book.live;
    if (
      number === undefined ||
      live === undefined ||
      live.posted.paid === 0 ||
      book.taken > 0 ||
      book.hasReversed
    )
      return;
    book.taken += live.posted.paid;
    const { paymentDate } = live.posted;
    await this.world.takeBack(number.split('-')[0] ?? '', {
      ...{
        takebackId: `wo-${payer}`,
        amount: cents(live.posted.paid),
        reference: 'ICN',
        traceNumber: 'W',
        paymentDate,
      },
    });
  }

  async work(choice: number): Promise<boolean> {
    const [task] = this.world.openTasks;
    if (!task) return false;
    const offered = task.actions.filter((action) => played.includes(action));
    const action = offered[choice % offered.length];
    if (!action) throw new Error(`Nothing to do with ${task.kind}`);
    await this.world.work(task, action as ClaimAction);
    return true;
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'decide') await this.decide(step.payer, step.view);
    if (step.do === 'correct') await this.correct(step.payer, step.view);
    if (step.do === 'reverse') await this.reverse(step.payer);
    if (step.do === 'repeat') await this.last?.();
    if (step.do === 'take-back') await this.takeBack(step.payer);
    if (step.do === 'work') await this.work(step.choice);
    if (step.do === 'ring') {
      const ringing = this.world.runner.waiting.find(
        ({ waiting, claimId }) =>
          waiting?.ringAt != null && this.world.get(claimId).payerId === payerIds[step.payer],
      );
      if (ringing) await this.world.runner.ring(ringing);
      await this.world.rest();
    }
  }

  /** The money by the payers' own books: what is neither paid, lowered, the patient's by the last word, nor given up. */
  get open(): number {
    const { claims } = this.world;
    const charge = [...claims.values()][0]?.lines.reduce((all, one) => all + one.charge, 0) ?? 0;
    const paid = this.books.reduce((all, book) => all + book.paid, 0);
    const latest = this.books.map((book) => book.live.at(-1)?.rulings ?? []);
    const lowered = latest.flat().reduce((all, one) => all + one.lowered, 0);
    const left = (latest.findLast((rulings) => rulings.length > 0) ?? []).reduce(
      (all, one) => all + one.left,
      0,
    );
    const givenUp = [...claims.values()]
      .flatMap(({ writeOffs }) => writeOffs)
      .reduce((all, one) => all + one.amount, 0);
    return charge - paid - lowered - left - givenUp;
  }

  /**
   * Later payers whose closed claim was decided on other words than the payer before now stands by: by the files that
   * went out and the payers' books. One that a person let stand or gave up, or that waits for the payer before, is no fault.
   */
  private stale(): string[] {
    const closed = (number: string): boolean =>
      this.world.get(number.split('-')[0] ?? '').status === 'closed';
    return this.books.slice(1).flatMap((book, at) => {
      const before = this.books[at]?.live.at(-1)?.posted;
      const earlier = this.sentTo(at).at(-1)?.[0];
      const decided = book.live.at(-1)?.posted;
      const found = this.sentTo(at + 1).find(([number]) =>
        decided?.payerControlNumber?.endsWith(`-${number}`),
      );
      if (!before || !earlier || !closed(earlier) || !found || !closed(found[0])) return [];
      const { decisions } = this.world.get(found[0].split('-')[0] ?? '');
      if (decisions.some(({ action }) => ['let-stand', 'write-off'].includes(action))) return [];
      const told = readSentClaim(found[1]).payers.find(({ payerId }) => payerId === payerIds[at])?.paid;
      return told === before.paid ? [] : [`${found[0]} was told ${told}, and ${before.paid} was paid`];
    });
  }

  /** Every claim that is open waits for a bell or a person; where all are closed, no money is open. */
  check(): void {
    const { claims, runner, tasks } = this.world;
    for (const one of claims.values()) {
      if (one.status === 'closed') continue;
      const waits = runner.waiting.filter(({ claimId }) => claimId === one.claimId);
      const isHeld = waits.some(
        ({ waiting }) =>
          waiting !== undefined &&
          (waiting.ringAt !== null ||
            [...tasks.values()].some(
              ({ taskId, status }) => status === 'open' && waiting.waitId === `task/${taskId}`,
            )),
      );
      expect(isHeld, `${one.payerId} ${one.status} waits for ${JSON.stringify(waits)}`).toBe(true);
    }
    if ([...claims.values()].every(({ status }) => status === 'closed'))
      expect(this.open, 'open with all claims closed').toBeLessThanOrEqual(0);
    expect(this.stale()).toEqual([]);
    for (const [number, text] of this.world.sent) {
      const sent = readSentClaim(text);
      expect(imbalances(sent), number).toEqual([]);
      if (sent.payers.some(({ paid }) => paid !== undefined)) expect(sent.permits).toEqual([]);
    }
  }
}

const runs = Number(process.env.COORDINATION_RUNS ?? 300);

describe('any story of payers that decide anew', () => {
  it('leaves every open dollar on an open claim that waits for a bell or a person', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ({ payers, contracts: of, lines, steps: told }) => {
        const story = new Story(payers, of, lines);
        await story.world.begin();
        for (const step of told) {
          await story.take(step);
          story.check();
        }
        // Payers answer what they got, people work what they have: it ends.
        const view = { lowers: 100, pays: 1000, denies: false };
        for (let round = 0; round < 40; round++) {
          const decided = [
            await story.decide(0, view),
            await story.decide(1, view),
            await story.decide(2, view),
          ];
          const worked = await story.work(round);
          story.check();
          if (!worked && !decided.includes(true)) break;
        }
        story.check();
      }),
      { numRuns: runs },
    );
  }, 240_000);
});
