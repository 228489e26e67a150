import type { Finding } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { atMost } from './held.ts';

/** The biller's work when money of an 835, or part of the file, could not be posted: it is kept, never forced. */
export const describeUnposted = (
  traceNumber: string | undefined,
  findings: readonly Finding[],
): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: traceNumber
    ? `Part of remittance ${traceNumber} is not posted`
    : 'A remittance file is not fully read',
  reasons: atMost(findings, 50).map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
  advice:
    'Compare the file with the payer’s remittance and the deposit, ask the payer for a corrected file, or post by hand.',
  actions: ['dismiss'],
});
