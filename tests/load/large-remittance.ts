import { type Claim, unsentClaim } from '../../functions/domain/claim.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { type Cents, cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';

/** Claims that a payer has accepted, and an 835 that decides all of them; people and numbers are invented. */
export type LargeRemittance = {
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly paid: Cents;
};

export type LargeRemittanceOptions = {
  readonly count: number;
  readonly practice: Practice;
  readonly payer: Payer;
};

const charge = cents(15_000);
const paidEach = cents(10_000);
const day = '2026-03-02';

/** Of each claim of 150.00 the payer pays 100.00: 30.00 are the contract's, 20.00 the patient's. */
export const largeRemittance = ({ count, practice, payer }: LargeRemittanceOptions): LargeRemittance => {
  const claims = Array.from({ length: count }, (_, at) => claimOf(at, practice, payer));
  const paid = cents(count * paidEach);
  const text = writeSets(
    {
      senderId: payer.receiverId,
      receiverId: practice.practiceId.slice(0, 15).toUpperCase(),
      controlNumber: count,
      createdAt: '2026-03-20T09:00:00.000Z',
      usage: 'T',
    },
    remittanceGuide,
    [
      {
        handling: 'I',
        paid,
        creditOrDebit: 'C',
        method: 'CHK',
        paymentDate: '2026-03-20',
        traceNumber: `LARGE${count}`,
        payerIdentifier: '1512345678',
        payer: {
          name: payer.name.toUpperCase(),
          addressLine1: '1 INSURANCE PLAZA',
          city: 'OMAHA',
          state: 'NE',
          postalCode: '68102',
          technicalContacts: [
            { name: 'EDI DESK', numbers: [{ qualifier: 'EM', number: 'EDI@PAYER.EXAMPLE' }] },
          ],
        },
        payee: { name: practice.name.toUpperCase(), idQualifier: 'XX', id: practice.npi },
        groups: [{ number: 1, claims: claims.map(decisionOf) }],
      },
    ],
  );
  return { claims, text, paid };
};

const claimOf = (at: number, practice: Practice, { payerId }: Payer): Claim => {
  const number = String(at).padStart(8, '0');
  const [renderingProvider] = practice.providers;
  if (!renderingProvider) throw new TypeError('A practice has a provider');
  const coverage = { payerId, responsibility: 'P', memberId: `M${number}`, relationship: 'self' } as const;
  return {
    ...unsentClaim,
    practiceId: practice.practiceId,
    claimId: `CLRG0${number}`,
    encounterId: `large-${number}`,
    patientId: `P${number}`,
    payerId,
    responsibility: 'P',
    status: 'accepted',
    patient: {
      patientId: `P${number}`,
      lastName: 'Doe',
      firstName: 'Alex',
      dateOfBirth: '1980-01-01',
      gender: 'U',
      address: practice.address,
    },
    coverage,
    renderingProvider,
    dateOfService: day,
    placeOfService: '11',
    diagnoses: ['I10'],
    lines: [{ lineNumber: 1, procedure: '99213', modifiers: [], units: 1, diagnosisPointers: [1], charge }],
    submissions: [{ number: 1, frequency: '1', fileAccepted: true, sentAt: `${day}T12:00:00.000Z` }],
    priorPayers: [],
    nextPayers: [],
    // As if a workflow drove it: posting leaves it alone, and nobody waits.
    executionArn: 'none',
    createdAt: `${day}T12:00:00.000Z`,
  };
};

const decisionOf = ({ claimId, coverage: { memberId } }: Claim): RemittanceClaim => ({
  patientControlNumber: `${claimId}-1`,
  statusCode: '1',
  charge,
  paid: paidEach,
  patientResponsibility: cents(2_000),
  claimFilingIndicator: '12',
  payerControlNumber: `ICN${claimId}`,
  patient: { entityType: '1', name: 'DOE', firstName: 'ALEX', idQualifier: 'MI', id: memberId },
  statementDates: [{ qualifier: '232', date: day }],
  lines: [
    {
      procedure: { qualifier: 'HC', procedure: '99213' },
      charge,
      paid: paidEach,
      adjustments: [
        { group: 'CO', reasons: [{ reason: '45', amount: cents(3_000) }] },
        { group: 'PR', reasons: [{ reason: '2', amount: cents(2_000) }] },
      ],
      lineControlNumber: '1',
    },
  ],
});
