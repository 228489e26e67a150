import { z } from 'zod';
import { cents, mostCents } from '../../edi/money.ts';
import { AdjustmentGroup } from '../ledger/class-rule.ts';

/** What can be done with a part of what a payer disputes. */
export const PartAction = z.enum(['write-off', 'bill-patient']);
export type PartAction = z.infer<typeof PartAction>;

/** Which adjustment of a decision is meant: of a line, or of the claim as a whole where no line is named. */
const disputedPlace = {
  line: z.int().min(1).optional(),
  group: AdjustmentGroup,
  reason: z.string().describe('CARC'),
};

const amount = z.int().min(1).max(mostCents).transform(cents);

/** An amount of a disputed adjustment, in cents, that a person decided about. */
export const DecidedPart = z.strictObject({ ...disputedPlace, amount }).readonly();
export type DecidedPart = z.infer<typeof DecidedPart>;

/** The same with what is to become of it. */
export const PartDecision = z.strictObject({ ...disputedPlace, amount, action: PartAction }).readonly();
export type PartDecision = z.infer<typeof PartDecision>;

/** Adjustments with one key are one to whoever decides: line, group and reason. */
export const partKey = ({ line, group, reason }: Pick<DecidedPart, 'line' | 'group' | 'reason'>): string =>
  `${line ?? 0}/${group}-${reason}`;
