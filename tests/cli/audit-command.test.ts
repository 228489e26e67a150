import { describe, expect, it } from 'vitest';
import { renderEntries, renderVerifications } from '../../cli/audit/audit-command.ts';
import { verifyChain } from '../../functions/domain/audit/verify-chain.ts';
import { aKeptAudit, anEntry, later } from '../domain/audit/a-chain.ts';

describe('audit verify', () => {
  it('says of each practice whether its audit is whole', () => {
    const kept = aKeptAudit(3);
    const nothing = { ...kept, practiceId: 'elm-row', entries: [], links: [], checkpoints: [] };
    expect(renderVerifications([verifyChain(kept, later), verifyChain(nothing, later)])).toBe(
      'maple-street: whole; links: 3, checkpoints: 1, entries that wait for a link: 0\nelm-row: nothing was ever written',
    );
  });

  it('names each place where it is broken', () => {
    const kept = aKeptAudit(3);
    const found = verifyChain({ ...kept, entries: kept.entries.slice(1) }, later);
    expect(renderVerifications([found]).split('\n')).toEqual([
      'maple-street: BROKEN, faults: 1; links: 3, checkpoints: 1, entries that wait for a link: 0',
      `  entry-missing at link 1: The entry of the link is not there (${anEntry(0).entryId})`,
    ]);
  });
});

describe('audit list', () => {
  it('says who saw whose record, why, from where and with what outcome', () => {
    const refused = { ...anEntry(1), outcome: 'refused' as const, reason: 'no member' };
    const text = renderEntries([refused]);
    for (const part of [
      'subject-1',
      'GET /claims/{claimId}',
      'claim C1, patient P-1',
      'payment',
      'refused: no member',
      '192.0.2.1',
    ])
      expect(text).toContain(part);
  });

  it('counts what does not fit a line, and says when there is nothing', () => {
    const many = {
      ...anEntry(1),
      subjects: Array.from({ length: 9 }, (_, at) => ({ kind: 'claim' as const, id: `C${at}` })),
    };
    expect(renderEntries([many])).toContain('claim C0, claim C1, claim C2, 6 more');
    expect(renderEntries([])).toBe('Nothing was written of that');
  });
});
