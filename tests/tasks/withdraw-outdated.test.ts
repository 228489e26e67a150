import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Mail } from '../../functions/domain/mail.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import { basisOf, claimTaskId } from '../../functions/domain/tasks/basis.ts';
import { withdrawOutdated } from '../../functions/tasks/withdraw-outdated.ts';
import { adjudication, reversalOf, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { aTask, now } from '../factories/tasks.ts';

const denied = adjudicated();

const askedOn = (before: Claim, kind: 'denial' | 'no-answer' | 'rejection', change: Partial<Task> = {}) =>
  aTask({
    taskId: claimTaskId(before, kind),
    claimId: before.claimId,
    kind,
    basis: basisOf(before),
    notifiedAt: now.toISOString(),
    ...change,
  });

const world = (stored: Task) => {
  const state = { task: stored, answers: [] as unknown[], mails: [] as Mail[], reads: 0 };
  const effects = {
    findTask: async (taskId: string) => {
      state.reads += 1;
      return taskId === state.task.taskId ? state.task : undefined;
    },
    getTask: async () => state.task,
    closeTask: async (task: Task, outcome: TaskOutcome) => {
      if (state.task.status === 'done') return false;
      state.task = { ...task, status: 'done', outcome };
      return true;
    },
    answerWait: async (waitId: string, answer: object) => void state.answers.push([waitId, answer]),
    getPractice: async () => ({ supervisor: 'lead@maplestreet.example' }),
    sendMail: async (mail: Mail) => void state.mails.push(mail),
  };
  return { state, follow: (after: Claim) => withdrawOutdated(after, now, effects) };
};

const paidAfterAll = adjudicated({
  adjudications: [
    adjudication(),
    reversalOf(adjudication()),
    settledAdjudication({ adjudicationId: 'again', paymentDate: '2026-11-10' }),
  ],
});

describe('a task about a claim', () => {
  it('is withdrawn when the payer decides otherwise: page, mail and lifecycle hear of it', async () => {
    const { state, follow } = world(askedOn(denied, 'denial'));
    await follow(paidAfterAll);
    expect(state.task).toMatchObject({ status: 'done', outcome: { action: 'withdraw' } });
    expect(state.answers).toEqual([
      [`task/${state.task.taskId}`, { outcome: 'decided', action: 'withdraw', taskId: state.task.taskId }],
    ]);
    expect(state.mails).toMatchObject([
      { to: 'billing@maplestreet.example', subject: `Withdrawn: Denied claim · ${denied.claimId}` },
    ]);
    expect(state.mails[0]?.text).toContain('Nov 10, 2026');
    expect(state.mails[0]?.text).not.toMatch(/Okafor|Miriam/);
  });

  it('is withdrawn once, however often the news comes', async () => {
    const { state, follow } = world(askedOn(denied, 'denial'));
    for (let times = 0; times < 3; times += 1) await follow(paidAfterAll);
    expect(state.mails).toHaveLength(1);
    expect(state.answers).toHaveLength(1);
  });

  it('is withdrawn before its supervisor as well, once that one has it', async () => {
    const { state, follow } = world(askedOn(denied, 'denial', { escalatedAt: now.toISOString() }));
    await follow(paidAfterAll);
    expect(state.mails.map(({ to }) => to)).toEqual([
      'billing@maplestreet.example',
      'lead@maplestreet.example',
    ]);
  });

  it('stays when only other things change', async () => {
    const again = { ...denied, followUps: 2, version: 12, payerControlNumber: 'ICN2' };
    const { state, follow } = world(askedOn(denied, 'denial'));
    await follow(again);
    expect(state.task.status).toBe('open');
  });

  it.each<[string, 'no-answer' | 'rejection', Claim, Claim, string]>([
    [
      'silence, by a denial',
      'no-answer',
      claim({ followUps: 3 }),
      { ...denied, followUps: 3 },
      'other amounts',
    ],
    [
      'silence, by a refusal',
      'no-answer',
      claim({ followUps: 3 }),
      claim({ followUps: 3, status: 'rejected' }),
      'refused',
    ],
    [
      'a refusal, by payment',
      'rejection',
      refused(),
      refused({ ...paidAfterAll }),
      'nothing is left to decide',
    ],
  ])('about %s is withdrawn', async (_what, kind, before, after, news) => {
    const { state, follow } = world(askedOn(before, kind));
    await follow(after);
    expect(state.task.outcome?.note).toContain(news);
  });

  it('costs a claim that never was anybody’s task no read', async () => {
    const { state, follow } = world(askedOn(denied, 'denial'));
    await follow(denied);
    expect(state.reads).toBe(0);
  });
});

function refused(change: Partial<Claim> = {}): Claim {
  const base = claim({ status: 'rejected', ...change });
  const acknowledgement = { outcome: 'rejected', source: '277CA', reasons: [] } as const;
  return {
    ...base,
    submissions: base.submissions.map((one) => ({
      ...one,
      acknowledgement: { ...acknowledgement, reasons: [] },
    })),
  };
}
