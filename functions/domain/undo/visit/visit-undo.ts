import type { Claim } from '../../claim.ts';
import type { ClaimChange } from '../../claim-change.ts';
import type { Encounter } from '../../encounter.ts';
import type { Transmission } from '../../ids.ts';
import type { Task } from '../../task.ts';

/** What an undo of a decision about a visit writes, all of it or nothing. */
export type VisitUndo = {
  /** As it is then: its version is one more than it was. */
  readonly encounter: Encounter;
  readonly tasks: readonly { readonly before: Task; readonly after: Task }[];
  readonly claims: readonly { readonly before: Claim; readonly change: ClaimChange }[];
  /** What must not be taken for a file meanwhile. */
  readonly transmissions: readonly Transmission[];
};
