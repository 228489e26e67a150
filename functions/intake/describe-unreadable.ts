import type { TaskDraft } from '../domain/task-draft.ts';

/** What the clinic is told when a document cannot be read: it is kept, and a readable one starts the coding. */
export const describeUnreadable = (reason = 'The document cannot be read'): TaskDraft => ({
  kind: 'unreadable-document',
  owner: 'records',
  title: 'A document of a visit cannot be read',
  reasons: [{ code: 'document', text: reason }],
  advice: 'Upload the note of this visit again as readable text. The document that came is kept.',
  actions: ['dismiss'],
});

/** What the clinic is told when `encounter.json` does not say what a claim needs. */
export const describeInvalidRegistration = (
  findings: readonly { path: string; detail: string }[],
): TaskDraft => ({
  kind: 'invalid-registration',
  owner: 'front-desk',
  title: 'The registration of a visit is not complete',
  reasons: findings.map(({ path, detail }) => ({ code: path || 'encounter.json', text: detail })),
  advice: 'Correct encounter.json and upload it again; the coding starts by itself.',
  actions: ['dismiss'],
});
