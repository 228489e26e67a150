import { dateOf, requiredElement } from './elements.ts';
import { type Loop, requiredSegment, segmentOf, segmentsOf } from './loops.ts';
import type {
  Contact,
  Demographics,
  EntityName,
  IdentifiedEntity,
  PartialName,
  PostalAddress,
  Reference,
} from './party.ts';
import { elementOf, type Segment } from './segments.ts';

/** The name of an NM1 where the guide lets every part of it be absent. */
export const readPartialName = (nm1: Segment): PartialName => ({
  kind: elementOf(nm1, 2) === '2' ? 'organization' : 'person',
  name: elementOf(nm1, 3),
  firstName: elementOf(nm1, 4),
  middleName: elementOf(nm1, 5),
  suffix: elementOf(nm1, 7),
});

export const readName = (nm1: Segment): EntityName => ({
  ...readPartialName(nm1),
  name: requiredElement(nm1, 3),
});

export const readEntity = (nm1: Segment): IdentifiedEntity => ({
  ...readName(nm1),
  idQualifier: elementOf(nm1, 8),
  id: elementOf(nm1, 9),
});

/** The identifier of an NM1 if it is of the kind asked for: XX for an NPI. */
export const identifierOf = (nm1: Segment, qualifier: string): string | undefined =>
  elementOf(nm1, 8) === qualifier ? elementOf(nm1, 9) : undefined;

/** The entity that an NM1 of a loop names, absent when the loop has no such NM1. */
export const readEntityOf = (loop: Loop | undefined, ...codes: string[]): IdentifiedEntity | undefined => {
  const nm1 = segmentOf(loop, 'NM1', ...codes);
  return nm1 && readEntity(nm1);
};

const addressOf = (n3: Segment, n4: Segment): PostalAddress => ({
  line1: requiredElement(n3, 1),
  line2: elementOf(n3, 2),
  city: requiredElement(n4, 1),
  state: elementOf(n4, 2),
  postalCode: elementOf(n4, 3),
  country: elementOf(n4, 4),
});

/** N3 and N4; absent when the loop lacks one of them. */
export const readAddress = (loop: Loop | undefined): PostalAddress | undefined => {
  const [n3, n4] = [segmentOf(loop, 'N3'), segmentOf(loop, 'N4')];
  return n3 && n4 && addressOf(n3, n4);
};

export const readRequiredAddress = (loop: Loop | undefined): PostalAddress =>
  addressOf(requiredSegment(loop, 'N3'), requiredSegment(loop, 'N4'));

export const readDemographics = (loop: Loop | undefined): Demographics => {
  const dmg = segmentOf(loop, 'DMG');
  return { dateOfBirth: dateOf(dmg, 2), gender: elementOf(dmg, 3) };
};

const channels = { TE: 'phone', EX: 'extension', EM: 'email', FX: 'fax', UR: 'url' } as const;

/** A PER segment: a name, and up to three pairs of a channel and its number. */
export const readContact = (per: Segment | undefined): Contact | undefined => {
  if (per === undefined) return undefined;
  const contact: Contact = { name: elementOf(per, 2) };
  for (const at of [3, 5, 7]) {
    const channel = Object.entries(channels).find(([code]) => code === elementOf(per, at))?.[1];
    if (channel !== undefined) contact[channel] = elementOf(per, at + 1);
  }
  return contact;
};

export const readReference = (ref: Segment): Reference => ({
  qualifier: requiredElement(ref, 1),
  id: requiredElement(ref, 2),
});

/** All REF of a loop but those that a field of its own stands for. */
export const readReferences = (loop: Loop | undefined, ...except: string[]): Reference[] =>
  segmentsOf(loop, 'REF')
    .map(readReference)
    .filter(({ qualifier }) => !except.includes(qualifier));

export const referenceOf = (loop: Loop | undefined, qualifier: string): string | undefined =>
  elementOf(segmentOf(loop, 'REF', qualifier), 2);
