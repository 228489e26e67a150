import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../../functions/edi/x835/loops.ts';

/** A service of 150.00 that is paid with 100.00; each test changes the one thing it is about. */
export const paidLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine => ({
  procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
  charge: cents(15000),
  paid: cents(10000),
  units: 1,
  dates: [{ qualifier: '472', date: '2026-02-27' }],
  adjustments: [
    { group: 'CO', reasons: [{ reason: '45', amount: cents(3000) }] },
    { group: 'PR', reasons: [{ reason: '2', amount: cents(2000) }] },
  ],
  lineControlNumber: 'C100-1-1',
  amounts: [{ qualifier: 'B6', amount: cents(12000) }],
  ...changes,
});

/** A service of 80.00 that is part of another one. */
export const deniedLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine =>
  paidLine({
    procedure: { qualifier: 'HC', procedure: '36415' },
    charge: cents(8000),
    paid: cents(0),
    adjustments: [{ group: 'CO', reasons: [{ reason: '97', amount: cents(8000) }] }],
    lineControlNumber: 'C100-1-2',
    amounts: undefined,
    remarks: [{ list: 'HE', code: 'M15' }],
    ...changes,
  });

/** The worked example of the balancing rules: 150.00 paid with 100.00, and 80.00 with nothing. */
export const paidClaim = (changes: Partial<RemittanceClaim> = {}): RemittanceClaim => ({
  patientControlNumber: 'C100-1',
  statusCode: '1',
  charge: cents(23000),
  paid: cents(10000),
  patientResponsibility: cents(2000),
  claimFilingIndicator: '12',
  payerControlNumber: 'ICN900100',
  placeOfService: '11',
  frequency: '1',
  patient: { entityType: '1', name: 'OKAFOR', firstName: 'ADA', idQualifier: 'MI', id: 'W100200300' },
  renderingProvider: {
    entityType: '1',
    name: 'LINDQVIST',
    firstName: 'MAJA',
    idQualifier: 'XX',
    id: '1999999984',
  },
  outpatient: { remarks: ['MA18'] },
  references: [{ qualifier: 'EA', id: 'MRN1' }],
  statementDates: [{ qualifier: '232', date: '2026-02-27' }],
  received: '2026-03-03',
  amounts: [{ qualifier: 'AU', amount: cents(12000) }],
  lines: [paidLine(), deniedLine()],
  ...changes,
});

/** A check over what its claims come to. */
export const remittance = (changes: Partial<Remittance> = {}): Remittance => ({
  handling: 'I',
  paid: cents(10000),
  creditOrDebit: 'C',
  method: 'CHK',
  paymentDate: '2026-03-20',
  traceNumber: 'CK0012345',
  payerIdentifier: '1512345678',
  productionDate: '2026-03-19',
  payer: {
    name: 'NORTHWIND HEALTH',
    addressLine1: '1 INSURANCE PLAZA',
    city: 'OMAHA',
    state: 'NE',
    postalCode: '68102',
    references: [{ qualifier: '2U', id: 'NWH01' }],
    businessContact: { name: 'CLAIMS', numbers: [{ qualifier: 'TE', number: '4025550100' }] },
    technicalContacts: [
      { name: 'EDI DESK', numbers: [{ qualifier: 'EM', number: 'EDI@NORTHWIND.EXAMPLE' }] },
    ],
  },
  payee: {
    name: 'LAKESIDE FAMILY PRACTICE',
    idQualifier: 'XX',
    id: '1234567893',
    references: [{ qualifier: 'TJ', id: '123456789' }],
  },
  groups: [{ number: 1, claims: [paidClaim()] }],
  ...changes,
});

/** What a provider owes and the payment is lowered by. */
export const withheld = (amount: Cents): NonNullable<Remittance['providerAdjustments']>[number] => ({
  providerId: '1234567893',
  fiscalPeriodEnd: '2026-12-31',
  adjustments: [{ identifier: { reason: 'WO', reference: 'ICN1' }, amount }],
});

/** A transfer of what these claims come to. */
export const transferOf = (...claims: RemittanceClaim[]): Remittance =>
  remittance({
    paid: sum(claims.map(({ paid }) => paid)),
    method: 'ACH',
    format: 'CCP',
    senderBankQualifier: '01',
    senderBank: '011000015',
    senderAccountQualifier: 'DA',
    senderAccount: '123456',
    originator: '1512345678',
    receiverBankQualifier: '01',
    receiverBank: '021000021',
    receiverAccountQualifier: 'DA',
    receiverAccount: '654321',
    groups: [{ number: 1, claims }],
  });
