import type { Payee, PostingEffects } from '../domain/posting.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** The practice that a payee is, or all that work with the partner. */
export type PracticesPaid = (payee: Payee) => Promise<readonly { readonly practiceId: string }[]>;

type RaiseTask = (
  draft: TaskDraft,
  subject: { readonly practiceId: string; readonly taskId: string },
) => Promise<unknown>;

/** Asks a biller of each practice that is paid: a task of its own for each, the same one when it is asked again. */
export const askBillers =
  (practicesPaid: PracticesPaid, raiseTask: RaiseTask): PostingEffects['raiseTask'] =>
  async (draft, payee, taskId) => {
    for (const { practiceId } of await practicesPaid(payee)) {
      await raiseTask(draft, { practiceId, taskId: `${taskId}-${practiceId}` });
    }
  };
