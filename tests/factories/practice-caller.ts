import { randomUUID } from 'node:crypto';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { practiceRoutes } from '../../functions/api/practice-routes.ts';
import { actorOf } from '../../functions/domain/access/membership.ts';
import type { Actor } from '../../functions/domain/actor.ts';
import { httpHandler } from '../../functions/runtime/http-handler.ts';
import { unaudited } from './access/audit.ts';
import { aProgram, memberRecords } from './access/members.ts';
import { holdToAudit } from './api/declared-audit.ts';
import { holdToDocument } from './api/documented.ts';
import { practiceLists } from './api/lists.ts';
import { apiMechanics } from './api/mechanics.ts';
import { anHttpEvent, claimsOf, withClaims } from './http-event.ts';
import { aContext } from './lambda-context.ts';
import { now } from './tasks.ts';

/** In whose name a program of maple-street acts, by its subject. */
export const programOf = (subject: string): Actor => actorOf(aProgram(subject));

/**
 * Calls the routes of practices as a program does that may do everything in maple-street, or without a token. The
 * records need only what the routes that are called ask of them. Each request has a key of its own, and edits
 * whichever version stands, until its headers say otherwise.
 */
export const callerOn = (records: Partial<PracticeRecords>, subject: string) => {
  const members = memberRecords([aProgram(subject)]);
  const known = {
    ...{ mechanics: apiMechanics(), lists: practiceLists(), audit: unaudited, now: () => now, members },
    ...records,
  };
  const handler = httpHandler(practiceRoutes(known as PracticeRecords)); // see above
  return async (
    method: string,
    path: string,
    body?: unknown,
    isSignedIn = true,
    headers: Readonly<Record<string, string | undefined>> = {},
  ) => {
    const event = anHttpEvent(method, path, {
      headers: { 'idempotency-key': randomUUID(), 'if-match': '*', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const claims = claimsOf({ subject, kind: 'program' });
    const answer = await handler(isSignedIn ? withClaims(event, claims) : event, aContext());
    holdToDocument(method, path, answer);
    holdToAudit(method, path, answer);
    return {
      status: answer.statusCode,
      headers: answer.headers ?? {},
      body: JSON.parse(answer.body ?? ''),
    };
  };
};
