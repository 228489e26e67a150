import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPython, pythonAdvice } from './python.ts';

const cloudRequirements = join(import.meta.dirname, 'requirements.txt');
const toolRequirements = join(import.meta.dirname, 'tools-requirements.txt');

/** Told what is being done, in a few words. */
export type Progress = (step: string) => void;

/**
 * Installs MiniStack in a virtual environment of its own, once for each change of the pinned requirements, and
 * returns the Python to run it with. Throws with advice when the machine has no fitting Python.
 */
export const installMinistack = (directory: string, progress: Progress): Promise<string> =>
  installPython({
    directory,
    requirements: cloudRequirements,
    what: 'MiniStack (once, about 30 MB)',
    options: ['--require-hashes'],
    progress,
  });

/** Installs the independent judges of what we write and serve, as `installMinistack` does MiniStack. */
export const installTools = (directory: string, progress: Progress): Promise<string> =>
  installPython({
    directory,
    requirements: toolRequirements,
    what: 'cfn-lint, pyx12 and Schemathesis (once)',
    options: ['--require-hashes'],
    progress,
  });

type Installation = {
  readonly directory: string;
  readonly requirements: string;
  readonly what: string;
  readonly options: readonly string[];
  readonly progress: Progress;
};

const installPython = async (installation: Installation): Promise<string> => {
  const { directory, requirements } = installation;
  const python = join(directory, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const receipt = join(directory, 'claimwright-requirements');
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  const isDone = async () => (await readIfPresent(receipt)) === wanted;
  if (await isDone()) return python;
  await withLock(`${directory}.lock`, async () => {
    // Another run may have installed it while this one waited for the lock.
    if (!(await isDone())) await install(installation, python);
    await writeFile(receipt, wanted);
  });
  return python;
};

const install = async (installation: Installation, python: string): Promise<void> => {
  const { directory, requirements, what, options, progress } = installation;
  const command = await findPython();
  if (!command) throw new Error(pythonAdvice);
  await rm(directory, { recursive: true, force: true });
  progress(`installing ${what}`);
  await runToEnd([...command, '-m', 'venv', directory]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  await runToEnd([python, ...pip, ...options, '-r', requirements]);
};

// Several times what the slowest installation took: whoever holds a lock for longer has died.
const lockMs = 300_000;

/** Lets one process at a time install: two in one directory would leave half of each. */
const withLock = async (lock: string, work: () => Promise<void>): Promise<void> => {
  await mkdir(dirname(lock), { recursive: true });
  const deadline = Date.now() + lockMs;
  while (!(await tryMakeDirectory(lock))) {
    if (Date.now() > deadline) await rm(lock, { recursive: true, force: true });
    await pause(250);
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
};

const tryMakeDirectory = async (path: string): Promise<boolean> => {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

const readIfPresent = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
};

const runToEnd = ([file = '', ...args]: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout.on('data', (text) => said.push(String(text)));
    child.stderr.on('data', (text) => said.push(String(text)));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${file} ${args.join(' ')} ended with ${code}:\n${said.join('')}`)),
    );
  });
