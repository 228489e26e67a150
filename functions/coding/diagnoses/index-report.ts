import { codeBookOn, type DiagnosisEntry } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { type Dictionary, rowOf } from '../dictionary/dictionary.ts';
import { type CoderMemory, codesFor, leastShareKept, shareKept } from '../memory/coder-memory.ts';
import type { CodedCase } from '../memory/learn-from-cases.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import { type ConditionMention, findConditions } from './find-conditions.ts';
import { readPhrases } from './read-phrases.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/**
 * A report tells a whole case: every condition that it names is indexed, histories too, and what was suspected counts
 * as if it had been found (inpatient rule, guideline II.H). What is negated or of the family is not.
 */
const isIndexed = ({ qualification }: ConditionMention, tellsOfStay: boolean): boolean =>
  qualification !== 'negated' && qualification !== 'family' && (tellsOfStay || qualification === 'affirmed');

/** Words of case reports and hospital letters; without them the rules for outpatients hold (guideline IV.H). */
const stay =
  /\b(case|we (report|present|describe|performed|decided)|admitted|admission|discharged?|hospitali[sz]\w+|hospital|emergency|underwent|was (referred|diagnosed|operated)|department|surgery)\b/i;

const indexedIn = ({ dictionary, statements }: Reading): readonly ConditionMention[] => {
  const tellsOfStay = statements.some(({ text }) => stay.test(text));
  return findConditions(dictionary, statements).filter((mention) => isIndexed(mention, tellsOfStay));
};

type Reading = {
  readonly dictionary: Dictionary;
  readonly statements: readonly Statement[];
  readonly dateOfService: CalendarDate;
};

const candidateOf = (
  entry: DiagnosisEntry,
  mention: { statement: Statement; start: number; end: number },
  { confidence, rule, share }: { confidence: number; rule: string; share?: number | undefined },
): DiagnosisCandidate => ({
  entry,
  confidence,
  evidence: [spanOf(mention)],
  rules: [rule],
  item: mention.statement.item,
  ...(share !== undefined && { share }),
});

/** A code that coders keep half the time is worth showing, and one that they always keep nearly certain. */
const sureness = (share: number): number => 0.4 + 0.55 * share;

const namedIn = (mentions: readonly ConditionMention[], reading: Reading, memory?: CoderMemory) =>
  mentions.flatMap((mention) => {
    const entry = codeBookOn(reading.dateOfService).diagnoses.entry(mention.code);
    const share = memory ? shareKept(memory, mention.term, mention.code) : undefined;
    if (!entry || (share !== undefined && share < leastShareKept)) return [];
    const rule =
      share === undefined ? 'named in the report' : 'named in the report; weighed by what coders kept';
    return [
      candidateOf(entry, mention, { confidence: share === undefined ? 0.6 : sureness(share), rule, share }),
    ];
  });

const recalledIn = (mentions: readonly ConditionMention[], reading: Reading, memory: CoderMemory) =>
  readPhrases(reading.dictionary, reading.statements, mentions).flatMap((phrase) =>
    codesFor(memory, phrase.phrase).flatMap(({ code, share }) => {
      const entry = codeBookOn(reading.dateOfService).diagnoses.entry(code);
      const rule = 'coders add this code where these words stand';
      return entry ? [candidateOf(entry, phrase, { confidence: sureness(share), rule, share })] : [];
    }),
  );

/** The codes of every condition that a report names, in its order, with those that the memory recalls behind them. */
export const indexReport = (reading: Reading, memory?: CoderMemory): readonly DiagnosisCandidate[] => {
  const mentions = indexedIn(reading);
  const found = [
    ...namedIn(mentions, reading, memory),
    ...(memory ? recalledIn(mentions, reading, memory) : []),
  ];
  return [...Map.groupBy(found, ({ entry }) => entry.code).values()].flatMap(surest);
};

/** Of several mentions of a code the one that coders keep most, in the place of the first. */
const surest = (candidates: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] =>
  candidates.toSorted((a, b) => b.confidence - a.confidence).slice(0, 1);

/** A coded report as a case to learn from; its billable codes on the date of service count, others cannot be suggested. */
export const caseOf = (reading: Reading, codes: readonly string[]): CodedCase => {
  const mentions = indexedIn(reading);
  const first = new Map<string, { term: string; code: string }>();
  for (const { term, code } of mentions) if (!first.has(code)) first.set(code, { term, code });
  return {
    suggested: [...first.values()],
    phrases: new Set(
      readPhrases(reading.dictionary, reading.statements, mentions).map(({ phrase }) => phrase),
    ),
    codes: codes.filter((code) => codeBookOn(reading.dateOfService).diagnoses.entry(code)),
  };
};

/** The words of code descriptions, by code. */
export const descriptionWords = (dictionary: Dictionary): ((code: string) => ReadonlySet<string>) => {
  const keys = [...dictionary.vocabulary.keys()];
  const places = new Map(dictionary.codes.map((code, place) => [code, place]));
  return (code) => {
    const place = places.get(code);
    return new Set(
      place === undefined ? [] : [...rowOf(dictionary.codeWords, place)].flatMap((word) => keys[word] ?? []),
    );
  };
};
