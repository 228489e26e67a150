import { styleText } from 'node:util';
import type { LoopGuide, Member, SegmentGuide } from '../../functions/edi/guide/declare.ts';
import { isLoop } from './nesting.ts';
import { inWords, oneOf, type Value, valueInWords } from './words.ts';

/** What a segment says: values with their names, or values alone. */
type Part = { readonly name: string; readonly text: string };

const defaultWidth = 100;
/** Where values begin, from the indent of their loop. */
const labelWidth = 24;
const separator = ' · ';

const width = (): number => process.stdout.columns ?? defaultWidth;
const lengthOf = ({ name, text }: Part): number => text.length + (name === '' ? 0 : name.length + 1);
const styled = ({ name, text }: Part): string => (name === '' ? text : `${styleText('dim', name)} ${text}`);

/** A part that is longer than a line is broken between words. */
const fitting = (part: Part, room: number): Part[] => {
  if (lengthOf(part) <= room) return [part];
  const cut = part.text.lastIndexOf(' ', room - (part.name === '' ? 0 : part.name.length + 1));
  if (cut <= 0) return [part];
  return [
    { ...part, text: part.text.slice(0, cut) },
    ...fitting({ name: '', text: part.text.slice(cut + 1) }, room),
  ];
};

/** A label and what is said under it, on as many lines as it takes. */
const lineOf = (label: string, parts: readonly Part[], indent: number): string => {
  const room = Math.max(width() - indent - labelWidth, 30);
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const part of parts.flatMap((one) => fitting(one, room))) {
    const isFull = length > 0 && length + separator.length + lengthOf(part) > room;
    if (isFull) lines.push(line);
    line = isFull || length === 0 ? styled(part) : `${line}${separator}${styled(part)}`;
    length = isFull || length === 0 ? lengthOf(part) : length + separator.length + lengthOf(part);
  }
  lines.push(line);
  const start = ' '.repeat(indent);
  const hanging = `\n${' '.repeat(indent + labelWidth)}`;
  return `${start}${styleText('cyan', label.padEnd(labelWidth - 1))} ${lines.join(hanging)}\n`;
};

/** Values and guides come from the same declaration. */
const partsOf = ({ scalar, fields = {} }: SegmentGuide, value: unknown): Part[] => {
  if (scalar !== undefined) return [{ name: '', text: valueInWords(scalar, value) }];
  const values = value as Value;
  return Object.entries(fields).flatMap(([name, field]) =>
    values[name] === undefined ? [] : [{ name: inWords(name), text: valueInWords(field, values[name]) }],
  );
};

/** Of many segments that say one or two things, the values alone: "1L GROUP-7 · EA MRN-1". */
const isBrief = ({ scalar, fields = {} }: SegmentGuide): boolean =>
  scalar !== undefined || Object.keys(fields).length <= 2;

const briefly = (segment: SegmentGuide, value: unknown): Part => {
  const values = partsOf(segment, value).map(({ text }) => text);
  return { name: '', text: values.join(' ') };
};

const manySegments = (
  name: string,
  segment: SegmentGuide,
  values: readonly unknown[],
  indent: number,
): string =>
  isBrief(segment)
    ? lineOf(
        inWords(name),
        values.map((value) => briefly(segment, value)),
        indent,
      )
    : values
        .map((value, index) => lineOf(`${oneOf(name)} ${index + 1}`, partsOf(segment, value), indent))
        .join('');

/** "2110 line 2" */
export const headingOf = (
  loop: LoopGuide,
  name: string,
  ordinal: number | undefined,
  indent: number,
): string => {
  const words = ordinal === undefined ? inWords(name) : `${oneOf(name)} ${ordinal}`;
  return `${' '.repeat(indent)}${styleText('bold', `${loop.id} ${words}`)}\n`;
};

const loopText = (name: string, loop: LoopGuide, value: unknown, indent: number): string => {
  if (!Array.isArray(value))
    return headingOf(loop, name, undefined, indent) + showFields(loop, value as Value, indent + 2);
  return value
    .map((one, index) => headingOf(loop, name, index + 1, indent) + showFields(loop, one, indent + 2))
    .join('');
};

const memberText = (name: string, { of, membership }: Member, value: Value, indent: number): string => {
  const own = membership === 'inline' ? value : value[name];
  if (isLoop(of)) return loopText(name, of, own, indent);
  if (membership === 'many' && Array.isArray(own)) return manySegments(name, of, own, indent);
  return lineOf(inWords(name), partsOf(of, own), indent);
};

/** Whether anything of a member is known. */
const isKnown = (name: string, { of, membership }: Member, value: Value): boolean =>
  membership === 'inline' && !isLoop(of)
    ? Object.keys(of.fields ?? {}).some((field) => value[field] !== undefined)
    : value[name] !== undefined;

/** What is known of a loop and not among `shown`, which learns of it. */
export const showFields = (
  loop: LoopGuide,
  value: Value,
  indent: number,
  shown = new Set<string>(),
): string =>
  Object.entries(loop.members)
    .map(([name, member]) => {
      if (shown.has(name) || !isKnown(name, member, value)) return '';
      shown.add(name);
      return memberText(name, member, value, indent);
    })
    .join('');
