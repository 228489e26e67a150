import { z } from 'zod';
import { DecidingActor, withDecidedBy } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import { DecidedPart } from '../tasks/decided-part.ts';
import { WriteOffReason } from '../tasks/write-off-reason.ts';
import { Amount } from './amount.ts';

/**
 * The decisions of the payer that a person's decision was about, by adjudication id. It counts while they all stand;
 * records older than this field count as they are.
 */
export const About = z.array(z.string()).optional();

export const WriteOff = z.preprocess(
  withDecidedBy,
  z.object({
    amount: Amount,
    reason: z.string(),
    decidedBy: DecidingActor,
    taskId: z.string(),
    about: About,
    code: WriteOffReason.optional(),
    parts: z.array(DecidedPart).optional().describe('of single adjustments; without, of all that was open'),
    undoes: z.literal(true).optional().describe('it takes back, in negative cents, that of the same task'),
  }),
);
export type WriteOff = z.infer<typeof WriteOff>;

/**
 * Money that a payer takes back beside its claims (PLB WO): what it names this claim by, in cents; positive lowers a
 * payment, negative announces that it will.
 */
export const Takeback = z.object({
  takebackId: z.string(),
  amount: Amount,
  reference: z.string(), // PLB03-2
  traceNumber: z.string(), // TRN02
  paymentDate: CalendarDate, // BPR16
});
export type Takeback = z.infer<typeof Takeback>;

/** Money of a claim that the practice paid back to its payer, as a person recorded it. */
export const Refund = z.object({
  refundId: z.string(),
  amount: Amount.describe('what went, above zero'),
  date: CalendarDate,
  checkNumber: z.string().optional(),
  document: z.string().describe('what it was recorded from: a letter, a copy of the check'),
  note: z.string().optional(),
  by: DecidingActor,
  at: z.string(),
  withdrawn: z.object({ by: DecidingActor, at: z.string(), note: z.string() }).optional(),
});
export type Refund = z.infer<typeof Refund>;
