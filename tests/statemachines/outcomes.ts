import { describeRejection } from '../../functions/acknowledgements/describe-rejection.ts';
import type { ClaimStatusOutcome } from '../../functions/claim-status/check-claim-status.ts';
import { describeSilence } from '../../functions/claim-status/describe-silence.ts';
import type { FollowUp } from '../../functions/claims/follow-up-claim.ts';
import type { Settlement } from '../../functions/claims/settle-claim.ts';
import type { Acceptance } from '../../functions/coding/decide-acceptance.ts';
import { describeCoding, describeEdits } from '../../functions/coding/describe-coding.ts';
import { carcRules, otherCarc } from '../../functions/denials/carc-policy.ts';
import { Acknowledgement } from '../../functions/domain/claim.ts';
import { settleWait } from '../../functions/domain/wait.ts';
import type { EligibilityOutcome } from '../../functions/eligibility/check-eligibility.ts';
import { describeCoverage } from '../../functions/eligibility/describe-coverage.ts';
import type { remittanceOutcome } from '../../functions/remittance/post-remittances.ts';
import type { TaskState as TaskClock } from '../../functions/tasks/remind-task.ts';
import { claim, payer } from '../domain/claims.ts';
import { type SourceFile, sourceFiles } from './machine.ts';
import type { Data } from './walk.ts';

/** All members of a union: the compiler refuses a record that misses one or has one too many. */
const allOf = <T extends string>(members: Record<T, true>): T[] => Object.keys(members) as T[]; // the keys are the members

/** The bell of a wait answers it so. */
const bell = settleWait({ token: 't', round: 0, rungRound: 0 })?.answer.outcome ?? '';

const sources: SourceFile[] = sourceFiles();

/** The outcomes that an entry point writes out itself, in a value or in a condition's two ends. */
const writtenIn = (path: string): string[] => {
  const source = sources.find((file) => file.path === path);
  if (!source) throw new Error(`There is no ${path}`);
  const values = [...source.text.matchAll(/\boutcome: ([^,}\n]+)/g)].map(([, value = '']) => value);
  return unique(
    values.flatMap((value) =>
      [...value.replace(/[=!]== '[^']*'/g, '').matchAll(/'([a-z-]+)'/g)].map(([, outcome = '']) => outcome),
    ),
  );
};

const unique = (outcomes: readonly string[]): string[] => [...new Set(outcomes)].sort();

const claimTasks = [
  describeRejection(claim(), payer()),
  describeSilence(claim(), payer(), []),
  describeCoverage(payer(), []),
  ...Object.values(carcRules),
  otherCarc,
];

/** Every denial also offers to write off. */
const claimActions = unique([...claimTasks.flatMap(({ actions }) => [...actions]), 'write-off']);

const settlements = allOf<Settlement>({ 'open-amount': true, 'next-payer': true, patient: true, zero: true });

/** What a step can hand on, by the name of the state, as the code says it. */
export const outcomes: Readonly<Record<string, readonly string[]>> = {
  'Open claim': writtenIn('claims/open-claim.lambda.ts'),
  'Check eligibility': writtenIn('eligibility/check-eligibility.lambda.ts'),
  'Await eligibility answer': unique([
    ...allOf<EligibilityOutcome['outcome']>({ covered: true, 'not-covered': true, unanswered: true }),
    bell,
  ]),
  'Submit claim': writtenIn('claims/submit-claim.lambda.ts'),
  'Await acknowledgement': unique([...Acknowledgement.shape.outcome.options, bell]),
  'Follow up claim': allOf<FollowUp['outcome']>({
    waiting: true,
    settled: true,
    denied: true,
    rejected: true,
    closed: true,
  }),
  'Await remittance': unique([
    ...allOf<ReturnType<typeof remittanceOutcome>>({ settled: true, denied: true, reversed: true }),
    'rejected', // a front end may refuse what it took before
    bell,
  ]),
  'Check claim status': writtenIn('claim-status/check-claim-status.lambda.ts'),
  'Await claim status': unique([
    ...allOf<ClaimStatusOutcome['outcome']>({
      pending: true,
      finalized: true,
      rejected: true,
      'not-found': true,
      'information-requested': true,
      unanswered: true,
    }),
    bell,
  ]),
  'Await task': claimActions,
  'Settle claim': settlements,
  'Extract text': writtenIn('coding/extract-text.lambda.ts'),
  'Suggest codes': allOf<Acceptance['outcome']>({ confident: true, 'needs-coder': true }),
  'Await coder': unique([...describeCoding([]).actions, ...describeEdits([]).actions]),
  'Scrub encounter': writtenIn('scrubbing/scrub-encounter.lambda.ts'),
  'Generate claim': writtenIn('claims/generate-claim.lambda.ts'),
  'Remind task': allOf<TaskClock['outcome']>({ open: true, done: true }),
};

/** Steps that call the function of another step. */
export const sameAs: Readonly<Record<string, string>> = { 'Close unanswered inquiry': 'Follow up claim' };

export const outcomesOf = (stateName: string): readonly string[] =>
  outcomes[sameAs[stateName] ?? stateName] ?? ['done'];

/** The outcomes after which a step names the wait behind it; after any other the wait is null. */
const awaited = new Set(['asked', 'submitted', 'waiting', 'raised']);

/** What the state of a machine gets from the step or the wait it stands for, for each outcome. */
export const outputsOf = (stateName: string): Data[] =>
  outcomesOf(stateName).map((outcome) => {
    if (stateName === 'Await task' || stateName === 'Await coder')
      return { outcome: 'decided', action: outcome, taskId: 'T1' };
    if (stateName.startsWith('Await ')) return { outcome };
    if (stateName === 'Generate claim')
      return { Payload: { outcome, claimId: outcome === 'generated' ? 'C0000000000A1' : null } };
    return { Payload: payloadOf(stateName, outcome) };
  });

const payloadOf = (stateName: string, outcome: string): Data => {
  const wait = { waitId: 'w', round: 0, ringAt: '2026-11-16T10:00:00.000Z' };
  if (stateName.startsWith('Raise ') || stateName === 'Tell the clinic')
    return { outcome: 'raised', taskId: 'T1', wait: { ...wait, ringAt: null } };
  return [
    'Check eligibility',
    'Submit claim',
    'Follow up claim',
    'Close unanswered inquiry',
    'Check claim status',
  ].includes(stateName)
    ? { outcome, wait: awaited.has(outcome) ? wait : null }
    : { outcome };
};
