import { z } from 'zod';
import { Finding } from './finding.ts';

export const TransactionName = z.enum([
  '837P',
  '270',
  '276',
  '271',
  '277',
  '277CA',
  '835',
  '999',
  'TA1',
  'appeal',
  'unknown',
]);
export type TransactionName = z.infer<typeof TransactionName>;

/** A file exchanged with a trading partner; its body lies in the exchange bucket under `key`. */
export const PartnerFile = z.object({
  partnerId: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  fileId: z.string().describe('outbound: the interchange control number; inbound: digest of the content'),
  key: z.string(),
  transaction: TransactionName,
  practiceId: z.string().optional(),
  claimId: z.string().optional().describe('the claim that an outbound file is about'),
  submissionNumber: z.int().optional(),
  outcome: z.enum(['sent', 'processed', 'findings', 'unreadable']),
  findings: z.array(Finding),
  at: z.string(),
});
export type PartnerFile = z.infer<typeof PartnerFile>;
