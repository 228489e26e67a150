import { followUpClaim } from '../../../functions/claims/follow-up-claim.ts';
import { generateClaim } from '../../../functions/claims/generate-claim.ts';
import { keepWaiting } from '../../../functions/claims/keep-waiting.ts';
import { recordLifecycle } from '../../../functions/claims/open-claim.ts';
import { submitClaim } from '../../../functions/claims/submit-claim.ts';
import { acceptAndLearn } from '../../../functions/coding/accept-and-learn.ts';
import { describeCoding } from '../../../functions/coding/describe-coding.ts';
import { extractDocument } from '../../../functions/coding/extract-document.ts';
import { proposeCodes } from '../../../functions/coding/propose-codes.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { ClaimChange } from '../../../functions/domain/claim-change.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../../functions/domain/encounter.ts';
import type { Mail } from '../../../functions/domain/mail.ts';
import type { QueuedClaim } from '../../../functions/domain/outbox/outbox.ts';
import { isToBeSent, recordSent } from '../../../functions/domain/outbox/transmissions.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { revised } from '../../../functions/domain/tasks/revision.ts';
import type { TermDecision } from '../../../functions/domain/term-decision.ts';
import type { VisitUndo } from '../../../functions/domain/undo/visit/visit-undo.ts';
import { waits } from '../../../functions/domain/wait.ts';
import {
  describeEdits,
  describePracticeRecords,
  describeRegistrationEdits,
} from '../../../functions/scrubbing/describe-edits.ts';
import { scrubEncounter } from '../../../functions/scrubbing/scrub-encounter.ts';
import { completeTask } from '../../../functions/tasks/complete-task.ts';
import { decideTask } from '../../../functions/tasks/decide-task.ts';
import { raiseTaskForStep } from '../../../functions/tasks/raise-task-for-step.ts';
import { type UndoTaskEffects, undoStateOfTask, undoTask } from '../../../functions/tasks/undo/undo-task.ts';
import { LifecycleRunner } from '../../coordination/lifecycle-runner.ts';
import { aRule } from '../../domain/rules/a-visit.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { sampleDay, samples } from '../../factories/sample-visits.ts';
import { anOutcome, biller } from '../../factories/tasks.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');

export const sampleCodes = sample.expected;

const id = { practiceId: 'maple-street', encounterId: 'E1014' };

/** What the practice's own rule does with the visit, and whose desk it is. */
export type HouseRule = { readonly does: 'warn' | 'hold'; readonly desk: 'coder' | 'clinic' | 'biller' };

const ruleOf = ({ does, desk }: HouseRule) =>
  aRule(does === 'warn' ? { warn: 'Look at this visit', desk } : { hold: 'Look at this visit', desk }, {
    ruleId: 'of-the-house',
    when: { path: 'registration.placeOfService', is: '11' },
  });

/**
 * A visit in memory from its note to its claims, by the two machines as they are deployed: its tasks, what the practice's
 * memory learned, and what waits for a file.
 */
export class CodedVisitWorld {
  encounter: Encounter = anEncounter({
    ...{ ...id, status: 'coding', version: 1, registration: sample?.registration },
    ...{ suggestions: [], questions: [], proposal: undefined },
  });
  readonly tasks = new Map<string, Task>();
  readonly claims = new Map<string, Claim>();
  readonly queue: (QueuedClaim & { taken?: boolean })[] = [];
  readonly counted = new Map<string, { readonly rows: readonly TermDecision[]; takenBack: boolean }>();
  readonly mails: Mail[] = [];
  /** CLM01 of what went out, in its order. */
  readonly sent: string[] = [];
  readonly events: string[] = [];
  rule: HouseRule | undefined;
  now = new Date(`${sampleDay}T12:00:00.000Z`);
  /** Runs before an undo is written: whoever is faster. */
  beforeWrite: (() => Promise<void>) | undefined;
  readonly lifecycle: LifecycleRunner;
  readonly coding: LifecycleRunner;

  constructor() {
    this.lifecycle = new LifecycleRunner(this.claimFunctions());
    this.coding = new LifecycleRunner(this.codingFunctions(), 'coding');
  }

  begin = async (): Promise<void> => {
    await this.coding.start('first', id);
    await this.rest();
  };

  rest = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      await this.coding.settle();
      await this.lifecycle.settle();
    }
  };

  get open(): readonly Task[] {
    return [...this.tasks.values()].filter(({ status }) => status === 'open');
  }

  /** What the memory holds. */
  get learned(): readonly TermDecision[] {
    return [...this.counted.values()].flatMap(({ rows, takenBack }) => (takenBack ? [] : rows));
  }

  decide = async (task: Task, said: Partial<TaskOutcome>): Promise<boolean> => {
    const outcome = anOutcome({ note: 'As the note documents it', at: this.now.toISOString(), ...said });
    const answer = await completeTask(task, outcome, {
      ...this.taskEffects(),
      findClaim: async (claimId) => this.claims.get(claimId),
      listPayers: async () => payers,
      carryOut: async () => undefined,
    });
    await this.rest();
    return answer.success && answer.data.taken;
  };

  /** News ends a task, as a document or a registration that comes does. */
  end = async (task: Task, action: 'start-over' | 'check-again'): Promise<void> => {
    const by = { kind: 'step', subject: 'receive-document' } as const;
    await decideTask(task, { action, by, at: this.now.toISOString(), note: '' }, this.taskEffects());
    await this.rest();
  };

  undo = async (task: Task) => {
    const standing = this.tasks.get(task.taskId) ?? task;
    const answer = await undoTask(standing, biller, this.now, this.undoing());
    await this.rest();
    // Nobody decides anew within the same moment.
    this.now = new Date(this.now.getTime() + 1000);
    return answer;
  };

  stateOf = (task: Task) =>
    undoStateOfTask(this.tasks.get(task.taskId) ?? task, practice(), this.now, this.undoing());

  /** Somebody takes what waits for a file. */
  take = (): void => {
    for (const one of this.queue) one.taken = true;
  };

  /** The file goes, with what is still to be sent of it. */
  send = async (): Promise<void> => {
    for (const queued of this.queue.splice(0)) {
      const { claimId, submissionNumber, queuedAt } = queued;
      const claim = this.claims.get(claimId);
      const isSent = claim !== undefined && isToBeSent(claim, submissionNumber, queued);
      if (isSent) {
        await this.change(claimId, (one) =>
          recordSent(one, submissionNumber, { key: 'f', at: this.now.toISOString() }),
        );
        this.sent.push(`${claimId}-${submissionNumber}`);
      }
      await this.lifecycle.answerWait(waits.transmission(claimId, submissionNumber, queuedAt), {
        outcome: isSent ? 'sent' : 'withdrawn',
      });
    }
    await this.rest();
  };

  change = async (claimId: string, decide: (claim: Claim) => ClaimChange | undefined): Promise<Claim> => {
    const before = this.claims.get(claimId);
    if (!before) throw new Error(`No claim ${claimId}`);
    const change = decide(before);
    if (!change) return before;
    const after = { ...change.claim, version: before.version + 1 };
    this.claims.set(claimId, after);
    this.events.push(change.event.type);
    return after;
  };

  private changeEncounter = async (_id: EncounterId, patch: PatchEncounter): Promise<Encounter> => {
    const change = patch(this.encounter);
    if (change) this.encounter = { ...this.encounter, ...change, version: this.encounter.version + 1 };
    return this.encounter;
  };

  private answerWait = async (waitId: string, answer: Record<string, unknown>): Promise<void> => {
    await this.coding.answerWait(waitId, answer);
    await this.lifecycle.answerWait(waitId, answer);
  };

  /** As the store does it: nobody wrote it since it was read. */
  private write = (task: Task, standing: Task['status']): boolean => {
    const now = this.tasks.get(task.taskId);
    if (now?.status !== standing || (now.revision ?? 0) !== (task.revision ?? 1) - 1) return false;
    this.tasks.set(task.taskId, task);
    return true;
  };

  private getTask = async (taskId: string): Promise<Task> => {
    const task = this.tasks.get(taskId);
    if (!task) throw new Error(`No task ${taskId}`);
    return task;
  };

  private taskEffects() {
    return {
      getPractice: async () => practice(),
      addTask: async (task: Task) => {
        const known = this.tasks.get(task.taskId) ?? task;
        this.tasks.set(task.taskId, known);
        return known;
      },
      saveOpenTask: async (task: Task) => this.write(task, 'open'),
      closeTask: async (task: Task, outcome: TaskOutcome) =>
        this.write(revised({ ...task, status: 'done', outcome }), 'open'),
      reopenTask: async (task: Task) => this.write(task, 'done'),
      getTask: this.getTask,
      findTask: async (taskId: string) => this.tasks.get(taskId),
      signLink: async () => 'https://link',
      sendMail: async (mail: Mail) => void this.mails.push(mail),
      answerWait: this.answerWait,
    };
  }

  private undoing = (): UndoTaskEffects => ({
    ...this.taskEffects(),
    findEncounter: async () => this.encounter,
    changeEncounter: this.changeEncounter,
    claimsOfEncounter: async () => [...this.claims.values()],
    tasksOfEncounter: async () => [...this.tasks.values()],
    findClaim: async (claimId) => this.claims.get(claimId),
    findQueued: async (one) => this.queued(one.claimId, one.submissionNumber),
    findOutbox: async () => ({ batchMinutes: 30 }),
    endRound: this.lifecycle.endRound,
    writeTogether: async () => false,
    writeVisitUndo: this.writeVisitUndo,
    startClaimLifecycle: this.lifecycle.start,
    startCoding: async (name, of) => {
      await this.coding.start(name, of);
      return name;
    },
    forgetReview: this.forget,
  });

  private forget = async (_practiceId: string, reviewId: string): Promise<void> => {
    const review = this.counted.get(reviewId);
    if (review) review.takenBack = true;
  };

  private queued = (claimId: string, submissionNumber: number) =>
    this.queue.find((one) => one.claimId === claimId && one.submissionNumber === submissionNumber);

  private writeVisitUndo = async (undo: VisitUndo): Promise<boolean> => {
    await this.beforeWrite?.();
    const { encounter, tasks, claims, transmissions } = undo;
    const waiting = transmissions.flatMap((one) => this.queued(one.claimId, one.submissionNumber) ?? []);
    const isAsRead =
      encounter.version === this.encounter.version + 1 &&
      tasks.every(({ before }) => {
        const now = this.tasks.get(before.taskId);
        return now?.status === before.status && now.revision === before.revision;
      }) &&
      claims.every(({ before }) => this.claims.get(before.claimId)?.version === before.version) &&
      !waiting.some(({ taken }) => taken);
    if (!isAsRead) return false;
    this.encounter = encounter;
    for (const { after } of tasks) this.tasks.set(after.taskId, after);
    for (const { before, change } of claims) await this.change(before.claimId, () => change);
    for (const one of waiting) this.queue.splice(this.queue.indexOf(one), 1);
    return true;
  };

  private ruleSet = () => ({
    ...{ practiceId: id.practiceId, version: 1, note: '', by: biller, at: this.now.toISOString() },
    rules: this.rule ? [ruleOf(this.rule)] : [],
  });

  private codingFunctions() {
    const getEncounter = async () => this.encounter;
    const changeEncounter = this.changeEncounter;
    return {
      ExtractText: async () => ({
        outcome: await extractDocument(id, {
          ...{ getEncounter, changeEncounter, writeText: async () => undefined },
          readDocument: async () => new TextEncoder().encode(sample?.note ?? ''),
        }),
      }),
      SuggestCodes: async () => ({
        outcome: await proposeCodes(id, {
          ...{
            getEncounter,
            changeEncounter,
            others: [],
            failed: () => undefined,
            answered: () => undefined,
          },
          readNote: async () => sample?.note ?? '',
          getPractice: async () => practice({ codingPolicy: { autoAcceptConfidence: 1 } }),
          findTermDecisions: async () => ({ notes: 0, decisions: [] }),
        }),
      }),
      AcceptCodes: async ({ taskId }: Record<string, string>) => ({
        outcome: await acceptAndLearn(
          { ...id, taskId },
          {
            ...{ getTask: this.getTask, changeEncounter, forgetReview: this.forget },
            addTermDecisions: async (_practiceId, reviewId, rows) => {
              if (!this.counted.has(reviewId)) this.counted.set(reviewId, { rows, takenBack: false });
            },
          },
        ),
      }),
      ScrubEncounter: async () => ({
        ...(await scrubEncounter(id, this.now, {
          ...{ getEncounter, changeEncounter, getPractice: async () => practice() },
          findPayer: async (_practiceId, payerId) => payers.find((one) => one.payerId === payerId),
          rulesInForce: async () => this.ruleSet(),
          recordsOfPatient: async () => ({ claims: [], encounters: [], authorizations: [] }),
          outcomesOf: async () => [],
          raiseTask: async () => undefined,
        })),
      }),
      RaiseTask: async (step: Record<string, string>) => ({
        ...(await raiseTaskForStep(step as never, {
          ...this.taskEffects(),
          ...{
            visitOf: async () => id,
            getEncounter,
            getClaimContext: this.context,
            denials: {} as never, // no claim of this world is denied
            claimDrafts: {} as never, // nor asked about by a step
          },
          encounterDrafts: {
            coding: ({ questions }) => describeCoding(questions),
            'encounter-edits': ({ findings }) => describeEdits(findings),
            'registration-edits': ({ findings }) => describeRegistrationEdits(findings),
            'practice-records': ({ findings }) => describePracticeRecords(findings),
            'unreadable-document': () => {
              throw new Error('The note can be read');
            },
          },
        })),
      }),
      GenerateClaim: async () => ({
        ...(await generateClaim(id, this.now, {
          ...{ getEncounter, changeEncounter, getPractice: async () => practice() },
          getPayer: async (_practiceId, payerId) => this.payer(payerId),
          addClaim: async (claim) => {
            if (this.claims.has(claim.claimId)) return false;
            this.claims.set(claim.claimId, claim);
            return true;
          },
          findClaim: async (claimId) => this.claims.get(claimId),
          changeClaim: this.change,
          feesFor: async () => [],
          startClaimLifecycle: this.lifecycle.start,
        })),
      }),
    };
  }

  private payer = (payerId: string) => {
    const payer = payers.find((one) => one.payerId === payerId);
    if (!payer) throw new Error(`No payer ${payerId}`);
    return payer;
  };

  private context = async (claimId: string) => {
    const claim = this.claims.get(claimId);
    if (!claim) throw new Error(`No claim ${claimId}`);
    return { claim, payer: this.payer(claim.payerId), practice: practice() };
  };

  private claimFunctions() {
    const { change, context } = { change: this.change, context: this.context };
    return {
      OpenClaim: async ({ claimId = '', executionArn = '' }: Record<string, string>) => {
        const { status } = await change(claimId, (one) => recordLifecycle(one, executionArn));
        return { outcome: status === 'closed' ? 'closed' : 'open' };
      },
      CheckEligibility: async ({ claimId = '' }: Record<string, string>) => {
        await change(claimId, (one) =>
          one.status === 'ready'
            ? {
                claim: { ...one, status: 'covered' },
                event: { type: 'x', actor: { kind: 'step', subject: 'test' }, detail: {} },
              }
            : undefined,
        );
        return { outcome: 'covered', wait: null };
      },
      SubmitClaim: async ({ claimId = '' }: Record<string, string>) => ({
        ...(await submitClaim(claimId, this.now, {
          ...{ getClaimContext: context, changeClaim: change },
          findQueued: async (one) => this.queued(one.claimId, one.submissionNumber),
          queueClaim: async (queued) => this.queue.push(queued),
          removeQueued: async (queued) => {
            this.queue.splice(
              this.queue.findIndex((one) => one.claimId === queued.claimId),
              1,
            );
          },
        })),
      }),
      SendBatch: async () => ({ outcome: 'done' }),
      FollowUpClaim: async ({ claimId = '' }: Record<string, string>) => ({
        ...(await followUpClaim({ claimId }, this.now, {
          ...{ getClaimContext: context, changeClaim: change, findPace: async () => undefined },
        })),
      }),
      KeepWaiting: async ({ claimId = '', taskId = '' }: Record<string, string>) => {
        const task = await this.getTask(taskId);
        await change(claimId, (one) => keepWaiting(one, task, 'America/New_York'));
        return { outcome: 'done' };
      },
    };
  }
}
