import type { EvidenceSpan } from '../../domain/coding.ts';
import type { Level } from './em-level.ts';

/** One thing that the note documents for an element of the decision making, with the words that say it. */
export type DecisionReason = { readonly text: string; readonly evidence: readonly EvidenceSpan[] };

/** An element of medical decision making: its level (undefined when the note does not settle it) and why. */
export type DecisionElement = {
  readonly level: Level | undefined;
  readonly reasons: readonly DecisionReason[];
};
