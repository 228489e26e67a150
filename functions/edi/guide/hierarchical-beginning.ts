import { E } from './declare.ts';

/** BHT*0022*13*10001234*20260302*1319: what the sets of the hierarchical transactions begin with. */
export const beginningFields = (purposes: string) => ({
  purpose: E.code(2, purposes), // 13 request, 11 response, 08 status, 01 cancellation, 06 confirmation
  reference: E.text(3), // the sender's number for the set
  date: E.date(4),
  time: E.time(5),
});
