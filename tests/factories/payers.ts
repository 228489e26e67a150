import type { NextPayer } from '../../functions/domain/claim.ts';
import type { Coverage } from '../../functions/domain/party.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { readSampleFile } from './sample-files.ts';

/** The payers of the samples. */
export const payers: readonly Payer[] = Payer.array().parse(JSON.parse(readSampleFile('payers.json')));

const [northwind] = payers;
if (!northwind) throw new Error('The samples have a payer');

export const payer = (change: Partial<Payer> = {}): Payer => ({ ...northwind, ...change });

export const secondCoverage: Coverage = {
  payerId: 'cascade',
  responsibility: 'S',
  memberId: 'CM5520188',
  relationship: 'self',
};

export const nextPayer: NextPayer = {
  coverage: secondCoverage,
  payerName: 'Cascade Mutual',
  claimFilingIndicator: 'BL',
};
