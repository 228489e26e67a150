import { describe, expect, it } from 'vitest';
import { checkClaimStatus } from '../../functions/claim-status/check-claim-status.ts';
import { toSubscriberStatusInquiry } from '../../functions/claim-status/status-inquiry.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { claim } from '../factories/claims.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

describe('checking the status of a claim', () => {
  it.each(['submitted', 'accepted', 'appealed'] as const)('asks while it is %s', async (status) => {
    const { records, effects } = claimRecords(claim({ status, followUps: 2 }), {
      statusAnswerDays: 5,
      maxFollowUps: 3,
    });
    expect(await checkClaimStatus('C0000000000A1', now, effects)).toEqual({
      outcome: 'asked',
      wait: { waitId: 'C0000000000A1/status/1.2', round: 2, ringAt: '2026-11-07T10:00:00.000Z' },
    });
    expect(records.files.get('C0000000000A1-1-S2')?.text).toContain('C0000000000A1-1-S2');
  });

  it('asks once for each follow-up, however often it runs', async () => {
    const { records, effects } = claimRecords(claim());
    await checkClaimStatus('C0000000000A1', now, effects);
    await checkClaimStatus('C0000000000A1', now, effects);
    expect(records.files.size).toBe(1);
  });

  it.each([
    ['is asked below the number in the contract', 1, 0, 'asked'],
    ['is given up at it', 2, 0, 'given-up'],
    ['is asked again when a person forgave those before', 2, 1, 'asked'],
    ['is given up when those are used up as well', 3, 1, 'given-up'],
  ])('a payer %s', async (_title, followUps, followUpsForgiven, outcome) => {
    const { records, effects } = claimRecords(claim({ followUps, followUpsForgiven }), { maxFollowUps: 2 });
    expect(await checkClaimStatus('C0000000000A1', now, effects)).toMatchObject({ outcome });
    expect(records.files.size).toBe(outcome === 'asked' ? 1 : 0);
  });

  it.each(['adjudicated', 'rejected', 'closed', 'ready'] as const)(
    'does not ask once it is %s',
    async (status) => {
      const { records, effects } = claimRecords(claim({ status }));
      expect(await checkClaimStatus('C0000000000A1', now, effects)).toEqual({
        outcome: 'decided',
        wait: null,
      });
      expect(records.done).toEqual([]);
    },
  );
});

it('names the employer that holds the policy, and the patient below it', () => {
  const { coverage } = claim();
  const employed = { ...coverage, relationship: 'employee' as const, employer: { name: 'Quarry & Sons' } };
  const inquiry = toSubscriberStatusInquiry(claim({ coverage: employed }));
  expect(inquiry.subscriber).toMatchObject({ entityType: '2', name: 'Quarry & Sons' });
  expect(inquiry.claims).toBeUndefined();
  expect(inquiry.dependents).toMatchObject([{ dependent: { firstName: 'Miriam' } }]);
});
