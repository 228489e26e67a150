import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { MemberName, type Membership, Roles, Subject } from './membership.ts';

/** Kept in small letters: one mailbox is one person. */
const Mailbox = z.email().transform((mailbox) => mailbox.toLowerCase());

/** Somebody who is to be let into a practice: a person by mailbox, a program by the client id of the user pool. */
export const Invitation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), mailbox: Mailbox, name: MemberName, roles: Roles }),
  z.strictObject({ kind: z.literal('program'), clientId: Subject, name: MemberName, roles: Roles }),
]);
export type Invitation = z.infer<typeof Invitation>;

/** What a member is to be from now on. */
export const MemberChange = z.strictObject({ name: MemberName, roles: Roles });
export type MemberChange = z.infer<typeof MemberChange>;

export const Revocation = z.strictObject({ note: z.string().trim().min(1).max(300) });
export type Revocation = z.infer<typeof Revocation>;

/** What came of a change; changed: somebody else changed the same membership meanwhile. */
export type MemberAnswer =
  | { readonly outcome: 'saved'; readonly membership: Membership }
  | { readonly outcome: 'unknown' | 'changed' }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };
