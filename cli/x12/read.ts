import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { feed } from './input.ts';
import { JsonDocument } from './json-document.ts';
import { Output } from './output.ts';
import { Unreadable } from './unreadable.ts';

/** Prints a file as one JSON document: an array of its interchanges. */
export const readAsDocument = async (file: string): Promise<void> => {
  const output = new Output();
  const unreadable = new Unreadable(file);
  const document = new JsonDocument((text) => output.print(text));
  const reader = new InterchangeReader(allGuides, {
    interchange: (header, delimiters) => document.interchange(header, delimiters),
    group: (group) => document.group(group),
    unit: ({ around, value }, set) => document.claim(around, value, set),
    brokenUnit: (unit, set) => unreadable.unit(unit, set),
    set: (set, data) => document.endSet(set, data),
    end: (interchange, report) => {
      if (interchange !== undefined) document.endInterchange(interchange);
      unreadable.report(report);
    },
  });
  await feed(file, reader, output.flush);
  document.end();
  await output.flush();
  unreadable.tell();
};

/** Prints a JSON object a line for each claim, inquiry or answer, with the loops around it, the set's own first. */
export const readAsLines = async (file: string): Promise<void> => {
  const output = new Output();
  const unreadable = new Unreadable(file);
  const print = (line: object): void => output.print(`${JSON.stringify(line)}\n`);
  let units = 0;
  const reader = new InterchangeReader(allGuides, {
    unit: ({ position, around, value }, { guide, controlNumber }) => {
      units += 1;
      print({ guide: guide.name, set: controlNumber, position, value, around });
    },
    brokenUnit: (unit, set) => {
      units += 1;
      unreadable.unit(unit, set);
    },
    set: ({ guide, controlNumber }, data) => {
      if (units === 0 && data !== undefined) print({ guide: guide.name, set: controlNumber, around: [data] });
      units = 0;
    },
    end: (interchange, report) => {
      for (const value of interchange?.acknowledgements ?? []) print({ guide: 'TA1', value });
      unreadable.report(report);
    },
  });
  await feed(file, reader, output.flush);
  unreadable.tell();
};
