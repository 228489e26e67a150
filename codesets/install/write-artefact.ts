import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type Artefact,
  artefactName,
  artefactVersion,
  codeSetsFolder,
  fileAt,
  lookAgain,
} from '../artefact.ts';
import { Edition } from '../edition.ts';

/** What an edition consists of: records found by key, and columns that are loaded whole. */
export interface EditionContent {
  readonly edition: Edition;
  readonly records?: Iterable<CodeRecord>;
  readonly bulk?: Readonly<Record<string, BulkColumn>>;
}

/** One row of a code set; a key may have several, each for its time. */
export interface CodeRecord {
  readonly key: string;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly fields: object;
}

export type BulkColumn = string | Uint8Array | Int32Array | Uint16Array;

const schema = `
  CREATE TABLE artefact (version INTEGER NOT NULL, edition TEXT NOT NULL);
  CREATE TABLE bulk (name TEXT PRIMARY KEY, data NOT NULL) WITHOUT ROWID;
  CREATE TABLE record (key TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, fields TEXT NOT NULL);
`;

const fill = (database: DatabaseSync, { edition, records = [], bulk = {} }: EditionContent): void => {
  database.exec(schema);
  const insertRecord = database.prepare('INSERT INTO record VALUES (?, ?, ?, ?)');
  for (const { key, validFrom, validTo, fields } of records) {
    insertRecord.run(key, validFrom, validTo ?? null, JSON.stringify(fields));
  }
  database.exec('CREATE INDEX record_key ON record (key, valid_from)');
  const insertBulk = database.prepare('INSERT INTO bulk VALUES (?, ?)');
  for (const [name, data] of Object.entries(bulk)) {
    insertBulk.run(
      name,
      typeof data === 'string' ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    );
  }
  database
    .prepare('INSERT INTO artefact VALUES (?, ?)')
    .run(artefactVersion, JSON.stringify(Edition.parse(edition)));
};

/** Compiles an edition under a temporary name and gives it its own only when it is whole. */
export const writeArtefact = (content: EditionContent, folder: string = codeSetsFolder()): Artefact => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, artefactName(content.edition));
  const partial = join(folder, `.${artefactName(content.edition)}.${process.pid}.partial`);
  try {
    {
      using database = new DatabaseSync(partial);
      // The file is thrown away unless it becomes whole, so a journal would protect nothing.
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
      fill(database, content);
      database.exec('COMMIT');
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  lookAgain();
  return { path, edition: content.edition, file: fileAt(path) };
};
