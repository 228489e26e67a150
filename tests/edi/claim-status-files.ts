import { cents } from '../../functions/edi/money.ts';
import type { StatusInquiry, StatusInquiryFile } from '../../functions/edi/x276/status-inquiry.ts';
import type { StatusResponse, StatusResponseFile } from '../../functions/edi/x277/status-response.ts';
import { header } from './interchange-headers.ts';

export const parties = {
  payer: { kind: 'organization', name: 'NORTHWIND HEALTH', idQualifier: 'PI', id: 'NWH01' },
  receiver: { kind: 'organization', name: 'LAKESIDE FAMILY MEDICINE', idQualifier: '46', id: 'LAKESIDE' },
  provider: { kind: 'organization', name: 'LAKESIDE FAMILY MEDICINE', idQualifier: 'XX', id: '1234567893' },
} as const;

export const inquiry = (changes: Partial<StatusInquiry> = {}): StatusInquiry => ({
  ...parties,
  subscriber: {
    kind: 'person',
    name: 'OKAFOR',
    firstName: 'ADA',
    memberId: 'W100200300',
    dateOfBirth: '1961-07-04',
    gender: 'F',
  },
  traceNumber: 'C0000000000A1-F1',
  payerControlNumber: 'ICN900100',
  patientControlNumber: 'C0000000000A1-1',
  charge: cents(15000),
  servicePeriod: { from: '2026-02-27' },
  ...changes,
});

const ofDependent = inquiry({
  traceNumber: 'C0000000000B2-F1',
  subscriber: { kind: 'person', name: 'OKAFOR', firstName: 'ADA', memberId: 'W100200300' },
  dependent: { kind: 'person', name: 'OKAFOR', firstName: 'CHIDI', dateOfBirth: '2015-01-31', gender: 'M' },
});

export const response = (changes: Partial<StatusResponse> = {}): StatusResponse => ({
  ...parties,
  subscriber: { kind: 'person', name: 'OKAFOR', firstName: 'ADA', memberId: 'W100200300' },
  traceNumber: 'C0000000000A1-F1',
  statuses: [
    {
      codes: [{ category: 'F1', status: '65' }],
      effectiveDate: '2026-03-20',
      charge: cents(15000),
      paid: cents(10000),
      finalizedDate: '2026-03-19',
      remittanceDate: '2026-03-20',
      remittanceTrace: 'CK0012345',
    },
  ],
  payerControlNumber: 'ICN900100',
  patientControlNumber: 'C0000000000A1-1',
  servicePeriod: { from: '2026-02-27' },
  lines: [
    {
      procedureQualifier: 'HC',
      procedure: '99213',
      modifiers: [],
      charge: cents(15000),
      paid: cents(10000),
      units: 1,
      statuses: [{ codes: [{ category: 'F1', status: '65' }], effectiveDate: '2026-03-20' }],
    },
  ],
  ...changes,
});

/** One inquiry about a subscriber and one about a dependent. */
export const statusInquiryFile = (): StatusInquiryFile => ({
  envelope: header(),
  inquiries: [inquiry(), ofDependent],
});

/** A paid claim of a subscriber and a pending one of a dependent. */
export const statusResponseFile = (): StatusResponseFile => ({
  envelope: header(),
  responses: [
    response(),
    response({
      traceNumber: 'C0000000000B2-F1',
      dependent: { kind: 'person', name: 'OKAFOR', firstName: 'CHIDI' },
      statuses: [{ codes: [{ category: 'P1', status: '20' }], effectiveDate: '2026-03-20' }],
      lines: [],
    }),
  ],
  refusals: [],
});
