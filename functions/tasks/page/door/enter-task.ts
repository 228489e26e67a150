import { type Actor, personActor } from '../../../domain/actor.ts';
import { type AuditOutcome, outcomeOf, type RequestOrigin } from '../../../domain/audit/audit-entry.ts';
import type { Task } from '../../../domain/task.ts';
import { lastHandling } from '../../../domain/tasks/handling.ts';
import type { SentForm } from '../../form/task-form.ts';
import type { Page } from '../page-layout.ts';
import { auditDoor } from './audit-door.ts';
import { landingPage } from './door-pages.ts';
import { type DoorEffects, findDoor, isOpenTo } from './enter-by-code.ts';

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
  readonly isHandBack?: boolean | undefined;
};

type Visit =
  | (Entered & {
      /** Writes what came of a form before it is answered. */
      readonly audited: (take: () => Promise<Page>) => Promise<Page>;
    })
  | { readonly page: Page };

type EntryEffects = Pick<DoorEffects, 'readLink' | 'findTask' | 'readSession' | 'audit'>;

/**
 * Who may see which task: the mailbox that a link was sent to, once it has proved to be that by a code. Who came in, or
 * did not, is written before anything is shown or done; with a form, that something is about to be done.
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
  const write = (outcome: AuditOutcome) => auditDoor(door, { action, outcome }, origin, effects);
  if (!(await isOpenTo(door, cookies, now, effects))) {
    await write('refused');
    return { page: landingPage(door, sent) };
  }
  await write(sent ? 'begun' : 'allowed');
  const role = (isHandBack && lastHandling(task)?.before?.owner) || task.owner;
  return {
    task,
    by: personActor({ mailbox, practiceId: task.practiceId, role }),
    isHandBack,
    audited: (take) => writeEnd(take, write),
  };
};

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
