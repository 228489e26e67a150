/**
 * Where a finding lies in a transaction set, in the numbers that a 999 uses. `value` is given for codes only, never
 * for what may be PHI.
 */
export type SyntaxPlace = {
  readonly set: number; // in the interchange, from 1; 0 outside of a set
  readonly segment: string; // IK301
  readonly position: number; // IK302: ST is 1
  readonly loop?: string | undefined; // IK303
  readonly element?: number | undefined; // IK401-1
  readonly component?: number | undefined; // IK401-2
  readonly value?: string | undefined; // IK404
};

/**
 * The levels of validation: 1 envelope and syntax, 2 implementation guide, 3 balancing, 4 situations between segments,
 * 5 external codes.
 */
export type ValidationLevel = 1 | 2 | 3 | 4 | 5;

/**
 * One thing that is wrong with someone's data: what (code), where (path) and a sentence for a person.
 * Findings are returned, never thrown, and carry no PHI in `detail`. Those of the codec carry X12's own codes:
 * "IK403-7" is IK403 with the code 7, so that a 999 or a TA1 is a rendering of them.
 */
export type Finding = {
  readonly code: string;
  readonly path: string;
  readonly detail: string;
  readonly level?: ValidationLevel;
  readonly place?: SyntaxPlace;
  /** The segment, or the loop that it opens, could not be read and is left out; what it stood in was read without it. */
  readonly isLeftOut?: boolean;
};

/** What an operation yields when the data may be wrong: the value, or the findings against it. */
export type Checked<T> =
  | { readonly success: true; readonly data: T; readonly findings?: readonly Finding[] }
  | { readonly success: false; readonly findings: readonly Finding[] };
