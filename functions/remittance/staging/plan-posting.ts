import type { Transmission } from '../../domain/ids.ts';
import type { PaymentPart, ProviderAdjustment } from '../../domain/ledger/payment.ts';
import type { PaymentFacts } from '../../domain/ledger/staged-part.ts';
import type { Cents } from '../../edi/money.ts';
import { divideClaims } from './divide-payment.ts';
import type { OutlinedClaim } from './payment-outline.ts';

/** A claim of a payment in outline, with the id that its decision has in whatever file it comes. */
export type IdentifiedOutline = OutlinedClaim & { readonly adjudicationId: string };

/** How what is new of a payment is posted: its parts, and where each claim goes. */
export type PostingPlan = {
  readonly facts: PaymentFacts;
  readonly tellingId: string;
  readonly parts: readonly PaymentPart[];
  /** By position of the claim in its set. */
  readonly places: ReadonlyMap<number, { readonly part: number; readonly adjudicationId: string }>;
  /** What people matched of it in other files, by decision: it is not matched to anything else. */
  readonly matched?: ReadonlyMap<string, Transmission>;
  /** What is taken or given beside the claims: a part of its own, the last one. */
  readonly adjustments: readonly ProviderAdjustment[];
};

/** Divides claims and provider-level adjustments into parts; there may be none. */
export const planPosting = (
  facts: PaymentFacts,
  tellingId: string,
  claims: readonly IdentifiedOutline[],
  adjustments: readonly ProviderAdjustment[],
): PostingPlan => {
  const partOf = divideClaims(claims);
  const placed = claims.map((claim) => ({ ...claim, part: partOf.get(claim.position) ?? 1 }));
  const ofClaims = [...Map.groupBy(placed, ({ part }) => part)].map(([part, some]) => ({
    part,
    decisions: some.map(({ adjudicationId, paid, figures }) => ({ adjudicationId, paid, figures })),
  }));
  const beside = adjustments.length > 0 ? [{ part: ofClaims.length + 1, decisions: [] }] : [];
  return {
    facts,
    tellingId,
    parts: [...ofClaims, ...beside].map((part) => ({ ...part, paymentId: facts.paymentId, tellingId })),
    places: new Map(placed.map(({ position, part, adjudicationId }) => [position, { part, adjudicationId }])),
    adjustments,
  };
};

/** What decisions are paid, by their ids. */
export const paidById = (parts: readonly PaymentPart[]): ReadonlyMap<string, Cents> =>
  new Map(
    parts.flatMap(({ decisions }) =>
      decisions.map(({ adjudicationId, paid }) => [adjudicationId, paid] as const),
    ),
  );
