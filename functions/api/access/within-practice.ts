import { actorOf, isPermitted, standingOf } from '../../domain/access/membership.ts';
import type { Need } from '../../domain/access/permissions.ts';
import type { Actor } from '../../domain/actor.ts';
import { nowhere } from '../../domain/audit/audit-entry.ts';
import { checkInput } from '../../domain/check-input.ts';
import type { Finding } from '../../domain/finding.ts';
import { badRequest, type HttpRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';
import { carryOut, refusedAtDoor } from '../mechanics/carry-out.ts';
import type { ClientLimit } from '../mechanics/client-limit.ts';
import { pathParameters } from '../openapi/path-parameters.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, notPermitted, type PracticeRoute } from '../practice-request.ts';
import { auditOfRequest, carryOutAudited } from './audit-request.ts';

/** What a route needs of who calls it. */
export const needOf = ({ permission }: Pick<PracticeRoute, 'permission'>, sent: { body: string }): Need =>
  typeof permission === 'string' ? [permission] : permission.of(sent);

const notSignedIn = (): HttpResponse => problem('NotSignedIn', { detail: 'This needs an access token' });

/** What in the path could be no id of its place: no store is asked for it. */
const unfitPlaces = (path: HttpRequest['path']): readonly Finding[] =>
  Object.entries(path).flatMap(([name, value]) => {
    const schema = pathParameters[name];
    const checked = schema && checkInput(schema, value);
    return checked && !checked.success ? checked.findings.map((one) => ({ ...one, path: name })) : [];
  });

/**
 * The one place where access to a practice's records is decided: the token tells who calls, the path which practice, the
 * membership as it stands now what one may do. Whoever is no member learns as little of a practice that there is as of
 * one that there is not. Each decision, and what came of it, is written before it is answered.
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
  const { practiceId = '' } = request.path;
  const unfit = unfitPlaces(request.path);
  if (unfit.some(({ path }) => path === 'practiceId')) return notFound();
  const { subject } = caller;
  const [found, practice] = await Promise.all([
    records.members.find({ practiceId, subject }),
    records.findPractice(practiceId),
  ]);
  const membership = standingOf(found, caller);
  const stranger: Actor = { kind: caller.kind, subject };
  const by = membership ? actorOf(membership) : stranger;
  const audit = auditOfRequest(route, request, { by, practiceId: practice?.practiceId ?? nowhere }, records);
  if (!membership || !practice) {
    await audit('refused', { reason: practice ? 'no member' : 'no such practice' });
    return notFound();
  }
  const need = needOf(route, request);
  if (!isPermitted(membership, caller, need)) {
    await audit('refused', { reason: `needs ${need.join(' or ')}` });
    return notPermitted(need);
  }
  if (unfit.length > 0) {
    await audit('refused', { reason: 'no such place' });
    return badRequest(unfit);
  }
  const may = (permission: Need[number]) => isPermitted(membership, caller, [permission]);
  const asked = { ...request, practiceId: practice.practiceId, by, may };
  return carryOutAudited(route, audit, () => carryOut(route, asked, records));
};
