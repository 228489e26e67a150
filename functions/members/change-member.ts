import type { MemberAnswer, MemberChange, Revocation } from '../domain/access/member-requests.ts';
import { latestOf, type MemberId, type Membership } from '../domain/access/membership.ts';
import { rolesPermit } from '../domain/access/permissions.ts';
import { addVersion, type Change, type MemberEffects, refused, staleFor } from './member-effects.ts';

/** Changes the name and the roles of a member, from its next request on; the same again adds no version. */
export const changeMember = async (
  id: MemberId,
  { name, roles }: MemberChange,
  change: Change,
  effects: MemberEffects,
): Promise<MemberAnswer> => {
  const before = await effects.findMembership(id);
  if (before?.status !== 'active') return { outcome: 'unknown' };
  const after = { ...before, name, roles, version: before.version + 1, note: '' };
  const isSame = before.name === name && before.roles.join() === after.roles.join();
  const stale = staleFor(before, change, !isSame);
  if (stale) return stale;
  if (isSame) return { outcome: 'saved', membership: before };
  if (await leavesNobody(before, after, effects)) return refused('roles', lastOne);
  return addVersion(after, change, effects);
};

/** Ends a membership with the next request of the member; again, it changes nothing. */
export const revokeMember = async (
  id: MemberId,
  { note }: Revocation,
  change: Change,
  effects: MemberEffects,
): Promise<MemberAnswer> => {
  const before = await effects.findMembership(id);
  if (!before) return { outcome: 'unknown' };
  const stale = staleFor(before, change, before.status !== 'revoked');
  if (stale) return stale;
  if (before.status === 'revoked') return { outcome: 'saved', membership: before };
  const after: Membership = { ...before, status: 'revoked', version: before.version + 1, note };
  if (await leavesNobody(before, after, effects)) return refused('', lastOne);
  return addVersion(after, change, effects);
};

const lastOne = 'Nobody would be left who may say who is a member: make somebody else an administrator first';

const administers = ({ status, roles }: Membership): boolean =>
  status === 'active' && rolesPermit(roles, ['administer']);

/** Whether a change takes the practice its last person who administers it; a program cannot be asked. */
const leavesNobody = async (
  before: Membership,
  after: Membership,
  { membershipVersions }: MemberEffects,
): Promise<boolean> => {
  if (!administers(before) || administers(after)) return false;
  const others = latestOf(await membershipVersions(before.practiceId));
  return !others.some((one) => one.subject !== before.subject && one.kind === 'person' && administers(one));
};
