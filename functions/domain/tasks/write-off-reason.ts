import { z } from 'zod';

/** Why a practice gives an amount up, as reports count it. */
export const WriteOffReason = z.enum([
  'small-balance',
  'filing-limit',
  'no-authorization',
  'not-covered',
  'bundled',
  'not-necessary',
  'contract',
  'duplicate',
  'credentialing',
  'administrative',
  'charity',
  'other',
]);
export type WriteOffReason = z.infer<typeof WriteOffReason>;

export const writeOffReasons: Readonly<Record<WriteOffReason, string>> = {
  'small-balance': 'Small balance, not worth the work',
  'filing-limit': 'The filing or appeal limit has passed',
  'no-authorization': 'No authorization or referral',
  'not-covered': 'Not covered by the plan',
  bundled: 'Bundled into another service',
  'not-necessary': 'Not medically necessary, and no advance notice',
  contract: 'Not payable under the contract, or capitated',
  duplicate: 'Duplicate of another claim',
  credentialing: 'The provider was not enrolled',
  administrative: 'A mistake of the practice',
  charity: 'Charity or hardship',
  other: 'Something else, as the note says',
};
