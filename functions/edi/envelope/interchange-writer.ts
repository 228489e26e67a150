import { compiledGuide } from '../compiled/compile-guide.ts';
import { formOf, type UnreadableSets, unreadableOf } from '../compiled/source-form.ts';
import { SetWriter } from '../engine/set-writer.ts';
import type { Guide } from '../guide/declare.ts';
import type { Delimiters } from '../text/delimiters.ts';
import { SegmentWriter, UnwritableValue } from '../text/segment-writer.ts';
import { acknowledgementOf } from './acknowledgement-reading.ts';
import {
  type FunctionalGroup,
  type GroupHeader,
  type Interchange,
  type InterchangeAcknowledgement,
  isGroupCount,
  type TransactionSet,
} from './interchange.ts';
import { controlNumberOf, instantOf, minuteOf, readIsa, writeIsa } from './isa.ts';

export type WriteOptions = {
  readonly lineBreak?: string; // after each segment; "\n" unless told
};

/**
 * Writes an interchange. What was read and not changed is written as it stood; counts and HL numbers are always
 * counted anew. Throws UnwritableValue for a value that no X12 file can hold.
 */
export const writeInterchange = (
  interchange: Interchange,
  guides: readonly Guide[],
  { lineBreak = '\n' }: WriteOptions = {},
): string => {
  const { delimiters } = interchange;
  const writer = new SegmentWriter(delimiters, lineBreak);
  writer.raw(isaOf(interchange));
  for (const one of interchange.acknowledgements) writeAcknowledgement(writer, one);
  const sets = new SetWriter(writer);
  for (const group of interchange.groups) writeGroup(writer, sets, group, guides);
  writeInterchangeTrailer(writer, interchange);
  return writer.toString();
};

const writeInterchangeTrailer = (writer: SegmentWriter, interchange: Interchange): void => {
  const { groups, acknowledgements, header } = interchange;
  const text = formOf(interchange)?.texts.get(0);
  const [, count, controlNumber] = text?.split(writer.delimiters.element) ?? [];
  if (
    text !== undefined &&
    isGroupCount(Number(count), groups.length, acknowledgements.length) &&
    Number(controlNumber) === header.controlNumber
  ) {
    writer.raw(text);
    return;
  }
  writer.open('IEA');
  writer.put(1, String(groups.length));
  writer.put(2, controlNumberOf(header.controlNumber));
  writer.close();
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isaOf = ({ header, delimiters }: Interchange): string => {
  const text = formOf(header)?.texts.get(0);
  const before = text === undefined ? undefined : readIsa(`${text}${delimiters.segment}`);
  return before?.success &&
    text !== undefined &&
    same([before.data.header, before.data.delimiters], [header, delimiters])
    ? text
    : writeIsa(header, delimiters);
};

const writeAcknowledgement = (writer: SegmentWriter, one: InterchangeAcknowledgement): void => {
  const text = formOf(one)?.texts.get(0);
  if (text !== undefined && same(acknowledgementOf(elementsOf(text, writer.delimiters)), one)) {
    writer.raw(text);
    return;
  }
  const { interchangeCreatedAt } = one;
  const minute = interchangeCreatedAt === undefined ? '' : minuteOf(interchangeCreatedAt);
  writer.open('TA1');
  writer.put(1, controlNumberOf(one.controlNumber));
  writer.put(2, minute.slice(2, 8));
  writer.put(3, minute.slice(8));
  writer.text(4, one.code);
  writer.text(5, one.note);
  writer.close();
};

const writeGroup = (
  writer: SegmentWriter,
  sets: SetWriter,
  group: FunctionalGroup,
  guides: readonly Guide[],
): void => {
  const { header, sets: content } = group;
  const unreadable = unreadableOf(group);
  writeGroupHeader(writer, header);
  content.forEach((set, index) => {
    writeUnreadable(writer, unreadable, index);
    writeSet(writer, sets, set, guideOf(set, guides));
  });
  writeUnreadable(writer, unreadable, content.length);
  writer.open('GE');
  writer.put(1, String(content.length + unreadable.length));
  writer.text(2, header.controlNumber);
  writer.close();
};

/** The sets that were not read and stood before a set that was. */
const writeUnreadable = (writer: SegmentWriter, sets: UnreadableSets, before: number): void => {
  for (const [place, segments] of sets) {
    if (place === before) for (const segment of segments) writer.raw(segment);
  }
};

const guideOf = (set: TransactionSet, guides: readonly Guide[]): Guide => {
  const guide = guides.find(({ name }) => name === set.guide);
  if (guide === undefined) throw new UnwritableValue('transaction set', 'no guide has its name');
  return guide;
};

const writeGroupHeader = (writer: SegmentWriter, header: GroupHeader): void => {
  const text = formOf(header)?.texts.get(0);
  if (text !== undefined && same(groupHeaderOf(text, writer.delimiters), header)) {
    writer.raw(text);
    return;
  }
  const minute = minuteOf(header.createdAt);
  writer.open('GS');
  writer.text(1, header.functionalId);
  writer.text(2, header.senderId);
  writer.text(3, header.receiverId);
  writer.put(4, minute.slice(0, 8));
  writer.put(5, minute.slice(8));
  writer.text(6, header.controlNumber);
  writer.put(7, 'X');
  writer.text(8, header.version);
  writer.close();
};

/** The elements of a segment of the envelope. */
const elementsOf = (text: string, { element }: Delimiters): ((place: number) => string) => {
  const elements = text.split(element);
  return (place) => (elements[place] ?? '').trimEnd();
};

/** A GS that was read, read again. */
const groupHeaderOf = (text: string, delimiters: Delimiters): GroupHeader => {
  const at = elementsOf(text, delimiters);
  return {
    functionalId: at(1),
    senderId: at(2),
    receiverId: at(3),
    createdAt: instantOf(at(4), at(5)),
    controlNumber: at(6),
    version: at(8),
  };
};

const writeSet = (writer: SegmentWriter, sets: SetWriter, set: TransactionSet, guide: Guide): void => {
  const form = formOf(set)?.texts;
  writer.segments = 0;
  const start = form?.get(0);
  if (start !== undefined && start.split(writer.delimiters.element)[2]?.trimEnd() === set.controlNumber)
    writer.raw(start);
  else {
    writer.open('ST');
    writer.put(1, guide.transaction);
    writer.text(2, set.controlNumber);
    if (guide.hasVersionInSt) writer.put(3, guide.version);
    writer.close();
  }
  sets.write(compiledGuide(guide), set.data);
  writeTrailer(writer, set.controlNumber, form?.get(1));
};

const writeTrailer = (writer: SegmentWriter, controlNumber: string, text: string | undefined): void => {
  const count = writer.segments + 1;
  const [, countText, number] = text?.split(writer.delimiters.element) ?? [];
  if (text !== undefined && Number(countText) === count && number?.trimEnd() === controlNumber) {
    writer.raw(text);
    return;
  }
  writer.open('SE');
  writer.put(1, String(count));
  writer.text(2, controlNumber);
  writer.close();
};
