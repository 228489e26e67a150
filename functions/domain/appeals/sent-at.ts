import { endOfDayIn, type TimeZone } from '../calendar/time-zone.ts';
import type { Sent } from './packet.ts';

/** The instant from which a payer's time runs for what was sent: the end of its day, or when it was said, if that was before. */
export const sentAtOf = ({ on }: Pick<Sent, 'on'>, saidAt: string, timeZone: TimeZone): string =>
  [endOfDayIn(timeZone, on), saidAt].toSorted()[0] ?? saidAt;
