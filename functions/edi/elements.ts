import type { Checked, Finding } from './findings.ts';
import { type Cents, cents, toDollars } from './money.ts';
import type { ServicePeriod } from './party.ts';
import { componentsOf, elementOf, type Segment } from './segments.ts';
import { UnwritableValue } from './write-segments.ts';

/** Raised inside a reader and turned into a finding where the loop it broke ends (see `attempt`). */
export class MalformedElement extends Error {
  override readonly name = 'MalformedElement';
  readonly finding: Finding;

  constructor(code: string, path: string, detail: string) {
    super(detail);
    this.finding = { code, path, detail };
  }
}

/** Reads a loop on its own: what is wrong in it becomes findings and leaves the other loops alone. */
export const attempt = <T>(path: string, read: () => T): Checked<T> => {
  try {
    return { success: true, data: read() };
  } catch (error) {
    if (!(error instanceof MalformedElement)) throw error;
    return { success: false, findings: [{ ...error.finding, path: `${path}/${error.finding.path}` }] };
  }
};

/** An element's name as the guides print it: "CLP03", "SVC01-2". */
const nameOf = (segment: Segment, at: number, component?: number): string =>
  `${segment.id}${String(at).padStart(2, '0')}${component === undefined ? '' : `-${component}`}`;

/** Names the segment that a loop lacks. IK304-3: required segment missing. */
export const missingSegment = (id: string): MalformedElement =>
  new MalformedElement('IK304-3', id, 'A required segment is missing');

/** Names the loop that a level lacks. IK304-I7: implementation loop occurs under minimum times. */
export const missingLoop = (id: string): MalformedElement =>
  new MalformedElement('IK304-I7', id, 'A required loop is missing');

const missing = (name: string): MalformedElement =>
  new MalformedElement('IK403-1', name, 'A required element is missing');

export const requiredElement = (segment: Segment, at: number): string => {
  const value = elementOf(segment, at);
  if (value === undefined) throw missing(nameOf(segment, at));
  return value;
};

export const requiredComponent = (segment: Segment, at: number, component: number): string => {
  const value = componentsOf(segment, at)[component - 1];
  if (value === undefined) throw missing(nameOf(segment, at, component));
  return value;
};

const required = <T>(value: T | undefined, segment: Segment, at: number): T => {
  if (value === undefined) throw missing(nameOf(segment, at));
  return value;
};

/** HIPAA guides, appendix B: ten digits are more than any amount needs; more would leave safe arithmetic. */
const decimal = /^(-?)(\d{0,10})(?:\.(\d*))?$/;

const parseAmount = (value: string, name: string): Cents => {
  const [, sign = '', dollars = '', fraction = ''] = decimal.exec(value) ?? [];
  const amount = Number(`${dollars}${fraction.padEnd(2, '0').slice(0, 2)}`);
  if (dollars + fraction === '' || /[1-9]/.test(fraction.slice(2))) {
    throw new MalformedElement('IK403-6', name, 'An amount has at most ten digits and whole cents');
  }
  return cents(sign === '-' ? -amount : amount);
};

export const amountOf = (segment: Segment | undefined, at: number): Cents | undefined => {
  const value = elementOf(segment, at);
  return segment === undefined || value === undefined ? undefined : parseAmount(value, nameOf(segment, at));
};

export const requiredAmount = (segment: Segment, at: number): Cents =>
  required(amountOf(segment, at), segment, at);

/** X12 type R drops trailing zeros: 12.50 is written 12.5. */
export const formatAmount = (amount: Cents | undefined): string | undefined =>
  amount === undefined ? undefined : toDollars(amount).replace(/\.?0+$/, '');

const quantity = /^-?(\d{1,12}(\.\d{0,6})?|\.\d{1,6})$/;

export const quantityOf = (segment: Segment | undefined, at: number): number | undefined => {
  const value = elementOf(segment, at);
  if (segment === undefined || value === undefined) return undefined;
  if (!quantity.test(value))
    throw new MalformedElement('IK403-6', nameOf(segment, at), 'This is not a number');
  return Number(value) + 0;
};

export const requiredQuantity = (segment: Segment, at: number): number =>
  required(quantityOf(segment, at), segment, at);

export const parseCount = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

export const countOf = (segment: Segment, at: number): number | undefined => {
  const value = elementOf(segment, at);
  const count = parseCount(value);
  if (value !== undefined && count === undefined) {
    throw new MalformedElement('IK403-6', nameOf(segment, at), 'This is not a whole number');
  }
  return count;
};

export const requiredCount = (segment: Segment, at: number): number =>
  required(countOf(segment, at), segment, at);

/** CCYYMMDD → CCYY-MM-DD; undefined when there is no such day. */
export const parseDate = (value: string): string | undefined => {
  if (!/^\d{8}$/.test(value)) return undefined;
  const date = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
};

const dateIn = (value: string, name: string): string => {
  const date = parseDate(value);
  if (date === undefined) throw new MalformedElement('IK403-8', name, 'This is not a date');
  return date;
};

export const dateOf = (segment: Segment | undefined, at: number): string | undefined => {
  const value = elementOf(segment, at);
  return segment === undefined || value === undefined ? undefined : dateIn(value, nameOf(segment, at));
};

export const requiredDate = (segment: Segment, at: number): string =>
  required(dateOf(segment, at), segment, at);

/** CCYY-MM-DD → CCYYMMDD. Throws UnwritableValue when the text is no date. */
export const formatDate = (date: string | undefined): string | undefined => {
  if (date === undefined) return undefined;
  const digits = date.replaceAll('-', '');
  if (parseDate(digits) !== date) throw new UnwritableValue('date', 'it is not a calendar date');
  return digits;
};

/** A DTP segment of either format, D8 (one day) or RD8 (from and through). */
export const periodOf = (segment: Segment | undefined): ServicePeriod | undefined => {
  if (segment === undefined) return undefined;
  const value = requiredElement(segment, 3);
  const [from = '', through] = elementOf(segment, 2) === 'RD8' ? value.split('-') : [value];
  const name = nameOf(segment, 3);
  return through === undefined
    ? { from: dateIn(from, name) }
    : { from: dateIn(from, name), through: dateIn(through, name) };
};

export const requiredPeriod = (segment: Segment): ServicePeriod => required(periodOf(segment), segment, 3);
