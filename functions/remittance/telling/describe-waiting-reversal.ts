import type { Held, Payment } from '../../domain/ledger/payment.ts';
import type { TaskDraft } from '../../domain/task-draft.ts';
import { toDollars, zero } from '../../edi/money.ts';

/** The biller's work when a payer took back a decision that it never sent: by payment and amount, without a patient. */
export const describeWaitingReversal = (
  { trace, date = '', payer }: Pick<Payment, 'trace' | 'date' | 'payer'>,
  { code, path, claim = '', amount = zero }: Held,
): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: 'A payer took back a decision that never came',
  reasons: [
    {
      code,
      text: `${payer.name || 'The payer'} took back ${toDollars(amount)} of ${claim} in payment ${trace} of ${date} (${path}), and no decision here is the one that it negates`,
    },
  ],
  advice:
    'Look for the 835 of the decision that is taken back, and ask the payer for it; or post it by hand from paper. The reversal counts by itself once the decision is there.',
  actions: ['dismiss'],
});
