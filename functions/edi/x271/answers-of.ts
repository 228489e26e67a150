import type {
  CoverageBenefit,
  DependentAnswer,
  EligibilityRejection,
  EligibilityResponseSet,
  SubscriberAnswer,
} from './loops.ts';

/** A payer's answer about one person, a subscriber or a dependent. */
export type MemberAnswer = {
  readonly traceNumber?: string | undefined; // TRN02 of the question's TRN
  readonly rejections: readonly EligibilityRejection[]; // AAA of the person and of their benefits
  readonly benefits: readonly CoverageBenefit[];
};

type Member = SubscriberAnswer['subscriber'] | DependentAnswer['dependent'];

const answerOf = (
  traces: SubscriberAnswer['traces'] = [],
  { rejections = [], benefits = [] }: Member,
): MemberAnswer => ({
  traceNumber: traces.find(({ kind }) => kind === '2')?.traceNumber,
  rejections: [...rejections, ...benefits.flatMap((benefit) => benefit.rejections ?? [])],
  benefits,
});

/** A subscriber who stands there only for the dependents below gives no answer. */
const answersOfSubscriber = ({ traces, subscriber, dependents = [] }: SubscriberAnswer): MemberAnswer[] => {
  const own = answerOf(traces, subscriber);
  const isAnswered = dependents.length === 0 || traces !== undefined || own.rejections.length > 0;
  const others = dependents.map(({ traces: ofDependent, dependent }) => answerOf(ofDependent, dependent));
  return isAnswered ? [own, ...others] : others;
};

/** The answers of a 271 about each person, in the order of the file. */
export const answersOf = ({ sources }: EligibilityResponseSet): MemberAnswer[] =>
  sources
    .flatMap(({ receivers = [] }) => receivers)
    .flatMap(({ subscribers = [] }) => subscribers)
    .flatMap(answersOfSubscriber);
