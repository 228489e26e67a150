import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suggest-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const note = 'CC: check\nAssessment: Gout\nPlan: ice';

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['cli/main.ts', 'suggest', ...args, '--date', '2026-03-02'], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, CLAIMWRIGHT_CODESETS: 'no-code-sets-here', FORCE_COLOR: '0' },
  });

const fileWith = (content: string | Uint8Array): string => {
  const path = join(folder, `${Math.random()}.txt`);
  writeFileSync(path, content);
  return path;
};

describe('the suggest command', () => {
  it('writes a line of codes for each line of notes', () => {
    const lines = [
      { id: 'a', note, age: '58', gender: 'male' },
      { id: 7, note: '' },
    ];
    const { stdout, status } = run(
      ['-', '--jsonl', '--flat'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 'a', dx: ['M10.9'], em: expect.any(String), procedures: [], services: [] },
      { id: '7', dx: [], em: null, procedures: [], services: [] },
    ]);
    expect(status).toBe(0);
  });

  it('shows a person the words that support each code', () => {
    const { stdout } = run([fileWith(note)]);
    expect(stdout).toMatch(/M10\.9 Gout, unspecified \d\d %/);
    expect(stdout).toMatch(/22–26 …CC: check Assessment: Gout Plan/);
  });

  it('says that only the starter set answers', () => {
    expect(run([fileWith(note)]).stderr).toContain('Only the starter set answers');
  });

  it('goes on after a line that it cannot read, and tells which', () => {
    const { stdout, stderr, status } = run(
      ['-', '--jsonl', '--flat'],
      `{"id"\n${JSON.stringify({ id: 'b', note })}`,
    );
    expect(stderr).toContain('standard input line 1 is no JSON');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'b' });
    expect(status).toBe(1);
  });

  it('tells why a file that is no text is not coded', () => {
    const { stderr, status } = run([fileWith(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0]))]);
    expect(stderr).toContain('PDF');
    expect(status).toBe(1);
  });

  it('refuses a date that is none', () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      ['cli/main.ts', 'suggest', '-', '--date', 'today'],
      { cwd: root, input: '', encoding: 'utf8' },
    );
    expect(stderr).toContain('--date today is no date');
    expect(status).toBe(2);
  });
});
