import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installTools, type Progress } from '../../local/install-python.ts';
import type { FuzzedApi } from './fuzzed-api.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Rules between fields and records (a check digit, a payer of the practice) are in no schema: what breaks one is refused.
 * And places that were generated to be wrong are filled in with what there is (hooks.py), which then is rightly taken.
 */
const notHeld = 'positive_data_acceptance,negative_data_rejection';

export type FuzzRun = {
  /** Of Schemathesis, as its command line has them. */
  readonly options: readonly string[];
  readonly progress: Progress;
  /** Told what it prints. @default nobody */
  readonly print?: (text: string) => void;
};

/** Runs Schemathesis against the API by the description that it gives of itself; gives all that it printed, and whether it found nothing. */
export const runSchemathesis = async (
  { url, token, known }: FuzzedApi,
  { options, progress, print = () => undefined }: FuzzRun,
): Promise<{ readonly isClean: boolean; readonly report: string }> => {
  const python = await installTools(join(root, '.local', 'tools'), progress);
  const folder = join(root, '.local', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const args = ['run', `${url}/v1/openapi.json`, '--header', `Authorization: Bearer ${token}`];
  const env = {
    ...process.env,
    FUZZ_KNOWN: JSON.stringify(known),
    SCHEMATHESIS_HOOKS: 'hooks',
    PYTHONPATH: import.meta.dirname,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn(
    join(dirname(python), 'st'),
    [...args, '--exclude-checks', notHeld, '--continue-on-failure', '--warnings', 'off', ...options],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let report = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      report += String(text);
      print(String(text));
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { isClean: code === 0, report };
};
