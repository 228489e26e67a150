import type { WaitBell } from '../../functions/domain/follow-up/bell.ts';
import {
  type Answer,
  bellAt,
  isOver,
  silent,
  type TokenSent,
  type Wait,
} from '../../functions/domain/wait.ts';

// What a store of waits makes of each thing that happens, as rules on the record: stores in memory follow them, and
// tests/adapters/wait-store.test.ts holds the conditions of the real one to them.

/**
 * The wait with a token and its bell. One that was sent before the token that is there is nobody's any more: a state that
 * was tried again, or an execution that another took the place of, sent it, and its message came late.
 */
export const withToken = (wait: Wait, { waitId, token, round, ringAt, sentAt }: TokenSent): Wait => {
  if (sentAt < (wait.sentAt ?? 0)) return wait;
  const rings = ringAt !== null && !isOver(wait, round);
  return { ...wait, token, round, sentAt, ...(rings ? bellAt(waitId, ringAt) : silent) };
};

/** The wait with its answer, the first one that came: its bell rings no more. */
export const withAnswer = (wait: Wait, answer: Answer): Wait =>
  wait.answer ? wait : { ...wait, answer, ...silent };

/** The wait after a bell; undefined where that bell stands no longer: another instant or round is waited for, or none. */
export const withRing = (wait: Wait, { round, at }: Pick<WaitBell, 'round' | 'at'>): Wait | undefined =>
  wait.bell && wait.round === round && wait.ringAt === at ? { ...wait, rungRound: round } : undefined;

/** The wait of which a round was ended before its instant. */
export const withRoundOver = (wait: Wait, round: number): Wait => ({
  ...wait,
  rungRound: Math.max(round, wait.rungRound ?? round),
});

/** The wait without the bell of a round that is over: the last thing done, so that who dies before it rings again. */
export const withoutBell = (wait: Wait, round: number): Wait =>
  wait.round !== undefined && wait.round <= round ? { ...wait, ...silent } : wait;
