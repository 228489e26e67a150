import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import { clockTimeIn } from './calendar/time-zone.ts';
import type { Payer } from './payer.ts';
import type { Practice } from './practice.ts';

/**
 * Who sends to whom on every file of ours: the practice by its tax id, the partner by the receiver id of the contract.
 * Date and time are those of the practice's clocks: in UTC a file of the evening would be dated tomorrow, and Medicare's
 * contractors refuse a future date in GS04.
 */
export const interchangeHeader = (
  practice: Practice,
  payer: Payer,
  controlNumber: number,
  createdAt: string,
): InterchangeHeader => ({
  senderId: practice.taxId,
  receiverId: payer.receiverId,
  controlNumber,
  createdAt: clockTimeIn(practice.timeZone, new Date(createdAt)),
  usage: 'P',
});
