import type { ReadSet } from '../../edi/envelope/read-sets.ts';
import type { Cents } from '../../edi/money.ts';
import type { Remittance } from '../../edi/x835/loops.ts';

/** What is kept of a claim while its file is read the first time: enough to check its payment and to divide it. */
export type OutlinedClaim = {
  readonly position: number; // of its CLP in the set, from 1
  readonly number: string; // CLP01
  readonly content: string; // what it decides, see `contentOf`
  readonly figures: string; // of it as paper has them, too, see `figuresOf`
  readonly paid: Cents;
  /** What may tell that two decisions are about one claim: the numbers of both sides. */
  readonly numbers: readonly string[];
};

/** One payment of a file: its set without its claims, and their outlines. */
export type PaymentOutline = ReadSet<Remittance> & {
  readonly claims: readonly OutlinedClaim[];
  /** Names all that the payment says, in its order and its words. */
  readonly wordingDigest: string;
};
