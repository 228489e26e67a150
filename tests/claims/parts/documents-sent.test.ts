import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetOfTask } from '../../../functions/appeals/packet-of-task.ts';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { rendering837p } from '../../../functions/claims/837p/render-claim.ts';
import { sendDocuments } from '../../../functions/claims/parts/send-documents.ts';
import { resubmitClaim } from '../../../functions/claims/resubmit-claim.ts';
import { attachmentControlNumber } from '../../../functions/domain/appeals/preparation.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { DeliveryWay } from '../../../functions/domain/contract/appeal-level.ts';
import type { OutboundFile } from '../../../functions/domain/partner-file.ts';
import type { Task } from '../../../functions/domain/task.ts';
import type { Correction } from '../../../functions/domain/tasks/correction.ts';
import { checkOutcome } from '../../../functions/tasks/check-outcome.ts';
import { appealFacts } from '../../appeals/appeal-facts.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';
import { adjudicated } from '../../factories/claims.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { anOutcome, aTask, biller, decidedTask, now } from '../../factories/tasks.ts';

const packet = { key: 'appeals/p.pdf', digest: 'ab12', pages: 4, madeAt: now.toISOString(), made: 'm' };

type Way = (typeof DeliveryWay.options)[number];

const corrected = (way: Way | undefined, correction: Correction = {}): Task =>
  decidedTask('resubmit', {
    claimId: 'C0000000000A1',
    outcome: {
      ...{ action: 'resubmit', by: biller, at: now.toISOString(), note: 'With the records', correction },
      ...(way && { sent: { way, on: '2026-11-02', packet } }),
    },
  });

/** Which lines are denied, and for what; none of them: the claim as a whole. */
const deniedOn = (lines: readonly number[], reason: string): Claim => {
  const base = adjudication({}, []);
  const each = base.lines.map((line) => ({
    ...line,
    adjustments: lines.includes(line.lineNumber ?? 0) ? [adjustment('CO', reason, 1_000)] : [],
  }));
  const ofClaim = lines.length === 0 ? [adjustment('CO', reason, 1_000)] : [];
  return adjudicated({ adjudications: [{ ...base, lines: each, adjustments: ofClaim }] });
};

const fileOf = (before: Claim, task: Task): string => {
  const claim = resubmitClaim(before, task, practice())?.claim;
  const submission = claim?.submissions.at(-1);
  if (!claim || !submission) throw new Error('Nothing was sent again');
  const text = rendering837p({ claim, practice: practice(), payer: payer() }, submission)(
    7,
    '2026-11-02T10:00:00.000Z',
  );
  expect(check837p(text)).toEqual([]);
  return text;
};

/** PWK segments of loop 2300, then of each line, as they stand in a file. */
const announced = (text: string): readonly (readonly string[])[] =>
  text
    .split(/~\s*LX\*/)
    .map((part) => part.split('~').flatMap((one) => (one.trim().startsWith('PWK*') ? [one.trim()] : [])));

describe('documents that go with a corrected claim', () => {
  it('are announced in the loop that they are about, under the number that stands on them', () => {
    const codes = { mail: 'BM', fax: 'FX', portal: 'EL', partner: 'FT' } as const;
    const lines = fc.subarray([1, 2]);
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('252', '16', '50'),
        fc.constantFrom(...DeliveryWay.options),
        (some, reason, way) => {
          const before = deniedOn(some, reason);
          const task = corrected(way);
          const [ofClaim = [], ...ofLines] = announced(fileOf(before, task));
          const one = [`PWK*OZ*${codes[way]}***AC*${attachmentControlNumber(before, task)}`];
          const isOfClaim = some.length !== 1;
          expect(ofClaim).toEqual(isOfClaim ? one : []);
          expect(ofLines).toEqual([1, 2].map((line) => (!isOfClaim && some[0] === line ? one : [])));
        },
      ),
    );
  });

  it('of one line stay with it where another is disputed for something else', () => {
    const base = adjudication({}, [adjustment('CO', '252', 8_000)]);
    const [first, second] = base.lines;
    if (!first || !second) throw new Error('There are two lines');
    const other = { ...first, paid: first.charge, adjustments: [adjustment('CO', '97', 1_000)] };
    const before = adjudicated({ adjudications: [{ ...base, lines: [other, second] }] });
    const [ofClaim, ofFirst, ofSecond] = announced(fileOf(before, corrected('fax')));
    expect([ofClaim?.length, ofFirst?.length, ofSecond?.length]).toEqual([0, 0, 1]);
  });

  it('are of the claim once its lines are other ones', () => {
    const codes = {
      diagnoses: ['M17.11'],
      services: [{ procedure: '20610', modifiers: [], units: 1, diagnosisPointers: [1] }],
    };
    const [ofClaim, ofLine] = announced(fileOf(deniedOn([2], '252'), corrected('fax', { codes })));
    expect([ofClaim?.length, ofLine?.length]).toEqual([1, 0]);
  });

  it('have one announcement for each number, and room for ten', () => {
    const task = corrected('fax');
    const before = deniedOn([], '252');
    const known = Array.from({ length: 10 }, (_, at) => ({
      ...{ reportType: 'OZ', transmission: 'FX' as const, controlNumber: `ATT${at}` },
    }));
    const own = { ...known[0], controlNumber: attachmentControlNumber(before, task) };
    const full = { ...before, visit: { attachments: [...known.slice(1), own] } } as Claim;
    const [ofClaim = []] = announced(fileOf(full, task));
    expect([ofClaim.length, new Set(ofClaim).size]).toEqual([10, 10]);
    const [crowded = []] = announced(fileOf({ ...before, visit: { attachments: known } }, task));
    expect([crowded.length, crowded.at(-1)]).toEqual([10, expect.stringContaining(own.controlNumber)]);
  });

  it('announce nothing where nothing was sent', () => {
    expect(announced(fileOf(deniedOn([2], '252'), corrected(undefined))).flat()).toEqual([]);
  });

  it('have the same number on their cover and in the file for the partner, which takes them once', async () => {
    const before = deniedOn([2], '252');
    const task = corrected('partner');
    const number = attachmentControlNumber(before, task);
    for (const purpose of ['records', 'appeal'] as const) {
      const { cover } = packetOfTask(appealFacts(before), task, {
        ...{ purpose, letter: 'Here', on: '2026-11-02', form: new Uint8Array(), attachments: [] },
      });
      expect(cover).toContainEqual(['Attachment control no.', number]);
    }
    const files: OutboundFile[] = [];
    const after = resubmitClaim(before, task, practice())?.claim ?? before;
    const effects = {
      sendToPartner: async (file: OutboundFile) => {
        files.push(file);
        return {} as never;
      },
      readPacket: async () => new Uint8Array([1]),
    };
    const context = { practice: practice(), payer: payer() };
    await sendDocuments(after, task, context, effects);
    expect(files).toMatchObject([
      { transaction: 'documents', purpose: task.taskId, enclosure: expect.any(Uint8Array) },
    ]);
    expect(files[0]?.render(1, '')).toContain(`Attachment control number: ${number}\n`);
    await sendDocuments(after, corrected('mail'), context, effects);
    const undone = { ...after, decisions: [...after.decisions, undo(task)] };
    await sendDocuments(undone, task, context, effects);
    expect(files).toHaveLength(1);
  });
});

const undo = ({ taskId }: Task): Claim['decisions'][number] => ({ taskId, action: 'undo', by: biller });

describe('what is said to be sent', () => {
  const records = aTask({
    actions: ['resubmit', 'keep-waiting', 'write-off'],
    reasons: [{ code: 'CO-252', text: 'An attachment is missing' }],
  });
  const late = aTask({
    actions: ['resubmit', 'keep-waiting', 'write-off'],
    reasons: [{ code: '42 CFR 424.44(b)', text: 'An exception may be asked for' }],
  });
  const sent = { way: 'fax', on: '2026-11-02' } as const;
  const exception = 'retroactive-entitlement' as const;
  const found = (task: Task, change: Parameters<typeof anOutcome>[0]) =>
    checkOutcome(task, anOutcome({ note: 'With the records of the visit', ...change })).map(
      ({ path }) => path,
    );

  it('goes with a correction where the payer wants documents, and says what they are', () => {
    expect(found(records, { action: 'resubmit', sent })).toEqual([]);
    expect(found(records, { action: 'resubmit', sent: { ...sent, reportType: 'LA' } })).toEqual([]);
    expect(found(late, { action: 'resubmit', sent })).toEqual(['sent']);
    expect(found(records, { action: 'write-off', sent, writeOffReason: 'other' })).toContain('sent');
    expect(found(records, { action: 'keep-waiting', sent: { ...sent, reportType: 'LA' } })).toEqual(['sent']);
  });

  it('by the partner is a packet that was made here', () => {
    expect(found(records, { action: 'resubmit', sent: { ...sent, way: 'partner' } })).toEqual(['sent']);
    expect(found(records, { action: 'resubmit', sent: { ...sent, way: 'partner', packet } })).toEqual([]);
  });

  it('to Medicare for an exception names which, and nothing else does', () => {
    expect(found(late, { action: 'keep-waiting', sent: { ...sent, exception } })).toEqual([]);
    expect(found(late, { action: 'keep-waiting', sent })).toEqual(['sent']);
    expect(found(records, { action: 'keep-waiting', sent: { ...sent, exception } })).toEqual(['sent']);
  });
});
