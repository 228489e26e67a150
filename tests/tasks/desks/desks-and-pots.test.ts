import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Adjustment } from '../../../functions/domain/claim.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { type PartDecision, partKey } from '../../../functions/domain/tasks/decided-part.ts';
import { partsOfTask } from '../../../functions/domain/tasks/open-parts.ts';
import { cents } from '../../../functions/edi/money.ts';
import type { VisitWorld } from '../../coordination/visit-world.ts';
import { adjustment } from '../../factories/adjudications.ts';
import { claimIdOf, decidedVisit, decisionWith } from './two-desks.ts';

/** What a payer may dispute here, with the desk that has it by the house's table: read off by hand. */
const kinds = [
  { line: 1, group: 'PR', reason: '27', desk: 'front-desk' },
  { line: 1, group: 'CO', reason: '197', desk: 'authorizations' },
  { line: 2, group: 'CO', reason: '97', desk: 'coder' },
  { line: 2, group: 'CO', reason: '11', desk: 'coder' },
  { line: 2, group: 'CO', reason: '27', desk: 'front-desk' },
] as const;
type Kind = (typeof kinds)[number];

type Step =
  | { readonly do: 'decide'; readonly at: number; readonly share: number }
  | { readonly do: 'decide-together'; readonly at: number; readonly share: number }
  | { readonly do: 'correct'; readonly at: number }
  | { readonly do: 'repeat'; readonly back: number }
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'restart' };

const at = fc.nat(3);
const share = fc.constantFrom(0.25, 0.5, 1, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('decide' as const), at, share }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('decide-together' as const), at, share }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('correct' as const), at }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('repeat' as const, 'undo' as const), back: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart' as const) }) },
);

const disputes = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 25 }) }),
  { minLength: 1, maxLength: 4, selector: ({ kind }) => kind },
);

type Entry = {
  readonly task: Task;
  readonly parts: readonly PartDecision[];
  readonly at: string;
  isBack: boolean;
};

/**
 * A pot of cents for each disputed adjustment, and nothing else: a decision takes out of pots, an undo of the last one
 * puts back. Who has a task follows from which pots have something in them.
 */
class Pots {
  readonly left = new Map<Kind, number>();
  readonly entries: Entry[] = [];
  restarts = 0;
  isOut = false;

  constructor(disputed: readonly { readonly kind: Kind; readonly amount: number }[]) {
    for (const { kind, amount } of disputed) this.left.set(kind, amount * 100);
  }

  move = (parts: readonly PartDecision[], sign: 1 | -1): void => {
    for (const { line, group, reason, amount } of parts)
      for (const [kind, left] of this.left)
        if (kind.line === line && kind.group === group && kind.reason === reason)
          this.left.set(kind, left + sign * amount);
  };

  get open(): readonly (readonly [string, number])[] {
    return [...this.left].filter(([, left]) => left > 0).map(([kind, left]) => [partKey(kind), left]);
  }

  get desks(): readonly string[] {
    const some = [...this.left].filter(([, left]) => left > 0);
    return [...new Set(some.map(([{ desk }]) => desk))].toSorted();
  }

  get last(): Entry | undefined {
    return this.entries.findLast(({ isBack }) => !isBack);
  }
}

const partsFor = (world: VisitWorld, task: Task, portion: number): PartDecision[] =>
  partsOfTask(world.get(claimIdOf(world)), task.share).map(({ mayBe, amount, ...place }) => ({
    ...place,
    amount: cents(Math.max(1, Math.floor(amount * portion))),
    action: mayBe.includes('bill-patient') ? 'bill-patient' : 'write-off',
  }));

const said = (parts: PartDecision[], at: string) =>
  ({
    at,
    action: 'decide-parts',
    note: 'As the payer’s policy has it',
    writeOffReason: 'other',
    parts,
  }) as const;

const take = async (world: VisitWorld, pots: Pots, one: Step): Promise<void> => {
  const open = world.openTasks;
  if (one.do === 'restart') {
    pots.restarts += 1;
    const claim = world.get(claimIdOf(world));
    if (claim.status === 'closed') return;
    // The execution is lost, and the sweep starts another one.
    world.runner.executions.clear();
    await world.runner.start(`again-${pots.restarts}`, claim);
    await world.rest();
  } else if (one.do === 'decide') {
    const task = open[one.at % Math.max(1, open.length)];
    if (task) await decide(world, pots, task, one.share);
  } else if (one.do === 'decide-together') {
    const { rest } = world;
    world.rest = async () => undefined;
    for (const task of open) await decide(world, pots, task, one.share);
    world.rest = rest;
    await world.rest();
  } else if (one.do === 'correct') {
    const task = open[one.at % Math.max(1, open.length)];
    if (!task?.actions.includes('resubmit')) return;
    const others = open.filter(({ taskId, kept }) => taskId !== task.taskId && !kept);
    const correction = { priorAuthorization: 'AUTH-9' };
    const answer = await world.decide(task, { action: 'resubmit', correction });
    expect(answer.success).toBe(true);
    pots.isOut = others.length === 0;
  } else if (one.do === 'repeat') {
    const entry = pots.entries.at(-1 - one.back);
    if (entry)
      expect(
        await world.decide(
          world.tasks.get(entry.task.taskId) ?? entry.task,
          said([...entry.parts], entry.at),
        ),
      ).toMatchObject({ success: true });
  } else {
    const standing = pots.entries.filter(({ isBack }) => !isBack);
    const entry = standing.at(-1 - one.back);
    if (!entry) return;
    const { outcome } = await world.undo(entry.task);
    expect(outcome).toBe(entry === pots.last ? 'undone' : 'refused');
    if (outcome !== 'undone') return;
    entry.isBack = true;
    pots.move(entry.parts, 1);
  }
  // What one has kept goes out once all that is left is with desks that have corrected.
  pots.isOut ||= pots.open.length > 0 && world.openTasks.length === 0 && keptOf(open, pots);
};

/** Whether each desk with something in its pots had corrected before. */
const keptOf = (open: readonly Task[], { desks }: Pots): boolean =>
  desks.every((desk) => open.some(({ share, kept }) => share?.desk === desk && kept !== undefined));

const decide = async (world: VisitWorld, pots: Pots, task: Task, portion: number): Promise<void> => {
  const parts = partsFor(world, task, portion);
  const at = new Date(world.now.getTime() + pots.entries.length * 1000).toISOString();
  const answer = await world.decide(task, said(parts, at));
  expect(answer.success).toBe(true);
  pots.entries.push({ task, parts, at, isBack: false });
  pots.move(parts, -1);
};

const expectTrue = (world: VisitWorld, pots: Pots): void => {
  const claim = world.get(claimIdOf(world));
  expect(claim.submissions.length).toBe(pots.isOut ? 2 : 1);
  if (pots.isOut) {
    expect(world.openTasks).toEqual([]);
    return;
  }
  const tasks = world.openTasks;
  expect(tasks.map(({ share, owner }) => share?.desk ?? owner).toSorted()).toEqual(pots.desks);
  const inTasks = tasks.flatMap(({ share }) =>
    partsOfTask(claim, share).map((part) => [partKey(part), part.amount] as const),
  );
  expect(inTasks.toSorted()).toEqual(pots.open.toSorted());
  expect(claim.status === 'closed').toBe(pots.open.length === 0);
  const waiting = world.runner.waiting.map((one) => one.waiting?.waitId);
  expect(waiting).toHaveLength(tasks.length > 0 ? 1 : 0);
  for (const { taskId, awaitedAs } of tasks) expect(waiting).toEqual([`task/${awaitedAs ?? taskId}`]);
};

it('no cent is decided twice, none is without a task, and tasks are the desks with something open', async () => {
  const seen = { shared: 0, undone: 0, out: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(disputes, fc.array(step, { minLength: 1, maxLength: 12 }), async (disputed, program) => {
      const of = (line: number): Adjustment[] =>
        disputed
          .filter(({ kind }) => kind.line === line)
          .map(({ kind, amount }) => adjustment(kind.group, kind.reason, amount * 100));
      const world = await decidedVisit(decisionWith(of(1), of(2)));
      const pots = new Pots(disputed);
      expectTrue(world, pots);
      seen.shared += Number(pots.desks.length > 1);
      for (const one of program) {
        await take(world, pots, one);
        expectTrue(world, pots);
        if (pots.isOut) break;
      }
      seen.undone += pots.entries.filter(({ isBack }) => isBack).length;
      seen.out += Number(pots.isOut);
      seen.closed += Number(pots.open.length === 0);
    }),
    { numRuns: 300 },
  );
  expect(seen.shared).toBeGreaterThan(100);
  expect(seen.undone).toBeGreaterThan(20);
  expect(Math.min(seen.out, seen.closed)).toBeGreaterThan(10);
}, 60_000);
