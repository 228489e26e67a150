import { CodeSetError } from '../code-set-error.ts';

/** An XML element. Only what the publishers' files use: no namespaces, no DTD entities. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal) return String.fromCodePoint(Number(decimal));
        return entities[name] ?? whole;
      })
    : text;

const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Reads a whole XML document; a document that is not well formed names the line where it stops being so. */
export const readXml = (text: string, fileName: string): XmlElement => {
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  const fail = (offset: number): never => {
    throw new CodeSetError(
      `${fileName}, line ${lineOf(text, offset)}: this is not well-formed XML; fetch it again`,
    );
  };
  let end = text.startsWith('\uFEFF') ? 1 : 0;
  markup.lastIndex = end;
  for (let found = markup.exec(text); found; found = markup.exec(text)) {
    const [, cdata, closing, name, attributes = '', selfClosing, characters] = found;
    const parent = open.at(-1) ?? fail(found.index);
    if (characters !== undefined) parent.children.push(decode(characters));
    else if (cdata !== undefined) parent.children.push(cdata);
    else if (name && closing) {
      if (parent.name !== name || open.length === 1) fail(found.index);
      open.pop();
    } else if (name) {
      const element: OpenElement = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
    end = markup.lastIndex;
    markup.lastIndex = end;
  }
  if (end < text.length || open.length !== 1) fail(end);
  return elements(document)[0] ?? fail(0);
};

/** The elements directly within another, all or those of one name. */
export const elements = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The text of an element and all it contains, white space collapsed. */
export const textOf = (element: XmlElement | undefined): string =>
  element ? rawText(element).replace(/\s+/g, ' ').trim() : '';

const rawText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');

/** The text of an element without that of the elements within it. */
export const ownText = (element: XmlElement): string =>
  element.children
    .filter((child) => typeof child === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
