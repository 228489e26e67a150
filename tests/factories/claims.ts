import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, injectionAdjudication } from './adjudications.ts';

/** A claim of 1,485.00 for a visit with an injection, which its payer has denied; all people and numbers are invented. */
export const injectionClaim = (change: Partial<Claim> = {}): Claim => ({
  practiceId: 'maple-street',
  claimId: 'C0123456789AB',
  encounterId: 'E1001',
  patientId: 'P-204',
  payerId: 'northwind',
  responsibility: 'P',
  part: 1,
  cause: 'visit',
  status: 'adjudicated',
  version: 7,
  patient: {
    patientId: 'P-204',
    lastName: 'Okafor',
    firstName: 'Miriam',
    dateOfBirth: '1961-04-09',
    gender: 'F',
    address: { line1: '12 Alder Court', city: 'Springfield', state: 'OR', postalCode: '97477' },
  },
  coverage: { payerId: 'northwind', responsibility: 'P', memberId: 'NW4410977', relationship: 'self' },
  renderingProvider: { lastName: 'Lindqvist', firstName: 'Per', npi: '1234567893' },
  dateOfService: '2026-10-12',
  placeOfService: '11',
  diagnoses: ['M17.11', 'I10'],
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      modifiers: ['25'],
      units: 1,
      diagnosisPointers: [1, 2],
      charge: cents(14_500),
    },
    {
      lineNumber: 2,
      procedure: '20610',
      modifiers: ['RT'],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(134_000),
    },
  ],
  submissions: [
    { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z', fileName: 'f' },
  ],
  payerControlNumber: 'NW-77120',
  priorPayers: [],
  nextPayers: [],
  adjudications: [injectionAdjudication()],
  takebacks: [],
  refunds: [],
  writeOffs: [],
  patientBilled: cents(0),
  eligibilityChecks: 1,
  followUps: 0,
  followUpsForgiven: 0,
  remittances: 1,
  decisions: [],
  createdAt: '2026-10-14T08:00:00.000Z',
  ...change,
});

const { payerControlNumber: _none, ...neverAnswered } = injectionClaim();

/** A claim of 150.00 and 80.00 that its payer has taken in and not yet decided. */
export const claim = (change: Partial<Claim> = {}): Claim => ({
  ...neverAnswered,
  claimId: 'C0000000000A1',
  status: 'accepted',
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      modifiers: ['25'],
      units: 1,
      diagnosisPointers: [1, 2],
      charge: cents(15_000),
    },
    {
      lineNumber: 2,
      procedure: '36415',
      modifiers: [],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(8_000),
    },
  ],
  submissions: [
    { number: 1, frequency: '1', fileAccepted: false, sentAt: '2026-10-14T09:00:00.000Z', fileName: 'f' },
  ],
  adjudications: [],
  remittances: 0,
  eligibilityChecks: 0,
  ...change,
});

/** The claim after its 835, by default with a denied line. */
export const adjudicated = (change: Partial<Claim> = {}): Claim =>
  claim({
    status: 'adjudicated',
    adjudications: [adjudication()],
    remittances: 1,
    payerControlNumber: 'ICN900100',
    ...change,
  });
