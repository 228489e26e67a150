import type { EvidenceSpan } from '../../domain/coding.ts';
import type { Statement } from './read-statements.ts';

/** A reader sees the sentence in the note; here so much of it is kept that it can be told apart. */
const longestSentence = 240;

const aroundQuote = ({ text, start }: Statement, span: EvidenceSpan): string => {
  const from = span.start - start;
  const cut = Math.max(0, Math.min(from - longestSentence / 2, text.length - longestSentence));
  return text.length <= longestSentence ? text.trim() : `…${text.slice(cut, cut + longestSentence).trim()}…`;
};

/** Evidence with the section and the sentence that it stands in; as it is where no statement holds it. */
export const placeEvidence =
  (statements: readonly Statement[]) =>
  (span: EvidenceSpan): EvidenceSpan => {
    const statement = statements.find(
      ({ start, text }) => start <= span.start && span.start < start + text.length,
    );
    return statement ? { ...span, section: statement.section, sentence: aroundQuote(statement, span) } : span;
  };
