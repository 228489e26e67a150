import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjudication, Claim } from '../../functions/domain/claim.ts';
import { withPayersAfter } from '../../functions/domain/coordination/claim-after.ts';
import { checkOtherPayer } from '../../functions/domain/coordination/payer-order.ts';
import { effectiveAdjudication } from '../../functions/domain/ledger/effective-decision.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { ClaimAction, Task } from '../../functions/domain/task.ts';
import { type OtherPayer, payerPlaces } from '../../functions/domain/tasks/other-payer.ts';
import { claim } from '../factories/claims.ts';
import { imbalances, readSentClaim } from './balance-checker.ts';
import { PayerBooks, type View } from './payer-books.ts';
import { payerIds, VisitWorld } from './visit-world.ts';

const everybody = [...payerIds, 'granite'];

const views: fc.Arbitrary<View> = fc.record({
  lowers: fc.nat(700),
  pays: fc.constantFrom(0, 500, 800, 1000),
  denies: fc.boolean(),
});

/** Pays one line and wants something for the other: a person is asked, and money is there. */
const denying: View = { lowers: 100, pays: 800, denies: true };

type Step =
  | { readonly do: 'decide'; readonly claim: number; readonly view: View }
  | { readonly do: 'reverse' | 'ring'; readonly claim: number }
  | { readonly do: 'work'; readonly task: number; readonly choice: number }
  | {
      readonly do: 'say' | 'say-and-undo';
      readonly task: number;
      readonly payer: string;
      readonly place: OtherPayer['place'];
    }
  | { readonly do: 'undo' | 'send' };

const at = fc.nat(5);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('decide' as const), claim: at, view: views }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('say' as const, 'say' as const, 'say-and-undo' as const),
      task: at,
      payer: fc.constantFrom(...everybody),
      place: fc.constantFrom(...payerPlaces),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'ring' as const), claim: at }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('work' as const), task: at, choice: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'send' as const) }) },
);

const methods = fc.constantFrom<Payer['misdirectedClaims'][]>(undefined, 'void', 'void', 'refund');

type Told = {
  readonly payers: number;
  readonly methods: readonly Payer['misdirectedClaims'][];
  readonly holdsFiles: boolean;
  readonly steps: readonly Step[];
};

const stories = fc.record({
  payers: fc.constantFrom(1, 2, 3),
  methods: fc.tuple(methods, methods, methods),
  holdsFiles: fc.boolean(),
  steps: fc.array(steps, { minLength: 3, maxLength: 16 }),
});

const played: readonly string[] = [
  ...['resubmit', 'write-off', 'keep-waiting', 'bill-next-payer', 'bill-patient', 'let-stand', 'void'],
];

/** The order of payers as anybody would write it down on paper: who is asked for the money after whom. */
const ordered = (order: readonly string[], own: string, { payerId, place }: OtherPayer): string[] => {
  const rest = order.filter((one) => one !== payerId);
  if (place === 'first') return [payerId, ...rest];
  if (place === 'instead') return rest.map((one) => (one === own ? payerId : one));
  return rest.flatMap((one) => (one === own ? [one, payerId] : [one]));
};

/** What counts for the next payer; numbers and days of a decision that was made anew alike do not. */
const amountsOf = (decision: Adjudication | undefined) =>
  decision && {
    paid: decision.paid,
    adjustments: decision.adjustments,
    lines: decision.lines.map(({ paid, adjustments }) => ({ paid, adjustments })),
  };

const payingAll: View = { lowers: 100, pays: 1000, denies: false };
const mostRounds = 80;

type Decided = {
  readonly task: Task;
  readonly before: string[];
  /** A claim instead of the only one of the visit: while nothing else happens, only a file keeps it from coming back. */
  readonly isPlain: boolean;
  readonly sent: ReadonlySet<string>;
};

class Story {
  readonly world: VisitWorld;
  /** A book for each claim that a payer knows: it takes a claim in another place for another one. */
  private readonly books = new Map<string, PayerBooks>();
  private readonly answered = new Set<string>();
  private order: string[];
  private readonly works = new Map<string, number>();
  /** What was decided, the last at the end: with the order before it, and what a person would see that it brought. */
  private readonly decided: Decided[] = [];
  /** How often decisions were taken back, and of those how often a void with them. */
  readonly counts = { undone: 0, voids: 0 };

  constructor({ payers, methods: of, holdsFiles }: Omit<Told, 'steps'>) {
    this.world = new VisitWorld(payers, [], claim().lines);
    this.world.misdirected = of;
    this.world.holdsFiles = holdsFiles;
    this.order = payerIds.slice(0, payers);
  }

  private bookOf(claimId: string): PayerBooks {
    const known = this.books.get(claimId) ?? new PayerBooks(this.world.get(claimId).payerId);
    this.books.set(claimId, known);
    return known;
  }

  private get unanswered(): [string, string][] {
    return [...this.world.sent].filter(([number]) => !this.answered.has(number));
  }

  async decide(choice: number, view: View): Promise<boolean> {
    const open = this.unanswered;
    const [number, text] = open[choice % Math.max(open.length, 1)] ?? [];
    if (number === undefined || text === undefined) return false;
    const claimId = number.split('-')[0] ?? '';
    // A void goes after what it voids; what is decided of the one before is decided then.
    for (const [each] of open)
      if (each.startsWith(`${claimId}-`) && Number(each.split('-')[1]) <= Number(number.split('-')[1]))
        this.answered.add(each);
    const decisions = this.bookOf(claimId).decide(text, view);
    if (decisions.length > 0) await this.world.post(claimId, decisions);
    return true;
  }

  private async reverse(choice: number): Promise<void> {
    const [claimId, book] = [...this.books].filter(([, { live }]) => live.length > 0)[choice] ?? [];
    if (claimId === undefined || book === undefined) return;
    const number = [...this.world.sent.keys()].findLast((one) => one.startsWith(`${claimId}-`));
    if (number) this.answered.delete(number);
    await this.world.post(claimId, book.reverse());
  }

  async work(choice: number, how: number): Promise<boolean> {
    const { openTasks } = this.world;
    const task = openTasks[choice % Math.max(openTasks.length, 1)];
    if (!task) return false;
    const offered = task.actions.filter((action) => played.includes(action));
    const action = offered[how % offered.length];
    if (!action) throw new Error(`Nothing to do with ${task.kind}`);
    this.note(task, false);
    await this.world.work(task, action as ClaimAction);
    return true;
  }

  /** Each time something else with the same claim: whoever always waits for a payer waits for ever. */
  private async workOn(): Promise<boolean> {
    const claimId = this.world.openTasks[0]?.claimId ?? '';
    const times = this.works.get(claimId) ?? 0;
    this.works.set(claimId, times + 1);
    return this.work(0, times);
  }

  private get able(): readonly Task[] {
    return this.world.openTasks.filter(({ actions }) => actions.includes('bill-other-payer'));
  }

  private async say(choice: number, payerId: string, place: OtherPayer['place']): Promise<void> {
    if (this.able.length === 0) await this.decide(choice, denying);
    const { able } = this;
    const task = able[choice % Math.max(able.length, 1)];
    if (!task?.claimId) return;
    const one = this.world.get(task.claimId);
    const said = { payerId, place, memberId: `X-${payerId}` };
    const findClaim = async (claimId: string) => this.world.claims.get(claimId);
    const getPayer = async (_practiceId: string, id: string) => this.world.payer(id);
    const billed = await withPayersAfter(one, { findClaim, getPayer });
    if (checkOtherPayer(billed, said, everybody.map(this.world.payer)).length > 0) return;
    this.note(task, place === 'instead' && this.world.claims.size === 1);
    this.order = ordered(this.order, one.payerId, said);
    this.world.now = new Date(this.world.now.getTime() + 60_000);
    await this.world.work(task, 'bill-other-payer', { otherPayer: said });
  }

  private note(task: Task, isPlain: boolean): void {
    this.decided.push({ task, isPlain, before: this.order, sent: new Set(this.world.sent.keys()) });
  }

  /** Takes the last decision back; refused, there is no way back to those before it either. */
  private async undo(): Promise<void> {
    const last = this.decided.pop();
    if (!last) return;
    const { world } = this;
    const voids = world.queue.filter(({ text }) => readSentClaim(text).frequency === '8');
    const gone = [...world.sent.keys()].filter((number) => !last.sent.has(number));
    this.world.now = new Date(this.world.now.getTime() + 60_000);
    const { outcome } = await world.undo(last.task);
    if (last.isPlain) expect(outcome).toBe(gone.length === 0 ? 'undone' : 'refused');
    if (outcome !== 'undone') return void this.decided.splice(0);
    this.order = last.before;
    this.counts.undone++;
    // A void that was taken back waits no more, and has not gone.
    const left = voids.filter((one) => !world.queue.includes(one));
    this.counts.voids += left.length;
    for (const { claimId, submissionNumber } of left)
      expect(gone).not.toContain(`${claimId}-${submissionNumber}`);
  }

  async take(step: Step): Promise<void> {
    if (step.do !== 'undo' && step.do !== 'send' && !step.do.startsWith('say')) this.complicate();
    if (step.do === 'decide') await this.decide(step.claim, step.view);
    if (step.do === 'reverse') await this.reverse(step.claim);
    if (step.do === 'work') await this.work(step.task, step.choice);
    if (step.do === 'say') await this.say(step.task, step.payer, step.place);
    if (step.do === 'say-and-undo') {
      await this.say(step.task, step.payer, step.place);
      this.check();
    }
    if (step.do === 'undo' || step.do === 'say-and-undo') await this.undo();
    if (step.do === 'send') await this.world.sendFiles();
    if (step.do === 'ring') {
      const ringing = this.world.runner.waiting.filter(({ waiting }) => waiting?.ringAt != null);
      const one = ringing[step.claim % Math.max(ringing.length, 1)];
      if (one) await this.world.runner.ring(one);
      await this.world.rest();
    }
  }

  /** Something else happened since: how a decision then comes back is not told beforehand. */
  private complicate(): void {
    for (const [at, one] of this.decided.entries()) this.decided[at] = { ...one, isPlain: false };
  }

  /** Payers answer what they got, people work what they have, and else the next bell rings: it ends. */
  async end(): Promise<void> {
    this.world.holdsFiles = false;
    await this.world.sendFiles();
    for (let round = 0; round < mostRounds && !this.isOver; round++) {
      const decided = await this.decide(0, payingAll);
      const worked = await this.workOn();
      if (!worked && !decided) await this.take({ do: 'ring', claim: round });
      this.check();
    }
  }

  private get isOver(): boolean {
    return [...this.world.claims.values()].every(({ status }) => status === 'closed');
  }

  private get standing(): Claim[] {
    return [...this.world.claims.values()]
      .filter(({ insteadClaimId, end }) => insteadClaimId === undefined && end !== 'taken-back')
      .toSorted((one, other) => 'PST'.indexOf(one.responsibility) - 'PST'.indexOf(other.responsibility));
  }

  private isHeld(claimId: string): boolean {
    const { runner, openTasks, queue } = this.world;
    return runner.waiting.some(
      (one) =>
        one.claimId === claimId &&
        (one.waiting?.ringAt != null ||
          queue.some((each) => each.claimId === claimId) ||
          openTasks.some(({ taskId }) => one.waiting?.waitId === `task/${taskId}`)),
    );
  }

  check(): void {
    const { claims } = this.world;
    for (const one of claims.values())
      if (one.status !== 'closed')
        expect(this.isHeld(one.claimId), `${one.claimId} ${one.status} has no next step`).toBe(true);
    // The payers that are billed, and those that come next, are those on the paper.
    const billed = this.standing.map(({ payerId }) => payerId);
    const next = this.standing.at(-1)?.nextPayers.map(({ coverage }) => coverage.payerId) ?? [];
    expect([...billed, ...next]).toEqual(this.order);
    // Of all that paid as the first payer, one alone may keep it without somebody seeing to it.
    const firsts = [...claims.values()].filter(
      ({ claimId, responsibility }) => responsibility === 'P' && this.paidOf(claimId) > 0,
    );
    const unseen = firsts.filter(
      ({ status, claimId }) => status === 'closed' || claimId === this.standing[0]?.claimId,
    );
    expect(unseen.length, 'payers standing as the first with money').toBeLessThanOrEqual(1);
    // The charge is there once, whatever was billed; all that payers paid is there.
    const position = encounterPosition([...claims.values()]);
    expect(position.charge).toBe(23_000);
    expect(position.insurancePaid).toBe([...this.books.keys()].reduce((all, id) => all + this.paidOf(id), 0));
    // The patient is billed after the last payer alone.
    const last = this.standing.at(-1);
    for (const one of claims.values())
      if (one.status === 'closed' && one.end === 'billed-to-patient') {
        expect(one.claimId).toBe(last?.claimId);
        expect(one.nextPayers).toEqual([]);
      }
    for (const [number, text] of this.world.sent) {
      const sent = readSentClaim(text);
      expect(imbalances(sent), number).toEqual([]);
      if (number.split('-')[0] !== [...claims.keys()][0]) expect(sent.permits).toEqual([]);
    }
  }

  private paidOf(claimId: string): number {
    return this.books.get(claimId)?.paid ?? 0;
  }

  /** With everything closed, nobody but the payers on the paper keeps money, and none of the charge is left. */
  checkEnd(): void {
    const all = [...this.world.claims.values()];
    expect(all.filter(({ status }) => status !== 'closed').map(({ claimId }) => claimId)).toEqual([]);
    for (const { claimId, insteadClaimId } of all)
      if (insteadClaimId !== undefined) expect(this.paidOf(claimId), claimId).toBe(0);
    // Each payer was told what every payer before it paid and adjusts now.
    for (const [at, one] of this.standing.entries())
      expect(one.priorPayers.map(({ claimId, adjudication }) => [claimId, amountsOf(adjudication)])).toEqual(
        this.standing
          .slice(0, at)
          .map((before) => [before.claimId, amountsOf(effectiveAdjudication(before))]),
      );
    const rulings = this.standing.flatMap(({ claimId }) => this.bookOf(claimId).live.at(-1)?.rulings ?? []);
    const last = this.standing.findLast(({ claimId }) => this.bookOf(claimId).live.length > 0);
    const left = last ? (this.bookOf(last.claimId).live.at(-1)?.rulings ?? []) : [];
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
    const settled =
      sum(this.standing.map(({ claimId }) => this.paidOf(claimId))) +
      sum(rulings.map(({ lowered }) => lowered)) +
      sum(left.map((one) => one.left)) +
      sum(this.standing.flatMap(({ writeOffs }) => writeOffs.map(({ amount }) => amount)));
    expect(settled).toBeGreaterThanOrEqual(23_000);
  }
}

const runs = Number(process.env.COORDINATION_RUNS ?? 300);

const stated = (steps: readonly Step[]): Told => ({
  ...{ payers: 2, methods: [undefined, undefined, undefined], holdsFiles: false },
  steps,
});

const nothing: View = { lowers: 0, pays: 0, denies: false };
const insteadGranite: Step = { do: 'say', task: 0, payer: 'granite', place: 'instead' };

/** Found by chance once: the second payer was corrected, and then the first decided anew or was corrected itself. */
const corrected: readonly Told[] = [
  stated([
    { do: 'decide', claim: 0, view: nothing },
    insteadGranite,
    { do: 'reverse', claim: 0 },
    insteadGranite,
    { do: 'undo' },
    { do: 'reverse', claim: 0 },
  ]),
  stated([
    { do: 'decide', claim: 0, view: nothing },
    insteadGranite,
    { do: 'reverse', claim: 0 },
    { do: 'decide', claim: 0, view: payingAll },
  ]),
];

/** The former payer is told by a void, which waits for its file beside the other payer's claim. */
const takenBackWithVoid: Told = {
  ...stated([{ do: 'send' }, { ...insteadGranite, do: 'say-and-undo' }, { do: 'send' }, insteadGranite]),
  ...{ payers: 1, methods: ['void', undefined, undefined], holdsFiles: true },
};

describe('any story of payers whose order is corrected', () => {
  const counts = { undone: 0, voids: 0 };

  it('has each open dollar on a claim with a next step, one first payer, and no patient billed too early', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (told) => {
        const story = new Story(told);
        await story.world.begin();
        story.check();
        for (const step of told.steps) {
          await story.take(step);
          story.check();
        }
        counts.undone += story.counts.undone;
        counts.voids += story.counts.voids;
        await story.end();
        story.checkEnd();
      }),
      { numRuns: runs, examples: [...corrected, takenBackWithVoid].map((told) => [told]) },
    );
    expect(counts.undone).toBeGreaterThan(runs / 20);
    expect(counts.voids).toBeGreaterThan(0);
  }, 3_600_000);
});
