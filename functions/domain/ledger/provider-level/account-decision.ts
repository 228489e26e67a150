import { z } from 'zod';
import { DecidingActor } from '../../actor.ts';
import { Amount } from '../../claim/amount.ts';

/** What a person may do about an account that files leave open, or that a decision closed wrongly. */
export const AccountAction = z.enum(['close', 'reopen']);
export type AccountAction = z.infer<typeof AccountAction>;

/**
 * What a person decided about an account of the provider-level ledger. Decisions are only ever added: the last one
 * counts, and the ones before stay to be read. A check that settles a forwarded balance need not be acknowledged in
 * any 835 (X12 RFI 1374), so files alone never close every account.
 */
export const AccountDecision = z
  .object({
    practiceId: z.string(),
    accountId: z.string(),
    number: z.int().min(1).describe('of the decisions about the account, in their order'),
    action: AccountAction,
    amount: Amount.describe('what was open when it was decided'),
    note: z.string().trim().min(10).max(2000).describe('why, so that somebody can follow it later'),
    document: z.string().trim().min(1).max(255).describe('what it was decided from: a check, a letter'),
    by: DecidingActor,
    at: z.string(),
  })
  .readonly();
export type AccountDecision = z.infer<typeof AccountDecision>;
