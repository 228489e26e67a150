import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { peakMemory } from './peak-memory.ts';

const run = promisify(execFile);

/** A fresh Node process with the flags of this one; it prints its peak memory in MB. */
const peakOf = async (...parameters: string[]): Promise<number> => {
  const { stdout } = await run(process.execPath, [...process.execArgv, ...parameters]);
  return Number(stdout);
};

/** Of a process that loads nothing, not even Node's support of TypeScript, which ours pays for. */
export const emptyMemory = (): Promise<number> => peakOf('--eval', `console.log((${peakMemory})())`);

/** What a process needs beyond an empty one to stream a file from disk, in MB. */
export const memoryToStream = async (
  file: string,
  claims: number,
  mode: 'read' | 'validate',
  empty: number,
): Promise<number> =>
  (await peakOf(join(import.meta.dirname, 'stream-file.ts'), file, String(claims), mode)) - empty;
