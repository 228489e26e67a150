import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stepActor } from '../../functions/domain/actor.ts';
import type { Adjudication, Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, reversalOf } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';
import { fakeTable } from './fake-table.ts';

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');
const { registration, expected: codes } = sample;
const { practiceId } = practice();
const { patientId } = registration.patient;
const [family] = practice().providers;
if (!family) throw new Error('The practice has no provider');
const generated = { type: 'generated', actor: stepActor('generate-claim'), detail: {} };

const letters = 'CDFHJKMNPQ';
const claimOf = (at: number, change: Partial<Claim> = {}): Claim =>
  claim({
    practiceId,
    patientId,
    claimId: `C23456789${letters[at]}${letters[at]}`,
    encounterId: `E${at}`,
    payerId: registration.coverages[0]?.payerId ?? '',
    dateOfService: `2026-0${at + 1}-10`,
    renderingProvider: family,
    ...change,
  });

const stores = async () => ({
  ...(await import('../../functions/adapters/claim-store.ts')),
  ...(await import('../../functions/adapters/encounter-store.ts')),
  ...(await import('../../functions/adapters/patients/patient-history.ts')),
  ...(await import('../../functions/adapters/practices/practice-store.ts')),
  ...(await import('../../functions/adapters/payments/line-outcome-store.ts')),
});

describe('what the table tells of a patient', () => {
  it('is read page by page, since the day that is asked for, and of nobody else', async () => {
    const { queries } = fakeTable();
    const { addClaim, recordsOfPatient } = await stores();
    for (let at = 0; at < 7; at++) await addClaim(claimOf(at), generated);
    await addClaim(claimOf(8, { patientId: 'P-OTHER' }), generated);
    const { claims } = await recordsOfPatient(practiceId, patientId, '2026-02-10');
    expect(claims.map(({ encounterId }) => encounterId)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6']);
    expect(queries.filter(({ IndexName }) => IndexName === 'gsi1').length).toBeGreaterThan(3);
  });

  it('has a visit that is coded and has no claim yet', async () => {
    fakeTable();
    const { changeEncounter, recordsOfPatient } = await stores();
    await changeEncounter({ practiceId, encounterId: 'E9' }, () => ({
      registration,
      codes,
      status: 'coded',
    }));
    const { encounters } = await recordsOfPatient(practiceId, patientId, '2023-01-01');
    expect(encounters.map(({ encounterId }) => encounterId)).toEqual(['E9']);
  });
});

describe('scrubbing over the table', () => {
  it('sees a claim of the same service from when it is written until it is voided', async () => {
    fakeTable();
    const { addClaim, changeClaim, ...store } = await stores();
    const { scrubEncounter } = await import('../../functions/scrubbing/scrub-encounter.ts');
    const visit = anEncounter({ registration, codes, status: 'coded' });
    const id = { practiceId, encounterId: visit.encounterId };
    await store.changeEncounter(id, () => visit);
    await store.savePractice(practice());
    for (const payer of payers) await store.savePayer(practiceId, payer);
    const scrub = async () => {
      await scrubEncounter(id, new Date('2026-11-22T12:00:00.000Z'), {
        ...store,
        rulesInForce: async () => undefined,
        raiseTask: async () => undefined,
      });
      const { findings } = await store.getEncounter(id);
      return findings.map(({ code }) => code).filter((code) => code.startsWith('history-'));
    };
    expect(await scrub()).toEqual([]);
    const lines = codes.services.map((one, at) => ({ ...one, lineNumber: at + 1, charge: cents(10_000) }));
    const { dateOfService } = registration;
    const renderingProvider = practice().providers.find(
      ({ npi }) => npi === registration.renderingProviderNpi,
    );
    const other = claimOf(1, { lines, dateOfService, ...(renderingProvider && { renderingProvider }) });
    await addClaim(other, generated);
    expect(new Set(await scrub())).toEqual(new Set(['history-duplicate']));
    const voided = {
      number: 2,
      frequency: '8',
      fileAccepted: true,
      sentAt: '2026-11-20T00:00:00.000Z',
    } as const;
    await changeClaim(other.claimId, (one) => ({
      claim: { ...one, submissions: [...one.submissions, voided] },
      event: generated,
    }));
    expect(await scrub()).toEqual([]);
  });
});

describe('what became of lines', () => {
  it('is kept with the claim whose remittance says so, and goes when that is taken back', async () => {
    const { items } = fakeTable();
    const { addClaim, changeClaim, outcomesOf } = await stores();
    const { postRemittance } = await import('../../functions/remittance/post-remittance.ts');
    const [one, other] = [claimOf(1), claimOf(2)];
    for (const each of [one, other]) await addClaim(each, generated);
    const post = (claimId: string, ...decisions: readonly Adjudication[]) =>
      changeClaim(claimId, (before) => postRemittance(before, decisions));
    const read = async (since = '2026-01') =>
      (await outcomesOf(practiceId, one.payerId, ['36415', '99213'], since)).map(
        ({ claimId, procedure, denials }) => `${claimId} ${procedure} ${denials.join()}`,
      );
    await post(one.claimId, adjudication());
    await post(one.claimId, adjudication());
    await post(other.claimId, adjudication());
    expect((await read()).toSorted()).toEqual(
      [one, other].flatMap(({ claimId }) => [`${claimId} 36415 197`, `${claimId} 99213 `]).toSorted(),
    );
    expect(await read('2026-03')).toHaveLength(2);
    await post(one.claimId, { ...reversalOf(adjudication()), paymentDate: '2026-12-01', traceNumber: 'R' });
    expect(await read()).toHaveLength(2);
    const rows = [...items.values()].filter((item) => /lineoutcome/i.test(String(item.sk)));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Okafor|NW4410977|P-204/);
    expect(rows.every(({ expiresAt }) => typeof expiresAt === 'number')).toBe(true);
  });
});
