import { z } from 'zod';
import { type Cents, sum } from '../../edi/money.ts';
import { CalendarDate } from '../calendar.ts';
import { Finding } from '../finding.ts';

const Amount = z.int().transform((amount) => amount as Cents);

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

/**
 * One file that told of a payment. The first one counts: a payment that is told again posts nothing, and what it then
 * says otherwise is a difference.
 */
export const Telling = z
  .object({
    tellingId: z.string().describe('of the file and the place of the set in it'),
    partnerId: z.string().describe('through whom the file came'),
    fileId: z.string(),
    moneyDigest: z.string().describe('of its decisions and provider-level adjustments, in any order'),
    wordingDigest: z.string().describe('of all that it says, in its order'),
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
    decisions: z.array(z.object({ adjudicationId: z.string(), paid: Amount })),
    posting: z
      .object({
        posted: z.record(z.string(), Amount).describe('what stands on a claim by each decision'),
        held: z.array(Held),
        at: z.string(),
      })
      .optional(),
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
  later.filter(({ wordingDigest }) => wordingDigest !== first?.wordingDigest);

/** Whether every part of a payment is posted. */
export const isPosted = ({ tellings, postedParts }: Payment): boolean =>
  postedParts >= tellings.reduce((total, { parts }) => total + parts, 0);

/** Folds the parts of a payment; a decision that came through two partners counts once. */
export const progressOf = ({ held }: Payment, parts: readonly PaymentPart[]): Progress => {
  const postings = parts.flatMap(({ posting }) => posting ?? []);
  const claimsOf = (some: readonly PaymentPart[]): number =>
    new Set(some.flatMap(({ decisions }) => decisions.map(({ adjudicationId }) => adjudicationId))).size;
  return {
    claims: claimsOf(parts),
    handled: claimsOf(parts.filter(({ posting }) => posting)),
    posted: sum(new Map(postings.flatMap(({ posted }) => Object.entries(posted))).values()),
    held: [...held, ...postings.flatMap((posting) => posting.held)],
  };
};
