import { describe, expect, it } from 'vitest';
import { submitClaim } from '../../functions/claims/submit-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Transmission } from '../../functions/domain/ids.ts';
import { outboxFor } from '../../functions/domain/outbox/outbox.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const unsent = (change: Partial<Claim> = {}): Claim =>
  claim({
    status: 'covered',
    submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
    ...change,
  });

/** X12 has no way to write its own delimiters. */
const unwritable = unsent({ patient: { ...claim().patient, lastName: 'Oka~for' } });

const toGoOut = { waitId: `C0000000000A1/transmission/1/${now.toISOString()}`, round: 0, ringAt: null };

describe('submitting a claim', () => {
  it('puts its 837P into the outbox of its partner, and waits until it goes out', async () => {
    const { records, effects } = claimRecords(unsent());
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual({ outcome: 'queued', wait: toGoOut });
    expect(records.done).toEqual(['queue: C0000000000A1-1']);
    const queued = records.queued.get('C0000000000A1-1');
    expect(queued?.outboxId).toBe(outboxFor(practice(), payer()).outboxId);
    expect(queued?.text).toContain('CLM*C0000000000A1-1*230*');
    expect(records.claim).toEqual(unsent());
  });

  it('calls for the file that it fills', async () => {
    const { effects } = claimRecords(unsent());
    const filling = { ...effects, queueClaim: async () => 200 };
    expect(await submitClaim('C0000000000A1', now, filling)).toEqual({ outcome: 'full', wait: toGoOut });
    const beside = { ...effects, queueClaim: async () => 201 };
    expect(await submitClaim('C0000000000A1', now, beside)).toMatchObject({ outcome: 'queued' });
  });

  it('done twice waits once', async () => {
    const { records, effects } = claimRecords(unsent());
    await submitClaim('C0000000000A1', now, effects);
    const before = structuredClone(records);
    const later = new Date('2026-11-02T11:00:00.000Z');
    expect(await submitClaim('C0000000000A1', later, effects)).toEqual({ outcome: 'queued', wait: toGoOut });
    expect(records).toEqual(before);
  });

  it('done twice at once waits for what the faster one put there', async () => {
    const { records, effects } = claimRecords(unsent());
    await submitClaim('C0000000000A1', now, effects);
    let looks = 0;
    const late = {
      ...effects,
      findQueued: async (one: Transmission) => (looks++ ? effects.findQueued(one) : undefined),
    };
    const later = new Date('2026-11-02T11:00:00.000Z');
    expect(await submitClaim('C0000000000A1', later, late)).toEqual({ outcome: 'queued', wait: toGoOut });
    expect(records.queued.size).toBe(1);
  });

  it('that was withdrawn once and is put there again is waited for anew', async () => {
    const { records, effects } = claimRecords(unsent());
    await submitClaim('C0000000000A1', now, effects);
    records.queued.clear();
    const later = new Date('2026-11-02T11:00:00.000Z');
    const { wait } = await submitClaim('C0000000000A1', later, effects);
    expect(wait?.waitId).toBe('C0000000000A1/transmission/1/2026-11-02T11:00:00.000Z');
  });

  it('leaves what waits as it was, and does not judge it again', async () => {
    const { records, effects } = claimRecords(unsent());
    await submitClaim('C0000000000A1', now, effects);
    records.claim = unwritable;
    const queued = records.queued.get('C0000000000A1-1');
    expect(await submitClaim('C0000000000A1', now, effects)).toMatchObject({ outcome: 'queued' });
    expect(records.claim).toEqual(unwritable);
    expect(records.queued.get('C0000000000A1-1')).toEqual(queued);
  });

  it.each([
    ['cannot be written', unwritable, 'patient.lastName'],
    [
      'breaks a rule of its guide',
      unsent({ renderingProvider: { ...claim().renderingProvider, npi: '12' } }),
      'IK403-7',
    ],
  ])('refuses one that %s, before it waits beside others', async (_why, broken, code) => {
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

  it('that went out waits for the acknowledgement, and is not judged again', async () => {
    const sent = claim({ patient: unwritable.patient, status: 'submitted' });
    const { records, effects } = claimRecords(sent, { acknowledgementDays: 3 });
    expect(await submitClaim('C0000000000A1', now, effects)).toEqual({
      outcome: 'submitted',
      wait: { waitId: 'C0000000000A1/acknowledgement/1', round: 0, ringAt: '2026-11-05T10:00:00.000Z' },
    });
    expect(records.done).toEqual([]);
  });
});
