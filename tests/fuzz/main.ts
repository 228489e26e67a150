import { join } from 'node:path';
import { explain } from '../../local/explain.ts';
import { startLocalPractice } from '../../local/local-practice.ts';
import { fuzzedApi } from './fuzzed-api.ts';
import { runSchemathesis } from './schemathesis.ts';

// npm run -s fuzz: what was generated in tests/e2e/api.test.ts, at length; options of Schemathesis behind --, such as
// --max-examples 200 or --include-path-regex claims. Some ten minutes on two cores.
const long = ['--phases', 'coverage,fuzzing,stateful', '--max-examples', '50'];

const progress = (step: string): void => console.log(`• ${step}`);
const directory = join(import.meta.dirname, '../../.local/fuzz/cloud');
const local = await startLocalPractice({ directory, persist: false, progress }).catch(explain);
try {
  progress('filling two practices');
  const api = await fuzzedApi(local);
  const print = (text: string): void => void process.stdout.write(text);
  const { isClean } = await runSchemathesis(api, {
    options: [...long, ...process.argv.slice(2)],
    progress,
    print,
  });
  if (!isClean) process.exitCode = 1;
  await api.stop();
} finally {
  await local.stop();
}
