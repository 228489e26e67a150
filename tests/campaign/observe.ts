import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { type Claim, ClaimStatus } from '../../functions/domain/claim.ts';
import type { Task } from '../../functions/domain/task.ts';
import { partKey } from '../../functions/domain/tasks/decided-part.ts';
import { openParts } from '../../functions/domain/tasks/open-parts.ts';
import { WaitRegistration } from '../../functions/domain/wait.ts';
import type { LocalApp } from '../../local/local-app.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { runningExecutions } from '../../local/simulated-time/watch-cloud.ts';
import { queuedTransmissions } from './outboxes.ts';

/** What a lifecycle waits for, with the token that is kept for whoever answers: none where nobody could. */
export type Waiting = Omit<WaitRegistration, 'token'> & { readonly token: string | undefined };

/** What the records and the workflows say at one moment at which nothing moves. */
export type Moment = {
  readonly day: number;
  readonly claims: readonly Claim[];
  readonly openTasks: readonly Task[];
  /** By the ARN of the execution: what a running lifecycle waits for; undefined while it works. */
  readonly waits: ReadonlyMap<string, Waiting | undefined>;
  /** What is to ring, by name. */
  readonly bells: ReadonlySet<string>;
  readonly queued: ReadonlySet<string>;
};

const claimStore = () => import('../../functions/adapters/claim-store.ts');
const taskStore = () => import('../../functions/adapters/task-store.ts');

export const practiceId = 'maple-street';

/** Every claim and every open task, as the worklists have them. */
const worklists = async (): Promise<Pick<Moment, 'claims' | 'openTasks'>> => {
  const [{ claimsByStatus }, { tasksByStatus }] = [await claimStore(), await taskStore()];
  const claims = await Promise.all(ClaimStatus.options.map((status) => claimsByStatus(practiceId, status)));
  return { claims: claims.flat(), openTasks: await tasksByStatus(practiceId, 'open') };
};

export const observe = async (practice: LocalPractice): Promise<Moment> => {
  const lists = await worklists();
  return {
    ...lists,
    day: practice.time.days(),
    waits: await waitsOf(practice.app),
    bells: new Set(practice.time.bells()),
    queued: await queuedTransmissions(),
  };
};

const waitsOf = async (app: LocalApp): Promise<Moment['waits']> => {
  const running = await runningExecutions(app, app.billing.ClaimLifecycleWorkflow);
  return new Map(await Promise.all(running.map(async (arn) => [arn, await waitOf(app, arn)] as const)));
};

const Entered = z.object({ step: z.object({ wait: WaitRegistration.omit({ token: true }) }) });

/** What an execution waits for whose last events are that it came to a state and handed out its token there. */
const waitOf = async ({ clients: { sfn } }: LocalApp, executionArn: string): Promise<Waiting | undefined> => {
  const last = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 });
  const { events: [scheduled, entered] = [] } = await sfn.send(last);
  if (!scheduled?.taskScheduledEventDetails?.resource?.endsWith('.waitForTaskToken')) return undefined;
  const { wait } = Entered.parse(JSON.parse(entered?.stateEnteredEventDetails?.input ?? '{}')).step;
  const { WaitEntity } = await import('../../functions/adapters/follow-up/wait-table.ts');
  const { data } = await WaitEntity.get({ waitId: wait.waitId }).go({ consistent: true });
  return { ...wait, token: data?.token };
};

/** For what the running lifecycles wait, by kind: that a month sees all kinds shows that they were read. */
export const kindsOfWaits = ({ waits }: Moment): string[] =>
  [...waits.values()].map((wait) => {
    if (wait === undefined) return 'at work';
    const [first = '', second = ''] = wait.waitId.split('/');
    return first === 'task' ? first : second;
  });

/** A claim that breaks what must hold of every claim, by ids alone. */
export type Violation = {
  readonly rule: string;
  readonly day: number;
  readonly claimId?: string | undefined;
  readonly encounterId?: string | undefined;
  readonly detail: string;
};

/** Tasks that drive a claim; others only ask about it, whatever becomes of it. */
const drivingKinds: readonly Task['kind'][] = [
  ...(['coverage', 'rejection', 'denial', 'correction'] as const),
  ...(['no-answer', 'information-requested', 'missing-remittance'] as const),
];

export const drivingTasks = (openTasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> =>
  Map.groupBy(
    openTasks.filter(({ kind, claimId }) => claimId !== undefined && drivingKinds.includes(kind)),
    ({ claimId = '' }) => claimId,
  );

/** Claims without a timer, an owner or work under way; and claims that somebody owns twice, or owns though it is closed. */
export const strandedIn = (moment: Moment): readonly Violation[] => {
  const tasks = drivingTasks(moment.openTasks);
  return moment.claims.flatMap((claim) => {
    const own = tasks.get(claim.claimId) ?? [];
    const detail = claim.status === 'closed' ? wrongWithClosed(own) : wrongWithOpen(claim, own, moment);
    const { claimId, encounterId } = claim;
    return detail ? [{ rule: 'timer-or-owner', day: moment.day, claimId, encounterId, detail }] : [];
  });
};

const wrongWithClosed = (tasks: readonly Task[]): string | undefined =>
  tasks.length > 0 ? `closed, and ${tasks.map(({ kind }) => kind).join(', ')} is open` : undefined;

/** Each open amount is in one task: of one desk, or of those that share the claim. */
const wrongWithDesks = (claim: Claim, tasks: readonly Task[]): string | undefined => {
  if (tasks.length < 2) return undefined;
  if (tasks.some(({ share }) => share === undefined))
    return `in ${tasks.length} worklists: ${tasks.map(({ kind }) => kind).join(', ')}`;
  const held = tasks.flatMap(({ share }) => (share?.parts ?? []).map(partKey)).toSorted();
  const open = openParts(claim).map(partKey).toSorted();
  return held.join() === open.join() ? undefined : `desks have ${held.join()}, and open is ${open.join()}`;
};

const wrongWithOpen = (claim: Claim, tasks: readonly Task[], moment: Moment): string | undefined => {
  const amiss = wrongWithDesks(claim, tasks);
  if (amiss) return amiss;
  const arn = claim.executionArn ?? '';
  if (!moment.waits.has(arn)) return `${claim.status}, and no execution runs`;
  const wait = moment.waits.get(arn);
  if (wait === undefined) return undefined; // it is at work
  if (wait.token === undefined) return `waits for ${wait.waitId}, which nobody could answer`;
  if (wait.waitId.startsWith('task/'))
    return tasks.length > 0 &&
      tasks.every(({ taskId, awaitedAs }) => wait.waitId === `task/${awaitedAs ?? taskId}`)
      ? undefined
      : `waits for ${wait.waitId}, which is not open`;
  if (tasks.length > 0) return `waits for ${wait.waitId}, and ${tasks[0]?.kind} is open`;
  if (wait.ringAt !== null)
    return moment.bells.has(`wait ${wait.waitId}`) ? undefined : `waits for ${wait.waitId} without a bell`;
  return moment.queued.has(`${claim.claimId}-${claim.submissions.length}`)
    ? undefined
    : `waits for ${wait.waitId}, and is in no outbox`;
};
