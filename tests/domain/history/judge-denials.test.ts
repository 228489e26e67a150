import { describe, expect, it } from 'vitest';
import { judgeDenials, type LearnedService } from '../../../functions/domain/history/judge-denials.ts';
import { LineOutcome } from '../../../functions/domain/history/line-outcome.ts';

let at = 0;
const row = (change: Partial<LineOutcome> = {}): LineOutcome =>
  LineOutcome.parse({
    ...{ procedure: '20610', modifiers: [], diagnosis: 'M17', month: '2026-03', denials: [] },
    ...{ claimId: `C${at++}`, lineNumber: 1, submission: 1 },
    ...change,
  });
const rows = (count: number, change: Partial<LineOutcome> = {}): readonly LineOutcome[] =>
  Array.from({ length: count }, () => row(change));
const denied = (count: number, change: Partial<LineOutcome> = {}) =>
  rows(count, { denials: ['197'], ...change });

const service: LearnedService = { procedure: '20610', modifiers: [], diagnosis: 'M17' };
const told = (outcomes: readonly LineOutcome[], of: Partial<LearnedService> = {}) =>
  judgeDenials({ ...service, ...of }, outcomes).map(({ reason, denied: count, lines, by }) =>
    `${reason} ${count}/${lines} ${by.join('+')}`.trim(),
  );

describe('what was denied before', () => {
  it.each<readonly [string, readonly LineOutcome[], readonly string[]]>([
    ['nothing, of nothing', [], []],
    ['nothing, of two denials', denied(2), []],
    ['three of three', denied(3), ['197 3/3 modifiers+diagnosis']],
    ['three of ten', [...denied(3), ...rows(7)], ['197 3/10 modifiers+diagnosis']],
    ['nothing, of three of eleven', [...denied(3), ...rows(8)], []],
    [
      'what was overturned as well',
      [...denied(2), ...denied(2, { overturned: 'authorization' })],
      ['197 4/4 modifiers+diagnosis'],
    ],
    ['nothing of another procedure', denied(5, { procedure: '20605' }), []],
    [
      'nothing, of three reasons once each',
      [row({ denials: ['197'] }), row({ denials: ['50'] }), row({ denials: ['97'] })],
      [],
    ],
    [
      'two reasons, the more frequent first',
      [...denied(3), ...rows(4, { denials: ['50'] })],
      ['50 4/7 modifiers+diagnosis', '197 3/7 modifiers+diagnosis'],
    ],
    [
      'by other modifiers, where too few lines have these',
      denied(4, { modifiers: ['LT'] }),
      ['197 4/4 diagnosis'],
    ],
    [
      'nothing, where lines with these modifiers were paid',
      [...denied(4, { modifiers: ['LT'] }), ...rows(3)],
      [],
    ],
    [
      'nothing, where lines for this diagnosis were paid',
      [...denied(6, { diagnosis: 'M25' }), ...rows(3)],
      [],
    ],
    [
      'by these modifiers, where lines with others were paid',
      [...denied(3), ...rows(40, { modifiers: ['LT'] })],
      ['197 3/3 modifiers+diagnosis'],
    ],
    ['by all lines, where none are alike', denied(3, { modifiers: ['LT'], diagnosis: 'M25' }), ['197 3/3']],
  ])('is %s', (_what, outcomes, expected) => {
    expect(told(outcomes)).toEqual(expected);
  });

  it('goes by modifiers in whatever order', () => {
    const outcomes = [...denied(3, { modifiers: ['25', '59'] }), ...rows(9)];
    expect(told(outcomes, { modifiers: ['59', '25'] })).toEqual(['197 3/3 modifiers+diagnosis']);
  });

  it('tells since when, how denials were overturned, and what was billed in spite of the warning', () => {
    const outcomes = [
      ...denied(1, { month: '2026-05' }),
      ...denied(3, { overturned: 'authorization' }),
      ...denied(1, { overturned: 'appeal', despite: ['197'] }),
      ...rows(2, { despite: ['197'] }),
    ];
    expect(judgeDenials(service, outcomes)).toMatchObject([
      {
        ...{ lines: 7, denied: 5, sinceMonth: '2026-03' },
        overturned: { authorization: 3, appeal: 1 },
        despite: { lines: 3, allowed: 3 },
      },
    ]);
  });
});
