import { type Level, nestLevels, type PartyLevel, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import { entitySegments, nameSegment, periodSegments, referenceSegments } from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { lineStatusSegments, statusSegments } from '../write-status.ts';
import { statusResponseGuide } from './guide.ts';
import type { StatusRefusal, StatusResponse, StatusResponseFile } from './status-response.ts';

type Answer = StatusResponse | StatusRefusal;

/** Writes a 277 with one transaction set. Throws UnwritableValue. */
export const write277 = ({ envelope, responses, refusals }: StatusResponseFile): string => {
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  const answers: Answer[] = [...responses, ...refusals];
  const levels = nestLevels(answers, parties, (items) => items.filter(isResponse).map(subscriberLevel));
  return writeTransactionSets(envelope, statusResponseGuide, [
    [['BHT', '0010', '08', controlNumberOf(envelope), date, time, 'DG'], ...writeLevels(levels)],
  ]);
};

const isResponse = (answer: Answer): answer is StatusResponse => !('level' in answer);

const parties: PartyLevel<Answer>[] = [
  { code: '20', partyOf: ({ payer }) => payer, segments: ([first]) => entitySegments('PR', first?.payer) },
  {
    code: '21',
    partyOf: ({ receiver }) => receiver,
    segments: (items) => [...entitySegments('41', items[0]?.receiver), ...verdictSegments(items, 'receiver')],
  },
  {
    code: '19',
    partyOf: ({ provider }) => provider,
    segments: (items) => [...entitySegments('1P', items[0]?.provider), ...verdictSegments(items, 'provider')],
  },
];

/** The provider's level names its trace as type 1, the receiver's as type 2. */
const verdictSegments = (answers: readonly Answer[], level: StatusRefusal['level']): SegmentValues[] =>
  answers.flatMap((answer) =>
    isResponse(answer) || answer.level !== level
      ? []
      : [['TRN', level === 'receiver' ? '2' : '1', answer.traceNumber], ...statusSegments(answer.statuses)],
  );

const subscriberLevel = (response: StatusResponse): Level => ({
  code: '22',
  segments: [
    nameSegment('IL', response.subscriber, { qualifier: 'MI', id: response.subscriber.memberId }),
    ...(response.dependent === undefined ? claimSegments(response) : []),
  ],
  levels: dependentLevels(response),
});

const dependentLevels = (response: StatusResponse): Level[] =>
  response.dependent === undefined
    ? []
    : [
        {
          code: '23',
          segments: [nameSegment('QC', response.dependent), ...claimSegments(response)],
          levels: [],
          childMark: 'none',
        },
      ];

const claimSegments = (response: StatusResponse): SegmentValues[] => [
  ['TRN', '2', response.traceNumber],
  ...statusSegments(response.statuses),
  ...referenceSegments('1K', response.payerControlNumber),
  ...referenceSegments('EJ', response.patientControlNumber),
  ...periodSegments('472', response.servicePeriod),
  ...response.lines.flatMap(lineStatusSegments),
];
