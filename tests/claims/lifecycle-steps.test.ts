import { describe, expect, it } from 'vitest';
import { appealClaim } from '../../functions/claims/appeal-claim.ts';
import { billPatient } from '../../functions/claims/bill-patient.ts';
import { followUpClaim } from '../../functions/claims/follow-up-claim.ts';
import { openClaim } from '../../functions/claims/open-claim.ts';
import { billNextPayer } from '../../functions/coordination/bill-next-payer.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { DecideClaim } from '../../functions/domain/claim-change.ts';
import type { Transmission } from '../../functions/domain/ids.ts';
import { takeBack } from '../../functions/domain/undo/restore.ts';
import { settledAdjudication } from '../factories/adjudications.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { biller, decidedTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const ids = { practiceId: 'maple-street', claimId: 'C0000000000A1' };
const settled = adjudicated({ adjudications: [settledAdjudication()], nextPayers: [nextPayer] });

type Kept = ReturnType<typeof claimRecords>;

const opening = (records: Kept['records'], effects: Kept['effects']) => ({
  ...effects,
  getClaim: async () => records.claim,
  foundOf: async () => [],
  forgetFound: async () => undefined,
  stopLifecycle: async (arn: string) => void records.done.push(`stop ${arn}`),
});

describe('opening a claim', () => {
  it.each([
    ['takes an open one into the lifecycle', claim(), 'open', ['change: lifecycle-started']],
    ['ends with one that is closed', claim({ status: 'closed' }), 'closed', []],
  ])('%s', async (_title, before, outcome, done) => {
    const { records, effects } = claimRecords(before);
    expect(await openClaim({ ...ids, executionArn: 'arn:1' }, opening(records, effects))).toEqual({
      outcome,
    });
    expect(records.done).toEqual(done);
  });

  it('of two executions of one claim ends the one before, so that one alone waits', async () => {
    const { records, effects } = claimRecords(claim({ executionArn: 'arn:1' }));
    const both = opening(records, effects);
    expect(await openClaim({ ...ids, executionArn: 'arn:2' }, both)).toEqual({ outcome: 'open' });
    expect(records.done).toEqual(['stop arn:1', 'change: lifecycle-started']);
    expect(await openClaim({ ...ids, executionArn: 'arn:2' }, both)).toEqual({ outcome: 'open' });
    expect(records.done).toHaveLength(2);
  });

  it('ends a third as well, that took the claim in the same moment', async () => {
    const { records, effects } = claimRecords(claim({ executionArn: 'arn:1' }));
    const stopLifecycle = async (arn: string) => {
      records.done.push(`stop ${arn}`);
      if (arn === 'arn:1') records.claim = { ...records.claim, executionArn: 'arn:3' };
    };
    await openClaim({ ...ids, executionArn: 'arn:2' }, { ...opening(records, effects), stopLifecycle });
    expect(records.done).toEqual(['stop arn:1', 'stop arn:3', 'change: lifecycle-started']);
    expect(records.claim.executionArn).toBe('arn:2');
  });

  it('lets a claim that was made again know what of it went out before, once', async () => {
    const [unsent] = claim().submissions.map(({ sentAt: _, fileName: __, ...one }) => one);
    const { records, effects } = claimRecords(
      claim({ status: 'ready', submissions: unsent ? [unsent] : [] }),
    );
    const sent = { key: 'partners/p/outbound/837P-000000001.x12', at: '2026-11-02T10:00:00.000Z' };
    const first = {
      ...sent,
      claimId: ids.claimId,
      submissionNumber: 1,
      frequency: '1' as const,
      fileId: '1',
    };
    const notes = [
      { ...first, submissionNumber: 2, frequency: '7' as const, originalReference: 'N1' },
      first,
    ];
    const forgotten: number[] = [];
    const recall = {
      ...opening(records, effects),
      foundOf: async () => notes,
      forgetFound: async ({ submissionNumber }: Transmission) => void forgotten.push(submissionNumber),
    };
    await openClaim({ ...ids, executionArn: 'arn:1' }, recall);
    expect(records.done).toEqual(['change: submitted', 'change: found-sent', 'change: lifecycle-started']);
    expect(forgotten).toEqual([1, 2]);
  });
});

describe('following up a claim', () => {
  it('closes the inquiry that went unanswered before it looks where the claim stands', async () => {
    const { records, effects } = claimRecords(claim({ followUps: 1 }));
    const followed = await followUpClaim({ ...ids, inquiry: 1 }, now, effects);
    expect(records.done).toEqual(['change: status-unanswered']);
    expect(followed).toMatchObject({ outcome: 'waiting', wait: { round: 2 } });
  });

  it('changes nothing when no inquiry is named', async () => {
    const { records, effects } = claimRecords(claim());
    await followUpClaim(ids, now, effects);
    expect(records.done).toEqual([]);
  });
});

describe('appealing', () => {
  const getTask = async () => decidedTask('appeal');
  const readPacket = async () => new Uint8Array([1, 2, 3]);

  it('says so in the claim before the letter goes, once', async () => {
    const { records, effects } = claimRecords(adjudicated());
    const step = { ...ids, taskId: 'C0000000000A1-0-denial' };
    expect(await appealClaim(step, { ...effects, getTask, readPacket })).toEqual({ outcome: 'appealed' });
    expect(records.done).toEqual(['change: appeal', 'send: appeal C0000000000A1-0-denial']);
    await appealClaim(step, { ...effects, getTask, readPacket });
    expect(records.files.size).toBe(1);
    expect(records.events).toHaveLength(1);
  });

  it('sends nothing where it was taken back before', async () => {
    const task = decidedTask('appeal');
    const undone = takeBack(adjudicated(), {
      taskId: task.taskId,
      by: biller,
      at: now.toISOString(),
      wakes: [],
    }).claim;
    const { records, effects } = claimRecords(undone);
    await appealClaim({ ...ids, taskId: task.taskId }, { ...effects, getTask, readPacket });
    expect(records.done).toEqual([]);
  });
});

describe('billing the next payer', () => {
  const billing = (before: Claim) => {
    const { records, effects } = claimRecords(before);
    const added: Claim[] = [];
    const all = {
      ...effects,
      addClaim: async (next: Claim) => {
        records.done.push('add');
        added.push(next);
        return true;
      },
      findClaim: async (claimId: string) => added.find((one) => one.claimId === claimId),
      getPayer: async () => payer(),
      payersDecided: async () => {},
      answerWait: async () => {},
      withdrawOutdated: async () => {},
      getTask: async () => decidedTask('bill-next-payer'),
      changeClaim: async (claimId: string, decide: DecideClaim) => {
        const other = added.find((one) => one.claimId === claimId);
        return other ? (decide(other)?.claim ?? other) : effects.changeClaim(claimId, decide);
      },
      startClaimLifecycle: async (name: string, { claimId }: { claimId: string }) =>
        void records.done.push(`start ${claimId === name ? 'its lifecycle' : name}`),
    };
    return { records, added, bill: () => billNextPayer(ids, now, all) };
  };

  it('has the next claim driven before this one ends', async () => {
    const { records, added, bill } = billing(settled);
    expect(await bill()).toEqual({ outcome: 'billed' });
    expect(records.done).toEqual(['add', 'start its lifecycle', 'change: billed-to-next-payer']);
    expect(added).toMatchObject([{ payerId: 'cascade', createdAt: now.toISOString() }]);
    expect(records.claim.status).toBe('closed');
  });

  it('does nothing once the claim is closed', async () => {
    const { records, bill } = billing({ ...settled, status: 'closed' });
    expect(await bill()).toEqual({ outcome: 'billed' });
    expect(records.done).toEqual([]);
  });
});

describe('billing the patient', () => {
  it.each([
    ['the share of a settled claim without a task', settled, undefined, 'billed-to-patient'],
    ['what a person decided with one', adjudicated(), 'C0000000000A1-0-denial', 'bill-patient'],
  ])('bills %s', async (_title, before, taskId, event) => {
    const { records, effects } = claimRecords(before);
    const getTask = async () => decidedTask('bill-patient');
    expect(await billPatient({ ...ids, taskId }, { ...effects, getTask })).toEqual({ outcome: 'billed' });
    expect(records.done).toEqual([`change: ${event}`]);
  });
});
