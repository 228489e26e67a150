import type { ClaimCandidate } from '../../domain/ledger/payment.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import { datesOf, type FactName, type Facts, factNames } from './claim-facts.ts';
import {
  claimsNamed,
  claimsOfDays,
  type FindClaimsEffects,
  type PaymentParties,
  type PossibleClaim,
  possibleClaims,
} from './find-claims.ts';
import { mayBeCutOff, mayBeOurs } from './misspelt-number.ts';

/** What is known of a decision that matches nothing of ours for sure. */
export type Unmatched = {
  readonly candidates: readonly ClaimCandidate[];
  /** Its number cannot be ours and nothing of ours comes close: another system billed it for this practice. */
  readonly isOfAnotherSystem: boolean;
};

/** More than a person compares at a glance are a list that nobody reads. */
const candidatesShown = 5;

/** What an unmatched decision may be about, the likeliest first. */
export const findCandidates = async (
  decided: RemittanceClaim,
  parties: PaymentParties,
  effects: FindClaimsEffects,
): Promise<Unmatched> => {
  const claims = [
    ...(await claimsNamed(decided, effects)),
    ...(await claimsOfDays(decided, parties, effects)),
  ];
  const candidates = rankCandidates(await possibleClaims(claims, decided, parties, effects));
  // Who is paid for a practice that is none of ours is no other system's customer: somebody has to know.
  const isPaidToUs = (await effects.payments.practicePaid(parties.paidTo)) !== undefined;
  const { patientControlNumber: number } = decided;
  // The beginning of a number of ours would have been found by its day.
  const isUnsearched = mayBeCutOff(number) && datesOf(decided).length === 0;
  const isForeign = !mayBeOurs(number) && !isUnsearched && candidates.length === 0;
  return { candidates, isOfAnotherSystem: isForeign && isPaidToUs };
};

/** The likeliest claims first, at most five, without those for which too little speaks. Proposes, never decides. */
export const rankCandidates = (possible: readonly PossibleClaim[]): readonly ClaimCandidate[] =>
  possible
    .map(toCandidate)
    .filter(({ score }) => score >= threshold)
    .toSorted((one, other) => other.score - one.score || (one.claimId < other.claimId ? -1 : 1))
    .slice(0, candidatesShown);

const toCandidate = ({ claim: { claimId }, submissionNumber, facts }: PossibleClaim): ClaimCandidate => ({
  claimId,
  submissionNumber,
  score: scoreOf(facts),
  agrees: factNames.filter((name) => facts[name] === 'agrees').map((name) => words[name]),
  differs: factNames.filter((name) => facts[name] === 'differs').map((name) => words[name]),
});

/**
 * What each fact counts for a claim, and against it. The day, the charge, the services and the payer of another
 * patient's visit agree on any busy day; so do member, charge and payer of another visit of the same patient.
 * Neither may reach the threshold.
 */
const weights: Readonly<Record<FactName, readonly [forIt: number, againstIt: number]>> = {
  claimNumber: [60, 0],
  payerControlNumber: [40, 0],
  lineNumbers: [60, 20],
  member: [30, 20],
  patientName: [10, 10],
  dateOfService: [20, 30],
  charge: [20, 10],
  procedures: [10, 5],
  payer: [5, 20],
};

const threshold = 50;

const scoreOf = (facts: Facts): number => {
  const points = factNames.map((name) => {
    const [forIt, againstIt] = weights[name];
    return facts[name] === 'agrees' ? forIt : facts[name] === 'differs' ? -againstIt : 0;
  });
  return Math.min(
    100,
    Math.max(
      0,
      points.reduce((total, one) => total + one, 0),
    ),
  );
};

const words: Readonly<Record<FactName, string>> = {
  claimNumber: 'claim number as far as it can be read',
  payerControlNumber: 'payer’s claim number',
  lineNumbers: 'line numbers',
  member: 'member id',
  patientName: 'patient’s name',
  dateOfService: 'date of service',
  charge: 'charge',
  procedures: 'procedures',
  payer: 'payer',
};

/** Claims of more days than these are not kept in memory: a payment names its claims mostly day by day. */
const daysKept = 16;

/** The look-ups that decisions of one payment have in common, each made once. */
export const onceADay = <E extends FindClaimsEffects>(effects: E): E => ({
  ...effects,
  payments: { ...effects.payments, practicePaid: remembered(effects.payments.practicePaid, 1) },
  claimsByDateOfService: remembered(effects.claimsByDateOfService, daysKept),
});

const remembered = <A extends readonly unknown[], R>(
  lookUp: (...about: A) => Promise<R>,
  kept: number,
): ((...about: A) => Promise<R>) => {
  const known = new Map<string, Promise<R>>();
  return (...about) => {
    const key = JSON.stringify(about);
    const answer = known.get(key) ?? lookUp(...about);
    if (!known.has(key) && known.size >= kept) known.clear();
    known.set(key, answer);
    return answer;
  };
};
