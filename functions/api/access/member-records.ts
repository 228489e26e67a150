import type {
  Invitation,
  MemberAnswer,
  MemberChange,
  Revocation,
} from '../../domain/access/member-requests.ts';
import type { MemberId, Membership } from '../../domain/access/membership.ts';
import type { Actor } from '../../domain/actor.ts';
import type { SeenVersions } from '../../domain/practice/seen-versions.ts';

/** Who changes a member, and the versions of it that were seen. */
export type SeenBy = { readonly by: Actor; readonly seen: SeenVersions };

/** Who may do what in a practice, as it is read at each request and changed by its administrators. */
export type MemberRecordsOfPractice = {
  readonly find: (id: MemberId) => Promise<Membership | undefined>;
  /** In every practice, each in its last version. */
  readonly ofSubject: (subject: string) => Promise<readonly Membership[]>;
  readonly versions: (practiceId: string) => Promise<readonly Membership[]>;
  readonly invite: (practiceId: string, invitation: Invitation, by: Actor) => Promise<MemberAnswer>;
  readonly change: (id: MemberId, change: MemberChange, by: SeenBy) => Promise<MemberAnswer>;
  readonly revoke: (id: MemberId, revocation: Revocation, by: SeenBy) => Promise<MemberAnswer>;
};
