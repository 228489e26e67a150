import { readFile } from 'node:fs/promises';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
} from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { localAuthorization } from '../../local/aws-clients.ts';
import type { LocalApp } from '../../local/local-app.ts';
import type { LocalPractice } from '../../local/local-practice.ts';

/** The keys of everything in a bucket. */
export const objectKeys = async ({ clients }: LocalApp, bucket: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: clients.s3 }, { Bucket: bucket }))
    keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
  return keys;
};

/** The text of each file that went out, by its key, in the order of their numbers. */
export const outboundFiles = async (app: LocalApp): Promise<ReadonlyMap<string, string>> => {
  const { ExchangeBucket: Bucket } = app.records;
  const keys = (await objectKeys(app, Bucket)).filter((key) => key.includes('/outbound/')).sort();
  const files = new Map<string, string>();
  for (const Key of keys) {
    const { Body } = await app.clients.s3.send(new GetObjectCommand({ Bucket, Key }));
    files.set(Key, (await Body?.transformToString()) ?? '');
  }
  return files;
};

/** The claims (CLM01) of each file of claims that went out, by its key, in the order of their numbers. */
export const sentClaims = async (app: LocalApp): Promise<ReadonlyMap<string, readonly string[]>> =>
  new Map(
    [...(await outboundFiles(app))].flatMap(([key, text]) =>
      key.includes('/outbound/837P-')
        ? [[key, [...text.matchAll(/^CLM\*([^*]+)\*/gm)].map(([, number = '']) => number)] as const]
        : [],
    ),
  );

/** Every execution so far: its name, what it was given and what it handed on. */
export const executions = async ({ clients: { sfn }, billing }: LocalApp): Promise<string[]> => {
  const told: string[] = [];
  for (const [output, stateMachineArn] of Object.entries(billing)) {
    if (!output.endsWith('Workflow')) continue;
    for await (const page of paginateListExecutions({ client: sfn }, { stateMachineArn })) {
      for (const { executionArn } of page.executions ?? []) {
        const {
          name,
          input,
          output: result,
        } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        told.push(`${name} ${input} ${result ?? ''}`);
      }
    }
  }
  return told;
};

/** Every event of the workflows of visits and claims, with all that it holds. */
export const histories = async ({ clients: { sfn }, billing }: LocalApp): Promise<string[]> => {
  const told: string[] = [];
  for (const stateMachineArn of [billing.CodingWorkflow, billing.ClaimLifecycleWorkflow])
    for await (const { executions: some = [] } of paginateListExecutions(
      { client: sfn },
      { stateMachineArn },
    ))
      for (const { executionArn } of some)
        for await (const page of paginateGetExecutionHistory({ client: sfn }, { executionArn }))
          told.push(JSON.stringify(page.events));
  return told;
};

const Groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const Events = z.object({
  events: z.array(z.object({ message: z.string() })),
  nextToken: z.string().nullish(),
});

const askLogs = async ({ clients }: LocalApp, action: string, input: object): Promise<unknown> => {
  const response = await fetch(clients.endpoint, {
    method: 'POST',
    headers: {
      authorization: localAuthorization('logs'),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${action}`,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${action} answers with ${response.status}`);
  return response.json();
};

/** What the functions wrote to CloudWatch Logs, a message for each line. */
export const functionLogs = async (app: LocalApp): Promise<string[]> => {
  const { logGroups } = Groups.parse(await askLogs(app, 'DescribeLogGroups', {}));
  const messages: string[] = [];
  for (const { logGroupName } of logGroups) {
    let nextToken: string | null | undefined;
    do {
      const page = Events.parse(
        await askLogs(app, 'FilterLogEvents', { logGroupName, ...(nextToken && { nextToken }) }),
      );
      messages.push(...page.events.map(({ message }) => message));
      nextToken = page.nextToken;
    } while (nextToken);
  }
  return messages;
};

/** What the local cloud itself wrote down. */
export const cloudLog = async ({ cloud }: LocalPractice): Promise<string> =>
  cloud.logFile ? readFile(cloud.logFile, 'utf8') : '';
