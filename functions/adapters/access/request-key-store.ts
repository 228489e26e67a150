import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { KeptAnswer, type KeyRecord } from '../../domain/access/request-key.ts';
import { isConditionFailure } from '../transaction.ts';
import { RequestKeyEntity } from './access-table.ts';

/** A day, in which a caller may send a request again; seconds. */
const keptSeconds = 24 * 3600;

/** An item holds 400 KB with all that is about it. */
const mostBytes = 350_000;

type Stored = Omit<KeyRecord, 'answer'> & { readonly expiresAt: number; readonly answer?: Buffer };

/** Answers hold PHI: the table is encrypted, and what is kept of them expires with the key. */
const stored = ({ answer, ...record }: KeyRecord, now: Date): Stored => {
  const expiresAt = Math.floor(now.getTime() / 1000) + keptSeconds;
  const packed = answer && gzipSync(JSON.stringify(answer));
  if (packed && packed.length > mostBytes) return { ...record, state: 'unknown', expiresAt };
  return { ...record, expiresAt, ...(packed && { answer: packed }) };
};

const Read = z.object({
  digest: z.string(),
  state: z.enum(['running', 'done', 'unknown']),
  lease: z.string(),
  leaseEnds: z.number(),
  answer: z.instanceof(Uint8Array).optional(),
});

const read = (item: unknown): KeyRecord => {
  const { answer, ...record } = Read.parse(item);
  if (!answer) return record;
  return { ...record, answer: KeptAnswer.parse(JSON.parse(gunzipSync(answer).toString('utf8'))) };
};

/** Whether a write was made under its condition. */
const isWritten = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** Takes a key that is new or a day old; the record that stands where somebody has it. */
const takeKey = async (keyId: string, record: KeyRecord): Promise<KeyRecord | undefined> => {
  const now = new Date();
  const write = RequestKeyEntity.put({ keyId, ...stored(record, now) })
    .where(
      ({ lease, expiresAt }, { notExists, lt }) =>
        // The table erases what has expired some time after, two days at most.
        `${notExists(lease)} OR ${lt(expiresAt, Math.floor(now.getTime() / 1000))}`,
    )
    .go();
  if (await isWritten(write)) return undefined;
  const { data } = await RequestKeyEntity.get({ keyId }).go({ consistent: true });
  // Let go in this very moment: the next try takes it.
  return data ? read(data) : { ...record, lease: '' };
};

/** Takes a key over from a request that was cut off; false where somebody else did. */
const takeOverKey = (keyId: string, from: KeyRecord, record: KeyRecord): Promise<boolean> =>
  writeHeld(keyId, from, record);

/** Keeps what came of a request, unless somebody took its key over. */
const keepKey = async (keyId: string, record: KeyRecord): Promise<void> => {
  await writeHeld(keyId, record, record);
};

const writeHeld = (keyId: string, held: KeyRecord, record: KeyRecord): Promise<boolean> =>
  isWritten(
    RequestKeyEntity.put({ keyId, ...stored(record, new Date()) })
      .where(({ lease }, { eq }) => eq(lease, held.lease))
      .go(),
  );

/** Lets a key go, unless somebody took it over. */
const letKeyGo = async (keyId: string, { lease: held }: KeyRecord): Promise<void> => {
  await isWritten(
    RequestKeyEntity.delete({ keyId })
      .where(({ lease }, { eq }) => eq(lease, held))
      .go(),
  );
};

/** Keys by which callers name requests. */
export const requestKeys = { take: takeKey, takeOver: takeOverKey, keep: keepKey, letGo: letKeyGo };
