import { describe, expect, it } from 'vitest';
import { readDocument } from '../../functions/documents/read-document.ts';
import { placesOf } from '../../functions/documents/reading.ts';
import { clinicalShapes } from './corpus/clinical-documents.ts';
import { messageShapes } from './corpus/messages.ts';
import { people, type Sample } from './corpus/people.ts';
import { proseShapes, resourceShapes } from './corpus/resources-and-prose.ts';

const shapes = { ...messageShapes, ...clinicalShapes, ...resourceShapes, ...proseShapes };
const samples = Object.entries(shapes).flatMap(([name, shape]) =>
  people.map((person): readonly [string, Sample] => [
    `${name}, of ${person.first} ${person.last}`,
    shape(person),
  ]),
);

/** Problems that a sample has on purpose. */
const expected = (name: string): readonly string[] =>
  name.startsWith('results of a laboratory') ? ['withdrawn'] : [];

describe('the corpus of documents', () => {
  it('has sixty documents and more', () => {
    expect(samples.length).toBeGreaterThanOrEqual(60);
  });

  it.each(samples)('%s', async (name, { kind, bytes, says, facts, sections = [], never = [] }) => {
    const reading = await readDocument(await bytes);
    expect(reading.kind).toBe(kind);
    expect(reading.problems.map(({ code }) => code)).toEqual(expected(name));
    let from = 0;
    for (const stretch of says) {
      const at = reading.text.indexOf(stretch, from);
      expect(at, `${stretch} in ${reading.text}`).toBeGreaterThanOrEqual(0);
      expect(placesOf(reading, at, at + stretch.length)).not.toEqual([]);
      from = at + stretch.length;
    }
    for (const [fact, value] of facts)
      expect(
        reading.facts.filter((one) => one.name === fact && one.value.startsWith(value) && one.source !== ''),
        `${fact} ${value} in ${JSON.stringify(reading.facts)}`,
      ).not.toEqual([]);
    expect(reading.sections.map((one) => one.name)).toEqual(expect.arrayContaining([...sections]));
    const all = `${reading.text}\n${reading.facts.map((one) => `${one.name} ${one.value}`).join('\n')}`;
    for (const pattern of never) expect(all.match(new RegExp(pattern.source, 'm'))).toBeNull();
  });
});
