import type { Caller } from '../../domain/access/membership.ts';
import { badRequest, type HttpRequest, type HttpResponse } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import type { PracticeRequest, PracticeRoute } from '../practice-request.ts';
import { carryOutOnce } from './carry-out-once.ts';
import type { ClientLimit } from './client-limit.ts';
import { openPage, withoutPage } from './list-page.ts';
import { refusedSize, usualBytes } from './size-limit.ts';
import { seenBy } from './versions.ts';

/** What is refused before anybody looks whose request it is: more than a client may send, at once or in one body. */
export const refusedAtDoor = async (
  { mostBytes = usualBytes }: PracticeRoute,
  request: Pick<HttpRequest, 'bytes' | 'body'>,
  caller: Caller,
  limit: ClientLimit,
): Promise<HttpResponse | undefined> => (await limit(caller)) ?? refusedSize(request, mostBytes);

/** Carries out what its caller may do: a list from its page on, what is named by a key once. */
export const carryOut = async (
  route: PracticeRoute,
  asked: Omit<PracticeRequest, 'seen'>,
  records: PracticeRecords,
): Promise<HttpResponse> => {
  const seen = seenBy(asked);
  if (!seen.success) return badRequest(seen.findings);
  const request = { ...asked, seen: seen.data };
  const mechanics = { ...records.mechanics, now: records.now };
  if (route.list === undefined)
    return carryOutOnce(route, request, mechanics, () => route.handler(request, records));
  const name = `${route.method} ${route.path}`;
  const page = await openPage(name, request, mechanics);
  if (!page.success) return badRequest(page.findings);
  return route.handler({ ...request, query: withoutPage(request), page: page.data }, records);
};
