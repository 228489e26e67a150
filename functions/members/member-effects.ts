import type { MemberAnswer } from '../domain/access/member-requests.ts';
import type { MemberId, Membership } from '../domain/access/membership.ts';
import type { Actor } from '../domain/actor.ts';

export type MemberEffects = {
  readonly findMembership: (id: MemberId) => Promise<Membership | undefined>;
  /** Every version of every membership of a practice. */
  readonly membershipVersions: (practiceId: string) => Promise<readonly Membership[]>;
  /** False where somebody else added a version of that number meanwhile. */
  readonly addMembership: (membership: Membership) => Promise<boolean>;
  /** The subject of the person with a mailbox, invited by mail where the pool does not know it. */
  readonly invitePerson: (mailbox: string) => Promise<string>;
};

/** Who changes a membership, and when. */
export type Change = { readonly by: Actor; readonly now: Date };

/** Adds a version, in the name of who asked for it. */
export const addVersion = async (
  content: Omit<Membership, 'by' | 'at'>,
  { by, now }: Change,
  { addMembership }: Pick<MemberEffects, 'addMembership'>,
): Promise<MemberAnswer> => {
  const membership = { ...content, by, at: now.toISOString() };
  return (await addMembership(membership)) ? { outcome: 'saved', membership } : { outcome: 'changed' };
};

export const refused = (path: string, detail: string): MemberAnswer => ({
  outcome: 'refused',
  findings: [{ code: 'not-possible', path, detail }],
});
