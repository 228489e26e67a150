import type { DatabaseSync } from 'node:sqlite';
import { readTexts } from './artefact.ts';
import { isInRange } from './code-range.ts';

/** What an instructional note of the Tabular List says (ICD-10-CM guidelines, I.A.10 to I.A.17). */
export const noteKinds = [
  'includes',
  'inclusion-term',
  'excludes1',
  'excludes2',
  'code-first',
  'use-additional',
  'code-also',
  'note',
  'seventh-character',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A note and where it stands: a code, or the section or chapter whose codes it is about. */
export interface TabularNote {
  readonly owner: string;
  readonly kind: NoteKind;
  readonly text: string;
}

export interface TabularNotes {
  readonly all: readonly TabularNote[];
  /** The notes that stand at a code, section ("A00-A09") or chapter ("chapter 1") itself. */
  readonly at: (owner: string) => readonly TabularNote[];
  /** The notes that apply to a code: its own, then those of every code above it, its section and its chapter. */
  readonly forCode: (code: string, kind?: NoteKind) => readonly TabularNote[];
  /** The meanings of the 7th character of a code's category, nearest definition first; empty when it has none. */
  readonly seventhCharacters: (code: string) => ReadonlyMap<string, string>;
}

/** The code itself and the codes above it, which are its beginnings: S52.501A, S52.501, S52.50, S52.5, S52. */
export const codeAndAbove = (code: string): string[] => {
  const above: string[] = [];
  for (let length = code.length; length >= 3; length--) if (length !== 4) above.push(code.slice(0, length));
  return above;
};

interface Group {
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

const readGroups = (database: DatabaseSync): Group[] => {
  const [firsts, lasts] = [readTexts(database, 'group.first'), readTexts(database, 'group.last')];
  return readTexts(database, 'group.name').map((name, place) => ({
    name,
    first: firsts[place] ?? '',
    last: lasts[place] ?? '',
  }));
};

const readNotes = (database: DatabaseSync): TabularNote[] => {
  const [kinds, texts] = [readTexts(database, 'note.kind'), readTexts(database, 'note.text')];
  return readTexts(database, 'note.owner').map((owner, place) => ({
    owner,
    kind: noteKinds[Number(kinds[place])] ?? 'note',
    text: texts[place] ?? '',
  }));
};

/** Loads the notes of the Tabular List from an artefact; without a Tabular List there are none. */
export const loadTabularNotes = (database: DatabaseSync): TabularNotes => {
  const groups = readGroups(database);
  const all = readNotes(database);
  const byOwner = Map.groupBy(all, ({ owner }) => owner);
  const at = (owner: string): readonly TabularNote[] => byOwner.get(owner) ?? [];
  const ofCategory = new Map<string, readonly string[]>();
  // A section lies within its chapter and comes after it, so that backwards is from narrow to wide.
  const groupsOf = (category: string): readonly string[] => {
    const known = ofCategory.get(category);
    if (known) return known;
    const names = groups.filter((group) => isInRange(category, group)).map(({ name }) => name);
    ofCategory.set(category, names.reverse());
    return names;
  };
  const forCode = (code: string, kind?: NoteKind): readonly TabularNote[] =>
    [...codeAndAbove(code), ...groupsOf(code.slice(0, 3))]
      .flatMap(at)
      .filter((note) => kind === undefined || note.kind === kind);
  const seventhCharacters = (code: string): ReadonlyMap<string, string> => {
    const [nearest] = forCode(code, 'seventh-character');
    const defined = nearest ? at(nearest.owner).filter(({ kind }) => kind === 'seventh-character') : [];
    return new Map(defined.map(({ text }) => [text.slice(0, 1), text.slice(2)]));
  };
  return { all, at, forCode, seventhCharacters };
};
