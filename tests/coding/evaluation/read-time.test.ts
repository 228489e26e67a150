import { describe, expect, it } from 'vitest';
import { readTotalTime } from '../../../functions/coding/evaluation/read-time.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

const read = (note: string) => readTotalTime(readStatements(note));

describe('readTotalTime', () => {
  it.each([
    ['Plan: Total time on the date of the encounter was 42 minutes.', 42],
    ['Plan: A total of 35 minutes was spent on the visit.', 35],
    ['Plan: 28 minutes in total, including the review of records.', 28],
    ['Plan: I spent about 50 minutes with her today.', 50],
    ['Time: 31 min', 31],
  ])('reads %j as %i minutes', (note, minutes) => {
    expect(read(note)?.minutes).toBe(minutes);
  });

  it.each([
    ['time of counseling', 'Plan: I spent 5 minutes on smoking cessation counseling.'],
    ['time of a procedure', 'Procedure: I spent 20 minutes on the procedure.'],
    ['a duration of the illness', 'HPI: The pain lasts 20 minutes.'],
    ['an instruction', 'Plan: Ice for 20 minutes three times a day.'],
  ])('takes %s for no total time', (_, note) => {
    expect(read(note)).toBeUndefined();
  });

  it('shows the sentence that states it', () => {
    const note = 'Plan: Rest. Total time today: 41 minutes.';
    const { start = 0, end = 0, quote = '' } = read(note)?.evidence ?? {};
    expect(quote).toContain('41 minutes');
    expect(note.slice(start, end)).toBe(quote);
  });
});
