import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import type { Payer } from './payer.ts';
import type { Practice } from './practice.ts';

/** Who sends to whom on every file of ours: the practice by its tax id, the partner by the receiver id of the contract. */
export const interchangeHeader = (
  practice: Practice,
  payer: Payer,
  controlNumber: number,
  createdAt: string,
): InterchangeHeader => ({
  senderId: practice.taxId,
  receiverId: payer.receiverId,
  controlNumber,
  createdAt,
  usage: 'P',
});
