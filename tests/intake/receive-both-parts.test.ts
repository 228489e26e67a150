import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../functions/domain/digest.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../functions/domain/encounter.ts';
import type { Oversized } from '../../functions/domain/objects/size-limits.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { receiveDocument } from '../../functions/intake/receive-document.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const folder = 'practices/maple-street/encounters/E1014';
const noteKey = `${folder}/note.txt`;
const registrationKey = `${folder}/encounter.json`;
const { registration, document: _document, ...rest } = anEncounter();
const empty: Encounter = { ...rest, encounterId: 'E1014', status: 'registered', version: 0 };

const contentOf = (object: string | Oversized = ''): Uint8Array | Oversized =>
  typeof object === 'string' ? new TextEncoder().encode(object) : object;

/** The intake bucket and the records of one encounter, and what was done to them in its order. */
const intakeOf = (objects: Record<string, string | Oversized>, tasks: readonly Task[] = []) => {
  const state = {
    encounter: undefined as Encounter | undefined,
    writes: 0,
    done: [] as string[],
    raised: [] as { draft: TaskDraft; taskId: string }[],
    closed: [] as { taskId: string; outcome: TaskOutcome }[],
  };
  const effects = {
    findPractice: async (practiceId: string) =>
      practiceId === 'maple-street' ? { timeZone: 'America/New_York' } : undefined,
    listPayers: async () => [{ payerId: 'northwind' }],
    readObject: async (key: string) => {
      state.done.push(`read ${key.split('/').at(-1)}`);
      return contentOf(objects[key]);
    },
    digestObject: async (key: string) => {
      state.done.push(`read ${key.split('/').at(-1)}`);
      const content = contentOf(objects[key]);
      return content instanceof Uint8Array ? contentDigest(content) : content;
    },
    getEncounter: async () => state.encounter ?? empty,
    changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
      const before = state.encounter ?? empty;
      const change = patch(before);
      if (!change) return before;
      state.writes += 1;
      state.encounter = { ...before, ...change, version: before.version + 1 };
      return state.encounter;
    },
    enterRegistration: async ({ encounterId }: EncounterId) => void state.done.push(`enter ${encounterId}`),
    raiseTask: async (draft: TaskDraft, { taskId }: { taskId: string }) =>
      void state.raised.push({ draft, taskId }),
    tasksOfEncounter: async () => tasks,
    decideTask: async ({ taskId }: Task, outcome: TaskOutcome) => void state.closed.push({ taskId, outcome }),
    startCoding: async (name: string, { encounterId }: EncounterId) => {
      state.done.push(`start ${encounterId} as ${name}`);
      return `arn:${name}`;
    },
    leftAlone: () => void state.done.push('left alone'),
  };
  return { state, receive: (key: string) => receiveDocument(key, now, effects) };
};

const whole = { [registrationKey]: JSON.stringify(registration), [noteKey]: 'CHIEF COMPLAINT: Tired.' };

describe('receiving the two parts of an encounter', () => {
  it.each([
    ['the note last', registrationKey, noteKey],
    ['the registration last', noteKey, registrationKey],
  ])('starts the coding with the second of them: %s', async (_title, first, second) => {
    const { state, receive } = intakeOf(whole);
    expect(await receive(first)).toBe('kept');
    expect(state.done.some((one) => one.startsWith('start'))).toBe(false);
    expect(await receive(second)).toBe('started');
    expect(state.encounter).toMatchObject({ status: 'documented', executionArn: expect.any(String) });
  });

  it('enters the patient of a registration that is taken, and of no other', async () => {
    const entered = async (registrationText: string) => {
      const { state, receive } = intakeOf({ ...whole, [registrationKey]: registrationText });
      await receive(noteKey);
      await receive(registrationKey);
      return state.done.filter((one) => one.startsWith('enter'));
    };
    expect(await entered(whole[registrationKey] ?? '')).toEqual(['enter E1014']);
    expect(await entered('{}')).toEqual([]);
  });

  it('starts it under the same name and writes nothing when both come twice', async () => {
    const { state, receive } = intakeOf(whole);
    await receive(registrationKey);
    await receive(noteKey);
    const { writes } = state;
    await receive(noteKey);
    await receive(registrationKey);
    const starts = state.done.filter((one) => one.startsWith('start'));
    expect([starts.length, new Set(starts).size, state.writes]).toEqual([3, 1, writes]);
  });

  it.each(['practices/elm-row/encounters/E1014/note.txt', 'elsewhere/notes.txt'])(
    'leaves alone, unread, what belongs to no practice of ours: %s',
    async (key) => {
      const { state, receive } = intakeOf({ [key]: 'x' });
      expect(await receive(key)).toBe('left-alone');
      expect(state).toMatchObject({ done: ['left alone'], writes: 0 });
    },
  );
});

describe('a file in a practice’s folder that belongs to no visit', () => {
  it.each(['practices/maple-street/notes.txt', 'practices/maple-street/encounters/V 1/note.txt'])(
    'is the clinic’s to move, and its name is told to nobody: %s',
    async (key) => {
      const { state, receive } = intakeOf({ [key]: 'x' });
      expect(await receive(key)).toBe('unplaced');
      await receive(key);
      expect(new Set(state.raised.map(({ taskId }) => taskId)).size).toBe(1);
      expect(state.raised[0]?.draft).toMatchObject({ kind: 'unplaced-file' });
      expect(JSON.stringify(state.raised)).not.toMatch(/notes|V 1/);
      expect([state.writes, state.done]).toEqual([0, []]);
    },
  );

  it('but of its bank is another reader’s', async () => {
    const { state, receive } = intakeOf({});
    expect(await receive('practices/maple-street/deposits/march.csv')).toBe('left-alone');
    expect(state).toMatchObject({ raised: [], done: [] });
  });
});

describe('a visit that changes while it is coded', () => {
  const { claimId: _none, ...base } = aTask();
  const openTasks: Task[] = [
    { ...base, taskId: 'coding', kind: 'coding' },
    { ...base, taskId: 'edits', kind: 'encounter-edits' },
    { ...base, taskId: 'registration', kind: 'registration-edits' },
  ];
  const coded: Encounter = { ...anEncounter(), encounterId: 'E1014', status: 'coded' };

  const changing = (objects: Record<string, string>, status: Encounter['status'] = 'coded') => {
    const intake = intakeOf(objects, openTasks);
    intake.state.encounter = { ...coded, status };
    return intake;
  };
  const registered = (change: object) => ({
    [registrationKey]: JSON.stringify({ ...registration, ...change }),
  });
  const endings = (closed: readonly { taskId: string; outcome: TaskOutcome }[]) =>
    Object.fromEntries(closed.map(({ taskId, outcome }) => [taskId, outcome.action]));

  it('is checked again with another provider, and keeps its codes', async () => {
    const { state, receive } = changing(registered({ renderingProviderNpi: '1245319599' }));
    expect(await receive(registrationKey)).toBe('kept');
    expect(endings(state.closed)).toEqual({ edits: 'check-again', registration: 'check-again' });
    expect(state.encounter?.registration?.renderingProviderNpi).toBe('1245319599');
  });

  it('is read again with another date of service', async () => {
    const { state, receive } = changing(registered({ dateOfService: '2026-10-25' }));
    await receive(registrationKey);
    expect(endings(state.closed)).toEqual({
      coding: 'start-over',
      edits: 'check-again',
      registration: 'check-again',
    });
  });

  it('is left alone by the same registration once more', async () => {
    const { state, receive } = changing(registered({}));
    await receive(registrationKey);
    expect(state.closed).toEqual([]);
  });

  it('is read again with an addendum, which stands beside the note', async () => {
    const addendumKey = `${folder}/addendum.txt`;
    const { state, receive } = changing({ [addendumKey]: 'ADDENDUM: K 3.1' });
    expect(await receive(addendumKey)).toBe('kept');
    expect(endings(state.closed)).toEqual({
      coding: 'start-over',
      edits: 'start-over',
      registration: 'start-over',
    });
    expect(state.encounter?.furtherDocuments).toMatchObject([{ key: addendumKey }]);
    expect(state.done.filter((one) => one.startsWith('start'))).toEqual([]);
  });

  it.each(['claimed', 'self-pay', 'not-billable'] as const)(
    'is a person’s once it is %s: a registration by its fields, an addendum',
    async (status) => {
      const addendumKey = `${folder}/addendum.txt`;
      const objects = { ...registered({ dateOfService: '2026-10-25' }), [addendumKey]: 'ADDENDUM: K 3.1' };
      const { state, receive } = changing(objects, status);
      await receive(registrationKey);
      await receive(registrationKey);
      await receive(addendumKey);
      expect(state.raised.map(({ draft }) => [draft.kind, draft.owner, draft.reasons[0]?.code])).toEqual([
        ['visit-changed', 'biller', 'dateOfService'],
        ['visit-changed', 'coder', 'document'],
      ]);
      expect(JSON.stringify(state.raised)).not.toContain('2026-10-25');
      expect(state.closed).toEqual([]);
    },
  );
});

describe('a registration that does not do', () => {
  it.each([
    ['is no JSON', '{', { code: 'encounter.json', text: expect.stringContaining('line 1, column 2') }],
    [
      'lacks a field',
      JSON.stringify({ ...registration, placeOfService: undefined }),
      { code: 'placeOfService' },
    ],
    [
      'names a payer without a contract',
      JSON.stringify({ ...registration, coverages: [{ ...registration?.coverages[0], payerId: 'nobody' }] }),
      { code: 'coverages.0.payerId' },
    ],
  ])('because it %s is told to the clinic, and nothing starts', async (_why, text, reason) => {
    const { state, receive } = intakeOf({ ...whole, [registrationKey]: text });
    await receive(noteKey);
    expect(await receive(registrationKey)).toBe('refused');
    expect(state.raised).toMatchObject([
      {
        draft: { kind: 'invalid-registration', reasons: [reason] },
        taskId: expect.stringMatching(/-registration$/),
      },
    ]);
    expect(state.encounter).toMatchObject({ status: 'documented' });
    expect(state.encounter?.registration).toBeUndefined();
    expect(state.done.some((one) => one.startsWith('start'))).toBe(false);
  });

  it('is the same task when it comes again, and another when something else is wrong', async () => {
    const objects = { [registrationKey]: '{' };
    const { state, receive } = intakeOf(objects);
    await receive(registrationKey);
    await receive(registrationKey);
    objects[registrationKey] = '{}';
    await receive(registrationKey);
    const [first, again, other] = state.raised.map(({ taskId }) => taskId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(state.encounter).toMatchObject({ status: 'registered', version: 1 });
  });
});

describe('the tasks about what the clinic sent', () => {
  const { claimId: _claim, ...base } = aTask();
  const tasks: Task[] = [
    { ...base, taskId: 'registration', kind: 'invalid-registration' },
    { ...base, taskId: 'document', kind: 'unreadable-document' },
    { ...base, taskId: 'worked', kind: 'unreadable-document', status: 'done' },
    { ...base, taskId: 'coding', kind: 'coding' },
  ];

  it.each([
    ['a registration that does', registrationKey, 'registration'],
    ['another document', noteKey, 'document'],
  ])('are dismissed by %s', async (_title, key, taskId) => {
    const { state, receive } = intakeOf(whole, tasks);
    await receive(key);
    const dismissed = state.closed.filter(({ outcome }) => outcome.action === 'dismiss');
    expect(dismissed).toMatchObject([{ taskId, outcome: { at: now.toISOString() } }]);
  });

  it('are not dismissed by the unreadable document that comes again', async () => {
    const { state, receive } = intakeOf(whole, tasks);
    await receive(noteKey);
    state.closed.length = 0;
    if (state.encounter) state.encounter = { ...state.encounter, status: 'unreadable' };
    await receive(noteKey);
    expect(state.closed).toEqual([]);
  });
});

describe('a file that is too large', () => {
  const oversized = (bytes: number): Oversized => ({ bytes, beginning: new Uint8Array(16) });
  const large = oversized(61 * 1024 * 1024);

  it('as a document is kept unread, and the clinic hears what, which limit and what next, once for each', async () => {
    const { state, receive } = intakeOf({ ...whole, [noteKey]: large });
    expect([await receive(noteKey), await receive(noteKey)]).toEqual(['refused', 'refused']);
    expect(new Set(state.raised.map(({ taskId }) => taskId)).size).toBe(1);
    const told = state.raised[0]?.draft;
    expect(told).toMatchObject({ kind: 'unreadable-document', owner: 'records' });
    expect(told?.reasons[0]?.text).toMatch(/61 MB.*50 MB/);
    expect(told?.advice).toContain('256 KB');
    expect(state.encounter).toMatchObject({ status: 'registered' });
    expect(state.encounter?.document).toBeUndefined();
  });

  it('leaves its visit to the next document, and its task ends with it', async () => {
    const task = aTask({ kind: 'unreadable-document', status: 'open' });
    const objects: Record<string, string | Oversized> = { ...whole, [noteKey]: large };
    const { state, receive } = intakeOf(objects, [task]);
    await receive(registrationKey);
    await receive(noteKey);
    expect(state.done.some((one) => one.startsWith('start'))).toBe(false);
    objects[noteKey] = 'CHIEF COMPLAINT: Tired.';
    expect(await receive(noteKey)).toBe('started');
    expect(state.closed.map(({ taskId }) => taskId)).toEqual([task.taskId]);
  });

  it('is another one where it has another size, and is told of again', async () => {
    const objects: Record<string, string | Oversized> = { [noteKey]: large };
    const { state, receive } = intakeOf(objects);
    await receive(noteKey);
    objects[noteKey] = oversized(70 * 1024 * 1024);
    await receive(noteKey);
    expect(new Set(state.raised.map(({ taskId }) => taskId)).size).toBe(2);
  });

  it('as a registration is refused like any that was read', async () => {
    const { state, receive } = intakeOf({ ...whole, [registrationKey]: large });
    expect(await receive(registrationKey)).toBe('refused');
    expect(state.raised[0]?.draft).toMatchObject({ kind: 'invalid-registration' });
    expect(state.raised[0]?.draft.reasons[0]?.text).toContain('256 KB');
  });
});
