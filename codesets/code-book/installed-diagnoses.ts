import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { starterDiagnosis } from '../code-set.ts';
import type { DiagnosisEdition } from '../diagnosis-edition.ts';
import { coversDate } from '../edition.ts';
import type { TabularNote } from '../tabular-notes.ts';
import type { DiagnosisBook, DiagnosisEntry, DiagnosisFacts, Exclusion } from './diagnosis-book.ts';
import { natureOf, sideOf } from './diagnosis-nature.ts';
import { drugCode } from './drug-table.ts';
import { readExcludedCodes } from './excluded-codes.ts';
import { type NeverFirst, neverFirstByNotes, neverFirstByTitle } from './never-first.ts';
import { sequencingOf } from './sequencing.ts';
import { starterExclusion } from './starter-diagnoses.ts';
import { isWithdrawn } from './withdrawn-exclusions.ts';

type Found = { readonly set: DiagnosisEdition; readonly inForce: boolean };

const factsOf = ({ set, inForce }: Found, code: string): DiagnosisFacts => {
  const { edition } = set.edition;
  const [known, ended] = [set.find(code), set.ended.get(code)];
  const description = known?.description ?? ended?.description;
  const told = { code, edition, inForce, below: [], replacements: [], ...(description && { description }) };
  if (known?.billable) return { ...told, standing: 'billable' };
  if (ended) return { ...told, standing: 'not-in-force', replacements: ended.replacements };
  return known
    ? { ...told, standing: 'heading', below: set.childrenOf(code) }
    : { ...told, standing: 'unknown' };
};

/** What the starter set knows besides holds for as long as the starter set knows the code. */
const besides = (code: string, dateOfService: CalendarDate) => {
  const known = starterDiagnosis(code);
  return known && coversDate(known, dateOfService) ? known : undefined;
};

const entryOf = (
  set: DiagnosisEdition,
  why: NeverFirst | undefined,
  { code, dateOfService }: { readonly code: string; readonly dateOfService: CalendarDate },
): DiagnosisEntry | undefined => {
  const found = set.find(code);
  if (!found?.billable) return undefined;
  const { description, edition } = found;
  const official = { code, description, edition, ...(why && { neverFirst: why }) };
  const known = besides(code, dateOfService);
  if (known) {
    const { terms, excludes1, neverFirst, ...rest } = known;
    return { ...rest, ...official };
  }
  return {
    ...official,
    ...natureOf(code, description),
    validFrom: set.edition.validFrom,
    systemic: false,
    uncertainPrognosis: false,
    complicated: false,
    includes: [],
  };
};

/** Opposite sides are two conditions, which are clearly unrelated (the exception of guideline I.A.12.a). */
const areOppositeSides = (set: DiagnosisEdition, one: string, other: string): boolean => {
  const sides = [one, other].map((code) => sideOf(set.find(code)?.description ?? ''));
  return sides.includes('right') && sides.includes('left');
};

/** The year of the Tabular List where it is not that of the codes: its notes may have been changed since. */
const otherYear = ({ edition: { edition, parts } }: DiagnosisEdition): string | undefined => {
  const year = parts['Tabular List'];
  return year === edition.slice(0, 4) ? undefined : year;
};

/** A value that is made once for each key. */
const remembering = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
};

/** Remembers what is there; what is not is asked by words that have no end. */
const knownOnes = <T extends object>(
  find: (key: string) => T | undefined,
): ((key: string) => T | undefined) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const found = find(key);
    if (found) known.set(key, found);
    return found;
  };
};

/** What the notes of an edition tell, as far as it was asked: notes are read once, and gathered once for a code. */
const tellingNotes = (set: DiagnosisEdition) => {
  const isOlder = otherYear(set) !== undefined;
  const excluding = remembering((code: string) => set.notes.forCode(code, 'excludes1'));
  const readingOf = remembering(({ text }: TabularNote) => readExcludedCodes(text));
  return {
    excludes: (code: string, other: string): TabularNote | undefined =>
      excluding(code).find((note) => readingOf(note)(code, other) && !(isOlder && isWithdrawn(note, other))),
    neverFirst: remembering(
      (code: string) =>
        neverFirstByTitle(code, set.find(code)?.description ?? '') ?? neverFirstByNotes(set, code),
    ),
  };
};

/** Shared by all dates that an edition answers for, for as long as the edition is loaded. */
const told = new WeakMap<DiagnosisEdition, ReturnType<typeof tellingNotes>>();

const notesOf = (set: DiagnosisEdition): ReturnType<typeof tellingNotes> => {
  const known = told.get(set) ?? tellingNotes(set);
  told.set(set, known);
  return known;
};

const exclusionOf = (set: DiagnosisEdition, { owner, text }: TabularNote): Exclusion => {
  const year = otherYear(set);
  return { owner, note: text, ...(year && { ofYear: year }) };
};

/** The diagnoses of an installed edition, with what the starter set knows of them besides. */
export const installedDiagnoses = (found: Found, dateOfService: CalendarDate): DiagnosisBook => {
  const { set } = found;
  const { excludes, neverFirst } = notesOf(set);
  const officialExclusion = (one: string, other: string): Exclusion | undefined => {
    const note = excludes(one, other) ?? excludes(other, one);
    return note && !areOppositeSides(set, one, other) ? exclusionOf(set, note) : undefined;
  };
  return {
    find: (code) => factsOf(found, code),
    entry: knownOnes((code) => entryOf(set, neverFirst(code), { code, dateOfService })),
    neverFirst,
    // An edition may be installed without its Tabular List.
    exclusion: set.notes.all.length > 0 ? officialExclusion : starterExclusion,
    sequencing: sequencingOf(set),
    seventhCharacters: set.notes.seventhCharacters,
    drug: (name, column) => drugCode(set, name, column),
  };
};
