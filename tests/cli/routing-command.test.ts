import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, aRoutingRule } from '../denials/routing/a-rule.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'routing-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CLAIMWRIGHT_CODESETS: 'no-code-sets-here', FORCE_COLOR: '0' },
  });

describe('the routing command', () => {
  it('checks a table, and refuses a wrong one by its path', () => {
    const sound = run('routing', 'check', 'samples/routing.json', '--payers', 'samples/payers.json');
    expect([sound.stdout, sound.status]).toEqual(['samples/routing.json: 3 rules, in order\n', 0]);
    const wrong = aRoutingRule(answering({ actions: ['bill-patient'] }, { when: { groups: ['CO'] } }));
    const refused = run('routing', 'check', write('wrong.json', [wrong]));
    expect(refused.stderr).toContain('rules.0.then.actions.0: Only what the payer puts to group PR');
    expect(refused.status).toBe(1);
  });

  it('tries a table on denials of a file, beside the one in force', () => {
    const { stdout, status } = run('routing', 'try', 'samples/routing.json', 'samples/denials.json');
    expect(status).toBe(0);
    expect(stdout).toContain('  desk: appeals → coder\n');
    expect(stdout).toContain(
      '4 denials of $1607.00: 3 ($1397.00) otherwise than by the table in force: desk 2 ($57.00)',
    );
    const same = run(
      ...['routing', 'try', 'samples/routing.json', 'samples/denials.json'],
      ...['--in-force', 'samples/routing.json', '--json'],
    );
    expect(JSON.parse(same.stdout)).toMatchObject({ denials: 4, different: [] });
    expect(run('routing', 'try', 'samples/routing.json').stderr).toContain(
      'Name files of denials, or how many',
    );
  });

  it('shows the house’s table without any records', () => {
    expect(run('routing', 'show').stdout).toContain('authorization: CARC 15 39 197 198 243 288');
  });
});

describe('the denials command', () => {
  it('counts denials of a span, with what each figure means', () => {
    const span = ['--from', '2026-03-21', '--to', '2026-04-02'];
    const { stdout } = run('denials', 'samples/denials.json', ...span);
    expect(stdout).toMatch(/all\s+│ 3\s+│ 267\.00\s+│ 3/);
    expect(stdout).toContain('overturned: decided denials of which something was recovered');
    const json = JSON.parse(run('denials', 'samples/denials.json', ...span, '--json').stdout);
    expect(json).toMatchObject({
      all: { denials: 3, amount: 26_700 },
      definitions: { denial: expect.any(String) },
    });
    expect(
      run('denials', 'samples/denials.json', '--from', '2026-05-01', '--to', '2026-04-01').stderr,
    ).toContain('--from 2026-05-01 is after --to 2026-04-01');
  });

  it('names what is wrong with a file of denials', () => {
    const wrong = write('denials.json', [
      { claimId: 'C1', payerId: 'x', paymentDate: '2026-03-02', lines: [] },
    ]);
    const { stderr, status } = run('denials', wrong);
    expect([stderr, status]).toEqual([expect.stringContaining('0.lines:'), 2]);
  });
});
