import { describe, expect, it } from 'vitest';
import { submitClaim } from '../../functions/claims/submit-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { claim } from '../factories/claims.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const unsent = (change: Partial<Claim> = {}): Claim =>
  claim({
    status: 'covered',
    submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
    ...change,
  });

const awaited = {
  outcome: 'submitted',
  wait: { waitId: 'C0000000000A1/acknowledgement/1', round: 0, ringAt: '2026-11-05T10:00:00.000Z' },
};

/** X12 has no way to write its own delimiters. */
const unwritable = unsent({ patient: { ...claim().patient, lastName: 'Oka~for' } });

describe('submitting a claim', () => {
  it('sends its 837P, records it, and waits for the acknowledgement', async () => {
    const { records, effects } = claimRecords(unsent(), { acknowledgementDays: 3 });
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual(awaited);
    expect(records.done).toEqual(['send: 837P C0000000000A1-1', 'change: submitted']);
    const [file] = records.files.values();
    expect(file?.text).toContain('CLM*C0000000000A1-1*230*');
    expect(records.claim).toMatchObject({
      status: 'submitted',
      submissions: [{ fileName: file?.key, sentAt: file?.at }],
    });
  });

  it('done twice sends once and waits again', async () => {
    const { records, effects } = claimRecords(unsent(), { acknowledgementDays: 3 });
    await submitClaim('C0000000000A1', now, effects);
    const before = structuredClone(records);
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual(awaited);
    expect(records).toEqual(before);
  });

  it('names the same file when it died before it was recorded', async () => {
    const { records, effects } = claimRecords(unsent());
    const dying = { ...effects, changeClaim: () => Promise.reject(new Error('died')) };
    await expect(submitClaim('C0000000000A1', now, dying)).rejects.toThrow('died');
    await submitClaim('C0000000000A1', now, effects);
    expect(records.files.size).toBe(1);
    expect(records.claim.submissions[0]?.fileName).toBe('partners/payer-simulator/outbound/837P-1');
  });

  it.each([
    ['cannot be written', unwritable, 'NM103'],
    [
      'breaks a rule of its guide',
      unsent({ renderingProvider: { ...claim().renderingProvider, npi: '12' } }),
      'IK403-7 ST[1]/CLM[1]/NM109',
    ],
  ])('refuses one that %s, before a control number is spent', async (_why, broken, code) => {
    const { records, effects } = claimRecords(broken);
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual({ outcome: 'rejected', wait: null });
    expect(records.done).toEqual(['change: not-sent']);
    expect(records.claim).toMatchObject({
      status: 'rejected',
      submissions: [{ acknowledgement: { outcome: 'rejected', source: 'edits' } }],
    });
    expect(records.claim.submissions[0]?.acknowledgement?.reasons[0]?.code).toBe(code);
    expect(JSON.stringify(records.events)).not.toMatch(/Oka|NW4410977/);
  });

  it('does not judge again what is on its way', async () => {
    const sent = claim({ patient: unwritable.patient, status: 'submitted' });
    const { records, effects } = claimRecords(sent, { acknowledgementDays: 3 });
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual(awaited);
    expect(records.done).toEqual([]);
  });
});
