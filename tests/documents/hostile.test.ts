import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Outcome = {
  readonly name: string;
  readonly ms: number;
  readonly codes: readonly string[];
  readonly said: number;
  readonly leaks: boolean;
  readonly says: boolean;
  readonly isTold: boolean;
  readonly tells?: string;
};

/** In a process of its own, so that one that grows or hangs takes nobody with it. */
const { stdout, status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=1024', join(import.meta.dirname, 'read-hostile.ts')],
  { encoding: 'utf8', timeout: 160_000, maxBuffer: 50_000_000 },
);
const outcomes: readonly Outcome[] = stdout
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

const namesOf = (wrong: (outcome: Outcome) => boolean): readonly string[] =>
  outcomes.filter(wrong).map(({ name, codes }) => `${name}: ${codes.join(', ')}`);

describe('files that mean harm, and files that came to harm', () => {
  it('are read to the last in bounded memory', () => {
    expect(status).toBe(0);
    expect(outcomes.length).toBeGreaterThanOrEqual(200);
  });

  it('say something, or why they do not', () => {
    expect(namesOf(({ said, codes }) => said === 0 && codes.length === 0)).toEqual([]);
  });

  it('are told as what they are, in sentences', () => {
    expect(namesOf(({ tells, codes }) => tells !== undefined && !codes.includes(tells))).toEqual([]);
    expect(namesOf(({ isTold }) => !isTold)).toEqual([]);
  });

  it('lose nothing of what can be read', () => {
    expect(namesOf(({ says }) => !says)).toEqual([]);
  });

  it('give away nothing that is outside of them, hidden in them or withdrawn', () => {
    expect(namesOf(({ leaks }) => leaks)).toEqual([]);
  });

  it('take no longer than is bounded', () => {
    // Twice the limit of the slowest reader: the machine may be busy.
    expect(namesOf(({ ms }) => ms > 40_000)).toEqual([]);
  });
});
