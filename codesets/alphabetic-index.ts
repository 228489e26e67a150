import type { DatabaseSync } from 'node:sqlite';
import { readBytes, readIntegers, readTexts, readTextsIfAny } from './artefact.ts';
import { type CodeRange, readCodeRanges } from './code-range.ts';

/** Which table of the index a term is in, by number: the disease index, external causes, neoplasms, drugs. */
export const indexTables = ['diseases', 'external-causes', 'neoplasms', 'drugs'] as const;
export type IndexTable = (typeof indexTables)[number];

/** What columns 2 to 7 of the neoplasm table and of the drug table mean. */
export const neoplasmColumns = [
  'primary',
  'secondary',
  'in-situ',
  'benign',
  'uncertain',
  'unspecified',
] as const;
export const drugColumns = [
  'accidental',
  'self-harm',
  'assault',
  'undetermined',
  'adverse-effect',
  'underdosing',
] as const;

/**
 * The Alphabetic Index in columns: term `i` is `titles[i]`, and so on. A term comes before its subterms and these
 * before the next term, so that everything below `i` lies from `i + 1` to `ends[i] - 1`.
 */
export interface AlphabeticIndex {
  readonly size: number;
  readonly tables: Uint8Array;
  /** The term above; -1 for a main term. */
  readonly parents: Int32Array;
  readonly ends: Int32Array;
  readonly titles: readonly string[];
  /** Words in parentheses that may be there or not without changing the code: "(benign) (malignant)", or "". */
  readonly nonessential: readonly string[];
  /** "I10"; "C79.8-" or a header where more characters are needed; "" where the term has none of its own. */
  readonly codes: readonly string[];
  /** The term to look under instead, in the index's words: "Hypertension, heart"; "". */
  readonly sees: readonly string[];
  readonly seeAlsos: readonly string[];
  /** The codes of columns 2 to 7 of a neoplasm or a drug, tab between; "" elsewhere. */
  readonly cells: readonly string[];
  /** Codes that the index has in brackets behind another one, which always comes first (guideline I.A.7). */
  readonly manifestations: readonly CodeRange[];
}

const subtreeEnds = (parents: Int32Array): Int32Array => {
  const ends = Int32Array.from(parents, (_, place) => place + 1);
  for (let place = parents.length - 1; place >= 0; place--) {
    const parent = parents[place] ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[place] ?? 0);
  }
  return ends;
};

/** Loads the index from an artefact: everything at once, in columns. */
export const loadAlphabeticIndex = (database: DatabaseSync): AlphabeticIndex => {
  const parents = readIntegers(database, 'index.parent');
  return {
    size: parents.length,
    tables: readBytes(database, 'index.table'),
    parents,
    ends: subtreeEnds(parents),
    titles: readTexts(database, 'index.title'),
    nonessential: readTexts(database, 'index.nonessential'),
    codes: readTexts(database, 'index.code'),
    sees: readTexts(database, 'index.see'),
    seeAlsos: readTexts(database, 'index.seeAlso'),
    cells: readTexts(database, 'index.cells'),
    manifestations: [...new Set(readTextsIfAny(database, 'index.manifestation'))].flatMap(readCodeRanges),
  };
};

/** The terms from the main term down to one: ["Diabetes, diabetic", "with", "neuropathy"]. */
export const indexPath = (index: AlphabeticIndex, place: number): string[] => {
  const path: string[] = [];
  for (let at = place; at >= 0; at = index.parents[at] ?? -1) path.unshift(index.titles[at] ?? '');
  return path;
};

/** The places of the terms directly below one; of the main terms for -1. */
export const subterms = (index: AlphabeticIndex, place: number): number[] => {
  const end = place < 0 ? index.size : (index.ends[place] ?? 0);
  const places: number[] = [];
  for (let at = place + 1; at < end; at = index.ends[at] ?? end) places.push(at);
  return places;
};
