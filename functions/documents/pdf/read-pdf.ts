import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { Draft, unread } from '../draft.ts';
import { addLabelledFacts } from '../facts/labelled-facts.ts';
import { mostPages, mostTime } from '../limits.ts';
import { markSections } from '../prose/mark-sections.ts';
import type { DocumentReading, HeadingsIn } from '../reading.ts';
import type { PageLine } from './page-lines.ts';
import { linesOfTurned, type Turned } from './quarters.ts';
import { isBomb } from './unpacked-size.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

const remedy =
  'Ask the sender for the note as text, for example exported from the EHR and not printed and scanned.';

/** Nothing is fetched and nothing runs; fonts and pictures are not drawn. Larger pictures are not unpacked. */
const openPdf = (bytes: Uint8Array, isStrict = false): Promise<Pdf> =>
  getDocumentProxy(Uint8Array.from(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: isStrict,
    maxImageSize: 250_000,
    verbosity: 0,
  });

const round = (points: number): number => Math.round(points);

const sourceOf = (page: number, { left, top, right, bottom }: PageLine): string =>
  `page ${page} at ${round(left)},${round(top)} to ${round(right)},${round(bottom)}`;

type Matrix = readonly number[];

const product = (one: Matrix, other: Matrix): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

type TextItem = { readonly str: string; readonly width: number; readonly transform: Matrix };

/** Letters that are drawn as one are two; other signs stay what they are, such as the square of "m²". */
const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, (drawn) => drawn.normalize('NFKC'));

/** A run as it stands on the page that is shown. */
const runOf = ({ str, width, transform }: TextItem, view: Matrix): Turned => {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = product(view, transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  return {
    text: withoutLigatures(str),
    left,
    right: left + width,
    base,
    size,
    quarter: (Math.round((Math.atan2(b, a) * 2) / Math.PI) + 4) % 4,
  };
};

/** Text that is drawn twice for its weight is read once. */
const once = (runs: readonly Turned[]): readonly Turned[] => {
  const seen = new Set<string>();
  return runs.filter(({ text, left, base }) => {
    const key = `${text} ${Math.round(left / 2)} ${Math.round(base / 2)}`;
    return seen.has(key) ? false : seen.add(key);
  });
};

type Field = { readonly name: string; readonly value: string; readonly rect: readonly number[] };

/** What was filled into the form of a page: its fields, which are no text of the page. */
const fieldsOf = async (page: Page): Promise<readonly Field[]> => {
  const annotations = await page.getAnnotations();
  return annotations.flatMap(({ subtype, fieldName, alternativeText, fieldValue, checkBox, rect }) => {
    const value = Array.isArray(fieldValue) ? fieldValue.join(', ') : fieldValue;
    if (subtype !== 'Widget' || typeof value !== 'string' || value.trim() === '') return [];
    if (checkBox && value === 'Off') return [];
    return [{ name: String(alternativeText || fieldName || 'Field'), value, rect: rect ?? [] }];
  });
};

/** Fewer letters than that on a page with a picture are a stamp on a scan. */
const fewLetters = 120;

class PdfReader {
  readonly draft = new Draft();
  readonly #pdf: Pdf;
  readonly #until = Date.now() + mostTime;
  /** Pages with little or no text. */
  readonly sparse: number[] = [];
  readonly #empty = new Set<number>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  async pages(): Promise<void> {
    const count = Math.min(this.#pdf.numPages, mostPages);
    if (count < this.#pdf.numPages)
      this.draft.problem(
        'too-long',
        `page ${count + 1}`,
        `Of ${this.#pdf.numPages} pages ${mostPages} are read. Send the rest as a document of its own.`,
      );
    for (let number = 1; number <= count && !this.draft.isFull; number += 1) {
      if (Date.now() > this.#until) {
        this.draft.problem(
          'too-slow',
          `page ${number}`,
          `From page ${number} on nothing is read, for the document takes too long. Send it in parts, or as text.`,
        );
        return;
      }
      await this.#page(number);
    }
  }

  async #page(number: number): Promise<void> {
    try {
      await within(this.#read(number), this.#until);
    } catch {
      this.draft.problem(
        'damaged-page',
        `page ${number}`,
        `Page ${number} is damaged or takes too long, and is not read whole. ${remedy}`,
      );
    }
  }

  async #read(number: number): Promise<void> {
    const page = await this.#pdf.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item) => 'str' in item);
    const runs = texts.map((item) => runOf(item, transform));
    const start = this.draft.length;
    for (const line of linesOfTurned(once(runs))) this.draft.line(line.text, sourceOf(number, line));
    const letters = this.draft.length - start;
    await this.#fields(page, number, transform);
    this.draft.page({ page: number, width, height, start, end: this.draft.length });
    if (letters < fewLetters) this.sparse.push(number);
    if (this.draft.length === start) this.#empty.add(number);
    this.draft.line('');
    page.cleanup();
  }

  async #fields(page: Page, number: number, view: Matrix): Promise<void> {
    for (const { name, value, rect } of await fieldsOf(page)) {
      const [x = 0, y = 0, right = 0, upper = 0] = rect;
      const [, , , , one = 0, two = 0] = product(view, [1, 0, 0, 1, x, y]);
      const [, , , , three = 0, four = 0] = product(view, [1, 0, 0, 1, right, upper]);
      const box = {
        text: '',
        left: Math.min(one, three),
        right: Math.max(one, three),
        top: Math.min(two, four),
        bottom: Math.max(two, four),
      };
      this.draft.line(`${name}: ${value}`, sourceOf(number, box));
    }
  }

  /** A page without text is a picture, or blank: a person has to look. */
  tellScans(pictured: ReadonlySet<number>): void {
    for (const page of this.sparse)
      if (this.#empty.has(page) || pictured.has(page))
        this.draft.problem(
          'scanned-page',
          `page ${page}`,
          this.#empty.has(page) && !pictured.has(page)
            ? `Page ${page} has no text: it is drawn or blank. Look at it; if it says something, send that as text.`
            : `Page ${page} is a picture (a scan or a fax), and what is written in it is not read. ${remedy}`,
        );
  }
}

/** The answer, or a failure when it comes too late. */
const within = async <T>(work: Promise<T>, until: number): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('too late')), Math.max(1, until - Date.now()));
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Only the names tell of pictures: streams are never packed into one another. */
const hasPictures = (bytes: Uint8Array): boolean =>
  /\/Subtype\s*\/Image\b|\bBI\s[\s\S]{0,400}?\bID\s/.test(Buffer.from(bytes).toString('latin1'));

/** The pages of the list that draw a picture. Where it is larger than is unpacked, the strict reader says so. */
const picturedPages = async (bytes: Uint8Array, pages: readonly number[]): Promise<ReadonlySet<number>> => {
  if (pages.length === 0 || !hasPictures(bytes)) return new Set();
  const { OPS } = await getResolvedPDFJS();
  const drawing = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintInlineImageXObjectGroup,
  ]);
  const pdf = await openPdf(bytes, true);
  const pictured = new Set<number>();
  const until = Date.now() + mostTime;
  for (const number of pages) {
    const hasPicture = await within(
      pdf
        .getPage(number)
        .then((page) => page.getOperatorList())
        .then(({ fnArray }) => fnArray.some((one) => drawing.has(one))),
      until,
    ).catch(() => true);
    if (hasPicture) pictured.add(number);
  }
  await pdf.loadingTask.destroy();
  return pictured;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const unopened = (error: unknown): DocumentReading =>
  nameOf(error) === 'PasswordException'
    ? unread(
        'locked',
        'The document is a PDF that is protected by a password. Ask the sender for it without one.',
        'pdf',
      )
    : unread(
        'damaged',
        `The document is a PDF that is damaged or cut off, and nothing of it is read. Ask the sender for it again. ${remedy}`,
        'pdf',
      );

/** The text layer of a PDF, page by page with the box of each line; pages that are pictures are told. */
export const readPdf = async (bytes: Uint8Array, headingsIn: HeadingsIn): Promise<DocumentReading> => {
  if (isBomb(bytes))
    return unread(
      'too-large',
      'The document unpacks to more than is read. Ask the sender for the note alone.',
      'pdf',
    );
  let pdf: Pdf;
  try {
    pdf = await within(openPdf(bytes), Date.now() + mostTime);
  } catch (error) {
    return unopened(error);
  }
  try {
    const reader = new PdfReader(pdf);
    await reader.pages();
    reader.tellScans(await picturedPages(bytes, reader.sparse).catch(() => new Set<number>()));
    markSections(reader.draft, headingsIn(reader.draft.text()));
    addLabelledFacts(reader.draft);
    return reader.draft.done('pdf');
  } finally {
    await pdf.loadingTask.destroy();
  }
};
