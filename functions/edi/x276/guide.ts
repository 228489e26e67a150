import type { TransactionGuide } from '../write-envelope.ts';

export const statusInquiryGuide: TransactionGuide = {
  transaction: '276',
  functionalId: 'HR',
  version: '005010X212',
};
