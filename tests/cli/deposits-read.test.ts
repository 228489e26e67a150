import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { renderStatement } from '../../cli/deposits-command.ts';
import { readBankFile } from '../../functions/deposits/read-bank-file.ts';
import { bai2File } from '../deposits/bai2-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimwright-deposits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (parameters: readonly string[], input = '') => {
  const main = join(import.meta.dirname, '../../cli/main.ts');
  return spawnSync(process.execPath, [main, 'deposits', ...parameters], { input, encoding: 'utf8' });
};

const table =
  'Date,Description,Amount\n10/12/2026,HCCLAIMPMT,"1,234.56"\n10/12/2026,RENT,-5\n10/13/2026,X,nine\n';

it('a person sees the credits, what was passed over and what could not be read', () => {
  const shown = renderStatement(readBankFile(Buffer.from(table)));
  expect(shown).toMatch(/2026-10-12 .*1234\.56 .*HCCLAIMPMT/);
  expect(shown).toContain(
    'csv: 1 credits of 1234.56 together; passed over: 1 debits, 0 totals, 0 without money',
  );
  expect(shown).toContain('not read: line 4: The amount is no number of dollars and cents (amount)');
});

it('a refused statement shows both figures', () => {
  const text = bai2File([{ lines: ['16,142,5000,Z,A,,IN/'], total: 4000 }]);
  expect(renderStatement(readBankFile(Buffer.from(text)))).toContain(
    'The account adds up to 50.00; its trailer 49 says 40.00',
  );
});

it('the command reads a file or the standard input, and ends with 1 when something is not read', () => {
  const file = join(folder, 'bank.csv');
  writeFileSync(file, table);
  const fromFile = cli(['read', file]);
  expect([fromFile.status, fromFile.stderr]).toEqual([1, '']);
  const text = bai2File([{ lines: ['16,142,5000,Z,A,,IN/'], total: 5000 }]);
  const fromInput = cli(['read', '-', '--json'], text);
  expect(fromInput.status).toBe(0);
  expect(JSON.parse(fromInput.stdout)).toMatchObject({ format: 'bai2', credits: [{ amount: 5000 }] });
});
