import type { TransactionGuide } from '../write-envelope.ts';

export const eligibilityResponseGuide: TransactionGuide = {
  transaction: '271',
  functionalId: 'HB',
  version: '005010X279A1',
};
