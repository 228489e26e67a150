import { isSame } from './net-change.ts';
import { partOf } from './parts.ts';
import type { Effect } from './practice-rule.ts';
import { findProperty, type Property } from './properties.ts';
import type { Place, RuledVisit } from './ruled-visit.ts';

/** What an effect did: the visit as it then is, and where it wrote; or why it could not. */
export type Written =
  | { readonly visit: RuledVisit; readonly path: string }
  | { readonly refused: string; readonly path: string };

/** Changes the visit at a place; undefined where it is so already, and where there is nothing to change. */
export type Writer = (place: Place) => Written | undefined;

/** What a property is to become, where that is something else; `undefined` of it takes it away. */
type Wanted = { readonly value: unknown } | undefined;

const writerOf =
  (property: Property, want: (place: Place, own: unknown) => Wanted): Writer =>
  (place) => {
    const part = partOf(property, place);
    const wanted = part && want(place, part.own);
    if (part === undefined || wanted === undefined) return undefined;
    const visit = part.write(wanted.value);
    return typeof visit === 'string' ? { refused: visit, path: part.path } : { visit, path: part.path };
  };

/** What a property says at a place: a list, one value, or undefined. */
const stated = (property: Property, place: Place): unknown => {
  const values = property.read(place);
  return property.isList ? values : values[0];
};

const setting = (property: Property, valueAt: (place: Place) => unknown): Writer =>
  writerOf(property, (place) => {
    const value = valueAt(place);
    return value === undefined || isSame(stated(property, place), value) ? undefined : { value };
  });

const adding = (property: Property, value: unknown): Writer =>
  writerOf(property, (place) => {
    const values = property.read(place);
    if (property.isList) return values.includes(value) ? undefined : { value: [...values, value] };
    return values.length > 0 ? undefined : { value };
  });

const removing = (property: Property, value: unknown): Writer =>
  writerOf(property, (place, own) => {
    if (own === undefined) return undefined;
    if (value === undefined)
      return property.isList && isSame(own, []) ? undefined : { value: emptyOf(property) };
    if (!property.isList) return own === value ? { value: undefined } : undefined;
    const values = property.read(place);
    const left = values.filter((one) => one !== value);
    if (left.length === values.length) return undefined;
    return { value: left.length > 0 ? left : emptyOf(property) };
  });

/** Modifiers are an empty list where there are none; other lists are absent then. */
const emptyOf = ({ path }: Property): unknown => (path === 'service.modifiers' ? [] : undefined);

/** The property that an effect changes; undefined of hold and warn. */
export const changedPath = ({ set, add, remove }: Effect): string | undefined => set ?? add ?? remove;

/** Makes a writer of an effect; undefined of hold and warn, and where it names no property. */
export const compileEffect = (effect: Effect): Writer | undefined => {
  const property = findProperty(changedPath(effect) ?? '');
  if (property === undefined) return undefined;
  if (effect.add !== undefined) return adding(property, effect.value);
  if (effect.remove !== undefined) return removing(property, effect.value);
  const source = effect.copy === undefined ? undefined : findProperty(effect.copy);
  return setting(property, source ? (place) => copied(source, place) : () => effect.to);
};

/** What is absent is not copied. */
const copied = (source: Property, place: Place): unknown =>
  source.read(place).length === 0 ? undefined : stated(source, place);
