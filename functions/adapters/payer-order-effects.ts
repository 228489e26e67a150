import { getClaimContext } from './claim-context.ts';
import { addClaim, changeClaim, claimsOfPatient, findClaim } from './claim-store.ts';
import { getPayer, getPractice, listPayers } from './practices/practice-store.ts';
import { tasksOfClaim } from './task-store.ts';
import { answerWait } from './wait-store.ts';
import { startClaimLifecycle } from './workflows.ts';

/** What billing another payer of a claim, and looking for claims that one bears on, read and write. */
export const payerOrderEffects = {
  getClaimContext,
  getPayer,
  addClaim,
  findClaim,
  changeClaim,
  claimsOfPatient,
  listPayers,
  tasksOfClaim,
  answerWait,
  startClaimLifecycle,
  zoneOf: async (practiceId: string) => (await getPractice(practiceId)).timeZone,
};
