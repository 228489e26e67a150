import { describe, expect, it } from 'vitest';
import { isInRange, readCodeRanges } from '../../codesets/code-range.ts';

const names = (text: string, code: string): boolean =>
  readCodeRanges(text).some((range) => isInRange(code, range));

describe('the codes that a note names', () => {
  it.each([
    ['oral hypoglycemic drugs (Z79.84)', ['Z79.84'], ['Z79.4', 'Z79.85']],
    ['drug induced diabetes mellitus (E09.-)', ['E09.9', 'E09.65'], ['E10.9']],
    ['acute bronchitis (J20-J21), fever (R50.-)', ['J20.9', 'J21.0', 'R50.9'], ['J22', 'R51.9']],
    ['gestational diabetes (O24.4-)', ['O24.410'], ['O24.011']],
    ['heart disease (I51.4-I51.7, I51.89)', ['I51.5', 'I51.7', 'I51.89'], ['I51.81', 'I51.9']],
    ['genetic variants (QA0.01-)', ['QA0.0101'], ['QA0.1']],
    ['code, if applicable, to identify:', [], ['I10']],
  ])('are in %j', (text, inside, outside) => {
    expect(inside.filter((code) => !names(text, code))).toEqual([]);
    expect(outside.filter((code) => names(text, code))).toEqual([]);
  });
});
