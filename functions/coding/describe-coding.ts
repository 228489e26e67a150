import { type Finding, isOfRegistration } from '../domain/finding.ts';
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

/** The coder's work when confirmed codes break a guideline or an edit. */
export const describeEdits = (findings: readonly Finding[]): TaskDraft => ({
  kind: 'encounter-edits',
  owner: 'coder',
  title: 'The codes of a visit break an edit',
  reasons: findings.map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
  advice:
    'Correct the codes as the note documents them; ask the practice’s administrator for missing charges or providers.',
  actions: ['confirm-codes', 'check-again', 'not-billable'],
});

/** The clinic's work when what it registered breaks an edit, though the codes may be right. */
export const describeRegistrationEdits = (findings: readonly Finding[]): TaskDraft => ({
  kind: 'registration-edits',
  owner: 'front-desk',
  title: 'The registration of a visit needs a correction',
  reasons: findings
    .filter(isOfRegistration)
    .map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
  advice:
    'Correct encounter.json and upload it again: the visit is checked again by itself, and billed. Where the file is right and the practice’s own list is not, have that corrected and check again here.',
  actions: ['check-again', 'not-billable'],
});
