import { GetExecutionHistoryCommand, paginateListExecutions } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import type { LocalApp } from '../local-app.ts';

/** Says whether something is under way, and what. */
type Check = () => Promise<string | undefined>;

/** A number that grows with the calls of functions; undefined where nobody counts them. */
export type Calls = () => number | undefined;

/**
 * Tells of something that is under way in the app, in words; of nothing when whatever runs waits for a person, a payer
 * or a bell. What moved the last time is asked first: while it moves, nobody else need be.
 */
export const watchCloud = async (app: LocalApp, calls: Calls = () => undefined): Promise<Check> => {
  const { CodingWorkflow, ClaimLifecycleWorkflow } = app.billing;
  let checks: readonly Check[] = [
    ...(await queueUrls(app)).map((url) => () => tellOfMessages(app, url)),
    ...[CodingWorkflow, ClaimLifecycleWorkflow].map((machine) => atWork(app, machine, calls)),
  ];
  return async () => {
    for (const check of checks) {
      const moving = await check();
      if (moving === undefined) continue;
      checks = [check, ...checks.filter((other) => other !== check)];
      return moving;
    }
    return undefined;
  };
};

/** Messages that nobody could work stay where a person finds them. */
const isForPersons = (queueUrl: string): boolean => queueUrl.includes('Failures');

export const queueUrls = async ({ clients: { sqs } }: LocalApp): Promise<string[]> => {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  return QueueUrls.filter((url) => !isForPersons(url));
};

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible', // a function works on them, or died and gets them again
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** How many messages wait in a queue or are worked. */
export const messagesIn = async ({ clients: { sqs } }: LocalApp, QueueUrl: string): Promise<number> => {
  const ask = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] });
  const { Attributes = {} } = await sqs.send(ask);
  return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
};

const tellOfMessages = async (app: LocalApp, QueueUrl: string): Promise<string | undefined> => {
  const messages = await messagesIn(app, QueueUrl);
  return messages > 0 ? `${messages} messages in ${QueueUrl.split('/').at(-1)}` : undefined;
};

/** The ARNs of all executions of a machine that run. */
export const runningExecutions = async (
  { clients }: LocalApp,
  stateMachineArn: string,
): Promise<string[]> => {
  const arns: string[] = [];
  const pages = paginateListExecutions({ client: clients.sfn }, { stateMachineArn, statusFilter: 'RUNNING' });
  for await (const { executions = [] } of pages)
    arns.push(...executions.flatMap(({ executionArn }) => executionArn ?? []));
  return arns;
};

/** What was seen waiting still waits while no function was called: only functions answer those who wait. */
const atWork = (app: LocalApp, machine: string, calls: Calls): Check => {
  let seen: { readonly calls: number | undefined; readonly waiting: ReadonlySet<string> } | undefined;
  return async () => {
    const now = calls();
    const known = now !== undefined && seen?.calls === now ? seen.waiting : new Set<string>();
    const executions = await runningExecutions(app, machine);
    const waits = await Promise.all(executions.map(async (one) => known.has(one) || isWaiting(app, one)));
    seen = { calls: now, waiting: new Set(executions.filter((_, index) => waits[index])) };
    return executions.find((_, index) => !waits[index]);
  };
};

/** Whether the last thing that an execution did was to hand out its token. */
const isWaiting = async ({ clients: { sfn } }: LocalApp, executionArn: string): Promise<boolean> => {
  const last = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 });
  const { events: [event] = [] } = await sfn.send(last);
  return event?.taskScheduledEventDetails?.resource?.endsWith('.waitForTaskToken') ?? false;
};
