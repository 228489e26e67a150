import type { PostingEffects } from '../domain/posting.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

type RaiseTask = (
  draft: TaskDraft,
  subject: { readonly practiceId: string; readonly taskId: string },
) => Promise<unknown>;

/** Asks a biller of each practice addressed: a task of its own for each, the same one when it is asked again. */
export const askBillers =
  (practicesOf: PostingEffects['practicesOf'], raiseTask: RaiseTask): PostingEffects['raiseTask'] =>
  async (draft, { partnerId, practiceId }, taskId) => {
    const practices = practiceId === undefined ? await practicesOf(partnerId) : [practiceId];
    for (const one of practices) await raiseTask(draft, { practiceId: one, taskId: `${taskId}-${one}` });
  };
