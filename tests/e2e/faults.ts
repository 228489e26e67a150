import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GetQueueAttributesCommand, ListQueuesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { localAuthorization } from '../../local/aws-clients.ts';
import { decideByLink } from '../../local/desks.ts';
import type { LocalApp } from '../../local/local-app.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { objectKeys } from './traces.ts';

const preload = join(import.meta.dirname, 'die-early.cjs');

const Functions = z.object({
  Functions: z.array(
    z.object({
      FunctionName: z.string(),
      Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
    }),
  ),
});

const callLambda = async ({ clients }: LocalApp, path: string, init: RequestInit = {}): Promise<unknown> => {
  const headers = { authorization: localAuthorization('lambda'), 'content-type': 'application/json' };
  const response = await fetch(`${clients.endpoint}/2015-03-31/functions/${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path} answers with ${response.status}`);
  return response.json();
};

/** The environment of the function whose name holds the text. */
export const functionVariables = async (app: LocalApp, name: string): Promise<Record<string, string>> => {
  const { Functions: all } = Functions.parse(await callLambda(app, '?MaxItems=100'));
  return (
    all.find(({ FunctionName }) => FunctionName.includes(`-${name}Function`))?.Environment.Variables ?? {}
  );
};

/** Lets every function die so many times, each time right after a write, and returns whoever has died so far. */
export const killFunctions = async (
  app: LocalApp,
  deaths: number,
  markers: string,
): Promise<() => string[]> => {
  mkdirSync(markers, { recursive: true });
  await changeFunctions(app, ({ NODE_OPTIONS }) => ({
    NODE_OPTIONS: `${NODE_OPTIONS} --require ${preload}`,
    DEATH_MARKERS: markers,
    DEATHS: String(deaths),
  }));
  return () => readdirSync(markers).sort();
};

type Variables = Readonly<Record<string, string>>;

/** Changes the environment of every function, from what each has. */
export const changeFunctions = async (
  app: LocalApp,
  changeOf: (before: Variables) => Variables,
): Promise<void> => {
  const { Functions: all } = Functions.parse(await callLambda(app, '?MaxItems=100'));
  for (const { FunctionName, Environment } of all) {
    const before = Environment.Variables;
    const body = JSON.stringify({ Environment: { Variables: { ...before, ...changeOf(before) } } });
    await callLambda(app, `${encodeURIComponent(FunctionName)}/configuration`, { method: 'PUT', body });
  }
};

const queueUrls = async ({ clients: { sqs } }: LocalApp): Promise<string[]> =>
  (await sqs.send(new ListQueuesCommand({}))).QueueUrls ?? [];

/** Of how many files it was told once more, and of which it was not. */
export type Retold = { readonly told: number; readonly untold: readonly string[] };

/** Tells of every object a second time, soon after it came, until it is stopped; returns how many it told of. */
export const deliverTwice = (app: LocalApp): { readonly stop: () => Promise<Retold> } => {
  const stopping = new AbortController();
  const told = new Set<string>();
  const { IntakeBucket, ExchangeBucket } = app.records;
  const eventful = [
    [IntakeBucket, /^practices\//, 'DocumentsQueue'],
    [ExchangeBucket, /\/inbound\//, 'PartnerFilesQueue'],
    [ExchangeBucket, /^payments\//, 'PaymentPartsQueue'],
  ] as const;
  const untoldIn = async (bucket: string, keys: RegExp): Promise<string[]> =>
    (await objectKeys(app, bucket)).filter((key) => keys.test(key) && !told.has(key));
  const tell = async (): Promise<void> => {
    const urls = await queueUrls(app);
    for (const [bucket, keys, queue] of eventful) {
      const QueueUrl = urls.find((url) => url.includes(queue));
      for (const key of await untoldIn(bucket, keys)) {
        const MessageBody = JSON.stringify({ detail: { bucket: { name: bucket }, object: { key } } });
        await app.clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
        told.add(key);
      }
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await tell();
      await pause(500);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      const untold = await Promise.all(eventful.map(([bucket, keys]) => untoldIn(bucket, keys)));
      return { told: told.size, untold: untold.flat() };
    },
  };
};

/** Sweeps as the deployed app does every quarter of an hour; the sweep is killed like any other function. */
export const sweepNowAndThen = ({ sweep }: LocalPractice): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sweep().catch(() => undefined);
      await pause(5000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};

/** How many messages nobody could work. */
export const deadLetters = async (app: LocalApp): Promise<number> => {
  let count = 0;
  for (const QueueUrl of (await queueUrls(app)).filter((url) => url.includes('Failures'))) {
    const { Attributes } = await app.clients.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    count += Number(Attributes?.ApproximateNumberOfMessages);
  }
  return count;
};

/** A person who sees the page fail, thinks the worst of it, and goes home. */
export const decideAndGoHome: typeof decideByLink = async (link, decision) => {
  try {
    await decideByLink(link, decision);
  } catch (error) {
    if (!(error instanceof Error && /with 5\d\d$/.test(error.message))) throw error;
  }
};
