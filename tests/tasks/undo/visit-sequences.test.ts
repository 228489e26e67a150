import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import type { EncounterCodes } from '../../../functions/domain/coding.ts';
import type { Task, TaskAction } from '../../../functions/domain/task.ts';
import { CodedVisitWorld, type HouseRule, sampleCodes } from './coded-visit-world.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const rules: readonly (HouseRule | undefined)[] = [
  undefined,
  { does: 'warn', desk: 'coder' },
  { does: 'hold', desk: 'coder' },
  { does: 'warn', desk: 'clinic' },
  { does: 'hold', desk: 'biller' },
];

type Step =
  | { readonly do: 'decide'; readonly choice: number; readonly isOther: boolean }
  | { readonly do: 'rule'; readonly rule: HouseRule | undefined }
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'take' }
  | { readonly do: 'send' };

const program: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('decide'), choice: fc.nat(3), isOther: fc.boolean() }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('rule'), rule: fc.constantFrom(...rules) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('undo'), back: fc.constantFrom(0, 0, 1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('take') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('send') }) },
  ) as fc.Arbitrary<Step>, // each of the five
  { minLength: 3, maxLength: 14 },
);

/** The codes of the sample, or others: what a coder confirms by mistake. */
const codesOf = (isOther: boolean): EncounterCodes =>
  isOther ? { ...sampleCodes, diagnoses: ['E78.5'] } : sampleCodes;

/** What a person sees of the visit and of what the practice learned. */
const seenOf = ({ encounter, learned }: CodedVisitWorld) => ({
  codes: encounter.codes,
  answered: encounter.overrides.map(({ reason }) => reason),
  isEnded: encounter.notBillable?.reason,
  learned,
});

type Noted = { readonly taskId: string; readonly before: unknown; readonly action: TaskAction };

/**
 * A notebook against the product. It knows three rules: decisions lie on a pile; the uppermost is taken back as long as
 * no file holds the claim; then all is as it was before, and the same task is open.
 */
class Notebook {
  readonly world = new CodedVisitWorld();
  readonly pile: Noted[] = [];
  isInFile = false;
  readonly counts = { undone: 0, refused: 0, claims: 0 };

  take = async (step: Step): Promise<void> => {
    this.world.now = new Date(this.world.now.getTime() + 60_000);
    if (step.do === 'decide') await this.decide(step.choice, step.isOther);
    if (step.do === 'rule') this.world.rule = step.rule;
    if (step.do === 'undo') await this.undo(step.back);
    if (step.do === 'take' && this.world.queue.length > 0) {
      this.world.take();
      this.isInFile = true;
    }
    if (step.do === 'send') {
      this.isInFile ||= this.world.queue.length > 0;
      await this.world.send();
    }
    this.expectSound();
  };

  private decide = async (choice: number, isOther: boolean): Promise<void> => {
    const [task] = this.world.open;
    if (!task) return;
    const action = task.actions[choice % task.actions.length] ?? 'not-billable';
    this.pile.push({ taskId: task.taskId, before: seenOf(this.world), action });
    const correction = { codes: codesOf(isOther) };
    expect(await this.world.decide(task, { action, ...(action === 'confirm-codes' && { correction }) })).toBe(
      true,
    );
  };

  private undo = async (back: number): Promise<void> => {
    const noted = this.pile.at(-1 - back);
    if (!noted) return;
    const task = this.taskOf(noted);
    const answer = await this.world.undo(task);
    const mayBe = back === 0 && !this.isInFile;
    expect(answer?.outcome).toBe(mayBe ? 'undone' : 'refused');
    if (!mayBe) {
      this.counts.refused += 1;
      return;
    }
    this.pile.pop();
    this.counts.undone += 1;
    expect(seenOf(this.world)).toEqual(noted.before);
    expect(this.world.open.map(({ taskId }) => taskId)).toEqual([noted.taskId]);
    expect(this.taskOf(noted).history.at(-1)).toMatchObject({
      handling: 'reopen',
      decided: { action: noted.action },
    });
    expect(this.world.queue).toEqual([]);
    // Once more it is the same.
    const { version } = this.world.encounter;
    expect(await this.world.undo(task)).toBeUndefined();
    expect(this.world.encounter.version).toBe(version);
  };

  private taskOf = ({ taskId }: Noted): Task => {
    const task = this.world.tasks.get(taskId);
    if (!task) throw new Error(`No task ${taskId}`);
    return task;
  };

  private expectSound = (): void => {
    const { world } = this;
    const live = [...world.claims.values()].filter(({ status }) => status !== 'closed');
    const waiting = world.coding.waiting.map((one) => one.waiting?.waitId);
    const [open, ...more] = world.open;
    expect(more).toEqual([]);
    // Somebody is asked, or there is a claim, or somebody said that there is none: one of the three.
    expect(
      [open !== undefined, live.length > 0, world.encounter.status === 'not-billable'].filter(Boolean),
    ).toEqual([true]);
    expect(waiting).toEqual(open ? [`task/${open.awaitedAs ?? open.taskId}`] : []);
    expect(world.lifecycle.waiting.map(({ claimId }) => claimId)).toEqual(live.map(({ claimId }) => claimId));
    for (const claim of live) {
      expect(claim.diagnoses).toEqual(world.encounter.codes?.diagnoses);
      this.counts.claims += 1;
    }
    expect(new Set(world.sent).size).toBe(world.sent.length);
  };
}

it('whatever is decided, sent and taken back: a visit goes back as long as no file holds its claim', async () => {
  const counts = { undone: 0, refused: 0, claims: 0, deep: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...rules), program, async (rule, steps) => {
      const notebook = new Notebook();
      notebook.world.rule = rule;
      await notebook.world.begin();
      for (const step of steps) await notebook.take(step);
      counts.undone += notebook.counts.undone;
      counts.refused += notebook.counts.refused;
      counts.claims += notebook.counts.claims;
      counts.deep += notebook.world.tasks.size > 1 ? 1 : 0;
    }),
    { numRuns: 200 },
  );
  // What was looked at is not nothing: undone, refused, billed, and decided one after another.
  for (const [what, times] of Object.entries(counts)) expect([what, times > 5]).toEqual([what, true]);
}, 120_000);
