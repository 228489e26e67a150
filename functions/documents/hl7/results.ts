import type { Draft } from '../draft.ts';
import { stampOf } from '../facts/values.ts';
import { measureOf } from '../facts/vital-codes.ts';
import type { ReadInner } from '../reading.ts';
import { type Segment, unescaped } from './message.ts';
import { codedAt } from './types.ts';

/** Types of a value (table 0125) that are text of a report and no measure. */
const isText = (type: string | undefined): boolean => type === 'TX' || type === 'FT';

/** Withdrawn or posted as wrong (table 0085). */
const isWithdrawn = (segment: Segment): boolean => /^[DW]$/.test(segment.at(11) ?? '');

/** A report of lines: each repetition is one. */
const textOf = (segment: Segment): string =>
  segment
    .repetitions(5)
    .map((one) => unescaped(one, segment.delimiters))
    .join('\n');

/** SN: ">" 10, or 1 ":" 128. */
const structured = (segment: Segment): string =>
  [1, 2, 3, 4].map((component) => segment.at(5, component) ?? '').join('');

const shownValue = (segment: Segment): string | undefined => {
  const type = segment.at(2);
  if (type === 'SN') return structured(segment);
  if (type === 'DT' || type === 'TS' || type === 'DTM') return stampOf(segment.at(5), true) ?? segment.at(5);
  if (type === 'CE' || type === 'CWE' || type === 'CF')
    return (
      segment
        .repetitions(5)
        .map((_, at) => codedAt(segment, 5, at))
        .join('; ') || undefined
    );
  return segment.words(5);
};

const nameOf = (segment: Segment): string =>
  segment.at(3, 2) ?? segment.at(3, 5) ?? segment.at(3) ?? 'Result';

/** "Glucose: 105 mg/dL (70-99) H" */
const lineOf = (segment: Segment, value: string): string => {
  const unit = segment.at(6);
  const range = segment.words(7);
  return [`${nameOf(segment)}: ${value}`, unit, range && `(${range})`, segment.at(8)]
    .filter((part) => part)
    .join(' ');
};

const takeMeasure = (draft: Draft, segment: Segment): void => {
  const value = shownValue(segment);
  if (value === undefined) return;
  draft.line(lineOf(segment, value), segment.source(5));
  const loinc =
    segment.at(3, 3) === 'LN' ? segment.at(3) : segment.at(3, 6) === 'LN' ? segment.at(3, 4) : undefined;
  const bracket = loinc ? ` [LOINC ${loinc}]` : '';
  draft.fact(measureOf(loinc), `${lineOf(segment, value)}${bracket}`, segment.source(5));
};

/** A document within the message (ED): its data in Base64 or as hexadecimal digits. */
const takeDocument = async (draft: Draft, segment: Segment, inner: ReadInner): Promise<void> => {
  const encoding = segment.at(5, 4) ?? 'Base64';
  const data = segment.at(5, 5) ?? '';
  const bytes = Buffer.from(
    /hex/i.test(encoding) ? data : data.replace(/\s/g, ''),
    /^a$/i.test(encoding) ? 'utf8' : /hex/i.test(encoding) ? 'hex' : 'base64',
  );
  if (data === '')
    draft.problem(
      'missing-part',
      segment.source(5),
      'The message should hold a document, and none is in it. Ask the sender for it again.',
    );
  else draft.embed(await inner(bytes), segment.source(5));
  draft.write('\n');
};

/** One observation: a line of a report, a measure, or a document of its own. */
export const takeResult = async (draft: Draft, segment: Segment, inner: ReadInner): Promise<void> => {
  const type = segment.at(2);
  if (isWithdrawn(segment))
    draft.problem(
      'withdrawn',
      segment.place,
      `${segment.place} is withdrawn by its sender (OBX-11), and is not read.`,
    );
  else if (type === 'ED') await takeDocument(draft, segment, inner);
  else if (type === 'RP')
    draft.problem(
      'missing-part',
      segment.source(5),
      'The message points to a document elsewhere, which is not in it. Ask the sender for the document itself.',
    );
  else if (isText(type)) draft.line(textOf(segment), segment.source(5));
  else takeMeasure(draft, segment);
};

/** What a run of observations is called that belong together: the text that they are lines of, or the order. */
export const headOfResult = (segment: Segment, order: Segment | undefined): string => {
  if (isText(segment.at(2)) || segment.at(2) === 'ED') return nameOf(segment);
  return (order && (order.at(4, 2) ?? order.at(4, 5) ?? order.at(4))) ?? 'Results';
};
