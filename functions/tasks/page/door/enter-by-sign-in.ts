import { type Caller, type Membership, standingOf } from '../../../domain/access/membership.ts';
import type { PageSignIn, TypedCredentials } from '../../../domain/access/page-sign-in.ts';
import { rolesPermit } from '../../../domain/access/permissions.ts';
import type { Page } from '../page-layout.ts';
import { auditDoor } from './audit-door.ts';
import { signInPage } from './door-pages.ts';
import { type Comer, type DoorEffects, type Entered, expiryOf, findDoor } from './enter-by-code.ts';

export type SignInEffects = {
  readonly signIn: (sent: TypedCredentials) => Promise<PageSignIn>;
  readonly findMember: (id: {
    readonly practiceId: string;
    readonly subject: string;
  }) => Promise<Membership | undefined>;
};

const personOf = (subject: string): Caller => ({ kind: 'person', subject, scopes: [] });

/** The membership of a person in a practice as it stands now; undefined of whoever may not look at its records. */
export const memberOf = async (
  id: { readonly practiceId: string; readonly subject: string },
  { findMember }: Pick<SignInEffects, 'findMember'>,
): Promise<Membership | undefined> => {
  const membership = standingOf(await findMember(id), personOf(id.subject));
  return membership && rolesPermit(membership.roles, ['read']) ? membership : undefined;
};

/** Where a member signs in instead of asking for a code. Nothing is asked of anybody yet. */
export const showSignIn = async (
  { token }: Pick<Comer, 'token'>,
  now: Date,
  effects: Pick<DoorEffects, 'readLink' | 'findTask'>,
): Promise<Page> => {
  const door = await findDoor(token, now, effects);
  return 'page' in door ? door.page : signInPage(door.task);
};

/**
 * Opens a session to whoever signs in and is a member of the task's practice, whichever mailbox the link was sent to:
 * what the person may do is its own. Whoever has the link and no account here learns nothing.
 */
export const enterBySignIn = async (
  { token, origin }: Comer,
  sent: TypedCredentials,
  now: Date,
  effects: DoorEffects & SignInEffects,
): Promise<Entered> => {
  const door = await findDoor(token, now, effects);
  if ('page' in door) return door;
  const { task, mailbox } = door;
  const signed = await effects.signIn(sent);
  const { practiceId, taskId } = task;
  const member =
    'subject' in signed ? await memberOf({ practiceId, subject: signed.subject }, effects) : undefined;
  const action = 'POST /t/{token}/sign-in';
  await auditDoor(door, { action, outcome: member ? 'allowed' : 'refused' }, origin, effects, member);
  if (!member) return { page: signInPage(task, 'refused' in signed ? signed.refused : 'no-member') };
  const session = { taskId, mailbox, subject: member.subject, expiresAt: expiryOf(now) };
  return { taskId, session: await effects.signSession(session) };
};
