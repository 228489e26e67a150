import type { ProcedureCode } from '../../../../codesets/code-set.ts';
import type { Statement } from '../../note/read-statements.ts';
import { matchesOf } from '../../words/matches-of.ts';
import type { ServiceMention } from './clause.ts';
import type { Said, ServiceReading } from './service-reading.ts';
import { isRuledOut, isUndone, wasDone } from './was-done.ts';

/** Sections whose sentences are weighed at all; families and social histories tell of nothing done. */
const places = ({ statements }: ServiceReading): readonly Statement[] =>
  statements.filter(({ section }) => section !== 'review');

/** Matches of one statement that are weighed, so that reading takes time in proportion to the text. */
const mostMatches = 12;

/** Whether the note has words for a pattern, which has no flag "g": by this a reader sees at once that it has nothing to do. */
export const says = ({ letters, text }: ServiceReading, pattern: RegExp): boolean =>
  letters.mayHave(pattern) && pattern.test(text);

const mentionsOf = (reading: ServiceReading, pattern: RegExp): readonly ServiceMention[] => {
  // Most notes have nothing for most families: one look at the whole spares a look at each sentence.
  if (!reading.letters.mayHave(pattern) || reading.text.search(pattern) < 0) return [];
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return places(reading).flatMap((statement) =>
    matchesOf(statement.text, global)
      .slice(0, mostMatches)
      .filter(([words]) => words.trim() !== '')
      .map(({ index, 0: words }) => ({
        statement,
        start: statement.start + index,
        end: statement.start + index + words.length,
      })),
  );
};

/** The places where words say that a service was done at this visit. */
export const findDone = (
  reading: ServiceReading,
  pattern: RegExp,
  kind: ProcedureCode['kind'] = 'procedure',
): readonly Said[] =>
  mentionsOf(reading, pattern).filter((mention) => wasDone(mention, kind, reading.dateOfService));

/** Places whose words tell by themselves of something done, such as minutes spent or lesions counted. */
export const findTold = (reading: ServiceReading, pattern: RegExp): readonly Said[] =>
  mentionsOf(reading, pattern).filter((mention) => !isRuledOut(mention, reading.dateOfService));

/** Places that a word names, whatever the note makes of them but a refusal or an intention. */
export const findNamed = (reading: ServiceReading, pattern: RegExp): readonly Said[] =>
  mentionsOf(reading, pattern).filter((mention) => !isUndone(mention));

/** What the words of a place are, for patterns that look at it again. */
export const wordsOf = ({ statement, start, end }: Said): string =>
  statement.text.slice(start - statement.start, end - statement.start);
