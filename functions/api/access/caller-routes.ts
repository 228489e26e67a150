import { z } from 'zod';
import { type Caller, Membership, standingOf } from '../../domain/access/membership.ts';
import { practiceIdPattern } from '../../domain/ids.ts';
import { type HttpResponse, type HttpRoute, json, problem } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import type { PracticeRoute } from '../practice-request.ts';

type CallerRecords = Pick<PracticeRecords, 'members' | 'findPractice'>;

/** A route of no practice: it asks for a token, and answers with what is the caller's own. */
export type CallerRoute = Pick<PracticeRoute, 'method' | 'path' | 'summary' | 'answer'> & {
  readonly handler: (caller: Caller, records: CallerRecords) => Promise<HttpResponse>;
};

/** The practices in which the caller is a member now, and as what. */
const listPractices: CallerRoute['handler'] = async (caller, { members, findPractice }) => {
  const memberships = (await members.ofSubject(caller.subject)).filter((one) => standingOf(one, caller));
  const practices = await Promise.all(
    memberships.map(async ({ practiceId, roles, name: memberName }) => {
      const practice = await findPractice(practiceId);
      return practice ? [{ practiceId, name: practice.name, roles, memberName }] : [];
    }),
  );
  return json(200, { practices: practices.flat() });
};

const OwnPractice = z.object({
  practiceId: z.string().regex(practiceIdPattern),
  name: z.string(),
  roles: Membership.shape.roles,
  memberName: z.string().describe('what the practice calls the caller'),
});

/** What is asked before a practice is chosen, below `/v1`. */
export const routesOfCaller: readonly CallerRoute[] = [
  {
    method: 'GET',
    path: '/practices',
    summary: 'The practices of which the caller is a member, with the roles there',
    answer: { status: 200, body: z.object({ practices: z.array(OwnPractice) }) },
    handler: listPractices,
  },
];

/** The same as the API serves them. */
export const callerRoutes = (records: CallerRecords): HttpRoute[] =>
  routesOfCaller.map(({ method, path, handler }) => ({
    method,
    path: `/v1${path}`,
    respond: async ({ caller }) =>
      caller ? handler(caller, records) : problem('NotSignedIn', { detail: 'This needs an access token' }),
  }));
