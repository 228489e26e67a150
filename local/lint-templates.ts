import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installTools } from './install-python.ts';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

const python = await installTools(join(root, '.local', 'tools'), (step) => console.log(step));
const templates = globSync('cdk.out/*.template.json', { cwd: root }).sort();
if (templates.length === 0) throw new Error('There is no template in cdk.out: run `npm run synth` first');
try {
  // W3005: the CDK writes a DependsOn beside a reference that implies it.
  await run(join(dirname(python), 'cfn-lint'), ['--ignore-checks', 'W3005', '--', ...templates], {
    cwd: root,
  });
  console.log(`cfn-lint finds nothing in ${templates.length} templates`);
} catch (error) {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  console.error(stdout || stderr || String(error));
  process.exitCode = 1;
}
