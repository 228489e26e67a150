import { adjustmentSegments, type ListedAdjustment } from '../../functions/edi/adjustment-list.ts';
import { cents } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/guide.ts';

/** CAS segments from reasons, as [group, reason, cents]. */
export const adjusted = (...reasons: [group: string, reason: string, amount: number][]) =>
  adjustmentSegments(
    reasons.map(([group, reason, amount]): ListedAdjustment => ({ group, reason, amount: cents(amount) })),
  );

export const paidLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine => ({
  procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
  charge: cents(15_000),
  paid: cents(10_000),
  units: 1,
  dates: [{ qualifier: '472', date: '2026-02-27' }],
  adjustments: adjusted(['CO', '45', 3_000], ['PR', '2', 2_000]),
  lineControlNumber: '1',
  amounts: [{ qualifier: 'B6', amount: cents(12_000) }],
  ...changes,
});

export const deniedLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine =>
  paidLine({
    procedure: { qualifier: 'HC', procedure: '36415' },
    charge: cents(8_000),
    paid: cents(0),
    adjustments: adjusted(['CO', '97', 8_000]),
    lineControlNumber: '2',
    amounts: undefined,
    remarks: [{ list: 'HE', code: 'M15' }],
    ...changes,
  });

/** The worked example of the balancing rules: 150.00 paid 100.00 and 80.00 paid nothing. */
export const remittanceClaim = (changes: Partial<RemittanceClaim> = {}): RemittanceClaim => ({
  patientControlNumber: 'C0000000000A1-1',
  statusCode: '1',
  charge: cents(23_000),
  paid: cents(10_000),
  patientResponsibility: cents(2_000),
  claimFilingIndicator: '12',
  payerControlNumber: 'ICN900100',
  placeOfService: '11',
  frequency: '1',
  patient: { entityType: '1', name: 'OKAFOR', firstName: 'ADA', idQualifier: 'MI', id: 'W100200300' },
  outpatient: { remarks: ['MA18'] },
  received: '2026-03-03',
  lines: [paidLine(), deniedLine()],
  ...changes,
});

/** A payment of 100.00 by check for the claims given. */
export const remittance = (
  claims: RemittanceClaim[] = [remittanceClaim()],
  changes: Partial<Remittance> = {},
): Remittance => ({
  handling: 'I',
  paid: cents(10_000),
  creditOrDebit: 'C',
  method: 'CHK',
  paymentDate: '2026-03-20',
  traceNumber: 'CK0012345',
  payerIdentifier: '1512345678',
  productionDate: '2026-03-19',
  payer: {
    name: 'NORTHWIND HEALTH',
    addressLine1: '1 Insurance Plaza',
    city: 'Omaha',
    state: 'NE',
    postalCode: '68102',
    references: [{ qualifier: '2U', id: 'NWH01' }],
    technicalContacts: [
      { name: 'EDI DESK', numbers: [{ qualifier: 'EM', number: 'edi@northwind.example' }] },
    ],
  },
  payee: {
    name: 'LAKESIDE FAMILY MEDICINE',
    idQualifier: 'XX',
    id: '1234567893',
    references: [{ qualifier: 'TJ', id: '123456789' }],
  },
  groups: [{ number: 1, claims }],
  ...changes,
});
