import type { Finding } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** The coder's work when the note does not support every code with the confidence that the practice asks for. */
export const describeCoding = (questions: readonly string[]): TaskDraft => ({
  kind: 'coding',
  owner: 'coder',
  title: 'A visit needs a coder',
  reasons: questions.map((text) => ({ code: 'question', text })),
  advice:
    'Read the note, confirm or replace the suggested codes, and leave out what the note does not support.',
  actions: ['confirm-codes'],
});

/** The coder's work when confirmed codes break a guideline or an edit. */
export const describeEdits = (findings: readonly Finding[]): TaskDraft => ({
  kind: 'encounter-edits',
  owner: 'coder',
  title: 'The codes of a visit break an edit',
  reasons: findings.map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
  advice:
    'Correct the codes as the note documents them; ask the practice’s administrator for missing charges or providers.',
  actions: ['confirm-codes'],
});
