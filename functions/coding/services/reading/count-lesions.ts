import { numberPattern, readNumber, sumOf } from './read-number.ts';
import { regionsIn } from './read-skin-region.ts';

/** Cycles, seconds, doses and sizes are numbers that count no lesions. */
const noCount =
  /\b\d{1,6}(?:\.\d{1,6})?\s{0,9}(?:-|to|x)?\s{0,9}\d{0,6}\s{0,9}(?:%|cm|mm|mg|ml|cc|sec(?:onds?)?|s\b|min(?:utes?)?|days?|wks?|weeks?|months?|mos?|years?|yrs?|yo|hours?|f\/t|freeze|cycles?|applications?|passes|times)\b|\b(?:x|for)\s*\d+\s*(?:-\s*\d+\s*)?(?:sec\w*|s|cycles?|min\w*|freeze\w*|days?|weeks?|ft|f\/t)\b|\b(?:two|three|one|single|double|2|3)[- ](?:freeze|f\/t|cycles?|times)[- \w]*?\b(?:cycles?|thaw\w*|freeze)\b|\b(?:freeze[- ]thaw|thaw)(?:ed)? (?:cycles? )?x\s*\d+|(?<!\d)\d+ cycles? each/gi;

const withoutSizes = (text: string): string => text.replace(noCount, (whole) => ' '.repeat(whole.length));

const times = new RegExp(`(?:\\bx|×|#)\\s?(${numberPattern})\\b`, 'gi');
const inBrackets = /\((?:x\s?)?(\d{1,2})\)/g;
const total = new RegExp(
  `\\b(?:total(?:ing)?(?: of)?:?\\s*(${numberPattern})|(${numberPattern})\\s+(?:\\w+\\s+)?total|(${numberPattern}) in total)\\b`,
  'i',
);

const numbersBefore = (text: string, noun: RegExp): readonly number[] => {
  const before = new RegExp(
    `\\b(${numberPattern})\\s+(?:(?!and\\b|or\\b|to\\b)[\\w-]+\\s+){0,4}?(?:${noun.source}|lesions?|sites?|spots?|papules?|growths?|biops(?:y|ies)|areas?|tags?|treated|frozen|destroyed|removed)\\b`,
    'gi',
  );
  return [...text.matchAll(before)].flatMap(([, word]) => readNumber(word) ?? []);
};

const numbersIn = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].flatMap(([, word]) => readNumber(word) ?? []);

/** "4 on the scalp and 3 on the left temple", "scalp 4, hands 2": numbers each beside a region. */
const numbersAtRegions = (text: string): readonly number[] => {
  const regions = regionsIn(text);
  if (regions.length === 0) return [];
  const before = new RegExp(
    `\\b(${numberPattern})\\s+(?:(?:to|on|of|at|from|over)\\s+)?(?:the\\s+|his\\s+|her\\s+)?(?:right\\s+|left\\s+|r\\s+|l\\s+|dorsal\\s+|bilateral\\s+)*$`,
    'i',
  );
  return regions.flatMap(
    ({ index }) => readNumber(before.exec(text.slice(Math.max(0, index - 40), index))?.[1]) ?? [],
  );
};

/**
 * How many lesions a sentence counts: a total that it names, else the numbers given site by site, else the one
 * before the lesion's name; undefined when it counts none.
 */
export const countOf = (sentence: string, noun: RegExp): number | undefined => {
  const text = withoutSizes(sentence);
  const sum = total.exec(text);
  const told = sum && (readNumber(sum[1]) ?? readNumber(sum[2]) ?? readNumber(sum[3]));
  if (told) return told;
  const named = numbersBefore(text, noun);
  const perSite = [...numbersIn(text, times), ...numbersIn(text, inBrackets)];
  const atRegions = numbersAtRegions(text);
  for (const [first] of [named])
    if (first !== undefined && named.length === 1 && first >= sumOf(perSite)) return first;
  if (named.length > 1) return sumOf(named);
  if (perSite.length > 0) return sumOf(perSite);
  if (atRegions.length > 0) return sumOf(atRegions);
  return named[0];
};
