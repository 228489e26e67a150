import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeDecision, CodingReview } from '../domain/coding.ts';
import type { TermDecision } from '../domain/term-decision.ts';
import { readPhrases } from './diagnoses/read-phrases.ts';
import type { Dictionary } from './dictionary/dictionary.ts';
import { dictionaryOn } from './dictionary/load-dictionary.ts';
import { readStatements } from './note/read-statements.ts';

/** The longest run of the code set's own words in the words that a coder named; names and numbers fall out. */
const phraseIn = (quote: string, dictionary: Dictionary): string | undefined =>
  readPhrases(dictionary, readStatements(quote), [])
    .map(({ phrase }) => phrase)
    .sort((a, b) => b.split(' ').length - a.split(' ').length)[0];

const learnedFrom = (decision: CodeDecision, dictionary: Dictionary): TermDecision[] => {
  const { code, term, quote } = decision;
  if (decision.decision === 'added') {
    const phrase = quote === undefined ? undefined : phraseIn(quote, dictionary);
    return phrase === undefined ? [] : [{ kind: 'phrase', term: phrase, code, accepted: 1, rejected: 0 }];
  }
  const isKept = decision.decision === 'accepted';
  if (term === undefined) return [];
  return [{ kind: 'term', term, code, accepted: isKept ? 1 : 0, rejected: isKept ? 0 : 1 }];
};

/** What a coder's review teaches: which code a term stands for, and which phrase a code was added for. No PHI. */
export const learnFromReview = (
  { decisions }: Pick<CodingReview, 'decisions'>,
  dateOfService: CalendarDate,
): readonly TermDecision[] => {
  const dictionary = dictionaryOn(dateOfService);
  return decisions.flatMap((decision) => learnedFrom(decision, dictionary));
};
