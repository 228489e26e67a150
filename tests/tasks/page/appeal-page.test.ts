import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import type {
  PacketDesk,
  Preparation,
  PreparationForm,
} from '../../../functions/domain/appeals/preparation.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { type LinkEffects, showTask, takeDecision } from '../../../functions/tasks/page/follow-link.ts';
import { appealNote, deniedClaim, noPackets } from '../../appeals/appeal-facts.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { sessionsOf, visitorOf } from '../../factories/access/visitors.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, biller, now } from '../../factories/tasks.ts';
import { undoWorld } from '../undo/undo-world.ts';

const visitor = visitorOf(aTask());

const packet = {
  ...{ key: 'appeals/maple-street/C0000000000A1/0f.pdf', digest: '0f'.repeat(32), pages: 6 },
  ...{ madeAt: now.toISOString(), made: 'm' },
};

const preparation = (change: Partial<Preparation> = {}): Preparation => ({
  ...{ purpose: 'appeal', levelName: 'reconsideration', letter: 'Dear payer', unknowns: [], attachments: [] },
  offered: { ways: ['mail', 'partner'] },
  attachmentControlNumber: 'C0000000000A1A2345',
  withNote: true,
  ...change,
});

const made = { packet: { record: packet, link: 'https://files.example/p?signed=1' } };

/** A page whose preparation is as given; what it asks the desk for is kept. */
const world = (shown: Preparation, change: Partial<Task> = {}, claim: Claim = deniedClaim('50')) => {
  const asked: PreparationForm[] = [];
  const said: unknown[] = [];
  const state = {
    task: aTask({ claimId: claim.claimId, actions: ['appeal', 'keep-waiting', 'write-off'], ...change }),
  };
  const packets: PacketDesk = {
    ...noPackets.packets,
    open: async () => shown,
    work: async (_task, form) => {
      asked.push(form);
      const findings = form.letter.includes('[[')
        ? [{ code: 'packet', path: 'letter', detail: 'Write what is unknown' }]
        : [];
      return { preparation: { ...shown, letter: form.letter }, findings };
    },
  };
  const effects: LinkEffects = {
    readLink: async () => ({ taskId: 't', nonce: state.task.linkNonce, recipient: biller.subject }),
    audit: unaudited,
    findMember: async () => undefined,
    readSession: sessionsOf(biller.subject),
    findTask: async () => state.task,
    carryOut: async () => undefined,
    getTask: async () => state.task,
    closeTask: async (task, outcome) => {
      state.task = { ...task, status: 'done', outcome };
      return true;
    },
    answerWait: async () => undefined,
    getPractice: async () => ({ ...practice(), timeZone: 'America/Chicago' }),
    findClaim: async () => claim,
    listPayers: async () => [],
    findPayer: async () => ({ name: 'Northwind Health Plan' }),
    findEncounter: async () => anEncounter(),
    readNote: async () => appealNote,
    checkCode: () => [],
    saveOpenTask: async () => true,
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async () => undefined,
    undoing: undoWorld(state.task).effects,
    handling: {
      getTask: async () => state.task,
      getPractice: async () => practice(),
      saveOpenTask: async () => true,
      signLink: async () => 'https://x.example/t/a.b',
      sendMail: async () => undefined,
    },
    presentRegistration: async () => undefined,
    submitRegistration: async () => [],
    submitDocument: async () => undefined,
    packets,
    answerAppeal: async (one) => {
      said.push(one);
      return { success: true, data: claim };
    },
  };
  return { state, effects, asked, said };
};

const posted = (fields: Record<string, string>) => {
  const body = String(new URLSearchParams(fields));
  const bytes = new TextEncoder().encode(body);
  return { ...visitor, body, sent: { bytes, contentType: 'application/x-www-form-urlencoded' } };
};

const multipart = async (fields: Record<string, string | File>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  const request = new Response(data);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const contentType = request.headers.get('content-type') ?? '';
  return { ...visitor, body: new TextDecoder().decode(bytes), sent: { bytes, contentType } };
};

describe('the form of an appeal', () => {
  it('shows the letter as it stands, what is unknown in it, and the files', async () => {
    const attachments = [
      { key: 'k', name: 'Holter.pdf', kind: 'pdf' as const, digest: 'd1', by: biller, at: now.toISOString() },
    ];
    const shown = preparation({ letter: 'Dear <payer> [[why]]', unknowns: ['why'], attachments });
    const { markup, status } = await showTask(visitor, now, world(shown).effects);
    const page = parse(markup);
    expect(status).toBe(200);
    expect(page.querySelector('textarea[name=letter]')?.text.trim()).toBe('Dear <payer> [[why]]');
    expect(page.querySelector('.unknowns li')?.text).toBe('why');
    expect(page.querySelector('input[name=remove]')?.getAttribute('value')).toBe('d1');
    expect(markup).toContain('There is no packet of this letter');
    // Every field has its label.
    for (const field of page.querySelectorAll('form[enctype] textarea, form[enctype] input[type=file]'))
      expect(page.querySelector(`label[for=${field.id}]`), field.id).not.toBeNull();
  });

  it('saves a draft and shows it again, without deciding', async () => {
    const { effects, asked, state } = world(preparation());
    const page = await takeDecision(
      posted({ 'packet-step': 'save', letter: 'Mine', withNote: 'yes' }),
      now,
      effects,
    );
    expect(asked).toMatchObject([{ step: 'save', letter: 'Mine', withNote: true }]);
    expect(parse(page.markup).querySelector('textarea[name=letter]')?.text.trim()).toBe('Mine');
    expect(state.task.status).toBe('open');
  });

  it('takes files, and says what is in the way of the packet', async () => {
    const { effects, asked } = world(preparation());
    const file = new File([new Uint8Array([0x89, 0x50])], 'strip.png');
    const form = await multipart({ 'packet-step': 'make', letter: 'Because [[why]]', file });
    const page = await takeDecision(form, now, effects);
    expect(asked[0]?.file).toMatchObject({ name: 'strip.png', bytes: new Uint8Array([0x89, 0x50]) });
    expect(asked[0]?.withNote).toBe(false);
    expect(page.status).toBe(422);
    expect(page.markup).toContain('Write what is unknown');
  });

  it('refuses to call sent what was not made, and keeps the task open', async () => {
    const { effects, state } = world(preparation());
    const page = await takeDecision(
      posted({ action: 'appeal', way: 'mail', sentOn: '2026-11-01' }),
      now,
      effects,
    );
    expect([page.status, state.task.status]).toEqual([422, 'open']);
    expect(page.markup).toContain('Make the packet first');
  });

  it.each([
    [
      'a way that the payer does not take',
      { way: 'fax', sentOn: '2026-11-01' },
      'Choose how you have sent it',
    ],
    ['no day', { way: 'mail', sentOn: '' }, 'Write the day on which you have sent it'],
    ['a day that has not come', { way: 'mail', sentOn: '2026-11-03' }, 'The day has not come yet'],
  ])('refuses %s', async (_title, fields, words) => {
    const { effects, state } = world(preparation(made));
    const page = await takeDecision(posted({ action: 'appeal', ...fields }), now, effects);
    expect(page.markup).toContain(words);
    expect(state.task.status).toBe('open');
  });

  it('records how, when and what was sent, and then leads to it', async () => {
    const { effects, state } = world(preparation(made));
    const fields = { action: 'appeal', way: 'mail', sentOn: '2026-11-01', confirmation: ' RR 7 ' };
    const page = await takeDecision(posted(fields), now, effects);
    expect(state.task.outcome).toMatchObject({
      ...{ action: 'appeal', by: biller },
      sent: { way: 'mail', on: '2026-11-01', confirmation: 'RR 7', packet },
    });
    expect(page.markup).toContain(packet.digest);
    expect(page.markup).toContain(`https://files.example/${packet.key}`);
  });

  it('needs no day for what goes out with the decision', async () => {
    const { effects, state } = world(preparation(made));
    await takeDecision(posted({ action: 'appeal', way: 'partner', sentOn: '' }), now, effects);
    expect(state.task.outcome?.sent).toMatchObject({ way: 'partner', on: '2026-11-02' });
  });

  it('takes what the payer’s letter says on the page of the appeal', async () => {
    const sent = { way: 'mail' as const, on: '2026-11-01' };
    const claim = deniedClaim('50', {
      status: 'appealed',
      decisions: [{ taskId: 't', action: 'appeal', by: biller }],
      appeals: [
        { taskId: 't', level: 1, about: [], disputed: 8_000, paidBefore: 10_000, sent },
      ] as unknown as Claim['appeals'],
    });
    const outcome = { action: 'appeal' as const, by: biller, at: now.toISOString(), note: '', sent };
    const { effects, said } = world(preparation(), { status: 'done', outcome }, claim);
    expect((await showTask(visitor, now, effects)).markup).toContain('The payer’s letter about the appeal');
    const page = await takeDecision(
      posted({ appealAnswer: 'upheld', answeredOn: '2026-11-02' }),
      now,
      effects,
    );
    expect(page.markup).toContain('the letter is recorded');
    expect(said).toEqual([
      {
        claimId: claim.claimId,
        by: expect.objectContaining({ subject: biller.subject }),
        outcome: 'upheld',
        on: '2026-11-02',
      },
    ]);
    await takeDecision(posted({ appealAnswer: 'upheld', answeredOn: 'soon' }), now, effects);
    expect(said).toHaveLength(1);
  });
});

describe('the form of documents that a payer asked for', () => {
  const shown = preparation({ purpose: 'records', ...made });
  const asked: Partial<Task> = { kind: 'information-requested', actions: ['keep-waiting', 'resubmit'] };

  it('names the number for a claim that announces them', async () => {
    expect((await showTask(visitor, now, world(shown, asked).effects)).markup).toContain(
      '<code>C0000000000A1A2345</code>',
    );
  });

  it('waits on with what was sent, or with nothing', async () => {
    const one = world(shown, asked);
    await takeDecision(
      posted({ action: 'keep-waiting', way: 'mail', sentOn: '2026-11-01' }),
      now,
      one.effects,
    );
    expect(one.state.task.outcome?.sent).toMatchObject({ way: 'mail', packet });
    const other = world(shown, asked);
    await takeDecision(posted({ action: 'keep-waiting', way: '' }), now, other.effects);
    expect(other.state.task.outcome).not.toHaveProperty('sent');
  });
});
