import { stepActor } from '../domain/actor.ts';
import type { CodingReview, EncounterCodes } from '../domain/coding.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { documentsDigest } from '../domain/visit/documents.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { BillingError } from '../runtime/errors.ts';
import { reviewCodes } from './review-codes.ts';

/** What codes are accepted for where no person confirms them. */
const byPolicy = 'policy';

/** The policy decides once about each content of a visit, and again where the visit is read again. */
const policyRound = (encounter: Encounter): string => {
  const { furtherDocuments = [], restartedFor } = encounter;
  if (furtherDocuments.length === 0 && restartedFor.length === 0) return byPolicy;
  return [byPolicy, documentsDigest(encounter), restartedFor.length].join('/');
};

/**
 * Takes the coder's codes, or by the practice's policy the proposal, and keeps who decided what; codes taken already
 * are not taken again.
 */
export const acceptCodes = (
  encounter: Encounter,
  task: Task | undefined,
  now: string,
): Partial<Encounter> | undefined => {
  const acceptedFor = task?.taskId ?? policyRound(encounter);
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

/** Ends a visit of which nothing is billed, with the reason that was given. */
export const endUnbilled = ({ by, at, note }: TaskOutcome): Partial<Encounter> => ({
  status: 'not-billable',
  notBillable: { reason: note, by, at },
});

/** Counts a task that ended without codes, once: what is asked next is another task. */
export const restartFor = ({ restartedFor }: Encounter, taskId: string): Partial<Encounter> | undefined =>
  restartedFor.includes(taskId) ? undefined : { restartedFor: [...restartedFor, taskId] };

/** Keeps why the warnings that a task showed are no faults of this visit, and who said so. */
export const answerWarnings = (
  encounter: Encounter,
  { taskId, reasons }: Task,
  { note: reason, by, at }: TaskOutcome,
): Partial<Encounter> | undefined => {
  const restarted = restartFor(encounter, taskId);
  if (!restarted) return undefined;
  const shown = new Set(reasons.map(({ code }) => code));
  const answered = encounter.findings
    .filter(({ severity, code, path }) => severity === 'warn' && shown.has(`${code} ${path}`))
    .map(({ code, detail, about }) => ({ code, detail, ...(about && { about }), reason, by, at }));
  return { ...restarted, overrides: [...encounter.overrides, ...answered] };
};

const codesFrom = (encounter: Encounter, task?: Task): EncounterCodes => {
  const codes = task ? task.outcome?.correction?.codes : encounter.proposal;
  if (!codes)
    throw new BillingError('InvalidInput', `Visit ${visitReference(encounter)} has no codes to accept`);
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
  const [first] = codingReviews.filter(({ acceptedFor }) => !acceptedFor.startsWith(byPolicy));
  return first?.acceptedFor === taskId ? first : undefined;
};
