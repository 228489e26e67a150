import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { practiceRoutes } from '../../functions/api/practice-routes.ts';
import { httpHandler } from '../../functions/runtime/http-handler.ts';
import { anHttpEvent, signedBy } from './http-event.ts';
import { aContext } from './lambda-context.ts';

/**
 * Calls the routes of practices as a program does that IAM knows by its ARN, or unsigned. The records need only what
 * the routes that are called ask of them.
 */
export const callerOn = (records: Partial<PracticeRecords>, userArn: string) => {
  const handler = httpHandler(practiceRoutes(records as PracticeRecords)); // see above
  return async (method: string, path: string, body?: unknown, isSigned = true) => {
    const event = anHttpEvent(method, path, body === undefined ? {} : { body: JSON.stringify(body) });
    const answer = await handler(isSigned ? signedBy(event, userArn) : event, aContext());
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
  };
};
