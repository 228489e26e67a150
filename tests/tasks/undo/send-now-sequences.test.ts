import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimPosition } from '../../../functions/domain/position.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { cents } from '../../../functions/edi/money.ts';
import { proposeNoMore } from '../../../functions/tasks/undo/undo-task.ts';
import type { VisitWorld } from '../../coordination/visit-world.ts';
import { claimIdOf, decidedVisit } from '../desks/two-desks.ts';

const desks = ['coder', 'front-desk'] as const;
type Own = (typeof desks)[number];
const otherOf = (desk: Own): Own => (desk === 'coder' ? 'front-desk' : 'coder');

type Act = { readonly do: 'correct' | 'amounts' | 'send-now' | 'withdraw-correction'; readonly desk: Own };
type Step =
  | Act
  | { readonly do: 'undo' }
  | { readonly do: 'files' }
  | { readonly do: 'at-once'; readonly acts: [Act, Act] };

const acts: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('correct', 'correct', 'amounts', 'send-now', 'send-now', 'withdraw-correction'),
  desk: fc.constantFrom(...desks),
});

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: acts as fc.Arbitrary<Step> },
    { weight: 3, arbitrary: fc.constant<Step>({ do: 'undo' }) },
    { weight: 2, arbitrary: fc.tuple(acts, acts).map((both): Step => ({ do: 'at-once', acts: both })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'files' }) },
  ),
  { minLength: 3, maxLength: 12 },
);

/** What a desk has on its list: its amount until it is decided, and a correction that waits. */
type OnList = { readonly amount: number; readonly waiting?: string };
type Lists = Readonly<Record<Own, OnList>>;

/** A decision, with the lists to which its undo leads from those of then. */
type Noted = { readonly task: Task; readonly back: (now: Lists) => Lists; readonly told: Told };
type Told = { readonly coder?: string; readonly 'front-desk'?: string };

const amountOf = { coder: 8_000, 'front-desk': 5_000 } as const;
const partOf = {
  coder: { line: 2, group: 'CO', reason: '97', action: 'write-off' },
  'front-desk': { line: 1, group: 'PR', reason: '27', action: 'bill-patient' },
} as const;
const field = { coder: 'referralNumber', 'front-desk': 'priorAuthorization' } as const;

/**
 * Two desks at one claim, in a person's notebook: who has what on the list, which corrections wait, what the claim that
 * goes out says, and what the last decision was. Compared with the product after every step.
 */
class Notebook {
  private lists: Lists = { coder: { amount: 8_000 }, 'front-desk': { amount: 5_000 } };
  private told: Told = { 'front-desk': 'AUTH-OF-FIRST' };
  private readonly noted: Noted[] = [];
  private where: 'with-desks' | 'in-the-outbox' | 'sent' = 'with-desks';
  private corrections = 0;
  readonly counts = { sentNow: 0, undone: 0, refused: 0 };

  private readonly world: VisitWorld;

  constructor(world: VisitWorld) {
    this.world = world;
  }

  take = async (step: Step): Promise<void> => {
    this.pass();
    if (step.do === 'undo') await this.undo();
    else if (step.do === 'files') await this.files();
    else if (step.do === 'at-once') await this.atOnce(step.acts);
    else await this.act(step, this.open(step.desk));
    this.compare();
  };

  private pass = (): void => {
    this.world.now = new Date(this.world.now.getTime() + 60_000);
  };

  private open = (desk: Own): Task | undefined =>
    this.world.openTasks.find(({ share, owner }) => (share?.desk ?? owner) === desk);

  /** Both have their pages open, and the second does what it does before any step could come. */
  private atOnce = async ([first, second]: [Act, Act]): Promise<void> => {
    if (first.desk === second.desk) return;
    const pages = { first: this.open(first.desk), second: this.open(second.desk) };
    const { rest } = this.world;
    this.world.rest = async () => undefined;
    const before = this.noted.length;
    await this.act(first, pages.first);
    this.pass();
    // What was decided is being carried out: the other desk is told so, or its task has ended.
    if (this.noted.length === before) await this.act(second, pages.second);
    else if (second.do === 'send-now') await this.actInVain(pages.second);
    this.world.rest = rest;
    await rest();
  };

  private actInVain = async (task: Task | undefined): Promise<void> => {
    if (!task) return;
    const answer = await this.world.sendNow(await this.world.desks().getTask(task.taskId));
    if (task.taskId !== this.noted.at(-1)?.task.taskId) expect(answer.success).toBe(false);
    this.counts.refused++;
  };

  private act = async (act: Act, task: Task | undefined): Promise<void> => {
    if (!task || this.where !== 'with-desks') return;
    if (act.do === 'correct') await this.correct(act.desk, task);
    if (act.do === 'amounts') await this.amounts(act.desk, task);
    if (act.do === 'send-now') await this.sendNow(act.desk, task);
    if (act.do === 'withdraw-correction') await this.withdraw(act.desk, task);
  };

  private correct = async (desk: Own, task: Task): Promise<void> => {
    const waiting = `R${++this.corrections}`;
    const said = { action: 'resubmit', correction: { [field[desk]]: waiting } } as const;
    expect(await this.decide(task, said)).toMatchObject({ success: true });
    const other = this.lists[otherOf(desk)];
    this.lists = { ...this.lists, [desk]: { ...this.lists[desk], waiting } };
    // Nobody is left who could decide beside it.
    if (other.amount === 0 || other.waiting !== undefined) this.goOut(desk, task, false);
  };

  private amounts = async (desk: Own, task: Task): Promise<void> => {
    const other = otherOf(desk);
    const theirs = this.open(other);
    const parts = [{ ...partOf[desk], amount: cents(amountOf[desk]) }];
    const said: Partial<TaskOutcome> = {
      ...{ action: 'decide-parts', parts },
      ...(desk === 'coder' && { writeOffReason: 'bundled' }),
    };
    expect(await this.decide(task, said)).toMatchObject({ success: true });
    const { told } = this;
    const back = (now: Lists): Lists => ({ ...now, [desk]: { amount: amountOf[desk] } });
    this.noted.push({ task, back, told });
    this.lists = { ...this.lists, [desk]: { amount: 0 } };
    if (this.lists[other].waiting !== undefined && theirs) this.goOut(other, theirs, false);
  };

  private sendNow = async (desk: Own, task: Task): Promise<void> => {
    const answer = await this.world.sendNow(task);
    expect(answer.success).toBe(this.lists[desk].waiting !== undefined);
    if (!answer.success) return void this.counts.refused++;
    this.counts.sentNow++;
    const ended = this.world.tasks.get(this.other(desk, task)?.taskId ?? '');
    expect(ended?.outcome).toMatchObject({ action: 'withdraw', endedBy: task.taskId });
    this.goOut(desk, task, true);
    // Twice is once.
    expect(await this.world.sendNow(answer.data)).toEqual(answer);
  };

  private other = (desk: Own, { share }: Task): { readonly taskId: string } | undefined =>
    share?.others.find((one) => one.desk === otherOf(desk));

  private withdraw = async (desk: Own, task: Task): Promise<void> => {
    const { by } = task.kept ?? {};
    if (!by) return expect(this.lists[desk].waiting).toBeUndefined();
    await proposeNoMore(task, by, this.world.now, this.world.desks());
    this.lists = { ...this.lists, [desk]: { amount: this.lists[desk].amount } };
  };

  /** All that waits goes out in one claim. By its undo it waits again if it was sent before its time, and else is asked anew. */
  private goOut = (desk: Own, task: Task, waitsAgain: boolean): void => {
    const { lists, told } = this;
    const asked = {
      coder: { amount: lists.coder.amount },
      'front-desk': { amount: lists['front-desk'].amount },
    };
    this.noted.push({ task, back: () => (waitsAgain ? lists : asked), told });
    this.told = { ...told, ...waitingIn(lists) };
    this.where = 'in-the-outbox';
    expect(lists[desk].waiting).toBeDefined();
  };

  private undo = async (): Promise<void> => {
    const last = this.noted.at(-1);
    if (!last) return;
    const { outcome } = await this.world.undo(last.task);
    expect(outcome).toBe(this.where === 'sent' ? 'refused' : 'undone');
    if (outcome !== 'undone') return;
    this.counts.undone++;
    this.noted.pop();
    this.lists = last.back(this.lists);
    this.told = last.told;
    this.where = 'with-desks';
  };

  private files = async (): Promise<void> => {
    await this.world.sendFiles();
    if (this.where === 'in-the-outbox') this.where = 'sent';
  };

  private decide = (task: Task, said: Partial<TaskOutcome>) =>
    this.world.decide(task, { at: this.world.now.toISOString(), ...said });

  private compare = (): void => {
    const { lists } = this;
    const claim = this.world.get(claimIdOf(this.world));
    const isOut = this.where !== 'with-desks';
    const seen = Object.fromEntries(
      desks.map((desk) => {
        const task = this.open(desk);
        return [desk, task ? (waitingWith(task.kept, desk) ?? 'open') : 'nothing'];
      }),
    );
    const expected = desks.map((desk) => {
      const { amount, waiting } = lists[desk];
      return [desk, isOut || amount === 0 ? 'nothing' : (waiting ?? 'open')];
    });
    expect(seen).toEqual(Object.fromEntries(expected));
    expect(claimPosition(claim)).toMatchObject({
      writtenOff: 8_000 - lists.coder.amount,
      open: lists.coder.amount + lists['front-desk'].amount,
    });
    expect(claim.submissions.map(({ sentAt }) => sentAt !== undefined)).toEqual(
      isOut ? [true, this.where === 'sent'] : [true],
    );
    expect([claim.visit?.referralNumber, claim.priorAuthorization]).toEqual([
      this.told.coder,
      this.told['front-desk'],
    ]);
    const waits = this.world.runner.waiting.filter(({ claimId }) => claimId === claim.claimId);
    expect(waits.length).toBe(claim.status === 'closed' ? 0 : 1);
  };
}

const waitingWith = (kept: TaskOutcome | undefined, desk: Own): unknown => kept?.correction?.[field[desk]];

const waitingIn = (lists: Lists): Told =>
  Object.fromEntries(desks.flatMap((desk) => (lists[desk].waiting ? [[desk, lists[desk].waiting]] : [])));

it('whatever two desks decide, send now and take back: the notebook says the same', async () => {
  const counts = { sentNow: 0, undone: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (program) => {
      const notebook = new Notebook(await decidedVisit());
      for (const step of program) await notebook.take(step);
      for (const name of ['sentNow', 'undone', 'refused'] as const) counts[name] += notebook.counts[name];
    }),
    { numRuns: 200 },
  );
  expect(Math.min(counts.sentNow, counts.undone, counts.refused)).toBeGreaterThan(5);
});
