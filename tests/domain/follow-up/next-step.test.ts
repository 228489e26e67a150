import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutNextStep } from '../../../functions/domain/follow-up/next-step.ts';
import { type OpenRecords, waitsOf } from '../../../functions/domain/follow-up/open-records.ts';
import type { Payment } from '../../../functions/domain/ledger/payment.ts';
import { visitReference } from '../../../functions/domain/visit/visit-reference.ts';
import { type Wait, waits } from '../../../functions/domain/wait.ts';
import { claim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { anOutcome, aTask } from '../../factories/tasks.ts';

/** Logs have the reference of a visit, never its id. */
const visitNamed = (n: number): string =>
  visitReference({ practiceId: 'maple-street', encounterId: `E${n}` });

const now = new Date('2026-11-02T10:00:00.000Z');
const old = '2026-10-30T10:00:00.000Z';
const young = '2026-11-02T09:50:00.000Z';

/** The records as a generator builds them up, thing by thing. */
const emptyWorld = () => ({
  claims: [] as OpenRecords['claims'][number][],
  encounters: [] as OpenRecords['encounters'][number][],
  tasks: [] as OpenRecords['tasks'][number][],
  tasksWithBell: new Set<string>(),
  waits: new Map<string, Wait>(),
  outboxes: [
    {
      outboxId: 'box',
      practiceId: 'maple-street',
      partnerId: 'payer-simulator',
      receiverId: 'R',
      timeZone: 'America/New_York' as const,
      batchClaims: 100,
      batchMinutes: 60,
    },
  ],
  queued: [] as OpenRecords['queued'][number][],
  held: [] as OpenRecords['held'][number][],
  payments: [] as OpenRecords['payments'][number][],
  running: {
    lifecycles: new Set<string>(),
    codings: new Set<string>(),
  },
});
type World = ReturnType<typeof emptyWorld>;

/** Adds one thing to the world, named by `n`; what is broken returns the name under which it must be found. */
type Recipe = (world: World, n: number) => string | undefined;

const claimIdOf = (n: number) => `C${String(n).padStart(10, '0')}A1`;

const addClaim = (world: World, n: number, change: Parameters<typeof claim>[0] = {}) => {
  const made = claim({ claimId: claimIdOf(n), createdAt: old, executionArn: `arn:${n}`, ...change });
  world.claims.push(made);
  return made;
};
const driven = (world: World, n: number) => world.running.lifecycles.add(`arn:${n}`);
const addWait = (world: World, waitId: string, wait: Wait) => world.waits.set(waitId, wait);
const addTask = (world: World, change: Parameters<typeof aTask>[0]) => {
  const made = aTask({ createdAt: old, claimId: undefined, encounterId: undefined, ...change });
  world.tasks.push(made);
  world.tasksWithBell.add(made.taskId);
  return made;
};

const bell = { bell: '7', ringAt: '2026-11-16T10:00:00.000Z' };

/** Waits of a claim, by the names that the workflow gives them; written down here once more. */
const waitNames = (id: string) => [
  `${id}/eligibility/0`,
  `${id}/acknowledgement/1`,
  `${id}/remittance/1.0`,
  `${id}/status/1.0`,
];

const sound: Record<string, Recipe> = {
  'a claim that has stopped, and a person who is asked why': (world, n) => {
    const { claimId } = addClaim(world, n);
    addTask(world, { taskId: `stopped-${n}`, claimId, kind: 'work-stopped' });
    return undefined;
  },
  ...Object.fromEntries(
    [0, 1, 2, 3].map((which): [string, Recipe] => [
      `a claim that waits with a bell (${which})`,
      (world, n) => {
        driven(world, n);
        const { claimId } = addClaim(world, n, { status: 'submitted' });
        addWait(world, waitNames(claimId)[which] ?? '', { token: `token-${n}`, round: 0, ...bell });
        return undefined;
      },
    ]),
  ),
  'a claim that a person has': (world, n) => {
    driven(world, n);
    addTask(world, { taskId: `task-${n}`, claimId: addClaim(world, n).claimId, kind: 'no-answer' });
    return undefined;
  },
  'a claim in an outbox': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n, { status: 'covered' });
    world.queued.push({ claimId, submissionNumber: 1, outboxId: 'box', queuedAt: young, text: '' });
    return undefined;
  },
  'a young claim': (world, n) => void addClaim(world, n, { createdAt: young, executionArn: undefined }),
  'a closed claim': (world, n) => void addClaim(world, n, { status: 'closed' }),
  'a visit that a coder has': (world, n) => {
    world.running.codings.add(`arn:${n}`);
    const encounterId = `E${n}`;
    world.encounters.push(
      anEncounter({ encounterId, status: 'coding', createdAt: old, executionArn: `arn:${n}` }),
    );
    addTask(world, { taskId: `task-${n}`, encounterId, kind: 'coding' });
    return undefined;
  },
  'a visit whose note may still come': (world, n) =>
    void world.encounters.push(
      anEncounter({ encounterId: `E${n}`, status: 'registered', createdAt: old, document: undefined }),
    ),
  'a visit that is billed': (world, n) =>
    void world.encounters.push(anEncounter({ encounterId: `E${n}`, status: 'claimed', createdAt: old })),
  'an unreadable visit that the clinic has': (world, n) => {
    const encounterId = `E${n}`;
    world.encounters.push(anEncounter({ encounterId, status: 'unreadable', createdAt: old }));
    addTask(world, { taskId: `task-${n}`, encounterId, kind: 'unreadable-document' });
    return undefined;
  },
  'a task with a bell': (world, n) => void addTask(world, { taskId: `task-${n}` }),
  'an escalated task': (world, n) => {
    const { taskId } = addTask(world, { taskId: `task-${n}`, remindedAt: old, escalatedAt: old });
    world.tasksWithBell.delete(taskId);
    return undefined;
  },
  'a payment that a person has': (world, n) => {
    world.payments.push({ payment: payment(n, 'posted'), held: [{ code: 'x', path: '', detail: '' }] });
    addTask(world, { taskId: `task-${n}`, paymentId: `payment-${n}`, kind: 'partner-file' });
    return undefined;
  },
  'a batch that a person has': (world, n) => {
    const task = addTask(world, { taskId: `held-${n}-maple-street`, kind: 'refused-batch' });
    world.held.push({ batch: batch(n), task });
    return undefined;
  },
  'a batch that was decided now': (world, n) => {
    const task = aTask({ status: 'done', outcome: anOutcome({ action: 'send-again', at: young }) });
    world.held.push({ batch: batch(n), task });
    return undefined;
  },
};

const payment = (n: number, status: Payment['status']) => ({ paymentId: `payment-${n}`, status }) as Payment; // no more of it is looked at

const batch = (n: number) => ({ heldId: `held-${n}`, practiceId: 'maple-street', claims: ['C1-1'] });

const broken: Record<string, Recipe> = {
  'a claim that nothing drives': (world, n) => {
    const { claimId } = addClaim(world, n, { executionArn: n % 2 ? undefined : 'arn:gone' });
    addTask(world, { taskId: `task-${n}`, claimId, kind: 'denial' });
    return `claim/${claimId}`;
  },
  'a claim that waits without a bell': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n);
    addWait(world, waitNames(claimId)[n % 4] ?? '', { token: `token-${n}`, round: 0 });
    return `claim/${claimId}`;
  },
  'a claim that waits for what it does not wait for any more': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n, { followUps: 3, remittances: 2, eligibilityChecks: 2 });
    addWait(world, `${claimId}/remittance/1.0`, { token: `token-${n}`, round: 0, ...bell });
    return `claim/${claimId}`;
  },
  'a claim whose answer has come, and that waits for nothing': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n);
    addWait(world, `${claimId}/acknowledgement/1`, { token: `token-${n}`, answer: { outcome: 'accepted' } });
    return `claim/${claimId}`;
  },
  'a claim whose bell has rung, and that waits for nothing': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n);
    addWait(world, `${claimId}/remittance/1.0`, { token: `token-${n}`, round: 0, rungRound: 0, ...bell });
    return `claim/${claimId}`;
  },
  'a claim with a task that it does not wait for': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n);
    addTask(world, { taskId: `task-${n}`, claimId, kind: 'underpayment' });
    return `claim/${claimId}`;
  },
  'a visit that nothing drives': (world, n) => {
    world.encounters.push(
      anEncounter({ encounterId: `E${n}`, status: 'coded', createdAt: old, executionArn: 'arn:gone' }),
    );
    addTask(world, { taskId: `task-${n}`, encounterId: `E${n}`, kind: 'coding' });
    return `encounter/${visitNamed(n)}`;
  },
  'a visit whose workflow asks nobody': (world, n) => {
    world.running.codings.add(`arn:${n}`);
    world.encounters.push(
      anEncounter({ encounterId: `E${n}`, status: 'coding', createdAt: old, executionArn: `arn:${n}` }),
    );
    return `encounter/${visitNamed(n)}`;
  },
  'an unreadable visit of which nobody is told': (world, n) => {
    world.encounters.push(anEncounter({ encounterId: `E${n}`, status: 'unreadable', createdAt: old }));
    return `encounter/${visitNamed(n)}`;
  },
  'a note that nobody registers': (world, n) => {
    const createdAt = '2026-10-20T10:00:00.000Z';
    world.encounters.push(
      anEncounter({ encounterId: `E${n}`, status: 'documented', createdAt, registration: undefined }),
    );
    return `encounter/${visitNamed(n)}`;
  },
  'a task without a bell': (world, n) => {
    const { taskId } = addTask(world, { taskId: `task-${n}` });
    world.tasksWithBell.delete(taskId);
    return `task/${taskId}`;
  },
  'a held payment of which nobody is told': (world, n) => {
    world.payments.push({ payment: payment(n, n % 2 ? 'held' : 'posting'), held: [] });
    return `payment/payment-${n}`;
  },
  'a transmission that stays in its outbox, whose claim a person has': (world, n) => {
    driven(world, n);
    const { claimId } = addClaim(world, n);
    const outboxId = n % 2 ? 'box' : 'no-box';
    const queuedAt = n % 2 ? '2026-11-02T08:00:00.000Z' : young;
    world.queued.push({ claimId, submissionNumber: 1, outboxId, queuedAt, text: '' });
    return `outbox/${claimId}-1`;
  },
  'a batch of which nobody is told': (world, n) => {
    world.held.push({ batch: batch(n), task: undefined });
    return `held-batch/held-${n}-maple-street`;
  },
  'a decision about a batch that nobody carries out': (world, n) => {
    const task = aTask({ status: 'done', outcome: anOutcome({ action: 'send-again', at: old }) });
    world.held.push({ batch: batch(n), task });
    return `held-batch/held-${n}-maple-street`;
  },
};

const found = (world: World) => withoutNextStep(world, now).map(({ kind, id }) => `${kind}/${id}`);

describe('what is open', () => {
  it.each(Object.entries(sound))('has a next step: %s', (_, recipe) => {
    const world = emptyWorld();
    recipe(world, 1);
    expect(withoutNextStep(world, now)).toEqual([]);
  });

  it.each(Object.entries(broken))('has none: %s', (_, recipe) => {
    for (const n of [1, 2]) {
      const world = emptyWorld();
      const name = recipe(world, n);
      const loose = withoutNextStep(world, now);
      expect(loose.map(({ kind, id }) => `${kind}/${id}`)).toEqual([name]);
      expect(loose.every(({ why, remedy }) => why !== '' && remedy !== '')).toBe(true);
    }
  });

  it('is found to have none exactly where it was made so, among whatever else there is', () => {
    const recipes = [...Object.values(sound), ...Object.values(broken)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...recipes), { maxLength: 30 }), (chosen) => {
        const world = emptyWorld();
        const expected = chosen.flatMap((recipe, n) => recipe(world, n) ?? []);
        expect(found(world).sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('knows every kind of wait: as one with a bell, by its outbox, or by its task', () => {
    const { claimId } = claim();
    const timed = waitsOf(claim()).map((waitId) => waitId.slice(claimId.length + 1).split('/')[0]);
    const kinds = ['eligibility', 'acknowledgement', 'remittance', 'status'];
    expect(timed).toEqual(kinds);
    expect(Object.keys(waits)).toEqual([
      ...['eligibility', 'transmission', 'acknowledgement', 'remittance', 'claimStatus', 'task'],
    ]);
    expect(waitsOf(claim({ followUps: 2 }))).toContain(waits.claimStatus(claimId, 1, 2));
  });

  it('names the wait that has no bell, so that it can be set again', () => {
    const world = emptyWorld();
    broken['a claim that waits without a bell']?.(world, 1);
    expect(withoutNextStep(world, now)[0]?.waitId).toBe(`${claimIdOf(1)}/acknowledgement/1`);
  });
});
