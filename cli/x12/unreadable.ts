import type { BrokenUnit } from '../../functions/edi/engine/units.ts';
import type { OpenSet } from '../../functions/edi/envelope/interchange-handler.ts';
import type { InterchangeReport, SetReport } from '../../functions/edi/envelope/interchange-report.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { nameOf, UnusableFile } from './input.ts';
import { printable } from './words.ts';

const sentence = ({ path, detail }: Finding): string => `${path}: ${detail}`;

const readHere = allGuides.map(({ name, version }) => `${name} (${version})`).join(', ');

/** What of a file was not read, and why, one line each. */
export class Unreadable {
  readonly lines: string[] = [];
  private readonly file: string;
  private readonly unknown = new Set<string>(); // transactions
  private interchanges = 0;
  private sets = 0; // that were read

  constructor(file: string) {
    this.file = file;
  }

  unit({ position, reference, findings }: BrokenUnit, { guide, controlNumber }: OpenSet): void {
    const which = `${guide.name} set ${controlNumber}, number ${position}${reference ? ` (${reference})` : ''}`;
    this.lines.push(`${which} is left out. ${findings.slice(0, 3).map(sentence).join('; ')}`);
  }

  report({ header, findings, groups }: InterchangeReport): void {
    if (header !== undefined) this.interchanges += 1;
    // Level 2: odd, and read all the same.
    this.lines.push(...findings.filter(({ level }) => level !== 2).map(sentence));
    for (const group of groups) for (const set of group.sets) this.set(set, group.header.version);
  }

  private set({ guide, transaction, controlNumber, isReadable, findings }: SetReport, version: string): void {
    if (guide === undefined) {
      const what = `${transaction} (${version})`;
      this.unknown.add(what);
      this.lines.push(`Set ${controlNumber} is left out: ${what} is not read here`);
      return;
    }
    this.sets += 1;
    if (isReadable) return;
    const reasons = findings.filter(({ code }) => code === 'IK304-3' || code === 'IK403-1');
    this.lines.push(
      `${guide.name} set ${controlNumber} is not whole. ${reasons.slice(0, 3).map(sentence).join('; ')}`,
    );
  }

  /** Throws when nothing could be read at all; otherwise tells of each part that was not. */
  tell(): void {
    const name = nameOf(this.file);
    if (this.interchanges === 0) {
      throw new UnusableFile(`${name}: ${this.lines.join('; ')}. Ask the sender for a valid file`);
    }
    if (this.unknown.size > 0 && this.sets === 0) {
      const held = printable([...this.unknown].join(', '));
      throw new UnusableFile(`${name} holds ${held}, but read here are ${readHere}`);
    }
    if (this.lines.length === 0) return;
    for (const line of this.lines) console.error(`${name}: ${printable(line)}`);
    console.error(`${name}: \`x12 check\` tells all that is wrong`);
    process.exitCode = 1;
  }
}
