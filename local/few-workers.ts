import { z } from 'zod';
import { type AwsClients, localAuthorization } from './aws-clients.ts';

const Mappings = z.object({
  EventSourceMappings: z.array(z.object({ UUID: z.string(), EventSourceArn: z.string() })),
});

/** The least that AWS allows; a laptop's cores are busy with it, and each call at once is a process to start. */
const MaximumConcurrency = 2;

/** Lets few messages of each queue be worked at once. */
export const workFewAtOnce = async ({ endpoint }: AwsClients): Promise<void> => {
  const { EventSourceMappings } = Mappings.parse(await callLambda(endpoint, 'event-source-mappings'));
  const body = JSON.stringify({ ScalingConfig: { MaximumConcurrency } });
  // A stream has one worker a shard anyway.
  for (const { UUID } of EventSourceMappings.filter((one) => one.EventSourceArn.includes(':sqs:')))
    await callLambda(endpoint, `event-source-mappings/${UUID}`, { method: 'PUT', body });
};

const callLambda = async (endpoint: string, path: string, init: RequestInit = {}): Promise<unknown> => {
  const headers = { authorization: localAuthorization('lambda'), 'content-type': 'application/json' };
  const response = await fetch(`${endpoint}/2015-03-31/${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path} answers with ${response.status}`);
  return response.json();
};
