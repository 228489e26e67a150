import { expect, it } from 'vitest';
import { followAllowed } from '../../functions/contracts/follow-allowed.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, reversalOf } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask } from '../factories/tasks.ts';

const now = new Date('2026-11-30T12:00:00Z');

const paid = (allowed: number, change: Partial<Claim> = {}): Claim => {
  const [line] = claim().lines;
  if (!line) throw new Error('The claim has a line');
  const { charge } = line;
  const basis = {
    ...{ fee: cents(9205), modifiers: ['25'], setting: 'non-facility' as const },
    ...{ from: '2026-01-01', source: 'fees.csv, line 2' },
  };
  return claim({
    status: 'adjudicated',
    lines: [line],
    expected: [{ lineNumber: 1, amount: cents(9205), basis, steps: [], unknown: [] }],
    adjudications: [
      {
        ...adjudication(),
        ...{
          adjudicationId: `decided-${allowed}`,
          charge,
          paid: cents(allowed - 2000),
          remarks: [],
          adjustments: [],
        },
        paymentDate: '2026-11-20',
        lines: [
          {
            ...{ lineNumber: 1, procedure: '99213', charge, paid: cents(allowed - 2000), remarks: [] },
            adjustments: [
              { group: 'CO', reason: '45', amount: cents(charge - allowed) },
              { group: 'PR', reason: '3', amount: cents(2000) },
            ],
          },
        ],
      },
    ],
    ...change,
  });
};

/** The same claim once its payer took the first decision back and decided again. */
const corrected = (before: number, allowed: number): Claim => {
  const [first] = paid(before).adjudications;
  const [again] = paid(allowed).adjudications;
  if (!first || !again) throw new Error('The claim is decided');
  const later = { traceNumber: 'T-LATER', paymentDate: '2026-11-27' };
  return paid(allowed, {
    adjudications: [first, { ...reversalOf(first), ...later }, { ...again, ...later }],
  });
};

const world = () => {
  const tasks = new Map<string, Task>();
  const drafts: TaskDraft[] = [];
  const effects = {
    getPractice: async () => practice(),
    findPayer: async () => payer(),
    tasksOfClaim: async () => [...tasks.values()],
    raiseTask: async (draft: TaskDraft, { taskId }: { taskId: string }) => {
      if (tasks.has(taskId)) return;
      drafts.push(draft);
      tasks.set(taskId, aTask({ taskId, kind: draft.kind, status: 'open' }));
    },
    closeTask: async (task: Task, outcome: TaskOutcome) => {
      tasks.set(task.taskId, { ...task, status: 'done', outcome });
      return true;
    },
  };
  const states = () => [...tasks.values()].map(({ kind, status }) => `${kind} ${status}`);
  return { effects, tasks, drafts, states, follow: (one: Claim) => followAllowed(one, now, effects) };
};

it('a payment below the contract is a biller’s, with figures, the contract’s line and the last day to appeal', async () => {
  const { drafts, follow } = world();
  await follow(paid(8000));
  expect(drafts).toMatchObject([
    {
      kind: 'underpayment',
      owner: 'biller',
      title: 'Allowed less than the contract: $12.05 short',
      reasons: [
        {
          code: 'line 1 99213',
          text: 'Expected $92.05, allowed $80.00 (paid $60.00, patient $20.00): $12.05 short. Contract: $92.05 for 25, non-facility from 2026-01-01 (fees.csv, line 2)',
        },
      ],
      limits: [{ action: 'dismiss', name: 'appeal', lastDay: '2027-05-19' }],
    },
  ]);
});

it('it is asked about once, also where the file comes again after somebody closed the task', async () => {
  const { tasks, states, follow } = world();
  await follow(paid(8000));
  for (const [id, task] of tasks) tasks.set(id, { ...task, status: 'done' });
  await follow(paid(8000));
  expect(states()).toEqual(['underpayment done']);
});

it.each([
  ['as much as the contract', 9205],
  ['more', 9900],
  ['a little less than anybody asks about', 9150],
])('of a payer that allows %s nobody is asked', async (_what, allowed) => {
  const { states, follow } = world();
  await follow(paid(allowed));
  expect(states()).toEqual([]);
});

it('what the payer corrects is taken back, and what it corrects to another shortfall asked anew', async () => {
  const { tasks, states, follow } = world();
  await follow(paid(8000));
  await follow(corrected(8000, 8500));
  expect(states()).toEqual(['underpayment done', 'underpayment open']);
  await follow(corrected(8500, 9205));
  expect(states()).toEqual(['underpayment done', 'underpayment done']);
  expect([...tasks.values()].map(({ outcome }) => outcome?.by.kind)).toEqual(['step', 'step']);
});

it('a claim that is paid as its contract says, the first time, is read nothing about', async () => {
  const unread = async (): Promise<never> => {
    throw new Error('Something was read');
  };
  const { effects } = world();
  await followAllowed(paid(9205), now, {
    ...effects,
    getPractice: unread,
    findPayer: unread,
    tasksOfClaim: unread,
  });
});

it('other tasks of the claim stay as they are', async () => {
  const { tasks, states, follow } = world();
  tasks.set('denial', aTask({ taskId: 'denial', kind: 'denial', status: 'open' }));
  await follow(corrected(8000, 9205));
  expect(states()).toEqual(['denial open']);
});

it('a claim of which nothing is expected asks nobody', async () => {
  const { expected: _none, ...unpriced } = paid(100);
  const { states, follow } = world();
  await follow(unpriced);
  expect(states()).toEqual([]);
});
