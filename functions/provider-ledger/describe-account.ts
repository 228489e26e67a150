import type { AccountKind } from '../domain/ledger/provider-ledger.ts';
import type { AgedAccount } from '../domain/ledger/provider-level/account-age.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type Cents, toDollars } from '../edi/money.ts';

/** What was done that opened an account, what is missing, and what to do about it. */
const wording: Record<
  AccountKind,
  { readonly did: string; readonly missing: string; readonly advice: string }
> = {
  recoupment: {
    did: 'announced to take back',
    missing: 'is neither collected nor paid by check',
    advice:
      'Ask the payer when it collects. If a check of the practice settled it, close the account with the number of the check; do not pay twice.',
  },
  forward: {
    did: 'carried forward',
    missing: 'is not settled by a later payment',
    advice:
      'Look for an 835 that did not come, and ask the payer. A check that settled it need not be acknowledged in any 835: close the account with its number then.',
  },
  'unseen-forward': {
    did: 'settled a forwarded balance of',
    missing: 'was forwarded by no payment that is known here',
    advice:
      'Ask the payer for the 835 that forwarded the balance, or close the account with what explains it.',
  },
  takeback: {
    did: 'took back',
    missing: 'was not announced',
    advice: 'Ask the payer for what it took, and close the account with what explains it.',
  },
  unknown: {
    did: 'adjusted for a reason that is not known here',
    missing: 'is not explained',
    advice: 'Ask the payer what it stands for, and close the account with its answer.',
  },
};

/**
 * The biller's work when a payer leaves an account open, or collects what a person had closed. It names payer, payment
 * and amount, and never the reference of the adjustment, which may hold a patient's account.
 */
export const describeAccount = (account: AgedAccount): TaskDraft => {
  const { kind, payer, opened, amount, age, collectedBesides } = account;
  const { did, missing, advice } = wording[kind];
  const fact = `${payer.name || 'The payer'} ${did} ${toDollars(amount)} in payment ${opened.trace} of ${opened.date} (${opened.path})`;
  const draft = { kind: 'open-account', owner: 'biller', actions: ['dismiss'] } as const;
  if (collectedBesides !== undefined)
    return {
      ...draft,
      title: 'A payer collected what was closed by hand',
      reasons: [{ code: opened.reason, text: `${fact}: ${collectedTwice(collectedBesides)}` }],
      advice:
        'Somebody paid twice, or the account was closed wrongly. Compare it with the check, and ask the payer for the money back.',
    };
  return {
    ...draft,
    title: 'An account with a payer stays open',
    reasons: [{ code: opened.reason, text: `${fact}: ${openSince(account.open, age, missing)}` }],
    advice,
  };
};

const collectedTwice = (amount: Cents): string =>
  `a person closed it, and ${toDollars(amount)} was collected all the same`;

const openSince = (open: Cents, { days, cycles }: AgedAccount['age'], missing: string): string =>
  `${toDollars(open)} of it ${missing}, ${days} days and ${cycles} payment ${cycles === 1 ? 'day' : 'days'} later`;
