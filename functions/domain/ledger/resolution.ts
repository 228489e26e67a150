import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { Amount } from '../claim/amount.ts';
import { Finding } from '../finding.ts';
import { ClaimId } from '../ids.ts';

/** How a person calls what is held: a claim of ours, one that another system billed, or nothing yet. */
export const ResolvingAction = z.enum(['match', 'other-system', 'hold']);

/** The code of a held claim that nobody works: another system billed it for the practice. */
export const otherSystemClaim = 'other-system-claim';

/** A note that explains what a person does with money; a part of a payment has room for hundreds of this length. */
export const MoneyNote = z.string().trim().min(1).max(500);

/** What a person said of one held decision of a payment. None is ever changed; the last one counts. */
export const Resolution = z
  .object({
    adjudicationId: z.string(),
    action: ResolvingAction,
    claimId: ClaimId.optional().describe('the claim that is meant, of a match'),
    submissionNumber: z.int().min(1).optional(),
    note: z.string(),
    by: DecidingActor,
    at: z.string(),
    posted: z
      .object({
        claimId: z.string().describe('on which it stands: the next payer’s, where that one decided'),
        amount: Amount,
        waits: Finding.optional().describe(
          'a reversal whose decision has not come: for what it is held still',
        ),
      })
      .optional()
      .describe('of a match, once it stands on its claim'),
  })
  .readonly();
export type Resolution = z.infer<typeof Resolution>;

/** What counts of all that was said of a decision: that it was posted, else the last word. */
export const lastWord = (said: readonly Resolution[], adjudicationId: string): Resolution | undefined => {
  const ofIt = said.filter((one) => one.adjudicationId === adjudicationId);
  return ofIt.find(({ posted }) => posted) ?? ofIt.at(-1);
};
