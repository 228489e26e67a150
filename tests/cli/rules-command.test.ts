import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRule } from '../domain/rules/a-visit.ts';
import { registration } from './a-registration.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  write('visit/encounter.json', { ...registration, placeOfService: '10' });
  write('visit/codes.json', { diagnoses: ['I10'], services: [{ procedure: '99213' }] });
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

const today = ['--today', '2026-03-20'] as const;

describe('the rules command', () => {
  it('checks the rules of the samples, and refuses wrong ones by their path', () => {
    const sound = run('rules', 'check', 'samples/rules.json', '--payers', 'samples/payers.json');
    expect([sound.stdout, sound.status]).toEqual(['samples/rules.json: 10 rules, in order\n', 0]);
    const wrong = write('wrong.json', [aRule({ set: 'service.units', to: 2 })]);
    const refused = run('rules', 'check', wrong);
    expect(refused.stderr).toContain('rules.0.then.0.set: A rule does not change what a coder confirmed');
    expect(refused.status).toBe(1);
  });

  it('tries rules on folders beside those in force', () => {
    const { stdout, status } = run('rules', 'try', 'samples/rules.json', join(folder, 'visit'), ...today);
    expect(stdout).toContain('changed  codes.services[0].modifiers nothing → 95 (video-at-home)');
    expect(stdout).toContain('1 visits: 1 otherwise than by the rules in force: 0 held, 0 warned, 1 changed');
    expect(status).toBe(0);
    const same = run(
      'rules',
      'try',
      'samples/rules.json',
      '--in-force',
      'samples/rules.json',
      join(folder, 'visit'),
      '--json',
      ...today,
    );
    expect(JSON.parse(same.stdout)).toEqual({ visits: 1, different: [] });
  });

  it('asks for visits, or how many', () => {
    expect(run('rules', 'try', 'samples/rules.json').stderr).toContain('Name visits, or how many');
  });

  it('is what scrub and claim bill a visit by', () => {
    const scrubbed = run('scrub', join(folder, 'visit'), '--rules', 'samples/rules.json', '--json', ...today);
    expect(JSON.parse(scrubbed.stdout).changes).toEqual([
      { path: 'codes.services[0].modifiers', before: [], after: ['95'], rules: ['video-at-home'] },
    ]);
    const billed = run('claim', join(folder, 'visit'), '--rules', 'samples/rules.json', '--x12');
    expect(billed.stdout).toContain('SV1*HC:99213:95*');
    expect(billed.stderr).toContain('codes.services[0].modifiers nothing → 95 (video-at-home)');
  });
});
