import type { InterchangeHeader } from './interchange-header.ts';
import { controlNumberOf, minuteOf } from './isa.ts';

/** BHT03 to BHT05 of a set that is alone in its file: the file's own number and time, by which answers name it. */
export const beginningOf = ({ controlNumber, createdAt }: InterchangeHeader) => {
  const minute = minuteOf(createdAt);
  return {
    reference: controlNumberOf(controlNumber),
    date: `${minute.slice(0, 4)}-${minute.slice(4, 6)}-${minute.slice(6, 8)}`,
    time: minute.slice(8),
  };
};
