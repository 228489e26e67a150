import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { extractText } from '../../functions/coding/extract-text.ts';
import { addDays } from '../../functions/domain/calendar.ts';
import { fillDates } from '../../samples/fill-dates.ts';
import { today } from '../today.ts';

/** Where the files of a visit lie: its registration, codes beside it, and its documents. */
export type VisitFiles = {
  /** What claims of the visit are named by: the folder of an `encounter.json`, else the file itself. */
  readonly encounterId: string;
  readonly registration: string;
  readonly codes?: string;
  readonly documents: readonly string[];
};

const ofFolder = 'encounter.json';

/** Finds the files of a visit by its registration, or by the folder in which that lies as `encounter.json`. */
export const visitFiles = (path: string): VisitFiles => {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const registration = isFolder ? join(path, ofFolder) : path;
  if (!existsSync(registration))
    throw new Error('there is no such file: name the encounter.json of a visit, or its folder');
  const folder = dirname(registration);
  const own = basename(registration, extname(registration));
  const name = basename(registration) === ofFolder ? basename(resolve(folder)) : own;
  const codes = [`${own}.codes.json`, 'codes.json'].map((file) => join(folder, file)).find(existsSync);
  return {
    encounterId: idOf(name),
    registration,
    ...(codes && { codes }),
    documents: documentsIn(folder, basename(registration)),
  };
};

/** A visit's id has at most 64 letters, digits, dots, hyphens and lines. */
const idOf = (name: string): string => name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 64) || 'visit';

/** The note first; a registration with a name of its own has a note of that name. */
const documentsIn = (folder: string, registration: string): readonly string[] => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => !name.startsWith('.'));
  const own = `${basename(registration, extname(registration))}.txt`;
  const chosen =
    registration === ofFolder || !names.includes(own)
      ? names.filter((name) => !/\.(json|pdf|x12)$/i.test(name)).sort(noteFirst)
      : [own];
  return chosen.map((name) => join(folder, name));
};

const noteFirst = (one: string, other: string): number =>
  Number(other.startsWith('note')) - Number(one.startsWith('note')) || one.localeCompare(other);

const SampleDates = z.object({ daysAgo: z.int().min(0) });

/**
 * A file of a visit. The dates of our samples count back from today: they are filled as the demo fills them. `filled`
 * says so.
 */
export const readVisitFile = (path: string): { readonly bytes: Uint8Array; readonly filled?: string } => {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (!text.includes('{{dos')) return { bytes };
  const sample = join(dirname(path), 'sample.json');
  const daysAgo = existsSync(sample)
    ? SampleDates.parse(JSON.parse(readFileSync(sample, 'utf8'))).daysAgo
    : 0;
  const date = addDays(today(), -daysAgo);
  return { bytes: Buffer.from(fillDates(text, date)), filled: date };
};

/** What the documents of a visit say, all in one, and why some of them say nothing. */
export const readDocuments = ({ documents }: VisitFiles) => {
  const read = documents.map((path) => ({
    path,
    ...extractText(readVisitFile(path).bytes, { fileName: path }),
  }));
  return {
    note: read.flatMap((one) => (one.outcome === 'extracted' ? [one.text] : [])).join('\n\n'),
    unread: read.flatMap((one) => (one.outcome === 'extracted' ? [] : [`${one.path}: ${one.reason}`])),
  };
};
