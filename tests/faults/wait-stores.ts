import type { Bell, WaitBell } from '../../functions/domain/follow-up/bell.ts';
import type { ExecutionFound } from '../../functions/domain/restarts/restarts.ts';
import type { ClaimStep } from '../../functions/domain/step.ts';
import { dueNotice } from '../../functions/domain/tasks/due-notice.ts';
import { type Answer, settleWait, type TokenSent, type Wait } from '../../functions/domain/wait.ts';
import { withAnswer, withoutBell, withRing, withToken } from '../waits/wait-rules.ts';
import type { Invocation } from './boundary.ts';
import type { Records } from './records.ts';

/** What keeps executions. */
export type Engine = {
  readonly start: (name: string, input: ClaimStep) => void;
  readonly stop: (name: string) => void;
  readonly succeed: (token: string, answer: Answer) => void;
  readonly find: (name: string) => ExecutionFound | undefined;
};

/** The index of bells, as the records have it now. */
const bellsIn = ({ waits, tasks }: Records): readonly Bell[] => [
  ...[...waits].flatMap(([waitId, { bell, round = 0, ringAt: at = '' }]): Bell[] =>
    bell ? [{ kind: 'wait', waitId, round, at }] : [],
  ),
  ...[...tasks.values()].flatMap((task): Bell[] => {
    const due = dueNotice(task);
    return due ? [{ kind: 'task', taskId: task.taskId, at: due.at }] : [];
  }),
];

/** Waits and workflows, as an invocation reaches them. */
export const waitStores = (records: Records, { call }: Invocation, engine: Engine) => {
  const { waits } = records;
  const put = (
    boundary: string,
    waitId: string,
    change: (before: Wait) => Wait | undefined,
  ): Promise<Wait | undefined> =>
    call(boundary, () => {
      const after = change(waits.get(waitId) ?? {});
      if (after) waits.set(waitId, after);
      return after;
    });
  const resume = async (wait: Wait | undefined): Promise<void> => {
    const settled = wait && settleWait(wait);
    if (settled) await call('workflow.resume', () => engine.succeed(settled.token, settled.answer));
  };
  return {
    awaitAnswer: async (registration: TokenSent): Promise<void> =>
      resume(await put('waits.token', registration.waitId, (before) => withToken(before, registration))),
    answerWait: async (waitId: string, answer: Answer): Promise<void> =>
      resume(await put('waits.answer', waitId, (before) => withAnswer(before, answer))),
    ringBell: async (bell: WaitBell): Promise<void> => {
      const { waitId, round } = bell;
      const rung = await put('waits.ring', waitId, (before) => withRing(before, bell));
      if (!rung) return;
      await resume(rung);
      await put('waits.silence', waitId, (before) => withoutBell(before, round));
    },
    /** All in one part; now and then the index lags, and has what it had the last time as well. */
    dueBells: async (
      kind: Bell['kind'],
      { shard, until }: { readonly shard: string; readonly until: string },
    ): Promise<{ readonly items: readonly Bell[] }> => {
      if (shard !== '0') return { items: [] };
      return call('bells.due', () => {
        const items = bellsIn(records).filter((bell) => bell.kind === kind && bell.at <= until);
        const seen = records.bellsSeen.get(kind) ?? [];
        records.bellsSeen.set(kind, items);
        return { items: [...seen, ...items] };
      });
    },
    startClaimLifecycle: (name: string, input: ClaimStep): Promise<void> =>
      call('lifecycle.start', () => engine.start(name, input)),
    stopLifecycle: (name: string): Promise<void> => call('lifecycle.stop', () => engine.stop(name)),
  };
};
