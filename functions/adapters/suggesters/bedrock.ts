import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
} from '@aws-sdk/client-bedrock-runtime';

/** Coding goes on without an answer that takes longer: a step has thirty seconds in all. */
const patienceMs = 20_000;

let client: BedrockRuntimeClient | undefined;

/** Amazon Bedrock's Converse on one request. Its client exists once it is asked. */
export const converse = (request: ConverseCommandInput): Promise<unknown> => {
  client ??= new BedrockRuntimeClient({});
  return client.send(new ConverseCommand(request), { abortSignal: AbortSignal.timeout(patienceMs) });
};
