import { type Loop, segmentOf } from '../loops.ts';
import { identifierOf, readName } from '../read-parties.ts';
import { elementOf } from '../segments.ts';
import type { ClaimProvider } from './professional-claim.ts';

/** A provider of loop 2310 or 2420; absent when the loop is. */
export const readProvider = (loop: Loop | undefined): ClaimProvider | undefined => {
  const nm1 = segmentOf(loop, 'NM1');
  if (nm1 === undefined) return undefined;
  return { ...readName(nm1), npi: identifierOf(nm1, 'XX'), taxonomy: elementOf(segmentOf(loop, 'PRV'), 3) };
};
