import { fieldsOf } from '../visit/schema-places.ts';
import { endsOf, isOfService, operatorOf, partsOf } from './conditions.ts';
import type { Condition, Operator } from './practice-rule.ts';
import { findProperty, type Property } from './properties.ts';
import { type Kind, type KnownOfPractice, kindOf, unknownPath, valueFault } from './property-values.ts';

/** What is wrong with a part of a rule: where in it, and what to write instead. */
export type Objection = { readonly path: string; readonly code: string; readonly detail: string };

const always: readonly Operator[] = ['present', 'absent'];
const equalities: readonly Operator[] = [...always, 'is', 'isNot', 'oneOf', 'notOneOf'];
const ranges: readonly Operator[] = [...equalities, 'inRange', 'notInRange'];
const beginnings: readonly Operator[] = [...ranges, 'startsWith', 'notStartsWith'];

/** By what the kinds of properties are compared. */
const operatorsOf: Readonly<Record<Kind, readonly Operator[]>> = {
  parts: always,
  boolean: [...always, 'is', 'isNot'],
  choice: equalities,
  number: ranges,
  date: ranges,
  text: beginnings,
};

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** All that is wrong with a condition and with those in it. */
export const checkCondition = (
  condition: Condition,
  at: string,
  known: KnownOfPractice,
): readonly Objection[] => [
  ...(condition.path === undefined ? [] : checkComparison(condition, condition.path, at, known)),
  ...(condition.count ? checkCount(condition, at) : []),
  ...checkTogether(condition.all ?? [], below(at, 'all')),
  ...partsOf(condition).flatMap(([path, part]) => checkCondition(part, below(at, path), known)),
];

const checkComparison = (
  condition: Condition,
  path: string,
  at: string,
  known: KnownOfPractice,
): readonly Objection[] => {
  const property = findProperty(path);
  if (property === undefined)
    return [{ path: below(at, 'path'), code: 'path-unknown', detail: unknownPath(path) }];
  const operator = operatorOf(condition);
  if (operator === undefined) return [];
  const kind = kindOf(property);
  if (!operatorsOf[kind].includes(operator))
    return [{ path: below(at, operator), code: 'operator-unfit', detail: unfit(property, kind) }];
  return valuesOf(condition, operator)
    .flatMap(([name, value]) => {
      const isBeginning = operator === 'startsWith' || operator === 'notStartsWith';
      const detail = isBeginning ? undefined : valueFault(property, value, known);
      return detail === undefined ? [] : [{ path: below(at, name), code: 'value-unfit', detail }];
    })
    .concat(checkRange(condition, at, kind));
};

const unfit = (property: Property, kind: Kind): string => {
  const parts =
    kind === 'parts' ? `, or name a part of it: ${Object.keys(fieldsOf(property.schema)).join(', ')}` : '';
  return `${property.path} is not compared like this. Write ${operatorsOf[kind].join(', ')}${parts}`;
};

/** The values that an operator names, each with its place. */
const valuesOf = (condition: Condition, operator: Operator): readonly (readonly [string, unknown])[] => {
  const written = condition[operator];
  if (operator === 'present' || operator === 'absent') return [];
  if (Array.isArray(written)) return written.map((value, at) => [`${operator}.${at}`, value] as const);
  const range = condition.inRange ?? condition.notInRange;
  if (range === undefined) return [[operator, written]];
  const isText = typeof range === 'string';
  return Object.entries(endsOf(range)).flatMap(([end, value]) =>
    value === undefined ? [] : [[isText ? operator : `${operator}.${end}`, value] as const],
  );
};

const checkRange = (condition: Condition, at: string, kind: Kind): readonly Objection[] => {
  const range = condition.inRange ?? condition.notInRange;
  if (range === undefined) return [];
  const path = below(at, condition.inRange === undefined ? 'notInRange' : 'inRange');
  if (kind !== 'text' && typeof range === 'string')
    return [{ path, code: 'value-unfit', detail: 'Write an object with from, to or both' }];
  const { from, to } = endsOf(range);
  return from !== undefined && to !== undefined && typeof from === typeof to && from > to
    ? [{ path, code: 'range-empty', detail: 'It ends before it begins: exchange the two' }]
    : [];
};

const checkCount = ({ count, atLeast = 0, atMost }: Condition, at: string): readonly Objection[] => [
  ...(count && !isOfService(count)
    ? [
        {
          path: below(at, 'count'),
          code: 'count-of-nothing',
          detail: 'Services are counted: name a property of service in it, such as service.procedure',
        },
      ]
    : []),
  ...(atMost !== undefined && atMost < atLeast
    ? [{ path: below(at, 'atMost'), code: 'range-empty', detail: 'It is less than atLeast' }]
    : []),
];

/** Whether a property has one value at most, so that two values contradict one another. */
const isSingle = (path: string): boolean =>
  findProperty(path)?.isList === false &&
  !/^services\.|\.coverages\.|\.attachments\.|\.services\./.test(path);

/** Comparisons of one property that never hold together. */
const checkTogether = (conditions: readonly Condition[], at: string): readonly Objection[] =>
  conditions.flatMap((one, index) => {
    const earlier = conditions.slice(0, index).findIndex((other) => excludes(one, other));
    return earlier < 0
      ? []
      : [
          {
            path: `${at}.${index}`,
            code: 'never-holds',
            detail: `It never holds together with ${at}.${earlier}: leave one of them out, or write any in place of all`,
          },
        ];
  });

const excludes = (one: Condition, other: Condition): boolean => {
  if (one.path === undefined || one.path !== other.path) return false;
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  if (pairs.some(([a, b]) => a.absent && operatorOf(b) !== undefined && needsValue(b))) return true;
  if (pairs.some(([a, b]) => a.is !== undefined && (a.is === b.isNot || b.notOneOf?.includes(a.is))))
    return true;
  return (
    isSingle(one.path) &&
    pairs.some(
      ([a, b]) =>
        a.is !== undefined &&
        ((b.is !== undefined && a.is !== b.is) || (b.oneOf !== undefined && !b.oneOf.includes(a.is))),
    )
  );
};

const needsValue = ({ is, oneOf, inRange, startsWith, present }: Condition): boolean =>
  [is, oneOf, inRange, startsWith, present].some((one) => one !== undefined);
