import { AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { EntriesIn } from '../../domain/audit/find-entries.ts';
import { AuditEntryEntity } from './audit-table.ts';

/** What was written of a practice's requests in a span of instants, the newest first, so many entries at a time. */
export const entriesIn: EntriesIn = async (practiceId, { from, before, limit }) => {
  const { data, cursor } = await AuditEntryEntity.query
    .primary({ practiceId })
    .between({ entryId: from }, { entryId: before })
    .go({ order: 'desc', limit, consistent: true });
  // The bound of a query is part of it.
  const within = data.filter(({ entryId }) => entryId !== before);
  return { entries: within.map(({ record }) => AuditEntry.parse(record)), isEnd: cursor === null };
};
