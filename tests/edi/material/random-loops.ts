import fc from 'fast-check';
import type {
  ElementGuide,
  Fields,
  LoopGuide,
  Member,
  SegmentGuide,
  Usage,
  ValueOf,
} from '../../../functions/edi/guide/declare.ts';
import { cents } from '../../../functions/edi/money.ts';

/** Text as files have it: no delimiter, no space at an end, now and then beyond ASCII. */
export const anyText = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .-É'), { minLength: 1, maxLength: 12 })
  .map((chars) => chars.join('').trim() || 'X');

/** Days of the years in which claims are made. */
export const anyDay = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10));

export const anyMoney = fc.integer({ min: -99_999_99, max: 99_999_99 }).map(cents);

const anyPeriod = fc.record({ from: anyDay, through: fc.option(anyDay, { nil: undefined }) });

const byKind = {
  text: anyText,
  money: anyMoney,
  quantity: fc.integer({ min: -9999, max: 99_999 }).map((tenths) => tenths / 10),
  count: fc.integer({ min: 0, max: 99_999 }),
  date: anyDay,
  day: anyDay,
  time: fc.constantFrom('0930', '235959', '00000099'),
  period: anyPeriod,
} as const;

const isSimple = (kind: string): kind is keyof typeof byKind => kind in byKind;

const elementOf = (guide: ElementGuide): fc.Arbitrary<unknown> => {
  const { kind, codes, item, fields = {}, max = 1 } = guide;
  if (codes) return fc.constantFrom(...codes);
  if (kind === 'composite') return fieldsOf(fields);
  if (kind === 'group') return fc.array(fieldsOf(fields), { minLength: 1, maxLength: max });
  if (item !== undefined) return fc.array(elementOf(item), { minLength: 1, maxLength: max });
  if (!isSimple(kind)) throw new TypeError(`No values of ${kind}`);
  return byKind[kind];
};

const maybe = (usage: Usage, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  usage === 'S' ? fc.option(value, { nil: undefined, freq: 2 }) : value;

const fieldsOf = (fields: Fields): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, maybe(one.usage, elementOf(one))])),
  );

const segmentOf = ({ scalar, fields = {} }: SegmentGuide): fc.Arbitrary<unknown> =>
  scalar === undefined ? fieldsOf(fields) : elementOf(scalar);

const contentOf = (of: Member['of']): fc.Arbitrary<unknown> =>
  'members' in of ? membersOf(of) : segmentOf(of);

/** What a member adds to its loop's object. */
const partOf = (name: string, { membership, usage, max, of }: Member): fc.Arbitrary<unknown> => {
  if (membership === 'inline') return maybe(usage, contentOf(of));
  const value =
    membership === 'one'
      ? contentOf(of)
      : fc.array(contentOf(of), { minLength: 1, maxLength: Math.min(max, 2) });
  return maybe(usage, value).map((one) => ({ [name]: one }));
};

const membersOf = (loop: LoopGuide): fc.Arbitrary<object> =>
  fc
    .tuple(...Object.entries(loop.members).map(([name, member]) => partOf(name, member)))
    .map((parts) => Object.assign({}, ...parts));

/** Objects of every form that a loop's declaration allows, whether or not they make sense. */
export const anyOf = <L extends LoopGuide>(loop: L): fc.Arbitrary<ValueOf<L>> =>
  membersOf(loop) as fc.Arbitrary<ValueOf<L>>; // made of the declaration that the type is inferred from
