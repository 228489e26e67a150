import { describe, expect, it } from 'vitest';
import { isFromNextPayer } from '../../functions/remittance/matching/next-payer.ts';
import { claim } from '../factories/claims.ts';
import { secondCoverage } from '../factories/payers.ts';
import { remittanceClaim } from '../factories/remittances.ts';

const forwarded = claim({
  nextPayers: [{ coverage: secondCoverage, payerName: 'Granite Mutual, Inc.', claimFilingIndicator: 'CI' }],
});

const from = (statusCode: string, name: string, of = forwarded): boolean =>
  isFromNextPayer(of, remittanceClaim({ statusCode }), { name });

describe('a decision is the next payer’s', () => {
  it.each(['2', '3', '20', '21'])('where it decides as a later payer (%s) under its name', (statusCode) => {
    expect(from(statusCode, 'GRANITE MUTUAL INC')).toBe(true);
  });
});

describe('of contracts that name both', () => {
  const contracts = [
    { payerId: 'northwind', name: 'Northwind Health' },
    { payerId: secondCoverage.payerId, name: 'Granite Mutual, Inc.' },
  ];
  const told = (statusCode: string, payer: Parameters<typeof isFromNextPayer>[2]): boolean =>
    isFromNextPayer(forwarded, remittanceClaim({ statusCode }), payer, contracts);

  it('the next payer is known by its number, under whatever name', () => {
    expect(told('2', { name: 'GM HOLDING', ids: [secondCoverage.payerId] })).toBe(true);
  });

  it('a reversal is the next payer’s, too', () => {
    expect(told('22', { name: 'GRANITE MUTUAL INC' })).toBe(true);
    expect(told('22', { name: 'NORTHWIND HEALTH' })).toBe(false);
  });
});

describe('a decision is this payer’s', () => {
  it.each(['1', '19', '4', '22'])('where it decides as %s, under whatever name', (statusCode) => {
    expect(from(statusCode, 'GRANITE MUTUAL INC')).toBe(false);
  });

  it('where another name stands above it, or half of one', () => {
    expect(from('2', 'NORTHWIND HEALTH')).toBe(false);
    expect(from('2', 'GRANITE MUTUAL')).toBe(false);
    expect(from('2', '')).toBe(false);
  });

  it('where nobody comes after it', () => {
    expect(from('2', 'GRANITE MUTUAL INC', claim())).toBe(false);
  });
});
