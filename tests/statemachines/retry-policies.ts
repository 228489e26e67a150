import type { RetryRule } from './machine.ts';

/**
 * How long and how often a call is tried again. After 2 seconds, since what fails for a moment (a throttled table, a
 * record that somebody else is writing) is well again by then; twice as long each time, so that who is overloaded
 * gets air; five times, which is about a minute: what fails for longer has to be seen, and an execution that fails
 * raises the alarm and is started again by the sweep. No wait is above a minute, should there ever be more attempts;
 * and each is drawn at random below its length, because the claims of one payer file fail together.
 */
const pace = {
  IntervalSeconds: 2,
  MaxAttempts: 5,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
} as const;

export type RetryPolicy = {
  readonly name: string;
  /** The kind of task that is retried so, as its `Resource` has it. */
  readonly resource: string;
  /** Why just these errors are tried again. */
  readonly reason: string;
  readonly rule: RetryRule;
};

/** All policies of retry that there are. A task that none of them fits needs a reason of its own here. */
export const retryPolicies: readonly RetryPolicy[] = [
  {
    name: 'call of a function',
    resource: 'arn:aws:states:::lambda:invoke',
    reason:
      'Every step finds its work in the records, so whatever it failed of it may run again. Lambda itself is told apart where it was busy or lost the function (out of time or memory).',
    rule: {
      ErrorEquals: ['States.TaskFailed', 'Lambda.TooManyRequestsException', 'Lambda.Unknown'],
      ...pace,
    },
  },
  {
    name: 'sending of a token',
    resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    reason:
      'Only the sending can fail, whatever the reason: the wait behind it has no time-out, and no function fails a token.',
    rule: { ErrorEquals: ['States.TaskFailed'], ...pace },
  },
];
