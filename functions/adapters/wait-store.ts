import { type Answer, settleWait, type TokenSent, type Wait } from '../domain/wait.ts';
import { WaitEntity } from './table.ts';
import { isConditionFailure } from './transaction.ts';
import { resumeWorkflow } from './workflows.ts';

/** A wait outlives the longest execution of a workflow (one year), then its record expires. */
const keptSeconds = 400 * 86_400;

const expiresAt = (): number => Math.floor(Date.now() / 1000) + keptSeconds;

const toWait = (data: Record<string, unknown>): Wait => data as Wait; // written by this module only

/** As `withToken` says: a token that was sent before the one that is there loses. */
const saveToken = async ({ waitId, token, round, ringAt, sentAt }: TokenSent): Promise<Wait> => {
  const rings = ringAt === null ? {} : { ringAt };
  try {
    const { data } = await WaitEntity.upsert({
      ...{ waitId, token, round, sentAt, ...rings, expiresAt: expiresAt() },
    })
      .where(({ sentAt: stored }, { notExists, lte }) => `${notExists(stored)} OR ${lte(stored, sentAt)}`)
      .go({ response: 'all_new' });
    return toWait(data);
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return findWait(waitId);
  }
};

const saveAnswer = async (waitId: string, answer: Answer): Promise<Wait> => {
  try {
    const { data } = await WaitEntity.upsert({ waitId, answer, expiresAt: expiresAt() })
      .where(({ answer: stored }, { notExists }) => notExists(stored))
      .go({ response: 'all_new' });
    return toWait(data);
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return findWait(waitId);
  }
};

const saveRing = async (waitId: string, round: number): Promise<Wait> => {
  const { data } = await WaitEntity.upsert({ waitId, rungRound: round, expiresAt: expiresAt() }).go({
    response: 'all_new',
  });
  return toWait(data);
};

/** What is known of a wait; nothing where it was never heard of. */
export const findWait = async (waitId: string): Promise<Wait> => {
  const { data } = await WaitEntity.get({ waitId }).go({ consistent: true });
  return data ? toWait(data) : {};
};

const resumeIfSettled = async (wait: Wait): Promise<void> => {
  const settled = settleWait(wait);
  if (settled) await resumeWorkflow(settled.token, settled.answer);
};

/** Somebody waits now; goes on at once when the answer or the bell came before. */
export const awaitAnswer = async (registration: TokenSent): Promise<void> =>
  resumeIfSettled(await saveToken(registration));

/** The answer is here: the first one counts, and whoever waits or will wait goes on with it. */
export const answerWait = async (waitId: string, answer: Answer): Promise<void> =>
  resumeIfSettled(await saveAnswer(waitId, answer));

/** The time for this round is over: whoever still waits goes on with the outcome `unanswered`. */
export const ringWait = async (waitId: string, round: number): Promise<void> =>
  resumeIfSettled(await saveRing(waitId, round));
