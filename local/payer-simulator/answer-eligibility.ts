import { beginningOf } from '../../functions/edi/envelope/beginning-of.ts';
import type { Cents } from '../../functions/edi/money.ts';
import type {
  DependentInquiry,
  EligibilityInquirySet,
  SubscriberInquiry,
} from '../../functions/edi/x270/loops.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import type {
  CoverageBenefit,
  DependentAnswer,
  EligibilityRejection,
  EligibilityResponseSet,
  SubscriberAnswer,
} from '../../functions/edi/x271/loops.ts';
import { coverageOn } from './adjudicate.ts';
import {
  type Answer,
  composeAnswer,
  dueAfter,
  type Office,
  type ReceivedFile,
  type ReceivedSets,
} from './answer.ts';
import { dateOf } from './date-of.ts';
import { type Member, memberOf, type PayerRules } from './payer-rules.ts';

const defaultDays = 0.02;

/** Answers a 270 by 271: who is covered on the day asked for, and what he pays himself. */
export const answerEligibility = (
  file: ReceivedFile,
  { header, sets }: ReceivedSets<EligibilityInquirySet>,
  office: Office,
): Answer[] => {
  const [first] = sets;
  if (first === undefined) return [];
  const days = office.payers.get(first.sources[0]?.source.id ?? '')?.answerDays.eligibility;
  const dueAt = dueAfter(file, days ?? defaultDays, office);
  const today = dateOf(file.receivedAt);
  const plan = { transaction: '271', part: 0, dueAt, header } as const;
  return [
    composeAnswer(file, plan, {
      guide: eligibilityResponseGuide,
      sets: (envelope) =>
        sets.map(({ sources }) => ({
          purpose: '11',
          ...beginningOf(envelope),
          sources: sources.map((source) => answerSource(source, today, office)),
        })),
    }),
  ];
};

type InquiredSource = EligibilityInquirySet['sources'][number];
type AnsweredSource = EligibilityResponseSet['sources'][number];

/** AAA03 79: invalid participant identification. */
const unknownPayer: EligibilityRejection = { validRequest: 'Y', reason: '79', followUp: 'C' };

const answerSource = (
  { source, receivers = [] }: InquiredSource,
  today: string,
  { payers }: Office,
): AnsweredSource => {
  const payer = payers.get(source.id ?? '');
  if (payer === undefined) return { source: { ...source, rejections: [unknownPayer] } };
  return {
    source,
    receivers: receivers.map(({ receiver, subscribers }) => {
      const { entity, entityType, name, firstName, idQualifier, id } = receiver;
      return {
        receiver: { entity, entityType, name, firstName, idQualifier, id },
        subscribers: subscribers?.map((one) => answerSubscriber(payer, one, today)),
      };
    }),
  };
};

/** A subscriber is answered about when asked about, else only named above the dependents. */
const answerSubscriber = (
  payer: PayerRules,
  { traces, subscriber, dependents }: SubscriberInquiry,
  today: string,
): SubscriberAnswer => {
  const { questions, dates, provider, diagnoses, ...person } = subscriber;
  const { id: memberId } = subscriber;
  const answer = questions && answerOf(payer, { memberId, day: dayOf(dates) ?? today });
  return {
    traces: answered(traces),
    subscriber: { ...person, ...answer },
    dependents: dependents?.map((one) => answerDependent(payer, one, { memberId, today })),
  };
};

const answerDependent = (
  payer: PayerRules,
  { traces, dependent }: DependentInquiry,
  { memberId, today }: { memberId: string | undefined; today: string },
): DependentAnswer => {
  const { questions, dates, provider, diagnoses, relationship, ...person } = dependent;
  return {
    traces: answered(traces),
    dependent: {
      ...person,
      relationship: relationship === otherRelationship ? relationshipOfOthers : relationship,
      ...answerOf(payer, { memberId, day: dayOf(dates) ?? today }),
    },
  };
};

/** INS02 has 34, other adult, in a 270 and G8, other relationship, in a 271. */
const otherRelationship = '34';
const relationshipOfOthers = 'G8';

/** TRN01 2 gives the number of the question back. */
const answered = (traces: SubscriberInquiry['traces']): SubscriberAnswer['traces'] =>
  traces?.map((trace) => ({ kind: '2', ...trace }));

const dayOf = (dates: SubscriberInquiry['subscriber']['dates'] = []): string | undefined =>
  dates.find(({ qualifier }) => qualifier === '291')?.period.from;

type PersonAnswer = Pick<SubscriberAnswer['subscriber'], 'rejections' | 'dates' | 'benefits'>;

const answerOf = (
  payer: PayerRules,
  { memberId, day }: { memberId: string | undefined; day: string },
): PersonAnswer => {
  const member = memberOf(payer, memberId);
  return member
    ? { dates: planDates(member), benefits: benefitsOf(member, coverageOn(member, day) === 'active') }
    : { rejections: [rejection(payer)] };
};

/** 42 asks to try again later (R, resubmission allowed); 75 to correct the inquiry (C). */
const rejection = ({ unknownMemberReason: reason }: PayerRules): EligibilityRejection => ({
  validRequest: reason === '42' ? 'Y' : 'N',
  reason,
  followUp: reason === '42' ? 'R' : 'C',
});

const planDates = ({ activeFrom, activeTo }: Member): PersonAnswer['dates'] => [
  { qualifier: '346', period: { from: activeFrom } },
  ...(activeTo === undefined ? [] : [{ qualifier: '347', period: { from: activeTo } }]),
];

const benefit = (information: string, detail: Partial<CoverageBenefit> = {}): CoverageBenefit => ({
  information,
  serviceTypes: ['30'],
  ...detail,
});

const benefitsOf = (member: Member, active: boolean): CoverageBenefit[] => {
  if (!active) return [benefit('6')];
  const percent = member.coinsurancePercent;
  return [
    benefit('1'),
    ...amountBenefit('C', member.deductiblePerClaim),
    ...amountBenefit('B', member.copay),
    ...(percent === 0 ? [] : [benefit('A', { coverageLevel: 'IND', percent: percent / 100 })]),
  ];
};

const amountBenefit = (information: string, amount: Cents): CoverageBenefit[] =>
  amount === 0 ? [] : [benefit(information, { coverageLevel: 'IND', amount })];
