import { readAdjustments } from '../adjustments.ts';
import {
  countOf,
  dateOf,
  MalformedElement,
  parseCount,
  requiredAmount,
  requiredCount,
  requiredElement,
  requiredPeriod,
  requiredQuantity,
} from '../elements.ts';
import { type Loop, loopOf, loopsOf, requiredSegment, segmentOf } from '../loops.ts';
import { readProcedure } from '../procedure.ts';
import { informationAmount } from '../read-amounts.ts';
import { referenceOf } from '../read-parties.ts';
import { componentsOf, elementOf, type Segment } from '../segments.ts';
import type { LineAdjudication, ProfessionalServiceLine } from './professional-claim.ts';
import { readProvider } from './read-provider.ts';

/** Loop 2400. Raises MalformedElement. */
export const readServiceLine = (loop: Loop): ProfessionalServiceLine => {
  const sv1 = requiredSegment(loop, 'SV1');
  return {
    lineNumber: requiredCount(requiredSegment(loop, 'LX'), 1),
    procedure: readProcedure(sv1, 1),
    charge: requiredAmount(sv1, 2),
    unitBasis: elementOf(sv1, 3),
    units: requiredQuantity(sv1, 4),
    placeOfService: elementOf(sv1, 5),
    diagnosisPointers: readPointers(sv1),
    servicePeriod: requiredPeriod(requiredSegment(loop, 'DTP', '472')),
    lineControlNumber: referenceOf(loop, '6R'),
    note: elementOf(segmentOf(loop, 'NTE', 'ADD'), 2),
    renderingProvider: readProvider(loopOf(loop, '2420A')),
    orderingProvider: readProvider(loopOf(loop, '2420E')),
    adjudications: loopsOf(loop, '2430').map(readLineAdjudication),
  };
};

const readPointers = (sv1: Segment): number[] =>
  componentsOf(sv1, 7)
    .filter((pointer) => pointer !== undefined)
    .map((pointer) => {
      const count = parseCount(pointer);
      if (count === undefined)
        throw new MalformedElement('IK403-6', 'SV107', 'A pointer is not a whole number');
      return count;
    });

const readLineAdjudication = (loop: Loop): LineAdjudication => {
  const svd = requiredSegment(loop, 'SVD');
  return {
    payerId: requiredElement(svd, 1),
    paid: requiredAmount(svd, 2),
    procedure: readProcedure(svd, 3),
    units: requiredQuantity(svd, 5),
    bundledLine: countOf(svd, 6),
    adjustments: readAdjustments(loop),
    adjudicationDate: dateOf(segmentOf(loop, 'DTP', '573'), 3),
    remainingPatientLiability: informationAmount(loop, 'EAF'),
  };
};
