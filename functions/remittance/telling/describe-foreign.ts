import type { Finding } from '../../domain/finding.ts';
import type { TaskDraft } from '../../domain/task-draft.ts';
import { atMost } from '../held.ts';

/**
 * A biller's work when a payment that is not made out to the practice names claims of it, or is made out to nobody whom
 * we know, so that it may be the practice's: what concerns it, and of the rest the number alone. No place in the file is
 * named, for the file is somebody else's.
 */
export const describeForeign = (
  traceNumber: string,
  claims: readonly Finding[],
  leftOver: number,
): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: `Remittance ${traceNumber} is made out to somebody else`,
  reasons: [
    ...atMost(claims, 50).map(({ code, detail }) => ({ code, text: detail })),
    ...(leftOver > 0 ? [unknownPayee(leftOver)] : []),
  ],
  advice:
    'Nothing of it is posted to your claims. Ask the payer whom it paid, by the trace number, and for a corrected remittance where that is wrong; where the payee is you, have the number that it names entered for the practice.',
  actions: ['dismiss'],
});

const unknownPayee = (leftOver: number) => ({
  code: 'unknown-payee',
  text: `The payee is no practice here. Items not posted, beside claims of practices here: ${leftOver}`,
});
