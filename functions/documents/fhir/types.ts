import type { Draft } from '../draft.ts';
import { addAddress, addName } from '../facts/add-person.ts';
import { type Coded, isNpiSystem, nameOfParts, systemOf, withCodes } from '../facts/values.ts';
import { at, day, type Json, list, text } from './json.ts';

/** CodeableConcept: its words, and the codes of each system. */
export const concept = (value: Json): string | undefined => {
  const codings = list(value, 'coding');
  const codes = codings.flatMap((one): readonly Coded[] => {
    const code = text(one, 'code');
    return code === undefined ? [] : [{ code, system: systemOf(text(one, 'system')) ?? '' }];
  });
  const display = codings.map((one) => text(one, 'display')).find((words) => words !== undefined);
  return withCodes(text(value, 'text') ?? display, codes);
};

/** The words of a concept without its codes. */
export const wordsOf = (value: Json): string | undefined =>
  text(value, 'text') ??
  list(value, 'coding')
    .map((one) => text(one, 'display') ?? text(one, 'code'))
    .find((words) => words);

export const codeIn = (value: Json): string | undefined =>
  text(value, 'coding', 0, 'code') ?? text(value, 'text');

const quantity = (value: Json): string | undefined => {
  const number = text(value, 'value');
  if (number === undefined) return undefined;
  return [`${text(value, 'comparator') ?? ''}${number}`, text(value, 'unit') ?? text(value, 'code')]
    .filter((part) => part)
    .join(' ');
};

const range = (value: Json): string | undefined => {
  const [low, high] = [quantity(at(value, 'low')), quantity(at(value, 'high'))];
  return low && high
    ? `${low} to ${high}`
    : (low && `at least ${low}`) || (high && `at most ${high}`) || undefined;
};

/** value[x] of an observation. */
export const anyValue = (resource: Json, name = 'value'): string | undefined =>
  quantity(at(resource, `${name}Quantity`)) ??
  concept(at(resource, `${name}CodeableConcept`)) ??
  text(resource, `${name}String`) ??
  text(resource, `${name}Boolean`) ??
  text(resource, `${name}Integer`) ??
  range(at(resource, `${name}Range`)) ??
  (quantity(at(resource, `${name}Ratio`, 'numerator')) &&
    `${quantity(at(resource, `${name}Ratio`, 'numerator'))} / ${quantity(at(resource, `${name}Ratio`, 'denominator'))}`) ??
  text(resource, `${name}DateTime`) ??
  text(resource, `${name}Time`);

/** onset[x], performed[x], effective[x], occurrence[x] as a day. */
export const anyDay = (resource: Json, name: string): string | undefined =>
  day(resource, `${name}DateTime`) ??
  day(resource, `${name}Period`, 'start') ??
  day(resource, `${name}Instant`) ??
  text(resource, `${name}String`);

const isCurrent = (one: Json): boolean =>
  text(one, 'use') !== 'old' && text(one, 'period', 'end') === undefined;

/** Of several the official, or else the first that is not old. */
export const currentOf = (all: readonly Json[]): Json =>
  all.find((one) => text(one, 'use') === 'official') ?? all.find(isCurrent) ?? all[0];

export const addHumanName = (draft: Draft, whose: string, names: readonly Json[], path: string): void => {
  const name = currentOf(names);
  const given = list(name, 'given').flatMap((one) => text(one) ?? []);
  const last = text(name, 'family');
  const source = `${path}.name[${Math.max(0, names.indexOf(name))}]`;
  addName(draft, whose, nameOfParts(last, given), source);
  if (last === undefined && given.length === 0) draft.fact(`${whose}.name`, text(name, 'text'), source);
};

export const fullName = (names: readonly Json[]): string | undefined => {
  const name = currentOf(names);
  const parts = [...list(name, 'given').flatMap((one) => text(one) ?? []), text(name, 'family')].filter(
    (part) => part,
  );
  return text(name, 'text') ?? (parts.join(' ') || undefined);
};

export const addFhirAddress = (
  draft: Draft,
  whose: string,
  addresses: readonly Json[],
  path: string,
): void => {
  const address =
    addresses.find((one) => text(one, 'use') === 'home' && isCurrent(one)) ?? currentOf(addresses);
  if (address === undefined) return;
  const written = {
    lines: list(address, 'line').map((line) => text(line)),
    city: text(address, 'city'),
    state: text(address, 'state'),
    postalCode: text(address, 'postalCode'),
    country: text(address, 'country'),
  };
  addAddress(draft, whose, written, `${path}.address[${addresses.indexOf(address)}]`);
};

/** The NPI of a practitioner or an organization, of its identifiers. */
export const npiOf = (resource: Json): string | undefined =>
  text(
    list(resource, 'identifier').find((one) => isNpiSystem(text(one, 'system'))),
    'value',
  );
