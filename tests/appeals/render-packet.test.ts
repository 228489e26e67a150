import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../functions/appeals/letter/draft-letter.ts';
import { objectionTo } from '../../functions/appeals/packet/enclosures.ts';
import { renderPacket } from '../../functions/appeals/packet/render-packet.ts';
import { packetOfTask } from '../../functions/appeals/packet-of-task.ts';
import { renderClaimForm } from '../../functions/claims/cms1500/render-claim-form.ts';
import { readPdf } from '../claims/cms1500/read-pdf.ts';
import { claims } from '../factories/random-claims.ts';
import { aTask, biller } from '../factories/tasks.ts';
import { appealFacts, appealNote, deniedClaim } from './appeal-facts.ts';

type Facts = ReturnType<typeof appealFacts>;
type Attached = { readonly name: string; readonly kind: 'pdf' | 'png'; readonly bytes: Uint8Array };

const packetFor = async (facts: Facts, attached: readonly Attached[] = []) =>
  packetOfTask(facts, aTask({ reasons: [...facts.reasons] }), {
    purpose: 'appeal',
    letter: draftLetter(facts),
    on: '2026-11-02',
    form: await renderClaimForm(facts),
    attachments: attached.map((one) => ({ key: 'k', digest: 'd', by: biller, at: '', ...one })),
  });

const textOf = (page: readonly { readonly text: string }[] = []): string =>
  page.map(({ text }) => text).join(' ');

const aPdf = async (pages: number, rotation = 0): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  for (let at = 0; at < pages; at++) {
    const page = document.addPage([400, 300]);
    page.setRotation(degrees(rotation));
    page.drawText(`attached ${at + 1}`, { x: 20, y: 150 });
  }
  return document.save();
};

/** One pixel. */
const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a packet', () => {
  it('has each section on the page that its table of contents names, and all pages numbered', async () => {
    const packet = await packetFor(appealFacts(deniedClaim('50'), { note: appealNote.repeat(40) }), [
      { name: 'Holter report.pdf', kind: 'pdf', bytes: await aPdf(3, 90) },
      { name: 'Strip.png', kind: 'png', bytes: aPng },
    ]);
    const rendered = await renderPacket(packet);
    const pages = await readPdf(rendered.bytes);
    expect(rendered.contents.map(({ title }) => title)).toEqual([
      'Letter',
      'Your decision of Oct 28, 2026 (835)',
      'The claim as it was sent, C0000000000A1-1 (CMS-1500)',
      'How the claim was sent, and the answers (837P, 999, 277CA)',
      'Note of the visit of Oct 12, 2026',
      'Holter report.pdf',
      'Strip.png',
    ]);
    const first = [
      'To whom it may concern',
      'Payment (trace)',
      'preview of a CMS-1500',
      'Transmission 1',
      'CHIEF COMPLAINT',
      'attached 1',
    ];
    first.forEach((words, at) => {
      expect(textOf(pages[(rendered.contents[at]?.page ?? 0) - 1])).toContain(words);
    });
    expect(rendered.contents.at(-1)?.page).toBe(pages.length);
    expect(rendered.pages).toBe(pages.length);
    pages.forEach((page, at) => {
      expect(textOf(page)).toContain(`page ${at + 1} of ${pages.length}`);
    });
  });

  it('has the same bytes for the same contents, a title, and no time of its making', async () => {
    const packet = await packetFor(appealFacts(deniedClaim('50')));
    const [one, other] = [await renderPacket(packet), await renderPacket(packet)];
    expect(one.digest).toBe(other.digest);
    const document = await PDFDocument.load(one.bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe('Appeal');
    expect(document.getCreationDate()).toEqual(new Date('2026-11-02T00:00:00.000Z'));
  });

  it('writes names of all alphabets that its fonts have, and tells letters that none has', async () => {
    const claim = deniedClaim('50');
    const named = (firstName: string) => ({
      ...claim,
      patient: { ...claim.patient, firstName, lastName: 'Żółw-Nguyễn' },
    });
    const rendered = await renderPacket(await packetFor(appealFacts(named('Ελένη'))));
    expect(rendered.missing).toEqual([]);
    expect(textOf((await readPdf(rendered.bytes))[0])).toContain('Ελένη Żółw-Nguyễn'.normalize('NFC'));
    expect((await renderPacket(await packetFor(appealFacts(named('李'))))).missing).toEqual(['李']);
  });

  it('loses no word of a long line, and nothing runs over the edge', async () => {
    const note = `start ${'W'.repeat(400)} ${'word '.repeat(900)} end-of-note`;
    const rendered = await renderPacket(await packetFor(appealFacts(deniedClaim('50'), { note })));
    const pages = (await readPdf(rendered.bytes)).slice((rendered.contents[4]?.page ?? 1) - 1);
    const words = pages
      .flatMap((page) => page.filter(({ y }) => y > 40))
      .map(({ text }) => text)
      .join(' ');
    expect(words.match(/word/g)).toHaveLength(900);
    expect(words.match(/W/g)).toHaveLength(400);
    expect(words).toContain('end-of-note');
  });

  it('refuses at once what it could not hold', async () => {
    expect(await objectionTo(await aPdf(1))).toBeUndefined();
    expect(await objectionTo(new Uint8Array(aPng))).toBeUndefined();
    expect(await objectionTo(new TextEncoder().encode('PK a document'))).toContain('PDF, PNG and JPEG');
    expect(await objectionTo(new TextEncoder().encode('%PDF-1.7 and nothing else'))).toContain(
      'cannot be read',
    );
  });

  it('of any denied claim has a table of contents that matches its pages', async () => {
    await fc.assert(
      fc.asyncProperty(claims, fc.integer({ min: 1, max: 30 }), async (random, length) => {
        const claim = {
          ...random,
          submissions: random.submissions.map((one) => ({ ...one, sentAt: '2026-10-14T09:00:00.000Z' })),
        };
        const facts = appealFacts(claim, { note: appealNote.repeat(length), reasons: [] });
        const packet = await packetFor(facts);
        const { contents, bytes, pages } = await renderPacket(packet);
        const read = await readPdf(bytes);
        expect(read).toHaveLength(pages);
        const cover = textOf(read[0]);
        for (const { title, page } of contents) {
          expect(cover).toContain(`${title} ${page}`);
          const heads = packet.sections.find((one) => one.title === title);
          if (heads && 'blocks' in heads && !heads.isLetter) expect(textOf(read[page - 1])).toContain(title);
          else expect(textOf(read[page - 1])).toMatch(/Re: Appeal|preview of a CMS-1500/);
        }
      }),
      { numRuns: Number(process.env.PACKET_RUNS ?? 60) },
    );
  }, 300_000);
});
