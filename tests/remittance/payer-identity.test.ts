import { describe, expect, it } from 'vitest';
import type { PayerNamed } from '../../functions/domain/ledger/payment.ts';
import { comparePayer, payerNamedBy } from '../../functions/remittance/matching/payer-identity.ts';

const contracts = [
  { payerId: 'NWH01', name: 'The Northwind Health Plan, Inc.' },
  { payerId: 'NWH02', name: 'Northwind Health Plan' },
  { payerId: 'LSM01', name: 'Lakeshore Mutual of Ohio' },
];

const named = (name: string, ...ids: readonly string[]): PayerNamed => ({ name, ids: [...ids] });

describe('the payer that a file names, beside one of our contracts', () => {
  it.each([
    ['by its id', named('WHOEVER', 'LSM01'), 'LSM01', 'agrees'],
    ['by its id as others write it', named('WHOEVER', 'lsm-01'), 'LSM01', 'agrees'],
    ['by one of several ids', named('', '999', 'LSM01'), 'LSM01', 'agrees'],
    ['by its name in other letters', named('LAKESHORE MUTUAL OHIO'), 'LSM01', 'agrees'],
    ['without what kind of company it is', named('Lakeshore Mutual Ohio, L.L.C.'), 'LSM01', 'agrees'],
    ['by a name of two of ours, either', named('NORTHWIND HEALTH PLAN CO'), 'NWH01', 'agrees'],
    ['by that name, the other of the two', named('NORTHWIND HEALTH PLAN CORP'), 'NWH02', 'agrees'],
    ['by the id of another contract', named('LAKESHORE MUTUAL OHIO', 'NWH02'), 'NWH01', 'differs'],
    ['by the name of another contract', named('LAKESHORE MUTUAL OHIO'), 'NWH01', 'differs'],
    ['by a name that shares a word', named('LAKESHORE BENEFITS'), 'LSM01', 'unknown'],
    ['by one that shares a word after another', named('GREAT LAKESHORE'), 'LSM01', 'unknown'],
    ['by one that shares none', named('PRAIRIE TRUST'), 'LSM01', 'differs'],
    ['by one that shares but the kind of company', named('PRAIRIE OF THE AND CO'), 'LSM01', 'differs'],
    ['by nothing', named(''), 'LSM01', 'unknown'],
    ['by words that name no company', named('THE COMPANY LTD'), 'LSM01', 'unknown'],
    ['of a contract that is not ours', named('PRAIRIE TRUST'), 'PRT01', 'unknown'],
  ] as const)('%s', (_how, payer, payerId, verdict) => {
    expect(comparePayer(payer, payerId, contracts)).toBe(verdict);
  });

  it('is not a contract without a name, however little the file says', () => {
    expect(comparePayer(named(''), 'X', [{ payerId: 'X', name: 'Inc.' }])).toBe('unknown');
  });
});

describe('how a payment names its payer', () => {
  const references = [
    { qualifier: '2U', id: 'NWH01' },
    { qualifier: 'EO', id: '' },
  ];

  it('is by name, by each id that it gives, and by who pays', () => {
    const payer = { name: 'NORTHWIND', id: '12345', references };
    expect(payerNamedBy({ payer, payerIdentifier: '1512345678' })).toEqual({
      ...{ name: 'NORTHWIND', id: '1512345678', ids: ['12345', 'NWH01'] },
    });
  });

  it('is by nothing where it says nothing', () => {
    expect(payerNamedBy({ payer: {} })).toEqual({ name: '', ids: [] });
  });
});
