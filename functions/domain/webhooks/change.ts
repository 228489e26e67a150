import type { Claim } from '../claim.ts';
import type { Encounter } from '../encounter.ts';
import type { Task } from '../task.ts';

/** A record before and after one change, and when that was. */
export type Change =
  | {
      readonly kind: 'encounter';
      readonly before: Encounter | undefined;
      readonly after: Encounter;
      readonly at: string;
    }
  | { readonly kind: 'claim'; readonly before: Claim | undefined; readonly after: Claim; readonly at: string }
  | { readonly kind: 'task'; readonly before: Task | undefined; readonly after: Task; readonly at: string };
