import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../functions/domain/calendar.ts';
import { CodeSetError } from './code-set-error.ts';
import { type CodeSetName, chooseEdition, Edition } from './edition.ts';

/** The layout of an artefact; one of another layout is refused instead of being misread. */
export const artefactVersion = 1;

/** A compiled edition on disk. */
export interface Artefact {
  readonly path: string;
  readonly edition: Edition;
  /** Which file it was when it was listed: another one after the edition was installed again. */
  readonly file: string;
}

/** Where compiled editions are: $CLAIMWRIGHT_CODESETS (the Lambda layer), or `.local/codesets` of the project. */
export const codeSetsFolder = (): string => {
  const named = process.env.CLAIMWRIGHT_CODESETS || '.local/codesets';
  if (resolved?.named !== named) resolved = { named, folder: resolve(named) };
  return resolved.folder;
};

let resolved: { readonly named: string; readonly folder: string } | undefined;

export const artefactName = ({ set, edition }: Pick<Edition, 'set' | 'edition'>): string =>
  `${set}_${edition}.sqlite`;

const readEdition = (path: string): Edition => {
  const next = 'install the set again: npm run -s cli -- codesets install';
  let text: unknown;
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    text = database.prepare('SELECT edition FROM artefact WHERE version = ?').get(artefactVersion)?.edition;
  } catch (error) {
    throw new CodeSetError(`${path} is no code set artefact; ${next}`, { cause: error });
  }
  if (typeof text !== 'string') throw new CodeSetError(`${path} is of another version; ${next}`);
  return Edition.parse(JSON.parse(text));
};

let looked: { readonly folder: string; readonly key: string } | undefined;

/** The folder is looked at anew, because something was written into it. */
export const lookAgain = (): void => {
  looked = undefined;
};

/**
 * Changes whenever an artefact is put into the folder or taken from it; "" when there is no folder. The folder is looked
 * at once a turn of the event loop: a visit asks hundreds of times, and is to be scrubbed against one state of it.
 */
export const listingKey = (folder: string = codeSetsFolder()): string => {
  if (looked?.folder === folder) return looked.key;
  const found = statSync(folder, { throwIfNoEntry: false });
  looked = { folder, key: found ? `${folder} ${found.mtimeMs}` : '' };
  queueMicrotask(lookAgain);
  return looked.key;
};

/** Which file a path is now. */
export const fileAt = (path: string): string => {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
};

interface Listing {
  readonly key: string;
  readonly artefacts: readonly Artefact[];
}

let listed: Listing | undefined;

/** All compiled editions, by set and beginning. Read again only when the folder has changed. */
export const listArtefacts = (folder: string = codeSetsFolder()): readonly Artefact[] => {
  const key = listingKey(folder);
  if (key === '') return [];
  if (listed?.key === key) return listed.artefacts;
  const artefacts = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && !name.startsWith('.'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, edition: readEdition(path), file: fileAt(path) }))
    .sort((a, b) => (sortKey(a.edition) < sortKey(b.edition) ? -1 : 1));
  listed = { key, artefacts };
  return artefacts;
};

const sortKey = ({ set, validFrom, edition }: Edition): string => `${set} ${validFrom} ${edition}`;

type Chosen = { readonly chosen: Artefact; readonly inForce: boolean };

/** What was chosen of a listing, by set and date: it is asked for at every look-up. */
const choices = new WeakMap<readonly Artefact[], Map<string, Chosen | undefined>>();

/** Sets on dates of service that are asked for one after the other. */
const mostChoices = 10_000;

const choicesOf = (artefacts: readonly Artefact[]): Map<string, Chosen | undefined> => {
  const known = choices.get(artefacts);
  if (known && known.size < mostChoices) return known;
  const empty = new Map<string, Chosen | undefined>();
  choices.set(artefacts, empty);
  return empty;
};

/** The compiled edition of a set for a date of service, or the nearest; undefined when none is installed. */
export const artefactOn = (set: CodeSetName, dateOfService: CalendarDate): Chosen | undefined => {
  const artefacts = listArtefacts();
  if (artefacts.length === 0) return undefined;
  const known = choicesOf(artefacts);
  const key = `${set} ${dateOfService}`;
  if (!known.has(key)) {
    const ofSet = artefacts.filter(({ edition }) => edition.set === set);
    known.set(key, chooseEdition(ofSet, dateOfService));
  }
  return known.get(key);
};

/** A value that is made once per artefact and process; of a reinstalled artefact it is made anew. */
export const oncePerArtefact = <T>(make: (artefact: Artefact) => T): ((artefact: Artefact) => T) => {
  const made = new Map<string, { readonly file: string; readonly value: T }>();
  return (artefact) => {
    const known = made.get(artefact.path);
    if (known?.file === artefact.file) return known.value;
    const value = make(artefact);
    made.set(artefact.path, { file: artefact.file, value });
    return value;
  };
};

/** Opens an artefact for as long as `read` runs. */
export const readArtefact = <T>(artefact: Artefact, read: (database: DatabaseSync) => T): T => {
  using database = new DatabaseSync(artefact.path, { readOnly: true });
  return read(database);
};

/** One long text or array of the artefact, stored whole because reading rows one by one is slower by an order. */
export const readBulk = (database: DatabaseSync, name: string): string | Uint8Array => {
  const data = database.prepare('SELECT data FROM bulk WHERE name = ?').get(name)?.data;
  if (typeof data === 'string' || data instanceof Uint8Array) return data;
  throw new CodeSetError(`The artefact has no "${name}"; install the set again`);
};

/** A column of texts, which contain no line feed. */
export const readTexts = (database: DatabaseSync, name: string): readonly string[] => {
  const data = readBulk(database, name);
  if (typeof data !== 'string') throw new CodeSetError(`"${name}" is no text; install the set again`);
  return data === '' ? [] : data.split('\n');
};

/** A column that artefacts compiled before it existed do not have; empty then. */
export const readTextsIfAny = (database: DatabaseSync, name: string): readonly string[] =>
  database.prepare('SELECT 1 FROM bulk WHERE name = ?').get(name) ? readTexts(database, name) : [];

export const readBytes = (database: DatabaseSync, name: string): Uint8Array<ArrayBuffer> => {
  const data = readBulk(database, name);
  if (typeof data === 'string') throw new CodeSetError(`"${name}" is no array; install the set again`);
  return Uint8Array.from(data);
};

/** A column of whole numbers; the copy makes the bytes start where the processor wants them. */
export const readIntegers = (database: DatabaseSync, name: string): Int32Array =>
  new Int32Array(readBytes(database, name).buffer);
