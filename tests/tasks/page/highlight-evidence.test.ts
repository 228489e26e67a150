import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../functions/tasks/html.ts';
import { highlightEvidence } from '../../../functions/tasks/page/highlight-evidence.ts';
import { aNote, anEncounter } from '../../factories/encounters.ts';

const suggestion = (code: string, start: number, end: number, note: string) => ({
  ...(anEncounter().suggestions[0] ?? expect.fail('a sample has suggestions')),
  code,
  evidence: [{ start, end, quote: note.slice(start, end) }],
});

describe('highlightEvidence', () => {
  it('marks the words that support a code and names the code', () => {
    const { markup } = highlightEvidence(aNote, anEncounter().suggestions);
    expect(markup).toContain('<mark>Fatigue<sup>R53.83</sup></mark>');
    expect(markup).toContain('<mark>established patient<sup>99212</sup></mark>');
  });

  it('joins evidence that overlaps', () => {
    const note = 'chronic low back pain';
    const marked = highlightEvidence(note, [
      suggestion('M54.50', 8, 21, note),
      suggestion('G89.29', 0, 16, note),
    ]);
    expect(marked.markup).toBe('<mark>chronic low back pain<sup>G89.29 M54.50</sup></mark>');
  });

  it('leaves out evidence that the note does not show any more', () => {
    const stale = { ...suggestion('I10', 0, 4, 'abcd'), evidence: [{ start: 0, end: 4, quote: 'gone' }] };
    expect(highlightEvidence('abcd', [stale]).markup).toBe('abcd');
  });

  it('loses and doubles no word of the note', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span), (note, spans) => {
        const suggestions = spans.map(([start, end]) => suggestion('I10', start, end, note));
        const { markup } = highlightEvidence(note, suggestions);
        const plain = markup.replaceAll('<sup>I10</sup>', '').replaceAll(/<\/?mark>/g, '');
        expect(plain).toBe(html`${note}`.markup);
      }),
    );
  });
});
