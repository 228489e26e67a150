import { styleText } from 'node:util';
import type { GroupHeader, InterchangeAcknowledgement } from '../../functions/edi/envelope/interchange.ts';
import type { OpenSet } from '../../functions/edi/envelope/interchange-handler.ts';
import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { feed } from './input.ts';
import { Nesting, type NestingListener, type OpenLoop } from './nesting.ts';
import { Output } from './output.ts';
import { headingOf, showFields } from './show-loop.ts';
import { Unreadable } from './unreadable.ts';
import { printable, type Value } from './words.ts';

/** "2026-03-10T09:30:00.000Z" → "2026-03-10 09:30"; "" where the file tells no time that is one. */
const minute = (createdAt = ''): string => createdAt.slice(0, 16).replace('T', ' ');

const envelopeLine = (title: string, details: readonly string[], indent: number): string =>
  `${' '.repeat(indent)}${styleText('bold', printable(title))}  ${printable(details.filter((one) => one !== '').join(' · '))}\n`;

/** Prints loops as they come: those around claims when they open, and at their end what came after the claims. */
class View implements NestingListener {
  private readonly print: (text: string) => void;
  private readonly nesting = new Nesting(this);
  private readonly shown: Set<string>[] = []; // members of the open loops, by depth
  private isInSet = false;

  constructor(print: (text: string) => void) {
    this.print = print;
  }

  interchange({ senderId, receiverId, controlNumber, createdAt, usage }: InterchangeHeader): void {
    const details = [
      `${senderId} to ${receiverId}`,
      minute(createdAt),
      usage === 'T' ? 'test' : 'production',
    ];
    this.print(envelopeLine(`Interchange ${String(controlNumber).padStart(9, '0')}`, details, 0));
  }

  group({ controlNumber, functionalId, version, senderId, receiverId, createdAt }: GroupHeader): void {
    const details = [functionalId, version, `${senderId} to ${receiverId}`, minute(createdAt)];
    this.print(envelopeLine(`Group ${controlNumber}`, details, 0));
  }

  acknowledgement({ controlNumber, interchangeCreatedAt, code, note }: InterchangeAcknowledgement): void {
    const number = `of interchange ${String(controlNumber).padStart(9, '0')}`;
    const about = [number, minute(interchangeCreatedAt)].filter((one) => one !== '').join(', ');
    this.print(envelopeLine('TA1', [about, `code ${code}`, note === undefined ? '' : `note ${note}`], 2));
  }

  claim(around: readonly object[], value: object, set: OpenSet): void {
    this.openSet(set);
    this.nesting.unit(set.guide, { around, value });
  }

  broken(words: string, set: OpenSet): void {
    this.openSet(set);
    this.print(`    ${styleText('red', words)}\n`);
  }

  endSet(set: OpenSet, data: object | undefined): void {
    if (data === undefined) this.broken('This set is not whole, see below', set);
    this.openSet(set);
    this.nesting.end(set.guide, data);
    this.isInSet = false;
  }

  private openSet({ guide, controlNumber }: OpenSet): void {
    if (!this.isInSet) this.print(`\n${envelopeLine(`Set ${controlNumber}`, [guide.name], 0)}`);
    this.isInSet = true;
  }

  open({ loop, name, value, ordinal }: OpenLoop, depth: number): void {
    const shown = new Set<string>();
    this.shown[depth] = shown;
    if (depth > 0) this.print(`\n${headingOf(loop, name, ordinal, depth * 2)}`);
    this.print(showFields(loop, value as Value, depth * 2 + 2, shown)); // loops are plain objects by field name
  }

  unit({ loop, name, value, ordinal }: OpenLoop, depth: number): void {
    this.print(`\n${headingOf(loop, name, ordinal, depth * 2)}`);
    this.print(showFields(loop, value as Value, depth * 2 + 2)); // as above
  }

  close({ loop, value }: OpenLoop, depth: number): void {
    const rest = showFields(loop, value as Value, depth * 2 + 2, this.shown[depth]); // as above
    if (rest !== '') this.print(`\n${rest}`);
  }
}

/** Prints a file for a person: its loops with the guide's ids and our names. */
export const show = async (file: string): Promise<void> => {
  const output = new Output();
  const unreadable = new Unreadable(file);
  const view = new View((text) => output.print(text));
  const reader = new InterchangeReader(allGuides, {
    interchange: (header) => view.interchange(header),
    group: ({ header }) => view.group(header),
    unit: ({ around, value }, set) => view.claim(around, value, set),
    brokenUnit: (unit, set) => {
      view.broken(`Number ${unit.position} cannot be read, see below`, set);
      unreadable.unit(unit, set);
    },
    set: (set, data) => view.endSet(set, data),
    end: (interchange, report) => {
      for (const one of interchange?.acknowledgements ?? []) view.acknowledgement(one);
      unreadable.report(report);
    },
  });
  await feed(file, reader, output.flush);
  unreadable.tell();
};
