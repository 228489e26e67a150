import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { rendering837p } from '../../../functions/claims/837p/render-claim.ts';
import { claimsForFirstPayer } from '../../../functions/claims/from-visit/claims-of-visit.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { EncounterCodes } from '../../../functions/domain/coding.ts';
import type { Coverage } from '../../../functions/domain/party.ts';
import type { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { cents } from '../../../functions/edi/money.ts';
import { readSets } from '../../../functions/edi/sets.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import { readRegistration } from '../../../functions/intake/read-registration.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { payer } from '../../factories/payers.ts';
import { practice as samplePractice } from '../../factories/practices.ts';
import { expectedFile } from './expected-file.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { anesthesia, registrations, serviceCodes } from './random-registrations.ts';

/** VISIT_RUNS=20000 npx vitest run tests/claims/nothing-lost tells of more visits. */
const numRuns = Number(process.env.VISIT_RUNS ?? 300);

const procedures = [...serviceCodes, anesthesia, '36415'];
const practice = samplePractice({
  billingEntities: [],
  chargeMaster: procedures.map((procedure, at) => ({
    ...{ procedure, charge: cents(1_001 + 997 * at), effectiveFrom: '2026-01-01' },
  })),
});
/** SBR05 is of Medicare alone. */
const filing = ({ insuranceType }: Coverage): string => (insuranceType === undefined ? 'CI' : 'MB');

const diagnosisCodes = ['I10', 'E11.65', 'M17.11', 'R53.83', 'J06.9', 'S93.401A'];

/** Codes for what is registered, and for a service more of which nothing is registered. */
const codesFor = (registration: EncounterRegistration): fc.Arbitrary<EncounterCodes> =>
  fc
    .record({
      diagnoses: fc.shuffledSubarray(diagnosisCodes, { minLength: 1 }),
      units: fc.array(fc.constantFrom(1, 2, 1.5, 0.125, 12), { minLength: 6, maxLength: 6 }),
      modifiers: fc.array(fc.constantFrom<string[]>([], ['25'], ['RT', '59']), {
        minLength: 6,
        maxLength: 6,
      }),
    })
    .map(({ diagnoses, units, modifiers }) => ({
      diagnoses,
      services: [...(registration.services ?? []), { procedure: '36415' }].map(({ procedure }, at) => ({
        procedure,
        modifiers: modifiers[at] ?? [],
        units: units[at] ?? 1,
        diagnosisPointers: diagnoses.slice(0, 4).map((_, pointer) => pointer + 1),
      })),
    }));

const visits = registrations.chain((sent) => {
  const read = readRegistration(new TextEncoder().encode(JSON.stringify(sent)), { today: '2026-11-30' });
  if (!read.success) throw new TypeError(JSON.stringify(read.findings));
  return codesFor(read.data).map((codes) => ({ registration: read.data, codes }));
});

type Visit = { readonly registration: EncounterRegistration; readonly codes: EncounterCodes };

const claimOf = ({ registration, codes }: Visit): Claim => {
  const [first, ...others] = registration.coverages.map((coverage) => ({
    ...{ coverage, payerName: `Payer ${coverage.payerId}`, claimFilingIndicator: filing(coverage) },
  }));
  if (!first) throw new TypeError('The visit has a payer');
  const encounter = { ...anEncounter(), registration, codes };
  const [claim, ...more] = claimsForFirstPayer(
    encounter,
    practice,
    [first, ...others],
    '2026-10-20T12:00:00.000Z',
  );
  if (!claim || more.length > 0) throw new TypeError('The visit is one claim');
  return claim;
};

const fileOf = (claim: Claim): string => {
  const [submission] = claim.submissions;
  if (!submission) throw new TypeError('A claim has a transmission');
  const billed = payer({
    payerId: claim.payerId,
    name: `Payer ${claim.payerId}`,
    claimFilingIndicator: filing(claim.coverage),
  });
  return rendering837p({ claim, practice, payer: billed }, submission)(7, '2026-10-20T12:00:00.000Z');
};

/** What the file says from loop 2000B on, but for amounts and numbers of ours, which a test of their own reckons. */
const saidIn = (text: string): Leaf[] => {
  const read = readSets(text, professionalClaimGuide);
  if (!read.success) throw new TypeError('The file does not read back');
  return leavesOf(read.data.sets[0]?.data).filter(
    ([path]) =>
      path.startsWith('billingProviders.0.subscribers.') &&
      !/(totalCharge|\.lines\.\d+\.charge|patientControlNumber|lineControlNumber)$/.test(path),
  );
};

const lines = (leaves: readonly Leaf[]): string[] =>
  leaves.map(([path, value]) => `${path} = ${value}`).sort();

describe('whatever is registered of a visit', () => {
  it('stands in its 837P at its place, and nothing else does', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const { leaves, unplaced } = expectedFile({ ...visit, practice, filing });
        expect(unplaced).toEqual([]);
        expect(lines(saidIn(fileOf(claimOf(visit))))).toEqual(lines(leaves));
      }),
      { numRuns },
    );
  });

  it('makes a file without a finding, whose charges are those of its lines', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const claim = claimOf(visit);
        const text = fileOf(claim);
        expect(check837p(text)).toEqual([]);
        const read = readSets(text, professionalClaimGuide);
        const level = read.success
          ? read.data.sets[0]?.data.billingProviders?.[0]?.subscribers?.[0]
          : undefined;
        const [told] = (level?.patients?.[0] ?? level)?.claims ?? [];
        const charges = visit.codes.services.map(({ procedure, units }) =>
          Math.round((1_001 + 997 * procedures.indexOf(procedure)) * units),
        );
        expect(told?.lines.map(({ charge }) => charge)).toEqual(charges);
        expect(told?.totalCharge).toBe(charges.reduce((total, charge) => total + charge, 0));
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('makes the same claim and the same file again', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const again = structuredClone(visit);
        expect(claimOf(again)).toEqual(claimOf(visit));
        expect(fileOf(claimOf(again))).toBe(fileOf(claimOf(visit)));
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });
});
