import type { Actor } from '../actor.ts';
import type { Claim } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import { appealDetail, currentAppeal, withAnswer } from './appeal-answer.ts';
import type { AppealAnswer } from './claim-appeal.ts';

/** What a payer's letter says of the appeal that was sent last. */
export type LetterAnswer = Pick<AppealAnswer, 'outcome' | 'on'>;

/** Whether the claim waits for an answer to an appeal, which a letter may bring. */
export const awaitsAnswer = (claim: Claim): boolean =>
  claim.status === 'appealed' && currentAppeal(claim) !== undefined && !isUpheld(claim);

const isUpheld = (claim: Claim): boolean => currentAppeal(claim)?.answer?.outcome === 'upheld';

/**
 * Records what a letter says of the appeal. One that upholds the decision ends the wait: what is open is a person's again,
 * with the next level from the date of the letter. One that overturns it promises a payment, which is waited for anew. The
 * same letter again changes nothing.
 */
export const answerByLetter = (
  claim: Claim,
  { outcome, on }: LetterAnswer,
  { by, at }: { readonly by: Actor; readonly at: string },
): ClaimChange | undefined => {
  const answer = currentAppeal(claim)?.answer;
  if (!awaitsAnswer(claim) || (answer?.outcome === outcome && answer.on === on)) return undefined;
  const answered = withAnswer(claim, { outcome, on, source: 'letter' });
  const goesOn =
    outcome === 'upheld'
      ? // The wait for a remittance is over, and the next one is another one.
        { status: 'adjudicated' as const, remittances: claim.remittances + 1 }
      : { followedUpAt: at, followUpsForgiven: claim.followUps };
  return changed(answered, goesOn, {
    type: 'appeal-answered',
    actor: by,
    detail: { ...appealDetail(currentAppeal(answered)), answeredOn: on },
  });
};
