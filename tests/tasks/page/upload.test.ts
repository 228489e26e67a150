import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import type { EncounterId } from '../../../functions/domain/encounter.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { submitRegistration } from '../../../functions/intake/submit-registration.ts';
import { showTask, takeDecision } from '../../../functions/tasks/page/follow-link.ts';
import { noPackets } from '../../appeals/appeal-facts.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { sessionsOf, visitorOf } from '../../factories/access/visitors.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, now } from '../../factories/tasks.ts';
import { undoWorld } from '../undo/undo-world.ts';

const { registration } = anEncounter();
const good = JSON.stringify(registration, undefined, 2);
const broken = good.replace('"placeOfService": "11"', '"placeOfService": "office"');

const visitor = visitorOf(aTask());

const clinicTask = (change: Partial<Task> = {}): Task => {
  const { claimId: _none, ...rest } = aTask();
  return {
    ...rest,
    ...{ kind: 'invalid-registration', owner: 'front-desk', actions: ['dismiss'], encounterId: 'E1014' },
    title: 'The registration of a visit is not complete',
    ...change,
  };
};

/** The page of a task, with a bucket in which a registration lies. */
const world = (task: Task, present: string | undefined = broken) => {
  const written: { key: string; body: string }[] = [];
  const write = async (key: string, body: Uint8Array) => {
    written.push({ key, body: Buffer.from(body).toString('utf8') });
  };
  const effects = {
    readLink: async () => ({ taskId: task.taskId, nonce: task.linkNonce, recipient: 'clinic@maple.example' }),
    audit: unaudited,
    findMember: async () => undefined,
    readSession: sessionsOf('clinic@maple.example'),
    findTask: async () => task,
    carryOut: async () => undefined,
    getTask: async () => task,
    closeTask: async () => true,
    answerWait: async () => undefined,
    getPractice: async () => ({
      ...practice(),
      timeZone: 'America/Chicago',
      codingPolicy: { autoAcceptConfidence: 0.8 },
    }),
    findClaim: async () => injectionClaim(),
    findPayer: async () => undefined,
    listPayers: async () => [],
    findEncounter: async () => anEncounter(),
    checkCode: () => [],
    saveOpenTask: async () => true,
    undoing: undoWorld(aTask()).effects,
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async () => undefined,
    handling: {
      getPractice: async () => practice(),
      saveOpenTask: async () => true,
      signLink: async () => 'https://x.example/t/a.b',
      sendMail: async () => undefined,
      getTask: async () => aTask(),
    },
    readNote: async () => '',
    ...noPackets,
    presentRegistration: async () => (present === undefined ? undefined : new TextEncoder().encode(present)),
    submitRegistration: (id: EncounterId, sent: { body: Uint8Array; known?: unknown }, at: Date) =>
      submitRegistration(id, sent, at, {
        getPractice: async () => ({ timeZone: 'America/Chicago' }),
        listPayers: async () => [{ payerId: 'northwind' }],
        writeObject: write,
      }),
    submitDocument: ({ encounterId }: EncounterId, body: Uint8Array) =>
      write(`${encounterId}/document`, body),
  };
  const post = async (fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const request = new Response(form);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const contentType = request.headers.get('content-type') ?? '';
    const body = Buffer.from(bytes).toString('utf8');
    return takeDecision({ ...visitor, body, sent: { bytes, contentType } }, now, effects);
  };
  return { written, effects, post, show: () => showTask(visitor, now, effects) };
};

const file = (content: string | Uint8Array<ArrayBuffer>): File => new File([content], 'encounter.json');

const textareaOf = (markup: string): string =>
  parse(markup).querySelector('#upload-text')?.text.replace(/^\n/, '') ?? '';

describe('the page of a registration that does not do', () => {
  it('shows what lies there in a form that needs no script', async () => {
    const { markup } = await world(clinicTask()).show();
    const form = parse(markup).querySelector('form[enctype="multipart/form-data"]');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.getAttribute('action')).toBeUndefined();
    expect(form?.querySelector('input[type=file]')?.getAttribute('name')).toBe('file');
    expect(textareaOf(markup)).toBe(broken);
    expect(markup).not.toContain('<script');
    // Codes are shown in capitals; a file is shown as it is written.
    expect(form?.querySelector('textarea')?.getAttribute('class')).toBe('source');
  });

  it.each(['</textarea><script>alert(1)</script>', '\n\n{', '<&">'])(
    'shows a broken file as it is: %s',
    async (text) => {
      const { markup } = await world(clinicTask(), text).show();
      expect(textareaOf(markup)).toBe(text);
      expect(markup).not.toContain('<script');
    },
  );

  it('is empty where nothing lies there', async () => {
    expect(textareaOf((await world(clinicTask(), '').show()).markup)).toBe('');
  });

  it('takes the corrected text and puts it where the clinic’s lies', async () => {
    const { post, written } = world(clinicTask());
    const { status, markup } = await post({ send: 'registration', text: good.replaceAll('\n', '\r\n') });
    expect([status, markup.includes('Thank you, the file is here')]).toEqual([200, true]);
    expect(written).toEqual([{ key: 'practices/maple-street/encounters/E1014/encounter.json', body: good }]);
  });

  it('takes a file before the text beside it', async () => {
    const { post, written } = world(clinicTask());
    expect((await post({ send: 'registration', text: broken, file: file(good) })).status).toBe(200);
    expect(written.map(({ body }) => body)).toEqual([good]);
  });

  it('shows what is wrong and keeps what was sent', async () => {
    const { post, written } = world(clinicTask());
    const sent = broken.replace('"gender": "F"', '"gender": "female"');
    const { status, markup } = await post({ send: 'registration', text: sent });
    expect(status).toBe(422);
    const told = parse(markup)
      .querySelectorAll('#upload-wrong code')
      .map(({ text }) => text);
    expect(told.sort()).toEqual(['patient.gender', 'placeOfService']);
    expect(textareaOf(markup)).toBe(sent);
    expect(written).toEqual([]);
  });

  it.each([
    ['a payer without a contract', { text: good.replace('northwind', 'nobody') }, 'no contract'],
    ['nothing', { text: '' }, 'Choose a file'],
    ['a file in another encoding', { file: file(new Uint8Array(Buffer.from(good, 'utf16le'))) }, 'UTF-16'],
    ['a file that is too large', { file: file('x'.repeat(300_000)) }, '256 KB'],
    ['a file beyond what is read', { file: file('x'.repeat(4_000_000)) }, '3 MB'],
  ] as const)('refuses %s', async (_what, fields, says) => {
    const { post, written } = world(clinicTask());
    const { status, markup } = await post({ send: 'registration', ...fields });
    expect([status, markup.includes(says)]).toEqual([422, true]);
    expect(written).toEqual([]);
  });

  it('takes nothing once the task is done', async () => {
    const { post, written } = world(clinicTask({ status: 'done' }));
    const { markup } = await post({ send: 'registration', text: good });
    expect(markup).not.toContain('upload-text');
    expect(written).toEqual([]);
  });

  it('takes decisions as ever', async () => {
    const { effects, written } = world(clinicTask());
    const body = String(new URLSearchParams({ action: 'dismiss' }));
    const sent = { bytes: new TextEncoder().encode(body), contentType: 'application/x-www-form-urlencoded' };
    expect((await takeDecision({ ...visitor, body, sent }, now, effects)).status).toBe(200);
    expect(written).toEqual([]);
  });
});

describe('the page of a registration that breaks an edit', () => {
  const task = clinicTask({ kind: 'registration-edits', actions: ['check-again', 'not-billable'] });

  it('takes a changed one, and says so of one that is the same', async () => {
    const { post, written } = world(task, good);
    const same = await post({ send: 'registration', text: good });
    expect([same.status, same.markup.includes('nothing in it was changed')]).toEqual([422, true]);
    const other = await post({ send: 'registration', text: good.replace('"established"', '"new"') });
    expect([other.status, written.length]).toEqual([200, 1]);
  });
});

describe('the page of a document', () => {
  it('that cannot be read takes another one, as a file or as text', async () => {
    const { post, written } = world(clinicTask({ kind: 'unreadable-document', owner: 'records' }));
    expect((await post({ send: 'document', text: 'CHIEF COMPLAINT: Cough.' })).status).toBe(200);
    expect((await post({ send: 'document', file: new File(['%PDF-1.7'], 'Okafor.pdf') })).status).toBe(200);
    expect(written).toEqual([
      { key: 'E1014/document', body: 'CHIEF COMPLAINT: Cough.' },
      { key: 'E1014/document', body: '%PDF-1.7' },
    ]);
  });

  it('that lies where no visit is asks for the visit', async () => {
    const { encounterId: _none, ...loose } = clinicTask({ kind: 'unplaced-file', owner: 'records' });
    const { post, written } = world(loose);
    const refused = await post({ send: 'placed', visit: '../E1', text: 'Note' });
    expect([refused.status, refused.markup.includes('Write the id of the visit')]).toEqual([422, true]);
    expect((await post({ send: 'placed', visit: 'E7', text: 'Note' })).status).toBe(200);
    expect(written).toEqual([{ key: 'E7/document', body: 'Note' }]);
  });

  it('of another kind has no such form and takes nothing', async () => {
    const { post, show, written } = world(aTask());
    expect((await show()).markup).not.toContain('upload-text');
    await post({ send: 'registration', text: good });
    expect(written).toEqual([]);
  });
});
