import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { cents } from '../../functions/edi/money.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { eligibilityInquiryGuide } from '../../functions/edi/x270/guide.ts';
import { eligibilityInquiryLoop } from '../../functions/edi/x270/loops.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { eligibilityResponseLoop } from '../../functions/edi/x271/loops.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { statusInquiryLoop } from '../../functions/edi/x276/loops.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import { statusResponseLoop } from '../../functions/edi/x277/loops.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { claimAcknowledgementLoop } from '../../functions/edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import { implementationAcknowledgementLoop } from '../../functions/edi/x999/loops.ts';
import {
  acceptedClaim,
  acceptedSet,
  acknowledgedProvider,
  acknowledgement,
  claimAcknowledgementSet,
  claimStatus,
  dependentAnswer,
  dependentInquiry,
  dependentStatus,
  dependentStatusInquiry,
  eligibilityInquirySet,
  eligibilityResponseSet,
  inquiredClaim,
  interchangeOf,
  patientAcknowledgement,
  rejectedClaim,
  rejectedSet,
  statusInquirySet,
  statusResponseSet,
  subscriberAnswer,
  subscriberInquiry,
  subscriberStatus,
  subscriberStatusInquiry,
} from './material/answer-sets.ts';
import {
  anyAcknowledgement,
  anyClaimAcknowledgementSet,
  anyEligibilityInquirySet,
  anyEligibilityResponseSet,
  anyStatusInquirySet,
  anyStatusResponseSet,
} from './material/random-answers.ts';
import { anyOf } from './material/random-loops.ts';
import { needingSamples, samples as publicSamples } from './material/shared-samples.ts';

const guides = [
  eligibilityInquiryGuide,
  eligibilityResponseGuide,
  statusInquiryGuide,
  statusResponseGuide,
  claimAcknowledgementGuide,
  implementationAcknowledgementGuide,
];

const findingsOf = ({ report }: ParsedInterchange): string[] =>
  [
    ...report.findings,
    ...report.groups.flatMap(({ findings, sets }) => [...findings, ...sets.flatMap((set) => set.findings)]),
  ].map(({ code, path }) => `${code} ${path}`);

/** Writes a set, reads and checks it. */
const readAgain = (guide: Guide, data: object): { data: object | undefined; findings: string[] } => {
  const [parsed] = parseInterchanges(
    writeInterchange(interchangeOf(guide, data), guides),
    guides,
    checking(),
  );
  if (parsed === undefined) return { data: undefined, findings: [] };
  return { data: parsed.interchange?.groups[0]?.sets[0]?.data, findings: findingsOf(parsed) };
};

const samples = publicSamples.filter(({ name }) => /^(27[01]|27[67]|999|TA1)\//.test(name));

/** The samples with faults of the envelope. */
const exceptions = [
  'subscriber-health-benefit-check-error.271', // SE02 is not ST02
  'Heatlh_Care_Information_Status_Notification-pass-1.era', // IEA02 is not ISA13
  'invalid999.edi', // SE01 is not the number of segments
];

const hasFault = (sample: string): boolean => exceptions.some((name) => sample.endsWith(name));

needingSamples.describe('public samples of the other transactions', () => {
  it('a TA1 is an acknowledgement of the interchange', () => {
    const text = samples.find(({ name }) => name.startsWith('TA1'))?.text ?? '';
    expect(parseInterchanges(text, guides)[0]?.interchange?.acknowledgements).toMatchObject([
      {
        controlNumber: 50,
        interchangeCreatedAt: '2020-02-29T12:00:00.000Z',
        code: 'A',
        note: '000',
      },
    ]);
  });

  it('little is found in samples of whole envelopes', () => {
    const findings = samples
      .filter(({ name }) => !hasFault(name))
      .flatMap(({ text }) => parseInterchanges(text, guides, checking()).flatMap(findingsOf));
    const ofGuides = findings.filter((finding) => !/^IK403-7 .*\/NM109$/.test(finding)); // their NPIs are invented
    expect(ofGuides).toEqual([
      'IK403-7 ST[1]/STC01-3', // 85 is no entity of loop 2200C
    ]);
  });
});

const guided = [
  { guide: eligibilityInquiryGuide, any: anyOf(eligibilityInquiryLoop), valid: anyEligibilityInquirySet },
  { guide: eligibilityResponseGuide, any: anyOf(eligibilityResponseLoop), valid: anyEligibilityResponseSet },
  { guide: statusInquiryGuide, any: anyOf(statusInquiryLoop), valid: anyStatusInquirySet },
  { guide: statusResponseGuide, any: anyOf(statusResponseLoop), valid: anyStatusResponseSet },
  {
    guide: claimAcknowledgementGuide,
    any: anyOf(claimAcknowledgementLoop),
    valid: anyClaimAcknowledgementSet,
  },
  {
    guide: implementationAcknowledgementGuide,
    any: anyOf(implementationAcknowledgementLoop),
    valid: anyAcknowledgement,
  },
].map(({ guide, any, valid }) => {
  const anySet: fc.Arbitrary<object> = any;
  return { name: guide.name, guide, any: anySet, valid };
});

describe.each(guided)('the guide $name', ({ guide, any, valid }) => {
  it('gives back every object that it can hold', () => {
    fc.assert(
      fc.property(any, (data) => {
        expect(readAgain(guide, data).data).toEqual(data);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back valid objects without a finding', () => {
    fc.assert(
      fc.property<[object]>(valid, (data) => {
        expect(readAgain(guide, data)).toEqual({ data, findings: [] });
      }),
      { numRuns: 60 },
    );
  });
});

const backwards = { from: '2026-03-05', through: '2026-03-02' };
const forwards = { from: '2026-03-02', through: '2026-03-05' };

describe('the rules of the 270', () => {
  const found = (...subscribers: Parameters<typeof eligibilityInquirySet>) =>
    readAgain(eligibilityInquiryGuide, eligibilityInquirySet(...subscribers)).findings;

  it('a subscriber without dependents is asked about', () => {
    expect(found(subscriberInquiry({ questions: undefined }))).toEqual(['IK304-I6 ST[1]/2000C[1]/EQ']);
    expect(found(subscriberInquiry({ questions: undefined }, [dependentInquiry()]))).toEqual([]);
  });

  it('a question points at diagnoses that are there', () => {
    const diagnoses = [{ qualifier: 'ABK', code: 'E119' }];
    const ask = (pointer: number) => ({
      diagnoses,
      questions: [{ serviceTypes: ['30'] }, { serviceTypes: ['1'], diagnosisPointers: [1, pointer] }],
    });
    expect(found(subscriberInquiry(ask(1)))).toEqual([]);
    expect(found(subscriberInquiry(ask(2)))).toEqual(['IK403-7 ST[1]/2000C[1]/EQ05-2']);
    expect(found(subscriberInquiry({ questions: undefined }, [dependentInquiry(ask(0))]))).toEqual([
      'IK403-7 ST[1]/2000C[1]/HL[2]/EQ05-2',
    ]);
  });

  it('a period does not end before it begins', () => {
    const ask = (period: typeof forwards) => ({
      dates: [{ qualifier: '291', period }],
      questions: [{ serviceTypes: ['30'], planDates: { qualifier: '291', period } }],
    });
    expect(found(subscriberInquiry(ask(forwards)))).toEqual([]);
    expect(found(subscriberInquiry(ask(backwards)))).toEqual([
      'IK403-8 ST[1]/2000C[1]/DTP03',
      'IK403-8 ST[1]/2000C[1]/EQ[1]/DTP03',
    ]);
  });
});

describe('the rules of the 271', () => {
  const found = (...subscribers: Parameters<typeof eligibilityResponseSet>) =>
    readAgain(eligibilityResponseGuide, eligibilityResponseSet(...subscribers)).findings;
  const rejections = [{ validRequest: 'N', reason: '75', followUp: 'C' }];

  it('an answer has benefits or says why it has none', () => {
    expect(found(subscriberAnswer({ benefits: undefined }))).toEqual(['IK304-I6 ST[1]/2000C[1]/EB']);
    expect(found(subscriberAnswer({ benefits: undefined, rejections }))).toEqual([]);
    expect(found(subscriberAnswer({}, [dependentAnswer({ benefits: undefined })]))).toEqual([
      'IK304-I6 ST[1]/2000C[1]/HL[2]/EB',
    ]);
  });

  it('a benefit points at diagnoses that are there', () => {
    const benefits = [{ information: '1', diagnosisPointers: [1] }];
    expect(found(subscriberAnswer({ benefits }))).toEqual(['IK403-7 ST[1]/2000C[1]/EB14-1']);
    expect(found(subscriberAnswer({ benefits, diagnoses: [{ qualifier: 'ABK', code: 'I10' }] }))).toEqual([]);
  });

  it('a period does not end before it begins', () => {
    const dates = [{ qualifier: '292', period: backwards }];
    expect(found(subscriberAnswer({ benefits: [{ information: '1', dates }] }))).toEqual([
      'IK403-8 ST[1]/2000C[1]/EB[1]/DTP03',
    ]);
    expect(found(subscriberAnswer({ dates: [{ qualifier: '291', period: backwards }] }))).toEqual([
      'IK403-8 ST[1]/2000C[1]/DTP03',
    ]);
  });
});

describe('the rules of the 276', () => {
  const found = (...subscribers: Parameters<typeof statusInquirySet>) =>
    readAgain(statusInquiryGuide, statusInquirySet(...subscribers)).findings;

  it('a subscriber without dependents has claims', () => {
    expect(found(subscriberStatusInquiry({ claims: undefined }))).toEqual(['IK304-I6 ST[1]/2000D[1]/TRN']);
    const dependents = [dependentStatusInquiry(inquiredClaim())];
    expect(found(subscriberStatusInquiry({ claims: undefined, dependents }))).toEqual([]);
  });

  it('a subscriber who is the patient has a date of birth', () => {
    const nobody = { dateOfBirth: undefined, gender: undefined };
    expect(found(subscriberStatusInquiry(nobody))).toEqual(['IK304-I6 ST[1]/2000D[1]/DMG']);
  });

  it('a period does not end before it begins', () => {
    const late = inquiredClaim({ servicePeriod: backwards });
    expect(found(subscriberStatusInquiry({ claims: [inquiredClaim(), late] }))).toEqual([
      'IK403-8 ST[1]/2000D[1]/TRN[2]/DTP03',
    ]);
    expect(found(subscriberStatusInquiry({ dependents: [dependentStatusInquiry(late)] }))).toEqual([
      'IK403-8 ST[1]/2000D[1]/HL[2]/TRN[1]/DTP03',
    ]);
  });
});

describe('the rules of the 277', () => {
  const found = (...subscribers: Parameters<typeof statusResponseSet>) =>
    readAgain(statusResponseGuide, statusResponseSet(...subscribers)).findings;

  it('something is told about a subscriber without dependents', () => {
    expect(found(subscriberStatus({ claims: undefined }))).toEqual(['IK304-I6 ST[1]/2000D[1]/TRN']);
    const dependents = [dependentStatus(claimStatus())];
    expect(found(subscriberStatus({ claims: undefined, dependents }))).toEqual([]);
  });

  it('a period does not end before it begins', () => {
    const lines = claimStatus().lines?.map((line) => ({ ...line, servicePeriod: backwards }));
    expect(found(subscriberStatus({ claims: [claimStatus({ lines })] }))).toEqual([
      'IK403-8 ST[1]/2000D[1]/TRN[1]/SVC[1]/DTP03',
    ]);
    expect(found(subscriberStatus({ dependents: [dependentStatus(claimStatus({ lines }))] }))).toEqual([
      'IK403-8 ST[1]/2000D[1]/HL[2]/TRN[1]/SVC[1]/DTP03',
    ]);
  });
});

describe('the rules of the 277CA', () => {
  const found = (...set: Parameters<typeof claimAcknowledgementSet>) =>
    readAgain(claimAcknowledgementGuide, claimAcknowledgementSet(...set)).findings;

  it('the totals of a provider are those of its claims', () => {
    expect(found()).toEqual([]);
    expect(found([acknowledgedProvider({ acceptedQuantity: 2, rejectedAmount: cents(1) })])).toEqual([
      'IK403-I12 ST[1]/HL[3]/QTY02',
      'IK403-I12 ST[1]/HL[3]/AMT02',
    ]);
    expect(found([acknowledgedProvider({ acceptedQuantity: undefined, rejectedQuantity: 3 })])).toEqual([
      'IK403-I12 ST[1]/HL[3]/QTY02',
    ]);
  });

  it('the totals of the batch are those of all claims', () => {
    expect(found(undefined, { acceptedAmount: cents(14999) })).toEqual(['IK403-I12 ST[1]/HL[2]/AMT02']);
    const totals = {
      acceptedQuantity: 2,
      rejectedQuantity: 2,
      acceptedAmount: cents(30000),
      rejectedAmount: cents(16000),
    };
    expect(found([acknowledgedProvider(), acknowledgedProvider()], totals)).toEqual([]);
  });

  it('claims that are not told of one by one are not counted', () => {
    expect(found([acknowledgedProvider(), acknowledgedProvider({ acceptedQuantity: 9 }, [])])).toEqual([]);
    expect(found([], { acceptedQuantity: 9 })).toEqual([]);
  });

  it('claims that do not say what became of them are not counted', () => {
    const silent = acceptedClaim({
      statuses: undefined,
      servicePeriod: undefined,
      payerControlNumber: undefined,
    });
    const patients = [
      patientAcknowledgement(silent),
      { patient: { entityType: '1', name: 'OKAFOR', idQualifier: 'MI', id: 'W1' } },
    ];
    expect(found([acknowledgedProvider({}, patients)])).toEqual([
      'IK304-3 ST[1]/2000D[1]/STC',
      'IK304-3 ST[1]/2000D[1]/DTP',
      'IK304-3 ST[1]/2000D[2]/TRN',
    ]);
  });

  it('a claim without a charge leaves amounts alone', () => {
    const statuses = acceptedClaim().statuses?.map((status) => ({ ...status, charge: undefined }));
    const patients = [patientAcknowledgement(acceptedClaim({ statuses }), rejectedClaim())];
    const provider = acknowledgedProvider(
      { acceptedAmount: cents(1), rejectedAmount: cents(8000) },
      patients,
    );
    expect(found([provider], { acceptedAmount: cents(2) })).toEqual(['IK403-1 ST[1]/2000D[1]/STC04']);
  });

  it('the action does not contradict the category of a status', () => {
    const statuses = acceptedClaim().statuses?.map((status) => ({ ...status, action: 'U' }));
    const patients = [patientAcknowledgement(acceptedClaim({ statuses }))];
    const totals = {
      acceptedQuantity: 0,
      rejectedQuantity: 1,
      acceptedAmount: cents(0),
      rejectedAmount: cents(15000),
    };
    expect(found([acknowledgedProvider(totals, patients)], totals)).toEqual([
      'IK403-I12 ST[1]/2000D[1]/TRN[1]/STC03',
    ]);
  });

  it('a period does not end before it begins', () => {
    const patients = [patientAcknowledgement(acceptedClaim({ servicePeriod: backwards }), rejectedClaim())];
    expect(found([acknowledgedProvider({}, patients)])).toEqual(['IK403-8 ST[1]/2000D[1]/TRN[1]/DTP03']);
  });
});

describe('the rules of the 999', () => {
  const found = (...change: Parameters<typeof acknowledgement>) =>
    readAgain(implementationAcknowledgementGuide, acknowledgement(...change)).findings;

  it('an accepted set has no errors', () => {
    const { segmentErrors } = rejectedSet();
    expect(found({ transactionSets: [acceptedSet({ segmentErrors }), rejectedSet()] })).toEqual([
      'IK403-I12 ST[1]/AK2[1]/IK501',
    ]);
  });

  it('a set with errors tells them', () => {
    const silent = rejectedSet({ segmentErrors: undefined, errorCodes: undefined });
    expect(found({ transactionSets: [acceptedSet(), silent] })).toEqual(['IK403-I9 ST[1]/AK2[2]/IK502']);
  });

  it('the counts hold all verdicts', () => {
    expect(found({ acceptedSets: 2, status: 'E' })).toEqual(['IK403-I12 ST[1]/AK904']);
    expect(found({ acceptedSets: 1, receivedSets: 3, includedSets: 3 })).toEqual([]);
    expect(found({ transactionSets: undefined })).toEqual([]);
    const three = [acceptedSet(), rejectedSet(), rejectedSet()];
    expect(found({ transactionSets: three })).toEqual(['IK403-I12 ST[1]/AK903']);
    expect(found({ transactionSets: undefined, status: 'R', acceptedSets: 3 })).toEqual([
      'IK403-I12 ST[1]/AK904',
      'IK403-I12 ST[1]/AK901',
    ]);
  });

  it('the verdict on the group fits those on its sets', () => {
    expect(found({ status: 'A' })).toEqual(['IK403-I12 ST[1]/AK901']);
    expect(found({ status: 'R' })).toEqual(['IK403-I12 ST[1]/AK901']);
    const all = { includedSets: 1, receivedSets: 1, acceptedSets: 1 };
    expect(found({ ...all, status: 'A', transactionSets: [acceptedSet()] })).toEqual([]);
    expect(found({ ...all, status: 'P', transactionSets: [acceptedSet()] })).toEqual([
      'IK403-I12 ST[1]/AK901',
    ]);
    const noted = [rejectedSet({ status: 'E' })];
    expect(found({ ...all, status: 'E', transactionSets: noted })).toEqual([]);
    expect(found({ ...all, status: 'A', transactionSets: noted })).toEqual(['IK403-I12 ST[1]/AK901']);
  });

  it('counts that are missing are not compared', () => {
    const missing = { receivedSets: undefined, acceptedSets: undefined, transactionSets: undefined };
    expect(found({ ...missing, status: 'R' })).toEqual(['IK403-1 ST[1]/AK903', 'IK403-1 ST[1]/AK904']);
  });
});
