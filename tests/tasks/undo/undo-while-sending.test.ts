import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sendBatch } from '../../../functions/batches/send-batch.ts';
import { whenDue } from '../../../functions/batches/when-due.ts';
import { resubmitClaim } from '../../../functions/claims/resubmit-claim.ts';
import { submitClaim } from '../../../functions/claims/submit-claim.ts';
import { billedAgain } from '../../../functions/coordination/bill-again.ts';
import { giveOver } from '../../../functions/coordination/give-over.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { patientControlNumber } from '../../../functions/domain/ids.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { applyDecision } from '../../../functions/domain/undo/decided.ts';
import {
  type UndoAnswer,
  type UndoEffects,
  undoDecision,
} from '../../../functions/tasks/undo/undo-decision.ts';
import { type BatchWorld, batchWorld, later, now, numbersIn } from '../../factories/batches/batch-world.ts';
import { practiceThatBatches } from '../../factories/batches/batching.ts';
import { openClaim } from '../../factories/batches/queued-claims.ts';
import { adjudicated } from '../../factories/claims.ts';
import { payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { biller, decidedTask } from '../../factories/tasks.ts';

const at = { now, timeZone: 'America/Chicago' } as const;

const denied = (index: number): Claim => {
  const { status, submissions, adjudications, payerControlNumber } = adjudicated();
  const numbers = { status, adjudications, ...(payerControlNumber && { payerControlNumber }) };
  return openClaim(index, { ...numbers, submissions, remittances: 1 });
};

const taskOf = ({ claimId }: Claim): Task =>
  decidedTask('resubmit', { taskId: `${claimId}-0-denial`, claimId });

const resubmitted = (claim: Claim): Claim => {
  const change = resubmitClaim(claim, taskOf(claim), practice());
  if (!change) throw new Error('Nothing was resubmitted');
  return { ...change.claim, version: claim.version + 1 };
};

const undoing = (world: BatchWorld): UndoEffects => ({
  findClaim: world.posting.findClaim,
  findQueued: world.sending.findQueued,
  findOutbox: async () => ({ batchMinutes: 30 }),
  findTask: async () => undefined,
  getTask: async () => Promise.reject(new Error('No task is read')),
  closeTask: async () => true,
  answerWait: world.sending.answerWait,
  endRound: async () => undefined,
  startClaimLifecycle: async () => undefined,
  getPractice: async () => practice(),
  sendMail: async () => undefined,
  writeTogether: async (changes, transmissions) => {
    const { claims } = world.records;
    const numbers = transmissions.map((one) => patientControlNumber(one.claimId, one.submissionNumber));
    if (changes.some(({ before }) => claims.get(before.claimId)?.version !== before.version)) return false;
    if (numbers.some((number) => world.taken.has(number))) return false;
    for (const { before, change } of changes)
      claims.set(before.claimId, { ...change.claim, version: before.version + 1 });
    for (const number of numbers) world.queued.delete(number);
    return true;
  },
});

/** The effects with every step between others’ steps, in an order that the scheduler chooses. */
const interleaved = <E extends object>(effects: E, scheduler: fc.Scheduler): E =>
  Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => [
      name,
      name === 'sent' ? effect : scheduler.scheduleFunction(effect),
    ]),
  ) as E; // the same effects, each with its own type

/** What must be so of one claim, told by what its person was told alone. */
const expectOneWinner = (world: BatchWorld, before: Claim, answer: UndoAnswer | undefined): void => {
  const after = world.records.claims.get(before.claimId);
  if (!after) throw new Error('The claim is gone');
  const files = [...world.objects.values()].flatMap(numbersIn);
  const inFiles = files.filter((number) => number === `${before.claimId}-2`).length;
  const isUndone = answer?.outcome === 'undone';
  expect(inFiles).toBe(isUndone ? 0 : 1);
  expect(after.status).toBe(isUndone ? 'adjudicated' : 'submitted');
  expect(after.submissions).toHaveLength(isUndone ? 1 : 2);
  if (answer?.outcome === 'refused') expect(answer.state).toEqual({ kind: 'left', why: 'sent' });
};

it('of an undo and a batch that meet, exactly one wins, and both know', async () => {
  const outcomes = { undone: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('undo', 'undo twice', 'none'), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (scheduler, wishes, batchClaims, isQueuedBefore) => {
        const before = wishes.map((_wish, index) => denied(index + 1));
        const parties = { practice: practiceThatBatches({ batchClaims }), payers };
        const world = batchWorld(before.map(resubmitted), parties);
        const submit = (claim: Claim, effects = world.submitting) => submitClaim(claim.claimId, now, effects);
        if (isQueuedBefore) for (const claim of before) await submit(claim);
        const undo = interleaved(undoing(world), scheduler);
        const answers = before.map(async (claim, index): Promise<UndoAnswer | undefined> => {
          if (wishes[index] === 'none') return undefined;
          const [answer, again] = await Promise.all(
            (wishes[index] === 'undo' ? [1] : [1, 2]).map(() =>
              undoDecision(taskOf(claim), biller, at, undo),
            ),
          );
          if (again) expect(again.outcome).toBe(answer?.outcome);
          return answer;
        });
        const submits = before.map((claim) => submit(claim, interleaved(world.submitting, scheduler)));
        const sending = interleaved(world.sending, scheduler);
        const send = async (): Promise<void> => {
          const [outboxId] = world.outboxes.keys();
          if (outboxId) await sendBatch(outboxId, now, whenDue(later), sending);
        };
        await scheduler.waitFor(Promise.all([...answers, ...submits, send(), send(), send()]));
        // What was taken back leaves the outbox with one run, and what waits behind it goes out with the next.
        for (const _run of before)
          for (const [outboxId] of world.outboxes)
            await sendBatch(outboxId, now, whenDue(later), world.sending);
        for (const [index, claim] of before.entries()) {
          const answer = await answers[index];
          expectOneWinner(world, claim, answer);
          if (answer && answer.outcome !== 'nothing') outcomes[answer.outcome] += 1;
        }
        expect(world.queued.size).toBe(0);
      },
    ),
    { numRuns: 400 },
  );
  // Both came about: the property is about a race.
  expect(Math.min(outcomes.undone, outcomes.refused)).toBeGreaterThan(5);
});

/** A claim that another payer's takes the place of, with the void that its own payer is told; and that other claim. */
const givenOver = (before: Claim, other: Claim): Claim => {
  const { taskId, outcome } = otherPayerTask(before);
  const payer = payers.find(({ payerId }) => payerId === before.payerId);
  if (!outcome || !payer) throw new Error('Nothing was decided');
  const decided = applyDecision(before, before, { taskId, outcome })?.claim ?? before;
  const given = giveOver(decided, other.claimId, { isWaiting: false })?.claim ?? decided;
  const told = billedAgain(given, { ...payer, misdirectedClaims: 'void' })?.claim ?? given;
  return { ...told, version: before.version + 1 };
};

const otherPayerTask = ({ claimId }: Claim): Task =>
  decidedTask('bill-other-payer', { taskId: `${claimId}-0-denial`, claimId });

it('of an undo and the files of a void and of the claim in its place, all goes or nothing', async () => {
  const outcomes = { undone: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 2 }),
      fc.nat(9),
      async (scheduler, batchClaims, late) => {
        const before = denied(1);
        const made: Claim = { ...openClaim(2), insteadOf: before.claimId };
        const former = givenOver(before, made);
        expect(former.submissions.at(-1)).toMatchObject({ number: 2, frequency: '8' });
        const world = batchWorld([former, made], {
          ...{ practice: practiceThatBatches({ batchClaims }), payers },
        });
        for (const { claimId } of [made, former]) await submitClaim(claimId, now, world.submitting);
        const sending = interleaved(world.sending, scheduler);
        const send = async (): Promise<void> => {
          // The one who takes back reads more than the one who sends: both are given a chance.
          for (let step = 0; step < late; step++) await scheduler.schedule(Promise.resolve());
          const [outboxId] = world.outboxes.keys();
          if (outboxId) await sendBatch(outboxId, now, whenDue(later), sending);
        };
        const undo = undoDecision(otherPayerTask(before), biller, at, interleaved(undoing(world), scheduler));
        const [answer] = await scheduler.waitFor(Promise.all([undo, send(), send()]));
        for (let run = 0; run < 2; run++)
          for (const [outboxId] of world.outboxes)
            await sendBatch(outboxId, now, whenDue(later), world.sending);
        if (answer.outcome === 'nothing') throw new Error('There was a decision');
        outcomes[answer.outcome] += 1;
        const isUndone = answer.outcome === 'undone';
        const files = [...world.objects.values()].flatMap(numbersIn).toSorted();
        expect(files).toEqual(isUndone ? [] : [`${former.claimId}-2`, `${made.claimId}-1`].toSorted());
        const after = world.records.claims.get(former.claimId);
        expect([after?.status, after?.submissions.length]).toEqual(
          isUndone ? ['adjudicated', 1] : ['submitted', 2],
        );
        expect(world.records.claims.get(made.claimId)?.end).toBe(isUndone ? 'taken-back' : undefined);
        expect(world.queued.size).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
  expect(Math.min(outcomes.undone, outcomes.refused)).toBeGreaterThan(5);
});
