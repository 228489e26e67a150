import { bytesOfPage, isDoubleByte, pageOfCharset } from './code-pages.ts';
import type { ProseLine } from './prose-line.ts';

/** Groups that hold no text of the document: tables of fonts and styles, pictures, what a field computes. */
const unread = new Set(
  `fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl themedata colorschememapping
  latentstyles datastore xmlnstbl filetbl revtbl mmathPr fldinst bkmkstart bkmkend nonshppict annotation atnid atnauthor
  atntime atnref private xe tc tcn userprops generator sp shprslt`.split(/\s+/),
);

/** Groups whose text stands outside of the text of the document. */
const apart: Readonly<Record<string, 'header' | 'footer' | 'footnote'>> = {
  ...{ header: 'header', headerl: 'header', headerr: 'header', headerf: 'header' },
  ...{ footer: 'footer', footerl: 'footer', footerr: 'footer', footerf: 'footer' },
  footnote: 'footnote',
};

/** Behind "\*" a reader skips what it does not know; these it knows: shapes, and text in Unicode. */
const known = new Set(['shpinst', 'ud']);

/** Control words that stand for a sign. */
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  nestrow: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  cell: '\t',
  nestcell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  shptxt: '\n',
};
const symbols: Readonly<Record<string, string>> = {
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};

const token =
  /\\(?<word>[a-z]+)(?<number>-?\d+)? ?|\\'(?<byte>[0-9a-f]{2})|\\(?<symbol>[^a-z])|(?<brace>[{}])|[\r\n]+|(?<text>[^\\{}\r\n]+)/giy;

type Stream = 'body' | 'header' | 'footer' | 'footnote';

/** What holds within a group and is forgotten at its end. */
type Group = {
  readonly isUnread: boolean;
  readonly isHidden: boolean;
  readonly fallback: number;
  readonly stream: Stream;
  readonly page: string;
  /** The next group within gives the same in fewer letters. */
  readonly skipsNext: boolean;
  readonly inFonts: boolean;
};

type Piece = { readonly text: string; readonly at: number };

class RtfReader {
  readonly #rtf: string;
  readonly #groups: Group[] = [];
  #group: Group;
  readonly #streams: Record<Stream, Piece[]> = { header: [], body: [], footnote: [], footer: [] };
  /** Where in the body the lines of headings end. */
  readonly #headings: number[] = [];
  /** Signs still to be left out: they stand in for a character that was given by its number. */
  #skips = 0;
  #opened = false;
  #isStarred = false;
  #isHeading = false;
  #at = 0;
  #page = '1252';
  #bytes: number[] = [];
  #font = 0;
  readonly #fonts = new Map<number, string>();

  constructor(rtf: string) {
    this.#rtf = rtf;
    this.#group = {
      isUnread: false,
      isHidden: false,
      fallback: 1,
      stream: 'body',
      page: '',
      skipsNext: false,
      inFonts: false,
    };
  }

  read(): Readonly<Record<Stream, readonly Piece[]>> {
    token.lastIndex = 0;
    for (let match = token.exec(this.#rtf); match; match = token.exec(this.#rtf)) {
      this.#at = match.index;
      const { lastIndex } = token;
      this.#take(match.groups ?? {});
      token.lastIndex = Math.max(lastIndex, this.#behindBinary(match.groups ?? {}, lastIndex));
    }
    this.#flush();
    return this.#streams;
  }

  get isCutOff(): boolean {
    return this.#groups.length > 0;
  }

  get headings(): ReadonlySet<number> {
    return new Set(this.#headings);
  }

  /** Behind "\bin" so many bytes follow that are no text. */
  #behindBinary({ word, number }: Record<string, string | undefined>, at: number): number {
    return word === 'bin' ? at + Math.max(0, Number(number ?? 0)) : at;
  }

  #take({ word, number, byte, symbol, brace, text }: Record<string, string | undefined>): void {
    const isFirst = this.#opened;
    const isStarred = this.#isStarred;
    this.#opened = brace === '{';
    this.#isStarred = symbol === '*' && isFirst;
    if (byte) this.#byte(Number.parseInt(byte, 16));
    else if (text) this.#plain(text);
    else this.#flush();
    if (brace) this.#takeBrace(brace);
    else if (word) this.#control(word, number === undefined ? undefined : Number(number), isStarred);
    else if (symbol && symbol !== '*') this.#write(symbols[symbol] ?? '');
  }

  #takeBrace(brace: string): void {
    this.#skips = 0;
    if (brace === '{') {
      this.#groups.push({ ...this.#group, skipsNext: false });
      this.#group = {
        ...this.#group,
        isUnread: this.#group.isUnread || this.#group.skipsNext,
        skipsNext: false,
      };
    } else this.#group = this.#groups.pop() ?? this.#group;
  }

  #control(word: string, number: number | undefined, isStarred: boolean): void {
    if (unread.has(word) || (isStarred && !known.has(word)))
      this.#group = { ...this.#group, isUnread: true, inFonts: this.#group.inFonts || word === 'fonttbl' };
    else if (apart[word]) this.#group = { ...this.#group, stream: apart[word] };
    else if (word === 'upr') this.#group = { ...this.#group, skipsNext: true };
    else if (word === 'v' || word === 'deleted') this.#group = { ...this.#group, isHidden: number !== 0 };
    else if (word === 'plain') this.#group = { ...this.#group, isHidden: false };
    else if (word === 'uc') this.#group = { ...this.#group, fallback: number ?? 1 };
    else if (word === 'u' && number !== undefined) this.#unicode(number);
    else if (/^(ansicpg|mac|f|fcharset|cpg)$/.test(word)) this.#encoding(word, number ?? 0);
    else this.#paragraph(word, number);
  }

  #paragraph(word: string, number: number | undefined): void {
    if (word === 'pard' || word === 'outlinelevel') this.#isHeading = word !== 'pard' && (number ?? 9) < 9;
    if (word === 'par' && this.#isHeading) this.#headings.push(this.#streams.body.length);
    this.#write(signs[word] ?? '');
  }

  #unicode(number: number): void {
    this.#skips = 0;
    this.#write(String.fromCharCode(number < 0 ? number + 0x1_0000 : number));
    this.#skips = this.#group.fallback;
  }

  #encoding(word: string, number: number): void {
    if (word === 'ansicpg') this.#page = String(number);
    else if (word === 'mac') this.#page = '10000';
    else if (!this.#group.inFonts) {
      if (word === 'f') this.#group = { ...this.#group, page: this.#fonts.get(number) ?? '' };
    } else if (word === 'f') this.#font = number;
    else this.#fonts.set(this.#font, word === 'cpg' ? String(number) : (pageOfCharset(number) ?? ''));
  }

  get #current(): string {
    return this.#group.page || this.#page;
  }

  #byte(byte: number): void {
    if (this.#skips > 0) this.#skips -= 1;
    else this.#bytes.push(byte);
  }

  /** The second byte of a character of two may be a letter. */
  #plain(text: string): void {
    const isHalf = isDoubleByte(this.#current) && this.#bytes.length > 0 && this.#isOpenCharacter();
    if (isHalf) this.#bytes.push(text.charCodeAt(0));
    this.#flush();
    this.#write(isHalf ? text.slice(1) : text);
  }

  #isOpenCharacter(): boolean {
    return bytesOfPage(this.#bytes, this.#current).endsWith('\ufffd');
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = bytesOfPage(this.#bytes, this.#current);
    this.#bytes = [];
    this.#keep(text);
  }

  #write(text: string): void {
    const kept = text.slice(this.#skips);
    this.#skips -= text.length - kept.length;
    this.#keep(kept);
  }

  #keep(text: string): void {
    const { isUnread, isHidden, stream } = this.#group;
    if (text !== '' && !isUnread && !isHidden) this.#streams[stream].push({ text, at: this.#at });
  }
}

/** Pieces as lines, each with the place of its first letter. */
const linesOf = (pieces: readonly Piece[], headings: ReadonlySet<number>): readonly ProseLine[] => {
  const lines: ProseLine[] = [];
  let line = { text: '', at: 0 };
  for (const [number, { text, at }] of pieces.entries()) {
    const [first = '', ...rest] = text.split('\n');
    line = { text: line.text + first, at: line.text === '' ? at : line.at };
    for (const next of rest) {
      lines.push({ ...line, ...(headings.has(number) && { isHeading: true as const }) });
      line = { text: next, at };
    }
  }
  return [...lines, line];
};

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/**
 * The text of a rich-text document, one line for a paragraph and for a row of a table, its cells parted by tabs. Fonts,
 * pictures, letterheads, notes and hidden text are left out. Never throws; time is linear.
 */
export const readRtf = (rtf: string): string => textOf(new RtfReader(rtf).read().body);

/** The same with what stands around the text: letterheads, feet of pages and notes, each by its name. */
export const readRtfDocument = (rtf: string) => {
  const reader = new RtfReader(rtf);
  const { header, body, footnote, footer } = reader.read();
  return {
    'page header': linesOf(header, new Set()),
    body: linesOf(body, reader.headings),
    footnotes: linesOf(footnote, new Set()),
    'page footer': linesOf(footer, new Set()),
    isCutOff: reader.isCutOff,
  };
};
