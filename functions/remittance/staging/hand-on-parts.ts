import type { PaymentPart } from '../../domain/ledger/payment.ts';
import type { IdentifiedClaim, StagedPart } from '../../domain/ledger/staged-part.ts';
import type { PaymentRecords } from '../../domain/posting.ts';
import type { ReadUnit } from '../../edi/engine/units.ts';
import type { OpenSet } from '../../edi/envelope/interchange-handler.ts';
import { InterchangeReader } from '../../edi/envelope/interchange-reader.ts';
import { remittanceGuide } from '../../edi/x835/guide.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import type { PostingPlan } from './plan-posting.ts';

/** What is read at a time: some parts, which are then handed on before more is read. */
const sliceLength = 256 * 1024;

/**
 * Reads a file for the second time and hands on what its plans, by the number of their set, say; whoever is interrupted
 * does it all again, which adds nothing. No more than some parts are in memory at once.
 */
export const handOnParts = async (
  text: string,
  plans: ReadonlyMap<number, PostingPlan>,
  records: Pick<PaymentRecords, 'addPart' | 'handOn'>,
): Promise<void> => {
  if (plans.size === 0) return;
  const hand = (parts: readonly StagedPart[]): Promise<unknown> => Promise.all(parts.map(records.handOn));
  for (const plan of plans.values()) {
    for (const parts of slicesOf(plan.parts)) await Promise.all(parts.map(records.addPart));
    await hand(partsBeside(plan));
  }
  const collection = new PartCollection(plans);
  const reader = new InterchangeReader([remittanceGuide], {
    unit: (unit, set) => collection.take(unit, set),
  });
  for (let at = 0; at < text.length; at += sliceLength) {
    reader.write(text.slice(at, at + sliceLength));
    await hand(collection.takeComplete());
  }
  reader.end();
  await hand(collection.takeComplete());
};

const slicesOf = (parts: readonly PaymentPart[], size = 10): readonly (readonly PaymentPart[])[] =>
  Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size));

/** The part of a payment that has no claims, if it has one. */
const partsBeside = ({ parts, facts, adjustments }: PostingPlan): StagedPart[] =>
  parts
    .filter(({ decisions }) => decisions.length === 0)
    .map(({ part, tellingId }) => ({ tellingId, part, facts, claims: [], adjustments: [...adjustments] }));

/** Claims as they are read, until the part that they belong to is complete. */
class PartCollection {
  private readonly plans: ReadonlyMap<number, PostingPlan>;
  private readonly incomplete = new Map<string, IdentifiedClaim[]>();
  private complete: StagedPart[] = [];

  constructor(plans: ReadonlyMap<number, PostingPlan>) {
    this.plans = plans;
  }

  take({ position, value }: ReadUnit, { number }: OpenSet): void {
    const plan = this.plans.get(number);
    const place = plan?.places.get(position);
    const part = plan?.parts.find((one) => one.part === place?.part);
    if (!plan || !place || !part) return;
    const key = `${number}/${part.part}`;
    const claims = this.incomplete.get(key) ?? [];
    // The unit of the guide that is read by.
    const { adjudicationId } = place;
    const onto = plan.matched?.get(adjudicationId);
    claims.push({ position, claim: value as RemittanceClaim, adjudicationId, ...(onto && { onto }) });
    this.incomplete.set(key, claims);
    if (claims.length < part.decisions.length) return;
    this.incomplete.delete(key);
    const { facts, tellingId } = plan;
    this.complete.push({ tellingId, part: part.part, facts, claims, adjustments: [] });
  }

  takeComplete(): readonly StagedPart[] {
    const { complete } = this;
    this.complete = [];
    return complete;
  }
}
