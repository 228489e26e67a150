import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

// Newest first; the bare names come last, since they may be anything.
const candidates = [
  ['python3.14'],
  ['python3.13'],
  ['python3.12'],
  ['python3.11'],
  ['python3.10'],
  ['python3'],
  ['python'],
  ['py', '-3'],
];

// ensurepip is what a virtual environment gets its pip from; some systems package it apart.
const probe = 'import sys, venv, ensurepip; print(sys.version_info >= (3, 10))';

/** The command of a Python that MiniStack runs on (3.10 or newer, able to make a virtual environment), if there is one. */
export const findPython = async (): Promise<string[] | undefined> => {
  for (const command of candidates) {
    if (await fits(command)) return command;
  }
  return undefined;
};

const fits = async ([file = '', ...args]: string[]): Promise<boolean> => {
  try {
    const { stdout } = await run(file, [...args, '-c', probe], { timeout: 60_000 });
    return stdout.trim() === 'True';
  } catch {
    return false;
  }
};

/** What a person does whose machine has no such Python. */
export const pythonAdvice = [
  'The local cloud (MiniStack) needs Python 3.10 or newer with its venv module, and none was found.',
  'Install it from https://www.python.org/downloads/ (on Debian and Ubuntu: apt install python3-venv), or use Docker:',
  '  docker run --rm -p 127.0.0.1:4566:4566 -e SFN_WAIT_SCALE=0.0000347 ministackorg/ministack:1.5.33',
  'and then start Claimwright with MINISTACK_ENDPOINT=http://127.0.0.1:4566 in the environment.',
].join('\n');
