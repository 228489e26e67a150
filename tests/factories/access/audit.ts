import {
  type AuditEntry,
  type Audited,
  entriesOf,
  type RequestOrigin,
} from '../../../functions/domain/audit/audit-entry.ts';

export const anOrigin: RequestOrigin = {
  requestId: 'request-1',
  source: '192.0.2.1',
  at: '2026-08-03T10:00:00.000Z',
};

/** Writes into a list, as the adapter writes into the table. */
export const auditInto =
  (entries: AuditEntry[]) =>
  async (audited: Audited, origin: RequestOrigin): Promise<void> => {
    entries.push(...entriesOf(audited, origin));
  };

/** Where a test looks at something else. */
export const unaudited = auditInto([]);
