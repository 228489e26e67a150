import { describe, expect, it } from 'vitest';
import {
  isUnswept,
  newSweep,
  recordsPerSweep,
  type Sweep,
  sharesOf,
} from '../../functions/domain/restarts/sweep.ts';
import { sweepRecords } from '../../functions/sweep/sweep-records.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const sweepWith = (sweeps: Map<string, Sweep>) => {
  const done: string[] = [];
  return sweepRecords({
    listPractices: async () => [...sweeps.keys()].map((practiceId) => ({ practiceId })),
    findSweep: async (practiceId) => (practiceId === 'new' ? undefined : sweeps.get(practiceId)),
    saveSweep: async (practiceId) => void done.push(`begin ${practiceId}`),
    handShareOn: async ({ practiceId, share }) => void done.push(`${practiceId} ${share}`),
    now: () => now,
    swept: () => undefined,
  }).then((swept) => ({ swept, done }));
};

const sweep = (change: Partial<Sweep> = {}): Sweep => ({ ...newSweep(now), ...change });

describe('the fan-out of the sweep', () => {
  it('hands each practice its share, and begins the sweep of a new one', async () => {
    const { swept, done } = await sweepWith(
      new Map([
        ['maple', sweep()],
        ['new', sweep()],
      ]),
    );
    expect(done).toEqual(['begin new', 'maple 2250', 'new 2250']);
    expect(swept).toEqual({ practices: 2, unswept: 0 });
  });

  it('counts practices that nobody has looked after for three quarters of an hour', async () => {
    const at = (minutes: number) => sweep({ at: new Date(now.getTime() - minutes * 60_000).toISOString() });
    const { swept } = await sweepWith(
      new Map([
        ['silent', at(46)],
        ['slow', at(44)],
      ]),
    );
    expect(swept.unswept).toBe(1);
    expect(isUnswept(at(46), now)).toBe(true);
  });
});

describe('the shares of a sweep', () => {
  const total = (opens: readonly number[]) =>
    sharesOf(new Map(opens.map((open, at) => [String(at), { open, seen: 0 }]))).reduce(
      (sum, { share }) => sum + share,
      0,
    );

  it.each([
    ['one with 1,000', [1000]],
    ['one with 100,000', [100_000]],
    ['one with a million', [1_000_000]],
    ['a thousand with a thousand each', Array<number>(1000).fill(1000)],
  ])('are bounded, whatever is open: %s', (_title, opens) => {
    expect(total(opens)).toBeLessThanOrEqual(recordsPerSweep + opens.length);
    expect(total(opens)).toBeGreaterThanOrEqual(recordsPerSweep);
  });

  it('go by what is open, so that a small practice is not kept waiting by a large one', () => {
    const shares = sharesOf(
      new Map([
        ['small', { open: 1000, seen: 0 }],
        ['large', { open: 99_000, seen: 0 }],
      ]),
    );
    expect(shares.map(({ share }) => share)).toEqual([45, 4455]);
  });

  it('grow with what a round finds, before it has ended', () => {
    const [grown] = sharesOf(
      new Map([
        ['grown', { open: 10, seen: 5000 }],
        ['other', { open: 10_000, seen: 0 }],
      ]),
    );
    expect(grown?.share).toBe(2250);
  });
});
