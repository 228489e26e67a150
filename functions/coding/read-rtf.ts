/** Groups that hold no text of the document: tables of fonts and styles, pictures, what a field computes, letterheads. */
const unread = new Set(
  `fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf generator
  listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl filetbl revtbl mmathPr
  fldinst bkmkstart bkmkend nonshppict footnote annotation atnid atnauthor atntime atnref private xe tc tcn userprops`.split(
    /\s+/,
  ),
);

/** Control words that stand for a sign. */
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  nestrow: '\n',
  sect: '\n',
  page: '\n',
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
  /\\(?<word>[a-z]+)(?<number>-?\d+)? ?|\\'(?<byte>[0-9a-f]{2})|\\(?<symbol>[^a-z])|(?<brace>[{}])|[\r\n]+|(?<text>[^\\{}\r\n]+)/gi;

/** What holds within a group and is forgotten at its end. */
type Group = { readonly isUnread: boolean; readonly isHidden: boolean; readonly fallback: number };

const outermost: Group = { isUnread: false, isHidden: false, fallback: 1 };

/** The characters of a page that Windows knows, by their bytes; an unknown one is read as the western page. */
const charactersOf = (page: string): readonly string[] => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  try {
    return [...new TextDecoder(`windows-${page}`).decode(bytes)];
  } catch {
    return page === western ? [] : charactersOf(western);
  }
};

const western = '1252';

class RtfReader {
  #groups: Group[] = [];
  #group: Group = outermost;
  #parts: string[] = [];
  /** Signs still to be left out: they stand in for a character that was given by its number. */
  #skips = 0;
  #opened = false;
  readonly #characters: readonly string[];

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  read(rtf: string): string {
    for (const { groups = {} } of rtf.matchAll(token)) this.#take(groups);
    return this.#parts.join('');
  }

  #take({ word, number, byte, symbol, brace, text }: Record<string, string | undefined>): void {
    const isFirst = this.#opened;
    this.#opened = brace === '{';
    if (brace) this.#takeBrace(brace);
    else if (word) this.#control(word, number === undefined ? undefined : Number(number));
    else if (byte) this.#write(this.#characters[Number.parseInt(byte, 16)] ?? '');
    else if (symbol === '*') this.#group = { ...this.#group, isUnread: this.#group.isUnread || isFirst };
    else if (symbol) this.#write(symbols[symbol] ?? '');
    else if (text) this.#write(text);
  }

  #takeBrace(brace: string): void {
    this.#skips = 0;
    if (brace === '{') this.#groups.push(this.#group);
    else this.#group = this.#groups.pop() ?? outermost;
  }

  #control(word: string, number: number | undefined): void {
    if (unread.has(word)) this.#group = { ...this.#group, isUnread: true };
    else if (word === 'v' || word === 'deleted') this.#group = { ...this.#group, isHidden: number !== 0 };
    else if (word === 'plain') this.#group = { ...this.#group, isHidden: false };
    else if (word === 'uc') this.#group = { ...this.#group, fallback: number ?? 1 };
    else if (word === 'u' && number !== undefined) {
      this.#skips = 0;
      this.#write(String.fromCharCode(number < 0 ? number + 0x1_0000 : number));
      this.#skips = this.#group.fallback;
    } else this.#write(signs[word] ?? '');
  }

  #write(text: string): void {
    const kept = text.slice(this.#skips);
    this.#skips -= text.length - kept.length;
    if (kept !== '' && !this.#group.isUnread && !this.#group.isHidden) this.#parts.push(kept);
  }
}

/**
 * The text of a rich-text document, one line for a paragraph and for a row of a table, its cells parted by tabs. Fonts,
 * pictures, letterheads and hidden text are left out. Never throws; time is linear.
 */
export const readRtf = (rtf: string): string => {
  const page = /\\ansicpg(\d+)/.exec(rtf.slice(0, 400))?.[1];
  return new RtfReader(charactersOf(page ?? western)).read(rtf);
};
