import { type CodeRange, isInRange, readCodeRanges } from '../code-range.ts';

/** An Excludes1 note as a test: whether a code that the note applies to excludes another one. */
export type ExcludesOther = (code: string, other: string) => boolean;

type Limit = (code: string) => boolean;

const unlimited: Limit = () => true;

const placeNames: readonly (readonly [RegExp, number])[] = [
  [/^(?:4th|fourth)\b/, 4],
  [/^(?:5th|fifth)\b/, 5],
  [/^(?:6th|sixth)\b/, 6],
  [/^(?:7th|seventh)\b/, 7],
];

/** ".44", ".61-" and ".51-.52" are what follows the category: "E08-E13 with .44". */
const readDecimals = (text: string): Limit | undefined => {
  const [, first, last = first] = /^\.(\d\w*)-?(?:\.(\d\w*))?$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return (code) => {
    const decimals = code.slice(4);
    return first <= decimals.slice(0, first.length) && decimals.slice(0, last.length) <= last;
  };
};

/** "final characters -23", "5th character .6", "fifth to sixth characters 51", "fifth or sixth character 5". */
const readPlaces = (text: string): Limit | undefined => {
  const either = /^(?:fifth|5th) or (?:sixth|6th) character (\w)$/.exec(text)?.[1];
  if (either) return (code) => code.replace('.', '').slice(4, 6).includes(either);
  const ending = /^final characters? -(\w+)$/.exec(text)?.[1];
  if (ending) return (code) => code.endsWith(ending);
  const place = placeNames.find(([name]) => name.test(text))?.[1];
  const characters = /[- ]characters? \.?(\w+)$/.exec(text)?.[1];
  if (place === undefined || characters === undefined) return undefined;
  return (code) => code.replace('.', '').startsWith(characters, place - 1);
};

/** Which of the codes named a part is about; undefined where it says so in words that cannot be told of a code. */
const readLimit = (part: string, ranges: readonly CodeRange[]): Limit | undefined => {
  const limit = /[A-Z]\d[\w.-]*,? ?with (.+)$/.exec(part)?.[1];
  if (limit === undefined) return unlimited;
  const ofCategories = ranges.every(({ first }) => first.length === 3);
  return (ofCategories ? readDecimals(limit) : undefined) ?? readPlaces(limit);
};

/** A note names its codes in parentheses; a few do it in the sentence, where words in parentheses name none. */
const tellingParts = (text: string): readonly string[] => {
  const parts = [...text.matchAll(/\(([^()]*)\)/g)].map(([, inner = '']) => inner);
  const naming = parts.filter((part) => readCodeRanges(part).length > 0);
  return (naming.length > 0 ? naming : [text]).map((part) => part.replace(/-? to (?=[A-Z]\d)/g, '-'));
};

/** "Any condition in I51.4-I51.9 due to hypertension (I11.-)" is about some of the codes below it only. */
const subjectOf = (text: string): readonly CodeRange[] =>
  readCodeRanges(/\bany condition in ([^(]*)/.exec(text)?.[1] ?? '');

const includes = (ranges: readonly CodeRange[], code: string): boolean =>
  ranges.some((range) => isInRange(code, range));

/** The codes that a note names, each part of it with its own limits. */
export const readNamedCodes = (text: string): Limit => {
  const tests = tellingParts(text).flatMap((part): readonly Limit[] => {
    const ranges = readCodeRanges(part);
    const limit = readLimit(part, ranges);
    return limit ? [(code) => includes(ranges, code) && limit(code)] : [];
  });
  return (code) => tests.some((test) => test(code));
};

/**
 * Reads an Excludes1 note. It never makes the codes that it names exclude themselves or each other: a note at a heading
 * about some of the codes below is not about those. What it says under a condition in words excludes nothing.
 */
export const readExcludedCodes = (text: string): ExcludesOther => {
  const subject = subjectOf(text);
  const isNamed: Limit = /\bunless\b/.test(text) ? () => false : readNamedCodes(text);
  return (code, other) =>
    isNamed(other) && !isNamed(code) && (subject.length === 0 || includes(subject, code));
};
