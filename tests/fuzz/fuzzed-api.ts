import { programToken } from '../../local/access/program.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { environmentOf } from './deployed-environment.ts';
import { type KnownIds, type Seed, seedPractice } from './seed-practice.ts';
import { serveApi } from './serve-api.ts';

/** What the caller is a member of, and a practice that is none of its business. */
const own: Seed = { practiceId: 'maple-street', letter: 'A', word: 'Ordinary' };
const foreign: Seed = { practiceId: 'elm-row', letter: 'B', word: 'Xqzwv' };

/** What `hooks.py` reads. */
export type Known = {
  readonly ownPractice: string;
  readonly foreignPractice: string;
  readonly foreignWord: string;
  /** Who calls: its membership is left alone, or it would shut itself out. */
  readonly caller: string;
  readonly own: KnownIds;
  readonly foreign: KnownIds;
};

export type FuzzedApi = {
  readonly url: string;
  /** Of a program that may do everything in one of the practices. */
  readonly token: string;
  readonly known: Known;
  readonly stop: () => Promise<void>;
};

/**
 * The API of a local practice in this process, on the stores of the local cloud, with two practices that have a record of
 * every kind.
 */
export const fuzzedApi = async (local: LocalPractice): Promise<FuzzedApi> => {
  const quiet = { POWERTOOLS_LOG_LEVEL: 'CRITICAL', POWERTOOLS_METRICS_DISABLED: 'true' };
  Object.assign(process.env, await environmentOf(local, 'PracticeApi'), quiet);
  // Of each request Powertools warns that its metrics are switched off.
  console.warn = () => undefined;
  const { handler } = await import('../../functions/api/practice-api.lambda.ts');
  const known = {
    ...{ ownPractice: own.practiceId, foreignPractice: foreign.practiceId, foreignWord: foreign.word },
    caller: local.app.records.ClinicClientId,
    own: await seedPractice(handler, own),
    foreign: await seedPractice(handler, foreign),
  };
  const token = await programToken(local.app);
  return { ...(await serveApi(handler)), token, known };
};
