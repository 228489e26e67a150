import fc from 'fast-check';
import { type AuditEntry, entriesOf } from '../../../functions/domain/audit/audit-entry.ts';
import { type AuditLink, chainOnto, emptyChain } from '../../../functions/domain/audit/chain.ts';
import type { ChainState } from '../../../functions/domain/audit/checkpoint.ts';
import type { KeptAudit } from '../../../functions/domain/audit/verify-chain.ts';

export const chainedAt = '2026-08-03T10:00:05.000Z';
/** More than a minute after the last entry. */
export const later = new Date('2026-08-03T12:00:00.000Z');

export const anEntry = (number: number): AuditEntry => {
  const at = new Date(Date.parse('2026-08-03T10:00:00.000Z') + number).toISOString();
  const [entry] = entriesOf(
    {
      practiceId: 'maple-street',
      by: { kind: 'person', subject: `subject-${number % 3}`, practiceId: 'maple-street' },
      action: 'GET /claims/{claimId}',
      purpose: 'payment',
      subjects: [
        { kind: 'claim', id: `C${number}` },
        { kind: 'patient', id: `P-${number % 4}` },
      ],
      outcome: 'allowed',
    },
    { requestId: `request-${number}`, source: '192.0.2.1', at },
  );
  if (!entry) throw new Error('A request has an entry');
  return entry;
};

export const stored = (entries: readonly AuditEntry[], links: readonly AuditLink[]): KeptAudit => ({
  practiceId: 'maple-street',
  entries: entries.map((record) => ({ entryId: record.entryId, record })),
  links: links.map((record) => ({ sequence: record.sequence, record })),
  checkpoints: [],
});

export const stateAt = ({ practiceId, sequence, hash }: AuditLink): ChainState => ({
  practiceId,
  sequence,
  hash,
  at: later.toISOString(),
});

/** A whole chain of some entries with its end signed. */
export const aKeptAudit = (length: number): KeptAudit => {
  const entries = Array.from({ length }, (_, number) => anEntry(number));
  const links = chainOnto(emptyChain, entries, chainedAt);
  const end = links.at(-1);
  return {
    ...stored(entries, links),
    checkpoints: end ? [{ name: 'day', state: stateAt(end) }] : [],
  };
};

export const someLength: fc.Arbitrary<number> = fc.integer({ min: 2, max: 8 });
