import { z } from 'zod';

/**
 * What a limit of a contract counts from. service: the date of service · decision: the day of the payer's notice, which
 * is the date of its payment · receipt: the day on which the notice is presumed to be received.
 */
export const LimitStart = z.enum(['service', 'decision', 'receipt']);
export type LimitStart = z.infer<typeof LimitStart>;

/** So many calendar days from an event, the last of them included. */
export const ContractLimit = z.strictObject({ days: z.int().min(1), from: LimitStart });
export type ContractLimit = z.infer<typeof ContractLimit>;

/** The limits of a contract beside those of a new claim and a first appeal; what is left out is as those two. */
export const ContractLimits = z.strictObject({
  correctedClaim: ContractLimit.optional().describe(
    'of a replacement; the filing limit unless the contract says otherwise',
  ),
  reopening: ContractLimit.optional().describe('of a clerical error that is mended by letter or telephone'),
  appeals: z
    .array(ContractLimit)
    .min(1)
    .optional()
    .describe('one for each level that there is, the first one first'),
  secondaryClaim: ContractLimit.optional().describe(
    'of a claim after another payer: `decision` and `receipt` are of that payer’s',
  ),
});
export type ContractLimits = z.infer<typeof ContractLimits>;
