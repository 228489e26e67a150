import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../functions/documents/read-document.ts';
import { placesOf } from '../../functions/documents/reading.ts';
import { containers } from './material/containers.ts';

/** Words as notes have them: no sign that a container needs is left out, and letters of several scripts are there. */
const word = fc.string({
  unit: fc.constantFrom(
    ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789&<>"\'|^~\\{}%$()/éüñß—“”µ°≥'.split(''),
  ),
  minLength: 1,
  maxLength: 9,
});

/** A sentence begins with letters, so that it is no bullet, number or heading of its own, and ends in a full stop. */
const sentence = fc
  .array(word, { minLength: 2, maxLength: 9 })
  .map((words) => `Patient ${words.join(' ')} seen.`);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

describe.each(Object.entries(containers))('%s', (name, { write, kind, takes = (text) => text }) => {
  it('gives back every sentence that is written into it, in its order and with its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 6 }), async (written) => {
        const sentences = written.map(takes);
        const reading = await readDocument(await write(sentences));
        expect(reading).toMatchObject({ kind, problems: [] });
        const text = squeezed(reading.text);
        let from = 0;
        for (const one of sentences) {
          const at = text.indexOf(squeezed(one), from);
          expect(at, `${name}: ${one}`).toBeGreaterThanOrEqual(0);
          from = at + 1;
        }
        const last = reading.text.lastIndexOf('seen.');
        expect(placesOf(reading, last, last + 5)).toHaveLength(1);
      }),
      { numRuns: kind === 'pdf' ? 15 : 60 },
    );
  });
});
