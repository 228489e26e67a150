import { describe, expect, it } from 'vitest';
import {
  agreementWith,
  goesThrough,
  numbersOf,
  practicesPaidAmong,
} from '../../../functions/domain/ledger/payee.ts';
import { elm, maple, oak } from '../../factories/two-practices.ts';

const paidTo = (npis: string[], taxIds: string[] = []) => ({ partnerId: 'northwind', npis, taxIds });
const paidAmong = (npis: string[], taxIds: string[] = []): readonly string[] =>
  practicesPaidAmong([maple, elm, oak], paidTo(npis, taxIds));

describe('the practices that are paid', () => {
  it.each([
    ['its own NPI', ['1234567893'], []],
    ['its tax id', [], ['123456789']],
    ['both', ['1234567893'], ['123456789']],
    ['the NPI of one of its providers', ['1999999984'], []],
    ['its NPI beside a tax id that nobody has', ['1234567893'], ['111111111']],
    ['its tax id beside an NPI that nobody has', ['1444444444'], ['123456789']],
  ])('are one, by %s', (_by, npis, taxIds) => {
    expect(paidAmong(npis, taxIds)).toEqual(['maple-street']);
  });

  it.each([
    ['an identifier of none', ['1444444444'], []],
    ['no identifier', [], []],
    ['identifiers of two that contradict one another', ['1234567893'], ['987654321']],
  ])('are none, by %s', (_by, npis, taxIds) => {
    expect(paidAmong(npis, taxIds)).toEqual([]);
  });

  it('are all that share the number', () => {
    const shared = { ...elm, taxId: maple.taxId };
    expect(practicesPaidAmong([maple, shared, oak], paidTo([], ['123456789']))).toEqual([
      'maple-street',
      'elm-row',
    ]);
    expect(practicesPaidAmong([maple, shared, oak], paidTo([shared.npi], ['123456789']))).toEqual([
      'elm-row',
    ]);
  });
});

it('a payee agrees in all, in some or in none of its identifiers', () => {
  const numbers = numbersOf(maple);
  expect(agreementWith(numbers, paidTo(['1999999984'], ['123456789']))).toBe('all');
  expect(agreementWith(numbers, paidTo(['1999999984'], ['111111111']))).toBe('some');
  expect(agreementWith(numbers, paidTo(['1444444444'], ['111111111']))).toBe('none');
  expect(agreementWith(numbers, paidTo([]))).toBe('none');
});

it('a partner of remittances alone is a partner as well', () => {
  const payer = { partnerId: 'northwind', remittancePartnerIds: ['lakeshore'] };
  expect(['northwind', 'lakeshore', 'elsewhere'].map((id) => goesThrough(payer, id))).toEqual([
    true,
    true,
    false,
  ]);
});
