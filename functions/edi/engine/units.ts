import type { Finding } from '../findings.ts';

/** A claim, an inquiry or an answer that cannot be read: what it says of itself, and where it stands. */
export type BrokenUnit = {
  readonly position: number; // among the units of its set, from 1
  readonly reference: string | undefined; // its first element, such as CLM01 and CLP01
  readonly partial: object; // what of it could be read
  readonly findings: readonly Finding[];
};

/** A unit that can be read, with the objects of the loops around it, the set's own first. */
export type ReadUnit = {
  readonly position: number;
  readonly value: object;
  readonly around: readonly object[];
  readonly findings: readonly Finding[];
};

export type UnitHandler = {
  readonly read: (unit: ReadUnit) => void;
  readonly broken: (unit: BrokenUnit) => void;
};
