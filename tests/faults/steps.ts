import { describeRejection } from '../../functions/acknowledgements/describe-rejection.ts';
import { post277ca, post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import { sendBatches } from '../../functions/batches/send-batches.ts';
import { sendFullBatch } from '../../functions/batches/send-full-batch.ts';
import { checkClaimStatus } from '../../functions/claim-status/check-claim-status.ts';
import { describeFollowUp } from '../../functions/claim-status/describe-follow-up.ts';
import { post277 } from '../../functions/claim-status/post-claim-status.ts';
import { billPatient } from '../../functions/claims/bill-patient.ts';
import { closeClaim } from '../../functions/claims/close-claim.ts';
import { followUpClaim } from '../../functions/claims/follow-up-claim.ts';
import { keepWaiting } from '../../functions/claims/keep-waiting.ts';
import { letStand } from '../../functions/claims/let-stand.ts';
import { openClaim } from '../../functions/claims/open-claim.ts';
import { writeOffClaim } from '../../functions/claims/parts/write-off-claim.ts';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import { settleStep } from '../../functions/claims/settle-claim.ts';
import { submitClaim } from '../../functions/claims/submit-claim.ts';
import { followAllowed } from '../../functions/contracts/follow-allowed.ts';
import { billAgain } from '../../functions/coordination/bill-again.ts';
import { billNextPayer, openForwardedClaim } from '../../functions/coordination/bill-next-payer.ts';
import { describeCorrection } from '../../functions/coordination/describe-correction.ts';
import { denialWork } from '../../functions/denials/denial-work.ts';
import type { Claim, ClaimContext } from '../../functions/domain/claim.ts';
import type { ClaimChange } from '../../functions/domain/claim-change.ts';
import { numbersOf } from '../../functions/domain/ledger/payee.ts';
import type { StagedPart } from '../../functions/domain/ledger/staged-part.ts';
import type { PostingEffects } from '../../functions/domain/posting.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import type { TokenSent } from '../../functions/domain/wait.ts';
import { checkEligibility } from '../../functions/eligibility/check-eligibility.ts';
import { describeCoverage } from '../../functions/eligibility/describe-coverage.ts';
import { post271 } from '../../functions/eligibility/post-eligibility.ts';
import { askBillers } from '../../functions/partners/ask-billers.ts';
import { receivePartnerFile } from '../../functions/partners/receive-partner-file.ts';
import { postPart } from '../../functions/remittance/post-part.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import { completeTask } from '../../functions/tasks/complete-task.ts';
import { raiseTask } from '../../functions/tasks/raise-task.ts';
import { RaiseTaskStep, raiseTaskForStep } from '../../functions/tasks/raise-task-for-step.ts';
import { ringTask } from '../../functions/tasks/ring-task.ts';
import { withdrawOutdated } from '../../functions/tasks/withdraw-outdated.ts';
import { ringBells } from '../../functions/waits/ring-bells.ts';
import { expected, type Invocation } from './boundary.ts';
import { fileStores, outboxStores } from './exchange-stores.ts';
import type { Records } from './records.ts';
import { claimStores, paymentStores, practiceStores, taskStores } from './stores.ts';
import { type SweepSurroundings, sweepingOf } from './sweeping.ts';
import { type Engine, waitStores } from './wait-stores.ts';

/** What the world does for a function beside its records. */
export type Surroundings = Engine &
  SweepSurroundings & {
    /** An object was written into the exchange bucket. */
    readonly created: (key: string) => void;
    /** A part of a payment was handed on to whoever posts it. */
    readonly handedOn: (part: StagedPart) => void;
  };

type Step = Readonly<Record<string, string>>;

/** The product's functions as an invocation runs them, each wired as its entry point wires it. */
export const functionsOf = (records: Records, invocation: Invocation, around: Surroundings) => {
  const effects = effectsOf(records, invocation, around);
  return { ...stepsOf(effects), ...handlersOf(effects), ...clocksOf(effects), ...sweepingOf(effects) };
};

const effectsOf = (records: Records, invocation: Invocation, around: Surroundings) => {
  const { call } = invocation;
  const claims = claimStores(records, invocation);
  const tasks = taskStores(records, invocation);
  const files = fileStores(records, invocation, around.created);
  const waiting = waitStores(records, invocation, around);
  const getClaimContext = async (claimId: string): Promise<ClaimContext> => {
    const claim = await claims.getClaim(claimId);
    const payer = await practiceStores.getPayer(claim.practiceId, claim.payerId);
    return { claim, payer, practice: await practiceStores.getPractice() };
  };
  const raising = {
    ...practiceStores,
    ...tasks,
    signLink: async () => 'https://tasks.example/link',
    sendMail: ({ to }: { readonly to: string }) => call('mail.send', () => void records.mails.push(to)),
  };
  return {
    ...{ ...claims, ...tasks, ...files, ...waiting, ...outboxStores(records, invocation), ...raising },
    ...{ records, call, around, invocation, getClaimContext },
    findPace: async () => undefined,
    withdrawOutdated: (claim: Claim) =>
      withdrawOutdated(claim, new Date(), { ...raising, answerWait: waiting.answerWait }),
  };
};

type Effects = ReturnType<typeof effectsOf>;

/** The steps of the lifecycle, by the placeholders of its definition. */
const stepsOf = (effects: Effects) => {
  const changing =
    (decide: (claim: Claim, task: Task) => ClaimChange | undefined) =>
    async ({ claimId = '', taskId = '' }: Step) => {
      const task = await effects.getTask(taskId);
      await effects.changeClaim(claimId, (claim) => decide(claim, task));
      return { outcome: 'done' };
    };
  return {
    OpenClaim: ({ claimId = '', executionArn = '' }: Step) => openClaim({ claimId, executionArn }, effects),
    CheckEligibility: ({ claimId = '' }: Step) => checkEligibility(claimId, new Date(), effects),
    SubmitClaim: ({ claimId = '' }: Step) => submitClaim(claimId, new Date(), effects),
    SendBatch: async ({ claimId = '' }: Step) => {
      const { submissions } = await effects.getClaim(claimId);
      return sendFullBatch({ claimId, submissionNumber: submissions.length }, new Date(), sending(effects));
    },
    FollowUpClaim: ({ claimId = '', inquiry }: Step) =>
      followUpClaim(
        { claimId, inquiry: inquiry === undefined ? inquiry : Number(inquiry) },
        new Date(),
        effects,
      ),
    CheckClaimStatus: ({ claimId = '' }: Step) => checkClaimStatus(claimId, new Date(), effects),
    SettleClaim: async ({ claimId = '' }: Step) => {
      const { claim, payer } = await effects.getClaimContext(claimId);
      return { outcome: settleStep(claim, payer) };
    },
    BillNextPayer: ({ practiceId = '', claimId = '', taskId }: Step) =>
      billNextPayer({ practiceId, claimId, taskId }, new Date(), {
        ...effects,
        payersDecided: async () => undefined,
      }),
    BillAgain: ({ claimId = '' }: Step) => billAgain(claimId, effects),
    BillPatient: ({ claimId = '', taskId }: Step) => billPatient({ claimId, taskId }, effects),
    CloseClaim: async ({ claimId = '' }: Step) => {
      await effects.changeClaim(claimId, closeClaim);
      return { outcome: 'closed' };
    },
    RaiseTask: (step: Step) => raiseTaskForStep(RaiseTaskStep.parse(step), raisingFor(effects)),
    WriteOffClaim: changing(writeOffClaim),
    LetStand: changing(letStand),
    KeepWaiting: changing((claim, task) => keepWaiting(claim, task, 'America/New_York')),
    ResubmitClaim: async ({ claimId = '', taskId = '' }: Step) => {
      const [{ practice, payer }, task] = await Promise.all([
        effects.getClaimContext(claimId),
        effects.getTask(taskId),
      ]);
      await effects.changeClaim(claimId, (claim) =>
        resubmitClaim(claim, task, practice, { payer, fees: [] }),
      );
      return { outcome: 'resubmitted' };
    },
  };
};

const raisingFor = (effects: Effects): Parameters<typeof raiseTaskForStep>[1] => ({
  ...effects,
  getEncounter: async () => {
    throw new TypeError('No visit is coded here');
  },
  denials: { ...effects, workOf: (context) => denialWork(context, effects) },
  claimDrafts: {
    coverage: ({ claim, payer }) => describeCoverage(claim, payer, []),
    rejection: ({ claim, payer }) => describeRejection(claim, payer),
    correction: ({ claim, payer }) => describeCorrection(claim, payer),
    'no-answer': ({ claim, payer }) => describeFollowUp(claim, payer),
  },
  visitOf: async () => {
    throw new TypeError('No visit is coded here');
  },
  encounterDrafts: {} as never,
});

const sending = (effects: Effects) => ({
  ...effects,
  listHeld: () => effects.call('held.list', () => [...effects.records.held.values()]),
  removeHeld: (heldId: string) => effects.call('held.remove', () => void effects.records.held.delete(heldId)),
  sent: () => undefined,
});

const postingOf = (effects: Effects): PostingEffects => {
  const { call, records, around } = effects;
  const asking = (draft: Parameters<typeof raiseTask>[0], subject: Parameters<typeof raiseTask>[1]) =>
    raiseTask(draft, subject, effects);
  return {
    ...effects,
    billingOf: async () => ({
      ...numbersOf(await effects.getPractice()),
      partnerIds: ['payer-simulator'],
      classRules: [],
      contracts: (await effects.listPayers()).map(({ payerId, name }) => ({ payerId, name })),
    }),
    changeClaim: async (claimId, decide) =>
      (await effects.findClaim(claimId)) ? effects.changeClaim(claimId, decide) : undefined,
    forwardedClaim: (claim) => openForwardedClaim(claim, new Date(), effects),
    saveRecovery: (number, recovery) =>
      call(
        'recoveries.put',
        () => void records.recoveries.set(`${number}/${recovery.takeback.takebackId}`, recovery),
      ),
    recoveriesOf: (wanted) =>
      call('recoveries.of', () =>
        [...records.recoveries].filter(([key]) => key.startsWith(`${wanted}/`)).map(([, one]) => one),
      ),
    payments: paymentStores(records, effects.invocation, (part) =>
      call('parts.handOn', () => around.handedOn(structuredClone(part))),
    ),
    readSentFile: ({ key }) => effects.readWritten(key),
    holdBatch: (held) => call('held.put', () => void records.held.set(held.heldId, held)),
    reopenClaim: ({ practiceId, claimId, version }) =>
      effects.startClaimLifecycle(`${claimId}-${version}`, { practiceId, claimId }),
    followAllowed: (claim) => followAllowed(claim, new Date(), { ...effects, raiseTask: asking }),
    raiseTask: askBillers(effects.practicesOf, asking),
  };
};

/** What queues and people call. */
const handlersOf = (effects: Effects) => ({
  registerWait: (registration: TokenSent) => effects.awaitAnswer(registration),
  postPart: (part: StagedPart) => postPart(part, postingOf(effects)),
  receiveFile: (key: string) =>
    receivePartnerFile(key, new Date(), {
      ...effects,
      readObject: async (name) => new TextEncoder().encode((await effects.readWritten(name)) ?? ''),
      readers: {
        '271': post271,
        '277': post277,
        '277CA': post277ca,
        '835': stage835,
        '999': post999,
        TA1: postTa1,
      },
      posting: postingOf(effects),
      listFound: () => effects.call('found.list', () => [...effects.records.found.values()]),
      unreadable: () => undefined,
      posted: () => undefined,
    }),
  decide: async (taskId: string, outcome: TaskOutcome) =>
    completeTask(await effects.getTask(taskId), outcome, {
      ...effects,
      carryOut: sweepingOf(effects).startAgain,
    }),
});

/** What runs by the clock. */
const clocksOf = (effects: Effects) => ({
  ringBells: () =>
    ringBells(
      {},
      {
        ...effects,
        ring: (bell) => (bell.kind === 'wait' ? effects.ringBell(bell) : ringTask(bell, new Date(), effects)),
        failed: (_bell, error) => expected(error),
        counted: () => undefined,
        now: () => new Date(),
      },
    ),
  sendBatches: () => sendBatches({ now: new Date(), dueBy: new Date() }, sending(effects)),
});
