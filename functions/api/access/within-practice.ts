import { actorOf, isPermitted, standingOf } from '../../domain/access/membership.ts';
import type { Need } from '../../domain/access/permissions.ts';
import { type HttpRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';
import { carryOut, refusedAtDoor } from '../mechanics/carry-out.ts';
import type { ClientLimit } from '../mechanics/client-limit.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, notPermitted, type PracticeRoute } from '../practice-request.ts';

/** What a route needs of who calls it. */
export const needOf = ({ permission }: Pick<PracticeRoute, 'permission'>, sent: { body: string }): Need =>
  typeof permission === 'string' ? [permission] : permission.of(sent);

const notSignedIn = (): HttpResponse => problem('NotSignedIn', { detail: 'This needs an access token' });

/**
 * The one place where access to a practice's records is decided: the token tells who calls, the path which practice, the
 * membership as it stands now what one may do. Whoever is no member learns as little of a practice that there is as of
 * one that there is not.
 */
export const withinPractice = async (
  route: PracticeRoute,
  { caller, ...request }: HttpRequest,
  records: PracticeRecords,
  limit: ClientLimit,
): Promise<HttpResponse> => {
  if (!caller) return notSignedIn();
  const refused = await refusedAtDoor(route, request, caller, limit);
  if (refused) return refused;
  const practiceId = request.path.practiceId ?? '';
  const { subject } = caller;
  const membership = standingOf(await records.members.find({ practiceId, subject }), caller);
  const practice = membership && (await records.findPractice(practiceId));
  if (!practice) return notFound();
  const need = needOf(route, request);
  if (!isPermitted(membership, caller, need)) return notPermitted(need);
  const by = actorOf(membership);
  const may = (permission: Need[number]) => isPermitted(membership, caller, [permission]);
  return carryOut(route, { ...request, practiceId: practice.practiceId, by, may }, records);
};
