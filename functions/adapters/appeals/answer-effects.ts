import { changeClaim, findClaim } from '../claim-store.ts';
import { getPractice } from '../practices/practice-store.ts';
import { answerWait } from '../wait-store.ts';

/** What recording a payer's letter about an appeal does to the world, beside the tasks that it ends. */
export const appealAnswerEffects = {
  findClaim,
  changeClaim,
  answerWait,
  zoneOf: async (practiceId: string) => (await getPractice(practiceId)).timeZone,
};
