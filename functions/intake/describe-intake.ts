import type { Encounter } from '../domain/encounter.ts';
import { inWords, mostFileBytes, mostTextBytes } from '../domain/objects/size-limits.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** What the clinic is told when a document cannot be read: it is kept, and a readable one starts the coding. */
export const describeUnreadable = (reason = 'The document cannot be read'): TaskDraft => ({
  kind: 'unreadable-document',
  owner: 'records',
  title: 'A document of a visit cannot be read',
  reasons: [{ code: 'document', text: reason }],
  advice:
    'Send the note of this visit as readable text, on the page of this task or into the folder of the visit. The document that came is kept.',
  actions: ['dismiss'],
});

/** What the clinic is told of a document that has more bytes than are read: it is kept, unread. */
export const describeOversized = (bytes: number): TaskDraft => ({
  kind: 'unreadable-document',
  owner: 'records',
  title: 'A document of a visit is too large',
  reasons: [
    {
      code: 'document',
      text: `The document has ${inWords(bytes)}. A document of a visit is read up to ${inWords(mostFileBytes)}.`,
    },
  ],
  advice: `Send the note of this visit as text of at most ${inWords(mostTextBytes)}, on the page of this task or into the folder of the visit, or the document in parts. The document that came is kept, and nothing of it is read.`,
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
  advice: 'Correct encounter.json on the page of this task, or upload it again; the coding starts by itself.',
  actions: ['dismiss'],
});

/** What the clinic is told of a file in its folder that belongs to no visit. */
export const describeUnplaced = (): TaskDraft => ({
  kind: 'unplaced-file',
  owner: 'records',
  title: 'A file lies where no visit is',
  reasons: [
    {
      code: 'key',
      text: 'Files of a visit lie in practices/<practice>/encounters/<visit>/, directly in that folder. The name of a visit has at most 64 letters, digits, dots, hyphens and underscores, the first one a letter or a digit.',
    },
  ],
  advice:
    'Upload the file again into the folder of its visit. The one that came is kept, and nothing is done with it.',
  actions: ['dismiss'],
});

/** What became of a visit whose registration or documents change after it ended. */
const endings: Partial<Record<Encounter['status'], string>> = {
  claimed: 'a claim was made of it',
  'self-pay': 'it was left to the patient',
  'not-billable': 'it was closed without a claim',
};

/** Somebody has to look at a visit again: fields of the registration by name, or that a document came. */
export const describeChangedVisit = (
  status: Encounter['status'],
  fields: readonly string[] | undefined,
): TaskDraft => ({
  kind: 'visit-changed',
  owner: fields ? 'biller' : 'coder',
  title: fields ? 'The registration of a visit changed late' : 'A document of a visit came late',
  reasons: fields
    ? fields.map((path) => ({ code: path, text: `It changed after ${endings[status] ?? 'the visit ended'}` }))
    : [{ code: 'document', text: `A document came after ${endings[status] ?? 'the visit ended'}` }],
  advice: fields
    ? 'Compare the registration with what was billed. Where the claim is wrong, correct and send it again, or void it.'
    : 'Read the document. Where the codes have to change, correct the claim; where nothing was billed, say whether it has to be.',
  actions: ['dismiss'],
});
