import { isNpi } from '../../edi/npi.ts';
import type { Draft } from '../draft.ts';
import { type Coded, systemOf, withCodes } from '../facts/values.ts';
import type { Segment } from './message.ts';

/** CE and CWE: a code with its words, and the same in a second system. */
export const codedAt = (
  segment: Segment,
  field: number,
  repetition = 0,
  words?: string,
): string | undefined => {
  const at = (component: number) => segment.at(field, component, repetition);
  const codes = [
    [at(1), at(3)],
    [at(4), at(6)],
  ].flatMap(([code, system]): readonly Coded[] =>
    code === undefined ||
    (system === undefined && at(2) === undefined && words === undefined && !/\d/.test(code))
      ? []
      : [{ code, system: systemOf(system) ?? '' }],
  );
  return withCodes(at(2) ?? at(9) ?? at(5) ?? words ?? (codes.length === 0 ? at(1) : undefined), codes);
};

/** XPN: family, given, middle. */
export const addPerson = (draft: Draft, segment: Segment, field: number, whose: string): void => {
  const names = segment.repetitions(field);
  const legal = names.findIndex((_, at) => segment.at(field, 7, at) === 'L');
  const at = Math.max(0, legal);
  const part = (component: number) => segment.at(field, component, at);
  draft.fact(`${whose}.lastName`, part(1), segment.source(field, 1));
  draft.fact(`${whose}.firstName`, part(2), segment.source(field, 2));
  draft.fact(`${whose}.middleName`, part(3), segment.source(field, 3));
};

const personOf = (segment: Segment, field: number, repetition: number): string | undefined => {
  const [last, first, middle] = [2, 3, 4].map((component) => segment.at(field, component, repetition));
  const given = [first, middle].filter((part) => part).join(' ');
  return last && given ? `${last}, ${given}` : (last ?? (given || undefined));
};

/** XCN: a number of a list, and a name. Only what is on the list of NPIs, or can be nothing else, is an NPI. */
export const addProvider = (draft: Draft, segment: Segment, field: number, role: string): void => {
  for (const repetition of segment.repetitions(field).keys()) {
    const id = segment.at(field, 1, repetition);
    if (id !== undefined && isNpi(id)) draft.fact(`${role}.npi`, id, segment.source(field, 1));
    draft.fact(`${role}.name`, personOf(segment, field, repetition), segment.source(field));
  }
};

/** XTN: a number as a whole, or in parts. */
export const phoneAt = (segment: Segment, field: number, repetition = 0): string | undefined => {
  const at = (component: number) => segment.at(field, component, repetition);
  const parts = [at(6) && `(${at(6)})`, at(7)].filter((part) => part).join(' ');
  return at(1) ?? at(12) ?? (parts || undefined);
};
