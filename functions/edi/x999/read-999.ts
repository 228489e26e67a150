import { attempt, countOf, parseCount, requiredCount, requiredElement } from '../elements.ts';
import type { Checked } from '../findings.ts';
import { type Loop, loopsOf, readLoops, requiredLoop, requiredSegment, segmentsOf } from '../loops.ts';
import { componentsOf, elementOf, partsOf, repetitionsOf, type Segment } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import { implementationAcknowledgementGuide, implementationAcknowledgementLoops } from './guide.ts';
import type {
  ElementError,
  ErrorContext,
  ImplementationAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.ts';

/** Reads a 999; a set that cannot be read is left out with a finding. */
export const read999 = (text: string): Checked<ImplementationAcknowledgementFile> => {
  const sets = readTransactionSets(text, implementationAcknowledgementGuide);
  if (!sets.success) return sets;
  const results = sets.data.sets.map(({ set, path }) =>
    attempt(path, () => readAcknowledgement(readLoops(implementationAcknowledgementLoops, set.segments))),
  );
  const acknowledgements = results.flatMap((result) => (result.success ? [result.data] : []));
  const findings = results.flatMap((result) => (result.success ? [] : result.findings));
  return withFindings({ envelope: sets.data.envelope, acknowledgements }, [
    ...sets.data.findings,
    ...findings,
  ]);
};

const readAcknowledgement = (root: Loop): ImplementationAcknowledgement => {
  const ak1 = requiredSegment(root, 'AK1');
  const ak9 = requiredSegment(requiredLoop(root, 'AK9'), 'AK9');
  return {
    functionalId: requiredElement(ak1, 1),
    groupControlNumber: requiredElement(ak1, 2),
    version: elementOf(ak1, 3),
    transactionSets: loopsOf(root, '2000').map(readTransactionSet),
    status: requiredElement(ak9, 1),
    includedSets: requiredCount(ak9, 2),
    receivedSets: requiredCount(ak9, 3),
    acceptedSets: requiredCount(ak9, 4),
    errorCodes: codesFrom(ak9, 5),
  };
};

/** AK9 and IK5 end with up to five error codes. */
const codesFrom = (segment: Segment, first: number): string[] =>
  [0, 1, 2, 3, 4].map((offset) => elementOf(segment, first + offset)).filter((code) => code !== undefined);

const readTransactionSet = (loop: Loop): TransactionSetAcknowledgement => {
  const ak2 = requiredSegment(loop, 'AK2');
  const ik5 = requiredSegment(requiredLoop(loop, 'IK5'), 'IK5');
  return {
    transaction: requiredElement(ak2, 1),
    controlNumber: requiredElement(ak2, 2),
    version: elementOf(ak2, 3),
    segmentErrors: loopsOf(loop, '2100').map(readSegmentError),
    status: requiredElement(ik5, 1),
    errorCodes: codesFrom(ik5, 2),
  };
};

const readSegmentError = (loop: Loop): SegmentError => {
  const ik3 = requiredSegment(loop, 'IK3');
  return {
    segmentId: requiredElement(ik3, 1),
    position: requiredCount(ik3, 2),
    loop: elementOf(ik3, 3),
    code: elementOf(ik3, 4),
    contexts: segmentsOf(loop, 'CTX').map(readContext),
    elementErrors: loopsOf(loop, '2110').map(readElementError),
  };
};

const readElementError = (loop: Loop): ElementError => {
  const ik4 = requiredSegment(loop, 'IK4');
  requiredElement(ik4, 1);
  const [element, component, repetition] = componentsOf(ik4, 1).map(parseCount);
  return {
    element: element ?? requiredCount(ik4, 1),
    component,
    repetition,
    referenceNumber: elementOf(ik4, 2),
    code: requiredElement(ik4, 3),
    badValue: elementOf(ik4, 4),
    contexts: segmentsOf(loop, 'CTX').map(readContext),
  };
};

const readContext = (ctx: Segment): ErrorContext => {
  const [name, value] = partsOf(ctx, repetitionsOf(ctx, 1)[0] ?? '');
  const [element, component] = componentsOf(ctx, 5).map(parseCount);
  return {
    name: name ?? requiredElement(ctx, 1),
    value,
    segmentId: elementOf(ctx, 2),
    position: countOf(ctx, 3),
    loop: elementOf(ctx, 4),
    element,
    component,
  };
};
