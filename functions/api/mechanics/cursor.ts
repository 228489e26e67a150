import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../domain/check-input.ts';
import type { Checked, Finding } from '../../domain/finding.ts';

/** What a cursor holds: the place in the list, and when its first page was asked for. */
const Place = z.object({ after: z.string(), asOf: z.iso.datetime() });
export type Place = z.infer<typeof Place>;

/** The list that a cursor is good for, and no other: a route of a practice with all that was asked of it. */
export type AskedList = {
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Nobody turns pages for longer; what a list began with is no longer true then. */
const keptMs = 24 * 3600_000;

/** What is sealed with the place, so that it opens for the same question alone. */
const boundTo = ({ route, path, query }: AskedList): Buffer =>
  Buffer.from(JSON.stringify([route, sorted(path), sorted(query)]));

const sorted = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** A place as callers hand it back: encrypted, for keys of the table name patients. `key` has 32 bytes. */
export const sealCursor = (key: Uint8Array, place: Place, list: AskedList): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(boundTo(list));
  const text = Buffer.concat([cipher.update(JSON.stringify(place), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
};

/** The place that a cursor holds; refused where it is of another list, was altered, or is a day old. */
export const openCursor = (key: Uint8Array, cursor: string, list: AskedList, now: Date): Checked<Place> => {
  const text = decrypted(key, cursor, list);
  const json = text === undefined ? undefined : parseJson(text);
  const place = Place.safeParse(json?.success ? json.data : undefined);
  if (!place.success) return { success: false, findings: [foreign] };
  const age = now.getTime() - Date.parse(place.data.asOf);
  return age < keptMs ? place : { success: false, findings: [old] };
};

const decrypted = (key: Uint8Array, cursor: string, list: AskedList): string | undefined => {
  const bytes = Buffer.from(cursor, 'base64url');
  // Base64 has further spellings of the same bytes: one cursor has one.
  if (bytes.toString('base64url') !== cursor || bytes.length <= ivBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes))
      .setAAD(boundTo(list))
      .setAuthTag(bytes.subarray(-tagBytes));
    const text = decipher.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined; // the tag does not fit: it is none of ours, or of another list
  }
};

const foreign: Finding = {
  code: 'cursor-unknown',
  path: 'cursor',
  detail: 'The cursor is of another list or question, or was altered',
};

const old: Finding = {
  code: 'cursor-old',
  path: 'cursor',
  detail: 'The cursor is of a list that was begun more than a day ago',
};
