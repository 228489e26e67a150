import { type BilledFile, billedInFile } from '../domain/outbox/billed-in-file.ts';
import { type PartnerFile, readFacts, TransactionName } from '../domain/partner-file.ts';

/** An object of a partner's outbound folder. */
export type SentObject = { readonly key: string; readonly writtenAt: string };

/** A file of ours as it lies in its partner's folder: the record that it tells of itself, and the claims in it. */
export type SentFile = { readonly record: PartnerFile; readonly billed: BilledFile['billed'] };

const sentKey = /^partners\/([a-z0-9-]{2,40})\/outbound\/([\w]+)-(\d{9})\.(?:x12|txt)$/;

/** Whether a key is that of a file with a number of its own; the PDF beside a letter has the letter's. */
export const isSentKey = (key: string): boolean => sentKey.test(key);

/** Reads a file of ours with what is said beside it. Undefined for what was not written by us. */
export const readSentFile = (
  { key, writtenAt }: SentObject,
  { text, facts }: { readonly text: string; readonly facts: Readonly<Record<string, string>> },
): SentFile | undefined => {
  const [, partnerId, name, fileId] = sentKey.exec(key) ?? [];
  const transaction = TransactionName.safeParse(name);
  if (!partnerId || !fileId || !transaction.success) return undefined;
  const { sets, billed } = billedInFile(text);
  const { at = writtenAt, ...told } = readFacts(facts);
  const record: PartnerFile = {
    ...{ partnerId, direction: 'outbound', fileId, key, transaction: transaction.data },
    ...{ outcome: 'sent', findings: [], at },
    ...told,
    ...(sets.length > 0 && { sets: sets.map((set) => ({ ...set, claims: [...set.claims] })) }),
  };
  return { record, billed };
};

/** The last number that a file has: its own, or that of its last set. */
export const lastNumberOf = ({ fileId, sets = [] }: PartnerFile): number =>
  Math.max(Number(fileId), ...sets.map(({ controlNumber }) => Number(controlNumber)));

/** Whether a record is of the file as it stands: written for the same purpose, with all claims that stand in it. */
export const isOfFile = (known: PartnerFile, { record }: SentFile): boolean => {
  if (known.key !== record.key) return false;
  if (record.purpose !== undefined && known.purpose !== record.purpose) return false;
  const claims = new Set(known.sets?.flatMap((set) => set.claims));
  return record.sets?.every((set) => set.claims.every((claim) => claims.has(claim))) ?? true;
};
