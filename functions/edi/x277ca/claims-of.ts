import type { AcknowledgedProvider, ClaimAcknowledgement, ClaimAcknowledgementSet } from './loops.ts';

export const providersOf = ({ source: { receiver } }: ClaimAcknowledgementSet): AcknowledgedProvider[] =>
  receiver.providers ?? [];

/** All claims of a 277CA, in the order of the file; a patient may have several. */
export const claimsOf = (set: ClaimAcknowledgementSet): ClaimAcknowledgement[] =>
  providersOf(set)
    .flatMap(({ patients = [] }) => patients)
    .flatMap(({ claims = [] }) => claims);
