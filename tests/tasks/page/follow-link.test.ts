import { describe, expect, it } from 'vitest';
import { DecidingActor, stepActor } from '../../../functions/domain/actor.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import type { OpenedLink } from '../../../functions/domain/task-link.ts';
import type { Answer } from '../../../functions/domain/wait.ts';
import { showTask, takeDecision } from '../../../functions/tasks/page/follow-link.ts';
import { noPackets } from '../../appeals/appeal-facts.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { sessionsOf, visitorOf } from '../../factories/access/visitors.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { aNote, anEncounter } from '../../factories/encounters.ts';
import { payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { aCodingTask, anOutcome, aTask, biller, now } from '../../factories/tasks.ts';
import { undoWorld } from '../undo/undo-world.ts';

const mailbox = 'billing@maplestreet.example';
const visitor = visitorOf(aTask(), aCodingTask());

const world = (stored: Task, link: Partial<OpenedLink> = {}) => {
  const state = { task: stored, answers: [] as Answer[], notesRead: [] as string[] };
  const opened = {
    taskId: stored.taskId,
    nonce: stored.linkNonce,
    recipient: mailbox,
    ...link,
  } as OpenedLink; // one of the two forms, as the test says
  const effects = {
    readLink: async () => opened,
    findMember: async () => undefined,
    readSession: sessionsOf('recipient' in opened ? opened.recipient : mailbox),
    findTask: async (taskId: string) => (taskId === state.task.taskId ? state.task : undefined),
    carryOut: async () => undefined,
    getTask: async () => state.task,
    closeTask: async (task: Task, outcome: TaskOutcome) => {
      if (state.task.status === 'done') return false;
      state.task = { ...task, status: 'done', outcome };
      return true;
    },
    answerWait: async (_waitId: string, answer: Answer) => {
      state.answers.push(answer);
    },
    getPractice: async () => ({
      ...practice(),
      timeZone: 'America/Chicago' as const,
      codingPolicy: { autoAcceptConfidence: 0.6 },
    }),
    findClaim: async () => injectionClaim(),
    listPayers: async () => payers,
    findPayer: async () => ({ name: 'Northwind Health Plan' }),
    findEncounter: async () => anEncounter(),
    checkCode: ({ code }: { code: string }) =>
      code.startsWith('X') ? [{ code: 'diagnosis-unknown', path: '', detail: `${code} is not known` }] : [],
    readNote: async (key: string) => {
      state.notesRead.push(key);
      return aNote;
    },
    saveOpenTask: async () => true,
    undoing: undoWorld(stored).effects,
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async () => undefined,
    handling: {
      getPractice: async () => practice(),
      saveOpenTask: async (task: Task) => {
        if (state.task.status === 'done') return false;
        state.task = task;
        return true;
      },
      signLink: async () => 'https://x.example/t/a.b',
      sendMail: async () => undefined,
      getTask: async () => state.task,
    },
    presentRegistration: async () => undefined,
    submitRegistration: async () => [],
    submitDocument: async () => undefined,
    audit: unaudited,
    ...noPackets,
  };
  return { state, effects };
};

const post = (action: string, fields: Record<string, string> = {}) => ({
  ...visitor,
  body: String(new URLSearchParams({ action, ...fields })),
});

describe('showTask', () => {
  it('shows the case of an open task and changes nothing', async () => {
    const { state, effects } = world(aTask());
    const { status, markup } = await showTask(visitor, now, effects);
    expect([status, markup.includes('Okafor')]).toEqual([200, true]);
    expect(state).toMatchObject({ task: { status: 'open' }, answers: [] });
  });

  it('reads the note only for those who work from it', async () => {
    const biller = world(aTask({ actions: ['resubmit'] }));
    await showTask(visitor, now, biller.effects);
    expect(biller.state.notesRead).toEqual([]);
    const coder = world(aCodingTask());
    expect((await showTask(visitor, now, coder.effects)).markup).toContain('CHIEF COMPLAINT');
  });

  it('shows of a decided task the decision and no patient', async () => {
    const { effects } = world(aTask({ status: 'done', outcome: anOutcome() }));
    const { markup } = await showTask(visitor, now, effects);
    expect(markup).toContain('This task is decided');
    expect(markup).not.toMatch(/Okafor|<form/);
  });

  it.each([
    ['a forged link', { refused: 'forged' }, 404],
    ['an expired link', { refused: 'expired' }, 410],
    ['a link that was replaced', { nonce: 'older' }, 410],
    ['a link to a task that is gone', { taskId: 'gone' }, 404],
  ] as const)('shows nothing of a task to %s', async (_what, link, status) => {
    const { state, effects } = world(aTask(), link);
    const shown = await showTask(visitor, now, effects);
    const taken = await takeDecision(post('dismiss'), now, effects);
    expect([shown.status, taken.status]).toEqual([status, status]);
    expect(shown.markup).not.toContain('Okafor');
    expect(state.task.status).toBe('open');
  });
});

describe('takeDecision', () => {
  it('decides in the name of the mailbox that got the link, at the desk of the task', async () => {
    const { state, effects } = world(aTask());
    const { status, markup } = await takeDecision(post('bill-patient', { note: 'as agreed' }), now, effects);
    expect([status, markup.includes('your decision is recorded')]).toEqual([200, true]);
    expect(state.task.outcome).toEqual({
      ...anOutcome({ note: 'as agreed', by: biller }),
      formDigest: expect.any(String),
    });
    expect(state.answers).toEqual([{ outcome: 'decided', action: 'bill-patient', taskId: aTask().taskId }]);
  });

  it('confirms the codes of a visit', async () => {
    const { state, effects } = world(aCodingTask());
    const fields = { diagnoses: 'R53.83', procedure: '99212', units: '1', pointers: '1' };
    await takeDecision(post('confirm-codes', fields), now, effects);
    expect(state.task.outcome?.correction?.codes?.services[0]?.procedure).toBe('99212');
  });

  it('takes the decisions on the suggestions, and the words behind an added code', async () => {
    const { state, effects } = world(aCodingTask());
    const fields = {
      'decision-R53.83': 'reject',
      'decision-99212': 'accept',
      'units-99212': '1',
      'pointers-99212': '2',
      'add-diagnosis': 'D50.9',
      'add-place': '2',
      'add-diagnosis-words': 'iron deficiency',
    };
    await takeDecision(post('confirm-codes', fields), now, effects);
    expect(state.task.outcome?.correction).toMatchObject({
      codes: { diagnoses: ['D50.9'], services: [{ procedure: '99212', diagnosisPointers: [1] }] },
      support: [{ code: 'D50.9', quote: 'iron deficiency' }],
    });
  });

  it.each([
    ['a list', { diagnoses: 'X99.9', procedure: '99212', pointers: '1' }, 'confirm-codes-diagnoses'],
    [
      'a row of the coder’s own',
      {
        'decision-R53.83': 'accept',
        'decision-99212': 'accept',
        'pointers-99212': '1',
        'add-diagnosis': 'X99.9',
      },
      'confirm-codes-add-diagnosis-0',
    ],
  ])('says of a code in %s that it is not valid on the date of service', async (_where, fields, id) => {
    const { state, effects } = world(aCodingTask());
    const { status, markup } = await takeDecision(post('confirm-codes', fields), now, effects);
    expect([status, state.task.status]).toEqual([422, 'open']);
    expect(markup).toContain(`<a href="#${id}">X99.9 is not known</a>`);
    expect(markup).toContain(`id="${id}"`);
  });

  it('shows a refused form again with the input kept', async () => {
    const { state, effects } = world(aTask());
    const { status, markup } = await takeDecision(post('write-off', { note: 'tiny' }), now, effects);
    expect([status, markup.includes('tiny')]).toEqual([422, true]);
    expect(state.task.status).toBe('open');
  });

  it('gives more rows without deciding', async () => {
    const { state, effects } = world(aCodingTask());
    const rows = { diagnoses: 'R53.83', procedure: '99212', 'more-rows': 'yes' };
    const { status, markup } = await takeDecision(post('confirm-codes', rows), now, effects);
    expect([status, markup.match(/name="procedure"/g)?.length]).toEqual([200, 3]);
    expect(state.task.status).toBe('open');
  });

  it('keeps the codes of a resubmission in sight when more rows are asked for', async () => {
    const { effects } = world(aTask());
    const { markup } = await takeDecision(post('resubmit', { 'more-rows': 'yes' }), now, effects);
    expect(markup).toContain('<details open><summary>Correct something else');
  });

  it('takes the same form again for the same decision and answers the workflow again', async () => {
    const { state, effects } = world(aTask());
    await takeDecision(post('bill-patient'), now, effects);
    const again = await takeDecision(post('bill-patient'), now, effects);
    expect(again.markup).toContain('your decision is recorded');
    expect(state.answers).toHaveLength(2);
  });

  it('knows its own decision in a record that names the mailbox alone', async () => {
    const by = DecidingActor.parse(mailbox);
    const { effects } = world(aTask({ status: 'done', outcome: anOutcome({ by }) }));
    const again = await takeDecision(post('bill-patient'), now, effects);
    expect(again.markup).toContain('your decision is recorded');
  });

  it('lets no field of the form say who decides', async () => {
    const { state, effects } = world(aTask());
    await takeDecision(post('bill-patient', { by: 'lead@maplestreet.example' }), now, effects);
    expect(state.task.outcome?.by).toEqual(biller);
  });

  it('lets the supervisor decide in their own name', async () => {
    const supervisor = 'lead@maplestreet.example';
    const { state, effects } = world(aTask(), { recipient: supervisor });
    await takeDecision(post('bill-patient'), now, effects);
    expect(state.task.outcome?.by).toEqual({ ...biller, subject: supervisor });
  });

  it('tells whoever comes second what stands', async () => {
    const { state, effects } = world(
      aTask({
        status: 'done',
        outcome: anOutcome({ by: { ...biller, subject: 'lead@maplestreet.example' } }),
      }),
    );
    const late = await takeDecision(post('dismiss'), now, effects);
    expect([late.status, late.markup.includes('lead@maplestreet.example (biller)')]).toEqual([409, true]);
    expect(state.task.outcome?.action).toBe('bill-patient');
  });

  it.each([
    ['of the same mailbox', 'billing@maplestreet.example', 'Called the plan, and they owe nothing more'],
    ['of another mailbox', 'lead@maplestreet.example', 'Called the plan, and they owe nothing more'],
    ['of another mailbox with the same words', 'lead@maplestreet.example', 'As agreed with the patient'],
  ])('refuses a second decision %s, and keeps its words on the page', async (_who, recipient, note) => {
    const { state, effects } = world(aTask());
    await takeDecision(post('bill-patient', { note: 'As agreed with the patient' }), now, effects);
    const second = {
      ...effects,
      readLink: async () => ({ ...(await effects.readLink()), recipient }),
      findMember: async () => undefined,
      readSession: sessionsOf(recipient),
    };
    const late = await takeDecision(post('bill-patient', { note }), now, second as typeof effects);
    expect(late.status).toBe(409);
    expect(late.markup).toContain('What you wrote');
    expect(late.markup).toContain(note);
    expect(state.task.outcome?.note).toBe('As agreed with the patient');
  });

  it('refuses a decision on a page that is older than the record, and keeps what was written', async () => {
    const { state, effects } = world(aTask({ basis: 'of an earlier day' }));
    const late = await takeDecision(post('bill-patient', { note: 'As agreed by phone' }), now, effects);
    expect([late.status, state.task.status]).toEqual([422, 'open']);
    expect(late.markup).toContain('the claim has changed since you were asked');
    expect(late.markup).toContain('As agreed by phone');
  });

  it('tells of a withdrawn task what the news is', async () => {
    const note = 'With the payer’s decision of Nov 2, 2026 nothing is left to decide.';
    const by = stepActor('withdraw-outdated');
    const withdrawn = aTask({ status: 'done', outcome: anOutcome({ action: 'withdraw', by, note }) });
    const { effects } = world(withdrawn);
    const shown = await showTask(visitor, now, effects);
    expect(shown.markup).toContain('<h1>This task was withdrawn</h1>');
    expect(shown.markup).toContain(note);
    const late = await takeDecision(post('bill-patient', { note: 'As agreed by phone' }), now, effects);
    expect([late.status, late.markup.includes('As agreed by phone')]).toEqual([409, true]);
  });

  it('shows what stands where somebody decides while a proposal is taken back', async () => {
    const proposal = anOutcome({ action: 'write-off', by: biller });
    const { state, effects } = world(aTask({ proposal }));
    const undoing = {
      ...effects.undoing,
      saveOpenTask: async () => {
        state.task = { ...state.task, status: 'done', outcome: proposal };
        return false;
      },
    };
    const sent = { ...visitor, body: String(new URLSearchParams({ undo: '1' })) };
    const { status, markup } = await takeDecision(sent, now, { ...effects, undoing });
    expect(status).toBe(409);
    expect(markup).toContain('Somebody decided this task before you');
    expect(markup).not.toContain('name="action"');
  });

  it('hands a task over without deciding it, and its link then opens nothing of it', async () => {
    const { state, effects } = world(aTask());
    const body = String(
      new URLSearchParams({ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?' }),
    );
    const done = await takeDecision({ ...visitor, body }, now, effects);
    expect([done.status, done.markup.includes('Thank you, this is done')]).toEqual([200, true]);
    expect(state.task).toMatchObject({ status: 'open', owner: 'coder', email: practice().roster.coder });
    expect((await showTask(visitor, now, effects)).markup).not.toContain('name="action"');
  });

  it('lets whoever handed it over take that back by the same link, which shows no case', async () => {
    const { state, effects } = world(aTask());
    const post = (form: Record<string, string>) =>
      takeDecision({ ...visitor, body: new URLSearchParams(form).toString() }, now, effects);
    await post({ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?' });
    const shown = await showTask(visitor, now, effects);
    expect(shown.markup).toContain('You have handed this task over');
    expect(shown.markup).not.toContain('Open amount');
    // Nothing else is done by it.
    await post({ action: 'write-off', note: 'Nothing more will be paid' });
    expect(state.task).toMatchObject({ status: 'open', owner: 'coder' });
    const back = await post({ undo: '1', of: state.task.handBack?.at ?? '' });
    expect(back.markup).toContain('It is taken back');
    expect(state.task).toMatchObject({ owner: 'biller', email: mailbox });
  });

  it('takes the link from whoever handed it over once somebody did something with it', async () => {
    const { state, effects } = world(aTask());
    const body = new URLSearchParams({ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?' });
    await takeDecision({ ...visitor, body: body.toString() }, now, effects);
    const entry = {
      handling: 'add-note',
      by: biller,
      at: '2026-11-03T10:00:00.000Z',
      note: 'I look',
    } as const;
    state.task = { ...state.task, history: [...state.task.history, entry] };
    expect((await showTask(visitor, now, effects)).status).toBe(410);
  });

  it('shows a handling again that cannot be done, with what was written', async () => {
    const { state, effects } = world(aTask());
    const body = String(
      new URLSearchParams({ handling: 'hold', to: 'soon', note: 'Records were asked for' }),
    );
    const again = await takeDecision({ ...visitor, body }, now, effects);
    expect(again.status).toBe(422);
    expect(again.markup).toContain('Write the day as 2026-03-02');
    expect(again.markup).toContain('Records were asked for');
    expect(state.task.history).toEqual([]);
  });
});

describe('a correction that waits for other desks', () => {
  const kept = anOutcome({ action: 'resubmit', correction: { memberId: 'NW2' }, note: '' });
  const waiting = aTask({ kept, share: { desk: 'biller', parts: [], isFirst: true, others: [] } });
  const sendNow = (of: string) => ({ ...visitor, body: String(new URLSearchParams({ 'send-now': of })) });

  it('is sent by the button of its page, once', async () => {
    const { state, effects } = world(waiting);
    const sent = await takeDecision(sendNow(kept.at), now, effects);
    expect([sent.status, sent.markup.includes('Sent without waiting by')]).toEqual([200, true]);
    expect(state.task.outcome).toMatchObject({ action: 'resubmit', sentNow: { kept } });
    const first = state.task;
    expect((await takeDecision(sendNow(kept.at), now, effects)).status).toBe(200);
    expect(state.task).toBe(first);
  });

  it('is not sent where another one waits by now', async () => {
    const { state, effects } = world(waiting);
    const { status, markup } = await takeDecision(sendNow('2026-01-01T00:00:00.000Z'), now, effects);
    expect([status, markup.includes('What waits has changed since')]).toEqual([422, true]);
    expect(state.task.status).toBe('open');
  });
});
