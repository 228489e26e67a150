import type { TransactionGuide } from '../write-envelope.ts';

export const statusResponseGuide: TransactionGuide = {
  transaction: '277',
  functionalId: 'HN',
  version: '005010X212',
};
