import { z } from 'zod';

/** What a workflow resumes with: a small outcome, and for tasks the decision taken. */
export const Answer = z.looseObject({ outcome: z.string() });
export type Answer = z.infer<typeof Answer>;

/**
 * What a step hands to the wait behind it. `round` counts the times that the same thing is awaited again;
 * `ringAt` is the instant at which nobody should wait any longer, null where a person decides.
 */
export type WaitFor = { readonly waitId: string; readonly round: number; readonly ringAt: string | null };

/** A token registered for a wait, as it comes off the queue. */
export const WaitRegistration = z.object({
  waitId: z.string(),
  round: z.int().min(0),
  ringAt: z.string().nullable(),
  token: z.string(),
});
export type WaitRegistration = z.infer<typeof WaitRegistration>;

/** What is known of a wait: who waits (token), for the how-manieth time (round), and what came meanwhile. */
export type Wait = {
  readonly token?: string | undefined;
  readonly round?: number | undefined;
  readonly rungRound?: number | undefined;
  readonly answer?: Answer | undefined;
};

/**
 * The answer that the waiting workflow gets now, or undefined while it goes on waiting. A real answer always wins
 * over the bell, and the bell counts only for the round it was set for.
 */
export const settleWait = (wait: Wait): { token: string; answer: Answer } | undefined => {
  if (!wait.token) return undefined;
  if (wait.answer) return { token: wait.token, answer: wait.answer };
  const rung = wait.rungRound !== undefined && wait.round !== undefined && wait.rungRound >= wait.round;
  return rung ? { token: wait.token, answer: { outcome: 'unanswered' } } : undefined;
};

export const waits = {
  eligibility: (claimId: string, check: number): string => `${claimId}/eligibility/${check}`,
  acknowledgement: (claimId: string, submissionNumber: number): string =>
    `${claimId}/acknowledgement/${submissionNumber}`,
  /** `answered` counts the remittances had so far: the next one answers the next wait. */
  remittance: (claimId: string, submissionNumber: number, answered: number): string =>
    `${claimId}/remittance/${submissionNumber}.${answered}`,
  claimStatus: (claimId: string, submissionNumber: number, followUp: number): string =>
    `${claimId}/status/${submissionNumber}.${followUp}`,
  task: (taskId: string): string => `task/${taskId}`,
};
