import { amountOf, dateOf, periodOf, quantityOf, requiredComponent, requiredElement } from './elements.ts';
import { type Loop, requiredSegment, segmentOf, segmentsOf } from './loops.ts';
import { referenceOf } from './read-parties.ts';
import { componentsOf, elementOf, type Segment } from './segments.ts';
import type { LineStatus, StatusCode, StatusInformation } from './status-information.ts';

const readCode = (stc: Segment, at: number): StatusCode => ({
  category: requiredComponent(stc, at, 1),
  status: requiredComponent(stc, at, 2),
  entity: componentsOf(stc, at)[2],
});

const readStatus = (stc: Segment): StatusInformation => {
  requiredElement(stc, 1);
  return {
    codes: [1, 10, 11].filter((at) => elementOf(stc, at) !== undefined).map((at) => readCode(stc, at)),
    effectiveDate: dateOf(stc, 2),
    action: elementOf(stc, 3),
    charge: amountOf(stc, 4),
    paid: amountOf(stc, 5),
    finalizedDate: dateOf(stc, 6),
    remittanceDate: dateOf(stc, 8),
    remittanceTrace: elementOf(stc, 9),
    message: elementOf(stc, 12),
  };
};

/** All STC segments of a loop. */
export const readStatuses = (loop: Loop | undefined): StatusInformation[] =>
  segmentsOf(loop, 'STC').map(readStatus);

/** Loop 2220D or 2220E. */
export const readLineStatus = (loop: Loop): LineStatus => {
  const svc = requiredSegment(loop, 'SVC');
  const [procedureQualifier, procedure, ...modifiers] = componentsOf(svc, 1);
  return {
    procedureQualifier,
    procedure,
    modifiers: modifiers.slice(0, 4).filter((modifier) => modifier !== undefined),
    charge: amountOf(svc, 2),
    paid: amountOf(svc, 3),
    units: quantityOf(svc, 7),
    statuses: readStatuses(loop),
    lineControlNumber: referenceOf(loop, 'FJ'),
    servicePeriod: periodOf(segmentOf(loop, 'DTP', '472')),
  };
};
