import type { ElementGuide, Fields, Place, SegmentGuide } from '../guide/declare.ts';

export const elementOf = (place: Place): number => (typeof place === 'number' ? place : place[0]);
export const componentOf = (place: Place): number | undefined =>
  typeof place === 'number' ? undefined : place[1];

/** What stands at one component: a field, or a constant. */
export type Component = { name?: string; guide?: ElementGuide; constant?: string };

/** A component's number where places count components, or are of an element and a component. */
export const componentNumber = (place: Place): number => (typeof place === 'number' ? place : place[1]);

export const componentsOf = (
  fields: Fields,
  constants: SegmentGuide['constants'] = {},
): Map<number, Component> => {
  const components = new Map<number, Component>();
  for (const [name, guide] of Object.entries(fields))
    components.set(componentNumber(guide.at), { name, guide });
  for (const [at, constant] of Object.entries(constants)) {
    components.set(Number(at), { constant });
  }
  return components;
};
