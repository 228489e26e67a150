import type {
  CoverageBenefit,
  DependentAnswer,
  EligibilityRejection,
  EligibilityResponseSet,
  SubscriberAnswer,
} from './loops.ts';

/** A payer's answer about one person, or about nobody where it refuses everything that was asked. */
export type MemberAnswer = {
  readonly level: '2000A' | '2000B' | '2000C' | '2000D'; // where it stands; 2000A and 2000B name no person
  readonly traceNumber?: string | undefined; // TRN02 of the question's TRN
  readonly traceNumbers: readonly string[]; // all of them: a clearinghouse adds its own
  readonly rejections: readonly EligibilityRejection[]; // AAA of the person and their benefits, else of who stands above
  readonly benefits: readonly CoverageBenefit[];
};

type Member = SubscriberAnswer['subscriber'] | DependentAnswer['dependent'];
type Source = EligibilityResponseSet['sources'][number];
type Receiver = NonNullable<Source['receivers']>[number];
type Rejections = readonly EligibilityRejection[];
type Traces = SubscriberAnswer['traces'];

const questionTraces = (traces: Traces = []): string[] =>
  traces.filter(({ kind }) => kind === '2').map(({ traceNumber }) => traceNumber);

const answerOf = (
  level: MemberAnswer['level'],
  traces: Traces,
  { rejections = [], benefits = [] }: Member,
): MemberAnswer => {
  const traceNumbers = questionTraces(traces);
  return {
    level,
    traceNumber: traceNumbers[0],
    traceNumbers,
    rejections: [...rejections, ...benefits.flatMap((benefit) => benefit.rejections ?? [])],
    benefits,
  };
};

const isSilent = ({ rejections, benefits }: MemberAnswer): boolean =>
  rejections.length === 0 && benefits.length === 0;

/** Who says nothing of a person says of them what is said above: a refusal there stands for all below. */
const under =
  (above: Rejections) =>
  (answer: MemberAnswer): MemberAnswer =>
    isSilent(answer) ? { ...answer, rejections: above } : answer;

const isTraced = ({ traceNumbers }: MemberAnswer): boolean => traceNumbers.length > 0;

/**
 * A subscriber without a trace stands there for the dependents below, whom a refusal of the subscriber refuses. A
 * trace beside nothing else is the trace of the one dependent below who has none.
 */
const answersOfSubscriber = ({ traces, subscriber, dependents = [] }: SubscriberAnswer): MemberAnswer[] => {
  const own = answerOf('2000C', traces, subscriber);
  const [first, ...more] = dependents.map((one) => answerOf('2000D', one.traces, one.dependent));
  if (first === undefined) return [own];
  const others = [first, ...more];
  const refused = others.map(under(own.rejections));
  if (isTraced(own)) {
    const { traceNumber, traceNumbers } = own;
    const isOfDependent = isSilent(own) && more.length === 0 && !isTraced(first);
    return isOfDependent ? [{ ...first, traceNumber, traceNumbers }] : [own, ...refused];
  }
  return own.rejections.length > 0 && !others.some(isSilent) ? [own, ...refused] : refused;
};

/** What is refused above all persons reaches each of them, and stands for itself where nobody is named. */
const answersOfReceiver = ({ receiver, subscribers = [] }: Receiver, above: Rejections): MemberAnswer[] => {
  const rejections = [...(receiver.rejections ?? []), ...above]; // the nearest first
  const answers = subscribers.flatMap(answersOfSubscriber).map(under(rejections));
  return answers.length > 0 ? answers : refusalAt('2000B', rejections);
};

const answersOfSource = ({ rejections = [], source, receivers = [] }: Source): MemberAnswer[] => {
  const above = [...(source.rejections ?? []), ...rejections];
  const answers = receivers.flatMap((receiver) => answersOfReceiver(receiver, above));
  return answers.length > 0 ? answers : refusalAt('2000A', above);
};

const refusalAt = (level: MemberAnswer['level'], rejections: Rejections): MemberAnswer[] =>
  rejections.length > 0 ? [{ level, traceNumbers: [], rejections, benefits: [] }] : [];

/** The answers of a 271 about each person, in the order of the file, and refusals that name nobody. */
export const answersOf = ({ sources }: EligibilityResponseSet): MemberAnswer[] =>
  sources.flatMap(answersOfSource);
