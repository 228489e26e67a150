import Table from 'cli-table3';
import { type DocumentReading, placesOf } from '../../functions/documents/reading.ts';

const plain = { head: [], border: [], compact: true };

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const table = new Table({ head: [...head], style: plain });
  for (const row of rows) table.push([...row]);
  return table.toString();
};

/** From the first place of a section to its last. */
const stretch = (reading: DocumentReading, start: number, end: number): string => {
  const places = placesOf(reading, start, end);
  const [first, last] = [places[0]?.source ?? '', places.at(-1)?.source ?? ''];
  return first === last ? first : `${first} … ${last}`;
};

/** A document for people: its text, its sections and facts with their places. */
export const renderReading = (name: string, reading: DocumentReading): string => {
  const { kind, text, sections, facts, problems } = reading;
  const count = `${sections.length} sections, ${facts.length} facts, ${problems.length} problems`;
  const parts = [
    `${name}: ${kind}, ${count}`,
    ...(text === '' ? [] : [text]),
    ...(sections.length === 0
      ? []
      : [
          tableOf(
            ['section', 'from', 'to', 'place'],
            sections.map(({ name: section, start, end }) => [
              section,
              String(start),
              String(end),
              stretch(reading, start, end),
            ]),
          ),
        ]),
    ...(facts.length === 0
      ? []
      : [
          tableOf(
            ['fact', 'value', 'place'],
            facts.map(({ name: fact, value, source }) => [fact, value, source]),
          ),
        ]),
  ];
  return `${parts.join('\n\n')}\n\n`;
};
