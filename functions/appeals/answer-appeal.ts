import type { Actor } from '../domain/actor.ts';
import { answerByLetter, awaitsAnswer, type LetterAnswer } from '../domain/appeals/answered-by-letter.ts';
import { currentAppeal } from '../domain/appeals/appeal-answer.ts';
import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import type { Claim } from '../domain/claim.ts';
import type { ChangeClaim } from '../domain/claim-change.ts';
import type { Checked } from '../domain/finding.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';

export type AnswerAppealEffects = {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly changeClaim: ChangeClaim;
  readonly answerWait: AnswerWait;
  readonly withdrawOutdated: (claim: Claim) => Promise<void>;
  readonly zoneOf: (practiceId: string) => Promise<TimeZone>;
};

export type LetterSaid = { readonly claimId: string; readonly by: Actor } & LetterAnswer;

const refused = (path: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code: 'appeal-answer', path, detail }],
});

/**
 * Takes what a payer's letter says of an appeal. Where it upholds the decision, the lifecycle goes on and asks about what
 * is open, with the next level if there is one.
 */
export const answerAppeal = async (
  { claimId, by, outcome, on }: LetterSaid,
  now: Date,
  effects: AnswerAppealEffects,
): Promise<Checked<Claim>> => {
  const claim = await effects.findClaim(claimId);
  const appeal = claim && currentAppeal(claim);
  const sentOn = appeal?.sent.on;
  const isSaid =
    appeal?.answer?.source === 'letter' && appeal.answer.outcome === outcome && appeal.answer.on === on;
  if (claim && isSaid) {
    // Said again, perhaps because the answer to the first was lost: whoever waits hears it again, too.
    await goOn(claim, claim.remittances - 1, outcome, effects);
    return { success: true, data: claim };
  }
  if (!claim || !awaitsAnswer(claim) || sentOn === undefined)
    return refused('answer', 'No appeal of the claim waits for an answer any more');
  if (on > dateIn(await effects.zoneOf(claim.practiceId), now))
    return refused('answeredOn', 'The day has not come yet');
  if (on < sentOn)
    return refused('answeredOn', 'The letter is older than the appeal: write the day of its answer');
  const after = await effects.changeClaim(claimId, (before) =>
    answerByLetter(before, { outcome, on }, { by, at: now.toISOString() }),
  );
  await goOn(after, claim.remittances, outcome, effects);
  return { success: true, data: after };
};

/** Ends the wait for the payer's answer, which is the one after so many remittances, and tasks that asked before it. */
const goOn = async (
  claim: Claim,
  remittances: number,
  outcome: LetterAnswer['outcome'],
  { answerWait, withdrawOutdated }: AnswerAppealEffects,
): Promise<void> => {
  const transmission = claim.submissions.at(-1)?.number ?? 1;
  if (outcome === 'upheld')
    await answerWait(waits.remittance(claim.claimId, transmission, remittances), { outcome: 'denied' });
  await withdrawOutdated(claim);
};
