import type { Finding } from '../../domain/finding.ts';
import { opensText, readText, readWord } from './json-scalars.ts';
import { JsonSource } from './json-source.ts';

/** What was read of a text: its value unless it breaks off, and all that is wrong with it as JSON. */
export type ReadJson = {
  readonly value?: unknown;
  /** Whether the value is all that the text says. */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
  /** Where fields stand of which something was told already. */
  readonly told: ReadonlySet<string>;
};

/** Where the reader is: the path of what it reads, and how deep that lies. */
type Place = { readonly path: string; readonly depth: number };

/** A registration is five levels deep. */
const deepest = 40;

/** Nothing more can be read: what was wrong is told. */
class BrokenOff extends Error {}

/**
 * Reads JSON as people write it. Slips that leave no doubt (a comma too many or too few, comments, other quotation marks)
 * are told, each with its place, and the reading goes on, so that all that is wrong is told at once; a name that stands
 * twice in an object is told, for a parser would keep one of the two. No finding quotes the text.
 */
export const readJson = (text: string): ReadJson => {
  const reader = new JsonReader(text);
  return reader.read();
};

class JsonReader {
  private readonly source: JsonSource;
  private readonly told = new Set<string>();

  constructor(text: string) {
    this.source = new JsonSource(text);
  }

  read(): ReadJson {
    const { source, told } = this;
    const { findings } = source;
    try {
      source.passSpace();
      if (source.isAtEnd) this.breakOff('empty', 'The file is empty: it needs the registration of a visit');
      const value = this.value({ path: '', depth: 0 });
      this.end();
      return { value, isWhole: true, findings, told };
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      return { isWhole: false, findings, told };
    }
  }

  private breakOff(code: string, detail: string): never {
    this.source.fault(code, detail);
    throw new BrokenOff();
  }

  private end(): void {
    const { source } = this;
    source.passSpace();
    if (source.isAtEnd) return;
    const isAnother = source.next === '{' || source.next === '[';
    const detail = isAnother
      ? 'A second document begins here: a file registers one visit'
      : 'The registration has ended before this: take out what stands behind it';
    source.fault('not-json', detail);
  }

  private value(place: Place): unknown {
    const { source } = this;
    source.passSpace();
    if (place.depth > deepest) this.breakOff('not-json', 'Brackets stand in one another without end');
    if (source.isAtEnd) this.endsTooSoon();
    if (source.took('{')) return this.object(place);
    if (source.took('[')) return this.list(place);
    if (opensText(source.next)) return this.textOrEnd();
    if (/[,:\]}]/.test(source.next)) return this.missing(place);
    const { known, value } = readWord(source);
    if (!known) this.told.add(place.path);
    return value;
  }

  private textOrEnd(): string {
    const text = readText(this.source);
    if (text === undefined) throw new BrokenOff();
    return text;
  }

  private missing({ path }: Place): undefined {
    this.told.add(path);
    this.source.fault('not-json', 'A value is missing before this sign', { path });
  }

  private endsTooSoon(): never {
    return this.breakOff(
      'not-json',
      'The file ends in the middle: brackets are not closed. It may have been cut off; upload it again as a whole',
    );
  }

  private list({ path, depth }: Place): unknown[] {
    const { source } = this;
    const values: unknown[] = [];
    while (!this.closes(']', values.length > 0)) {
      const index = values.length;
      values.push(this.value({ path: path === '' ? String(index) : `${path}.${index}`, depth: depth + 1 }));
    }
    source.at += 1;
    return values;
  }

  private object({ path, depth }: Place): Record<string, unknown> {
    const { source } = this;
    const fields = new Map<string, unknown>();
    while (!this.closes('}', fields.size > 0)) {
      const start = source.at;
      const name = this.fieldName();
      const own = path === '' ? name : `${path}.${name}`;
      const value = this.value({ path: own, depth: depth + 1 });
      if (fields.has(name)) {
        source.fault('duplicate-field', 'This field stands twice here: keep the one that is right', {
          at: start,
          path: own,
        });
      } else fields.set(name, value);
    }
    source.at += 1;
    return Object.fromEntries(fields);
  }

  /** Whether the object or list ends here; else passes the comma before the next entry. */
  private closes(bracket: '}' | ']', isComma: boolean): boolean {
    const { source } = this;
    source.passSpace();
    const start = source.at;
    if (isComma && source.next !== bracket && !source.took(',')) {
      if (source.isAtEnd) this.endsTooSoon();
      if (!this.opensEntry(bracket)) this.breakOff('not-json', wrongSign);
      source.fault('not-json', 'A comma is missing before this');
    }
    source.passSpace();
    while (source.next === ',') {
      source.fault('not-json', 'There is a comma too many');
      source.at += 1;
      source.passSpace();
    }
    if (source.isAtEnd) this.endsTooSoon();
    if (source.next !== bracket) return false;
    if (isComma && source.text.charAt(start) === ',')
      source.fault('not-json', 'There is a comma too many before the bracket', { at: start });
    return true;
  }

  private opensEntry(bracket: '}' | ']'): boolean {
    const { next } = this.source;
    return opensText(next) || (bracket === ']' && /[[{\w-]/.test(next));
  }

  private fieldName(): string {
    const { source } = this;
    const start = source.at;
    const name = opensText(source.next) ? this.textOrEnd() : this.bareName(start);
    source.passSpace();
    if (!source.took(':')) {
      if (source.isAtEnd) this.endsTooSoon();
      this.breakOff('not-json', 'A colon (:) belongs between the name of a field and its value');
    }
    return name;
  }

  private bareName(start: number): string {
    const name = this.source.takeAll(/[\w$-]+/);
    if (name === '') this.breakOff('not-json', wrongSign);
    this.source.fault('not-json', 'Quotation marks (") belong around the name of a field', { at: start });
    return name;
  }
}

const wrongSign = 'This sign does not belong here: check commas, quotation marks and brackets before it';
