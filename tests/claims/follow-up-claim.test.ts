import { describe, expect, it } from 'vitest';
import { appealLetter, recordAppeal } from '../../functions/claims/appeal-claim.ts';
import { closeInquiry, standingOf } from '../../functions/claims/follow-up-claim.ts';
import { claimsForFirstPayer } from '../../functions/claims/from-visit/claims-of-visit.ts';
import { recordLifecycle } from '../../functions/claims/open-claim.ts';
import { currentSubmission } from '../../functions/claims/submit-claim.ts';
import { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { recordSent } from '../../functions/domain/outbox/transmissions.ts';
import { settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { decidedTask } from '../factories/tasks.ts';

const zone = 'America/New_York';
const now = new Date('2026-11-02T10:00:00.000Z');

describe('following up a claim', () => {
  it('waits for the next remittance until the contract says to ask', () => {
    const waiting = claim({ followUps: 2, remittances: 1 });
    expect(standingOf({ claim: waiting, payer: payer({ firstFollowUpDays: 14 }) }, now)).toEqual({
      outcome: 'waiting',
      wait: {
        waitId: 'C0000000000A1/remittance/1.1',
        round: 2,
        ringAt: '2026-11-16T10:00:00.000Z',
      },
    });
  });

  it.each([
    ['settled', adjudicated({ adjudications: [settledAdjudication()] })],
    ['denied', adjudicated()],
    ['rejected', claim({ status: 'rejected' })],
    ['closed', claim({ status: 'closed' })],
  ])('finds it %s', (outcome, known) => {
    expect(standingOf({ claim: known, payer: payer() }, now)).toEqual({ outcome, wait: null });
  });

  it.each(['submitted', 'accepted', 'appealed'] as const)('waits while it is %s', (status) => {
    expect(standingOf({ claim: claim({ status }), payer: payer() }, now).outcome).toBe('waiting');
  });

  it('counts an unanswered inquiry only while it is the open one', () => {
    expect(closeInquiry(claim({ followUps: 1 }), 1, now)?.claim.followUps).toBe(2);
    expect(closeInquiry(claim({ followUps: 1 }), 0, now)).toBeUndefined();
  });
});

describe('an appeal', () => {
  it('waits for the payer with its status inquiries anew', () => {
    const change = recordAppeal(adjudicated({ followUps: 3 }), decidedTask('appeal'), zone);
    expect(change?.claim).toMatchObject({ status: 'appealed', followUpsForgiven: 3 });
  });

  it('names the claim, the contested decision and the grounds', () => {
    const letter = appealLetter(
      { claim: adjudicated(), practice: practice(), payer: payer() },
      decidedTask('appeal'),
    );
    expect(letter.split('\n')).toEqual(
      expect.arrayContaining([
        'Patient control number: C0000000000A1-1',
        'Payer claim control number: ICN900100',
        'Contested adjustments: CO-197',
        'Remittance: 9000123 of 2026-10-28',
        'As agreed with the supervisor',
      ]),
    );
  });
});

describe('opening the lifecycle', () => {
  it('leaves a closed claim alone', () => {
    expect(recordLifecycle(claim({ status: 'closed' }), 'arn:2')).toBeUndefined();
  });
});

describe('a transmission that went out', () => {
  it('has its file and its time, and no other has', () => {
    const unsent = claim({
      status: 'covered',
      submissions: [
        { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z' },
        { number: 2, frequency: '7', fileAccepted: false },
      ],
    });
    const after = recordSent(unsent, 2, { key: 'second', at: '2026-11-02T10:00:00.000Z' })?.claim;
    expect(after?.status).toBe('submitted');
    expect(after?.submissions[0]).toEqual(unsent.submissions[0]);
    expect(after?.submissions[1]).toMatchObject({ fileName: 'second', sentAt: '2026-11-02T10:00:00.000Z' });
  });

  it('needs a transmission', () => {
    expect(() => currentSubmission(claim({ submissions: [] }))).toThrow(
      expect.objectContaining({ name: 'InvalidInput' }),
    );
  });
});

describe('generating a claim', () => {
  const [provider] = practice().providers;
  const visit = anEncounter();
  if (!visit.registration || !provider) throw new Error('The visit of the tests is registered');
  const coded: Encounter = {
    ...visit,
    registration: { ...visit.registration, renderingProviderNpi: provider.npi },
    codes: {
      diagnoses: ['R53.83'],
      services: [{ procedure: '99212', modifiers: [], units: 2, diagnosisPointers: [1] }],
    },
  };
  const first = {
    coverage: visit.registration.coverages[0] ?? nextPayer.coverage,
    payerName: 'Northwind Health Plan',
    claimFilingIndicator: 'CI',
  };
  const generate = (encounter: Encounter) =>
    claimsForFirstPayer(encounter, practice(), [first, nextPayer], '2026-11-02T10:00:00.000Z')[0];

  it('bills the first payer the practice’s prices', () => {
    const made = generate(coded);
    expect(Claim.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      status: 'ready',
      responsibility: 'P',
      payerId: 'northwind',
      lines: [{ lineNumber: 1, procedure: '99212', units: 2, charge: 17_000 }],
      nextPayers: [nextPayer],
      renderingProvider: provider,
      submissions: [{ number: 1, frequency: '1' }],
    });
  });

  it('makes one claim however often it is done', () => {
    expect(generate(coded)).toEqual(generate(coded));
  });

  it.each([
    ['codes', { ...coded, codes: undefined }],
    ['a registration', { ...coded, registration: undefined }],
    ['a provider of the practice', { ...coded, registration: visit.registration }],
    [
      'a price',
      {
        ...coded,
        codes: {
          diagnoses: ['R53.83'],
          services: [{ procedure: '99499', modifiers: [], units: 1, diagnosisPointers: [1] }],
        },
      },
    ],
  ])('fails without %s', (_title, incomplete) => {
    expect(() => generate(incomplete as Encounter)).toThrow(
      expect.objectContaining({ name: 'InvalidInput' }),
    ); // the cast lets a field be absent that the types would not
  });
});
