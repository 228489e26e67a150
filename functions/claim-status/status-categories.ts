import type { StatusOutcome } from '../domain/follow-up/payer-status.ts';

/** What a category of a 277 means, in our words, and what we make of it. */
export type CategoryMeaning = {
  readonly means: string;
  readonly outcome: StatusOutcome;
  /** How a final decision ended, where the category says so; the 835 alone moves money. */
  readonly ended?: 'paid' | 'denied' | 'forwarded';
  /** Of whom something is asked, where that is not the practice itself. */
  readonly asks?: 'patient';
};

const pending = (means: string): CategoryMeaning => ({ means, outcome: 'pending' });
const rejected = (means: string): CategoryMeaning => ({ means, outcome: 'rejected' });
const notFound = (means: string): CategoryMeaning => ({ means, outcome: 'not-found' });
const asks = (means: string): CategoryMeaning => ({ means, outcome: 'information-requested' });
const again = (means: string): CategoryMeaning => ({ means, outcome: 'unanswered' });
const refused = (means: string): CategoryMeaning => ({ means, outcome: 'inquiry-refused' });
const final = (means: string, ended?: CategoryMeaning['ended']): CategoryMeaning => ({
  means,
  outcome: 'finalized',
  ...(ended && { ended }),
});

/**
 * The categories of claim status (X12 external list 507), each with what it means for us. What is not here, X0 and F5 that
 * ended in 2003 among it, is `unclear` and goes to a person.
 */
const statusCategories: Readonly<Record<string, CategoryMeaning>> = {
  A0: pending('Passed on to somebody else'),
  A1: pending('Received, not yet accepted'),
  A2: pending('Accepted into adjudication'),
  A3: rejected('Returned as unprocessable'),
  A4: notFound('Not in the payer’s system'),
  A5: pending('Split into several claims'),
  A6: rejected('Rejected: something is missing'),
  A7: rejected('Rejected: something is invalid'),
  A8: rejected('Rejected: data contradict one another'),
  D0: notFound('Nothing was found for what was asked'),
  // What the question lacks is lacking when it is asked again.
  E0: refused('The inquiry itself is in error'),
  E1: again('The payer’s system is down'),
  E2: again('Whoever has the claim does not answer now'),
  E3: refused('Data of the inquiry contradict one another'),
  E4: refused('The inquiry lacks what this partner requires'),
  F0: final('Decided'),
  F1: final('Paid', 'paid'),
  F2: final('Denied', 'denied'),
  F3: final('The decision was changed'),
  F3F: final('Decided, and passed on to the next payer', 'forwarded'),
  F3N: final('Decided, and not passed on'),
  F4: final('Decided: no further payment comes', 'denied'),
  P0: pending('Pending'),
  P1: pending('In process'),
  P2: pending('In review'),
  P3: asks('Waits for what was asked of the practice'),
  P4: { ...asks('Waits for what was asked of the patient'), asks: 'patient' },
  P5: pending('On hold for reasons of the payer'),
  R0: asks('A request of no other kind'),
  R1: asks('About a person or an organization of the claim'),
  R3: asks('What a claim could have said itself'),
  R4: asks('Documents in support'),
  R5: asks('More detail than was sent before'),
  R6: asks('What a regulation requires'),
  R7: asks('Whether the care fits the plan’s policy'),
  R8: asks('Whether the care is an exception that the plan covers'),
  R9: asks('Why the care was medically necessary'),
  R10: asks('In support of a grievance or an appeal'),
  R11: asks('A review before payment'),
  R12: asks('Why this procedure code was used'),
  R13: asks('The documents sent before cannot be read: send them again'),
  R14: asks('The documents sent before are not those asked for'),
  R15: asks('Whether workers’ compensation is liable'),
  R16: asks('Whether the patient is eligible'),
  R17: asks('In place of an earlier request'),
  RQ: asks('A question to be answered by yes or no'),
};

/** What a category means; one that we do not know is no reason to drop what was said. */
export const meaningOf = (category: string): CategoryMeaning =>
  statusCategories[category.trim().toUpperCase()] ?? {
    means: 'A category that is not known here',
    outcome: 'unclear',
  };
