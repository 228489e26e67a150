import everydayWords from '../../../codesets/clinical-terms/everyday-words.json' with { type: 'json' };
import { sites } from '../dictionary/cost-of-words.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Word } from '../words/read-words.ts';
import { wordKey } from '../words/word-key.ts';
import { courseWords, headOf } from './find-unexplained.ts';

const everyday: ReadonlySet<string> = new Set(everydayWords);

/** In capitals among small letters a word is an acronym: DISH, POTS, TRAPS. */
const isAcronym = ({ text, start }: Statement, word: Word): boolean => {
  const written = text.slice(word.start - start, word.end - start);
  return written === written.toUpperCase() && text !== text.toUpperCase();
};

/** Whether nothing but the word, its side, place and course stands where the line names the problem: "Callus, left foot". */
const isWholeHead = (statement: Statement, word: Word): boolean => {
  if (!statement.leads) return false;
  const head = statement.start + headOf(statement.text).length;
  return (
    word.start < head &&
    statement.words.every(
      (other) =>
        other.start >= head ||
        other === word ||
        courseWords.has(other.key) ||
        sites.has(wordKey(other.plain)) ||
        /^\d/.test(other.plain),
    )
  );
};

/**
 * Whether a mention that is a single word names a condition. A word that English has for other things too ("mole",
 * "shake", "charge") does so only where it is all that the line of a problem says.
 */
export const isConditionHere = (statement: Statement, words: readonly Word[]): boolean => {
  const [word, ...others] = words;
  if (!word || others.length > 0 || !everyday.has(word.plain)) return true;
  return isAcronym(statement, word) || isWholeHead(statement, word);
};
