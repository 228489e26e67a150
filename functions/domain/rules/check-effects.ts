import { typeOf } from '../visit/schema-places.ts';
import type { Objection } from './check-conditions.ts';
import { changedPath } from './effects.ts';
import { isSame } from './net-change.ts';
import type { Effect, PracticeRule } from './practice-rule.ts';
import { findProperty, type Property } from './properties.ts';
import { type KnownOfPractice, unknownPath, valueFault } from './property-values.ts';
import { bearsOn } from './rule-order.ts';
import { type Change, isClinicalModifier, whyNotSettable } from './settable.ts';

const changeOf = ({ set, add }: Effect): Change =>
  set !== undefined ? 'set' : add !== undefined ? 'add' : 'remove';

/** All that is wrong with what a rule does. */
export const checkEffects = ({ then }: PracticeRule, known: KnownOfPractice): readonly Objection[] =>
  then.flatMap((effect, at) => [
    ...checkEffect(effect, `then.${at}`, known),
    ...checkAgainst(effect, then.slice(0, at), `then.${at}`),
  ]);

const checkEffect = (effect: Effect, at: string, known: KnownOfPractice): readonly Objection[] => {
  const path = changedPath(effect);
  if (path === undefined) return [];
  const change = changeOf(effect);
  const here = (name: string, code: string, detail: string): readonly Objection[] => [
    { path: `${at}.${name}`, code, detail },
  ];
  const property = findProperty(path);
  if (property === undefined) return here(change, 'path-unknown', unknownPath(path));
  const why = whyNotSettable(property, change);
  if (why !== undefined) return here(change, 'not-settable', why);
  if (effect.copy !== undefined) return checkCopy(property, effect.copy, at);
  const name = change === 'set' ? 'to' : 'value';
  const value = change === 'set' ? effect.to : effect.value;
  if (value === undefined) return removesClinical(property) ? here(change, 'not-settable', allModifiers) : [];
  const detail =
    property.path === 'service.modifiers' && isClinicalModifier(value) ? clinicalModifier : undefined;
  const fault = detail ?? writtenFault(property, value, change, known);
  return fault === undefined ? [] : here(name, detail ? 'not-settable' : 'value-unfit', fault);
};

const removesClinical = ({ path }: Property): boolean => path === 'service.modifiers';
const allModifiers = 'Write value with the one that is taken away: what a coder confirmed beside it stays';
const clinicalModifier =
  'This modifier tells what was done, how much of it or where on the body, which a coder confirmed: hold the visit or warn of it';

/** A list is set as a whole, and else changed by one of its entries. */
const writtenFault = (
  property: Property,
  value: unknown,
  change: Change,
  known: KnownOfPractice,
): string | undefined => {
  if (!property.isList || change !== 'set') return valueFault(property, value, known);
  if (!Array.isArray(value) || value.length === 0)
    return 'It is a list: write its entries in square brackets [ ]';
  if (new Set(value).size < value.length) return 'An entry stands here twice: leave one out';
  return value.map((one) => valueFault(property, one, known)).find((fault) => fault !== undefined);
};

const checkCopy = (property: Property, source: string, at: string): readonly Objection[] => {
  const path = `${at}.copy`;
  const from = findProperty(source);
  if (from === undefined) return [{ path, code: 'path-unknown', detail: unknownPath(source) }];
  if (from.path === property.path)
    return [{ path, code: 'value-unfit', detail: 'It would be set to itself: name another property' }];
  if (/^services\./.test(source) || (from.root === 'service' && property.root !== 'service'))
    return [
      {
        path,
        code: 'value-unfit',
        detail: 'Several services may say several things: copy a property of the visit',
      },
    ];
  const fits = from.isList === property.isList && typeOf(from.schema) === typeOf(property.schema);
  return fits
    ? []
    : [
        {
          path,
          code: 'value-unfit',
          detail: `${source} holds something else than ${property.path}: copy one that holds the same`,
        },
      ];
};

/** Effects of one rule that undo one another, or say the same twice. */
const checkAgainst = (effect: Effect, before: readonly Effect[], at: string): readonly Objection[] => {
  const path = changedPath(effect);
  const earlier = before.findIndex((other) =>
    path === undefined
      ? isSame([effect.hold, effect.warn], [other.hold, other.warn]) && changedPath(other) === undefined
      : contradicts(effect, path, other),
  );
  return earlier < 0
    ? []
    : [
        {
          path: at,
          code: 'effects-contradict',
          detail: `then.${earlier} is about the same: leave one of them out, or make a rule of its own of it`,
        },
      ];
};

const contradicts = (effect: Effect, path: string, other: Effect): boolean => {
  const otherPath = changedPath(other);
  if (otherPath === undefined) return false;
  // What is copied may go once it is copied; as something else it would be copied the next time.
  if (other.copy !== undefined && effect.remove === undefined && bearsOn(path, other.copy)) return true;
  if (!bearsOn(path, otherPath)) return false;
  const areEntries =
    effect.value !== undefined && other.value !== undefined && findProperty(path)?.isList === true;
  return areEntries ? effect.value === other.value : true;
};
