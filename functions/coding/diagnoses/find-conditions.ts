import { type Dictionary, rowOf } from '../dictionary/dictionary.ts';
import { type NotedWord, noteWords } from '../dictionary/note-words.ts';
import { anyTells, mayTell } from '../note/letters-of.ts';
import { type Qualification, qualifyMention } from '../note/qualify-mention.ts';
import { readSide, sidesNamedIn } from '../note/read-laterality.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Side } from '../note/side.ts';
import { readSidesBySite, type SidesBySite, sideOfSite } from '../note/side-by-site.ts';
import type { Word } from '../words/read-words.ts';
import { codesForSide, type SidedReading, sitesOfSided } from './code-for-side.ts';
import { findMentions, type TermMention } from './find-mentions.ts';
import { type StatementWords, surroundingsOf } from './find-surroundings.ts';
import { isConditionHere } from './names-problem.ts';
import { type Episode, isHinted } from './refine-code.ts';

type SideFrom = 'statement' | 'elsewhere' | undefined;

/** A condition that a statement names: the words, what the note means by them, and the code they lead to. */
export type ConditionMention = {
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly qualification: Qualification;
  readonly code: string;
  readonly term: string;
  /** Where the term comes from, as a place in `termSources`. */
  readonly source: number;
  readonly sideFrom: SideFrom;
  /** Words beside it are those of closer codes of its category. */
  readonly isHinted: boolean;
};

type Note = {
  readonly dictionary: Dictionary;
  readonly episode: Episode;
  /** Whether any statement may tell of a sequela, or of healing. */
  readonly tells: { readonly later: boolean; readonly healing: boolean };
  readonly sides: SidesBySite;
};

/** Guideline I.C.19.a: D once active treatment is over, S for what remains later, else A. */
export const readEpisode = (statements: readonly Statement[]): Episode => {
  const reasons = statements.filter(({ section }) => section === 'reason');
  const about = (reasons.length > 0 ? reasons : statements.slice(0, openingLines))
    .map(({ text }) => text)
    .join(' ');
  if (statements.slice(0, openingLines).some(({ text }) => rehabilitates.test(text))) return 'D';
  if (anyTells(statements, isTherapy)) return 'D';
  if (/\b(sequelae?|late effects?)\b/i.test(about)) return 'S';
  return (reasons.length > 0 ? laterCare : laterFirst).test(about) ? 'D' : 'A';
};

/** Without a stated reason the first lines tell it: "F/u R clavicle fx". */
const openingLines = 2;
/** Therapy after an injury is no active treatment of it any more. */
const rehabilitates =
  /\b((physical|occupational|hand) therapy|(PT|OT) (initial |daily |re-?)?(eval\w*|note|visit|session|progress|discharge|treatment))\b/;
/** What therapists give, in their words. */
const isTherapy =
  /\b(ther(apeutic)? ?-?ex(ercises?)?|neuro(muscular)? re-?ed\w*|manual therapy)\b[^.;]{0,12}\b\d+ ?min|\bDPT\b/i;
const laterFirst = /\b(follow[- ]?up|f\/u|re-?check|suture removal|staples? removal)\b/i;
const laterCare =
  /\b(follow[- ]?up|f\/u|re-?check|suture removal|staples? removal|subsequent|healing|aftercare|post[- ]?op\w*)\b/i;

const ofLater = /\b(sequelae?|late effects?)\b/i;
const ofHealing = /\b(healing|subsequent|aftercare|re-?check)\b/i;

const episodeAt = ({ text }: Statement, { episode, tells }: Note): Episode => {
  if (tells.later && ofLater.test(text)) return 'S';
  return tells.healing && ofHealing.test(text) ? 'D' : episode;
};

/** The words that lie between two places or reach over one of them. */
const wordsAround = (words: readonly Word[], first: number, last: number): readonly Word[] => {
  let from = 0;
  while (from < words.length && (words[from]?.end ?? last) <= first) from += 1;
  let to = from;
  while (to < words.length && (words[to]?.start ?? last) < last) to += 1;
  return words.slice(from, to);
};

const wordsWithin = (
  statement: Statement,
  words: readonly NotedWord[],
  mention: TermMention,
): readonly Word[] => {
  const ranges = mention.places.flatMap((at) => words[at] ?? []);
  const first = Math.min(...ranges.map(({ start }) => start));
  const last = Math.max(...ranges.map(({ end }) => end));
  return wordsAround(statement.words, first, last).filter((word) =>
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

type Found = {
  readonly mention: TermMention;
  readonly codes: readonly number[];
  readonly sideFrom: SideFrom;
  readonly hinted: ReadonlySet<number>;
};

/** The side that the note gives the part of the body that only the code's own description names. */
const sideOfCode = (
  statement: Statement,
  { dictionary, sides }: Note,
  place: number,
  reading: SidedReading,
): Side | undefined => {
  if (sides.size === 0 || sidesNamedIn(statement).length > 0) return undefined;
  return sideOfSite(
    sides,
    sitesOfSided(dictionary, place, reading, sides.keys()).map((key) => ({ key })),
  );
};

const codesOf = (statement: Statement, named: StatementWords, note: Note, mention: TermMention): Found => {
  const { dictionary } = note;
  const within = wordsWithin(statement, named.words, mention);
  const here = readSide(statement, { start: mention.start, end: mention.end, words: within });
  const reading = {
    near: (one: Side | undefined) => surroundingsOf(named, mention, { side: one, dictionary }),
    term: rowOf(dictionary.terms, mention.term),
    episode: episodeAt(statement, note),
  };
  const place = dictionary.termCode[mention.term] ?? 0;
  const side = here ?? sideOfSite(note.sides, within) ?? sideOfCode(statement, note, place, reading);
  const codes = codesForSide(dictionary, place, reading, side);
  const around = { near: reading.near(side), term: reading.term };
  return {
    mention,
    codes,
    sideFrom: here ? 'statement' : side && 'elsewhere',
    hinted: new Set(codes.filter((code) => isHinted(dictionary, code, around))),
  };
};

const sharesWord = (one: TermMention, other: TermMention): boolean =>
  one.places.some((at) => other.places.includes(at));

/** "Deep vein thrombosis of the femoral vein" is one: of two terms of a category that share words, the vaguer one goes. */
const isSaidCloser = (dictionary: Dictionary, { mention }: Found, all: readonly Found[]): boolean => {
  const codeOf = ({ term }: TermMention): string => dictionary.codes[dictionary.termCode[term] ?? 0] ?? '';
  const vagueness = ({ term }: TermMention): number => dictionary.vague[dictionary.termCode[term] ?? 0] ?? 0;
  const code = codeOf(mention);
  return all.some(({ mention: other }) => {
    if (other === mention || !sharesWord(mention, other)) return false;
    const closer = codeOf(other);
    if (closer === code || closer.slice(0, 3) !== code.slice(0, 3)) return false;
    return closer.startsWith(code) || (vagueness(mention) === 1 && vagueness(other) !== 1);
  });
};

/** "NS cataracts OU" is one: a name within the words of another of its chapter is a part of it. */
const isWithinOther = (dictionary: Dictionary, { mention }: Found, all: readonly Found[]): boolean => {
  const chapterOf = ({ term }: TermMention): string =>
    (dictionary.codes[dictionary.termCode[term] ?? 0] ?? '').slice(0, 1);
  return all.some(
    ({ mention: other }) =>
      other !== mention &&
      other.end - other.start > mention.end - mention.start &&
      other.start <= mention.start &&
      mention.end <= other.end &&
      mention.places.length === 1 &&
      chapterOf(other) === chapterOf(mention),
  );
};

const conditionsIn = (statement: Statement, note: Note): readonly ConditionMention[] => {
  const { dictionary } = note;
  const words = noteWords(dictionary, statement);
  const mentions = findMentions(dictionary, words).filter((mention) =>
    isConditionHere(statement, wordsWithin(statement, words, mention)),
  );
  const found = mentions.map((mention) => codesOf(statement, { words, mentions }, note, mention));
  return found
    .filter((one) => !isSaidCloser(dictionary, one, found) && !isWithinOther(dictionary, one, found))
    .flatMap(({ mention, codes, sideFrom, hinted }) => {
      const range = { start: mention.start, end: mention.end };
      const within = wordsWithin(statement, words, mention);
      return codes.map((code) => ({
        statement,
        ...range,
        words: within,
        qualification: qualifyMention(statement, { ...range, words: within }),
        code: dictionary.codes[code] ?? '',
        term: termKeys(dictionary, words, mention.term),
        source: dictionary.termSource[mention.term] ?? 0,
        sideFrom,
        isHinted: hinted.has(code),
      }));
    });
};

/** Every condition that the statements name, whatever they mean by it, in the order of the note. */
export const findConditions = (
  dictionary: Dictionary,
  statements: readonly Statement[],
): readonly ConditionMention[] => {
  const note = {
    dictionary,
    episode: readEpisode(statements),
    tells: { later: mayTell(statements, ofLater), healing: mayTell(statements, ofHealing) },
    sides: readSidesBySite(statements),
  };
  return statements.flatMap((statement) => conditionsIn(statement, note));
};
