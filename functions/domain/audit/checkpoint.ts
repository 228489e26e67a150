import { z } from 'zod';
import { canonicalJson } from '../digest.ts';

/** How far a practice's chain was at an instant. */
export const ChainState = z.object({
  practiceId: z.string().min(1),
  sequence: z.int().nonnegative(),
  hash: z.string(),
  at: z.iso.datetime(),
});
export type ChainState = z.infer<typeof ChainState>;

/** The same with its signature, by a key that signs nothing else. */
export const Checkpoint = z.object({ state: ChainState, signature: z.base64() });
export type Checkpoint = z.infer<typeof Checkpoint>;

/** What is signed: the words before the state keep a signature from standing for anything else. */
export const signedText = (state: ChainState): string =>
  `claimwright audit checkpoint ${canonicalJson(state)}`;
