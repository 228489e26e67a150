import { describe, expect, it } from 'vitest';
import { standingOf } from '../../functions/claims/follow-up-claim.ts';
import { keepWaiting } from '../../functions/claims/keep-waiting.ts';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import { describeDenial } from '../../functions/denials/describe-denial.ts';
import { purposeOf } from '../../functions/domain/appeals/preparation.ts';
import type { Claim, Submission } from '../../functions/domain/claim.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask, biller, decidedTask, now } from '../factories/tasks.ts';
import { deniedClaim } from './appeal-facts.ts';

const resubmitted = (before: Claim): Submission | undefined =>
  resubmitClaim(before, decidedTask('resubmit'), practice())?.claim.submissions.at(-1);

const pending = (change: Partial<Submission> = {}, more: Partial<Claim> = {}): Claim =>
  claim({
    submissions: [
      {
        ...{ number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z' },
        acknowledgement: { outcome: 'accepted', source: '277CA', reasons: [] },
        payerControlNumbers: ['ICN-277'],
        ...change,
      },
    ],
    ...more,
  });

const word = (outcome: 'not-found' | 'pending' | 'rejected'): Partial<Claim> => ({
  payerStatus: { outcome, codes: [], at: now.toISOString(), inquiry: 0, submissionNumber: 1 },
});

describe('a corrected claim goes out', () => {
  it.each<[string, Claim, Partial<Submission>]>([
    [
      'as a replacement of what an 835 decided',
      deniedClaim('4'),
      { frequency: '7', originalReference: 'ICN900100' },
    ],
    [
      'as a replacement of what a 277CA took in, before it is decided',
      pending(),
      { frequency: '7', originalReference: 'ICN-277' },
    ],
    [
      'as a replacement while the payer works on it',
      pending({}, word('pending')),
      { frequency: '7', originalReference: 'ICN-277' },
    ],
  ])('%s', (_title, before, expected) => {
    expect(resubmitted(before)).toMatchObject(expected);
  });

  it.each<[string, Claim]>([
    [
      'was unprocessable (MA130)',
      deniedClaim('16', {
        adjudications: [adjudication({ remarks: ['MA130'] }, [adjustment('CO', '16', 8_000)])],
      }),
    ],
    [
      'was refused by a 277CA',
      pending({ acknowledgement: { outcome: 'rejected', source: '277CA', reasons: [] } }),
    ],
    ['was taken in without a number', pending({ payerControlNumbers: [] })],
    ['is not found by the payer', pending({}, word('not-found'))],
    ['is rejected by a 277', pending({}, word('rejected'))],
    ['was never answered', claim()],
  ])('as a new claim where the former %s', (_title, before) => {
    const next = resubmitted(before);
    expect(next).toMatchObject({ frequency: '1' });
    expect(next).not.toHaveProperty('originalReference');
  });
});

describe('a clerical error', () => {
  const medicare = payer({ claimFilingIndicator: 'MB' });
  const taskOf = (reason: string, contract = payer(), change: Partial<Claim> = {}) => {
    const draft = describeDenial(deniedClaim(reason, change), { payer: contract });
    return aTask({
      ...draft,
      reasons: [...draft.reasons],
      actions: [...draft.actions],
      limits: [...(draft.limits ?? [])],
    });
  };

  it('of what Original Medicare decided is reopened within a year, by a packet of its own', () => {
    const task = taskOf('5', medicare);
    expect(task.actions).toContain('keep-waiting');
    expect(task.limits).toContainEqual(
      expect.objectContaining({ action: 'keep-waiting', name: 'reopening', lastDay: '2027-10-28' }),
    );
    expect(purposeOf(task)).toBe('reopening');
  });

  it('is not reopened where no contract says so, nor where nothing was processed', () => {
    expect(taskOf('5').actions).not.toContain('keep-waiting');
    const unprocessable = {
      adjudications: [adjudication({ remarks: ['MA130'] }, [adjustment('CO', '5', 8_000)])],
    };
    expect(taskOf('5', medicare, unprocessable).actions).not.toContain('keep-waiting');
  });

  it.each(['163', '226', '251', '252'])(
    'CARC %s is due as the contract says, and sends documents',
    (reason) => {
      const task = taskOf(reason, payer({ informationDays: 30 }));
      expect(task.limits).toContainEqual(
        expect.objectContaining({
          action: 'keep-waiting',
          name: 'information',
          startedOn: '2026-10-28',
          lastDay: '2026-11-27',
        }),
      );
      expect(task.actions).toContain('keep-waiting');
      expect(purposeOf(task)).toBe(task.actions.includes('appeal') ? 'appeal' : 'records');
    },
  );
});

describe('documents that were sent', () => {
  const sent = { way: 'fax', on: '2026-10-30', confirmation: 'F-1' } as const;
  const task = decidedTask('keep-waiting', {
    outcome: { action: 'keep-waiting', by: biller, at: now.toISOString(), note: '', sent },
  });

  it('put a decided claim back to the payer, from the day on which they were sent', () => {
    const change = keepWaiting(deniedClaim('252'), task, 'America/Chicago');
    expect(change?.claim.status).toBe('accepted');
    expect(change?.event.detail).toMatchObject({ way: 'fax', sentOn: '2026-10-30', confirmation: 'F-1' });
    const standing = standingOf(
      { claim: change?.claim ?? claim(), payer: payer({ nextFollowUpDays: 14 }) },
      now,
    );
    expect(standing).toMatchObject({ outcome: 'waiting', wait: { ringAt: '2026-11-14T04:59:59.000Z' } });
  });

  it('leave a claim that nobody decided where it is', () => {
    expect(keepWaiting(claim(), task, 'America/Chicago')?.claim.status).toBe('accepted');
    expect(keepWaiting(claim({ status: 'appealed' }), task, 'America/Chicago')?.claim.status).toBe(
      'appealed',
    );
  });
});
