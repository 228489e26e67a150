import { cents } from '../../functions/edi/money.ts';
import type {
  Remittance,
  RemittanceClaim,
  RemittanceFile,
  RemittanceLine,
} from '../../functions/edi/x835/remittance.ts';
import { header } from './interchange-headers.ts';

export const paidLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine => ({
  procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
  charge: cents(15000),
  paid: cents(10000),
  units: 1,
  servicePeriod: { from: '2026-02-27' },
  adjustments: [
    { group: 'CO', reason: '45', amount: cents(3000) },
    { group: 'PR', reason: '2', amount: cents(2000) },
  ],
  lineControlNumber: 'C0000000000A1-1-1',
  references: [],
  amounts: [{ qualifier: 'B6', amount: cents(12000) }],
  remarks: [],
  ...changes,
});

export const deniedLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine =>
  paidLine({
    procedure: { qualifier: 'HC', procedure: '36415', modifiers: [] },
    charge: cents(8000),
    paid: cents(0),
    adjustments: [{ group: 'CO', reason: '97', amount: cents(8000) }],
    lineControlNumber: 'C0000000000A1-1-2',
    amounts: [],
    remarks: ['M15'],
    ...changes,
  });

/** The worked example of the balancing rules: 150.00 paid 100.00 and 80.00 paid nothing. */
export const remittanceClaim = (changes: Partial<RemittanceClaim> = {}): RemittanceClaim => ({
  position: 1,
  patientControlNumber: 'C0000000000A1-1',
  statusCode: '1',
  charge: cents(23000),
  paid: cents(10000),
  patientResponsibility: cents(2000),
  claimFilingIndicator: '12',
  payerControlNumber: 'ICN900100',
  placeOfService: '11',
  frequency: '1',
  adjustments: [],
  patient: { kind: 'person', name: 'OKAFOR', firstName: 'ADA', idQualifier: 'MI', id: 'W100200300' },
  renderingProvider: {
    kind: 'person',
    name: 'LINDQVIST',
    firstName: 'MAJA',
    idQualifier: 'XX',
    id: '1999999984',
  },
  remarks: ['MA18'],
  references: [{ qualifier: 'EA', id: 'MRN1' }],
  dates: [
    { qualifier: '232', date: '2026-02-27' },
    { qualifier: '050', date: '2026-03-03' },
  ],
  amounts: [{ qualifier: 'AU', amount: cents(12000) }],
  lines: [paidLine(), deniedLine()],
  ...changes,
});

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
    address: { line1: '1 Insurance Plaza', city: 'Omaha', state: 'NE', postalCode: '68102' },
    references: [{ qualifier: '2U', id: 'NWH01' }],
    businessContact: { name: 'CLAIMS', phone: '4025550100' },
    technicalContact: { name: 'EDI DESK', email: 'edi@northwind.example' },
  },
  payee: {
    name: 'LAKESIDE FAMILY MEDICINE',
    idQualifier: 'XX',
    id: '1234567893',
    address: { line1: '400 Shore Road', city: 'Duluth', state: 'MN', postalCode: '558020001' },
    references: [{ qualifier: 'TJ', id: '123456789' }],
  },
  claims: [remittanceClaim()],
  brokenClaims: [],
  providerAdjustments: [],
  ...changes,
});

export const remittanceFile = (remittances: Remittance[] = [remittance()]): RemittanceFile => ({
  envelope: header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }),
  remittances,
});
