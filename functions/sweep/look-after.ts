import {
  type Driven,
  driverOf,
  type ExecutionFound,
  isYoung,
  nextRestart,
  type Restarts,
  restartOf,
  stoppedTaskId,
  wasAsked,
} from '../domain/restarts/restarts.ts';
import type { Task } from '../domain/task.ts';

/** How the executions of a record are found, started, and asked about. */
export type Drive = Driven & {
  readonly findExecution: (name: string) => Promise<ExecutionFound | undefined>;
  /** Starts the workflow under a name, once, and lets the record name it where the workflow does not itself. */
  readonly start: (name: string) => Promise<unknown>;
  /** Asks a person why the record does not go on; asked again it is the same task. */
  readonly ask: (restarts: Restarts) => Promise<Task>;
  /** Withdraws that question, where it is open: the record has gone on by itself. */
  readonly askNoMore: (restarts: Restarts) => Promise<void>;
};

export type RestartEffects = {
  readonly findRestarts: (recordId: string) => Promise<Restarts | undefined>;
  /** False where the restarts are not those that were read any more. */
  readonly saveRestarts: (
    recordId: string,
    before: Restarts | undefined,
    after: Restarts,
  ) => Promise<boolean>;
  readonly now: () => Date;
};

/**
 * runs: nothing is to be done, with the execution where there is one · started: its execution never began, and does now ·
 * restarted: another one takes the place of one that is over · later: another one will, at an instant · asked: a person is.
 */
export type LookOutcome =
  | { readonly outcome: 'runs'; readonly name?: string; readonly execution?: ExecutionFound }
  | { readonly outcome: 'started' | 'restarted' | 'asked' }
  | { readonly outcome: 'later'; readonly at: Date };

/**
 * Looks whether a record that is open is driven, and starts it again where its execution is over: by the records as they
 * stand, so that it may be told twice, late and in any order. What is to run is written down before it is started: a
 * crash between the two leaves a name that is started the next time. A record that was started again three times
 * without going on is a person's.
 */
export const lookAfter = async (drive: Drive, effects: RestartEffects): Promise<LookOutcome> => {
  const named = await findNamed(drive.execution, drive);
  // The usual case costs one call.
  if (drive.execution !== undefined && named?.isRunning)
    return { outcome: 'runs', name: drive.execution, execution: named };
  const before = await effects.findRestarts(drive.recordId);
  const name = driverOf(drive, before);
  const now = effects.now();
  if (name === undefined)
    return isYoung(drive.createdAt, now) ? { outcome: 'runs' } : startAgain(drive, before, effects);
  const execution = name === drive.execution ? named : await drive.findExecution(name);
  if (execution?.isRunning) return { outcome: 'runs', name, execution };
  if (execution) return startAgain(drive, before, effects);
  if (before === undefined && isYoung(drive.createdAt, now)) return { outcome: 'runs' };
  await drive.start(name);
  return { outcome: 'started' };
};

const findNamed = async (
  name: string | undefined,
  { findExecution }: Drive,
): Promise<ExecutionFound | undefined> => (name === undefined ? undefined : findExecution(name));

const startAgain = async (
  drive: Drive,
  before: Restarts | undefined,
  effects: RestartEffects,
): Promise<LookOutcome> => {
  const next = nextRestart(drive, before, effects.now());
  if (next.step === 'later') return { outcome: 'later', at: next.at };
  if (next.step === 'ask') {
    const { outcome } = await drive.ask(next.restarts);
    // Decided, and a crash kept it from being carried out.
    if (outcome?.action === 'start-again') return startAnew(drive, next.restarts, effects);
    return { outcome: 'asked' };
  }
  if (before && wasAsked(before)) await drive.askNoMore(before);
  return begin(drive, before, next.restarts, effects);
};

/** Where somebody else was faster, there is nothing left to do: what it wrote, the next look starts if it did not. */
const begin = async (
  drive: Drive,
  before: Restarts | undefined,
  after: Restarts,
  { saveRestarts }: RestartEffects,
): Promise<LookOutcome> => {
  if (!(await saveRestarts(drive.recordId, before, after))) return { outcome: 'runs' };
  await drive.start(after.name);
  return { outcome: 'restarted' };
};

const startAnew = (drive: Drive, before: Restarts, effects: RestartEffects): Promise<LookOutcome> =>
  begin(drive, before, restartOf(drive, 0, effects.now()), effects);

/**
 * Starts a record again as a person decided, and counts anew; carried out before, or where the record goes on by itself
 * by now, it only looks after it.
 */
export const startByPerson = async (
  taskId: string,
  drive: Drive,
  effects: RestartEffects,
): Promise<LookOutcome> => {
  const before = await effects.findRestarts(drive.recordId);
  if (before === undefined || stoppedTaskId(before) !== taskId) return lookAfter(drive, effects);
  const execution = await drive.findExecution(driverOf(drive, before) ?? before.name);
  return execution?.isRunning ? { outcome: 'runs' } : startAnew(drive, before, effects);
};
