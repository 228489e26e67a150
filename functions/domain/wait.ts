import { z } from 'zod';
import { Acknowledgement } from './claim.ts';
import { bellShardOf } from './follow-up/bell.ts';
import { statusOutcomes } from './follow-up/payer-status.ts';
import type { TaskAction } from './task.ts';

/** How the bell of a wait answers. */
export const unanswered = 'unanswered';

/** What each kind of wait may be answered with, beside the bell; the state machines branch on it. */
export const answerOutcomes = {
  eligibility: ['covered', 'not-covered', unanswered],
  /** withdrawn: what waited is not to be sent any more, or cannot be. */
  transmission: ['sent', 'withdrawn'],
  acknowledgement: Acknowledgement.shape.outcome.options,
  /** A front end may still refuse what it took before, and a reversal may come without its correction. */
  remittance: ['settled', 'denied', 'reversed', 'rejected'],
  claimStatus: statusOutcomes,
  task: ['decided'],
} as const;

export type WaitKind = keyof typeof answerOutcomes;
export type AnswerOutcome<K extends WaitKind> = (typeof answerOutcomes)[K][number];

type Answers = {
  readonly [K in Exclude<WaitKind, 'task'>]: { readonly outcome: AnswerOutcome<K> };
} & {
  readonly task: {
    readonly outcome: AnswerOutcome<'task'>;
    readonly action: TaskAction;
    readonly taskId: string;
  };
};

/** The answer to one kind of wait. */
export type AnswerTo<K extends WaitKind> = Answers[K];

/** Names a wait of one kind, so that nothing but an answer of that kind ends it. */
export type WaitId<K extends WaitKind = WaitKind> = string & { readonly __wait: K };

/** Stores the answer; the first one counts, and whoever waits or will wait goes on with it. */
export type AnswerWait = <K extends WaitKind>(waitId: WaitId<K>, answer: AnswerTo<K>) => Promise<void>;

/** What a workflow resumes with, as it is stored: a small outcome, and for tasks the decision taken. */
export const Answer = z.looseObject({ outcome: z.string() });
export type Answer = z.infer<typeof Answer>;

/**
 * What a step hands to the wait behind it. `round` counts the times that the same thing is awaited again;
 * `ringAt` is the instant at which nobody should wait any longer, null where a person decides.
 */
export type WaitFor = { readonly waitId: string; readonly round: number; readonly ringAt: string | null };

/** A token for a wait, as a state sends it. */
export const WaitRegistration = z.object({
  waitId: z.string(),
  round: z.int().min(0),
  ringAt: z.string().nullable(),
  token: z.string(),
});
export type WaitRegistration = z.infer<typeof WaitRegistration>;

/** A token registered for a wait, with the instant at which it was sent, in milliseconds: of two the later one waits. */
export type TokenSent = WaitRegistration & { readonly sentAt: number };

/** What is known of a wait: who waits (token), for the how-manieth time (round), until when, and what came meanwhile. */
export type Wait = {
  readonly token?: string | undefined;
  readonly sentAt?: number | undefined;
  readonly round?: number | undefined;
  /** The part of the index in which its bell stands, empty where nothing is to ring; so is the instant then. */
  readonly bell?: string | undefined;
  readonly ringAt?: string | undefined;
  readonly rungRound?: number | undefined;
  readonly answer?: Answer | undefined;
};

/** Of a wait for which nothing is to ring: a person decides, or it is over. */
export const silent = { bell: '', ringAt: '' } as const;

/** The bell of a wait, as it stands in the index. */
export const bellAt = (waitId: string, ringAt: string) => ({ bell: bellShardOf(waitId), ringAt });

/** Whether a round of a wait is over: it was answered, or its bell has rung. */
export const isOver = ({ answer, rungRound }: Wait, round: number): boolean =>
  answer !== undefined || (rungRound !== undefined && rungRound >= round);

/**
 * The answer that the waiting workflow gets now, or undefined while it goes on waiting. A real answer always wins
 * over the bell, and the bell counts only for the round it was set for.
 */
export const settleWait = (wait: Wait): { token: string; answer: Answer } | undefined => {
  const { token, round, answer } = wait;
  if (!token) return undefined;
  if (answer) return { token, answer };
  return round !== undefined && isOver(wait, round) ? { token, answer: { outcome: unanswered } } : undefined;
};

const named = <K extends WaitKind>(id: string) => id as WaitId<K>; // branded here and nowhere else

export const waits = {
  eligibility: (claimId: string, check: number) => named<'eligibility'>(`${claimId}/eligibility/${check}`),
  /** Of what waits since an instant: withdrawn and put into an outbox again, it is another wait. */
  transmission: (claimId: string, submissionNumber: number, queuedAt: string) =>
    named<'transmission'>(`${claimId}/transmission/${submissionNumber}/${queuedAt}`),
  acknowledgement: (claimId: string, submissionNumber: number) =>
    named<'acknowledgement'>(`${claimId}/acknowledgement/${submissionNumber}`),
  /** `answered` counts the remittances had so far: the next one answers the next wait. */
  remittance: (claimId: string, submissionNumber: number, answered: number) =>
    named<'remittance'>(`${claimId}/remittance/${submissionNumber}.${answered}`),
  claimStatus: (claimId: string, submissionNumber: number, followUp: number) =>
    named<'claimStatus'>(`${claimId}/status/${submissionNumber}.${followUp}`),
  task: (taskId: string) => named<'task'>(`task/${taskId}`),
} satisfies { [K in WaitKind]: (...parts: never[]) => WaitId<K> };
