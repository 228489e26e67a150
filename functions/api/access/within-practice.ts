import { actorOf, isPermitted, standingOf } from '../../domain/access/membership.ts';
import type { Need } from '../../domain/access/permissions.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Audited, nowhere, outcomeOf } from '../../domain/audit/audit-entry.ts';
import { subjectsIn } from '../../domain/audit/audit-subjects.ts';
import { BillingError } from '../../runtime/errors.ts';
import { type HttpRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, notPermitted, type PracticeRoute } from '../practice-request.ts';

/** What a route needs of who calls it. */
export const needOf = ({ permission }: Pick<PracticeRoute, 'permission'>, sent: { body: string }): Need =>
  typeof permission === 'string' ? [permission] : permission.of(sent);

const notSignedIn = (): HttpResponse => problem('NotSignedIn', { detail: 'This needs an access token' });

/**
 * The one place where access to a practice's records is decided: the token tells who calls, the path which practice, the
 * membership as it stands now what one may do. Whoever is no member learns as little of a practice that there is as of
 * one that there is not. Each decision, and what came of it, is written before it is answered.
 */
export const withinPractice = async (
  route: PracticeRoute,
  { caller, ...request }: HttpRequest,
  records: PracticeRecords,
): Promise<HttpResponse> => {
  if (!caller) return notSignedIn();
  const practiceId = request.path.practiceId ?? '';
  const { subject } = caller;
  const [found, practice] = await Promise.all([
    records.members.find({ practiceId, subject }),
    records.findPractice(practiceId),
  ]);
  const membership = standingOf(found, caller);
  const stranger: Actor = { kind: caller.kind, subject };
  const by = membership ? actorOf(membership) : stranger;
  const audit = auditOf(route, request, { by, practiceId: practice?.practiceId ?? nowhere }, records);
  if (!membership || !practice) {
    await audit('refused', { reason: practice ? 'no member' : 'no such practice' });
    return notFound();
  }
  const need = needOf(route, request);
  if (!isPermitted(membership, caller, need)) {
    await audit('refused', { reason: `needs ${need.join(' or ')}` });
    return notPermitted(need);
  }
  const may = (permission: Need[number]) => isPermitted(membership, caller, [permission]);
  const asked = { ...request, practiceId: practice.practiceId, by, may };
  return audited(route, audit, () => route.handler(asked, records));
};

type Said = { readonly reason?: string; readonly answer?: string };
type Audit = (outcome: Audited['outcome'], said?: Said) => Promise<void>;

const auditOf =
  (
    { method, path }: PracticeRoute,
    request: Omit<HttpRequest, 'caller'>,
    who: Pick<Audited, 'by' | 'practiceId'>,
    { audit }: Pick<PracticeRecords, 'audit'>,
  ): Audit =>
  (outcome, { reason, answer = '' } = {}) => {
    const subjects = subjectsIn(request.path, request.query, parsed(request.body), parsed(answer));
    return audit({ ...who, action: `${method} ${path}`, subjects, outcome, reason }, request.origin);
  };

/** A change is written before it is made as well: if what came of it cannot be written, it still is not unknown. */
const audited = async (
  { method }: PracticeRoute,
  audit: Audit,
  carryOut: () => Promise<HttpResponse>,
): Promise<HttpResponse> => {
  if (method !== 'GET') await audit('begun');
  try {
    const response = await carryOut();
    await audit(outcomeOf(response.status), { answer: response.body });
    return response;
  } catch (error) {
    if (isOurs(error, 'NotRecorded')) throw error;
    await audit(isOurs(error, 'RecordNotFound') ? 'not-found' : 'failed');
    throw error;
  }
};

const isOurs = (error: unknown, name: BillingError['name']): boolean =>
  error instanceof BillingError && error.name === name;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON names no record; what the route makes of it is its answer
  }
};
