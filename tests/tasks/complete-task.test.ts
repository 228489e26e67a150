import { describe, expect, it } from 'vitest';
import { DecidingActor } from '../../functions/domain/actor.ts';
import type { Mail } from '../../functions/domain/mail.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import { basisOf } from '../../functions/domain/tasks/basis.ts';
import type { Answer } from '../../functions/domain/wait.ts';
import { type Cents, cents } from '../../functions/edi/money.ts';
import { completeTask } from '../../functions/tasks/complete-task.ts';
import { injectionAdjudication } from '../factories/adjudications.ts';
import { injectionClaim } from '../factories/claims.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aCodingTask, anOutcome, aTask, biller } from '../factories/tasks.ts';

const world = (stored: Task, claim = injectionClaim(), limit?: Cents) => {
  const state = {
    task: stored,
    answers: [] as [string, Answer][],
    mails: [] as string[],
    carried: [] as string[],
  };
  const effects = {
    listPayers: async () => payers,
    closeTask: async (task: Task, outcome: TaskOutcome) => {
      if (state.task.status === 'done') return false;
      state.task = { ...task, status: 'done', outcome };
      return true;
    },
    getTask: async () => state.task,
    carryOut: async (task: Task) => void state.carried.push(task.taskId),
    findClaim: async () => claim,
    getPractice: async () => practice(limit === undefined ? {} : { writeOffLimit: limit }),
    saveOpenTask: async (task: Task) => {
      state.task = task;
      return true;
    },
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async ({ to }: Mail) => void state.mails.push(to),
    answerWait: async (waitId: string, answer: Answer) => {
      state.answers.push([waitId, answer]);
    },
  };
  return { state, effects };
};

const partsTask = aTask({ actions: ['decide-parts', 'write-off'] });

const codes = {
  diagnoses: ['R53.83'],
  services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
};

describe('completeTask', () => {
  it('closes the task and answers whoever waits for it', async () => {
    const { state, effects } = world(aTask());
    const completed = await completeTask(aTask(), anOutcome(), effects);
    expect(completed).toMatchObject({ success: true, data: { taken: true, task: { status: 'done' } } });
    expect(state.answers).toEqual([
      [`task/${aTask().taskId}`, { outcome: 'decided', action: 'bill-patient', taskId: aTask().taskId }],
    ]);
  });

  it('answers again after a crash between closing and answering', async () => {
    const { state, effects } = world(aTask({ status: 'done', outcome: anOutcome() }));
    const again = await completeTask(state.task, anOutcome({ at: '2026-11-03T00:00:00.000Z' }), effects);
    expect(again).toMatchObject({ success: true, data: { taken: true } });
    expect(state.answers).toHaveLength(1);
  });

  it('takes the decision of another person for another decision', async () => {
    const { state, effects } = world(aTask({ status: 'done', outcome: anOutcome() }));
    const by = { ...biller, subject: 'lead@maplestreet.example' };
    const late = await completeTask(state.task, anOutcome({ by }), effects);
    expect(late).toMatchObject({ success: true, data: { taken: false } });
  });

  it('knows a decision again in a record that names the mailbox alone', async () => {
    const standing = anOutcome({ by: DecidingActor.parse(biller.subject) });
    const { state, effects } = world(aTask({ status: 'done', outcome: standing }));
    const again = await completeTask(state.task, anOutcome(), effects);
    expect(again).toMatchObject({ success: true, data: { taken: true } });
  });

  it('lets the first of two decisions win and answers with it', async () => {
    const { state, effects } = world(aTask({ status: 'done', outcome: anOutcome() }));
    const late = await completeTask(
      aTask(),
      anOutcome({
        action: 'write-off',
        note: 'small balance, not worth it',
        writeOffReason: 'small-balance',
      }),
      effects,
    );
    expect(late).toMatchObject({ success: true, data: { taken: false, task: { outcome: anOutcome() } } });
    expect(state.answers[0]?.[1]).toMatchObject({ action: 'bill-patient' });
  });

  it.each([
    ['an action that the task does not offer', aTask({ actions: ['dismiss'] }), anOutcome(), 'action'],
    [
      'a write-off without a reason',
      aTask(),
      anOutcome({ action: 'write-off', note: 'too short', writeOffReason: 'other' }),
      'note',
    ],
    [
      'a write-off whose reason is not coded',
      aTask(),
      anOutcome({ action: 'write-off', note: 'small balance, not worth it' }),
      'writeOffReason',
    ],
    ['parts without any', partsTask, anOutcome({ action: 'decide-parts' }), 'parts'],
    [
      'a part that is not open',
      partsTask,
      anOutcome({
        action: 'decide-parts',
        note: 'As the contract says it',
        writeOffReason: 'contract',
        parts: [{ line: 2, group: 'CO', reason: '50', amount: cents(100), action: 'write-off' }],
      }),
      'parts.0',
    ],
    [
      'an appeal without a letter',
      aTask(),
      anOutcome({ action: 'appeal', note: '', sent: { way: 'mail', on: '2026-11-01' } }),
      'note',
    ],
    [
      'an appeal that nobody says was sent',
      aTask(),
      anOutcome({ action: 'appeal', note: 'Please pay the service' }),
      'sent',
    ],
    ['a resubmission of the same without a reason', aTask(), anOutcome({ action: 'resubmit' }), 'note'],
    [
      'an NPI whose check digit is wrong',
      aTask(),
      anOutcome({
        action: 'resubmit',
        correction: { orderingProvider: { npi: '1234567839', lastName: 'Haas', firstName: 'Ines' } },
      }),
      'correction.orderingProvider.npi',
    ],
    [
      'codes to confirm that are missing',
      aCodingTask(),
      anOutcome({ action: 'confirm-codes' }),
      'correction.codes',
    ],
    [
      'a correction that the action cannot carry out',
      aTask(),
      anOutcome({ correction: { memberId: 'NW1' } }),
      'correction.memberId',
    ],
    [
      'a pointer beyond the diagnoses',
      aCodingTask(),
      anOutcome({
        action: 'confirm-codes',
        correction: {
          codes: {
            ...codes,
            services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [2] }],
          },
        },
      }),
      'correction.codes.services.0.diagnosisPointers',
    ],
  ])('refuses %s and leaves the task open', async (_what, task, outcome, path) => {
    const { state, effects } = world(task);
    const refused = await completeTask(task, outcome, effects);
    expect(refused).toMatchObject({ success: false, findings: [{ path }] });
    expect(state).toMatchObject({ task: { status: 'open' }, answers: [] });
  });

  it('takes confirmed codes and corrections on a resubmission', async () => {
    const coding = world(aCodingTask());
    const confirmed = anOutcome({ action: 'confirm-codes', correction: { codes } });
    await expect(completeTask(aCodingTask(), confirmed, coding.effects)).resolves.toMatchObject({
      success: true,
    });
    const denial = world(aTask());
    const resubmitted = anOutcome({ action: 'resubmit', correction: { memberId: 'NW4410979' } });
    await expect(completeTask(aTask(), resubmitted, denial.effects)).resolves.toMatchObject({
      success: true,
    });
  });

  it('takes a resubmission of the same with a reason', async () => {
    const { effects } = world(aTask());
    const same = anOutcome({ action: 'resubmit', note: 'The payer lost it and asks for it again' });
    await expect(completeTask(aTask(), same, effects)).resolves.toMatchObject({ success: true });
  });

  it('refuses a decision about a claim that has changed since, and says what has', async () => {
    const asked = aTask({ basis: basisOf(injectionClaim()) });
    const paid = injectionClaim({
      adjudications: [injectionAdjudication({ paid: cents(0) })],
    });
    const { state, effects } = world(asked, paid);
    expect(await completeTask(asked, anOutcome(), effects)).toMatchObject({
      success: false,
      findings: [{ code: 'record-newer', detail: expect.stringContaining('the payer’s decision of') }],
    });
    expect(state).toMatchObject({ task: { status: 'open' }, answers: [] });
  });

  it('takes a decision about a claim of which only other things have changed', async () => {
    const asked = aTask({ basis: basisOf(injectionClaim()) });
    const { effects } = world(asked, injectionClaim({ version: 9, followUps: 3, executionArn: 'arn:other' }));
    await expect(completeTask(asked, anOutcome(), effects)).resolves.toMatchObject({ success: true });
  });
});

describe('a write-off above the practice’s limit', () => {
  const asked = (change: Partial<TaskOutcome> = {}) =>
    anOutcome({
      action: 'write-off',
      note: 'No authorization was asked for',
      writeOffReason: 'no-authorization',
      ...change,
    });
  const lead = { ...biller, subject: practice().supervisor };
  const open = cents(134_000);

  it('of exactly the limit is one person’s', async () => {
    const { state, effects } = world(aTask(), injectionClaim(), open);
    await completeTask(state.task, asked(), effects);
    expect(state).toMatchObject({ task: { status: 'done' }, mails: [] });
  });

  it('is a proposal until another person decides the same', async () => {
    const { state, effects } = world(aTask(), injectionClaim(), cents(open - 1));
    const first = await completeTask(state.task, asked(), effects);
    expect(first).toMatchObject({ success: true, data: { isProposed: true } });
    expect(state).toMatchObject({
      task: { status: 'open', proposal: { by: biller } },
      answers: [],
      mails: [lead.subject],
    });
    await completeTask(state.task, asked({ by: lead }), effects);
    expect(state.task).toMatchObject({ status: 'done', outcome: { by: lead, proposedBy: biller } });
  });

  it('is not confirmed by who proposed it, nor by another amount', async () => {
    const { state, effects } = world(
      aTask({ actions: ['write-off', 'decide-parts'] }),
      injectionClaim(),
      cents(100),
    );
    await completeTask(state.task, asked(), effects);
    await completeTask(state.task, asked(), effects);
    const part = { line: 2, group: 'CO', reason: '197', amount: cents(5_000), action: 'write-off' } as const;
    await completeTask(state.task, asked({ by: lead, action: 'decide-parts', parts: [part] }), effects);
    expect(state).toMatchObject({ task: { status: 'open', proposal: { by: lead } }, answers: [] });
    // The supervisor proposed last: the desk is asked.
    expect(state.mails.at(-1)).toBe(aTask().email);
  });

  it.each([
    ['what one person may write off', 30_000, 0, 'done'],
    ['a cent more', 30_001, 0, 'open'],
    ['a cent more, of which the first part was taken back', 30_001, 1, 'done'],
  ] as const)('counts parts together: %s', async (_title, second, undone, status) => {
    const before = { amount: cents(70_000), reason: 'r', decidedBy: biller, taskId: 'T-0' };
    const back = { ...before, amount: cents(-70_000), undoes: true as const };
    const claim = injectionClaim({ writeOffs: [before, back].slice(0, undone + 1) });
    const { state, effects } = world(partsTask, claim, cents(100_000));
    const part = { line: 2, group: 'CO', reason: '197', amount: cents(second), action: 'write-off' } as const;
    await completeTask(state.task, asked({ action: 'decide-parts', parts: [part] }), effects);
    expect(state.task.status).toBe(status);
  });

  it('stands again as one person’s task where somebody else wrote the task meanwhile', async () => {
    const { state, effects } = world(aTask(), injectionClaim(), cents(1));
    const note = { handling: 'add-note', by: biller, at: 'later', note: 'Called them' } as const;
    state.task = { ...state.task, history: [note] };
    const late = { ...effects, saveOpenTask: async () => false };
    const answer = await completeTask(aTask(), asked(), late);
    expect(answer).toMatchObject({ success: false, findings: [{ code: 'task-newer' }] });
    expect(state).toMatchObject({ mails: [], answers: [] });
  });

  it('leaves other decisions to one person', async () => {
    const { state, effects } = world(aTask(), injectionClaim(), cents(1));
    await completeTask(state.task, anOutcome(), effects);
    expect(state.task).toMatchObject({ status: 'done', outcome: { action: 'bill-patient' } });
    expect(state.task.outcome).not.toHaveProperty('proposedBy');
  });
});
