const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How long after each failed try the next one comes: as Standard Webhooks 1.0 proposes, ten tries in three days and some
 * hours. No jitter: an endpoint that fails is tried by one message at a time (`send-due.ts`).
 */
export const pauses: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** An endpoint that took nothing for so long is disabled. */
export const givenUpAfterMs = 72 * hour;

/** No receiver puts us off for longer. */
const longestRest = 24 * hour;

/** How long a receiver asks us to wait (Retry-After: seconds or a date, RFC 9110); 0 where it does not, or in no such form. */
export const restAsked = (retryAfter: string | undefined, now: Date): number => {
  if (retryAfter === undefined) return 0;
  const asked = /^\d{1,9}$/.test(retryAfter.trim())
    ? Number(retryAfter) * second
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longestRest);
};

/** When a message is tried again that failed so many times; undefined after the last one. */
export const nextTry = (tries: number, rest: number, now: Date): string | undefined => {
  const pause = pauses[tries - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + Math.max(pause, rest)).toISOString();
};
