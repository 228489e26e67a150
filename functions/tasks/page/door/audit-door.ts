import { personActor } from '../../../domain/actor.ts';
import type { Audited, RequestOrigin } from '../../../domain/audit/audit-entry.ts';
import { subjectsIn } from '../../../domain/audit/audit-subjects.ts';
import type { Door } from './door-pages.ts';

/** Writes who came to the door of a task, and whether it opened; the task names what lies behind it. */
export const auditDoor = (
  { task, mailbox }: Door,
  { action, outcome }: Pick<Audited, 'action' | 'outcome'>,
  origin: RequestOrigin,
  { audit }: { readonly audit: (audited: Audited, origin: RequestOrigin) => Promise<void> },
): Promise<void> => {
  const { practiceId, owner } = task;
  const by = personActor({ mailbox, practiceId, role: owner });
  return audit({ practiceId, by, action, outcome, subjects: subjectsIn(task) }, origin);
};
