import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const python = join(import.meta.dirname, '../../../.local/tools/bin/python');
const run = promisify(execFile);

/** Whether the independent judge of X12 files is installed; says so once where it is not. */
export const isPyx12Here = existsSync(python);

if (!isPyx12Here) console.warn('pyx12 (.local/tools) is not here: what is written is not judged by it.');

/**
 * What pyx12 says about files of one folder, a line for each verdict and each error, with file names for paths. Its
 * exit code is 0 even on failure. What it says besides is about the acknowledgement that it makes, which it cannot
 * for an 835: that has no ST03.
 */
export const judge = async (...files: [string, ...string[]]): Promise<string[]> => {
  const folder = dirname(files[0]);
  const { stdout, stderr } = await run(python, ['-m', 'pyx12.scripts.x12valid', ...files], { cwd: folder });
  const lines = `${stdout}${stderr}`.replaceAll(`${folder}/`, '').split('\n');
  return lines.filter((line) => /^\S+: (OK|Failure)$| Line:/.test(line));
};
