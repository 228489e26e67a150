import { describe, expect, it } from 'vitest';
import { recipientOf } from '../../functions/domain/ledger/payee.ts';
import { checkAuthority } from '../../functions/remittance/check-authority.ts';

const billing = {
  npis: ['1234567893', '1999999984'],
  taxIds: ['123456789'],
  partnerIds: ['northwind', 'clearing-house'],
  classRules: [],
  contracts: [],
};

const payee = (
  idQualifier: 'XX' | 'FI' | 'XV',
  id: string,
  taxId?: string,
): Parameters<typeof recipientOf>[1] => ({
  idQualifier,
  id,
  ...(taxId && { references: [{ qualifier: 'TJ', id: taxId }] }),
});

describe('a payment may be posted', () => {
  it.each([
    ['to the practice by its NPI', payee('XX', '1234567893')],
    ['to one of its providers', payee('XX', '1999999984', '123456789')],
    ['to its tax id, written with a hyphen', payee('FI', '12-3456789')],
    ['under a number of the payer beside its tax id', payee('XV', 'H1234', '123456789')],
  ])('%s', (_to, to) => {
    expect(checkAuthority(billing, recipientOf('northwind', to))).toBeUndefined();
    expect(checkAuthority(billing, recipientOf('clearing-house', to))).toBeUndefined();
  });
});

describe('a payment is held', () => {
  it('that comes through a partner of no payer of the claim', () => {
    expect(checkAuthority(billing, recipientOf('elsewhere', payee('XX', '1234567893')))).toEqual({
      code: 'wrong-partner',
      detail: 'the file came through elsewhere, with which its payer is not enrolled for remittances',
    });
  });

  it.each([
    ['to another NPI', payee('XX', '1888888885')],
    ['to its NPI with another tax id', payee('XX', '1234567893', '987654321')],
    ['to nobody that it names', payee('XV', 'H1234')],
  ])('made out %s', (_to, to) => {
    expect(checkAuthority(billing, recipientOf('northwind', to))).toEqual({
      code: 'wrong-payee',
      detail: 'the payment is made out to somebody else than the practice that billed it',
    });
  });
});

describe('to whom a payment is made out', () => {
  it('is told by NPI or tax id, and by no number of another kind', () => {
    const references = [
      { qualifier: 'PQ', id: '987654321' },
      { qualifier: 'TJ', id: '12-3456789' },
    ];
    expect(recipientOf('northwind', { idQualifier: 'XV', id: 'H1234', references })).toEqual({
      partnerId: 'northwind',
      npis: [],
      taxIds: ['123456789'],
    });
    expect(recipientOf('northwind', payee('FI', '12-3456789'))).toMatchObject({
      npis: [],
      taxIds: ['123456789'],
    });
    expect(recipientOf('northwind', payee('XX', '1234567893'))).toMatchObject({
      npis: ['1234567893'],
      taxIds: [],
    });
  });
});
