import { z } from 'zod';

/** What a request was answered with, kept so that the same request again is answered alike. */
export const KeptAnswer = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/**
 * A request that its caller named by a key of its own. `running` until its lease ends: it may have been cut off. `unknown`:
 * it failed on the way, or its answer was too large to keep.
 */
export type KeyRecord = {
  /** Of all that was sent. */
  readonly digest: string;
  readonly state: 'running' | 'done' | 'unknown';
  /** Who carries it out. */
  readonly lease: string;
  /** Epoch milliseconds. */
  readonly leaseEnds: number;
  readonly answer?: KeptAnswer | undefined;
};

/** What becomes of a request under a key that was used before. */
export type KeyStanding = 'answered' | 'other-request' | 'running' | 'again' | 'unknown';

/**
 * What becomes of a request under a key that was used before. One that was cut off is carried out again where a repeat
 * does nothing twice; else nobody knows whether it was done, and the caller looks.
 */
export const standingOfKey = (
  { digest, state, leaseEnds }: KeyRecord,
  asked: { readonly digest: string; readonly now: number; readonly mayRepeat: boolean },
): KeyStanding => {
  if (digest !== asked.digest) return 'other-request';
  if (state === 'done') return 'answered';
  if (state === 'running' && asked.now < leaseEnds) return 'running';
  return asked.mayRepeat ? 'again' : 'unknown';
};
