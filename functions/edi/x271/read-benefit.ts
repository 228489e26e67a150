import { amountOf, quantityOf, requiredElement, requiredPeriod } from '../elements.ts';
import { type Loop, requiredSegment, segmentsOf } from '../loops.ts';
import { elementOf, repetitionsOf } from '../segments.ts';
import type { Benefit } from './eligibility-response.ts';

/** Loop 2110 of a 271. Raises MalformedElement. */
export const readBenefit = (loop: Loop): Benefit => {
  const eb = requiredSegment(loop, 'EB');
  return {
    information: requiredElement(eb, 1),
    coverageLevel: elementOf(eb, 2),
    serviceTypes: repetitionsOf(eb, 3),
    insuranceType: elementOf(eb, 4),
    planDescription: elementOf(eb, 5),
    timePeriod: elementOf(eb, 6),
    amount: amountOf(eb, 7),
    percent: elementOf(eb, 8),
    quantityQualifier: elementOf(eb, 9),
    quantity: quantityOf(eb, 10),
    authorizationRequired: elementOf(eb, 11),
    inNetwork: elementOf(eb, 12),
    dates: segmentsOf(loop, 'DTP').map((dtp) => ({
      qualifier: requiredElement(dtp, 1),
      ...requiredPeriod(dtp),
    })),
    messages: segmentsOf(loop, 'MSG').map((msg) => requiredElement(msg, 1)),
  };
};
