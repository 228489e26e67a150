import { describeRejection } from '../../functions/acknowledgements/describe-rejection.ts';
import { checkClaimStatus } from '../../functions/claim-status/check-claim-status.ts';
import { describeFollowUp } from '../../functions/claim-status/describe-follow-up.ts';
import { recordAppeal } from '../../functions/claims/appeal-claim.ts';
import { billPatientByDecision, billPatientShare } from '../../functions/claims/bill-patient.ts';
import { closeClaim } from '../../functions/claims/close-claim.ts';
import { followUpClaim } from '../../functions/claims/follow-up-claim.ts';
import { keepWaiting } from '../../functions/claims/keep-waiting.ts';
import { letStand } from '../../functions/claims/let-stand.ts';
import { recordLifecycle } from '../../functions/claims/open-claim.ts';
import { decideParts } from '../../functions/claims/parts/decide-parts.ts';
import { writeOffClaim } from '../../functions/claims/parts/write-off-claim.ts';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import { settleStep } from '../../functions/claims/settle-claim.ts';
import { submitClaim } from '../../functions/claims/submit-claim.ts';
import { billAgain } from '../../functions/coordination/bill-again.ts';
import type { BillKnownPayerEffects } from '../../functions/coordination/bill-known-payer.ts';
import { billNextPayer } from '../../functions/coordination/bill-next-payer.ts';
import { describeCorrection } from '../../functions/coordination/describe-correction.ts';
import { denialWork } from '../../functions/denials/denial-work.ts';
import { stepActor } from '../../functions/domain/actor.ts';
import type { Takeback } from '../../functions/domain/claim/moved-money.ts';
import type { Adjudication, Claim, ClaimContext } from '../../functions/domain/claim.ts';
import { type ClaimChange, changed } from '../../functions/domain/claim-change.ts';
import { isGivenOver } from '../../functions/domain/coordination/given-over.ts';
import type { PracticeRouting } from '../../functions/domain/denials/route-adjustment.ts';
import type { Checked } from '../../functions/domain/finding.ts';
import { type Entry, entriesBetween } from '../../functions/domain/ledger/entry.ts';
import type { QueuedClaim } from '../../functions/domain/outbox/outbox.ts';
import { isToBeSent, recordSent } from '../../functions/domain/outbox/transmissions.ts';
import type { PatientFile } from '../../functions/domain/patients/patient-record.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { ClaimAction, Task, TaskOutcome } from '../../functions/domain/task.ts';
import { basisOf } from '../../functions/domain/tasks/basis.ts';
import type { DecidedPart } from '../../functions/domain/tasks/decided-part.ts';
import { revised } from '../../functions/domain/tasks/revision.ts';
import { waits } from '../../functions/domain/wait.ts';
import { checkEligibility } from '../../functions/eligibility/check-eligibility.ts';
import { describeCoverage } from '../../functions/eligibility/describe-coverage.ts';
import { goOn, reopenIfIdle } from '../../functions/remittance/go-on.ts';
import { postRemittance, postTakeback } from '../../functions/remittance/post-remittance.ts';
import { completeTask, type DecisionEffects } from '../../functions/tasks/complete-task.ts';
import type { Completion } from '../../functions/tasks/decide-task.ts';
import { raiseDenial } from '../../functions/tasks/desks/raise-denial.ts';
import { sendNow } from '../../functions/tasks/desks/send-now.ts';
import { claimDraft, withOtherPayer } from '../../functions/tasks/raise-task-for-step.ts';
import { type UndoAnswer, type UndoEffects, undoDecision } from '../../functions/tasks/undo/undo-decision.ts';
import { withdrawOutdated, withdrawTask } from '../../functions/tasks/withdraw-outdated.ts';
import { keptRule } from '../denials/routing/a-rule.ts';
import { claim } from '../factories/claims.ts';
import { nextPayer, payers as samplePayers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome, aTask, biller } from '../factories/tasks.ts';
import { LifecycleRunner } from './lifecycle-runner.ts';

/** A practice that sends all its denials to one desk. */
export const oneDesk: PracticeRouting = {
  version: 1,
  rules: [keptRule({ ruleId: 'all', when: {} })],
};

/** How a later payer's contract has it that it is billed again. */
export type Contract = Payer['priorPayerCorrections'];

/** The payers of a visit by place; the invented contracts are those of commercial plans, so that none asks for SBR05. */
export const payerIds = ['northwind', 'cascade', 'prairie'] as const;

const ids: readonly string[] = payerIds;
const [, second] = samplePayers;
const places = ['P', 'S', 'T'] as const;

export const nextPayerAt = (at: number) => ({
  ...nextPayer,
  payerName: `Payer ${payerIds[at]}`,
  coverage: {
    ...nextPayer.coverage,
    payerId: payerIds[at] ?? '',
    memberId: `M${at}000001`,
    responsibility: places[at] ?? 'T',
  },
});

/** A visit's claims in memory, driven by the lifecycle as it is deployed, with what its payers got and its desks have to do. */
export class VisitWorld {
  readonly claims = new Map<string, Claim>();
  readonly tasks = new Map<string, Task>();
  /** 837P by CLM01, in the order of sending. */
  readonly sent = new Map<string, string>();
  readonly runner: LifecycleRunner;
  now = new Date('2026-11-02T10:00:00.000Z');
  private readonly contracts: readonly Contract[];
  /** How each payer undoes what another one owes, by place. */
  misdirected: readonly Payer['misdirectedClaims'][] = [];
  readonly queue: QueuedClaim[] = [];
  /** Whether files wait to be sent until `sendFiles`. */
  holdsFiles = false;
  /** What the last event of a kind says of a claim, by both. */
  readonly details = new Map<string, Record<string, unknown>>();
  /** Claims whose coverage was asked about. */
  readonly asked: string[] = [];
  /** Events of each claim, in their order. */
  readonly events: { readonly claimId: string; readonly type: string; readonly entries: readonly Entry[] }[] =
    [];

  constructor(payerCount: number, contracts: readonly Contract[], lines = claim().lines) {
    this.contracts = contracts;
    const first = claim({
      status: 'covered',
      lines,
      priorAuthorization: 'AUTH-OF-FIRST',
      nextPayers: [1, 2].slice(0, payerCount - 1).map(nextPayerAt),
      submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
    });
    this.claims.set(first.claimId, first);
    this.runner = new LifecycleRunner(this.functions());
  }

  payer = (payerId: string): Payer => {
    const at = ids.indexOf(payerId);
    if (!second) throw new Error('The samples have a second payer');
    const { priorPayerCorrections: _none, ...base } = second;
    const contract = this.contracts[at];
    const misdirectedClaims = this.misdirected[at];
    return {
      ...base,
      payerId,
      name: `Payer ${payerId}`,
      ...(contract && { priorPayerCorrections: contract }),
      ...(misdirectedClaims && { misdirectedClaims }),
    };
  };

  get = (claimId: string): Claim => {
    const found = this.claims.get(claimId);
    if (!found) throw new Error(`No claim ${claimId}`);
    return found;
  };

  change = async (claimId: string, decide: (claim: Claim) => ClaimChange | undefined): Promise<Claim> => {
    const before = this.get(claimId);
    const change = decide(before);
    if (!change) return before;
    const after = { ...change.claim, version: before.version + 1 };
    this.claims.set(claimId, after);
    this.details.set(`${claimId} ${change.event.type}`, change.event.detail);
    this.events.push({ claimId, type: change.event.type, entries: entriesBetween(before, after) });
    return after;
  };

  private context = async (claimId: string) => {
    const found = this.get(claimId);
    return { claim: found, payer: this.payer(found.payerId), practice: practice() };
  };

  begin = async (): Promise<void> => {
    const [first] = this.claims.values();
    if (first) await this.runner.start(first.claimId, first);
    await this.rest();
  };

  /** Lets workflows go on, files go out and be taken in, until everybody waits. */
  rest = async (): Promise<void> => {
    await this.runner.settle();
    if (!this.holdsFiles) await this.sendFiles();
  };

  /** Sends all that waits. */
  sendFiles = async (): Promise<void> => {
    while (this.queue.length > 0) {
      const queued = this.queue.shift();
      if (queued) await this.send(queued);
      await this.runner.settle();
    }
  };

  /** Takes the decision on a task back, in the name of its desk. */
  undo = async (task: Task): Promise<UndoAnswer> => {
    const at = { now: this.now, timeZone: 'America/Chicago' as const };
    const answer = await undoDecision(this.task(task.taskId), biller, at, this.undoing());
    await this.rest();
    return answer;
  };

  private undoing = (): UndoEffects => ({
    ...this.effects(),
    answerWait: this.runner.answerWait,
    findTask: async (taskId) => this.tasks.get(taskId),
    findOutbox: async () => ({ batchMinutes: 30 }),
    closeTask: async (task, outcome) => {
      if (this.tasks.get(task.taskId)?.status === 'done') return false;
      this.tasks.set(task.taskId, { ...task, status: 'done', outcome });
      return true;
    },
    getPractice: async () => practice(),
    sendMail: async () => undefined,
    endRound: this.runner.endRound,
    writeTogether: async (changes, transmissions) => {
      if (changes.some(({ before }) => this.get(before.claimId).version !== before.version)) return false;
      for (const { before, change } of changes) await this.change(before.claimId, () => change);
      for (const { claimId, submissionNumber } of transmissions) {
        const at = this.queue.findIndex(
          (one) => one.claimId === claimId && one.submissionNumber === submissionNumber,
        );
        if (at >= 0) this.queue.splice(at, 1);
      }
      return true;
    },
  });

  private send = async ({
    claimId,
    submissionNumber,
    queuedAt,
    text,
    openedBy,
  }: QueuedClaim): Promise<void> => {
    const isCurrent = isToBeSent(this.get(claimId), submissionNumber, { openedBy });
    const wait = waits.transmission(claimId, submissionNumber, queuedAt);
    if (!isCurrent) return this.runner.answerWait(wait, { outcome: 'withdrawn' });
    const at = this.now.toISOString();
    await this.change(claimId, (one) => recordSent(one, submissionNumber, { key: 'f', at }));
    this.sent.set(`${claimId}-${submissionNumber}`, text);
    await this.runner.answerWait(wait, { outcome: 'sent' });
    await this.change(claimId, (one) => {
      const submissions = one.submissions.map((each) =>
        each.number === submissionNumber
          ? {
              ...each,
              fileAccepted: true,
              acknowledgement: { outcome: 'accepted' as const, source: '277CA' as const, reasons: [] },
            }
          : each,
      );
      return changed(
        one,
        { submissions, status: 'accepted' },
        { type: 'x', actor: stepActor('test'), detail: {} },
      );
    });
    await this.runner.answerWait(waits.acknowledgement(claimId, submissionNumber), { outcome: 'accepted' });
  };

  post = async (claimId: string, decisions: readonly Adjudication[]): Promise<void> => {
    let wasClosed = false;
    const after = await this.change(claimId, (before) => {
      wasClosed = before.status === 'closed';
      return postRemittance(before, decisions);
    });
    await goOn(after, decisions.at(-1)?.adjudicationId, wasClosed, {
      answerWait: this.runner.answerWait,
      withdrawOutdated: async () => undefined,
      reopenClaim: (one) => this.runner.start(`${one.claimId}-${one.version}`, one),
    });
    await this.rest();
  };

  takeBack = async (claimId: string, takeback: Takeback): Promise<void> => {
    const wasClosed = this.get(claimId).status === 'closed';
    const after = await this.change(claimId, (one) => postTakeback(one, takeback));
    await reopenIfIdle(after, wasClosed, {
      reopenClaim: (one) => this.runner.start(`${one.claimId}-${one.version}`, one),
    });
    await this.rest();
  };

  get openTasks(): readonly Task[] {
    return [...this.tasks.values()].filter(({ status }) => status === 'open');
  }

  work = async (task: Task, action: ClaimAction, said: Partial<TaskOutcome> = {}): Promise<void> => {
    const done: Task = {
      ...task,
      status: 'done',
      outcome: anOutcome({ action, note: 'As the payer said by telephone', ...said }),
    };
    this.tasks.set(task.taskId, done);
    await this.runner.answerWait(waits.task(task.awaitedAs ?? task.taskId), {
      outcome: 'decided',
      action,
      taskId: task.taskId,
    });
    await this.rest();
  };

  /** Decides a task as its page does, with all that is checked; the claim goes on until everybody waits. */
  decide = async (task: Task, said: Partial<TaskOutcome>): Promise<Checked<Completion>> => {
    const outcome = anOutcome({ note: 'As the payer said by telephone', ...said });
    const answer = await completeTask(task, outcome, this.deciding());
    await this.rest();
    return answer;
  };

  /** Sends a correction that waits, as the button of its page does. */
  sendNow = async (task: Task): Promise<Checked<Task>> => {
    const answer = await sendNow(task, { by: biller, of: task.kept?.at }, this.now, this.deciding());
    await this.rest();
    return answer;
  };

  private deciding = (): DecisionEffects => ({
    ...this.desks(),
    findClaim: this.effects().findClaim,
    listPayers: async () => samplePayers,
    carryOut: async () => undefined,
  });

  /** Addresses of mails that were sent, in their order. */
  readonly mails: string[] = [];

  /** What raising and deciding the tasks of desks does to the world. */
  desks = () => ({
    ...this.effects(),
    getPractice: async () => practice(),
    findTask: async (taskId: string) => this.tasks.get(taskId),
    addTask: async (task: Task) => {
      const known = this.tasks.get(task.taskId) ?? task;
      this.tasks.set(task.taskId, known);
      return known;
    },
    saveOpenTask: async (task: Task) => this.write(task, 'open'),
    closeTask: async (task: Task, outcome: TaskOutcome) =>
      this.write(revised({ ...task, status: 'done', outcome }), 'open'),
    signLink: async () => 'https://link',
    sendMail: async ({ to }: { readonly to: string }) => void this.mails.push(to),
    workOf: async (context: ClaimContext) => {
      this.tablesRead++;
      const work = await denialWork(context, {
        routingInForce: async () => this.routing,
        listPayers: async () => payerIds.map(this.payer),
        findPatient: async () => this.patient,
      });
      return {
        ...work,
        describe: (own?: readonly DecidedPart[]) => withOtherPayer('denial', work.describe(own)),
      };
    },
  });

  /** How often the records behind a denial were read. */
  tablesRead = 0;

  /** The patient's record, where a story has one. */
  patient: PatientFile | undefined;

  /** The practice's own table, where a story has one. */
  routing: PracticeRouting | undefined;

  /** As the store does it: nobody wrote it since it was read. */
  private write = (task: Task, standing: Task['status']): boolean => {
    const now = this.tasks.get(task.taskId);
    if (now?.status !== standing || (now.revision ?? 0) !== (task.revision ?? 1) - 1) return false;
    this.tasks.set(task.taskId, task);
    return true;
  };

  /** The step that bills the payers of a decision, tried once more. */
  billNext = async (claimId: string, taskId: string): Promise<void> => {
    await billNextPayer(
      { practiceId: this.get(claimId).practiceId, claimId, taskId },
      this.now,
      this.effects(),
    );
    await this.rest();
  };

  /** What billing a payer that became known does to the world. */
  knownPayer = (): BillKnownPayerEffects => ({
    ...this.effects(),
    tasksOfClaim: async (claimId) => [...this.tasks.values()].filter((one) => one.claimId === claimId),
    withdrawTask: (task, note) => withdrawTask(task, { now: this.now, note }, this.undoing()),
  });

  private raise = async ({ kind = '', claimId = '' }: Record<string, string>) => {
    const context = await this.context(claimId);
    const { claim: of, payer } = context;
    if (kind === 'denial' && !isGivenOver(of)) {
      const awaited = await raiseDenial(context, this.desks());
      return {
        outcome: 'raised',
        taskId: awaited,
        wait: { waitId: waits.task(awaited), round: 0, ringAt: null },
      };
    }
    const drafts = {
      correction: () => describeCorrection(of, payer),
      'no-answer': () => describeFollowUp(of, payer),
      rejection: () => describeRejection(of, payer),
      coverage: () => describeCoverage(of, payer, []),
    };
    const draft = await claimDraft(kind as keyof typeof drafts, context, drafts);
    const taskId = `${claimId}-${of.decisions.length}-${kind}`;
    const { limits: _limits, ...fields } = draft;
    if (!this.tasks.has(taskId))
      this.tasks.set(
        taskId,
        aTask({
          ...{ ...fields, reasons: [...fields.reasons], actions: [...fields.actions] },
          ...{ taskId, claimId, basis: basisOf(of) },
        }),
      );
    return { outcome: 'raised', taskId, wait: { waitId: waits.task(taskId), round: 0, ringAt: null } };
  };

  private task = (taskId = ''): Task => {
    const found = this.tasks.get(taskId);
    if (!found) throw new Error(`No task ${taskId}`);
    return found;
  };

  private effects() {
    return {
      getClaimContext: this.context,
      findPace: async () => undefined,
      getPayer: async (_practiceId: string, payerId: string) => this.payer(payerId),
      changeClaim: this.change,
      findClaim: async (claimId: string) => this.claims.get(claimId),
      addClaim: async (added: Claim) => {
        if (this.claims.has(added.claimId)) return false;
        this.claims.set(added.claimId, added);
        return true;
      },
      findQueued: async ({ claimId, submissionNumber }: { claimId: string; submissionNumber: number }) =>
        this.queue.find((one) => one.claimId === claimId && one.submissionNumber === submissionNumber),
      queueClaim: async (queued: QueuedClaim) => this.queue.push(queued),
      removeQueued: async (queued: QueuedClaim) => void this.queue.splice(this.queue.indexOf(queued), 1),
      getTask: async (taskId: string) => this.task(taskId),
      payersDecided: async () => undefined,
      withdrawOutdated: (claim: Claim) => withdrawOutdated(claim, this.now, this.undoing()),
      sendToPartner: async () => ({}) as never,
      answerWait: (waitId: string, answer: Record<string, unknown>) => this.runner.answerWait(waitId, answer),
      startClaimLifecycle: (name: string, input: { practiceId: string; claimId: string }) =>
        this.runner.start(name, input),
    };
  }

  private functions() {
    const effects = this.effects();
    const changing =
      (decide: (claim: Claim, taskId?: string) => ClaimChange | undefined) =>
      async ({ claimId = '', taskId }: Record<string, string>) => {
        await this.change(claimId, (one) => decide(one, taskId));
        return { outcome: 'done' };
      };
    return {
      OpenClaim: async ({ claimId = '', executionArn = '' }: Record<string, string>) => {
        const after = await this.change(claimId, (one) => recordLifecycle(one, executionArn));
        return { outcome: after.status === 'closed' ? 'closed' : 'open' };
      },
      CheckEligibility: async ({ claimId = '' }: Record<string, string>) => {
        const { status } = this.get(claimId);
        const known = await checkEligibility(claimId, this.now, effects);
        if (known.outcome === 'asked') this.asked.push(claimId);
        if (status === 'ready' && known.outcome === 'asked') {
          await this.change(claimId, (one) =>
            changed(one, { status: 'covered' }, { type: 'x', actor: stepActor('test'), detail: {} }),
          );
          return { outcome: 'covered', wait: null };
        }
        return known;
      },
      SubmitClaim: ({ claimId = '' }: Record<string, string>) => submitClaim(claimId, this.now, effects),
      SendBatch: async () => ({ outcome: 'done' }),
      FollowUpClaim: ({ claimId = '', inquiry }: Record<string, string>) =>
        followUpClaim(
          { claimId, ...(inquiry !== undefined && { inquiry: Number(inquiry) }) },
          this.now,
          effects,
        ),
      CheckClaimStatus: ({ claimId = '' }: Record<string, string>) =>
        checkClaimStatus(claimId, this.now, effects),
      SettleClaim: async ({ claimId = '' }: Record<string, string>) => ({
        outcome: settleStep(this.get(claimId), this.payer(this.get(claimId).payerId)),
      }),
      BillNextPayer: (step: Record<string, string>) =>
        billNextPayer(
          { practiceId: step.practiceId ?? '', claimId: step.claimId ?? '', taskId: step.taskId },
          this.now,
          effects,
        ),
      BillAgain: ({ claimId = '' }: Record<string, string>) => billAgain(claimId, effects),
      BillPatient: changing((one, taskId) =>
        taskId ? billPatientByDecision(one, this.task(taskId)) : billPatientShare(one),
      ),
      DecideParts: changing((one, taskId) => decideParts(one, this.task(taskId))),
      AppealClaim: changing((one, taskId) => recordAppeal(one, this.task(taskId), 'America/New_York')),
      CloseClaim: changing(closeClaim),
      RaiseTask: this.raise,
      LetStand: changing((one, taskId) => letStand(one, this.task(taskId))),
      WriteOffClaim: changing((one, taskId) => writeOffClaim(one, this.task(taskId))),
      KeepWaiting: changing((one, taskId) => keepWaiting(one, this.task(taskId), 'America/New_York')),
      ResubmitClaim: changing((one, taskId) => resubmitClaim(one, this.task(taskId), practice())),
    } as const;
  }
}
