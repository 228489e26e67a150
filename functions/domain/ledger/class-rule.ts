import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';

/** CAS01: who answers for an adjustment. CR is not in 005010 and still sent. */
export const AdjustmentGroup = z.enum(['CO', 'OA', 'PI', 'PR', 'CR']);
export type AdjustmentGroup = z.infer<typeof AdjustmentGroup>;

/**
 * What an adjustment means for whoever works the claim. contractual: contract or law lowers the charge ·
 * informational: the charge only reported something, and nobody expected money for it · patient-share: the plan leaves
 * it to the patient · next-payer: left to the payer after this one, and nobody may ask the patient for it · prior-payer: what payers before this one paid or adjusted · receivable: held back or paid
 * elsewhere, still ours · disputed: somebody has to decide about it.
 */
export const AdjustmentClass = z.enum([
  'contractual',
  'informational',
  'patient-share',
  'next-payer',
  'prior-payer',
  'receivable',
  'disputed',
]);
export type AdjustmentClass = z.infer<typeof AdjustmentClass>;

/** How reasons (CARC) are classed, of which payer's payments and when. */
export type ClassTerms = {
  readonly reasons: readonly string[];
  /** @default every group but PR */
  readonly groups?: readonly AdjustmentGroup[] | undefined;
  /** Only what lowers a payment (positive), or only what raises it. @default both */
  readonly amounts?: 'positive' | 'negative' | undefined;
  readonly class: AdjustmentClass;
  /** What it is when it takes the whole charge. @default see `classOfWhole` */
  readonly ofWhole?: AdjustmentClass | undefined;
  /** Whose decisions it is about. @default every payer's */
  readonly payerId?: string | undefined;
  /** First and last date of payment (BPR16) that it is about. @default every date */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
};

/**
 * A rule of a practice, as its record holds it. Strict: a misspelt field would be a limit that nobody keeps. What a
 * practice may say is checked when it is edited (`check-class-rules.ts`), not when it is read.
 */
export const ClassRule = z.strictObject({
  reasons: z.array(z.string().regex(/^(?:\d{1,3}|[A-Z]\d{1,2})$/, 'A reason is a CARC: 45, B10')).min(1),
  groups: z.array(AdjustmentGroup).min(1).optional(),
  amounts: z.enum(['positive', 'negative']).optional(),
  class: AdjustmentClass,
  ofWhole: AdjustmentClass.optional(),
  payerId: z.string().optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  because: z.string().min(1).max(200).describe('the clause of the contract, or whatever else says so'),
}) satisfies z.ZodType<ClassTerms>;
export type ClassRule = z.infer<typeof ClassRule>;

const otherGroups: readonly AdjustmentGroup[] = AdjustmentGroup.options.filter((group) => group !== 'PR');

export const groupsOfRule = ({ groups = otherGroups }: ClassTerms): readonly AdjustmentGroup[] => groups;

/** Classes that lower the charge without anybody's decision, or leave it to be collected elsewhere. */
const reducing: readonly AdjustmentClass[] = ['contractual', 'informational', 'receivable'];

/**
 * What a rule says of the whole charge of a line or claim. A reduction that says nothing of it goes to a person then:
 * a denial is not to pass as a discount.
 */
export const classOfWhole = ({ class: ofPart, ofWhole }: ClassTerms): AdjustmentClass =>
  ofWhole ?? (reducing.includes(ofPart) ? 'disputed' : ofPart);
