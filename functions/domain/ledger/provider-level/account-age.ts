import { accountOverdueOn } from '../../calendar/clocks.ts';
import { type CalendarDate, daysBetween } from '../../calendar.ts';
import type { Practice } from '../../practice.ts';
import type { LedgerAccount, ProviderLedger } from '../provider-ledger.ts';

/** How long a payer has done nothing about an account, and whether that is too long. */
export type AccountAge = { readonly days: number; readonly cycles: number; readonly isOverdue: boolean };

/**
 * The age of an account on a day where the practice is. Overdue is what a payer has left open over its next payments
 * to that tax id or, so that its silence hides nothing, for some days.
 */
export const ageOf = (
  { open, movedOn, cyclesSince }: Pick<LedgerAccount, 'open' | 'movedOn' | 'cyclesSince'>,
  today: CalendarDate,
  practice: Pick<Practice, 'openAccountPayments' | 'openAccountDays'>,
): AccountAge => {
  const days = Math.max(0, daysBetween(movedOn, today));
  const isStale = cyclesSince >= practice.openAccountPayments || today >= accountOverdueOn(practice, movedOn);
  return { days, cycles: cyclesSince, isOverdue: open > 0 && isStale };
};

export type AgedAccount = LedgerAccount & { readonly age: AccountAge };

/** The provider-level ledger of a practice as it stands on a day. */
export type AgedLedger = Omit<ProviderLedger, 'accounts'> & { readonly accounts: readonly AgedAccount[] };
