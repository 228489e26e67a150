import type { MemberAnswer } from '../domain/access/member-requests.ts';
import type { MemberId, Membership } from '../domain/access/membership.ts';
import { type Actor, describeActor } from '../domain/actor.ts';
import { objectionTo, type SeenVersions } from '../domain/practice/seen-versions.ts';

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
export type Change = {
  readonly by: Actor;
  readonly now: Date;
  /** The versions that whoever changes it has seen. @default whichever stands */
  readonly seen?: SeenVersions;
};

/** Adds a version, in the name of who asked for it. */
export const addVersion = async (
  content: Omit<Membership, 'by' | 'at'>,
  { by, now }: Change,
  { addMembership }: Pick<MemberEffects, 'addMembership'>,
): Promise<MemberAnswer> => {
  const membership = { ...content, by, at: now.toISOString() };
  return (await addMembership(membership)) ? { outcome: 'saved', membership } : { outcome: 'changed' };
};

/** What is against a change of a membership by somebody who has seen it otherwise. */
export const staleFor = (
  { version, by, at }: Membership,
  { seen }: Change,
  changes: boolean,
): MemberAnswer | undefined => {
  const news = `${describeActor(by)} made it at ${at}`;
  const finding = objectionTo(seen, { standing: version, changes, news });
  return finding && { outcome: 'refused', findings: [finding] };
};

export const refused = (path: string, detail: string): MemberAnswer => ({
  outcome: 'refused',
  findings: [{ code: 'not-possible', path, detail }],
});
