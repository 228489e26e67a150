import { z } from 'zod';
import { type Cents, sum } from '../../edi/money.ts';
import { DecidingActor } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import { Amount } from '../claim/amount.ts';
import { Finding } from '../finding.ts';
import { lastWord, otherSystemClaim, Resolution } from './resolution.ts';

/** Through which partner a payment came and to whom it is made out, by NPI and by tax id. */
export const PaidTo = z.object({
  partnerId: z.string(),
  npis: z.array(z.string()),
  taxIds: z.array(z.string()),
});
export type PaidTo = z.infer<typeof PaidTo>;

/** A payer as its payments name it (1000A, TRN03). */
export const PayerNamed = z.object({
  name: z.string(),
  id: z.string().optional().describe('TRN03'),
  ids: z.array(z.string()).optional().describe('N104, REF*2U, EO, HI, NF'),
});
export type PayerNamed = z.infer<typeof PayerNamed>;

/** A transmission of ours that a person may find an unmatched decision to be about; it names no patient. */
export const ClaimCandidate = z
  .object({
    claimId: z.string(),
    submissionNumber: z.int().min(1),
    score: z.int().min(0).max(100).describe('how much speaks for it'),
    agrees: z.array(z.string()).describe('facts, in words'),
    differs: z.array(z.string()),
  })
  .readonly();
export type ClaimCandidate = z.infer<typeof ClaimCandidate>;

/** Money or news of a payment that is not posted, and why: nothing of it is dropped. */
export const Held = z
  .object({
    ...Finding.unwrap().shape,
    adjudicationId: z
      .string()
      .optional()
      .describe('of the decision that is held: a person acts on it by this'),
    claim: z.string().optional().describe('the number of the claim that the payment names (CLP01)'),
    amount: Amount.optional(),
    reference: z
      .string()
      .optional()
      .describe('what the payer names it by: its own claim number, or the reference of an adjustment'),
    candidates: z
      .array(ClaimCandidate)
      .optional()
      .describe('what of ours it may be about, the likeliest first: for a person to choose from'),
    practiceId: z
      .string()
      .optional()
      .describe('whose claim is meant, where it is one of ours: not always the practice that is paid'),
  })
  .readonly();
export type Held = z.infer<typeof Held>;

/** One amount of a PLB segment: lowers the payment where it is positive. */
export const ProviderAdjustment = z
  .object({
    path: z.string().describe('"PLB[1]"'),
    reason: z.string(), // PLB03-1
    reference: z.string().optional(), // PLB03-2
    amount: Amount,
  })
  .readonly();
export type ProviderAdjustment = z.infer<typeof ProviderAdjustment>;

/** Who posted a payment by hand, or took that back, and from what: kept as it was said. */
export const ByHand = z
  .object({
    by: DecidingActor,
    note: z.string(),
    document: z.string().optional().describe('what it was posted from'),
    partnerIds: z
      .array(z.string())
      .describe('through which the payer would tell of it: what they send of it later is a repeat'),
  })
  .readonly();
export type ByHand = z.infer<typeof ByHand>;

/** Who posted a payment as it is that was held whole, though it does not balance or had no date. */
export const Release = z
  .object({
    by: DecidingActor,
    at: z.string(),
    note: z.string(),
    against: z.array(Finding).describe('for what it was held'),
  })
  .readonly();
export type Release = z.infer<typeof Release>;

/**
 * One file, or one person, that told of a payment. The first one counts: a payment that is told again posts nothing,
 * and what it then says otherwise is a difference.
 */
export const Telling = z
  .object({
    tellingId: z.string().describe('of the file and the place of the set in it'),
    partnerId: z.string().describe('through whom the file came'),
    fileId: z.string(),
    moneyDigest: z.string().describe('of its decisions and provider-level adjustments, in any order'),
    wordingDigest: z.string().describe('of all that it says, in its order'),
    figuresDigest: z
      .string()
      .optional()
      .describe(
        'of its figures claim by claim, as paper has them, too: what a person posts is compared by it',
      ),
    byHand: ByHand.optional(),
    reverses: z.array(z.string()).optional().describe('the tellings that a person took back with this one'),
    released: Release.optional(),
    parts: z
      .int()
      .min(0)
      .describe('into how many it is divided for posting; none where nothing of it is new'),
    at: z.string(),
  })
  .readonly();
export type Telling = z.infer<typeof Telling>;

/** One payment of a payer (an 835 set): what it says of itself, and what of it as a whole is not posted. */
export const Payment = z
  .object({
    paymentId: z.string(),
    identity: z
      .string()
      .optional()
      .describe('names what it decides, where a person acted on it: else it follows from what is told'),
    practiceId: z.string().optional().describe('whom it pays; absent where the payee is none of ours'),
    payer: z.object({ name: z.string(), id: z.string().optional().describe('TRN03') }),
    payee: PaidTo,
    trace: z.string(), // TRN02
    date: CalendarDate.optional(), // BPR16
    amount: Amount, // BPR02
    method: z.string().optional().describe('ACH, CHK (check), NON (no payment), FWT, BOP'), // BPR04
    providerLevel: z.array(ProviderAdjustment),
    held: z.array(Held).describe('against the payment as a whole; claims are held in its parts'),
    tellings: z.array(Telling).min(1),
    status: z.enum(['held', 'posting', 'posted']),
    postedParts: z.int().min(0).default(0),
    version: z.int().min(1),
  })
  .readonly();
export type Payment = z.infer<typeof Payment>;

/** Some claims of a payment that are posted together: what is decided, and, once it is posted, what became of it. */
export const PaymentPart = z
  .object({
    paymentId: z.string(),
    tellingId: z.string(),
    part: z.int().min(1),
    decisions: z.array(
      z.object({
        adjudicationId: z.string(),
        paid: Amount,
        figures: z.string().optional().describe('names its figures as paper has them, too'),
      }),
    ),
    posting: z
      .object({
        posted: z.record(z.string(), Amount).describe('what stands on a claim by each decision'),
        claims: z
          .record(z.string(), z.string())
          .optional()
          .describe('with which claim each decision is kept, whether it counts there or not'),
        held: z.array(Held),
        at: z.string(),
      })
      .optional(),
    resolutions: z.array(Resolution).optional().describe('what people said of what is held, in that order'),
  })
  .readonly();
export type PaymentPart = z.infer<typeof PaymentPart>;

/** A part that is posted. */
export type PostedPart = PaymentPart & { readonly posting: NonNullable<PaymentPart['posting']> };

/** How far the posting of a payment is, over its parts: claims in number, money in cents. */
export type Progress = {
  readonly claims: number;
  readonly handled: number;
  readonly posted: Cents;
  readonly held: readonly Held[];
};

/** The files that told of a payment after the first, and in other words. */
export const differingTellings = ({ tellings: [first, ...later] }: Payment): readonly Telling[] =>
  first === undefined ? [] : later.filter((one) => !one.reverses && !isSaidAlike(first, one));

/** Word by word; what a person posted has other words than a file, and is compared by its figures. */
const isSaidAlike = (one: Telling, other: Telling): boolean =>
  one.byHand || other.byHand ? hasFiguresOf(one, other) : one.wordingDigest === other.wordingDigest;

/** Whether two tellings say the same of every claim in figures. */
export const hasFiguresOf = (one: Telling, other: Telling): boolean =>
  one.figuresDigest !== undefined && one.figuresDigest === other.figuresDigest;

/** Whether every part of a payment is posted. */
export const isPosted = ({ tellings, postedParts }: Payment): boolean =>
  postedParts >= tellings.reduce((total, { parts }) => total + parts, 0);

/** The tellings of a payment that nobody took back; what takes them back is none of them. */
export const standingTellings = ({ tellings }: Payment): readonly Telling[] => {
  const reversed = new Set(tellings.flatMap(({ reverses = [] }) => reverses));
  return tellings.filter(({ tellingId, reverses }) => !reverses && !reversed.has(tellingId));
};

/** What stands on claims by the decisions of some parts, by decision: a decision counts once. */
export const postedBy = (parts: readonly PaymentPart[]): ReadonlyMap<string, Cents> =>
  new Map([
    ...parts.flatMap(({ posting }) => Object.entries(posting?.posted ?? {})),
    ...parts
      .flatMap(({ resolutions = [] }) => resolutions)
      .flatMap(({ adjudicationId, posted }) => (posted ? [[adjudicationId, posted.amount] as const] : [])),
  ]);

/** Folds the parts of a payment; a decision that came through two partners counts once. */
export const progressOf = (payment: Payment, parts: readonly PaymentPart[]): Progress => {
  const takenBack = new Set(payment.tellings.flatMap(({ reverses = [] }) => reverses));
  const takeBack = new Set(
    payment.tellings.flatMap(({ tellingId, reverses }) => (reverses ? tellingId : [])),
  );
  const kept = parts.filter(({ tellingId }) => !takenBack.has(tellingId));
  const told = kept.filter(({ tellingId }) => !takeBack.has(tellingId));
  const claimsOf = (some: readonly PaymentPart[]): number =>
    new Set(some.flatMap(({ decisions }) => decisions.map(({ adjudicationId }) => adjudicationId))).size;
  return {
    claims: claimsOf(told),
    handled: claimsOf(told.filter(({ posting }) => posting)),
    posted: sum(postedBy(parts).values()),
    held: [...payment.held, ...heldIn(kept)],
  };
};

/** What of some parts is still held, after all that people said of it. */
const heldIn = (parts: readonly PaymentPart[]): readonly Held[] => {
  const said = parts.flatMap(({ resolutions = [] }) => resolutions);
  const postings = parts.flatMap((part) =>
    Object.keys(part.posting?.posted ?? {}).map((adjudicationId) => ({ adjudicationId, part })),
  );
  const posted = Map.groupBy(postings, ({ adjudicationId }) => adjudicationId);
  return parts.flatMap((part) =>
    (part.posting?.held ?? []).flatMap((held) => {
      // What this part does not post, another file may have.
      const elsewhere = posted.get(held.adjudicationId ?? '')?.some((one) => one.part !== part) ?? false;
      return elsewhere ? [] : stillHeld(held, said);
    }),
  );
};

const stillHeld = (held: Held, said: readonly Resolution[]): readonly Held[] => {
  const last = held.adjudicationId === undefined ? undefined : lastWord(said, held.adjudicationId);
  if (last?.posted) return last.posted.waits ? [{ ...held, ...last.posted.waits }] : [];
  if (last?.action === 'other-system')
    return [
      { ...held, code: otherSystemClaim, detail: 'a person says that another system billed this claim' },
    ];
  return [held];
};
