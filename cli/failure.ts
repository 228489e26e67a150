import { CommanderError } from 'commander';
import type { Checked } from '../functions/domain/finding.ts';

/** 0 is done, 1 something wrong was found in what was looked at; README.md tells of all four. */
export const exitCodes = { misuse: 2, noCloud: 3 } as const;

export type Failure = { readonly text: string; readonly exitCode: number };

/** No cloud that holds the records is known, or none answers. */
export class NoCloudError extends Error {}

/** What Node and the AWS SDK call it when nobody answers, or nobody lets us in. */
const unreachable = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  ...['TimeoutError', 'CredentialsProviderError', 'ExpiredTokenException', 'UnrecognizedClientException'],
  ...['ExpiredToken', 'InvalidClientTokenId', 'ResourceNotFoundException'],
]);

/** The errors that led to one: what wraps it, and what several tries ended with. */
function* causesOf(error: unknown): Generator<Error & { readonly code?: unknown }> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* causesOf(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* causesOf(one);
}

const reasonOf = (error: unknown): string | undefined => {
  for (const { code, name } of causesOf(error))
    for (const word of [code, name]) if (typeof word === 'string' && unreachable.has(word)) return word;
  return undefined;
};

/** What somebody does about a cloud that does not answer: the local one runs on this machine. */
const noCloudAdvice = (reason: string): string =>
  process.env.AWS_ENDPOINT_URL
    ? `The local cloud isn’t running: npm start (${reason})`
    : `AWS does not answer (${reason}): look at the network, AWS_REGION, the credentials, and TABLE_NAME (${process.env.TABLE_NAME ?? 'not set'})`;

/** What a command that failed says, and with which code it ends: words, never a stack. */
export const failureOf = (error: unknown): Failure => {
  // Commander has said what is wrong itself; help and version are no failure.
  if (error instanceof CommanderError)
    return { text: '', exitCode: error.exitCode === 0 ? 0 : exitCodes.misuse };
  if (error instanceof NoCloudError) return { text: error.message, exitCode: exitCodes.noCloud };
  const reason = reasonOf(error);
  if (reason) return { text: noCloudAdvice(reason), exitCode: exitCodes.noCloud };
  return { text: error instanceof Error ? error.message : String(error), exitCode: exitCodes.misuse };
};

/** What was checked; else a failure that tells each finding with its place. */
export const checked = <T>(result: Checked<T>): T => {
  if (result.success) return result.data;
  throw new Error(result.findings.map(({ path, detail }) => `${path}: ${detail}`).join('\n'));
};
