import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const bundles = await bundleFunctions(join(import.meta.dirname, '../..'), outdir);
const sizes = [...bundles].map(([name, folder]) => ({
  name,
  folder,
  text: readFileSync(join(folder, 'index.js'), 'utf8'),
}));

/** What a cold start has to read: the bundle as it is, source map and tables beside it not counted. */
const usually = 800_000;

/**
 * What has more, and why. A small function has 660 to 710 KB: DynamoDB's client and ElectroDB 350, shapes 100, logs and
 * metrics 40, the rest ours and the SDK's core.
 */
const larger: Readonly<Record<string, number>> = {
  // Packets: fonts of PDF, compression of them, and letters in place of other alphabets.
  'api/task-page': 3_900_000,
  // All that people and programs may do, with the X12 codec.
  'api/practice-api': 1_900_000,
  'coding/suggest-codes': 1_500_000,
  // Other alphabets in plain letters, 550 KB of them.
  'claims/submit-claim': 1_400_000,
  // S3, SES, Step Functions and KMS beside DynamoDB, and the X12 codec or the edits.
  'partners/receive-partner-file': 1_150_000,
  'scrubbing/scrub-encounter': 1_100_000,
  'intake/receive-document': 1_050_000,
  'remittance/post-payment-part': 1_000_000,
  'batches/send-batches': 1_000_000,
  'batches/send-batch': 1_000_000,
  'claims/resubmit-claim': 1_000_000,
  'deposits/receive-deposits': 1_000_000,
  'tasks/raise-task': 950_000,
  'coding/accept-codes': 900_000,
  'eligibility/check-eligibility': 900_000,
  'coordination/bill-next-payer': 900_000,
  'claim-status/check-claim-status': 900_000,
  'claims/appeal-claim': 900_000,
  'coding/extract-text': 850_000,
  'claims/keep-waiting': 850_000,
  'provider-ledger/review-accounts': 850_000,
  'acknowledgements/watch-files': 850_000,
  'remittance/review-payments': 850_000,
  'audit/sign-checkpoints': 850_000,
  'deposits/check-deposits': 850_000,
  // Step Functions and SES beside DynamoDB, with all that a task needs.
  'sweep/sweep-practice': 950_000,
  'sweep/restart-failed': 900_000,
  'waits/ring-bells': 850_000,
};

describe('the bundles of the functions', () => {
  it.each(sizes)('$name is small enough to be loaded at once', ({ name, text }) => {
    expect(text.length).toBeLessThanOrEqual(larger[name] ?? usually);
  });

  it('are larger than usual only where the table says why, and not by more than a tenth of that', () => {
    for (const [name, most] of Object.entries(larger)) {
      const found = sizes.find((one) => one.name === name);
      expect(found?.text.length, name).toBeGreaterThan(most * 0.88);
    }
  });

  it('are loaded, each with its handler', () => {
    const load = `for (const file of process.argv.slice(1))
      if (typeof require(file).handler !== 'function') throw new Error(file);`;
    const { stderr, status } = spawnSync(
      process.execPath,
      ['-e', load, ...sizes.map(({ folder }) => join(folder, 'index.js'))],
      { encoding: 'utf8', env: { TABLE_NAME: 'claims', AUDIT_TABLE: 'audit', AWS_REGION: 'us-east-1' } },
    );
    expect([status, stderr.replaceAll('Namespace should be defined, default used', '').trim()]).toEqual([
      0,
      '',
    ]);
  });

  it('speak English alone: the other languages of the library for shapes are left out', () => {
    // "Invalid input" in French, as zod has it.
    for (const { text } of sizes) expect(text.includes('Entrée invalide')).toBe(false);
    expect(sizes.every(({ text }) => text.includes('Invalid input'))).toBe(true);
  });

  it('have neither ways to credentials that a function has not, nor the tracing of calls', () => {
    for (const { name, text } of sizes) {
      expect(text.includes('AssumeRoleWithWebIdentity'), name).toBe(false);
      expect(text.includes('AWS_XRAY_CONTEXT_MISSING'), name).toBe(false);
    }
  });

  it('have their tables beside them, each that they read and no other', () => {
    for (const { name, folder, text } of sizes) {
      const read = [...text.matchAll(/__dirname,"([\w.-]+\.json)"/g)].map(([, file = '']) => file);
      const beside = readdirSync(folder).filter((file) => file.endsWith('.json'));
      expect(beside.sort(), name).toEqual([...new Set(read)].sort());
      for (const file of beside)
        expect(() => JSON.parse(readFileSync(join(folder, file), 'utf8'))).not.toThrow();
    }
    expect(
      sizes.filter(({ text }) => text.includes('codesets-starter-icd-10-cm.json')).length,
    ).toBeGreaterThan(2);
  });
});
