import { describe, expect, it } from 'vitest';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import { inFolder } from '../publisher-files.ts';
import { downloadOf } from './coverage-files.ts';
import { answerByHand, articleOf, groupCodes, groupedArticles } from './grouped-articles.ts';

const date = '2026-05-04';

const pool = [
  ...Object.values(groupCodes).map(([first]) => first),
  ...Object.values(groupCodes).map(([, last]) => last),
  'J06.9',
];

/** One, two and three diagnoses in every order. */
const lines = [
  ...pool.map((one) => [one]),
  ...pool.flatMap((one) => pool.filter((two) => two !== one).map((two) => [one, two])),
  ...pool.flatMap((one) =>
    pool.flatMap((two) =>
      pool.filter((three) => new Set([one, two, three]).size === 3).map((three) => [one, two, three]),
    ),
  ),
];

describe('covered groups', () => {
  it('are fifty, or more', () => {
    expect(groupedArticles.length).toBeGreaterThanOrEqual(50);
  });

  it.each(groupedArticles.map((one, place) => [JSON.stringify(one.paragraphs), one, place] as const))(
    'are read as a person reads %s',
    (_paragraphs, grouped, place) =>
      inFolder(() => {
        installCodeSet('coverage', downloadOf([articleOf(grouped, place)]));
        const { coverage } = codeBookOn(date);
        const wrong = grouped.readings.flatMap(([procedure, reading]) =>
          lines.flatMap((diagnoses) => {
            const { modifiers = [] } = reading;
            const answer = coverage.judge({ procedure, modifiers, diagnoses, state: 'OH' });
            const expected = answerByHand(reading, diagnoses);
            const isSame =
              expected === 'doubtful'
                ? answer?.outcome !== 'covered' || answer.unsure
                : answer?.outcome === expected;
            return isSame ? [] : [`${procedure} ${diagnoses}: ${answer?.outcome} not ${expected}`];
          }),
        );
        expect(wrong.slice(0, 10)).toEqual([]);
      }),
  );
});
