import { describe, expect, it } from 'vitest';
import shipped from '../../../codesets/clinical-terms/report-counts.json' with { type: 'json' };
import { countsFor } from '../../../functions/coding/diagnoses/report-counts.ts';
import { CoderMemory, emptyMemory, remember } from '../../../functions/coding/memory/coder-memory.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';

const decisions = [shipped.terms, shipped.phrases].flatMap((counts) =>
  Object.entries(CoderMemory.shape.terms.parse(counts)),
);

describe('the counts shipped for reports', () => {
  it('tell of at least two reports each, in at most twelve words of the code set', () => {
    for (const [term, codes] of decisions) {
      expect(term.split(' ').length).toBeLessThanOrEqual(12);
      for (const { accepted, rejected } of Object.values(codes)) {
        expect(accepted + rejected).toBeGreaterThanOrEqual(2);
      }
    }
    expect(decisions.length).toBeGreaterThan(500);
  });

  it('hold no number that could be a date or a record', () => {
    expect(decisions.filter(([term]) => /\d{3}/.test(term))).toEqual([]);
  });

  it('give way to what a practice decides about the same term, each decision as five of theirs', () => {
    const struck = { suggested: [{ term: '2 diabet', code: 'E11.9' }], codes: [] };
    const counts = countsFor(remember(emptyMemory(), struck));
    const before = shipped.terms['2 diabet']['E11.9'];
    expect(counts.terms['2 diabet']?.['E11.9']).toEqual({ ...before, rejected: before.rejected + 5 });
    expect(Object.keys(counts.terms).length).toBe(Object.keys(shipped.terms).length);
  });

  it('change nothing in a visit', () => {
    const note = 'CC: follow up\nASSESSMENT AND PLAN:\n1. Headache, improved.\n2. Cough.\n';
    const visit = { dateOfService: '2026-03-02' };
    expect(suggestCodes(note, visit)).toEqual(suggestCodes(note, visit, { reportCounts: 'none' }));
  });
});
