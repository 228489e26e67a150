import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Amount } from '../claim/amount.ts';
import { Sent } from './packet.ts';

/** overturned: nothing of it is disputed any more · partly: less is · upheld: the payer stays with what it decided. */
export const AppealOutcome = z.enum(['overturned', 'partly', 'upheld']);
export type AppealOutcome = z.infer<typeof AppealOutcome>;

export const AppealAnswer = z.object({
  outcome: AppealOutcome,
  on: CalendarDate.describe('the date of the letter, or of the payment'),
  source: z.enum(['835', 'letter']),
  recovered: Amount.optional().describe('cents paid since the appeal; not known from a letter'),
});
export type AppealAnswer = z.infer<typeof AppealAnswer>;

/** An appeal that was sent: of which level, about which decisions and how much, and what the payer answered. */
export const ClaimAppeal = z.object({
  taskId: z.string(),
  level: z.int().min(1),
  about: z.array(z.string()).describe('the decisions that it contests, by id'),
  disputed: Amount.describe('cents that it asks for'),
  paidBefore: Amount.describe('cents that the payer had paid when it was sent'),
  sent: Sent,
  answer: AppealAnswer.optional(),
});
export type ClaimAppeal = z.infer<typeof ClaimAppeal>;
