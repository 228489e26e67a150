import {
  DescribeStateMachineCommand,
  SendTaskSuccessCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { LocalApp } from '../local-app.ts';
import { clockedDefinition, Timer } from './clocked-definition.ts';

/** Where workflows that wait for an instant leave word, and how each of them is sent on. */
export type ClockQueue = {
  /** Those that have begun to wait since the last time. */
  readonly takeTimers: () => Promise<readonly Timer[]>;
  /** Sends one on; one that does not wait any more is passed over. */
  readonly ring: (timer: Timer) => Promise<void>;
};

/** The machines of the app that wait for instants. */
export const clockedMachines = ({ billing }: LocalApp): readonly string[] => [
  billing.FollowUpTimerWorkflow,
  billing.TaskClockWorkflow,
];

/** Lets the deployed machines wait for this clock rather than for that of the machine. */
export const openClockQueue = async (app: LocalApp): Promise<ClockQueue> => {
  const { sqs } = app.clients;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'simulated-clock' }));
  for (const stateMachineArn of clockedMachines(app)) await letWaitFor(app, stateMachineArn, QueueUrl);
  return {
    takeTimers: () => takeTimers(app, QueueUrl),
    ring: ({ token }) => ring(app, token),
  };
};

const letWaitFor = async ({ clients: { sfn } }: LocalApp, stateMachineArn: string, queueUrl: string) => {
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const clocked = clockedDefinition(definition, queueUrl);
  await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: clocked }));
};

const takeTimers = async ({ clients: { sqs } }: LocalApp, QueueUrl: string): Promise<Timer[]> => {
  const timers: Timer[] = [];
  for (;;) {
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await sqs.send(receive);
    if (Messages.length === 0) return timers;
    for (const { Body = '', ReceiptHandle } of Messages) {
      timers.push(Timer.parse(JSON.parse(Body)));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
};

/** An execution that a restart has ended knows its token no more. */
const endedErrors = ['TaskDoesNotExist', 'TaskTimedOut'];

const ring = async ({ clients: { sfn } }: LocalApp, taskToken: string): Promise<void> => {
  try {
    await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  } catch (error) {
    if (!(error instanceof Error && endedErrors.includes(error.name))) throw error;
  }
};
