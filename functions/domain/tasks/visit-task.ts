import { z } from 'zod';
import type { Task } from '../task.ts';

/** The kinds of task that a visit waits for on its way to a claim. */
export const VisitTaskKind = z.enum(['coding', 'encounter-edits', 'registration-edits', 'practice-records']);
export type VisitTaskKind = z.infer<typeof VisitTaskKind>;

type AboutVisit = Pick<Task, 'kind' | 'claimId' | 'encounterId'>;

/** The kind of a task that a visit waits for; undefined for every other task. */
export const visitKindOf = ({ kind, claimId, encounterId }: AboutVisit): VisitTaskKind | undefined => {
  const known = VisitTaskKind.safeParse(kind);
  return known.success && claimId === undefined && encounterId !== undefined ? known.data : undefined;
};
