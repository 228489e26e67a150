import { z } from 'zod';
import { Actor } from '../actor.ts';
import { practiceIdPattern } from '../ids.ts';
import { type Need, Role, rolesPermit } from './permissions.ts';

/** Who called, by a token that was checked: a person who signed in, or a program with what its token is good for. */
export type Caller = {
  readonly kind: 'person' | 'program';
  readonly subject: string;
  /** Of a program: the permissions that its token names. */
  readonly scopes: readonly string[];
};

/** The subject of a token: what the user pool calls a person, or the client id of a program. */
export const Subject = z.string().regex(/^[\w-]{8,64}$/);

export const MemberName = z.string().trim().min(1).max(80).describe('what the practice calls it');

export const Roles = z
  .array(Role)
  .min(1)
  .transform((roles) => Role.options.filter((role) => roles.includes(role)));

/**
 * One version of what somebody is in a practice. It is read at each request, so that what is revoked ends at once;
 * versions are added and never changed, and are the history.
 */
export const Membership = z.object({
  practiceId: z.string().regex(practiceIdPattern),
  subject: Subject,
  kind: z.enum(['person', 'program']),
  name: MemberName,
  mailbox: z.email().optional().describe('of a person: where it was invited'),
  roles: Roles,
  status: z.enum(['active', 'revoked']),
  version: z.int().min(1),
  by: Actor.describe('who entered this version'),
  at: z.string().describe('instant'),
  note: z.string().max(300).default(''),
});
export type Membership = z.infer<typeof Membership>;

/** The name of a membership. */
export type MemberId = Pick<Membership, 'practiceId' | 'subject'>;

/** Who acts, by the token's subject, under the name that the practice has for it. */
export const actorOf = ({ kind, subject, practiceId, name, mailbox }: Membership): Actor => ({
  kind,
  subject,
  practiceId,
  name,
  ...(mailbox !== undefined && { mailbox }),
});

/** Whether a membership is the caller's, and counts. */
const isOf = (membership: Membership, { kind, subject }: Caller): boolean =>
  membership.status === 'active' && membership.subject === subject && membership.kind === kind;

/** The membership by which a caller is let into a practice; undefined lets nobody in. */
export const standingOf = (membership: Membership | undefined, caller: Caller): Membership | undefined =>
  membership && isOf(membership, caller) ? membership : undefined;

/** Whether the caller may do what is needed: by its roles, and a program by the scopes of its token as well. */
export const isPermitted = (membership: Membership, { kind, scopes }: Caller, need: Need): boolean => {
  const granted = kind === 'person' ? need : need.filter((permission) => scopes.includes(permission));
  return rolesPermit(membership.roles, granted);
};

/** The memberships that stand, each in its last version, in the order of their names. */
export const latestOf = (versions: readonly Membership[]): readonly Membership[] => {
  const latest = new Map<string, Membership>();
  for (const one of versions)
    if ((latest.get(one.subject)?.version ?? 0) < one.version) latest.set(one.subject, one);
  return [...latest.values()].toSorted((a, b) => a.name.localeCompare(b.name));
};
