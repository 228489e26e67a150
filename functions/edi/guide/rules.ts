import type { ValidationLevel } from '../findings.ts';

/** A segment by its id and which one it is after the step before: [['LX', 3], ['SV1', 1]]. */
export type Step = readonly [segment: string, occurrence: number];

/** What a rule found, with X12's code for it, as in `Finding`. */
export type RuleFinding = {
  readonly code: string;
  readonly level: ValidationLevel;
  readonly detail: string;
  readonly steps: readonly Step[]; // from the unit's first segment, or from ST
  readonly element?: number;
  readonly component?: number;
};

export type Report = (finding: RuleFinding) => void;

/**
 * What a guide demands beyond single segments: balancing (level 3) and situations between segments (level 4). One
 * instance watches over one set, so that it may count and add up.
 */
export type SetRules = {
  /** A unit is complete; `around` holds the loops that it stands in, the set first. */
  readonly unit?: (unit: object, around: readonly object[], report: Report) => void;
  /** A unit could not be read; `partial` has what of it could. */
  readonly broken?: (partial: object) => void;
  /** Other loops by their id, when they are complete. */
  readonly loops?: { readonly [loop: string]: (value: object, report: Report) => void };
  /** The set is complete. Units that were handed over one by one are no longer part of it. */
  readonly set?: (set: object, report: Report) => void;
  /** The date that code sets of the unit are looked up for, CCYY-MM-DD. */
  readonly dateOf?: (unit: object) => string | undefined;
};
