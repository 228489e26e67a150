import { actorOf, type Membership } from '../../../domain/access/membership.ts';
import { type Actor, personActor } from '../../../domain/actor.ts';
import type { Audited, RequestOrigin, WriteAudit } from '../../../domain/audit/audit-entry.ts';
import { subjectsIn } from '../../../domain/audit/audit-subjects.ts';
import type { Door } from './door-pages.ts';

/** Who came: the member who signed in, else the mailbox of the link at the desk of the task. */
export const comerAt = ({ task, mailbox }: Omit<Door, 'token'>, member: Membership | undefined): Actor =>
  member ? actorOf(member) : personActor({ mailbox, practiceId: task.practiceId, role: task.owner });

/**
 * Writes who came to the door of a task, and what came of it; the task names what lies behind it. Whoever was refused had
 * the link of a mailbox, and did not show that the mailbox is theirs, or that they work in the practice.
 */
export const auditDoor = (
  door: Omit<Door, 'token'>,
  { action, outcome }: Pick<Audited, 'action' | 'outcome'>,
  origin: RequestOrigin,
  { audit }: { readonly audit: WriteAudit },
  member?: Membership,
): Promise<void> => {
  const { task } = door;
  const { practiceId } = task;
  const by = comerAt(door, member);
  const subjects = subjectsIn([task]);
  const reason = outcome === 'refused' ? 'has the link, neither code nor account' : undefined;
  return audit({ practiceId, by, action, purpose: 'payment', outcome, subjects, reason }, origin);
};
