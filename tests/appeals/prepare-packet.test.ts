import { describe, expect, it } from 'vitest';
import { packetDesk } from '../../functions/appeals/prepare-packet.ts';
import { renderClaimForm } from '../../functions/claims/cms1500/render-claim-form.ts';
import type { PacketDraft } from '../../functions/domain/appeals/packet.ts';
import type { PreparationForm } from '../../functions/domain/appeals/preparation.ts';
import type { Task } from '../../functions/domain/task.ts';
import { readPdf } from '../claims/cms1500/read-pdf.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask, biller, now } from '../factories/tasks.ts';
import { answeredHistory, appealEncounter, appealNote, deniedClaim, noBook } from './appeal-facts.ts';

const desk = (reason = '50', claim = deniedClaim(reason)) => {
  const drafts = new Map<string, PacketDraft>();
  const files = new Map<string, Uint8Array>();
  const world = { drafts, files, savesFail: false };
  const effects = packetDesk({
    findDraft: async (taskId) => drafts.get(taskId),
    saveDraft: async (draft) => {
      if (world.savesFail || (drafts.get(draft.taskId)?.version ?? 0) !== draft.version - 1) return false;
      drafts.set(draft.taskId, draft);
      return true;
    },
    getClaimContext: async () => ({ claim, practice: practice(), payer: payer() }),
    claimHistory: async () => answeredHistory,
    findEncounter: async () => appealEncounter(),
    readNote: async () => appealNote,
    bookOn: () => noBook,
    renderForm: renderClaimForm,
    readFile: async (key) => files.get(key) ?? new Uint8Array(),
    writeFile: async (key, bytes) => {
      if (!files.has(key)) files.set(key, bytes);
    },
    linkTo: async ({ key }) => `https://files.example/${key}`,
  });
  return { ...effects, world };
};

const task: Task = aTask({
  claimId: 'C0000000000A1',
  reasons: [{ code: 'CO-50', text: 'Not needed ($80.00)' }],
});
const form = (change: Partial<PreparationForm> = {}): PreparationForm => ({
  ...{ step: 'save', letter: '', remove: [], withNote: true },
  ...change,
});
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('preparing an appeal', () => {
  it('drafts the letter from the facts, and keeps what a person made of it', async () => {
    const { open, work } = desk();
    const drafted = await open(task, now);
    expect(drafted?.letter).toContain('Amount in dispute: $80.00');
    expect(drafted?.saved).toBeUndefined();
    await work(task, form({ letter: 'My own words\r\nhere' }), biller, now);
    expect(await open(task, now)).toMatchObject({ letter: 'My own words\nhere', saved: { by: biller } });
    await work(task, form({ letter: ' ' }), biller, now);
    expect((await open(task, now))?.letter).toBe(drafted?.letter);
  });

  it('makes no packet while something is unknown, and keeps the letter all the same', async () => {
    const { work, world } = desk();
    const made = await work(task, form({ step: 'make', letter: 'Because [[why]]' }), biller, now);
    expect(made.findings).toEqual([
      expect.objectContaining({ path: 'letter', detail: expect.stringContaining('why') }),
    ]);
    expect(made.preparation.packet).toBeUndefined();
    expect(world.files.size).toBe(0);
    expect(world.drafts.get(task.taskId)?.letter).toBe('Because [[why]]');
  });

  it('makes the packet once, under a key without PHI; another letter makes another one', async () => {
    const { work, open, world } = desk();
    const made = await work(task, form({ step: 'make', letter: 'Pay it, please' }), biller, now);
    expect(made.findings).toEqual([]);
    const packet = made.preparation.packet?.record;
    expect(packet?.key).toMatch(/^appeals\/maple-street\/C0000000000A1\/[0-9a-f]{32}\.pdf$/);
    await work(task, form({ step: 'make', letter: 'Pay it, please' }), biller, now);
    expect(world.files.size).toBe(1);
    expect((await open(task, now))?.packet?.record.digest).toBe(packet?.digest);
    const changed = await work(task, form({ letter: 'Pay it now' }), biller, now);
    expect(changed.preparation.packet).toBeUndefined();
    await work(task, form({ step: 'make', letter: 'Pay it now' }), biller, now);
    expect(world.files.size).toBe(2);
  });

  it('takes files that a packet can hold, and leaves them out again', async () => {
    const { work, world } = desk();
    const file = { name: 'C:\\scans\\strip.png', bytes: new Uint8Array(png) };
    const attached = await work(task, form({ file, letter: 'Pay it' }), biller, now);
    expect(attached.preparation.attachments).toMatchObject([{ name: 'strip.png', kind: 'png' }]);
    const made = await work(task, form({ step: 'make', letter: 'Pay it' }), biller, now);
    const bytes = world.files.get(made.preparation.packet?.record.key ?? '') ?? new Uint8Array();
    expect((await readPdf(bytes))[0]?.map(({ text }) => text).join(' ')).toContain('strip.png');
    const [one] = attached.preparation.attachments;
    const without = await work(task, form({ remove: [one?.digest ?? ''], letter: 'Pay it' }), biller, now);
    expect(without.preparation.attachments).toEqual([]);
  });

  it('refuses other files, and saves the letter beside', async () => {
    const { work, world } = desk();
    const file = { name: 'letter.docx', bytes: new TextEncoder().encode('PK') };
    const refused = await work(task, form({ step: 'make', file, letter: 'Pay it' }), biller, now);
    expect(refused.findings).toEqual([expect.objectContaining({ path: 'file' })]);
    expect(refused.preparation.packet).toBeUndefined();
    expect(world.drafts.get(task.taskId)?.letter).toBe('Pay it');
  });

  it('shows what was written when somebody else saved meanwhile', async () => {
    const { work, world } = desk();
    world.savesFail = true;
    const lost = await work(task, form({ letter: 'Mine' }), biller, now);
    expect(lost.preparation.letter).toBe('Mine');
    expect(lost.findings).toHaveLength(1);
  });

  it('leaves the note out where it does not go along', async () => {
    const { work, world } = desk();
    const made = await work(task, form({ step: 'make', letter: 'Pay it', withNote: false }), biller, now);
    const bytes = world.files.get(made.preparation.packet?.record.key ?? '') ?? new Uint8Array();
    expect(JSON.stringify(await readPdf(bytes))).not.toContain('lightheadedness');
  });
});

describe('preparing documents that a payer asked for', () => {
  const asked: Task = aTask({
    ...{ claimId: 'C0000000000A1', kind: 'denial', owner: 'records' },
    actions: ['resubmit', 'keep-waiting', 'write-off'],
    reasons: [{ code: 'CO-252', text: 'An attachment is required ($80.00)' }],
  });

  it('has a cover sheet with the number that stands on the documents', async () => {
    const { open } = desk('252');
    const prepared = await open(asked, now);
    expect(prepared?.purpose).toBe('records');
    expect(prepared?.letter).toContain(`Attachment control number: ${prepared?.attachmentControlNumber}`);
    expect(prepared?.letter).toContain('- CO-252: An attachment is required');
    expect(prepared?.attachmentControlNumber).toMatch(/^C0000000000A1A[2-9A-Z]{4}$/);
  });

  it('belongs to no task that sends nothing to a payer', async () => {
    expect(await desk().open(aTask({ actions: ['write-off'] }), now)).toBeUndefined();
  });
});
