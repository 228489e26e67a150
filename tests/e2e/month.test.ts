import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays } from '../../functions/domain/calendar.ts';
import { today } from '../../local/local-practice.ts';
import { stories } from '../campaign/mix.ts';
import { type MonthReport, reportOf } from '../campaign/report.ts';
import { type Month, runMonth } from '../campaign/run-month.ts';
import { silently, testFolder } from './start-practice.ts';

/** One visit of every story and a few that are simply paid; `npm run -s campaign:month` lives through a thousand. */
const visits = stories.length + 5;

let month: Month;
let report: MonthReport;

beforeAll(async () => {
  rmSync(testFolder('month'), { recursive: true, force: true });
  month = await runMonth({
    ...{ claims: visits, seed: 20, progress: silently },
    dateOfService: addDays(await today(), -6),
    practice: { directory: testFolder('month'), assembly: inject('assembly') },
  });
  report = await reportOf(month);
});

afterAll(() => month?.practice.stop());

describe('a small month', () => {
  it('loses no claim, differs by no cent and names no patient', () => {
    expect(report.violations).toEqual([]);
  });

  it('was looked at while it went, and every planned decision was taken', () => {
    expect(report.samples).toBeGreaterThan(30);
    expect(Object.keys(report.waited)).toEqual(
      expect.arrayContaining([
        'acknowledgement',
        'eligibility',
        'remittance',
        'status',
        'task',
        'transmission',
      ]),
    );
    const planned = month.visits.flatMap(({ story }) => story.decisions ?? []);
    expect(report.decided).toBe(planned.length);
    expect(Object.values(report.patients.searched).every((characters) => characters > 1000)).toBe(true);
  });

  it('closes every claim but those that nobody decides', () => {
    const open = Object.entries(report.stories).filter(
      ([, ends]) => !Object.keys(ends).every((end) => /^closed: [\w-]+( → closed: [\w-]+)?$/.test(end)),
    );
    expect(Object.fromEntries(open)).toEqual({
      'denied-left-alone': { 'in a worklist: denial': 1 },
      'silent-for-ever': { 'in a worklist: no-answer': 1 },
    });
  });

  it('bills the second payer once, be it by us or by the first one', () => {
    for (const story of ['crossover', 'second-payer'])
      expect(Object.keys(report.stories[story] ?? {})).toEqual([
        expect.stringMatching(/^closed: billed-to-next-payer → closed: /),
      ]);
  });
});
