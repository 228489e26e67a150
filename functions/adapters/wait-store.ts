import type { WaitBell } from '../domain/follow-up/bell.ts';
import { type Answer, bellAt, settleWait, silent, type TokenSent, type Wait } from '../domain/wait.ts';
import { WaitEntity } from './follow-up/wait-table.ts';
import { isConditionFailure } from './transaction.ts';
import { resumeWorkflow } from './workflows.ts';

/** A wait outlives the longest execution of a workflow (one year), then its record expires. */
const keptSeconds = 400 * 86_400;

const expiresAt = (): number => Math.floor(Date.now() / 1000) + keptSeconds;

const toWait = (data: Record<string, unknown>): Wait => data as Wait; // written by this module only

type Change = { readonly [K in keyof Wait]?: NonNullable<Wait[K]> } & { readonly waitId: string };
type Condition = Parameters<ReturnType<typeof WaitEntity.upsert>['where']>[0];

/** Writes so much of a wait under a condition; undefined where that does not hold. */
const write = async (change: Change, condition: Condition): Promise<Wait | undefined> => {
  try {
    const { data } = await WaitEntity.upsert({ ...change, expiresAt: expiresAt() })
      .where(condition)
      .go({ response: 'all_new' });
    return toWait(data);
  } catch (error) {
    if (isConditionFailure(error)) return undefined;
    throw error;
  }
};

/** A token that was sent before the one that is there is nobody’s any more and loses; what is over has no bell. */
const saveToken = async ({ waitId, token, round, ringAt, sentAt }: TokenSent): Promise<Wait> => {
  const waiting = { waitId, token, round, sentAt };
  const rings =
    ringAt !== null &&
    (await write(
      { ...waiting, ...bellAt(waitId, ringAt) },
      ({ sentAt: stored, answer, rungRound }, { notExists, lte, lt }) =>
        `(${notExists(stored)} OR ${lte(stored, sentAt)}) AND ${notExists(answer)} AND (${notExists(rungRound)} OR ${lt(rungRound, round)})`,
    ));
  if (rings) return rings;
  const silently = await write(
    { ...waiting, ...silent },
    ({ sentAt: stored }, { notExists, lte }) => `${notExists(stored)} OR ${lte(stored, sentAt)}`,
  );
  return silently ?? findWait(waitId);
};

const saveAnswer = async (waitId: string, answer: Answer): Promise<Wait> =>
  (await write({ waitId, answer, ...silent }, ({ answer: stored }, { notExists }) => notExists(stored))) ??
  findWait(waitId);

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

const silence = (waitId: string, round: number): Promise<unknown> =>
  write({ waitId, ...silent }, ({ round: stored }, { lte }) => lte(stored, round));

/**
 * The bell has rung: whoever still waits for that round goes on with the outcome `unanswered`. Nothing happens where
 * another bell was set meanwhile, or an answer came. Only then is it taken out of the index: who dies before rings again.
 */
export const ringBell = async ({ waitId, round, at }: Omit<WaitBell, 'kind'>): Promise<void> => {
  const rung = await write(
    { waitId, rungRound: round },
    ({ bell, round: stored, ringAt }, { eq, gt }) =>
      `${gt(bell, '')} AND ${eq(stored, round)} AND ${eq(ringAt, at)}`,
  );
  if (!rung) return;
  await resumeIfSettled(rung);
  await silence(waitId, round);
};

/** The time for this round is over before its bell: whoever still waits goes on with the outcome `unanswered`. */
export const endRound = async (waitId: string, round: number): Promise<void> => {
  const over = await write(
    { waitId, rungRound: round },
    ({ rungRound }, { notExists, lt }) => `${notExists(rungRound)} OR ${lt(rungRound, round)}`,
  );
  await resumeIfSettled(over ?? (await findWait(waitId)));
  await silence(waitId, round);
};

/** Sets the bell of a wait from before there was an index: at its instant, or now where that was not kept. */
export const setWaitBell = async (waitId: string): Promise<void> => {
  const wait = await findWait(waitId);
  const { token, bell, ringAt = new Date().toISOString() } = wait;
  if (!token || bell !== undefined || settleWait(wait)) return;
  await write(
    { waitId, ...bellAt(waitId, ringAt) },
    ({ token: stored, answer }, { eq, notExists }) => `${eq(stored, token)} AND ${notExists(answer)}`,
  );
};
