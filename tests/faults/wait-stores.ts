import type { ExecutionFound } from '../../functions/domain/restarts/restarts.ts';
import type { ClaimStep } from '../../functions/domain/step.ts';
import {
  type Answer,
  settleWait,
  type TokenSent,
  type Wait,
  withToken,
} from '../../functions/domain/wait.ts';
import type { Invocation } from './boundary.ts';
import type { Records } from './records.ts';

/** What keeps executions and timers. */
export type Engine = {
  readonly start: (name: string, input: ClaimStep) => void;
  readonly stop: (name: string) => void;
  readonly succeed: (token: string, answer: Answer) => void;
  readonly find: (name: string) => ExecutionFound | undefined;
  readonly ringAt: (at: string, waitId: string, round: number) => void;
};

/** Waits and workflows, as an invocation reaches them. */
export const waitStores = ({ waits, timers }: Records, { call }: Invocation, engine: Engine) => {
  const put = (boundary: string, waitId: string, change: (before: Wait) => Wait): Promise<Wait> =>
    call(boundary, () => {
      const after = change(waits.get(waitId) ?? {});
      waits.set(waitId, after);
      return after;
    });
  const resume = async (wait: Wait): Promise<void> => {
    const settled = settleWait(wait);
    if (settled) await call('workflow.resume', () => engine.succeed(settled.token, settled.answer));
  };
  return {
    awaitAnswer: async (registration: TokenSent): Promise<void> =>
      resume(await put('waits.token', registration.waitId, (before) => withToken(before, registration))),
    answerWait: async (waitId: string, answer: Answer): Promise<void> =>
      resume(await put('waits.answer', waitId, (before) => ({ answer, ...before }))),
    ringWait: async (waitId: string, rungRound: number): Promise<void> =>
      resume(await put('waits.ring', waitId, (before) => ({ ...before, rungRound }))),
    startClaimLifecycle: (name: string, input: ClaimStep): Promise<void> =>
      call('lifecycle.start', () => engine.start(name, input)),
    stopLifecycle: (name: string): Promise<void> => call('lifecycle.stop', () => engine.stop(name)),
    startFollowUpTimer: (
      name: string,
      { waitId, round, ringAt }: { readonly waitId: string; readonly round: number; readonly ringAt: string },
    ): Promise<void> =>
      call('timer.start', () => {
        if (timers.has(name)) return;
        timers.add(name);
        engine.ringAt(ringAt, waitId, round);
      }),
  };
};
