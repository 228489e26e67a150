import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { ClaimAction, Task } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { RaiseTaskStep, raiseTaskForStep } from '../../functions/tasks/raise-task-for-step.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask } from '../factories/tasks.ts';

const draft = (kind: TaskDraft['kind']) => (): TaskDraft<ClaimAction> => ({
  kind,
  owner: 'biller',
  title: 'A task',
  reasons: [],
  advice: 'Work it',
  actions: ['write-off'],
});

const raising = (about: { claim?: Claim; encounter?: Encounter; denial?: () => TaskDraft<ClaimAction> }) => {
  const tasks = new Map<string, Task>();
  const mails: string[] = [];
  const effects = {
    getClaimContext: async () => ({ claim: about.claim ?? claim(), practice: practice(), payer: payer() }),
    getEncounter: async () => about.encounter ?? anEncounter(),
    getPractice: async () => practice(),
    addTask: async (task: Task) => {
      const known = tasks.get(task.taskId) ?? task;
      tasks.set(task.taskId, known);
      return known;
    },
    saveOpenTask: async (task: Task) => tasks.set(task.taskId, task).size > 0,
    getTask: async (taskId: string) => tasks.get(taskId) ?? aTask(),
    signLink: async () => 'https://link',
    sendMail: async ({ to }: { to: string }) => void mails.push(to),
    denials: {
      findTask: async (taskId: string) => tasks.get(taskId),
      closeTask: async () => false,
      answerWait: async () => undefined,
      workOf: async () => ({ desksOf: () => [], describe: () => (about.denial ?? draft('denial'))() }),
    },
    claimDrafts: {
      coverage: draft('coverage'),
      rejection: draft('rejection'),
      correction: draft('correction'),
      'no-answer': draft('no-answer'),
    },
    visitOf: async () => ({ practiceId: 'maple-street', encounterId: 'E1001' }),
    encounterDrafts: {
      coding: draft('coding'),
      'encounter-edits': draft('encounter-edits'),
      'registration-edits': draft('registration-edits'),
      'practice-records': draft('practice-records'),
      'unreadable-document': draft('unreadable-document'),
    },
  };
  return { tasks, mails, raise: (step: RaiseTaskStep) => raiseTaskForStep(step, effects) };
};

it('keeps the table that routed a denial, whichever is in force when its step runs again', async () => {
  let version = 3;
  const { tasks, raise } = raising({
    denial: () => ({
      ...draft('denial')(),
      owner: version === 3 ? 'coder' : 'appeals',
      routing: { house: '2026-11-30', houseRule: 'bundled', version, rule: 'a-rule' },
    }),
  });
  const step = { kind: 'denial' as const, ...ofClaim };
  const first = await raise(step);
  version = 4;
  expect(await raise(step)).toEqual(first);
  expect([...tasks.values()]).toMatchObject([{ owner: 'coder', routing: { version: 3, rule: 'a-rule' } }]);
});

const ofClaim = { practiceId: 'maple-street', claimId: 'C0000000000A1' };
const ofEncounter = { practiceId: 'maple-street', visit: 'V1' };
const decision = {
  taskId: 't',
  action: 'appeal',
  by: { kind: 'person' as const, subject: 'biller@example.com' },
};

describe('raising the task that a step asks for', () => {
  it('names the wait for its decision, which no bell ends', async () => {
    const { tasks, raise } = raising({});
    expect(await raise({ ...ofClaim, kind: 'denial' })).toEqual({
      outcome: 'raised',
      taskId: 'C0000000000A1-0-denial',
      wait: { waitId: 'task/C0000000000A1-0-denial', round: 0, ringAt: null },
    });
    expect([...tasks.values()]).toMatchObject([{ kind: 'denial', claimId: 'C0000000000A1' }]);
  });

  it('raises and mails it once until somebody decides', async () => {
    const { tasks, mails, raise } = raising({});
    await raise({ ...ofClaim, kind: 'denial' });
    await raise({ ...ofClaim, kind: 'denial' });
    expect([tasks.size, mails.length]).toEqual([1, 1]);
  });

  it('is another task after a decision', async () => {
    const { raise } = raising({ claim: claim({ decisions: [decision] }) });
    expect((await raise({ ...ofClaim, kind: 'denial' })).taskId).toBe('C0000000000A1-1-denial');
  });

  it('is one about edits for each round of coding, and one about a document for each document', async () => {
    const document = { key: 'k', digest: 'd1', receivedAt: '2026-11-02T10:00:00.000Z' };
    const encounter = anEncounter({ codingRounds: 1, document });
    const idFor = async (kind: 'encounter-edits' | 'unreadable-document', change: Partial<Encounter>) =>
      (await raising({ encounter: { ...encounter, ...change } }).raise({ ...ofEncounter, kind })).taskId;
    const other = { document: { ...document, digest: 'd2' } };
    expect(await idFor('encounter-edits', other)).toBe(await idFor('encounter-edits', {}));
    expect(await idFor('encounter-edits', { codingRounds: 2 })).not.toBe(await idFor('encounter-edits', {}));
    expect(await idFor('unreadable-document', { codingRounds: 2 })).toBe(
      await idFor('unreadable-document', {}),
    );
    expect(await idFor('unreadable-document', other)).not.toBe(await idFor('unreadable-document', {}));
  });

  it('takes kinds about claims with a claim, and about encounters with an encounter', () => {
    expect(RaiseTaskStep.safeParse({ ...ofEncounter, kind: 'denial' }).success).toBe(false);
    expect(RaiseTaskStep.safeParse({ ...ofClaim, kind: 'coding' }).success).toBe(false);
  });
});
