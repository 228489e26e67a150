import type { Fault, Scanner } from './scanner.ts';

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

/** A required value that is absent (IK403-1), or malformed, which is a fault already; so it is with a composite's part. */
export const missing = (scanner: Scanner, element: number, component?: number): undefined => {
  scanner.isBroken = true;
  const isOfIt = (fault: Fault): boolean =>
    fault.element === element && (component === undefined || fault.component === component);
  if (!scanner.faults.some(isOfIt))
    addFault(scanner, 'IK403-1', element, 'A required element is missing', component);
  return undefined;
};

/** The same for a date and the format before it. */
export const missingDate = (scanner: Scanner, format: number): undefined => {
  scanner.isBroken = true;
  return scanner.faults.some(({ element }) => element === format) ? undefined : missing(scanner, format + 1);
};

/** Begins a part of the segment that may be left out; tells whether what was read before it is broken. */
export const spare = (scanner: Scanner): boolean => {
  const wasBroken = scanner.isBroken;
  scanner.isBroken = false;
  return wasBroken;
};

/** Ends such a part: its value, or nothing where it cannot be read. Its faults stay, and break nothing else. */
export const wholeOrNothing = <T>(scanner: Scanner, wasBroken: boolean, value: T): T | undefined => {
  const isWhole = !scanner.isBroken;
  scanner.isBroken = wasBroken;
  return isWhole ? value : undefined;
};
