import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledgement, Claim } from '../../../functions/domain/claim.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../../functions/domain/encounter.ts';
import { earlierServices } from '../../../functions/domain/history/earlier-services.ts';
import type { LineOutcome } from '../../../functions/domain/history/line-outcome.ts';
import { cents } from '../../../functions/edi/money.ts';
import { describeEdits } from '../../../functions/scrubbing/describe-edits.ts';
import { scrubEncounter } from '../../../functions/scrubbing/scrub-encounter.ts';
import { claim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { payers } from '../../factories/payers.ts';
import { practice as aPractice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';
import { biller } from '../../factories/tasks.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');
const practice = aPractice();
const { registration, expected: codes } = sample;
const [service] = codes.services;
const [family, internist] = practice.providers;
if (!service || !family || !internist) throw new Error('The samples lack a service or a provider');

/** A claim of the first sample's service, of another visit on the same day. */
const aClaim = (change: Partial<Claim> = {}): Claim =>
  claim({
    encounterId: 'E-OTHER',
    payerId: registration.coverages[0]?.payerId ?? '',
    dateOfService: registration.dateOfService,
    renderingProvider:
      practice.providers.find(({ npi }) => npi === registration.renderingProviderNpi) ?? family,
    lines: codes.services.map((one, at) => ({
      ...one,
      lineNumber: at + 1,
      charge: cents(10_000),
    })),
    ...change,
  });

const sent = { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-03-03T09:00:00.000Z' } as const;
const answeredBy277 = (outcome: Acknowledgement['outcome']): Acknowledgement => ({
  outcome,
  source: '277CA',
  reasons: [],
});
const accepted = answeredBy277('accepted');
const refused = answeredBy277('rejected');

const visitsOf = (
  claims: readonly Claim[],
  encounters: readonly Encounter[] = [],
  own = 'E1001',
): readonly string[] =>
  earlierServices({ claims, encounters }, practice, own).map(
    ({ visit, procedure, claimId }) => `${visit} ${procedure} ${claimId ?? '-'}`,
  );

describe('the history of a patient', () => {
  const one = { ...service, lineNumber: 1, charge: cents(10_000) };
  const whole = aClaim({ lines: [one] });
  const line = `E-OTHER ${service.procedure} ${whole.claimId}`;

  it.each<readonly [string, readonly Claim[], readonly string[]]>([
    ['has the services of claims', [whole], [line]],
    ['has nothing of the visit itself', [aClaim({ encounterId: 'E1001' })], []],
    [
      'has a replaced claim once',
      [aClaim({ lines: [one], submissions: [sent, { ...sent, number: 2, frequency: '7' }] })],
      [line],
    ],
    [
      'has nothing of a voided one',
      [aClaim({ submissions: [sent, { ...sent, number: 2, frequency: '8', acknowledgement: accepted }] })],
      [],
    ],
    [
      'has one whose void the payer refused',
      [
        aClaim({
          lines: [one],
          submissions: [sent, { ...sent, number: 2, frequency: '8', acknowledgement: refused }],
        }),
      ],
      [line],
    ],
    [
      'has nothing of one that was refused at the door and given up',
      [
        aClaim({
          status: 'closed',
          end: 'written-off',
          submissions: [{ ...sent, acknowledgement: refused }],
        }),
      ],
      [],
    ],
    [
      'has what two payers are billed once',
      [whole, aClaim({ lines: [one], claimId: 'C0000000000B2', responsibility: 'S', payerId: 'lakeshore' })],
      [line],
    ],
    ['has both parts of a visit', [whole, aClaim({ lines: [one], part: 2 })], [line, line]],
  ])('%s', (_why, claims, expected) => {
    expect(visitsOf(claims)).toEqual(expected);
  });

  it('has visits that are coded or the patient’s own, and no others', () => {
    const visit = (encounterId: string, status: Encounter['status']) =>
      anEncounter({ encounterId, status, registration, codes: { ...codes, services: [service] } });
    const visits = (['coded', 'self-pay', 'claimed', 'not-billable', 'coding'] as const).map((status) =>
      visit(`E-${status}`, status),
    );
    expect(visitsOf([], visits)).toEqual(
      ['coded', 'self-pay', 'claimed'].map((status) => `E-${status} ${service.procedure} -`),
    );
    expect(visitsOf([aClaim({ lines: [one], encounterId: 'E-claimed' })], visits)).toHaveLength(3);
  });

  it('names nobody', () => {
    const text = JSON.stringify(earlierServices({ claims: [aClaim()], encounters: [] }, practice, 'E1001'));
    for (const word of [claim().patient.lastName, claim().patient.dateOfBirth, claim().coverage.memberId])
      expect(text).not.toContain(word);
  });
});

describe('scrubbing a visit of a patient who has others', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });

  const scrub = async (
    claims: readonly Claim[],
    encounters: readonly Encounter[] = [],
    change: Partial<Encounter> = {},
    outcomes: readonly LineOutcome[] = [],
  ) => {
    const known = anEncounter({ registration, codes, ...change });
    const asked: (readonly string[])[] = [];
    let written: Partial<Encounter> | undefined;
    const result = await scrubEncounter(known, new Date('2026-11-22T12:00:00.000Z'), {
      getEncounter: async () => known,
      getPractice: async () => practice,
      findPayer: async (_practiceId, payerId) => payers.find((one) => one.payerId === payerId),
      rulesInForce: async () => undefined,
      recordsOfPatient: async (...of) => {
        asked.push(of);
        return { claims, encounters, authorizations: [] };
      },
      outcomesOf: async () => outcomes,
      changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
        written = patch(known);
        return known;
      },
      raiseTask: async () => undefined,
    });
    return { ...result, asked, findings: written?.findings ?? [] };
  };

  it('asks once, for three years', async () => {
    const { outcome, asked } = await scrub([]);
    expect(outcome).toBe('clean');
    expect(asked).toEqual([[practice.practiceId, registration.patient.patientId, '2023-11-16']]);
  });

  it('asks for all there is where a service is paid once in a lifetime', async () => {
    const services = [{ ...service, procedure: 'G0438' }];
    const onMedicare = registration.coverages.map((one) => ({
      ...one,
      payerId:
        payers.find(({ claimFilingIndicator }) => claimFilingIndicator === 'MB')?.payerId ?? one.payerId,
    }));
    const { asked } = await scrub([], [], {
      codes: { ...codes, services },
      registration: { ...registration, coverages: onMedicare },
    });
    expect(asked[0]?.[2]).toBe('1996-11-16');
  });

  it('sends a visit that another claim bills to the coder, who reads which claim that is, and no mail does', async () => {
    const { outcome, findings } = await scrub([aClaim()]);
    expect(outcome).toBe('findings');
    const draft = describeEdits(findings);
    const reason = draft.reasons.find(({ code }) => code.startsWith('history-duplicate'));
    expect(reason?.text).toContain(aClaim().claimId);
    expect(reason?.pageOnly).toBe(true);
  });

  it('holds one of two registrations of one visit that are coded at the same time', async () => {
    const twin = anEncounter({ encounterId: 'E-TWIN', status: 'coded', registration, codes });
    const { outcome, findings } = await scrub([], [twin]);
    expect(outcome).toBe('findings');
    expect(findings.map(({ code }) => code)).toContain('history-duplicate');
  });

  const deniedLines = (count: number): readonly LineOutcome[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{
        procedure: service.procedure,
        modifiers: service.modifiers,
        diagnosis: codes.diagnoses[0]?.slice(0, 3) ?? '',
      },
      ...{ month: '2026-08', claimId: `C${at}`, lineNumber: 1, submission: 1, denials: ['197'] },
    }));

  it('warns a biller of what the payer denied before, and of it alone', async () => {
    const { outcome, findings } = await scrub([], [], {}, deniedLines(4));
    expect(outcome).toBe('practice-findings');
    const [learned] = findings.filter(({ code }) => code.startsWith('learned-'));
    expect(learned).toMatchObject({ severity: 'warn', desk: 'biller', about: `${service.procedure} 197` });
    expect(learned?.detail).toContain(`denied ${service.procedure}`);
    expect(learned?.detail).toContain('4 of 4 times since 2026-08, CARC 197; none overturned');
    expect((await scrub([], [], {}, deniedLines(2))).outcome).toBe('clean');
  });

  it('takes an answer for good, though the count goes on', async () => {
    const answered = {
      ...{ code: 'learned-denied-before', detail: 'denied 3 of 3 times', about: `${service.procedure} 197` },
      ...{
        reason: 'authorized',
        by: biller,
        at: '2026-11-20',
      },
    };
    expect((await scrub([], [], { overrides: [answered] }, deniedLines(5))).outcome).toBe('clean');
    const other = { ...answered, about: `${service.procedure} 50` };
    expect((await scrub([], [], { overrides: [other] }, deniedLines(5))).outcome).toBe('practice-findings');
  });
});
