import { Tokenizer } from 'htmlparser2';
import type { ProseLine } from './prose-line.ts';

/** Elements whose content is no prose, in HTML and in the narrative of a clinical document. */
const unread = new Set(
  'head script style template svg math iframe object canvas audio video select button nav rendermultimedia'.split(
    ' ',
  ),
);

/** Elements that stand on lines of their own. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr html item li list main ol p paragraph pre section summary table tbody text tfoot thead title tr ul
  br`.split(/\s+/),
);
const cells = new Set(['td', 'th']);
const lists = new Set(['ul', 'ol', 'list']);
const entries = new Set(['li', 'item']);
const emphasis = new Set(['b', 'strong', 'u']);

/** A line in bold that is longer is a sentence. */
const longestName = 60;

/** A list that is open: the number of its next entry, or nothing where it counts none. */
type List = { next: number | undefined };

const headings = /^h[1-6]$/;

/** Turns the tokens of a document into lines; the tokenizer tells where in the source each of them stands. */
class MarkupReader {
  readonly #source: string;
  readonly #isClinical: boolean;
  #lines: ProseLine[] = [];
  #line = '';
  #at = 0;
  #isHeading = false;
  #tag = '';
  #attribute = '';
  #unread: string | undefined;
  #depth = 0;
  /** Elements of the narrative that are open: outside of them a clinical document holds names and codes. */
  #narrative = 0;
  #lists: List[] = [];
  #pre = 0;
  #cell = 0;

  constructor(source: string, isClinical = isClinicalDocument(source)) {
    this.#source = source;
    this.#isClinical = isClinical;
  }

  read(): readonly ProseLine[] {
    const tokenizer = new Tokenizer(
      { xmlMode: this.#isClinical, decodeEntities: true },
      {
        ontext: (start, end) => this.#text(this.#source.slice(start, end), start),
        ontextentity: (point, end) => this.#text(String.fromCodePoint(point), end),
        oncdata: (start, end, offset) => this.#text(this.#source.slice(start, end - offset), start),
        onopentagname: (start, end) => this.#open(this.#nameAt(start, end)),
        onclosetag: (start, end) => this.#close(this.#nameAt(start, end)),
        onselfclosingtag: () => this.#closeSelf(),
        onattribname: (start, end) => {
          this.#attribute = this.#nameAt(start, end);
        },
        onattribdata: (start, end) => this.#attributeIs(this.#source.slice(start, end)),
        onattribentity: () => undefined,
        onattribend: () => undefined,
        onopentagend: () => undefined,
        oncomment: () => undefined,
        ondeclaration: () => undefined,
        onprocessinginstruction: () => undefined,
        onend: () => undefined,
      },
    );
    tokenizer.write(this.#source);
    tokenizer.end();
    this.#break();
    return this.#lines.filter(({ text }, at) => text !== '' || this.#lines[at - 1]?.text !== '');
  }

  /** Of a clinical document the prefix tells the space of names that all of it has. */
  #nameAt(start: number, end: number): string {
    const name = this.#source.slice(start, end).toLowerCase();
    return this.#isClinical ? name.slice(name.indexOf(':') + 1) : name;
  }

  #open(tag: string): void {
    this.#tag = tag;
    if (this.#unread !== undefined) {
      if (tag === 'body') this.#unread = undefined;
      else if (tag === this.#unread) this.#depth += 1;
      if (this.#unread !== undefined) return;
    } else if (unread.has(tag)) {
      this.#unread = tag;
      this.#depth = 1;
      return;
    }
    if (tag === 'text' || tag === 'title') this.#narrative += 1;
    if (tag === 'pre') this.#pre += 1;
    if (lists.has(tag)) this.#lists.push({ next: tag === 'ol' ? 1 : undefined });
    if (cells.has(tag)) this.#openCell();
    if (blocks.has(tag)) this.#break();
    if (headings.test(tag)) this.#isHeading = true;
    if (entries.has(tag)) this.#entry();
  }

  #close(tag: string): void {
    if (this.#unread !== undefined) {
      if (tag === this.#unread) this.#depth -= 1;
      if (this.#depth <= 0) this.#unread = undefined;
      return;
    }
    if (tag === 'text' || tag === 'title') this.#narrative = Math.max(0, this.#narrative - 1);
    if (tag === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (lists.has(tag)) this.#lists.pop();
    // A name in bold at the beginning of a line heads it, and stays apart from what it heads.
    if (
      emphasis.has(tag) &&
      this.#line.length < longestName &&
      /^[^\p{Ll}]?\p{L}[^.;]{0,40}$/u.test(this.#line.trim())
    )
      this.#line += '  ';
    if (blocks.has(tag)) this.#break();
    if (headings.test(tag)) this.#isHeading = false;
    if (tag === 'tr') this.#cell = 0;
    if (tag === 'p' || tag === 'table' || tag === 'paragraph' || lists.has(tag))
      this.#lines.push({ text: '', at: this.#at });
  }

  /** In HTML the slash of "<p/>" means nothing; XML's empty element ends where it begins. */
  #closeSelf(): void {
    if (this.#isClinical) this.#close(this.#tag);
  }

  #attributeIs(value: string): void {
    const list = this.#lists.at(-1);
    if (this.#tag === 'list' && this.#attribute === 'listtype' && value === 'ordered' && list) list.next = 1;
  }

  #openCell(): void {
    if (this.#cell > 0 && this.#line !== '') this.#line += '\t';
    this.#cell += 1;
  }

  #entry(): void {
    const list = this.#lists.at(-1);
    if (list?.next === undefined) this.#line = '- ';
    else {
      this.#line = `${list.next}. `;
      list.next += 1;
    }
  }

  #break(): void {
    if (this.#line.trim() !== '') {
      const text = this.#line.trimEnd().replace(/(?<![^\S\t])[^\S\t]+\t/g, '\t');
      this.#lines.push({ text, at: this.#at, ...(this.#isHeading && { isHeading: true }) });
    }
    this.#line = '';
  }

  #text(text: string, at: number): void {
    if (this.#unread !== undefined || (this.#isClinical && this.#narrative === 0)) return;
    if (this.#line.trim() === '') this.#at = at;
    if (this.#pre > 0 || (this.#isClinical && this.#tag === 'text')) {
      this.#keepLines(text);
      return;
    }
    const plain = text.replace(/[^\S\u00a0]+/g, ' ').replaceAll('\u00a0', ' ');
    this.#line += this.#line === '' ? plain.trimStart() : plain;
  }

  /** Preformatted text breaks its lines itself. */
  #keepLines(text: string): void {
    const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
    this.#line += first;
    for (const line of rest) {
      this.#break();
      this.#line = line;
    }
  }
}

const isClinicalDocument = (source: string): boolean =>
  /<(\w+:)?ClinicalDocument\b/.test(source.slice(0, 4000)) ||
  (/^\s*<\?xml\b/.test(source.slice(0, 200)) &&
    /<text\b/.test(source) &&
    !/<html\b/i.test(source.slice(0, 4000)));

const beginning =
  /^\uFEFF?\s*(<!doctype\s+html|<html\b|<\?xml\b|<(\w+:)?ClinicalDocument\b|<head\b|<body\b|<!--|<div\b|<p\b|<table\b|<section\b|<text\b)/i;
const tags =
  /<\/(p|div|td|th|tr|li|ul|ol|table|span|b|i|u|strong|em|h[1-6]|font|body|html|text|paragraph|content|item|list|title|section)\s*>|<br\s*\/?>/gi;

/** A note that merely mentions a tag or writes "<5" is plain; so many of them nobody types. */
const leastTags = 3;

/** Whether a text is HTML or XML and not prose. */
export const isMarkup = (text: string): boolean => {
  const start = text.slice(0, 20_000);
  const found = start.match(tags)?.length ?? 0;
  return (
    found >= leastTags ||
    (found > 0 && beginning.test(start)) ||
    /^\s*<\?xml\b|^\s*<!doctype\s+html/i.test(start)
  );
};

/**
 * The text of an HTML page, or of the narrative of a clinical document (C-CDA), as a reader sees it: scripts, styles,
 * tags and attributes left out, entities decoded, a line for each paragraph, entry and row of a table, whose cells are
 * parted by tabs. Never throws; time is linear.
 */
export const readMarkup = (source: string): string =>
  readMarkupLines(source)
    .map(({ text }) => text)
    .join('\n');

/** The same line by line, each with its place in the source. */
export const readMarkupLines = (source: string): readonly ProseLine[] => new MarkupReader(source).read();

/** The lines of a narrative that was cut from its clinical document. */
export const readNarrative = (source: string): readonly ProseLine[] => new MarkupReader(source, true).read();
