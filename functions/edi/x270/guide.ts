import type { TransactionGuide } from '../write-envelope.ts';

export const eligibilityInquiryGuide: TransactionGuide = {
  transaction: '270',
  functionalId: 'HS',
  version: '005010X279A1',
};
