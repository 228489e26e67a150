import type { ClaimLine } from '../../domain/claim.ts';
import { wireText } from './wire-text.ts';

/** SV101 and SVD03: the code, its modifiers, and what was done where the code does not say it. */
export const procedureOf = ({ procedure, modifiers, facts }: ClaimLine) => ({
  qualifier: 'HC',
  procedure,
  ...(modifiers.length > 0 && { modifiers }),
  ...(facts?.description && { description: wireText(facts.description) }),
});
