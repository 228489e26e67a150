import { describe, expect, it } from 'vitest';
import { checkEligibility } from '../../functions/eligibility/check-eligibility.ts';
import { settledAdjudication } from '../factories/adjudications.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { adjudicated, claim } from '../factories/claims.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const ready = claim({ status: 'ready', eligibilityChecks: 1 });

describe('checking eligibility', () => {
  it('asks the payer and waits for the answer', async () => {
    const { records, effects } = claimRecords(ready, { eligibilityAnswerDays: 2 });
    expect(await checkEligibility('C0000000000A1', now, effects)).toEqual({
      outcome: 'asked',
      wait: { waitId: 'C0000000000A1/eligibility/1', round: 0, ringAt: '2026-11-04T10:00:00.000Z' },
    });
    expect(records.files.get('C0000000000A1/1')?.text).toContain('C0000000000A1-E1');
  });

  it('asks once for each check, however often it runs', async () => {
    const { records, effects } = claimRecords(ready);
    await checkEligibility('C0000000000A1', now, effects);
    await checkEligibility('C0000000000A1', now, effects);
    expect(records.files.size).toBe(1);
    records.claim = { ...ready, eligibilityChecks: 2 };
    await checkEligibility('C0000000000A1', now, effects);
    expect([...records.files.keys()]).toEqual(['C0000000000A1/1', 'C0000000000A1/2']);
  });

  it.each([
    ['settled', adjudicated({ adjudications: [settledAdjudication()] })],
    ['settled', adjudicated({ status: 'ready', adjudications: [settledAdjudication()] })],
    ['not-covered', claim({ status: 'not-covered' })],
    ['covered', claim({ status: 'covered' })],
    ['covered', claim({ status: 'submitted' })],
  ])('does not ask what the record answers: %s', async (outcome, known) => {
    const { records, effects } = claimRecords(known);
    expect(await checkEligibility('C0000000000A1', now, effects)).toEqual({ outcome, wait: null });
    expect(records.done).toEqual([]);
  });

  it('leaves the coverage unknown when the inquiry cannot be written, and spends no control number', async () => {
    const { records, effects } = claimRecords({
      ...ready,
      patient: { ...ready.patient, firstName: 'Miri*am' },
    });
    const result = await checkEligibility('C0000000000A1', now, effects);
    expect(result).toEqual({ outcome: 'unanswered', wait: null });
    expect(records.done).toEqual([]);
  });
});
