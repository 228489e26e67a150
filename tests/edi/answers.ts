import { cents } from '../../functions/edi/money.ts';
import type { ClaimAcknowledgementFile } from '../../functions/edi/x277ca/claim-acknowledgement.ts';
import type { ImplementationAcknowledgement } from '../../functions/edi/x999/implementation-acknowledgement.ts';
import { header } from './interchange-headers.ts';

/** Two claims files of one group: the first accepted, the second rejected for a claim without a diagnosis. */
export const implementationAcknowledgement = (): ImplementationAcknowledgement => ({
  functionalId: 'HC',
  groupControlNumber: '4711',
  version: '005010X222A1',
  transactionSets: [
    {
      transaction: '837',
      controlNumber: '0001',
      version: '005010X222A1',
      segmentErrors: [],
      status: 'A',
      errorCodes: [],
    },
    {
      transaction: '837',
      controlNumber: '0002',
      version: '005010X222A1',
      segmentErrors: [
        {
          segmentId: 'HI',
          position: 22,
          loop: '2300',
          code: '8',
          contexts: [
            {
              name: 'SITUATIONAL TRIGGER',
              segmentId: 'CLM',
              position: 21,
              loop: '2300',
              element: 5,
              component: 3,
            },
            { name: 'CLM01', value: 'C0000000000A1-1' },
          ],
          elementErrors: [
            { element: 1, component: 2, referenceNumber: '1271', code: '7', badValue: 'E99', contexts: [] },
            { element: 2, code: '1', contexts: [] },
          ],
        },
        { segmentId: 'SV1', position: 30, loop: '2400', code: '3', contexts: [], elementErrors: [] },
      ],
      status: 'R',
      errorCodes: ['5'],
    },
  ],
  status: 'P',
  includedSets: 2,
  receivedSets: 2,
  acceptedSets: 1,
  errorCodes: ['5'],
});

const ada = {
  kind: 'person',
  name: 'OKAFOR',
  firstName: 'ADA',
  idQualifier: 'MI',
  id: 'W100200300',
} as const;
const ben = { kind: 'person', name: 'BERG', firstName: 'BEN', idQualifier: 'MI', id: 'W100200301' } as const;
export const lakeside = {
  kind: 'organization',
  name: 'LAKESIDE FAMILY MEDICINE',
  idQualifier: 'XX',
  id: '1234567893',
} as const;
const annex = { ...lakeside, name: 'LAKESIDE ANNEX', id: '1558598797' } as const;

/** Three claims of two patients, one accepted and two rejected, and a verdict on a further provider. */
export const claimAcknowledgementFile = (): ClaimAcknowledgementFile => ({
  envelope: header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }),
  source: { kind: 'organization', name: 'NORTHWIND HEALTH', idQualifier: 'PI', id: 'NWH01' },
  sourceEntity: 'PR',
  sourceTrace: 'NW-1',
  receivedDate: '2026-03-02',
  processedDate: '2026-03-03',
  receiver: { kind: 'organization', name: 'LAKESIDE FAMILY MEDICINE', idQualifier: '46', id: 'LAKESIDE' },
  batchTrace: '000004711',
  batchStatuses: [
    {
      codes: [{ category: 'A1', status: '19', entity: 'PR' }],
      effectiveDate: '2026-03-03',
      action: 'WQ',
      charge: cents(38000),
    },
  ],
  providerStatuses: [
    {
      provider: annex,
      trace: '0',
      statuses: [{ codes: [{ category: 'A3', status: '24', entity: '85' }], action: 'U', charge: cents(0) }],
    },
  ],
  claims: [
    {
      provider: lakeside,
      patient: ada,
      patientControlNumber: 'C0000000000A1-1',
      statuses: [
        {
          codes: [{ category: 'A2', status: '20' }],
          effectiveDate: '2026-03-03',
          action: 'WQ',
          charge: cents(15000),
        },
      ],
      payerControlNumber: 'ICN900100',
      clearinghouseTrace: 'CH-1',
      servicePeriod: { from: '2026-02-27' },
      lines: [],
    },
    {
      provider: lakeside,
      patient: ada,
      patientControlNumber: 'C0000000000A2-1',
      statuses: [
        {
          codes: [
            { category: 'A7', status: '562', entity: '85' },
            { category: 'A7', status: '21' },
          ],
          effectiveDate: '2026-03-03',
          action: 'U',
          charge: cents(8000),
          message: 'NPI OF THE BILLING PROVIDER',
        },
      ],
      servicePeriod: { from: '2026-02-26', through: '2026-02-27' },
      lines: [
        {
          procedureQualifier: 'HC',
          procedure: '99213',
          modifiers: ['25'],
          charge: cents(8000),
          units: 1,
          statuses: [
            { codes: [{ category: 'A7', status: '454' }], effectiveDate: '2026-03-03', action: 'U' },
          ],
          lineControlNumber: '1',
          servicePeriod: { from: '2026-02-27' },
        },
      ],
    },
    {
      provider: lakeside,
      patient: ben,
      patientControlNumber: 'C0000000000B1-1',
      statuses: [
        {
          codes: [{ category: 'A3', status: '116' }],
          effectiveDate: '2026-03-03',
          action: 'U',
          charge: cents(15000),
        },
      ],
      servicePeriod: { from: '2026-02-27' },
      lines: [],
    },
  ],
});
