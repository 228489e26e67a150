import type { Scanner } from './scanner.ts';

/** Notes what is wrong with an element or a component of the segment. */
export const addFault = (
  scanner: Scanner,
  code: string,
  element: number,
  detail: string,
  component?: number,
): void => {
  scanner.altered = true;
  scanner.faults.push({ code, element, detail, ...(component !== undefined && { component }) });
};

/** A required value that is absent (IK403-1), or malformed, which is a fault already. */
export const missing = (scanner: Scanner, element: number, component?: number): undefined => {
  scanner.isBroken = true;
  if (!scanner.faults.some((fault) => fault.element === element && fault.component === component))
    addFault(scanner, 'IK403-1', element, 'A required element is missing', component);
  return undefined;
};

/** The same for a date and the format before it. */
export const missingDate = (scanner: Scanner, format: number): undefined => {
  scanner.isBroken = true;
  return scanner.faults.some(({ element }) => element === format) ? undefined : missing(scanner, format + 1);
};
