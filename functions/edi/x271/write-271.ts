import { formatAmount } from '../elements.ts';
import { type Level, nestLevels, type PartyLevel, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import {
  addressSegments,
  demographicSegments,
  entitySegments,
  nameSegment,
  periodSegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import type {
  Benefit,
  BenefitDate,
  EligibilityRefusal,
  EligibilityRejection,
  EligibilityResponse,
  EligibilityResponseFile,
} from './eligibility-response.ts';
import { eligibilityResponseGuide } from './guide.ts';

type Answer = EligibilityResponse | EligibilityRefusal;

/** Writes a 271 with one transaction set. Throws UnwritableValue. */
export const write271 = ({ envelope, responses, refusals }: EligibilityResponseFile): string => {
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  const answers: Answer[] = [...responses, ...refusals];
  const levels = nestLevels(answers, parties, (items) => items.filter(isResponse).map(subscriberLevel));
  return writeTransactionSets(envelope, eligibilityResponseGuide, [
    [['BHT', '0022', '11', controlNumberOf(envelope), date, time], ...writeLevels(levels)],
  ]);
};

const isResponse = (answer: Answer): answer is EligibilityResponse => !('level' in answer);

const parties: PartyLevel<Answer>[] = [
  {
    code: '20',
    partyOf: ({ payer }) => payer,
    segments: (items) => [...entitySegments('PR', items[0]?.payer), ...refusalSegments(items, 'payer')],
  },
  {
    code: '21',
    partyOf: ({ provider }) => provider,
    segments: (items) => [...entitySegments('1P', items[0]?.provider), ...refusalSegments(items, 'provider')],
  },
];

const rejectionSegment = ({ validRequest, reason, followUp }: EligibilityRejection): SegmentValues => [
  'AAA',
  validRequest,
  undefined,
  reason,
  followUp,
];

const refusalSegments = (answers: readonly Answer[], level: EligibilityRefusal['level']): SegmentValues[] =>
  answers.flatMap((answer) =>
    isResponse(answer) || answer.level !== level ? [] : [rejectionSegment(answer)],
  );

const subscriberLevel = (response: EligibilityResponse): Level => ({
  code: '22',
  segments: [
    ...(response.dependent === undefined ? traceSegments(response) : []),
    nameSegment('IL', response.subscriber, { qualifier: 'MI', id: response.subscriber.memberId }),
    ...referenceSegments('6P', response.subscriber.groupNumber),
    ...memberSegments(response.subscriber, response.dependent === undefined ? response : undefined),
  ],
  levels: dependentLevels(response),
});

const dependentLevels = (response: EligibilityResponse): Level[] => {
  const { dependent } = response;
  if (dependent === undefined) return [];
  const segments = [
    ...traceSegments(response),
    nameSegment('03', dependent),
    ...memberSegments(dependent, response, dependent.relationship),
  ];
  return [{ code: '23', segments, levels: [] }];
};

const traceSegments = ({ traceNumber, traceOriginator }: EligibilityResponse): SegmentValues[] =>
  traceNumber === undefined ? [] : [['TRN', '2', traceNumber, traceOriginator]];

/** What follows the name: the person's data and, for the one asked about, the answer. */
const memberSegments = (
  member: EligibilityResponse['subscriber'],
  answer: EligibilityResponse | undefined,
  relationship?: string,
): SegmentValues[] => [
  ...addressSegments(member.address),
  ...(answer?.rejections ?? []).map(rejectionSegment),
  ...demographicSegments(member),
  ...(relationship === undefined ? [] : [['INS', 'N', relationship] as const]),
  ...(answer?.dates ?? []).flatMap(dateSegments),
  ...(answer?.benefits ?? []).flatMap(benefitSegments),
];

const dateSegments = ({ qualifier, ...period }: BenefitDate): SegmentValues[] =>
  periodSegments(qualifier, period);

const benefitSegments = (benefit: Benefit): SegmentValues[] => [
  [
    'EB',
    benefit.information,
    benefit.coverageLevel,
    { repeated: benefit.serviceTypes },
    benefit.insuranceType,
    benefit.planDescription,
    benefit.timePeriod,
    formatAmount(benefit.amount),
    benefit.percent,
    benefit.quantityQualifier,
    benefit.quantity,
    benefit.authorizationRequired,
    benefit.inNetwork,
  ],
  ...benefit.dates.flatMap(dateSegments),
  ...benefit.messages.map((message): SegmentValues => ['MSG', message]),
];
