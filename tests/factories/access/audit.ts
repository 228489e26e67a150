import type { TrailRecordsOfPractice } from '../../../functions/api/audit/trail-records.ts';
import {
  type AuditEntry,
  entriesOf,
  type RequestOrigin,
  type WriteAudit,
} from '../../../functions/domain/audit/audit-entry.ts';
import type { EntriesIn } from '../../../functions/domain/audit/find-entries.ts';

export const anOrigin: RequestOrigin = {
  requestId: 'request-1',
  source: '192.0.2.1',
  at: '2026-08-03T10:00:00.000Z',
};

/** Writes into a list, as the adapter writes into the table. */
export const auditInto =
  (entries: AuditEntry[]): WriteAudit =>
  async (audited, origin) => {
    entries.push(...entriesOf(audited, origin));
  };

/** Where a test looks at something else. */
export const unaudited = auditInto([]);

/** Reads out of a list, as the adapter reads from the table. */
export const entriesFrom =
  (entries: readonly AuditEntry[]): EntriesIn =>
  async (practiceId, { from, before, limit }) => {
    const own = entries
      .filter((entry) => entry.practiceId === practiceId && entry.entryId >= from && entry.entryId < before)
      .toSorted((one, other) => (one.entryId < other.entryId ? 1 : -1));
    return { entries: own.slice(0, limit), isEnd: own.length <= limit };
  };

/** Of patients about whom there is nothing else. */
export const untrailed: TrailRecordsOfPractice = {
  entriesIn: entriesFrom([]),
  encountersOfPatient: async () => [],
  inquiriesAboutClaim: async () => [],
};
