import type { InterchangeHeader } from '../../../functions/edi/envelope/interchange-header.ts';

/** A valid header; each test changes the one thing it is about. */
export const header = (changes: Partial<InterchangeHeader> = {}): InterchangeHeader => ({
  senderQualifier: 'ZZ',
  senderId: 'LAKESIDE',
  receiverQualifier: 'ZZ',
  receiverId: 'NORTHWIND',
  controlNumber: 4711,
  createdAt: '2026-03-02T09:30:00.000Z',
  usage: 'T',
  ...changes,
});
