import { describe, expect, it, vi } from 'vitest';
import { type ExtractingEffects, extractDocument } from '../../functions/coding/extract-document.ts';
import {
  type ExtractTextOutcome,
  extractTextOutcomes,
  tooMuch,
} from '../../functions/coding/extract-text.ts';
import { visitReference } from '../../functions/domain/visit/visit-reference.ts';
import { anEncounter } from '../factories/encounters.ts';

const id = { practiceId: 'maple-street', encounterId: 'E1014' };
const readable = 'Assessment:\r\nSeasonal allergies';
const unreadable = '%PDF-1.7 text';

/** Reads a document's content, and gives what was done in its order. */
const extract = async (content: string, change: Partial<ExtractingEffects> = {}) => {
  const done: unknown[] = [];
  const outcome: ExtractTextOutcome = await extractDocument(id, {
    getEncounter: async () => anEncounter({ status: 'documented' }),
    readDocument: async () => new TextEncoder().encode(content),
    writeText: async (key, text) => {
      done.push([key, text]);
    },
    changeEncounter: async (_, patch) => done.push(patch()),
    ...change,
  });
  return { outcome, done };
};

describe('extractDocument', () => {
  it('has the outcomes that it names, and no other', async () => {
    const outcomes = [await extract(readable), await extract(unreadable)].map(({ outcome }) => outcome);
    expect(outcomes).toEqual(extractTextOutcomes);
  });

  it('writes the text outside the clinic’s folder before the encounter names it', async () => {
    const textKey = `extracted/maple-street/${visitReference(id)}/d.txt`;
    expect((await extract(readable)).done).toEqual([
      [textKey, 'Assessment:\nSeasonal allergies'],
      { status: 'coding', textKey, unreadDocuments: [], questions: [] },
    ]);
  });

  it('writes no text of a document that cannot be read, but the reason for the clinic', async () => {
    expect((await extract(unreadable)).done).toEqual([
      { status: 'unreadable', questions: [expect.stringContaining('a PDF')] },
    ]);
  });

  it('reads all documents in their order, and keeps why one says nothing', async () => {
    const [first, second, third] = ['note.txt', 'scan.pdf', 'addendum.txt'].map((file, at) => ({
      key: `practices/maple-street/encounters/E1014/${file}`,
      digest: `d${at}`,
      receivedAt: '2026-10-26T15:00:00.000Z',
    }));
    if (!first || !second || !third) throw new TypeError('There are three');
    const contents: Record<string, string> = {
      [first.key]: 'Assessment: gout',
      [second.key]: unreadable,
      [third.key]: 'Addendum: better',
    };
    const { done, outcome } = await extract('', {
      getEncounter: async () => anEncounter({ document: first, furtherDocuments: [second, third] }),
      readDocument: async (key) => new TextEncoder().encode(contents[key]),
    });
    expect(outcome).toBe('extracted');
    expect(done).toMatchObject([
      [
        expect.stringMatching(/^extracted\/maple-street\/V\w{16}\/\w+\.txt$/),
        'Assessment: gout\n\nAddendum: better',
      ],
      { status: 'coding', unreadDocuments: [expect.stringContaining('a PDF')] },
    ]);
  });

  it('reads so much of a visit as there is room for, and asks the coder about the rest', async () => {
    const documents = ['note.txt', 'copied.txt', 'addendum.txt'].map((file, at) => ({
      key: file,
      digest: `d${at}`,
      receivedAt: '2026-10-26T15:00:00.000Z',
    }));
    const [document, ...furtherDocuments] = documents;
    const long = 'Assessment: gout. '.repeat(10_000);
    const { done } = await extract('', {
      getEncounter: async () => anEncounter({ document, furtherDocuments }),
      readDocument: async (key) => new TextEncoder().encode(key === 'addendum.txt' ? 'Plan: rest.' : long),
    });
    expect(done).toMatchObject([
      [expect.any(String), `${long}\n\nPlan: rest.`],
      { status: 'coding', unreadDocuments: [tooMuch.reason] },
    ]);
  });

  it('reads nothing of a document that is too large, and calls it by how it begins', async () => {
    const beginning = new TextEncoder().encode('%PDF-1.7');
    const { done } = await extract('', {
      readDocument: async (_, mostBytes) => ({ bytes: mostBytes + 1, beginning }),
    });
    expect(done).toEqual([{ status: 'unreadable', questions: [expect.stringContaining('a PDF')] }]);
  });

  it('throws for an encounter without a document, and writes nothing', async () => {
    const [writeText, changeEncounter] = [vi.fn(), vi.fn()];
    const getEncounter = async () => anEncounter({ document: undefined });
    const effects = { getEncounter, writeText, changeEncounter };
    await expect(extract(readable, effects)).rejects.toThrow('has no document');
    expect([writeText, changeEncounter].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });
});
