import type { SegmentGuide } from '../guide/declare.ts';
import { elementCount } from '../standard/dictionary.ts';
import { checkOf, type ElementCheck, fieldChecks, flatChecks } from './element-check.ts';
import { notesOf, type SyntaxNote } from './syntax-notes.ts';

/** What a guide and X12 demand of a segment in one role; elements from 1. */
export type SegmentCheck = {
  readonly elements: readonly (ElementCheck | undefined)[];
  readonly required: readonly ElementCheck[];
  readonly known: number; // elements that X12 gives the segment
  readonly notes: readonly SyntaxNote[];
};

const build = (guide: SegmentGuide): SegmentCheck => {
  const fields = guide.scalar === undefined ? Object.values(guide.fields ?? {}) : [guide.scalar];
  const constants = Object.entries(guide.constants).filter(([place]) => !place.includes('.'));
  const checks = [
    ...constants.map(([place, constant]) =>
      checkOf(guide.id, { element: Number(place), constant, isRequired: true }),
    ),
    ...fields.flatMap((field) =>
      typeof field.at === 'number' ? fieldChecks(guide.id, field, field.at, field.usage !== 'S') : [],
    ),
    ...flatChecks(guide),
  ];
  const last = Math.max(0, ...checks.map(({ element }) => element));
  const byPlace = new Map(checks.map((check) => [check.element, check]));
  return {
    elements: Array.from({ length: last + 1 }, (_, place) => byPlace.get(place)),
    required: [...byPlace.values()].filter(({ isRequired }) => isRequired),
    known: elementCount(guide.id),
    notes: notesOf(guide.id),
  };
};

const built = new WeakMap<SegmentGuide, SegmentCheck>();

/** The check of a segment, made when it is first asked for: plain reading needs none. */
export const segmentCheckOf = (guide: SegmentGuide): SegmentCheck => {
  const check = built.get(guide) ?? build(guide);
  built.set(guide, check);
  return check;
};
