import { businessDayOnOrAfter, businessDaysBetween } from '../../calendar/business-days.ts';
import { daysBetween } from '../../calendar.ts';
import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';

/** A number as it is compared: banks pad it with zeros, break it over lines and fold its case. */
export const keyOf = (number: string): string => number.toUpperCase().replace(/\s+/g, '').replace(/^0+/, '');

/** A TRN segment of an ACH addenda record: the trace of the payment and who pays. */
type TraceSegment = { readonly trace: string; readonly payerId: string };

/** What a deposit names: traces in TRN segments, a check, and whatever else may be a number. */
export type Names = {
  readonly segments: readonly TraceSegment[];
  readonly check: string;
  readonly words: ReadonlySet<string>;
};

/** "705TRN*1*trace*payer id~", whatever mark the bank puts between the elements. */
const traceSegment = /TRN([^A-Z0-9])1\1(.+?)(?=\1|[~\\]|$)(?:\1([A-Z0-9]+))?/g;

/** Shorter ones are dates and counts. */
const shortestWord = 4;

/** Reads what a deposit names; its lines are put together with and without a blank, for banks break words too. */
export const namesIn = ({ text, bankReference = '', checkNumber = '' }: Deposit): Names => {
  const readings = [text.replaceAll('\n', ' '), text.replaceAll('\n', '')].map((one) => one.toUpperCase());
  const segments = readings.flatMap((reading) =>
    Array.from(reading.matchAll(traceSegment), ([, , trace = '', payerId = '']) => ({
      trace: keyOf(trace),
      payerId,
    })),
  );
  const all = [...readings, bankReference.toUpperCase(), checkNumber.toUpperCase()].join(' ');
  const words = [...all.split(/[^A-Z0-9]+/), ...all.split(/[\s*~,;:|\\]+/)]
    .map(keyOf)
    .filter((word) => word.length >= shortestWord);
  return { segments, check: keyOf(checkNumber), words: new Set(words) };
};

/** Every key by which a deposit may name a payment. */
export const keysOf = ({ segments, check, words }: Names): ReadonlySet<string> =>
  new Set([...segments.map(({ trace }) => trace), check, ...words]);

/** How surely a deposit names a payment: in a segment or a field made for it, or as a word of its text. */
export type Naming = 'stated' | 'long-word' | 'word';

/** Long enough that no date or amount is it by chance. */
const longWord = 6;

/** How a deposit names a payment by its trace or check number; undefined where it does not. */
export const namingOf = (names: Names, payment: Payment): Naming | undefined => {
  const key = keyOf(payment.trace);
  if (key === '') return undefined;
  const stating = names.segments.filter(({ trace }) => trace === key);
  if (stating.length > 0) return stating.some((one) => isPayer(one, payment)) ? 'stated' : undefined;
  if (payment.method === 'CHK' && names.check === key) return 'stated';
  if (!names.words.has(key)) return undefined;
  return key.length >= longWord ? 'long-word' : 'word';
};

/** TRN03 is a tax id behind a digit, which some leave out; where either says nothing it says nothing against. */
const isPayer = ({ payerId }: TraceSegment, { payer }: Payment): boolean => {
  const [one, other] = [payerId, payer.id ?? ''].map((id) => id.replace(/\D/g, '').slice(-9));
  return one === '' || other === '' || one === other;
};

/** A check is good for half a year (U.C.C. 4-404); what is named comes late rather than early. */
const latestDays = 180;
const earliestDays = -15;

/** Whether a deposit may be of a payment that it names: numbers come round again. */
export const mayBeLate = ({ date }: Deposit, payment: Payment): boolean => {
  if (payment.date === undefined) return true;
  const days = daysBetween(payment.date, date);
  return days >= earliestDays && days <= latestDays;
};

/** Whether money that came this way can be of a payment that was announced that way. */
export const waysAgree = (deposit: Deposit, payment: Payment): boolean => {
  if (deposit.method === undefined) return true;
  return (deposit.method === 'CHK') === (payment.method === 'CHK');
};

/** Money and its remittance come within three business days of one another, either first (CAQH CORE 370). */
export const nearDays = 3;

/** As many days of the calendar hold so few business days, whatever holidays lie between. */
const nearCalendarDays = 14;

/** Whether a deposit came as near to a payment's date, in business days of the banks, as it should. */
export const isNear = ({ date: came }: Deposit, { date: due }: Payment): boolean => {
  if (due === undefined || Math.abs(daysBetween(due, came)) > nearCalendarDays) return false;
  const [from = due, to = came] = [due, came].map((day) => businessDayOnOrAfter(day, 'bank'));
  return Math.abs(businessDaysBetween(from, to, 'bank')) <= nearDays;
};
