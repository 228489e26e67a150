import fc from 'fast-check';
import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import type { EligibilityInquirySet, SubscriberInquiry } from '../../../functions/edi/x270/loops.ts';
import type { CoverageBenefit, EligibilityResponseSet } from '../../../functions/edi/x271/loops.ts';
import type { StatusInquirySet } from '../../../functions/edi/x276/loops.ts';
import type { ClaimStatus, StatusResponseSet } from '../../../functions/edi/x277/loops.ts';
import type {
  AcknowledgedProvider,
  ClaimAcknowledgement,
  ClaimAcknowledgementSet,
} from '../../../functions/edi/x277ca/loops.ts';
import type {
  ImplementationAcknowledgement,
  TransactionSetAcknowledgement,
} from '../../../functions/edi/x999/loops.ts';
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
  patientAcknowledgement,
  rejectedClaim,
  rejectedSet,
  statusInquirySet,
  statusResponseSet,
  subscriberAnswer,
  subscriberInquiry,
  subscriberStatus,
  subscriberStatusInquiry,
} from './answer-sets.ts';
import { anyText } from './random-loops.ts';

const some = <T>(one: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength });

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });

const firstDay = Date.UTC(2026, 0, 1);
const dayAfter = (days: number): string => new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10);

const anyPeriod = fc.tuple(fc.nat(300), maybe(fc.integer({ min: 0, max: 60 }))).map(([from, days]) => ({
  from: dayAfter(from),
  through: days === undefined ? undefined : dayAfter(from + days),
}));

const anyAmount = fc.integer({ min: 0, max: 9_999_99 }).map(cents);
const anyNumber = fc.nat(99_999).map((number) => `N${number + 100_000}`);

const diagnoses = [
  { qualifier: 'ABK', code: 'E119' },
  { qualifier: 'ABF', code: 'I10' },
];

const anyServices = fc.uniqueArray(fc.constantFrom('30', '1', '33', '47', '98', 'AL', 'MH', 'UC'), {
  minLength: 1,
});

const anyProcedure = fc.record({
  qualifier: fc.constant('HC'),
  procedure: fc.constantFrom('99213', '97110', 'J1100'),
  modifiers: maybe(some(fc.constantFrom('25', 'RT', 'GP'))),
});

const anyPointers = maybe(some(fc.constantFrom(1, 2), 2));

const anyQuestion = fc.oneof(
  anyServices.map((serviceTypes) => ({ serviceTypes })),
  fc.record({ procedure: anyProcedure, diagnosisPointers: anyPointers }),
);

const anyInquiry: fc.Arbitrary<SubscriberInquiry> = fc
  .record({ questions: some(anyQuestion), id: anyNumber, isFamily: fc.boolean() })
  .map(({ questions, id, isFamily }) =>
    isFamily
      ? subscriberInquiry({ id, questions: undefined }, [dependentInquiry({ diagnoses, questions })])
      : subscriberInquiry({ id, diagnoses, questions }),
  );

/** Questions that the guide and its rules have nothing against; so with the sets below. */
export const anyEligibilityInquirySet: fc.Arbitrary<EligibilityInquirySet> = some(anyInquiry).map(
  (subscribers) => eligibilityInquirySet(...subscribers),
);

const anyRejection = fc.record({
  validRequest: fc.constantFrom('Y', 'N'),
  reason: fc.constantFrom('15', '42', '71'),
  followUp: fc.constantFrom('C', 'N', 'R'),
});

const anyBenefit: fc.Arbitrary<CoverageBenefit> = fc.record({
  information: fc.constantFrom('1', '6', 'B', 'C', 'G'),
  coverageLevel: maybe(fc.constantFrom('IND', 'FAM')),
  serviceTypes: maybe(anyServices),
  planDescription: maybe(anyText),
  timePeriod: maybe(fc.constantFrom('23', '27', '29')),
  amount: maybe(anyAmount),
  percent: maybe(fc.constantFrom(0, 0.2, 0.5, 1)),
  inNetwork: maybe(fc.constantFrom('Y', 'N', 'W', 'U')),
  procedure: maybe(anyProcedure),
  diagnosisPointers: anyPointers,
  dates: maybe(some(anyPeriod.map((period) => ({ qualifier: '292', period })))),
  messages: maybe(some(anyText)),
  additional: maybe(some(fc.constantFrom('11', '22').map((code) => ({ list: 'ZZ', code })))),
  related: maybe(
    some(anyText).map((names) => ({
      entities: names.map((name) => ({ entity: 'P3', entityType: '1', name })),
    })),
  ),
});

const anyFindings = fc.oneof(
  some(anyBenefit).map((benefits) => ({ benefits })),
  some(anyRejection).map((rejections) => ({ rejections, benefits: undefined })),
);

export const anyEligibilityResponseSet: fc.Arbitrary<EligibilityResponseSet> = some(
  fc.tuple(anyFindings, fc.boolean()),
).map((answers) =>
  eligibilityResponseSet(
    ...answers.map(([found, isFamily]) =>
      isFamily
        ? subscriberAnswer({ benefits: undefined }, [dependentAnswer({ diagnoses, ...found })])
        : subscriberAnswer({ diagnoses, ...found }),
    ),
  ),
);

const anyInquiredClaim = fc
  .record({
    traceNumber: anyNumber,
    payerControlNumber: maybe(anyNumber),
    charge: maybe(anyAmount),
    servicePeriod: maybe(anyPeriod),
    lines: maybe(
      some(
        fc.record({
          procedure: anyProcedure,
          charge: anyAmount,
          units: maybe(fc.constant(1.5)),
          servicePeriod: anyPeriod,
        }),
      ),
    ),
  })
  .map((changes) => inquiredClaim(changes));

export const anyStatusInquirySet: fc.Arbitrary<StatusInquirySet> = some(
  fc.tuple(some(anyInquiredClaim), fc.boolean()),
).map((inquiries) =>
  statusInquirySet(
    ...inquiries.map(([claims, isFamily]) =>
      subscriberStatusInquiry(
        isFamily ? { claims: undefined, dependents: [dependentStatusInquiry(...claims)] } : { claims },
      ),
    ),
  ),
);

const anyCode = fc.record({
  category: fc.constantFrom('A1', 'F0', 'F2', 'P3', 'R1'),
  status: fc.constantFrom('3', '88', '317'),
  entity: maybe(fc.constantFrom('QC', '85', 'IL')),
});

const anyStatus = fc.record({
  status: anyCode,
  furtherStatuses: maybe(some(anyCode, 2)),
  effectiveDate: anyPeriod.map(({ from }) => from),
});

const anyClaimStatus: fc.Arbitrary<ClaimStatus> = fc
  .record({
    traceNumber: anyNumber,
    statuses: some(
      fc
        .tuple(anyStatus, fc.record({ charge: maybe(anyAmount), paid: maybe(anyAmount) }))
        .map(([status, amounts]) => ({ ...status, ...amounts })),
    ),
    servicePeriod: maybe(anyPeriod),
    lines: maybe(
      some(
        fc.record({
          procedure: anyProcedure,
          charge: anyAmount,
          paid: anyAmount,
          units: fc.constant(1),
          statuses: some(anyStatus),
          servicePeriod: anyPeriod,
        }),
      ),
    ),
  })
  .map((changes) => claimStatus(changes));

export const anyStatusResponseSet: fc.Arbitrary<StatusResponseSet> = some(
  fc.tuple(some(anyClaimStatus), fc.boolean()),
).map((answers) =>
  statusResponseSet(
    ...answers.map(([claims, isFamily]) =>
      subscriberStatus(
        isFamily ? { claims: undefined, dependents: [dependentStatus(...claims)] } : { claims },
      ),
    ),
  ),
);

const isTaken = ({ statuses = [] }: ClaimAcknowledgement): boolean => statuses[0]?.action === 'WQ';

const anyAcknowledgedClaim: fc.Arbitrary<ClaimAcknowledgement> = fc
  .record({ isAccepted: fc.boolean(), charge: anyAmount, number: anyNumber, servicePeriod: anyPeriod })
  .map(({ isAccepted, charge, number, servicePeriod }) => {
    const base = isAccepted ? acceptedClaim() : rejectedClaim();
    const statuses = base.statuses?.map((status) => ({ ...status, charge }));
    return { ...base, patientControlNumber: number, statuses, servicePeriod };
  });

const chargeOf = ({ statuses = [] }: ClaimAcknowledgement): Cents => statuses[0]?.charge ?? cents(0);

const claimsOf = ({ patients = [] }: AcknowledgedProvider): ClaimAcknowledgement[] =>
  patients.flatMap(({ claims = [] }) => claims);

const totalsOf = (claims: readonly ClaimAcknowledgement[]) => {
  const taken = claims.filter(isTaken);
  const refused = claims.filter((claim) => !isTaken(claim));
  return {
    acceptedQuantity: taken.length,
    rejectedQuantity: refused.length,
    acceptedAmount: sum(taken.map(chargeOf)),
    rejectedAmount: sum(refused.map(chargeOf)),
  };
};

const anyProvider = some(some(anyAcknowledgedClaim)).map((patients) =>
  acknowledgedProvider(
    totalsOf(patients.flat()),
    patients.map((claims) => patientAcknowledgement(...claims)),
  ),
);

export const anyClaimAcknowledgementSet: fc.Arbitrary<ClaimAcknowledgementSet> = some(anyProvider).map(
  (providers) => claimAcknowledgementSet(providers, totalsOf(providers.flatMap(claimsOf))),
);

const anySet: fc.Arbitrary<TransactionSetAcknowledgement> = fc.oneof(
  anyNumber.map((controlNumber) => acceptedSet({ controlNumber })),
  anyNumber.map((controlNumber) => rejectedSet({ controlNumber })),
  anyNumber.map((controlNumber) => rejectedSet({ controlNumber, status: 'E' })),
);

const verdictOn = (statuses: readonly string[], accepted: number): string => {
  if (accepted === 0) return 'R';
  if (accepted < statuses.length) return 'P';
  return statuses.includes('E') ? 'E' : 'A';
};

export const anyAcknowledgement: fc.Arbitrary<ImplementationAcknowledgement> = some(anySet, 5).map(
  (transactionSets) => {
    const statuses = transactionSets.map(({ status }) => status);
    const acceptedSets = statuses.filter((status) => status !== 'R').length;
    return acknowledgement({
      transactionSets,
      status: verdictOn(statuses, acceptedSets),
      includedSets: statuses.length,
      receivedSets: statuses.length,
      acceptedSets,
    });
  },
);
