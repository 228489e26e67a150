import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { billingEntityOf } from '../../functions/domain/practice/billing-entity.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { sum } from '../../functions/edi/money.ts';
import { readSets } from '../../functions/edi/sets.ts';
import { type BilledClaim, claimsOf } from '../../functions/edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { batchWorld, sendAll } from '../factories/batches/batch-world.ts';
import { practiceThatBatches } from '../factories/batches/batching.ts';
import { openClaim } from '../factories/batches/queued-claims.ts';
import { claim } from '../factories/claims.ts';
import { payers } from '../factories/payers.ts';

const clinic: Practice['billingEntities'][number] = {
  billingEntityId: 'clinic',
  name: 'Riverside Clinic',
  npi: '2450100062',
  taxId: '990041215',
  taxIdKind: 'employer',
  address: practiceThatBatches().address,
  phone: '6145550199',
};

const child = {
  relationship: 'child',
  subscriber: { ...claim().patient, gender: 'F', lastName: 'Okafor', firstName: 'Ngozi' },
} as const;

const { patientId: _none, ...holder } = child.subscriber;

type Kind = {
  readonly payer: number;
  readonly isOfClinic: boolean;
  readonly isDependent: boolean;
  readonly isUnwritable: boolean;
  /** Of so few people that some have several claims. */
  readonly person: number;
};

const kinds: fc.Arbitrary<Kind> = fc.record({
  payer: fc.nat({ max: payers.length - 1 }),
  isOfClinic: fc.boolean(),
  isDependent: fc.boolean(),
  isUnwritable: fc.boolean().chain((one) => (one ? fc.boolean() : fc.constant(false))),
  person: fc.nat({ max: 3 }),
});

const claimOf = (kind: Kind, index: number): Claim => {
  const payerId = payers[kind.payer]?.payerId ?? '';
  const person = openClaim(kind.person);
  return openClaim(index + 1, {
    payerId,
    patient: { ...person.patient, ...(kind.isUnwritable && { lastName: 'Oka~for' }) },
    coverage: {
      ...person.coverage,
      payerId,
      ...(kind.isDependent && { relationship: child.relationship, subscriber: holder }),
    },
    ...(kind.isOfClinic && { billingEntityId: clinic.billingEntityId }),
  });
};

/** What a payer is told of a claim by where it stands. */
const toldOf = ({
  claim: { patientControlNumber, totalCharge },
  biller,
  coverage,
  dependent,
}: BilledClaim) => ({
  patientControlNumber,
  totalCharge,
  biller: biller.provider.id,
  payer: coverage.payer.id,
  member: coverage.subscriber.id,
  patient: (dependent?.patient ?? coverage.subscriber).firstName,
});

it('any mixture goes out with each claim once, where it belongs, and reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(kinds, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 9 }),
      async (mixture, batchClaims) => {
        const practice = practiceThatBatches({ batchClaims }, { billingEntities: [clinic] });
        const claims = mixture.map(claimOf);
        const texts = await sendAll(batchWorld(claims, { practice, payers }));
        const sets = texts.flatMap((text) => {
          const read = readSets(text, professionalClaimGuide);
          expect(read).toMatchObject({ success: true });
          expect(read.findings).toBeUndefined(); // SE, GE and IEA count what is there, and HL its children
          return read.success ? read.data.sets : [];
        });
        const billed = sets.flatMap(({ data }) => claimsOf(data));
        const writable = claims.filter((_, index) => !mixture[index]?.isUnwritable);
        const byNumber = (a: { patientControlNumber: string }, b: { patientControlNumber: string }): number =>
          a.patientControlNumber.localeCompare(b.patientControlNumber);
        expect(billed.map(toldOf).sort(byNumber)).toEqual(
          writable
            .map((one) => ({
              patientControlNumber: `${one.claimId}-1`,
              totalCharge: sum(one.lines.map(({ charge }) => charge)),
              biller: billingEntityOf(practice, one).npi,
              payer: one.payerId,
              member: one.coverage.memberId,
              patient: one.patient.firstName,
            }))
            .sort(byNumber),
        );
        const numbers = sets.map(({ data }) => data.reference);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(texts).toHaveLength(Math.ceil(writable.length / batchClaims));
      },
    ),
    { numRuns: 60 },
  );
});

it('a biller, a policy and a patient stand in a set once, with all their claims', async () => {
  const mine = openClaim(1);
  const again = openClaim(2, { patient: mine.patient, coverage: mine.coverage });
  const ofChild = [3, 4].map((number) =>
    openClaim(number, {
      patient: openClaim(3).patient,
      coverage: { ...mine.coverage, relationship: 'child', subscriber: holder },
    }),
  );
  const world = batchWorld([mine, ...ofChild, again], { practice: practiceThatBatches(), payers });
  const [text = ''] = await sendAll(world);
  expect([...text.matchAll(/^HL\*\d+\*\d*\*(\d+)\*/gm)].map(([, level]) => level)).toEqual([
    '20',
    '22',
    '22',
    '23',
  ]);
  expect(text.match(/^CLM\*/gm)).toHaveLength(4);
});

it('claims to payers that are received under other names go out in sets of their own', async () => {
  const claims = [openClaim(1), openClaim(2, { payerId: 'cascade' }), openClaim(3)];
  const [text = '', ...more] = await sendAll(batchWorld(claims, { practice: practiceThatBatches(), payers }));
  expect(more).toEqual([]);
  expect(text.match(/^NM1\*40\*.*$/gm)).toEqual([
    'NM1*40*2*Northwind Health Plan*****46*CLEARHOUSE~',
    'NM1*40*2*Cascade Mutual*****46*CLEARHOUSE~',
  ]);
});
