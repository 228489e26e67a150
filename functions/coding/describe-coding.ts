import type { TaskDraft } from '../domain/task-draft.ts';

/** The coder's work when the note does not support every code with the confidence that the practice asks for. */
export const describeCoding = (questions: readonly string[]): TaskDraft => ({
  kind: 'coding',
  owner: 'coder',
  title: 'A visit needs a coder',
  reasons: questions.map((text) => ({ code: 'question', text })),
  advice:
    'Read the note, confirm or replace the suggested codes, and leave out what the note does not support.',
  actions: ['confirm-codes', 'not-billable'],
});
