import { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { type Artefact, artefactOn, oncePerArtefact } from '../artefact.ts';
import { diagnosisCodes, procedureCodes } from '../code-set.ts';
import { diagnosisEditionOn } from '../diagnosis-edition.ts';
import { coversDate } from '../edition.ts';
import { recordFields } from '../record-fields.ts';

/** A code that was found by words of its description. */
export type FoundByWords = {
  readonly code: string;
  readonly description: string;
  /** False for a heading of ICD-10-CM. */
  readonly isBillable: boolean;
};

type Described = FoundByWords & { readonly words: string };

const plain = (text: string): string => text.toLowerCase();

const describedAs = (code: string, description: string, isBillable = true): Described => ({
  ...{ code, description, isBillable },
  words: plain(`${code} ${description}`),
});

const editionOnce = new WeakMap<object, readonly Described[]>();

/** The codes of an edition with their words, in its order; made once an edition. */
const diagnosesOn = (date: CalendarDate): readonly Described[] => {
  const set = diagnosisEditionOn(date)?.set;
  if (!set)
    return diagnosisCodes
      .filter((one) => coversDate(one, date))
      .map(({ code, description, terms }) => ({
        ...describedAs(code, description),
        words: plain([code, description, ...terms].join(' ')),
      }));
  const known = editionOnce.get(set);
  if (known) return known;
  const made = set.codes.map((code, at) =>
    describedAs(code, set.descriptions[at] ?? '', set.billable[at] === 1),
  );
  editionOnce.set(set, made);
  return made;
};

type Dated = Described & { readonly validFrom: string; readonly validTo: string | undefined };

const hcpcsIn = oncePerArtefact(({ path }: Artefact): readonly Dated[] => {
  using database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT key, valid_from, valid_to, fields FROM record ORDER BY key').all();
  return rows.map(({ key, valid_from, valid_to, fields }) => {
    const { description, ended } = recordFields.hcpcs.parse(JSON.parse(String(fields)));
    const validTo = valid_to === null ? undefined : String(valid_to);
    return { ...describedAs(String(key), description, !ended), validFrom: String(valid_from), validTo };
  });
});

const servicesOn = (date: CalendarDate): readonly Described[] => {
  const found = artefactOn('hcpcs', date);
  if (!found)
    return procedureCodes
      .filter((one) => one.system === 'HCPCS' && coversDate(one, date))
      .map(({ code, description, terms }) => ({
        ...describedAs(code, description),
        words: plain([code, description, ...terms].join(' ')),
      }));
  return hcpcsIn(found.chosen).filter((one) => one.isBillable && (!found.inForce || coversDate(one, date)));
};

/** What a search is ranked by: a code that is meant itself, then the shortest description, then the order of codes. */
const rank = (asked: string, { code, description, isBillable }: FoundByWords): number =>
  (plain(code).startsWith(asked) ? 0 : 100_000) + (isBillable ? 0 : 10_000) + description.length;

/**
 * The codes of a date whose description, or whose own number, has every word that is asked for, or begins a word with it;
 * the likeliest first. CPT is not among them: its descriptors are licensed.
 */
export const findByWords =
  (date: CalendarDate) =>
  (set: 'icd10cm' | 'hcpcs', asked: string, limit: number): readonly FoundByWords[] => {
    const words = plain(asked)
      .split(/[^a-z0-9.]+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    const has = (text: string, word: string): boolean =>
      text.startsWith(word) ||
      text.includes(` ${word}`) ||
      text.includes(`(${word}`) ||
      text.includes(`-${word}`);
    return (set === 'icd10cm' ? diagnosesOn(date) : servicesOn(date))
      .filter((one) => words.every((word) => has(one.words, word)))
      .map((found) => ({ found, score: rank(words.join(' '), found) }))
      .sort((one, other) => one.score - other.score)
      .slice(0, limit)
      .map(({ found: { code, description, isBillable } }) => ({ code, description, isBillable }));
  };
