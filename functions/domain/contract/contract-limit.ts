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
