import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNote } from '../../../functions/coding/suggesters/split-note.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe('splitNote', () => {
  it('leaves a note that fits in one piece', () => {
    expect(splitNote('Cough. Fever.', 20)).toEqual([{ start: 0, text: 'Cough. Fever.' }]);
    expect(splitNote('', 20)).toEqual([]);
  });

  it('cuts where a sentence ends', () => {
    expect(splitNote('Cough for a week. Fever since Monday.', 30).map(({ text }) => text)).toEqual([
      'Cough for a week. ',
      'Fever since Monday.',
    ]);
  });

  it('cuts at a space where no sentence ends, and anywhere in one long word', () => {
    expect(splitNote('one two three', 9).map(({ text }) => text)).toEqual(['one two ', 'three']);
    expect(splitNote('abcdef', 4).map(({ text }) => text)).toEqual(['abcd', 'ef']);
  });

  it('gives pieces within the limit that together are the note, and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 8, max: 40 }),
        (note, limit) => {
          const pieces = splitNote(note, limit);
          expect(pieces.map(({ text }) => text).join('')).toBe(note);
          for (const { start, text } of pieces) {
            expect(note.slice(start, start + text.length)).toBe(text);
            expect(bytesOf(text)).toBeLessThanOrEqual(limit);
            expect(text.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  // Copying what is left for each of its pieces would take longer than a test may.
  it('cuts five megabytes without a break into half a million pieces', () => {
    expect(splitNote('x'.repeat(5_000_000), 10)).toHaveLength(500_000);
  });
});
