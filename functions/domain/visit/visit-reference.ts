import { shortDigest } from '../digest.ts';
import type { EncounterId } from '../encounter.ts';

/**
 * What a visit is called wherever its id may not stand: in the state of executions, in logs, errors and keys of ours. A
 * clinic chooses the id and may have put a name into it. The same visit always has the same reference.
 */
export const visitReference = ({ practiceId, encounterId }: EncounterId): string =>
  `V${shortDigest(JSON.stringify([practiceId, encounterId]))}`;
