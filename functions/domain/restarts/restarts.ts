import { z } from 'zod';
import type { Claim } from '../claim.ts';
import { shortDigest } from '../digest.ts';
import type { Encounter } from '../encounter.ts';
import { documentsOf } from '../visit/documents.ts';
import { visitReference } from '../visit/visit-reference.ts';

/** How often a record was started again without going on, and the execution that was started last in another's place. */
export const Restarts = z.object({
  count: z.int().min(0).describe('restarts since the record went on, or since a person started it again'),
  mark: z.string().describe('where the record stood then'),
  replaced: z.string().optional().describe('the execution that the record named then, by its name'),
  name: z.string().describe('the execution that takes its place'),
  at: z.string(),
});
export type Restarts = z.infer<typeof Restarts>;

/** What an execution of a workflow drives: a claim its lifecycle, a visit its coding. */
export type Driven = {
  readonly recordId: string;
  /** What the names of its executions begin with: no number that a clinic gave. */
  readonly stem: string;
  /** Where it stands: the same as long as nothing of it has changed but who drives it. */
  readonly mark: string;
  /** The name of the execution that it names; that of the first one where that has a name of its own. */
  readonly execution: string | undefined;
  readonly createdAt: string;
};

/** An execution as its engine knows it: whether it runs, and since when, in milliseconds. */
export type ExecutionFound = { readonly isRunning: boolean; readonly startedAt: number };

const nameIn = (executionArn: string | undefined): string | undefined => executionArn?.split(':').at(-1);

/** The first lifecycle of a claim is named after it, and recorded by itself. */
export const drivenClaim = (claim: Claim): Driven => {
  const { version: _version, executionArn, ...standing } = claim;
  const { claimId, createdAt } = claim;
  return {
    recordId: `claim/${claimId}`,
    stem: claimId,
    mark: shortDigest(JSON.stringify(standing)),
    execution: nameIn(executionArn) ?? claimId,
    createdAt,
  };
};

/**
 * A coding that runs again reads, suggests and checks again: only what came in, was decided or came of it is progress.
 */
export const drivenEncounter = (encounter: Encounter): Driven => {
  const { practiceId, encounterId, createdAt, registration, codesAcceptedFor, restartedFor } = encounter;
  const { overrides, undone = [], claimIds, executionArn } = encounter;
  const documents = documentsOf(encounter).map(({ digest }) => digest);
  const standing = [registration, documents, codesAcceptedFor, restartedFor, overrides, undone, claimIds];
  return {
    recordId: `encounter/${practiceId}/${encounterId}`,
    stem: visitReference(encounter),
    mark: shortDigest(JSON.stringify(standing)),
    execution: nameIn(executionArn),
    createdAt,
  };
};

/** The execution that drives a record or is about to: of a restart that the record does not name yet, the new one. */
export const driverOf = ({ execution }: Driven, restarts: Restarts | undefined): string | undefined =>
  restarts && restarts.replaced === execution ? restarts.name : execution;

/** So often a record is started again; then a person looks why it does not go on. */
export const mostRestarts = 3;

/** Whether a person was asked, or is about to be, had the record not gone on. */
export const wasAsked = ({ count }: Pick<Restarts, 'count'>): boolean => count >= mostRestarts;

const minuteMs = 60_000;

/** How long a restart waits after the one before: an outage passes, and a fault does not loop. */
const pausesMs = [0, 15 * minuteMs, 60 * minuteMs] as const;

/** What becomes of a record whose execution is over: it is started again, now or at an instant, or somebody is asked. */
export type NextRestart =
  | { readonly step: 'restart'; readonly restarts: Restarts }
  | { readonly step: 'later'; readonly at: Date }
  | { readonly step: 'ask'; readonly restarts: Restarts };

/** Decides by what was done before: the count begins anew once the record has gone on. */
export const nextRestart = (driven: Driven, before: Restarts | undefined, now: Date): NextRestart => {
  const standing = before?.mark === driven.mark ? before : undefined;
  if (!standing) return { step: 'restart', restarts: restartOf(driven, 1, now) };
  const pause = pausesMs[standing.count];
  if (pause === undefined) return { step: 'ask', restarts: standing };
  const at = new Date(Date.parse(standing.at) + pause);
  return at > now
    ? { step: 'later', at }
    : { step: 'restart', restarts: restartOf(driven, standing.count + 1, now) };
};

/** The restart of a record at an instant, the how-manieth since it went on. */
export const restartOf = ({ stem, mark, execution }: Driven, count: number, now: Date): Restarts => ({
  count,
  mark,
  ...(execution !== undefined && { replaced: execution }),
  name: `${stem}-${now.getTime()}`,
  at: now.toISOString(),
});

/** The task that asks why a record does not go on: one for each execution that was the last one. */
export const stoppedTaskId = ({ name }: Pick<Restarts, 'name'>): string => `${name}-stopped`;

/** A record as young as this may be about to get its execution from the step that made it. */
const graceMs = 5 * minuteMs;

export const isYoung = (createdAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(createdAt) < graceMs;
