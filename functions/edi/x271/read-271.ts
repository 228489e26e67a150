import { requiredElement, requiredPeriod } from '../elements.ts';
import {
  eligibilityLoops,
  type MemberLevels,
  memberLevelsOf,
  providerLevelsOf,
  readPayer,
  readProvider,
} from '../eligibility-loops.ts';
import type { Checked } from '../findings.ts';
import {
  type Loop,
  loopOf,
  loopsOf,
  readEach,
  readLoops,
  requiredSegment,
  segmentOf,
  segmentsOf,
} from '../loops.ts';
import { readAddress, readDemographics, readPartialName, referenceOf } from '../read-parties.ts';
import { elementOf, type Segment } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import type {
  BenefitDate,
  EligibilityRefusal,
  EligibilityRejection,
  EligibilityResponse,
  EligibilityResponseFile,
  ResponseMember,
} from './eligibility-response.ts';
import { eligibilityResponseGuide } from './guide.ts';
import { readBenefit } from './read-benefit.ts';

/** Reads a 271; answers that cannot be read are left out and named by findings ("ST[1]/HL[2]/…"). */
export const read271 = (text: string): Checked<EligibilityResponseFile> => {
  const sets = readTransactionSets(text, eligibilityResponseGuide);
  if (!sets.success) return sets;
  const roots = sets.data.sets.map(({ set, path }) => ({
    root: readLoops(eligibilityLoops, set.segments),
    path,
  }));
  const responses = roots.map(({ root, path }) => readEach(answersOf(root), `${path}/HL`, readResponse));
  const refusals = roots.map(({ root, path }) =>
    readEach(refusalReadersOf(root), `${path}/AAA`, (read) => read()),
  );
  const data = {
    envelope: sets.data.envelope,
    responses: responses.flatMap(({ values }) => values),
    refusals: refusals.flatMap(({ values }) => values),
  };
  const findings = [...responses, ...refusals].flatMap((result) => result.findings);
  return withFindings(data, [...sets.data.findings, ...findings]);
};

/** A subscriber who stands there only for the dependents below gives no answer. */
const answersOf = (root: Loop): MemberLevels[] =>
  memberLevelsOf(root).filter(
    ({ subscriber, dependent }) =>
      dependent !== undefined || loopsOf(subscriber, '2000D').length === 0 || hasAnswer(subscriber),
  );

const hasAnswer = (subscriber: Loop): boolean =>
  segmentOf(subscriber, 'TRN') !== undefined || rejectionsOf(subscriber, '2100C').length > 0;

/** AAA of a level, of its party, and of that party's benefits. */
const rejectionsOf = (level: Loop, party: string): Segment[] => {
  const named = loopOf(level, party);
  const benefits = named?.loops ?? [];
  return [level, named, ...benefits].flatMap((loop) => segmentsOf(loop, 'AAA'));
};

const readRejection = (aaa: Segment): EligibilityRejection => ({
  validRequest: requiredElement(aaa, 1),
  reason: requiredElement(aaa, 3),
  followUp: requiredElement(aaa, 4),
});

const readResponse = ({ payer, provider, subscriber, dependent }: MemberLevels): EligibilityResponse => {
  const level = dependent ?? subscriber;
  const party = dependent === undefined ? '2100C' : '2100D';
  const member = loopOf(level, party);
  const trace = segmentOf(level, 'TRN', '2');
  return {
    payer: readPayer(payer),
    provider: readProvider(provider),
    subscriber: readSubscriber(loopOf(subscriber, '2100C')),
    dependent: dependent && readDependent(member),
    traceNumber: elementOf(trace, 2),
    traceOriginator: elementOf(trace, 3),
    rejections: rejectionsOf(level, party).map(readRejection),
    dates: segmentsOf(member, 'DTP').map(readDate),
    benefits: [...loopsOf(member, '2110C'), ...loopsOf(member, '2110D')].map(readBenefit),
  };
};

const readDate = (dtp: Segment): BenefitDate => ({
  qualifier: requiredElement(dtp, 1),
  ...requiredPeriod(dtp),
});

const readMember = (loop: Loop | undefined): ResponseMember => ({
  ...readPartialName(requiredSegment(loop, 'NM1')),
  ...readDemographics(loop),
  address: readAddress(loop),
});

const readSubscriber = (loop: Loop | undefined): EligibilityResponse['subscriber'] => ({
  ...readMember(loop),
  memberId: elementOf(requiredSegment(loop, 'NM1'), 9),
  groupNumber: referenceOf(loop, '6P'),
});

const readDependent = (loop: Loop | undefined): EligibilityResponse['dependent'] => ({
  ...readMember(loop),
  relationship: elementOf(segmentOf(loop, 'INS'), 2),
});

const refusalReadersOf = (root: Loop): (() => EligibilityRefusal)[] => [
  ...loopsOf(root, '2000A').flatMap((payer) =>
    rejectionsOf(payer, '2100A').map((aaa) => () => ({
      level: 'payer' as const,
      payer: readPayer(payer),
      ...readRejection(aaa),
    })),
  ),
  ...providerLevelsOf(root).flatMap(({ payer, provider }) =>
    rejectionsOf(provider, '2100B').map((aaa) => () => ({
      level: 'provider' as const,
      payer: readPayer(payer),
      provider: readProvider(provider),
      ...readRejection(aaa),
    })),
  ),
];
