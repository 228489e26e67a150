import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import runner from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

export type MinistackOptions = {
  /** The Python of `installMinistack`. */
  readonly python: string;
  /** Where state, work files and the log are kept. */
  readonly directory: string;
  /** Whether records, documents and stacks survive a clean stop. */
  readonly persist: boolean;
  /** What a workflow's second lasts here, in seconds: 0.00001 makes of 14 days 12 seconds. */
  readonly waitScale: number;
  /** @default a free one */
  readonly port?: number;
  /** How long a worker of a function stays when nobody calls it; each holds some 60 MB. @default so that a burst's surplus goes soon */
  readonly warmSeconds?: number;
};

export type Ministack = {
  readonly endpoint: string;
  /** Absent when it is not ours. */
  readonly processId?: number;
  readonly logFile?: string;
  /** The run before this one was killed: when its state was written last, if ever. What came later is lost, but objects in S3. */
  readonly killed?: { readonly savedAt?: Date };
  /** Asks it to write its state now, as it does when it stops. */
  readonly save: () => void;
  /** Resolves when it has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Asks it to write its state and end, and waits for that. */
  readonly stop: () => Promise<void>;
};

const Running = z.object({
  endpoint: z.string(),
  processId: z.number(),
  runnerId: z.number().optional().describe('the process that started it, and stops it'),
});

/** Starts the local cloud on the loopback interface and waits until it answers. Throws when it does not in minutes. */
export const startMinistack = async (options: MinistackOptions): Promise<Ministack> => {
  const isLeft = await refuseSecond(options.directory);
  const killed = isLeft && options.persist ? lastSaved(options.directory) : undefined;
  const port = options.port ?? (await freePort());
  const logFile = join(options.directory, 'ministack.log');
  const process = launch(options, port, logFile);
  const ended = new Promise<void>((resolve) => {
    process.on('exit', () => resolve());
    process.on('error', () => resolve());
  });
  const endpoint = `http://127.0.0.1:${port}`;
  if (!(await answers(endpoint, process))) {
    process.kill('SIGKILL');
    throw new Error(`MiniStack did not start on port ${port}; see ${logFile}`);
  }
  writeReceipt(options.directory, { endpoint, processId: process.pid ?? 0, runnerId: runner.pid });
  const stop = async (): Promise<void> => {
    process.kill('SIGTERM');
    // It writes its state first; a run that hangs must not hold the caller for ever.
    const timer = setTimeout(() => process.kill('SIGKILL'), 180_000);
    await ended;
    clearTimeout(timer);
    rmSync(receiptOf(options.directory), { force: true });
  };
  return {
    ...{ endpoint, logFile, ended, stop, save: () => void process.kill('SIGUSR1') },
    ...(process.pid && { processId: process.pid }),
    ...(killed && { killed }),
  };
};

/** Uses a MiniStack that somebody else started, in Docker say; `stop` leaves it running. Throws when it does not answer. */
export const attachMinistack = async (endpoint: string): Promise<Ministack> => {
  if (!(await isHealthy(endpoint))) throw new Error(`No MiniStack answers at ${endpoint}`);
  return { endpoint, ended: new Promise(() => {}), save: () => {}, stop: async () => {} };
};

const launch = (options: MinistackOptions, port: number, logFile: string): ChildProcess => {
  const { directory } = options;
  prepareFolders(directory);
  const log = openSync(logFile, 'a');
  return spawn(options.python, [join(import.meta.dirname, 'few-processes.py')], {
    cwd: directory,
    stdio: ['ignore', log, log],
    // A process group of its own: Ctrl-C then reaches it only through `stop`, after its state is written.
    detached: true,
    env: { ...inherited(), ...settings(options, port) },
  });
};

/** As many as work at once where there are two cores; stories of two calls that meet need two. */
const processesOfAFunction = 2;

const receiptOf = (directory: string): string => join(directory, 'running.json');

const writeReceipt = (directory: string, running: z.infer<typeof Running>): void =>
  writeFileSync(receiptOf(directory), JSON.stringify(running));

/** Whoever was killed while he wrote it has left half of it, or nothing. */
const readReceipt = (directory: string): z.infer<typeof Running> | undefined => {
  try {
    return Running.parse(JSON.parse(readFileSync(receiptOf(directory), 'utf8')));
  } catch {
    return undefined;
  }
};

/**
 * Two clouds on one directory would overwrite each other's state. One whose runner was killed is stopped as its runner
 * would have, and has lost nothing. Returns whether the run before was killed; throws where another one runs.
 */
const refuseSecond = async (directory: string): Promise<boolean> => {
  if (!existsSync(receiptOf(directory))) return false;
  const left = readReceipt(directory);
  if (!left || !(await isHealthy(left.endpoint))) return true;
  if (left.runnerId === undefined || isAlive(left.runnerId))
    throw new Error(
      `The local cloud of ${directory} already runs at ${left.endpoint}; end process ${left.runnerId ?? left.processId} first`,
    );
  runner.kill(left.processId, 'SIGTERM');
  while (isAlive(left.processId)) await pause(100);
  rmSync(receiptOf(directory), { force: true });
  return false;
};

const isAlive = (processId: number): boolean => {
  try {
    return runner.kill(processId, 0);
  } catch {
    return false;
  }
};

/** When the state of the records was written last. */
const lastSaved = (directory: string): { readonly savedAt?: Date } => {
  const saved = statSync(join(directory, 'state', 'dynamodb.json'), { throwIfNoEntry: false });
  return saved ? { savedAt: saved.mtime } : {};
};

const prepareFolders = (directory: string): void => {
  rmSync(join(directory, 'work'), { recursive: true, force: true });
  for (const folder of ['state', 'objects', 'work']) mkdirSync(join(directory, folder), { recursive: true });
  // MiniStack unpacks functions and its CommonJS worker there; without this they would inherit our own package's type.
  writeFileSync(join(directory, 'work', 'package.json'), '{ "type": "commonjs" }\n');
};

const settings = (
  { directory, persist, waitScale, warmSeconds = 20 }: MinistackOptions,
  port: number,
): Record<string, string> => ({
  BIND_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  IOT_MTLS_ENABLED: '0',
  PERSIST_STATE: persist ? '1' : '0',
  S3_PERSIST: persist ? '1' : '0',
  STATE_DIR: join(directory, 'state'),
  S3_DATA_DIR: join(directory, 'objects'),
  TMPDIR: join(directory, 'work'),
  SFN_WAIT_SCALE: String(waitScale),
  LAMBDA_WARM_TTL_SECONDS: String(warmSeconds),
  PROCESSES_OF_A_FUNCTION: String(processesOfAFunction),
  LOG_LEVEL: 'INFO',
  PYTHONUNBUFFERED: '1',
  // The Node that runs us comes first: functions run on whatever `node` is found.
  PATH: `${dirname(runner.execPath)}:${runner.env.PATH ?? ''}`,
});

/** What a cloud of its own must not take from a shell that knows a real one, or from a runner of tests. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(runner.env).filter(([name]) => !name.startsWith('AWS_') && name !== 'NODE_OPTIONS'),
  );

const answers = async (endpoint: string, process: ChildProcess): Promise<boolean> => {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline && process.exitCode === null && process.pid !== undefined) {
    if (await isHealthy(endpoint)) return true;
    await pause(100);
  }
  return false;
};

const isHealthy = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(20_000) })).ok;
  } catch {
    return false;
  }
};

/** Below those that a machine hands out by itself: there, somebody's connection could take it before the cloud does. */
const [firstPort, lastPort] = [20_000, 30_000];

const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(firstPort, lastPort);
    if (await isFree(port)) return port;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
