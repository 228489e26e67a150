import fontkit from '@cantoo/fontkit';
import { type PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';
import { embeddedFont } from './embedded-font.ts';

/** The fonts of a packet: Helvetica, which every reader has, and one with the letters that it lacks. */
export type Fonts = {
  readonly regular: Face;
  readonly bold: Face;
  /** Characters that no font of ours has, as they were met: each is drawn as a replacement mark. */
  readonly missing: Set<string>;
};

export type Face = {
  readonly widthOf: (text: string, size: number) => number;
  /** The text in runs, each with the font that has all of its letters. */
  readonly runsOf: (text: string) => readonly Run[];
};

export type Run = { readonly text: string; readonly font: PDFFont };

const replacement = '\uFFFD';

/** The fallback is embedded only where a letter needs it, for it is large. */
export const loadFonts = async (document: PDFDocument, texts: readonly string[]): Promise<Fonts> => {
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const standard = new Set(regular.getCharacterSet());
  const isForeign = texts.some((text) => [...text].some((one) => !standard.has(one.codePointAt(0) ?? 0)));
  const other = isForeign ? await embedOther(document) : undefined;
  const missing = new Set<string>();
  const face = (own: PDFFont): Face => faceOf(own, other, { standard, missing });
  return { regular: face(regular), bold: face(bold), missing };
};

const embedOther = async (document: PDFDocument): Promise<PDFFont> => {
  document.registerFontkit(fontkit);
  return document.embedFont(embeddedFont(), { subset: true });
};

type Letters = { readonly standard: ReadonlySet<number>; readonly missing: Set<string> };

const faceOf = (own: PDFFont, other: PDFFont | undefined, { standard, missing }: Letters): Face => {
  const others = new Set(other?.getCharacterSet());
  const has = (letters: ReadonlySet<number>, text: string): boolean =>
    [...text].every((letter) => letters.has(letter.codePointAt(0) ?? 0));
  const drawn = (text: string): readonly Run[] => {
    if (other === undefined || has(standard, text)) return [{ text, font: own }];
    if (has(others, text)) return [{ text, font: other }];
    if ([...text].length > 1) return [...text].flatMap(drawn);
    missing.add(text);
    return [{ text: replacement, font: other }];
  };
  // A word is in one font, as far as one has all of it: letters of two fonts beside each other are hard to read.
  const runsOf = (text: string): readonly Run[] => {
    const runs: Run[] = [];
    for (const run of text.split(/(?<= )/).flatMap(drawn)) {
      const last = runs.at(-1);
      if (last?.font === run.font) runs[runs.length - 1] = { ...last, text: last.text + run.text };
      else runs.push(run);
    }
    return runs;
  };
  const widthOf = (text: string, size: number): number =>
    runsOf(text).reduce((width, run) => width + run.font.widthOfTextAtSize(run.text, size), 0);
  return { widthOf, runsOf };
};

/** Text as it can be drawn: composed letters, no control characters, tabs as spaces. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\u2028\u2029\f\v]/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
