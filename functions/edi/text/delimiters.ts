import type { Checked } from '../findings.ts';

/** The four characters that an interchange declares for itself in its ISA segment. */
export type Delimiters = {
  element: string; // the character after "ISA"
  repetition: string; // ISA11
  component: string; // ISA16
  segment: string; // the character after ISA16
};

/** What we write: a line break after each terminator lets people read the files, and receivers ignore it. */
export const standardDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' };

/** ISA has a fixed width (X12.5): 105 characters and the segment terminator. */
export const isaLength = 106;

/** How wide each of its sixteen elements is. */
export const isaWidths: readonly number[] = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** No ISA is longer, however it is padded: what cannot be told within as many characters is none. */
export const isaLimit = 256;

/** An ISA that was cut into its elements. */
export type IsaText = {
  readonly delimiters: Delimiters;
  readonly elements: readonly string[]; // sixteen, as they stand
  readonly length: number; // with its terminator
};

/** Ctrl-Z ended files once, and NUL fills up the last block of one: neither is part of any text. */
const fillers = '\u0000\u001a';

/** Removes what editors and transports put before and behind interchanges: white space, a byte order mark, fillers. */
export const stripPreamble = (text: string): string => {
  let start = 0;
  while (start < text.length && isFiller(text.charAt(start))) start += 1;
  return text.slice(start);
};

const isFiller = (char: string): boolean => char.trim() === '' || fillers.includes(char);

const areDistinct = (delimiters: Delimiters): boolean =>
  new Set(Object.values(delimiters)).size === 4 &&
  !Object.values(delimiters).some((one) => /[A-Za-z0-9 ]/.test(one));

/** Before 00501 ISA11 names a standard ("U") and no repetition separator exists: a character no text has stands in. */
const repetitionOf = (declared: string): string => (/^([A-Za-z0-9 ]|$)/.test(declared) ? '\u0000' : declared);

/** Whether the separators stand where the fixed widths put them, and the terminator behind the last of the elements. */
export const isFixedIsa = (text: string): boolean => {
  const element = text.charAt(3);
  let at = 3;
  for (const width of isaWidths) {
    if (text.charAt(at) !== element) return false;
    at += width + 1;
  }
  return text.charAt(at) !== ' ';
};

/** Elements of any width: as many as there have to be, and a terminator that spaces may stand before. */
const cutElements = (text: string): IsaText | undefined => {
  const element = text.charAt(3);
  const pieces = text.slice(0, isaLimit).split(element, isaWidths.length);
  const component = pieces.join(element).length + 1;
  if (pieces.length < isaWidths.length || text.charAt(component - 1) !== element) return undefined;
  let end = component + 1;
  while (text.charAt(end) === ' ') end += 1;
  const elements = [...pieces.slice(1), text.charAt(component)];
  const delimiters = {
    element,
    repetition: repetitionOf(elements[10]?.charAt(0) ?? ''),
    component: text.charAt(component),
    segment: text.charAt(end),
  };
  return { delimiters, elements, length: end + 1 };
};

/** What follows an ISA shows whether its elements were cut rightly, where their widths do not. */
const isFollowed = (text: string, { delimiters: { element }, length }: IsaText): boolean => {
  const next = stripPreamble(text.slice(length, isaLimit));
  return next.length < 4 || ['GS', 'TA1', 'IEA'].some((id) => next.startsWith(id + element));
};

/**
 * Cuts the ISA at the start of the text into its elements, whether or not they are padded as they should be; findings
 * carry TA105 codes.
 */
export const cutIsa = (text: string): Checked<IsaText> => {
  if (!text.startsWith('ISA')) return noIsa;
  const isFixed = isFixedIsa(text);
  if (isFixed && text.length < isaLength) return noIsa;
  const isa = cutElements(text);
  if (isa === undefined) return text.length < isaLength ? noIsa : undivided;
  if (areDistinct(isa.delimiters) && (isFixed || isFollowed(text, isa))) return { success: true, data: isa };
  const count = text.slice(0, isaLength).split(isa.delimiters.element).length - 1;
  if (count !== isaWidths.length) return undivided;
  return failed('TA105-004', 'The delimiters are not four different special characters');
};

const failed = (code: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, level: 1, path: 'ISA', detail }],
});

const noIsa = failed('TA105-022', 'The text does not begin with a whole ISA segment');
const undivided = failed('TA105-026', 'The ISA segment is not divided into sixteen elements of fixed width');
