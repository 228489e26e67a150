import { z } from 'zod';

const State = z.looseObject({ Type: z.string(), TimestampPath: z.string().optional() });
const Definition = z.looseObject({ States: z.record(z.string(), State) });

/** What a state that waits for an instant tells the clock, as a message of the clock's queue. */
export const Timer = z.object({ at: z.string(), token: z.string(), execution: z.string() });
export type Timer = z.infer<typeof Timer>;

const messageOf = (timestampPath: string): Readonly<Record<`${keyof Timer}.$`, string>> => ({
  'at.$': timestampPath,
  'token.$': '$$.Task.Token',
  'execution.$': '$$.Execution.Id',
});

/**
 * A state machine of which each state that waits until an instant waits for the clock instead: it sends the instant
 * and its token to the clock's queue and goes on when the token comes back. Everything else stays as it is.
 */
export const clockedDefinition = (definition: string, queueUrl: string): string => {
  const machine = Definition.parse(JSON.parse(definition));
  const states = Object.entries(machine.States).map(([name, state]) => [name, clocked(state, queueUrl)]);
  return JSON.stringify({ ...machine, States: Object.fromEntries(states) });
};

const clocked = (state: z.infer<typeof State>, queueUrl: string): object => {
  if (state.Type !== 'Wait' || state.TimestampPath === undefined) return state;
  const { TimestampPath, ...rest } = state;
  return {
    ...rest,
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { QueueUrl: queueUrl, MessageBody: messageOf(TimestampPath) },
    ResultPath: null,
  };
};
