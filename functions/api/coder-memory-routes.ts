import { z } from 'zod';
import { json } from '../runtime/http-handler.ts';
import type { PracticeRoute, Respond } from './practice-request.ts';

/** Exports what the practice's coders taught: counts by term and code, plain data without PHI. */
const getCoderMemory: Respond = async ({ practiceId }, records) =>
  json(200, await records.coderMemory(practiceId));

/** Erases it: about one term or phrase (`?term=`), or all of it. */
const eraseCoderMemory: Respond = async ({ practiceId, query }, records) =>
  json(200, { erased: await records.eraseCoderMemory(practiceId, query.term) });

const Term = z.object({ term: z.string().optional() });

/** What the practice’s coders taught. */
export const coderMemoryRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/coder-memory',
    summary: 'Exports what coders taught, counts without PHI',
    permission: 'export',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.looseObject({}) },
    handler: getCoderMemory,
  },
  {
    method: 'DELETE',
    path: '/coder-memory',
    summary: 'Erases what coders taught, or what is about one term',
    permission: 'administer',
    audit: 'no-patient-data',
    query: Term,
    answer: { status: 200, body: z.object({ erased: z.int() }) },
    handler: eraseCoderMemory,
  },
];
