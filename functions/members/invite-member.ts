import type { Invitation, MemberAnswer } from '../domain/access/member-requests.ts';
import { addVersion, type Change, type MemberEffects, refused } from './member-effects.ts';

/**
 * Lets a person or a program into a practice. A person that works in other practices keeps its one account; whose
 * membership was revoked gets a further version of it.
 */
export const inviteMember = async (
  practiceId: string,
  invitation: Invitation,
  change: Change,
  effects: MemberEffects,
): Promise<MemberAnswer> => {
  const { kind, name, roles } = invitation;
  const subject = kind === 'person' ? await effects.invitePerson(invitation.mailbox) : invitation.clientId;
  const before = await effects.findMembership({ practiceId, subject });
  if (before?.status === 'active') return refused(kind === 'person' ? 'mailbox' : 'clientId', isMember);
  const content = {
    ...{ practiceId, subject, kind, name, roles },
    ...(kind === 'person' && { mailbox: invitation.mailbox }),
    ...({ status: 'active', version: (before?.version ?? 0) + 1, note: '' } as const),
  };
  return addVersion(content, change, effects);
};

const isMember = 'It is a member of the practice already: change what it may do';
