import type { Finding } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/**
 * The biller's work when a file of a partner could not be read, or named what we never sent. It is kept. Its
 * name, which the partner chose, may be a patient's: the page shows it, and no mail.
 */
export const describePartnerFile = (name: string, findings: readonly Finding[]): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: 'A file of a payer is not fully read',
  reasons: [
    ...findings.map(({ code, path, detail }) => ({ code: `${code} ${path}`.trim(), text: detail })),
    { code: 'file', text: `The file is called ${name}`, pageOnly: true },
  ],
  advice:
    'The file is kept in the exchange bucket under the name that the page shows, and whatever of it could be read is posted. Ask the partner for a corrected file.',
  actions: ['dismiss'],
});
