import type { VisitChange } from '../visit-to-scrub.ts';

/** A visit and what one edit makes of it. */
export type EditCase = {
  readonly edit: string;
  readonly why: string;
  readonly visit: VisitChange;
  /** "block clinic registration.dateOfService": how much it weighs, who mends it, where it stands; nothing of a clean one. */
  readonly finds?: string;
  /** Rests on the official code sets. */
  readonly official?: true;
};

/** Cases of one edit: what it finds, and what it leaves alone. */
export const casesOf = (
  edit: string,
  found: readonly (readonly [why: string, visit: VisitChange, finds: string])[],
  clean: readonly (readonly [why: string, visit: VisitChange])[],
  official?: true,
): readonly EditCase[] => [
  ...found.map(([why, visit, finds]) => ({ edit, why, visit, finds, ...(official && { official }) })),
  ...clean.map(([why, visit]) => ({ edit, why, visit, ...(official && { official }) })),
];
