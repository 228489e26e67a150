import type { ExecutionFound } from '../domain/restarts/restarts.ts';
import type { Suspect } from '../domain/restarts/sweep.ts';
import { isWaitedFor } from '../domain/restarts/to-look-after.ts';
import type { Wait } from '../domain/wait.ts';
import type { DrivingEffects } from './driving.ts';
import { type Drive, type LookOutcome, lookAfter } from './look-after.ts';

export type LookTwiceEffects = DrivingEffects & {
  readonly findWait: (waitId: string) => Promise<Wait>;
};

/** What a look came to; a suspect is looked at again by the next sweep. */
export type Looked = { readonly outcome: LookOutcome['outcome']; readonly suspect?: Suspect };

/** By what a record may go on, and how an execution of it is ended. */
export type Watched = {
  readonly waitIds: () => Promise<readonly string[]>;
  readonly stop: (name: string) => Promise<void>;
};

/** Between two steps, and until a token is registered that was sent, it takes less. */
const quietMs = 10 * 60_000;

const isPast = (at: number, now: Date): boolean => now.getTime() - at >= quietMs;

/**
 * Looks after a record, and whether its execution waits for something that can come: a token whose message died, and an
 * answer that found no token, leave it waiting for ever. One that is found so twice, with nothing done between, is ended,
 * and another one takes its place, which finds the answer in the records.
 */
export const lookTwice = async (
  drive: Drive,
  watched: Watched,
  seen: Suspect | undefined,
  effects: LookTwiceEffects,
): Promise<Looked> => {
  const look = await lookAfter(drive, effects);
  if (look.outcome !== 'runs' || !look.execution || look.name === undefined) return { outcome: look.outcome };
  const now = effects.now();
  if (!isPast(look.execution.startedAt, now) || (await isAwaiting(look.execution, watched, effects)))
    return { outcome: 'runs' };
  const { recordId, mark } = drive;
  const isSame = seen?.mark === mark && seen.execution === look.name;
  if (!isSame) return suspected({ recordId, mark, execution: look.name, at: now.toISOString() });
  if (!isPast(Date.parse(seen.at), now)) return suspected(seen);
  await watched.stop(look.name);
  return { outcome: (await lookAfter(drive, effects)).outcome };
};

const suspected = (suspect: Suspect): Looked => ({ outcome: 'runs', suspect });

const isAwaiting = async (
  { startedAt }: ExecutionFound,
  { waitIds }: Watched,
  { findWait }: LookTwiceEffects,
): Promise<boolean> => {
  for (const waitId of await waitIds()) if (isWaitedFor(await findWait(waitId), startedAt)) return true;
  return false;
};
