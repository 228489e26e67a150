import type { AcknowledgedProvider, ClaimAcknowledgement, ClaimAcknowledgementSet } from './loops.ts';

export const providersOf = ({ source: { receiver } }: ClaimAcknowledgementSet): AcknowledgedProvider[] =>
  receiver.providers ?? [];

/** The claims of one provider of a 277CA; a patient may have several. */
export const claimsOfProvider = ({ patients = [] }: AcknowledgedProvider): ClaimAcknowledgement[] =>
  patients.flatMap(({ claims = [] }) => claims);

/** All claims of a 277CA, in the order of the file. */
export const claimsOf = (set: ClaimAcknowledgementSet): ClaimAcknowledgement[] =>
  providersOf(set).flatMap(claimsOfProvider);
