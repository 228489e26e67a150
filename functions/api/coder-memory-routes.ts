import { json } from '../runtime/http-handler.ts';
import type { Respond } from './practice-request.ts';

/** Exports what the practice's coders taught: counts by term and code, plain data without PHI. */
export const getCoderMemory: Respond = async ({ practiceId }, records) =>
  json(200, await records.coderMemory(practiceId));

/** Erases it: about one term or phrase (`?term=`), or all of it. */
export const eraseCoderMemory: Respond = async ({ practiceId, query }, records) =>
  json(200, { erased: await records.eraseCoderMemory(practiceId, query.term) });
