import { type SectionKind, type SectionName, sectionNames } from './section-names.ts';

/** Words that tell nothing about the part of the note: "Clinical Impression", "Today's Plan", "Plan of the Visit". */
const lightWords = new Set(
  `the a an of for with by my our your his her in on to at s clinical final overall current today todays brief provider
  physician doctor clinician md np pa relevant pertinent significant general focused detailed complete updated reviewed
  documented section note notes details detail interval limited full initial this visit encounter medical patient patients`.split(
    /\s+/,
  ),
);

/** What stands between two parts that one heading names. */
const joint = /\s*(?:\band\b|&|\/|,|\+|\bwith\b|\bn\b)\s*/;

const joints = new RegExp(joint, 'g');

/** Short forms whose slash is no joint. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bf\s?\/\s?u\b/g, 'followup'],
  [/\bc\s?\/\s?c\b/g, 'cc'],
  [/\bo\s?b\s?\/\s?gyn\b/g, 'obgyn'],
  [/\be\s?[/&]\s?m\b/g, 'e m'],
  [/\br\s?\/\s?o\b/g, 'rule out'],
  [/\bx-?ray/g, 'x ray'],
  [/\bfollow-?\s?up\b/g, 'follow up'],
];

/** What one of these has in any case. */
const mayBeShort = /[/&]|ray|follow/;

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu)?.map(singular) ?? [];

const weighty = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !lightWords.has(word));

const known = new Map<string, SectionName>(
  sectionNames.flatMap(([name, list]) =>
    list.split(';').map((one) => [wordsIn(one).join(' '), name] as const),
  ),
);

/** A misspelt name has as many words as the name, and its first letter. */
const groupOf = (words: readonly string[]): string => `${words.length}${words[0]?.[0]}`;

const byGroup = Map.groupBy(
  [...known.keys()].map((name) => name.split(' ')),
  groupOf,
);

/** Words of notes that are one slip away from a word of a heading and mean themselves. */
const ownWords = new Set(
  `plain plane plant planned clan scan span examine testes testis text rest best orders ordered older border list lapse
  history mistory impressive depression expression compression oppression suppression regression progression aggression
  reaction fraction traction action pain paint past paste part social special facial racial labor labs vitamin vital
  treated treats finds funding binding oral lungs
  allergic allergen summery medial median medicated mediation meditation prescribed proscription instructed
  subject object objection presented recommended immunized assessed diagnosed discussed concluded managed
  assistant assist assisted`.split(/\s+/),
);

/** Two words without the letters that both begin and end with. */
const whereTheyDiffer = (one: string, other: string): readonly [string, string] => {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
};

/**
 * Whether there are so many slips at most by optimal string alignment: a letter more, less or other, or two that changed
 * places, each count as one.
 */
const areWithin = (most: number, written: string, word: string): boolean => {
  const [one, other] = whereTheyDiffer(written, word);
  // One slip touches two letters that stand together.
  if (most === 1 && Math.max(one.length, other.length) > 2) return false;
  return slipsIn(one, other) <= most;
};

const slipsIn = (one: string, other: string): number => {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        ...(swapped ? [(before[column - 2] ?? 0) + 1] : []),
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
};

const vowelsAway = (word: string): string => word.replace(/[aeiou]/g, '');
const lettersOf = (word: string): string => [...word].sort().join('');

/** Short words differ from too many others: only a wrong vowel or two letters changed about is a slip in them. */
const isSlip = (written: string, word: string): boolean => {
  const most = word.length < 9 ? 1 : 2;
  if (written[0] !== word[0] || Math.abs(written.length - word.length) > most || ownWords.has(written)) {
    return false;
  }
  if (word.length < 4) return false;
  if (word.length < 6) {
    const isNear =
      lettersOf(written) === lettersOf(word) ||
      (written.length === word.length && vowelsAway(written) === vowelsAway(word));
    return isNear && written !== word && areWithin(1, written, word);
  }
  return areWithin(most, written, word);
};

const longestName = 6;

const misspelt = (words: readonly string[]): SectionName | undefined => {
  const name = byGroup
    .get(groupOf(words))
    ?.find((candidate) => candidate.every((word, at) => word === words[at] || isSlip(words[at] ?? '', word)));
  return name && known.get(name.join(' '));
};

/** Families of names: "Cardiac exam", "Urologic history"; what an examination or a history is of makes no difference. */
const lastWords: Readonly<Record<string, SectionKind>> = {
  exam: 'exam',
  examination: 'exam',
  history: 'background',
  hx: 'background',
  hospitalization: 'background',
};

const problems = new Set(['problem', 'issue', 'concern', 'condition', 'diagnosis', 'diagnose', 'complaint']);
const dealtWith = new Set(
  'addressed discussed worked managed evaluated treated assessed covered considered dealt today'.split(' '),
);
const passedBy = new Set(
  'not previously past prior resolved inactive old patient was were is are be been'.split(' '),
);

/** "Problems worked up today", "Other issues discussed": what was dealt with at this visit. */
const areProblems = (words: readonly string[]): boolean =>
  words.length <= longestName + 2 &&
  words.some((word) => problems.has(word)) &&
  words.some((word) => dealtWith.has(word)) &&
  !words.some((word) => passedBy.has(word));

const ofFamily = (words: readonly string[]): SectionName | undefined => {
  if (areProblems(words)) return { kind: 'assessment' };
  const kind = words.length > 1 && words.length <= 4 ? lastWords[words.at(-1) ?? ''] : undefined;
  return kind && { kind };
};

const lookUp = (words: readonly string[]): SectionName | undefined =>
  words.length === 0 || words.length > longestName ? undefined : known.get(words.join(' '));

const partNamed = (part: string): SectionName | undefined => {
  const words = wordsIn(part);
  const rest = weighty(words);
  if (words.length > longestName + 2) return undefined;
  return lookUp(words) ?? lookUp(rest) ?? ofFamily(words) ?? (rest.length > 0 ? misspelt(rest) : undefined);
};

/** Of two parts that one heading names the more telling one: "Plan and assessment" holds the assessment. */
const precedence: readonly SectionKind[] = [
  'assessment',
  'plan',
  'reason',
  'history',
  'procedure',
  'exam',
  'results',
  'background',
  'review',
  'time',
  'other',
];

const ofParts = (parts: readonly string[]): SectionName | undefined => {
  const names = parts.map(partNamed);
  if (!names.every((one) => one !== undefined)) return undefined;
  const telling = names.filter(({ aside }) => aside === undefined);
  return (telling.length > 0 ? telling : names).toSorted(
    (one, other) => precedence.indexOf(one.kind) - precedence.indexOf(other.kind),
  )[0];
};

/** A word longer than any heading's, or a text of more letters, is none. */
const longestHeading = 60;
const isSentence = /\p{L}{3}[.;!?]\s/u;

/** "Labs 2/20 (reviewed)", "A/P 3/2/26": a day tells nothing about the part. */
const asides = /\([^)]*\)|\b\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/g;

/**
 * What the words of a heading announce, however they are written: in any case, with words that say nothing about it,
 * put together ("Impression & Recommendations") or with a slip of the pen ("Assesment"). Undefined for other words.
 */
export const readSectionName = (heading: string): SectionName | undefined => {
  if (heading.length > longestHeading || isSentence.test(heading)) return undefined;
  const plain = heading
    .toLowerCase()
    .replace(asides, ' ')
    .replace(/[’'`]s\b/g, '')
    .replace(/[’']/g, '');
  const name = mayBeShort.test(plain)
    ? shortForms.reduce((text, [form, full]) => text.replace(form, full), plain)
    : plain;
  const parts = name.split(joint).filter((part) => part.trim() !== '');
  if (parts.length === 0 || parts.length > 4) return undefined;
  return partNamed(name.replace(joints, ' ')) ?? ofParts(parts);
};
