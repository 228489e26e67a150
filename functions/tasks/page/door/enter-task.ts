import type { Membership } from '../../../domain/access/membership.ts';
import { type Need, rolesPermit } from '../../../domain/access/permissions.ts';
import type { Actor } from '../../../domain/actor.ts';
import { type AuditOutcome, outcomeOf, type RequestOrigin } from '../../../domain/audit/audit-entry.ts';
import type { Task } from '../../../domain/task.ts';
import { lastHandling } from '../../../domain/tasks/handling.ts';
import type { SentForm } from '../../form/task-form.ts';
import type { Page } from '../page-layout.ts';
import { auditDoor, comerAt } from './audit-door.ts';
import { landingPage } from './door-pages.ts';
import { type DoorEffects, findDoor, type OpenSession, sessionAt } from './enter-by-code.ts';
import { memberOf, type SignInEffects } from './enter-by-sign-in.ts';

/** Who follows a link, with what the browser has of it. */
export type Visitor = {
  readonly token: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly origin: RequestOrigin;
};

/** Who came in, with the task as it stands; `isHandBack` where it stands with another desk by now. */
export type Entered = {
  readonly task: Task;
  readonly by: Actor;
  /** What a member's roles permit; absent where a mailbox that was sent the task came: it may do all that its page offers. */
  readonly may?: ((need: Need) => boolean) | undefined;
  readonly isHandBack?: boolean | undefined;
};

type Visit =
  | (Entered & {
      /** Writes what came of a form before it is answered. */
      readonly audited: (take: () => Promise<Page>) => Promise<Page>;
    })
  | { readonly page: Page };

export type EntryEffects = Pick<DoorEffects, 'readLink' | 'findTask' | 'readSession' | 'audit'> &
  Pick<SignInEffects, 'findMember'>;

/**
 * Who may see which task: the mailbox that a link was sent to, once it has proved to be that by a code, and members of
 * the practice who signed in, as long as they are that. Who came in, or did not, is written before anything is shown or
 * done; with a form, that something is about to be done.
 */
export const enterTask = async (
  { token, cookies, origin }: Visitor,
  now: Date,
  effects: EntryEffects,
  sent?: SentForm,
): Promise<Visit> => {
  const door = await findDoor(token, now, effects);
  if ('page' in door) return door;
  const { task, mailbox, isHandBack } = door;
  const action = `${sent ? 'POST' : 'GET'} /t/{token}`;
  const session = await sessionAt(door, cookies, now, effects);
  const member = session && (await memberIn(session, task, effects));
  const write = (outcome: AuditOutcome) => auditDoor(door, { action, outcome }, origin, effects, member);
  if (!session || (session.subject !== undefined && !member)) {
    await write('refused');
    return { page: landingPage(door, sent) };
  }
  await write(sent ? 'begun' : 'allowed');
  const formerDesk = isHandBack ? lastHandling(task)?.before?.owner : undefined;
  const owner = formerDesk ?? task.owner;
  return {
    task,
    by: comerAt({ task: { ...task, owner }, mailbox }, member),
    may: member && ((need) => rolesPermit(member.roles, need)),
    isHandBack,
    audited: (take) => writeEnd(take, write),
  };
};

const memberIn = async (
  { subject }: OpenSession,
  { practiceId }: Task,
  effects: Pick<SignInEffects, 'findMember'>,
): Promise<Membership | undefined> =>
  subject === undefined ? undefined : memberOf({ practiceId, subject }, effects);

const writeEnd = async (
  take: () => Promise<Page>,
  write: (outcome: AuditOutcome) => Promise<void>,
): Promise<Page> => {
  const page = await take().catch(async (error: unknown) => {
    await write('failed');
    throw error;
  });
  await write(outcomeOf(page.status));
  return page;
};
