import type { Claim } from '../../domain/claim.ts';
import { expectedAmounts } from '../../domain/contract/expected-amounts.ts';
import type { ExpectedLine } from '../../domain/contract/expected-line.ts';
import type { FeeLine } from '../../domain/contract/fee-line.ts';
import { hasPriorPayer } from '../../domain/ledger/classed-decision.ts';
import type { Payer } from '../../domain/payer.ts';
import { locationOf } from '../../domain/practice/location.ts';
import type { Practice } from '../../domain/practice.ts';

/** The contract of a claim's payer: its terms and its fees. */
export type Contract = { readonly payer: Payer; readonly fees: readonly FeeLine[] };

type Priced = Pick<
  Claim,
  | 'lines'
  | 'dateOfService'
  | 'placeOfService'
  | 'renderingProvider'
  | 'locationId'
  | 'responsibility'
  | 'priorPayers'
>;

/**
 * What the contract of its first payer allows for each line of a claim; undefined where no fee of it is known. A later
 * payer goes by what those before it paid.
 */
export const expectedOfClaim = (
  claim: Priced,
  practice: Pick<Practice, 'locations'>,
  { payer, fees }: Contract,
): readonly ExpectedLine[] | undefined => {
  if (fees.length === 0 || hasPriorPayer(claim)) return undefined;
  const { locality } = locationOf(practice.locations, claim) ?? {};
  const lines = claim.lines.map(
    ({ lineNumber, procedure, modifiers, units, charge, facts = {}, renderingProvider }) => ({
      ...{ lineNumber, procedure, modifiers, units, charge },
      date: facts.from ?? claim.dateOfService,
      placeOfService: facts.placeOfService ?? claim.placeOfService,
      credential: (renderingProvider ?? claim.renderingProvider).credential,
      isTimed: facts.minutes !== undefined,
    }),
  );
  return expectedAmounts(lines, { fees, pricing: payer.pricing, locality });
};
