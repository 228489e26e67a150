import { cents } from '../../functions/edi/money.ts';
import type {
  EligibilityInquiry,
  EligibilityInquiryFile,
} from '../../functions/edi/x270/eligibility-inquiry.ts';
import type {
  Benefit,
  EligibilityResponse,
  EligibilityResponseFile,
} from '../../functions/edi/x271/eligibility-response.ts';
import { header } from './interchange-headers.ts';

export const parties = {
  payer: { kind: 'organization', name: 'NORTHWIND HEALTH', idQualifier: 'PI', id: 'NWH01' },
  provider: { kind: 'organization', name: 'LAKESIDE FAMILY MEDICINE', idQualifier: 'XX', id: '1234567893' },
} as const;

const ada = { kind: 'person', name: 'OKAFOR', firstName: 'ADA', memberId: 'W100200300' } as const;

export const inquiry = (changes: Partial<EligibilityInquiry> = {}): EligibilityInquiry => ({
  ...parties,
  subscriber: { ...ada, groupNumber: 'G-77', dateOfBirth: '1961-07-04', gender: 'F' },
  traceNumber: 'C0000000000A1-E',
  traceOriginator: '9LAKESIDE1',
  servicePeriod: { from: '2026-02-27' },
  serviceTypes: ['30'],
  ...changes,
});

export const benefit = (changes: Partial<Benefit> = {}): Benefit => ({
  information: '1',
  serviceTypes: ['30'],
  dates: [],
  messages: [],
  ...changes,
});

export const response = (changes: Partial<EligibilityResponse> = {}): EligibilityResponse => ({
  ...parties,
  subscriber: {
    ...ada,
    groupNumber: 'G-77',
    dateOfBirth: '1961-07-04',
    gender: 'F',
    address: { line1: '12 Harbor Lane', city: 'Duluth', state: 'MN', postalCode: '55802' },
  },
  traceNumber: 'C0000000000A1-E',
  traceOriginator: '9LAKESIDE1',
  rejections: [],
  dates: [{ qualifier: '346', from: '2026-01-01' }],
  benefits: [
    benefit({ planDescription: 'GOLD', messages: ['CALL FOR DETAILS'] }),
    benefit({
      information: 'B',
      coverageLevel: 'IND',
      serviceTypes: ['98', '33'],
      insuranceType: 'HM',
      timePeriod: '27',
      amount: cents(2550),
      percent: '.2',
      quantityQualifier: 'VS',
      quantity: 12,
      authorizationRequired: 'N',
      inNetwork: 'Y',
      dates: [{ qualifier: '348', from: '2026-01-01', through: '2026-12-31' }],
    }),
  ],
  ...changes,
});

export const answered = (changes: Partial<EligibilityResponseFile> = {}): EligibilityResponseFile => ({
  envelope: header(),
  responses: [],
  refusals: [],
  ...changes,
});

const ofDependent = inquiry({
  traceNumber: 'C0000000000B2-E',
  subscriber: ada,
  dependent: {
    kind: 'person',
    name: 'OKAFOR',
    firstName: 'CHIDI',
    dateOfBirth: '2015-01-31',
    gender: 'M',
    relationship: '19',
  },
  serviceTypes: ['30', '98'],
});

/** One inquiry about a subscriber and one about a dependent. */
export const eligibilityInquiryFile = (): EligibilityInquiryFile => ({
  envelope: header(),
  inquiries: [inquiry(), ofDependent],
});

/** An active subscriber and a dependent with the same benefits. */
export const eligibilityResponseFile = (): EligibilityResponseFile =>
  answered({
    responses: [
      response(),
      response({
        traceNumber: 'C0000000000B2-E',
        subscriber: ada,
        dependent: {
          kind: 'person',
          name: 'OKAFOR',
          firstName: 'CHIDI',
          dateOfBirth: '2015-01-31',
          relationship: '19',
        },
      }),
    ],
  });
