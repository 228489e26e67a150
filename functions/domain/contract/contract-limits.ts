import { z } from 'zod';
import { AppealLevel } from './appeal-level.ts';
import { ContractLimit } from './contract-limit.ts';

/** The limits of a contract beside those of a new claim and a first appeal; what is left out is as those two. */
export const ContractLimits = z.strictObject({
  correctedClaim: ContractLimit.optional().describe(
    'of a replacement; the filing limit unless the contract says otherwise',
  ),
  reopening: ContractLimit.optional().describe('of a clerical error that is mended by letter or telephone'),
  appeals: z
    .array(AppealLevel)
    .min(1)
    .optional()
    .describe('one for each level that there is, the first one first'),
  secondaryClaim: ContractLimit.optional().describe(
    'of a claim after another payer: `decision` and `receipt` are of that payer’s',
  ),
});
export type ContractLimits = z.infer<typeof ContractLimits>;
