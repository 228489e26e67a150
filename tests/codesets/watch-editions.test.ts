import { describe, expect, it } from 'vitest';
import { type Edition, fiscalYear } from '../../codesets/edition.ts';
import type { LapsingSet } from '../../codesets/publishing/lapsing.ts';
import { watchEditions } from '../../functions/code-sets/watch-editions.ts';

const icd = (year: number): Edition => ({
  set: 'icd10cm',
  ...fiscalYear(year),
  rows: 1,
  source: 'a file',
  parts: {},
  notes: [],
});

/** The watch on a day, over editions that are there once what is published is taken. */
const watch = async (day: string, editions: readonly Edition[], takePublished = async () => undefined) => {
  const told: LapsingSet[] = [];
  const counted: number[] = [];
  let taken = false;
  const answer = await watchEditions(new Date(`${day}T12:00:00Z`), {
    takePublished: async () => {
      await takePublished();
      taken = true;
    },
    editions: () => (taken ? editions : []),
    told: (set) => told.push(set),
    counted: (sets) => counted.push(sets),
  });
  return { told, counted, answer };
};

describe('the watch over editions', () => {
  it('counts and names what lapses, of what is published as well', async () => {
    expect(await watch('2027-09-10', [icd(2027)])).toEqual({
      told: [{ set: 'icd10cm', edition: '2027', lastDay: '2027-09-30' }],
      counted: [1],
      answer: { lapsing: 1 },
    });
    expect(await watch('2027-09-10', [icd(2027), icd(2028)])).toMatchObject({ told: [], counted: [0] });
  });

  it('fails, and so rings, where what is published cannot be taken', async () => {
    const broken = async (): Promise<undefined> => {
      throw new Error('not what was published');
    };
    await expect(watch('2027-01-01', [], broken)).rejects.toThrow();
  });
});
