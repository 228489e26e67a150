import type { FunctionalGroup, Interchange } from '../../functions/edi/envelope/interchange.ts';
import type { OpenSet } from '../../functions/edi/envelope/interchange-handler.ts';
import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import type { Delimiters } from '../../functions/edi/text/delimiters.ts';
import { Nesting, type NestingListener, type OpenLoop } from './nesting.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Objects and arrays of JSON that are open while their content comes; indented, since people read it too. */
class JsonText {
  private readonly print: (text: string) => void;
  private readonly closers: string[] = [];
  private isFirst = true;

  constructor(print: (text: string) => void) {
    this.print = print;
  }

  private place(name: string | undefined): void {
    const indent = '  '.repeat(this.closers.length);
    const label = name === undefined ? '' : `${JSON.stringify(name)}: `;
    this.print(`${this.isFirst ? '' : ','}${this.closers.length > 0 ? '\n' : ''}${indent}${label}`);
    this.isFirst = false;
  }

  open(bracket: '{' | '[', name?: string): void {
    this.place(name);
    this.print(bracket);
    this.closers.push(bracket === '{' ? '}' : ']');
    this.isFirst = true;
  }

  close(): void {
    const closer = this.closers.pop() ?? '';
    this.print(this.isFirst ? closer : `\n${'  '.repeat(this.closers.length)}${closer}`);
    this.isFirst = false;
  }

  end(): void {
    this.print('\n');
  }

  value(value: unknown, name?: string): void {
    if (value === undefined) return;
    this.place(name);
    this.print(JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(this.closers.length)}`));
  }
}

/** A loop's object whose fields are written as they become known. */
type WritingLoop = { readonly loop: OpenLoop; readonly written: Set<string>; list: string | undefined };

/** Interchanges as one JSON array of the codec's `Interchange`, written piece by piece while they are read. */
export class JsonDocument implements NestingListener {
  private readonly json: JsonText;
  private readonly nesting = new Nesting(this);
  private readonly loops: WritingLoop[] = [];
  private hasBegun = false;
  private hasGroup = false;
  private hasSet = false;

  constructor(print: (text: string) => void) {
    this.json = new JsonText(print);
  }

  interchange(header: InterchangeHeader, delimiters: Delimiters): void {
    if (!this.hasBegun) this.json.open('[');
    this.hasBegun = true;
    this.json.open('{');
    this.json.value(header, 'header');
    this.json.value(delimiters, 'delimiters');
    this.json.open('[', 'groups');
  }

  group({ header }: FunctionalGroup): void {
    this.closeGroup();
    this.json.open('{');
    this.json.value(header, 'header');
    this.json.open('[', 'sets');
    this.hasGroup = true;
  }

  private closeGroup(): void {
    if (this.hasGroup) this.closeBoth();
    this.hasGroup = false;
  }

  /** A list, and the object that it is part of. */
  private closeBoth(): void {
    this.json.close();
    this.json.close();
  }

  claim(around: readonly object[], value: object, set: OpenSet): void {
    this.openSet(set);
    this.nesting.unit(set.guide, { around, value });
  }

  /** A set that could not be read is left out, unless claims of it were read already. */
  endSet(set: OpenSet, data: object | undefined): void {
    if (data === undefined && !this.hasSet) return;
    this.openSet(set);
    this.nesting.end(set.guide, data);
    this.json.close();
    this.hasSet = false;
  }

  private openSet({ guide, controlNumber }: OpenSet): void {
    if (this.hasSet) return;
    this.hasSet = true;
    this.json.open('{');
    this.json.value(guide.name, 'guide');
    this.json.value(controlNumber, 'controlNumber');
  }

  open(loop: OpenLoop, depth: number): void {
    if (depth === 0) this.json.open('{', 'data');
    else {
      this.openList(loop.name);
      this.json.open('{');
    }
    const writing = { loop, written: new Set<string>(), list: undefined };
    this.loops.push(writing);
    this.writeFields(writing);
  }

  unit(loop: OpenLoop): void {
    this.openList(loop.name);
    this.json.value(loop.value);
  }

  close(): void {
    this.closeList();
    const writing = this.loops.pop();
    if (writing !== undefined) this.writeFields(writing);
    this.json.close();
  }

  /** What is known of a loop and not yet written. */
  private writeFields({ loop, written }: WritingLoop): void {
    for (const [name, value] of Object.entries(loop.value)) {
      if (value === undefined || written.has(name)) continue;
      this.json.value(value, name);
      written.add(name);
    }
  }

  private openList(name: string): void {
    const around = this.loops.at(-1);
    if (around === undefined || around.list === name) return;
    this.closeList();
    around.list = name;
    around.written.add(name);
    this.json.open('[', name);
  }

  /** Loops that held no units were not handed over one by one: they are still in the object around them. */
  private closeList(): void {
    const around = this.loops.at(-1);
    if (around?.list === undefined) return;
    const rest = (around.loop.value as Fields)[around.list]; // loops are plain objects by field name
    if (Array.isArray(rest)) for (const one of rest) this.json.value(one);
    around.list = undefined;
    this.json.close();
  }

  endInterchange(interchange: Interchange): void {
    this.closeGroup();
    this.json.close();
    this.json.value(interchange.acknowledgements, 'acknowledgements');
    this.json.close();
  }

  end(): void {
    if (!this.hasBegun) return;
    this.json.close();
    this.json.end();
  }
}
