import type { Finding } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** The biller's work when a file of a partner could not be read, or named what we never sent. It is kept. */
export const describePartnerFile = (name: string, findings: readonly Finding[]): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: 'A file of a payer is not fully read',
  reasons: findings.map(({ code, path, detail }) => ({ code: `${code} ${path}`.trim(), text: detail })),
  advice: `The file ${name} is kept in the exchange bucket, and whatever of it could be read is posted. Ask the partner for a corrected file.`,
  actions: ['dismiss'],
});
