import { z } from 'zod';
import {
  Invitation,
  type MemberAnswer,
  MemberChange,
  Revocation,
} from '../../domain/access/member-requests.ts';
import { type MemberId, Membership } from '../../domain/access/membership.ts';
import { checkJson } from '../../domain/check-input.ts';
import { badRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import { jsonAt, refusedVersion } from '../mechanics/versions.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from '../practice-request.ts';

const respondTo = (answer: MemberAnswer, status = 200): HttpResponse => {
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return refusedVersion(answer.findings) ?? badRequest(answer.findings);
  if (answer.outcome === 'saved')
    return jsonAt(answer.membership.version, { member: answer.membership }, status);
  return problem('ConcurrentChange', { detail: 'Somebody changed the member meanwhile' });
};

/** Everybody who is or was let into the practice. */
const listMembers: RespondWithPage = async ({ practiceId, page }, { lists }) =>
  page.answer(await lists.members(practiceId, {}, page.asked));

const nameOf = ({ practiceId, path }: PracticeRequest): MemberId => ({
  practiceId,
  subject: path.subject ?? '',
});

/** One member, with every version of what it was, the latest first. */
const getMember: Respond = async (request, { members }) => {
  const { subject } = nameOf(request);
  const versions = (await members.versions(request.practiceId)).filter((one) => one.subject === subject);
  const history = versions.toSorted((a, b) => b.version - a.version);
  const [member] = history;
  return member ? jsonAt(member.version, { member, history }) : notFound();
};

const inviteMember: Respond = async ({ practiceId, body, by }, { members }) => {
  const asked = checkJson(Invitation, body);
  if (!asked.success) return badRequest(asked.findings);
  return respondTo(await members.invite(practiceId, asked.data, by), 201);
};

const changeMember: Respond = async (request, { members }) => {
  const asked = checkJson(MemberChange, request.body);
  if (!asked.success) return badRequest(asked.findings);
  return respondTo(await members.change(nameOf(request), asked.data, request));
};

const revokeMember: Respond = async (request, { members }) => {
  const asked = checkJson(Revocation, request.body);
  if (!asked.success) return badRequest(asked.findings);
  return respondTo(await members.revoke(nameOf(request), asked.data, request));
};

const one = z.object({ member: Membership });

export const memberRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/members',
    summary: 'Who may do what in the practice',
    list: 'by subject, from the last to the first',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: pageOf(Membership) },
    handler: listMembers,
  },
  {
    method: 'POST',
    path: '/members',
    summary: 'Invites a person by mail, or lets a program in',
    version: 'shown',
    permission: 'administer',
    audit: 'no-patient-data',
    body: Invitation,
    answer: { status: 201, body: one },
    handler: inviteMember,
  },
  {
    method: 'GET',
    path: '/members/{subject}',
    summary: 'A member with its history',
    version: 'shown',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: one.extend({ history: z.array(Membership) }) },
    handler: getMember,
  },
  {
    method: 'PUT',
    path: '/members/{subject}',
    summary: 'Changes what a member is called and may do, from its next request on',
    version: 'asked',
    permission: 'administer',
    audit: 'no-patient-data',
    body: MemberChange,
    answer: { status: 200, body: one },
    handler: changeMember,
  },
  {
    method: 'POST',
    path: '/members/{subject}/revocation',
    summary: 'Ends a membership with the next request',
    version: 'asked',
    repeat: 'what is ended stays so',
    permission: 'administer',
    audit: 'no-patient-data',
    body: Revocation,
    answer: { status: 200, body: one },
    handler: revokeMember,
  },
];
