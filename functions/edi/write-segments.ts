import { type Delimiters, standardDelimiters } from './delimiters.ts';

export type Composite = readonly (string | number | undefined)[];

/** An element that stands several times, such as EB03. */
export type Repeated = { readonly repeated: readonly (string | Composite)[] };

export type ElementValue = string | number | undefined | Composite | Repeated;

/** A segment to be written: its id and its elements, trailing absent ones may be left off. */
export type SegmentValues = readonly [id: string, ...elements: ElementValue[]];

/**
 * Thrown when a value cannot stand in a file: X12 has no escape for its delimiters. It names the element,
 * never the value.
 */
export class UnwritableValue extends Error {
  override readonly name = 'UnwritableValue';
  readonly element: string; // such as NM103

  constructor(element: string, reason: string) {
    super(`${element} cannot be written: ${reason}`);
    this.element = element;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/;

/** Whether text can stand in one of our files as it is: no delimiter and no control character in it. */
export const isWritable = (text: string, delimiters: Delimiters = standardDelimiters): boolean =>
  !controlCharacter.test(text) && !Object.values(delimiters).some((delimiter) => text.includes(delimiter));

type Place = { element: string; delimiters: Delimiters };

const formatSimple = (value: string | number | undefined, place: Place): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return formatNumber(value, place.element);
  if (!isWritable(value, place.delimiters)) {
    throw new UnwritableValue(place.element, 'it holds a delimiter or a control character');
  }
  return value.trimEnd();
};

/** X12 type R has no exponent; JavaScript writes one for the very large and the very small. */
const formatNumber = (value: number, element: string): string => {
  const digits = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(digits))
    throw new UnwritableValue(element, 'the number has no plain decimal form');
  return digits;
};

const formatComposite = (value: Composite, place: Place): string =>
  trimmed(value.map((part) => formatSimple(part, place))).join(place.delimiters.component);

const isComposite = (value: ElementValue): value is Composite => Array.isArray(value);

const formatElement = (value: ElementValue, place: Place): string => {
  if (isComposite(value)) return formatComposite(value, place);
  if (typeof value !== 'object') return formatSimple(value, place);
  return value.repeated
    .map((one) => (typeof one === 'string' ? formatSimple(one, place) : formatComposite(one, place)))
    .join(place.delimiters.repetition);
};

const trimmed = (values: string[]): string[] =>
  values.slice(0, values.findLastIndex((value) => value !== '') + 1);

export const formatSegment = ([id, ...values]: SegmentValues, delimiters: Delimiters): string => {
  const elements = values.map((value, index) =>
    formatElement(value, { element: `${id}${String(index + 1).padStart(2, '0')}`, delimiters }),
  );
  return [id, ...trimmed(elements)].join(delimiters.element);
};

/** Writes one segment per line. Throws UnwritableValue. */
export const writeSegments = (segments: readonly SegmentValues[], delimiters: Delimiters): string =>
  segments.map((segment) => `${formatSegment(segment, delimiters)}${delimiters.segment}\n`).join('');
