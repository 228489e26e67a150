import { expect, it } from 'vitest';
import {
  knownControlNumbers,
  numbersToIndex,
  transmissionsNumbered,
  withControlNumber,
} from '../../../functions/domain/ledger/decision.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';

const twice = claim({
  submissions: [
    { number: 1, frequency: '1', fileAccepted: true },
    { number: 2, frequency: '7', fileAccepted: true },
  ],
});

const answered = (before: typeof twice, submissionNumber: number, payerControlNumber: string) => ({
  ...before,
  ...withControlNumber(before, { submissionNumber, payerControlNumber }),
});

it('numbers of two transmissions are both known, each with its own', () => {
  const both = answered(answered(twice, 1, 'ICN1'), 2, 'ICN2');
  expect(knownControlNumbers(both)).toEqual(['ICN2', 'ICN1']);
  expect(transmissionsNumbered(both, 'ICN1')).toEqual([1]);
  expect(transmissionsNumbered(both, 'ICN2')).toEqual([2]);
  expect(transmissionsNumbered(both, 'ICN3')).toEqual([]);
});

it('a number that is given twice is kept once, and none changes nothing', () => {
  const once = answered(twice, 1, 'ICN1');
  expect(answered(once, 1, 'ICN1')).toEqual(once);
  expect(withControlNumber(once, { submissionNumber: 1 })).toEqual({});
});

it('a decision’s number is that of the transmission that it decides', () => {
  const decided = { ...twice, adjudications: [adjudication({ payerControlNumber: 'ICN1' })] };
  expect(transmissionsNumbered(decided, 'ICN1')).toEqual([1]);
});

it('with a new number all are indexed, for an old claim had only its last one there', () => {
  const before = claim({ payerControlNumber: 'ICN1' });
  const after = { ...before, payerControlNumber: 'ICN2' };
  expect(numbersToIndex(before, after)).toEqual(['ICN1', 'ICN2']);
  expect(numbersToIndex(after, { ...after, status: 'closed' })).toEqual([]);
});
