import { readAdjustments } from '../adjustments.ts';
import { dateOf, requiredElement } from '../elements.ts';
import { type Loop, requiredLoop, requiredSegment, segmentOf } from '../loops.ts';
import { informationAmount, readAmounts } from '../read-amounts.ts';
import { readAddress, readName, referenceOf } from '../read-parties.ts';
import { elementOf } from '../segments.ts';
import type { OtherPayer } from './professional-claim.ts';

/** Loop 2320 with 2330A and 2330B. Raises MalformedElement. */
export const readOtherPayer = (loop: Loop): OtherPayer => ({
  ...readCoverage(loop),
  ...readSettlement(loop),
  subscriber: readOtherSubscriber(requiredLoop(loop, '2330A')),
  ...readPayerName(requiredLoop(loop, '2330B')),
});

const readCoverage = (loop: Loop) => {
  const sbr = requiredSegment(loop, 'SBR');
  const oi = segmentOf(loop, 'OI');
  return {
    responsibility: requiredElement(sbr, 1),
    relationship: requiredElement(sbr, 2),
    groupNumber: elementOf(sbr, 3),
    groupName: elementOf(sbr, 4),
    insuranceType: elementOf(sbr, 5),
    claimFilingIndicator: elementOf(sbr, 9),
    benefitsAssigned: elementOf(oi, 3),
    releaseOfInformation: elementOf(oi, 6),
  };
};

const readSettlement = (loop: Loop) => ({
  adjustments: readAdjustments(loop),
  paid: informationAmount(loop, 'D'),
  remainingPatientLiability: informationAmount(loop, 'EAF'),
  amounts: readAmounts(loop, 'D', 'EAF'),
});

const readOtherSubscriber = (loop: Loop): OtherPayer['subscriber'] => {
  const nm1 = requiredSegment(loop, 'NM1');
  return { ...readName(nm1), memberId: elementOf(nm1, 9), address: readAddress(loop) };
};

const readPayerName = (loop: Loop) => {
  const nm1 = requiredSegment(loop, 'NM1');
  return {
    name: requiredElement(nm1, 3),
    id: requiredElement(nm1, 9),
    adjudicationDate: dateOf(segmentOf(loop, 'DTP', '573'), 3),
    claimControlNumber: referenceOf(loop, 'F8'),
  };
};
