import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import type { ClaimAction, Task } from '../../../functions/domain/task.ts';
import { openParts } from '../../../functions/domain/tasks/open-parts.ts';
import { cents } from '../../../functions/edi/money.ts';
import { oneDesk, VisitWorld } from '../../coordination/visit-world.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';

const actions = ['resubmit', 'write-off', 'decide-parts', 'bill-next-payer', 'bill-patient'] as const;

type Step =
  | { readonly do: 'decide'; readonly action: ClaimAction }
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'send' }
  | { readonly do: 'deny' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('decide'), action: fc.constantFrom(...actions) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('undo'), back: fc.nat({ max: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('send') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('deny') }) },
  ) as fc.Arbitrary<Step>, // each of the four
  { minLength: 2, maxLength: 10 },
);

/** What a decision was, in a person's notebook: how the claim stood before it, and whether anything of it has gone out. */
type Noted = { readonly task: Task; readonly before: unknown; hasLeft: boolean };

const seenOf = (claim: Claim) => ({
  position: claimPosition(claim),
  ...{ status: claim.status, end: claim.end, lines: claim.lines, coverage: claim.coverage },
  transmissions: claim.submissions.map(({ number, sentAt }) => [number, sentAt]),
});

const denial = (submissionNumber: number, count: number) => {
  const disputed = [adjustment('CO', '197', 4_000), adjustment('PR', '96', 4_000)];
  const ids = { adjudicationId: `payment-${count}/1`, traceNumber: `90${count}`, paymentDate: '2026-10-28' };
  return adjudication({ ...ids, submissionNumber }, disputed);
};

/** A notebook against the product: what was decided last and has not gone out is taken back, and nothing else. */
class Notebook {
  readonly world: VisitWorld;
  readonly noted: Noted[] = [];
  private payments = 1;

  constructor(payers: number) {
    this.world = new VisitWorld(payers, []);
    this.world.routing = oneDesk;
  }

  begin = async (): Promise<void> => {
    await this.world.begin();
    await this.world.post(this.first.claimId, [denial(1, this.payments)]);
    this.world.holdsFiles = true;
  };

  get first(): Claim {
    const [claim] = this.world.claims.values();
    if (!claim) throw new Error('There is no claim');
    return claim;
  }

  take = async (step: Step): Promise<void> => {
    this.world.now = new Date(this.world.now.getTime() + 60_000);
    if (step.do === 'decide') await this.decide(step.action);
    if (step.do === 'undo') await this.undo(step.back);
    if (step.do === 'send') await this.send();
    if (step.do === 'deny') await this.deny();
    this.expectNothingHangs();
  };

  private decide = async (action: ClaimAction): Promise<void> => {
    const task = this.world.openTasks.find(({ claimId }) => claimId === this.first.claimId);
    if (!task?.actions.includes(action)) return;
    const [part] = openParts(this.first);
    if (action === 'decide-parts' && (part?.amount ?? 0) < 1_000) return;
    const { line, group = 'CO', reason = '' } = part ?? {};
    const place = { ...(line !== undefined && { line }), group, reason };
    const parts = [{ ...place, amount: cents(1_000), action: 'write-off' as const }];
    const correction = { memberId: `NW${this.noted.length}` };
    this.noted.push({ task, before: seenOf(this.first), hasLeft: false });
    await this.world.work(task, action, {
      ...(action === 'decide-parts' && { parts }),
      ...(action === 'resubmit' && { correction }),
    });
  };

  private undo = async (back: number): Promise<void> => {
    const noted = this.noted.at(-1 - back);
    if (!noted) return;
    const { outcome } = await this.world.undo(noted.task);
    const isLast = back === 0;
    expect(outcome).toBe(isLast && !noted.hasLeft ? 'undone' : 'refused');
    if (outcome !== 'undone') return;
    expect(seenOf(this.first)).toEqual(noted.before);
    this.noted.pop();
  };

  private send = async (): Promise<void> => {
    const gone = new Set(this.world.queue.map(({ claimId }) => claimId));
    await this.world.sendFiles();
    if (gone.size > 0) this.leave();
  };

  /** What went out went out for all that was decided up to it. */
  private leave = (): void => {
    for (const one of this.noted) one.hasLeft = true;
  };

  private deny = async (): Promise<void> => {
    const { claimId, submissions, status } = this.first;
    const number = submissions.length;
    if (status !== 'accepted' || !submissions.at(-1)?.sentAt || number < 2) return;
    this.payments += 1;
    await this.world.post(claimId, [denial(number, this.payments)]);
    this.leave();
  };

  private expectNothingHangs = (): void => {
    for (const { claimId, status } of this.world.claims.values()) {
      const waits = this.world.runner.waiting.filter((one) => one.claimId === claimId);
      expect([claimId, waits.length]).toEqual([claimId, status === 'closed' ? 0 : 1]);
    }
    for (const { taskId } of this.world.openTasks)
      expect(this.world.runner.waiting.map(({ waiting }) => waiting?.waitId)).toContain(`task/${taskId}`);
  };
}

it('whatever is decided, sent and taken back: the last that is still here is undone, all else stays', async () => {
  const counts = { undone: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 }), steps, async (payers, program) => {
      const notebook = new Notebook(payers);
      await notebook.begin();
      for (const step of program) await notebook.take(step);
      counts.undone += notebook.world.events.filter(({ type }) => type === 'decision-undone').length;
    }),
    { numRuns: 200 },
  );
  expect(counts.undone).toBeGreaterThan(20);
});
