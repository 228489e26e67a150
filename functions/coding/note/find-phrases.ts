import type { EvidenceSpan } from '../../domain/coding.ts';
import { matchesOf } from '../words/matches-of.ts';
import { qualifyMention, type Range } from './qualify-mention.ts';
import type { Statement } from './read-statements.ts';

/** Every match of a global pattern in a statement as evidence, whatever the words around it make of it. */
export const phrasesIn = (statement: Statement, pattern: RegExp): readonly EvidenceSpan[] =>
  matchesOf(statement.text, pattern)
    .filter(([quote]) => quote !== '')
    .map((found) => ({
      start: statement.start + found.index,
      end: statement.start + found.index + found[0].length,
      quote: found[0],
    }));

/** The matches that the statement affirms: "no worsening" and "return if worsening" are none. */
export const affirmedPhrases = (statement: Statement, pattern: RegExp): readonly EvidenceSpan[] =>
  phrasesIn(statement, pattern).filter(
    (span) => qualifyMention(statement, { ...span, words: [span] }) === 'affirmed',
  );

/** A place within a statement as evidence. */
export const spanOf = ({
  statement,
  start,
  end,
}: Range & { readonly statement: Statement }): EvidenceSpan => ({
  start,
  end,
  quote: statement.text.slice(start - statement.start, end - statement.start),
});

/** The statement itself as evidence, without the space around it. */
export const wholeOf = ({ text, start }: Statement): EvidenceSpan => {
  const quote = text.trim();
  const from = start + text.indexOf(quote);
  return { start: from, end: from + quote.length, quote };
};
