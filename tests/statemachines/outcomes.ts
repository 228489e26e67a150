import {
  type checkClaimStatus,
  checkClaimStatusOutcomes,
} from '../../functions/claim-status/check-claim-status.ts';
import { type followUpClaim, followUpClaimOutcomes } from '../../functions/claims/follow-up-claim.ts';
import { generateClaimOutcomes } from '../../functions/claims/generate-claim.ts';
import { openClaimOutcomes } from '../../functions/claims/open-claim.ts';
import { settleClaimOutcomes } from '../../functions/claims/settle-claim.ts';
import { type submitClaim, submitClaimOutcomes } from '../../functions/claims/submit-claim.ts';
import { acceptCodesOutcomes } from '../../functions/coding/accept-and-learn.ts';
import { describeCoding } from '../../functions/coding/describe-coding.ts';
import { extractTextOutcomes } from '../../functions/coding/extract-text.ts';
import { suggestCodesOutcomes } from '../../functions/coding/propose-codes.ts';
import { billAgainOutcomes } from '../../functions/coordination/bill-again.ts';
import { billNextPayerOutcomes } from '../../functions/coordination/bill-next-payer.ts';
import { claimActions } from '../../functions/domain/task.ts';
import { answerOutcomes, unanswered, type WaitFor, type WaitKind } from '../../functions/domain/wait.ts';
import {
  type checkEligibility,
  checkEligibilityOutcomes,
} from '../../functions/eligibility/check-eligibility.ts';
import {
  describeEdits,
  describePracticeRecords,
  describeRegistrationEdits,
} from '../../functions/scrubbing/describe-edits.ts';
import { scrubEncounterOutcomes } from '../../functions/scrubbing/scrub-encounter.ts';
import { type Machine, stateOf } from './machine.ts';
import type { Data } from './walk.ts';

/** What each function hands on, by its placeholder: the lists to which the compiler holds the use cases. */
export const stepOutcomes: Readonly<Record<string, readonly string[]>> = {
  ExtractText: extractTextOutcomes,
  SuggestCodes: suggestCodesOutcomes,
  AcceptCodes: acceptCodesOutcomes,
  ScrubEncounter: scrubEncounterOutcomes,
  GenerateClaim: generateClaimOutcomes,
  OpenClaim: openClaimOutcomes,
  CheckEligibility: checkEligibilityOutcomes,
  SubmitClaim: submitClaimOutcomes,
  FollowUpClaim: followUpClaimOutcomes,
  CheckClaimStatus: checkClaimStatusOutcomes,
  SettleClaim: settleClaimOutcomes,
  BillNextPayer: billNextPayerOutcomes,
  BillAgain: billAgainOutcomes,
};

/** Whoever answers a wait, the bell may come first. */
const answersTo = (kind: WaitKind): readonly string[] => unique([...answerOutcomes[kind], unanswered]);

const unique = (outcomes: readonly string[]): string[] => [...new Set(outcomes)];

/** What ends each wait, by the name of its state; a task by the action that was decided. */
export const waitOutcomes: Readonly<Record<string, readonly string[]>> = {
  'Await eligibility answer': answersTo('eligibility'),
  'Await transmission': answersTo('transmission'),
  'Await acknowledgement': answersTo('acknowledgement'),
  'Await remittance': answersTo('remittance'),
  'Await claim status': answersTo('claimStatus'),
  'Await task': claimActions,
  'Await decision': unique([
    ...[
      describeCoding([]),
      describeEdits([]),
      describeRegistrationEdits([]),
      describePracticeRecords([]),
    ].flatMap(({ actions }) => actions),
    'start-over',
  ]),
};

/** "${SubmitClaim}" of a state that calls a function; undefined for any other. */
export const placeholderOf = (machine: Machine, stateName: string): string | undefined => {
  const state = stateOf(machine, stateName);
  const called = state.Type === 'Task' ? state.Parameters.FunctionName : undefined;
  return /^\$\{(\w+)\}$/.exec(String(called))?.[1];
};

/** What may come of a state, as the code says it; undefined where it is not said, for nobody branches on it. */
export const outcomesOf = (machine: Machine, stateName: string): readonly string[] | undefined =>
  stepOutcomes[placeholderOf(machine, stateName) ?? ''] ?? waitOutcomes[stateName];

/** What the state of a machine gets from the step or the wait it stands for, for each outcome. */
export const outputsOf = (machine: Machine, stateName: string): Data[] => {
  const outcomes = outcomesOf(machine, stateName) ?? ['done'];
  if (stateName in waitOutcomes) return outcomes.map((outcome) => answerOf(stateName, outcome));
  const placeholder = placeholderOf(machine, stateName) ?? '';
  return outcomes.map((outcome) => ({ Payload: payloadOf(placeholder, outcome) }));
};

const answerOf = (stateName: string, outcome: string): Data =>
  stateName === 'Await task' || stateName === 'Await decision'
    ? { outcome: 'decided', action: outcome, taskId: 'T1' }
    : { outcome };

/** The outcome after which a use case names a wait, as its return type has it. */
type AwaitedBy<F extends (...given: never[]) => unknown> = Extract<
  Awaited<ReturnType<F>>,
  { readonly outcome: string; readonly wait: WaitFor }
>['outcome'];

/** Of the functions that may name a wait, the outcomes after which they do; after any other the wait is null. */
const awaitedAfter: Readonly<Record<string, readonly string[]>> = {
  CheckEligibility: ['asked'] satisfies AwaitedBy<typeof checkEligibility>[],
  SubmitClaim: ['queued', 'full', 'submitted'] satisfies AwaitedBy<typeof submitClaim>[],
  FollowUpClaim: ['waiting'] satisfies AwaitedBy<typeof followUpClaim>[],
  CheckClaimStatus: ['asked'] satisfies AwaitedBy<typeof checkClaimStatus>[],
};

const payloadOf = (placeholder: string, outcome: string): Data => {
  const wait = { waitId: 'w', round: 0, ringAt: '2026-11-16T10:00:00.000Z' };
  if (placeholder === 'RaiseTask')
    return { outcome: 'raised', taskId: 'T1', wait: { ...wait, ringAt: null } };
  if (placeholder === 'GenerateClaim')
    return { outcome, claimId: outcome === 'generated' ? 'C0000000000A1' : null };
  const awaited = awaitedAfter[placeholder];
  return awaited === undefined ? { outcome } : { outcome, wait: awaited.includes(outcome) ? wait : null };
};
