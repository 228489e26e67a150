import type { IsDue } from './begin-batch.ts';

/** What fills a file, or has waited as long as the partner's enrolment says. */
export const whenDue =
  (by: Date): IsDue =>
  (waiting, { batchClaims, batchMinutes }) => {
    const [oldest] = waiting;
    if (!oldest) return false;
    const due = Date.parse(oldest.queuedAt) + batchMinutes * 60_000;
    return waiting.length >= batchClaims || due <= by.getTime();
  };
