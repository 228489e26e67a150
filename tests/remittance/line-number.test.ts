import { expect, it } from 'vitest';
import { lineNumberOf } from '../../functions/remittance/matching/line-number.ts';
import { paidLine } from '../factories/remittances.ts';

const numberOf = (lineControlNumber: string | undefined, patientControlNumber = 'C2345678923-1') =>
  lineNumberOf(paidLine({ lineControlNumber }), { patientControlNumber });

it.each([
  ['C2345678923-1-12', 12],
  ['c2345678923-1-12', 12],
  ['C2345678923112', 12],
  ['C2345678923 1 12', 12],
  ['12', 12],
  ['012', 12],
])('a payer that sends "%s" back means line %i', (text, line) => {
  expect(numberOf(text)).toBe(line);
});

it.each([undefined, '', '0', 'L12', 'C2345678923-1', 'C2345678929-1-12', 'C23456789231'])(
  'a payer that sends "%s" back means no line of ours',
  (text) => {
    expect(numberOf(text)).toBeUndefined();
  },
);

it('the line of a claim is known where the claim’s own number is lost', () => {
  expect(numberOf('C2345678923-1-2', '4711')).toBe(2);
  expect(numberOf('47112', '4711')).toBeUndefined();
});
