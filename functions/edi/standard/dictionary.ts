import { elementTypes } from './element-types.ts';
import { compositeElements, segmentElements } from './segment-elements.ts';

/** What X12 says of an element wherever it is used. */
export type StandardElement = {
  readonly reference: string; // IK402
  readonly type: string; // AN, ID, R, N0, DT, TM
  readonly min: number;
  readonly max: number;
};

const listOf = (text: string | undefined): readonly string[] => text?.split(' ') ?? [];

const standardElement = (reference: string): StandardElement => {
  const [type = 'AN', min = '1', max = '80'] = listOf(elementTypes[reference]);
  return { reference, type, min: Number(min), max: Number(max) };
};

/** The element or, with a component's number, the component of a composite; undefined when X12 has none there. */
export const findElement = (
  segment: string,
  element: number,
  component?: number,
): StandardElement | undefined => {
  const reference = listOf(segmentElements[segment])[element - 1];
  if (reference === undefined) return undefined;
  const components = listOf(compositeElements[reference]);
  const found = components.length === 0 ? reference : components[(component ?? 1) - 1];
  return found === undefined ? undefined : standardElement(found);
};

/** IK402: the reference number of an element, or of the whole composite where no component is meant. */
export const referenceOf = (segment: string, element: number, component?: number): string | undefined => {
  const reference = listOf(segmentElements[segment])[element - 1];
  if (reference === undefined || component === undefined) return reference;
  return listOf(compositeElements[reference])[component - 1];
};

export const elementCount = (segment: string): number => listOf(segmentElements[segment]).length;

export const componentCount = (segment: string, element: number): number =>
  listOf(compositeElements[listOf(segmentElements[segment])[element - 1] ?? '']).length;
