import type { Draft } from '../draft.ts';
import { addAddress, addName } from '../facts/add-person.ts';
import { isNpiSystem, nameOfParts } from '../facts/values.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { childrenNamed, firstAt, wordsOf } from '../xml/walk.ts';

const words = (element: XmlElement | undefined): string | undefined =>
  wordsOf(element).replace(/\s+/g, ' ').trim() || undefined;

/** Of several names the legal one; a call name stands beside the given ones. */
export const nameOf = (names: readonly XmlElement[]): XmlElement | undefined =>
  names.find(({ attributes }) => /\bL\b/.test(attributes.use ?? '')) ?? names[0];

const given = (name: XmlElement): readonly string[] =>
  childrenNamed(name, 'given')
    .filter(({ attributes }) => !/CL/.test(attributes.qualifier ?? ''))
    .flatMap((part) => words(part) ?? []);

export const addNameOf = (draft: Draft, whose: string, name: XmlElement | undefined, path: string): void => {
  if (!name) return;
  addName(draft, whose, nameOfParts(words(firstAt(name, 'family')), given(name)), path);
};

/** A person's name in one line: in parts, or as it is written. */
export const fullName = (name: XmlElement | undefined): string | undefined => {
  if (!name) return undefined;
  const last = words(firstAt(name, 'family'));
  const suffix = words(firstAt(name, 'suffix'));
  const full = [given(name).join(' '), last].filter((part) => part).join(' ');
  return full === '' ? words(name) : [full, suffix].filter((part) => part).join(', ');
};

export const addAddressOf = (
  draft: Draft,
  whose: string,
  addr: XmlElement | undefined,
  path: string,
): void => {
  if (!addr) return;
  const part = (name: string): string | undefined => words(firstAt(addr, name));
  const lines = childrenNamed(addr, 'streetAddressLine').map(words);
  addAddress(
    draft,
    whose,
    {
      lines,
      city: part('city'),
      state: part('state'),
      postalCode: part('postalCode'),
      country: part('country'),
    },
    path,
  );
};

/** A provider by the list of NPIs, and by name. */
export const addProvider = (
  draft: Draft,
  role: string,
  entity: XmlElement | undefined,
  path: string,
): void => {
  if (!entity) return;
  for (const { attributes } of childrenNamed(entity, 'id'))
    if (isNpiSystem(attributes.root)) draft.fact(`${role}.npi`, attributes.extension, `${path}/id`);
  const person = firstAt(entity, 'assignedPerson') ?? firstAt(entity, 'associatedPerson');
  draft.fact(
    `${role}.name`,
    fullName(nameOf(childrenNamed(person, 'name'))),
    `${path}/${person?.name ?? ''}/name`,
  );
};
