import type { Claim } from '../claim.ts';
import type { Encounter } from '../encounter.ts';
import { waitsOf } from '../follow-up/open-records.ts';
import type { Task } from '../task.ts';
import { claimTaskId, claimTaskKinds } from '../tasks/basis.ts';
import { settleWait, type Wait, waits } from '../wait.ts';

/** A record that a workflow drives, as the sweep reads it. */
export type ToLookAfter = { readonly claim: Claim } | { readonly encounter: Encounter };

/** Whether the coding workflow drives a visit: both its parts are in, and it has no end yet. */
export const isCoded = ({ registration, document, status }: Encounter): boolean =>
  registration !== undefined &&
  document !== undefined &&
  (status === 'documented' || status === 'coding' || status === 'coded');

const ofOpen = (tasks: readonly Task[]): string[] =>
  tasks
    .filter(({ status }) => status === 'open')
    .map(({ taskId, awaitedAs }) => waits.task(awaitedAs ?? taskId));

/** All that the lifecycle of a claim may wait for beside its outbox, what it likely waits for first. */
export const waitsOfClaim = (claim: Claim, tasks: readonly Task[]): readonly string[] => [
  ...new Set([
    ...ofOpen(tasks),
    ...waitsOf(claim).toReversed(),
    ...claimTaskKinds.map((kind) => waits.task(claimTaskId(claim, kind))),
  ]),
];

/** All that the coding of a visit may wait for: people. */
export const waitsOfEncounter = (tasks: readonly Task[]): readonly string[] =>
  ofOpen(tasks.filter(({ claimId }) => claimId === undefined));

/** Clocks of two services may differ by so much. */
const skewMs = 1000;

/** Whether an execution that began at an instant waits so: with a token of its own, and for what has not come yet. */
export const isWaitedFor = (wait: Wait, startedAt: number): boolean =>
  wait.token !== undefined && (wait.sentAt ?? 0) >= startedAt - skewMs && settleWait(wait) === undefined;
