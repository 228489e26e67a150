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
