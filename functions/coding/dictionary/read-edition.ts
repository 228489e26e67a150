import { indexTables } from '../../../codesets/alphabetic-index.ts';

import conditions from '../../../codesets/clinical-terms/conditions.json' with { type: 'json' };
import { diagnosisCodes } from '../../../codesets/code-set.ts';
import type { DiagnosisEdition } from '../../../codesets/diagnosis-edition.ts';
import {
  type IndexLine,
  type NeoplasmLine,
  termsOfDescriptions,
  termsOfInclusions,
  termsOfIndex,
  termsOfNeoplasms,
} from './collect-terms.ts';
import {
  buildDictionary,
  type Dictionary,
  type DictionaryCode,
  type DictionaryTerm,
  wordsOfTerm,
} from './dictionary.ts';

const pathsOf = (set: DiagnosisEdition): ((place: number) => IndexLine['path']) => {
  const { index } = set;
  const path = (place: number): IndexLine['path'] =>
    place < 0
      ? []
      : [
          ...path(index.parents[place] ?? -1),
          { title: index.titles[place] ?? '', optional: index.nonessential[place] ?? '' },
        ];
  return path;
};

const placesIn = (set: DiagnosisEdition, table: (typeof indexTables)[number]): readonly number[] =>
  set.index.titles.flatMap((_, place) =>
    set.index.tables[place] === indexTables.indexOf(table) ? [place] : [],
  );

const indexLines = (set: DiagnosisEdition): readonly IndexLine[] => {
  const pathOf = pathsOf(set);
  return placesIn(set, 'diseases').map((place) => {
    const [code, see] = [set.index.codes[place], set.index.sees[place]];
    return { path: pathOf(place), ...(code && { code }), ...(see && { see }) };
  });
};

const neoplasmLines = (set: DiagnosisEdition): readonly NeoplasmLine[] => {
  const pathOf = pathsOf(set);
  return placesIn(set, 'neoplasms').map((place) => ({
    path: pathOf(place),
    codes: (set.index.cells[place] ?? '').split('\t'),
  }));
};

const commonStart = (codes: readonly string[]): string => {
  let start = codes[0] ?? '';
  for (const code of codes) while (!code.startsWith(start)) start = start.slice(0, -1);
  return start.replace(/\.$/, '');
};

/** Our own terms: those of the starter set, whose sided codes share theirs, and the clinicians' words. */
export function* ownTerms(): Generator<DictionaryTerm> {
  for (const [code, phrases] of Object.entries(conditions)) {
    for (const words of phrases) yield { words, code, source: 'synonym' };
  }
  const byTerms = Map.groupBy(diagnosisCodes, ({ terms }) => terms.join('|'));
  for (const codes of byTerms.values()) {
    const code = codes.length === 1 ? codes[0]?.code : commonStart(codes.map((one) => one.code));
    for (const words of codes[0]?.terms ?? []) yield { words, code: code ?? '', source: 'synonym' };
  }
}

function* allTerms(set: DiagnosisEdition, codes: readonly DictionaryCode[]): Generator<DictionaryTerm> {
  yield* ownTerms();
  yield* termsOfIndex(indexLines(set));
  yield* termsOfNeoplasms(neoplasmLines(set));
  yield* termsOfInclusions(
    set.notes.all
      .filter(({ kind }) => kind === 'inclusion-term')
      .map(({ owner, text }) => ({ code: owner, text })),
  );
  yield* termsOfDescriptions(codes);
}

/**
 * What the Alphabetic Index of an edition says of just the words of a phrase, without any term of our own: the code or
 * heading that it leads to; undefined where it has no such line.
 */
export const indexTermCodes = (set: DiagnosisEdition): ((phrase: string) => string | undefined) => {
  const codes = new Set(set.codes);
  const byWords = new Map<string, string>();
  for (const { words, code } of [...termsOfIndex(indexLines(set)), ...termsOfNeoplasms(neoplasmLines(set))]) {
    const key = wordsOfTerm(words);
    if (codes.has(code) && !byWords.has(key)) byWords.set(key, code);
  }
  return (phrase) => byWords.get(wordsOfTerm(phrase));
};

/** The dictionary of an installed edition: its index, its notes, its descriptions and our own terms. */
export const dictionaryOfEdition = (set: DiagnosisEdition): Dictionary => {
  const codes = set.codes.map((code, place) => ({
    code,
    description: set.descriptions[place] ?? '',
    billable: set.billable[place] === 1,
  }));
  return buildDictionary(set.edition.edition, codes, allTerms(set, codes));
};

/** The dictionary of the starter set, for where no edition is installed. */
export const starterDictionary = (): Dictionary => {
  const billable = diagnosisCodes.map(({ code, description }) => ({ code, description, billable: true }));
  const headers = new Set(diagnosisCodes.flatMap(({ code }) => headersOf(code)));
  for (const { code } of billable) headers.delete(code);
  const codes = [...billable, ...[...headers].map((code) => ({ code, description: '', billable: false }))];
  return buildDictionary('starter', codes, [...ownTerms(), ...termsOfDescriptions(billable)]);
};

const headersOf = (code: string): readonly string[] =>
  [...code].flatMap((_, at) => (at >= 3 && at !== 4 ? [code.slice(0, at)] : []));
