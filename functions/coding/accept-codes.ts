import { stepActor } from '../domain/actor.ts';
import type { CodingReview, EncounterCodes } from '../domain/coding.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Task } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';
import { reviewCodes } from './review-codes.ts';

/** What codes are accepted for where no person confirms them. */
const byPolicy = 'policy';

/**
 * Takes the coder's codes, or by the practice's policy the proposal, and keeps who decided what; codes taken already
 * are not taken again.
 */
export const acceptCodes = (
  encounter: Encounter,
  task: Task | undefined,
  now: string,
): Partial<Encounter> | undefined => {
  const acceptedFor = task?.taskId ?? byPolicy;
  if (encounter.codesAcceptedFor.includes(acceptedFor)) return undefined;
  const codes = codesFrom(encounter, task);
  const by = task?.outcome?.by ?? stepActor('accept-codes');
  const support = task?.outcome?.correction?.support ?? [];
  const review = reviewCodes(encounter, codes, { acceptedFor, by, at: task?.outcome?.at ?? now, support });
  return {
    codes,
    codedBy: by,
    codesAcceptedFor: [...encounter.codesAcceptedFor, acceptedFor],
    codingReviews: [...(encounter.codingReviews ?? []), review],
    codingRounds: encounter.codingRounds + 1,
    status: 'coded',
  };
};

const codesFrom = (encounter: Encounter, task?: Task): EncounterCodes => {
  const codes = task ? task.outcome?.correction?.codes : encounter.proposal;
  if (!codes)
    throw new BillingError('InvalidInput', `Encounter ${encounter.encounterId} has no codes to accept`);
  return codes;
};

/**
 * The review of a task when it is the first that a person made: from it the practice's memory learns. A later one
 * corrects the same decisions, which would then count twice.
 */
export const firstReviewBy = (
  { codingReviews = [] }: Pick<Encounter, 'codingReviews'>,
  taskId: string,
): CodingReview | undefined => {
  const [first] = codingReviews.filter(({ acceptedFor }) => acceptedFor !== byPolicy);
  return first?.acceptedFor === taskId ? first : undefined;
};
