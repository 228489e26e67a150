import { Parser } from 'htmlparser2';
import { mostDepth, mostNodes } from '../limits.ts';

/** An element: its name and attributes without prefixes, and where it stands in the source. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly start: number;
  readonly end: number;
};
export type XmlNode = XmlElement | string;

type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlNode[] };

/** Why a document is read in part only, or not at all. */
export type XmlFault = 'cut-off' | 'too-deep' | 'too-large' | 'declares-entities';

export type XmlDocument = { readonly root: XmlElement | undefined; readonly faults: readonly XmlFault[] };

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const localNames = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

/** What is parsed at once, before it is asked whether to go on. */
const chunk = 65_536;

/** Builds the tree while it counts; what is beyond the limits is left out and told. */
class TreeBuilder {
  readonly faults = new Set<XmlFault>();
  root: Open | undefined;
  readonly #open: Open[] = [];
  #nodes = 0;
  #beyond = 0;

  /** Nothing that is read comes any more. */
  get isHopeless(): boolean {
    return this.#beyond > 10 * mostDepth || this.#nodes >= mostNodes;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number): void {
    if (this.#beyond > 0 || this.#isBeyond()) {
      this.#beyond += 1;
      return;
    }
    this.#nodes += 1;
    const element: Open = {
      name: local(name),
      attributes: localNames(attributes),
      children: [],
      start,
      end: start,
    };
    this.#open.at(-1)?.children.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  #isBeyond(): boolean {
    if (this.#open.length >= mostDepth) this.faults.add('too-deep');
    else if (this.#nodes >= mostNodes) this.faults.add('too-large');
    else return false;
    return true;
  }

  close(end: number): void {
    if (this.#beyond > 0) this.#beyond -= 1;
    else {
      const closed = this.#open.pop();
      if (closed) closed.end = end;
    }
  }

  /** What is open ends with the document. */
  closeAll(end: number): void {
    this.#beyond = 0;
    while (this.isOpen) this.close(end);
  }

  text(text: string): void {
    if (this.#beyond === 0) this.#open.at(-1)?.children.push(text);
  }

  /** A document type that declares entities: they stay unread, so none of them can grow or reach outside. */
  declaration(data: string): void {
    if (/<!ENTITY|\[|\bSYSTEM\b|\bPUBLIC\b/i.test(data) && /^!doctype/i.test(data))
      this.faults.add('declares-entities');
  }
}

/**
 * The tree of an XML document. Entities that it declares are never resolved, nothing is fetched, and depth and size are
 * bounded. Never throws; what is broken off is read as far as it goes, and told.
 */
export const readXml = (source: string): XmlDocument => {
  const builder = new TreeBuilder();
  let isImplied = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, parser.startIndex),
      onclosetag: (_name, implied) => {
        isImplied ||= implied && !isSelfClosed(source, parser.endIndex);
        builder.close(parser.endIndex + 1);
      },
      ontext: (text) => builder.text(text),
      onprocessinginstruction: (_name, data) => builder.declaration(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < source.length && !builder.isHopeless; at += chunk)
    parser.write(source.slice(at, at + chunk));
  if (builder.isHopeless) {
    builder.closeAll(source.length);
    return { root: builder.root, faults: [...builder.faults] };
  }
  if (builder.isOpen) builder.faults.add('cut-off');
  parser.end();
  if (isImplied && builder.root) builder.faults.add('cut-off');
  return { root: builder.root, faults: [...builder.faults] };
};

const isSelfClosed = (source: string, end: number): boolean => source[end - 1] === '/' || source[end] === '/';
