import { isCodeWithin } from '../visit/code-range.ts';
import type { Condition, Operator, Range, Value } from './practice-rule.ts';
import { operators } from './practice-rule.ts';
import { findProperty, type Property } from './properties.ts';
import type { Place } from './ruled-visit.ts';

/** Whether a condition holds at a place. */
export type Test = (place: Place) => boolean;

/** What a property is compared by in a condition of one comparison. */
export const operatorOf = (condition: Condition): Operator | undefined =>
  operators.find((name) => condition[name] !== undefined);

/** The conditions that another one is made of, each with its place in it. */
export const partsOf = (condition: Condition): readonly (readonly [path: string, Condition])[] => [
  ...(['all', 'any', 'none'] as const).flatMap((name) =>
    (condition[name] ?? []).map((one, at) => [`${name}.${at}`, one] as const),
  ),
  ...(condition.count ? [['count', condition.count] as const] : []),
];

/** Whether it is about the service at hand, and so asked of each; what is counted, is about others. */
export const isOfService = (condition: Condition): boolean =>
  condition.path?.startsWith('service.') === true ||
  partsOf(condition).some(([path, part]) => path !== 'count' && isOfService(part));

/** Both ends of a range. */
export const endsOf = (
  range: Range,
): { readonly from?: Value | undefined; readonly to?: Value | undefined } => {
  if (typeof range !== 'string') return range;
  const [from, to] = range.split('-');
  return { from, to };
};

const isWithin = (value: unknown, range: Range): boolean => {
  const { from, to } = endsOf(range);
  if (typeof value === 'number')
    return (from === undefined || Number(from) <= value) && (to === undefined || value <= Number(to));
  return (
    typeof value === 'string' &&
    isCodeWithin(value, String(from ?? ''), to === undefined ? undefined : String(to))
  );
};

/** Of several values one that fits is enough; the negations hold where none does. */
const testOf = (property: Property, condition: Condition): Test => {
  const { is, isNot, oneOf, notOneOf, inRange, notInRange, startsWith, notStartsWith, present } = condition;
  const some =
    (fits: (value: unknown) => boolean): Test =>
    (place) =>
      property.read(place).some(fits);
  const none =
    (fits: (value: unknown) => boolean): Test =>
    (place) =>
      !property.read(place).some(fits);
  const begins = (start: string) => (value: unknown) => String(value).startsWith(start);
  if (is !== undefined) return some((value) => value === is);
  if (isNot !== undefined) return none((value) => value === isNot);
  if (oneOf !== undefined) return some(among(oneOf));
  if (notOneOf !== undefined) return none(among(notOneOf));
  if (inRange !== undefined) return some((value) => isWithin(value, inRange));
  if (notInRange !== undefined) return none((value) => isWithin(value, notInRange));
  if (startsWith !== undefined) return some(begins(startsWith));
  if (notStartsWith !== undefined) return none(begins(notStartsWith));
  return present === true ? some(() => true) : none(() => true);
};

const among = (values: readonly Value[]) => {
  const known = new Set<unknown>(values);
  return (value: unknown): boolean => known.has(value);
};

const countOf = (test: Test, { visit }: Place): number =>
  visit.codes.services.filter((_, at) => test({ visit, at })).length;

/** Makes a test of a condition; one that names no property holds never. */
export const compileCondition = (condition: Condition): Test => {
  const { path, all, any, none, count, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = condition;
  if (path !== undefined) {
    const property = findProperty(path);
    return property ? testOf(property, condition) : () => false;
  }
  if (count !== undefined) {
    const test = compileCondition(count);
    return (place) => {
      const found = countOf(test, place);
      return atLeast <= found && found <= atMost;
    };
  }
  const tests = (all ?? any ?? none ?? []).map(compileCondition);
  if (all !== undefined) return (place) => tests.every((test) => test(place));
  if (any !== undefined) return (place) => tests.some((test) => test(place));
  return (place) => !tests.some((test) => test(place));
};
