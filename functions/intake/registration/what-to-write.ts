import type { z } from 'zod';
import type { CalendarDate } from '../../domain/calendar.ts';
import { nearestWord } from '../../domain/visit/nearest-word.ts';
import { choicesOf, fieldsOf, present, typeOf } from '../../domain/visit/schema-places.ts';
import { ruleOf } from './rule-of-field.ts';

/** What belongs into a field, in a sentence for whoever makes the file. */
export const whatToWrite = (schema: z.ZodType): string => {
  const rule = ruleOf(schema);
  if (rule) return rule.write;
  const choices = choicesOf(schema);
  if (choices.length > 0) return `Write ${listed(choices.map(quotedIn(schema)))}`;
  const type = typeOf(schema);
  if (type === 'boolean') return 'Write true or false, without quotation marks';
  if (type === 'array') return 'Write a list in square brackets [ ], also of one entry';
  if (type === 'object') return `Write an object in braces { } with ${neededIn(schema)}`;
  return 'Write a text in quotation marks';
};

/** Texts stand in quotation marks, numbers do not. */
const quotedIn =
  (schema: z.ZodType) =>
  (choice: string): string =>
    typeOf(schema) === 'enum' ? `"${choice}"` : choice;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const neededIn = (schema: z.ZodType): string => {
  const fields = Object.entries(fieldsOf(schema));
  const needed = fields.filter(([, field]) => !present(field).isOptional).map(([name]) => name);
  return needed.length > 0 ? needed.join(', ') : 'what is known of it';
};

/** The allowed value that was probably meant, for whoever wrote another one. */
export const meantChoice = (schema: z.ZodType, written: unknown): string => {
  if (typeof written !== 'string' && typeof written !== 'number') return '';
  const near = nearestWord(String(written), choicesOf(schema));
  return near === undefined ? '' : `. The nearest is ${quotedIn(schema)(near)}`;
};

/** What is wrong with a text that should be a date. */
export const dateFault = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return 'A time stands behind this date: leave it out.';
  const [, year, month] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year !== undefined && (month === '00' || Number(month) > 12))
    return 'The month of this date is none: day and month may be exchanged.';
  if (year !== undefined) return `This day is not in the calendar${daysIn(year, month)}.`;
  if (/^\d{8}$/.test(text)) return 'The hyphens of this date are missing.';
  if (/^\d{2}[-/.]\d{2}[-/.]\d{2}$/.test(text)) return 'The year of this date needs four digits.';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)) return 'This date is written in another order.';
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text))
    return 'Month and day of this date need two digits and hyphens.';
  return 'This is no date.';
};

const daysIn = (year: CalendarDate, month = '01'): string =>
  `: that month has ${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()} days`;
