import { personActor } from '../../../domain/actor.ts';
import type { Audited, RequestOrigin, WriteAudit } from '../../../domain/audit/audit-entry.ts';
import { subjectsIn } from '../../../domain/audit/audit-subjects.ts';
import type { Door } from './door-pages.ts';

/**
 * Writes who came to the door of a task, and what came of it; the task names what lies behind it. Whoever was refused had
 * the link of a mailbox, and did not show that the mailbox is theirs.
 */
export const auditDoor = (
  { task, mailbox }: Omit<Door, 'token'>,
  { action, outcome }: Pick<Audited, 'action' | 'outcome'>,
  origin: RequestOrigin,
  { audit }: { readonly audit: WriteAudit },
): Promise<void> => {
  const { practiceId, owner } = task;
  const by = personActor({ mailbox, practiceId, role: owner });
  const subjects = subjectsIn([task]);
  const reason = outcome === 'refused' ? 'has the link, not the code' : undefined;
  return audit({ practiceId, by, action, purpose: 'payment', outcome, subjects, reason }, origin);
};
