import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../digest.ts';
import type { AuditEntry } from './audit-entry.ts';

/** A link of a practice's chain: the digest of an entry, of its place, and of the link before it. */
export const AuditLink = z.object({
  practiceId: z.string().min(1),
  sequence: z.int().positive().describe('1, 2, 3 … without a gap'),
  entryId: z.string().min(1),
  previous: z.string().describe('the hash of the link before, zeros for the first'),
  chainedAt: z.iso.datetime(),
  hash: z.string().describe('SHA-256, 64 hex digits'),
});
export type AuditLink = z.infer<typeof AuditLink>;

/** The last link of a chain, as far as the next one needs it. */
export type ChainHead = Pick<AuditLink, 'sequence' | 'hash'>;

export const emptyChain: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** The hash of a link: of all that is written of it but the hash, and of all that is written of its entry. */
export const linkHash = ({ hash: _, ...link }: Readonly<Record<string, unknown>>, entry: unknown): string =>
  createHash('sha256').update(canonicalJson({ link, entry })).digest('hex');

/** The links that join entries to a chain, in the order of the entries; each entry once, however often it is given. */
export const chainOnto = (
  head: ChainHead,
  entries: readonly AuditEntry[],
  chainedAt: string,
): AuditLink[] => {
  const links: AuditLink[] = [];
  for (const entry of new Map(entries.map((one) => [one.entryId, one])).values()) {
    const { sequence, hash: previous } = links.at(-1) ?? head;
    const { practiceId, entryId } = entry;
    const link = { practiceId, sequence: sequence + 1, entryId, previous, chainedAt };
    links.push({ ...link, hash: linkHash(link, entry) });
  }
  return links;
};
