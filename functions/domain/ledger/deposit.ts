import { z } from 'zod';
import { type Cents, cents, mostCents } from '../../edi/money.ts';
import { CalendarDate } from '../calendar.ts';
import { shortDigest } from '../digest.ts';

/** How money came, where the bank says so; named as BPR04 names it: by ACH, as checks, by wire. */
export const DepositMethod = z.enum(['ACH', 'CHK', 'FWT']);
export type DepositMethod = z.infer<typeof DepositMethod>;

const word = (longest: number) => z.string().trim().min(1).max(longest);

/** A credit as a bank tells it. */
export const BankCredit = z.object({
  date: CalendarDate.describe('the day on which the bank posted it'),
  amount: z
    .int()
    .min(1)
    .max(mostCents)
    .transform((amount): Cents => cents(amount))
    .describe('in cents'),
  text: z
    .string()
    .max(20_000)
    .default('')
    .describe('all that the bank says of it, addenda included, a line for each line of the bank'),
  bankReference: word(100).optional(),
  checkNumber: word(50).optional(),
  account: word(34)
    .transform((number) => [...number].slice(-4).join(''))
    .optional()
    .describe('its last four digits, where several accounts are told of'),
  method: DepositMethod.optional(),
});
export type BankCredit = z.infer<typeof BankCredit>;

/** Who told of a deposit first: a file of the bank by its key, or a member by its subject. */
export const DepositSource = z.object({ kind: z.enum(['bai2', 'csv', 'api']), name: z.string() });
export type DepositSource = z.infer<typeof DepositSource>;

/** Money that came to a practice's bank account. */
export const Deposit = z
  .object({
    ...BankCredit.shape,
    depositId: z.string(),
    practiceId: z.string(),
    source: DepositSource,
    at: z.string().describe('the instant at which we heard of it'),
  })
  .readonly();
export type Deposit = z.infer<typeof Deposit>;

type ToldBy = { readonly practiceId: string; readonly source: DepositSource; readonly at: string };

/**
 * The deposits that a statement tells of. Their ids are made of what the bank says, so that the same statement again,
 * or one that overlaps it, adds nothing; credits of one statement that are equal in all of it are told apart by their
 * number. Spacing and case are no content: banks break lines differently each time.
 */
export const identifyDeposits = (credits: readonly BankCredit[], told: ToldBy): readonly Deposit[] => {
  const counts = new Map<string, number>();
  return credits.map((credit) => {
    const content = contentOf(credit);
    const ordinal = (counts.get(content) ?? 0) + 1;
    counts.set(content, ordinal);
    const depositId = shortDigest(JSON.stringify([told.practiceId, content, ordinal]));
    return { ...credit, ...told, depositId };
  });
};

const contentOf = (credit: BankCredit): string =>
  JSON.stringify([
    credit.date,
    credit.amount,
    squeezed(credit.bankReference),
    squeezed(credit.checkNumber),
    credit.account ?? '',
    squeezed(credit.text),
  ]);

const squeezed = (text = ''): string => text.toUpperCase().replace(/\s+/g, '');
