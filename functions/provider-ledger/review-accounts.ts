import { stepActor } from '../domain/actor.ts';
import type { AgedAccount } from '../domain/ledger/provider-level/account-age.ts';
import { askAboutStanding, type StandingTaskEffects } from '../domain/tasks/standing-tasks.ts';
import { describeAccount } from './describe-account.ts';
import { type LedgerEffects, type LedgerPractice, readLedger } from './read-ledger.ts';

export type ReviewEffects = LedgerEffects &
  StandingTaskEffects & {
    readonly listPractices: () => Promise<readonly LedgerPractice[]>;
    readonly reviewed: (counts: Reviewed) => void;
  };

/** How many accounts a person is asked about, and how many tasks were closed because nothing is left to do. */
export type Reviewed = { readonly overdue: number; readonly settled: number };

/**
 * Asks a biller about every account that payers leave open too long, once each, and takes back what was asked about
 * accounts that are settled since.
 */
export const reviewAccounts = async (effects: ReviewEffects): Promise<Reviewed> => {
  const counts = { overdue: 0, settled: 0 };
  for (const practice of await effects.listPractices()) {
    const { accounts } = await readLedger(practice, effects.now(), effects);
    const overdue = accounts.filter(isForPerson);
    const standing = overdue.map((one) => ({ taskId: taskIdOf(one), draft: describeAccount(one) }));
    counts.overdue += overdue.length;
    counts.settled += await askAboutStanding(practice.practiceId, standing, review, effects);
  }
  effects.reviewed(counts);
  return counts;
};

const review = {
  kind: 'open-account',
  by: stepActor('review-accounts'),
  over: 'Nothing of the account is overdue any more',
} as const;

/** Posting asks at once about what was taken without an announcement, and about unknown reasons. */
const isForPerson = ({ kind, age, collectedBesides }: AgedAccount): boolean =>
  collectedBesides !== undefined || (age.isOverdue && kind !== 'takeback' && kind !== 'unknown');

/** Numbered by what was done about the account: what moved since, and stays open again, is asked about again. */
const taskIdOf = ({ accountId, decisions, settlements }: AgedAccount): string =>
  `account-${accountId}-${decisions.length}-${settlements.length}`;
