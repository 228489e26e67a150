import { readAdjustments } from '../adjustments.ts';
import { amountOf, dateOf, quantityOf, requiredAmount, requiredDate, requiredElement } from '../elements.ts';
import { type Loop, loopsOf, requiredSegment, segmentOf, segmentsOf } from '../loops.ts';
import type { ServicePeriod } from '../party.ts';
import { readOptionalProcedure, readProcedure } from '../procedure.ts';
import { readAmounts } from '../read-amounts.ts';
import { readEntityOf, readPartialName, readReferences, referenceOf } from '../read-parties.ts';
import { elementOf } from '../segments.ts';
import type { RemittanceClaim, RemittanceLine, RemittancePerson } from './remittance.ts';

/** Loop 2100 with its lines. Raises MalformedElement. */
export const readRemittanceClaim = (loop: Loop, position: number): RemittanceClaim => {
  const clp = requiredSegment(loop, 'CLP');
  return {
    position,
    patientControlNumber: requiredElement(clp, 1),
    statusCode: requiredElement(clp, 2),
    charge: requiredAmount(clp, 3),
    paid: requiredAmount(clp, 4),
    patientResponsibility: amountOf(clp, 5),
    claimFilingIndicator: elementOf(clp, 6),
    payerControlNumber: elementOf(clp, 7),
    placeOfService: elementOf(clp, 8),
    frequency: elementOf(clp, 9),
    adjustments: readAdjustments(loop),
    ...readPeople(loop),
    remarks: readRemarks(loop),
    references: readReferences(loop),
    dates: segmentsOf(loop, 'DTM').map((dtm) => ({
      qualifier: requiredElement(dtm, 1),
      date: requiredDate(dtm, 2),
    })),
    amounts: readAmounts(loop),
    lines: loopsOf(loop, '2110').map(readRemittanceLine),
  };
};

const readPeople = (loop: Loop) => ({
  patient: readPerson(loop, 'QC'),
  subscriber: readPerson(loop, 'IL'),
  correctedInsured: readPerson(loop, '74'),
  renderingProvider: readPerson(loop, '82'),
  crossoverCarrier: readEntityOf(loop, 'TT'),
  correctedPriorityPayer: readEntityOf(loop, 'PR'),
});

/** The 835 lets every part of a person's name be absent, even the last name. */
const readPerson = (loop: Loop, code: string): RemittancePerson | undefined => {
  const nm1 = segmentOf(loop, 'NM1', code);
  return nm1 && { ...readPartialName(nm1), idQualifier: elementOf(nm1, 8), id: elementOf(nm1, 9) };
};

/** Remark codes stand in five places of MOA (outpatient) and five of MIA (inpatient). */
const readRemarks = (loop: Loop): string[] => {
  const [moa, mia] = [segmentOf(loop, 'MOA'), segmentOf(loop, 'MIA')];
  return [
    ...[3, 4, 5, 6, 7].map((at) => elementOf(moa, at)),
    ...[5, 20, 21, 22, 23].map((at) => elementOf(mia, at)),
  ].filter((remark) => remark !== undefined);
};

const readRemittanceLine = (loop: Loop): RemittanceLine => {
  const svc = requiredSegment(loop, 'SVC');
  return {
    procedure: readProcedure(svc, 1),
    charge: requiredAmount(svc, 2),
    paid: requiredAmount(svc, 3),
    revenueCode: elementOf(svc, 4),
    units: quantityOf(svc, 5),
    submittedProcedure: readOptionalProcedure(svc, 6),
    submittedUnits: quantityOf(svc, 7),
    servicePeriod: readServicePeriod(loop),
    adjustments: readAdjustments(loop),
    lineControlNumber: referenceOf(loop, '6R'),
    references: readReferences(loop, '6R'),
    amounts: readAmounts(loop),
    remarks: segmentsOf(loop, 'LQ', 'HE').map((lq) => requiredElement(lq, 2)),
  };
};

/** A service of one day has DTM*472, a longer one DTM*150 and DTM*151. */
const readServicePeriod = (loop: Loop): ServicePeriod | undefined => {
  const day = dateOf(segmentOf(loop, 'DTM', '472'), 2);
  if (day !== undefined) return { from: day };
  const from = dateOf(segmentOf(loop, 'DTM', '150'), 2);
  return from === undefined ? undefined : { from, through: dateOf(segmentOf(loop, 'DTM', '151'), 2) };
};
