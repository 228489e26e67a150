import { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { type AuditLink, type ChainHead, emptyChain } from '../../domain/audit/chain.ts';
import type { KeptAudit } from '../../domain/audit/verify-chain.ts';
import { writeTransaction } from '../transaction.ts';
import { AuditEntryEntity, AuditLinkEntity, ChainedEntryEntity, chainLedger } from './audit-table.ts';

type EntryName = { readonly practiceId: string; readonly entryId: string };

export const findEntry = async (name: EntryName): Promise<AuditEntry | undefined> => {
  const { data } = await AuditEntryEntity.get(name).go({ consistent: true });
  return data ? AuditEntry.parse(data.record) : undefined;
};

export const isChained = async (name: EntryName): Promise<boolean> => {
  const { data } = await ChainedEntryEntity.get(name).go({ consistent: true });
  return data !== null;
};

/** Where a practice's chain ends now. */
export const findHead = async (practiceId: string): Promise<ChainHead> => {
  const { data } = await AuditLinkEntity.query
    .primary({ practiceId })
    .go({ order: 'desc', limit: 1, consistent: true });
  const link: AuditLink | undefined = data[0]?.record;
  return link ?? emptyChain;
};

/** Adds links in one transaction, 50 at most; false where another writer took a place or chained an entry meanwhile. */
export const addLinks = (links: readonly AuditLink[]): Promise<boolean> =>
  writeTransaction(() =>
    chainLedger.transaction
      .write(({ link, chained }) =>
        links.flatMap((one) => {
          const { practiceId, sequence, entryId } = one;
          return [
            link.create({ practiceId, sequence, record: one }).commit(),
            chained.create({ practiceId, entryId, sequence }).commit(),
          ];
        }),
      )
      .go(),
  );

/** The ids of a practice's entries since an instant that have no link yet, oldest first. */
export const unchainedSince = async (practiceId: string, instant: string): Promise<string[]> => {
  const all = { pages: 'all', consistent: true } as const;
  // The marks last: what is chained meanwhile then has its mark.
  const entries = await AuditEntryEntity.query
    .primary({ practiceId })
    .gte({ entryId: instant })
    .go({ ...all, attributes: ['entryId'] });
  const marks = await ChainedEntryEntity.query.primary({ practiceId }).gte({ entryId: instant }).go(all);
  const chained = new Set(marks.data.map(({ entryId }) => entryId));
  return entries.data.map(({ entryId }) => entryId).filter((entryId) => !chained.has(entryId));
};

/** All that is kept of a practice, as it is stored. The links first: what is chained meanwhile then has its entry. */
export const keptAudit = async (practiceId: string): Promise<Omit<KeptAudit, 'checkpoints'>> => {
  const all = { pages: 'all', consistent: true } as const;
  const links = await AuditLinkEntity.query.primary({ practiceId }).go(all);
  const entries = await AuditEntryEntity.query.primary({ practiceId }).go(all);
  return {
    practiceId,
    links: links.data.map(({ sequence, record }) => ({ sequence, record })),
    entries: entries.data.map(({ entryId, record }) => ({ entryId, record })),
  };
};
