import { describe, expect, it } from 'vitest';
import { packetDesk } from '../../functions/appeals/prepare-packet.ts';
import { renderClaimForm } from '../../functions/claims/cms1500/render-claim-form.ts';
import { keepWaiting } from '../../functions/claims/keep-waiting.ts';
import { describeDenial } from '../../functions/denials/describe-denial.ts';
import { exceptionWords, FilingException } from '../../functions/domain/appeals/filing-exception.ts';
import type { PacketDraft } from '../../functions/domain/appeals/packet.ts';
import { type PreparationForm, purposeOf } from '../../functions/domain/appeals/preparation.ts';
import type { Task } from '../../functions/domain/task.ts';
import { readPdf } from '../claims/cms1500/read-pdf.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask, biller, now } from '../factories/tasks.ts';
import { answeredHistory, appealEncounter, appealNote, deniedClaim, noBook } from './appeal-facts.ts';

const desk = (reason = '50', claim = deniedClaim(reason), contract = payer()) => {
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
    getClaimContext: async () => ({ claim, practice: practice(), payer: contract }),
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

describe('a claim that Medicare denied as late (CARC 29)', () => {
  const medicare = payer({ claimFilingIndicator: 'MB' });
  const taskOf = (contract = medicare): Task => {
    const draft = describeDenial(deniedClaim('29'), { payer: contract });
    const { limits = [], ...rest } = draft;
    return aTask({
      ...{ ...rest, reasons: [...draft.reasons], actions: [...draft.actions], limits: [...limits] },
      claimId: 'C0000000000A1',
    });
  };

  it('offers to ask for an exception, and never an appeal; others offer the appeal alone', () => {
    const task = taskOf();
    expect(task.actions).toContain('keep-waiting');
    expect(task.actions).not.toContain('appeal');
    expect(purposeOf(task)).toBe('exception');
    const other = taskOf(payer());
    expect(purposeOf(other)).toBe('appeal');
    expect(other.reasons.map(({ code }) => code)).not.toContain('42 CFR 424.44(b)');
  });

  it.each(FilingException.options)('makes no packet before somebody names which: %s', async (exception) => {
    const { work, open } = desk('29', deniedClaim('29'), medicare);
    const task = taskOf();
    const first = await open(task, now);
    expect(first?.letter).toContain('[[which exception applies');
    expect(first?.letter).toContain('424.44(b)');
    const made = await work(task, form({ step: 'make', letter: 'Please' }), biller, now);
    expect(made.findings).toMatchObject([{ path: 'exception' }]);
    await work(task, form(), biller, now);
    const named = await work(task, form({ letter: '', exception }), biller, now);
    expect(named.preparation).toMatchObject({ exception, purpose: 'exception' });
    expect(named.preparation.letter).toContain(exceptionWords[exception].said);
    const letter = named.preparation.letter.replaceAll(/\[\[.*?\]\]/g, 'The notice is enclosed.');
    const ready = await work(task, form({ step: 'make', letter, exception }), biller, now);
    expect(ready.findings).toEqual([]);
    expect(ready.preparation.packet).toBeDefined();
  });

  it('waits for the answer with the exception in its history', () => {
    const sent = { way: 'mail', on: '2026-11-02', exception: 'administrative-error' } as const;
    const outcome = { action: 'keep-waiting', by: biller, at: now.toISOString(), note: '', sent } as const;
    const change = keepWaiting(
      deniedClaim('29'),
      { ...taskOf(), status: 'done', outcome },
      'America/Chicago',
    );
    expect(change?.event.detail).toMatchObject({ exception: 'administrative-error', way: 'mail' });
    expect(change?.claim).toMatchObject({ status: 'accepted' });
    expect(change?.claim.appeals).toBeUndefined();
  });
});
