import { type Dictionary, rowOf } from '../dictionary/dictionary.ts';
import { type NotedWord, noteWords } from '../dictionary/note-words.ts';
import { type Qualification, qualifyMention } from '../note/qualify-mention.ts';
import { readSide, type Side } from '../note/read-laterality.ts';
import type { Statement } from '../note/read-statements.ts';
import { readSidesBySite, type SidesBySite, sideOfSite } from '../note/side-by-site.ts';
import type { Word } from '../words/read-words.ts';
import { wordKey } from '../words/word-key.ts';
import { findMentions, type TermMention } from './find-mentions.ts';
import { type Episode, refineCode, type Surroundings } from './refine-code.ts';

/** A condition that a statement names: the words, what the note means by them, and the code they lead to. */
export type ConditionMention = {
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly qualification: Qualification;
  readonly code: string;
  readonly term: string;
  readonly sideFrom: 'statement' | 'elsewhere' | undefined;
};

type Note = {
  readonly dictionary: Dictionary;
  readonly episode: Episode;
  readonly sides: SidesBySite;
};

/** Guideline I.C.19.a: D once active treatment is over, S for what remains later, else A. */
export const readEpisode = (statements: readonly Statement[]): Episode => {
  const about = statements
    .filter(({ section }) => section === 'reason')
    .map(({ text }) => text)
    .join(' ');
  if (/\b(sequelae?|late effects?)\b/i.test(about)) return 'S';
  return laterCare.test(about) ? 'D' : 'A';
};

const laterCare = /\b(follow[- ]?up|re-?check|subsequent|healing|aftercare|post[- ]?op\w*)\b/i;

const episodeAt = (statement: Statement, note: Note): Episode => {
  if (/\b(sequelae?|late effects?)\b/i.test(statement.text)) return 'S';
  return /\b(healing|subsequent|aftercare|re-?check)\b/i.test(statement.text) ? 'D' : note.episode;
};

/** Words this far from a mention say less and less about it. */
const closeWords = 3;
const nearWords = 8;

const closeness = (away: number): number => {
  if (away <= closeWords) return 1;
  return away <= nearWords ? 0.8 : 0.65;
};

const sideKeys: Readonly<Record<Side, string>> = {
  right: wordKey('right'),
  left: wordKey('left'),
  bilateral: wordKey('bilateral'),
};
const sidedKeys = new Set(Object.values(sideKeys));

/** What the statement says around a mention; of the sides it names only the one that is meant. */
const surroundingsOf = (
  words: readonly NotedWord[],
  mention: TermMention,
  context: { side: Side | undefined; dictionary: Dictionary },
): Surroundings => {
  const [first = 0, last = first] = [mention.places[0], mention.places.at(-1)];
  const near = new Map<number, number>();
  words.forEach(({ id, key }, at) => {
    if (id < 0 || sidedKeys.has(key)) return;
    const away = Math.max(0, first - at, at - last);
    near.set(id, Math.max(near.get(id) ?? 0, closeness(away)));
  });
  const side = context.side && context.dictionary.vocabulary.get(sideKeys[context.side]);
  if (side !== undefined) near.set(side, 1);
  return near;
};

const wordsWithin = (
  statement: Statement,
  words: readonly NotedWord[],
  mention: TermMention,
): readonly Word[] => {
  const ranges = mention.places.flatMap((at) => words[at] ?? []);
  return statement.words.filter((word) =>
    ranges.some(({ start, end }) => word.start < end && start < word.end),
  );
};

const termKeys = (dictionary: Dictionary, words: readonly NotedWord[], term: number): string => {
  const ids = rowOf(dictionary.terms, term);
  const keys = new Map(words.map(({ id, key }) => [id, key]));
  return [...ids]
    .map((id) => keys.get(id) ?? '')
    .sort()
    .join(' ');
};

type Sided = { readonly near: Surroundings; readonly episode: Episode; readonly side: Side | undefined };

/** The index often leads to the code of an unspecified side; the heading above it has those of both sides. */
const refineSide = (dictionary: Dictionary, place: number, note: Sided): number | undefined => {
  const code = refineCode(dictionary, place, note);
  const key = note.side && dictionary.vocabulary.get(sideKeys[note.side]);
  if (code === undefined || key === undefined) return code;
  const words = rowOf(dictionary.codeWords, code);
  const above = placeAbove(dictionary, place);
  if (words.includes(key) || above === undefined) return code;
  const sided = refineCode(dictionary, above, note);
  const wider = sided === undefined ? undefined : rowOf(dictionary.codeWords, sided);
  return wider?.includes(key) && words.every((word) => wider.includes(word)) ? sided : code;
};

const placeAbove = (dictionary: Dictionary, place: number): number | undefined => {
  const above = (dictionary.codes[place] ?? '').slice(0, -1);
  for (let at = place - 1; at >= 0 && dictionary.codes[at]?.startsWith(above); at -= 1) {
    if (dictionary.codes[at] === above) return at;
  }
  return undefined;
};

type Found = {
  readonly words: readonly NotedWord[];
  readonly mention: TermMention;
  readonly episode: Episode;
  readonly note: Note;
};

const codeFor = ({ words, mention, episode, note }: Found, side: Side | undefined): number | undefined => {
  const { dictionary } = note;
  const near = surroundingsOf(words, mention, { side, dictionary });
  return refineSide(dictionary, dictionary.termCode[mention.term] ?? 0, { near, episode, side });
};

/** Guideline I.B.13: where no code is for both sides, one for the right and one for the left. */
const codesFor = (found: Found, side: Side | undefined): readonly number[] => {
  const { dictionary } = found.note;
  const code = codeFor(found, side);
  if (code === undefined) return [];
  const says = (place: number | undefined, word: Side): place is number => {
    const key = dictionary.vocabulary.get(sideKeys[word]);
    return place !== undefined && key !== undefined && rowOf(dictionary.codeWords, place).includes(key);
  };
  if (side !== 'bilateral' || says(code, 'bilateral')) return [code];
  const [right, left] = [codeFor(found, 'right'), codeFor(found, 'left')];
  return says(right, 'right') && says(left, 'left') ? [right, left] : [code];
};

const conditionAt = (statement: Statement, found: Found): readonly ConditionMention[] => {
  const { mention, note, words } = found;
  const { dictionary } = note;
  const range = { start: mention.start, end: mention.end };
  const within = wordsWithin(statement, words, mention);
  const here = readSide(statement, range);
  const side = here ?? sideOfSite(note.sides, within);
  return codesFor(found, side).map((code) => ({
    statement,
    ...range,
    words: within,
    qualification: qualifyMention(statement, { ...range, words: within }),
    code: dictionary.codes[code] ?? '',
    term: termKeys(dictionary, words, mention.term),
    sideFrom: here ? 'statement' : side && 'elsewhere',
  }));
};

const conditionsIn = (statement: Statement, note: Note): readonly ConditionMention[] => {
  const words = noteWords(note.dictionary, statement);
  const episode = episodeAt(statement, note);
  return findMentions(note.dictionary, words).flatMap((mention) =>
    conditionAt(statement, { words, mention, episode, note }),
  );
};

/** Every condition that the statements name, whatever they mean by it, in the order of the note. */
export const findConditions = (
  dictionary: Dictionary,
  statements: readonly Statement[],
): readonly ConditionMention[] => {
  const note = { dictionary, episode: readEpisode(statements), sides: readSidesBySite(statements) };
  return statements.flatMap((statement) => conditionsIn(statement, note));
};
