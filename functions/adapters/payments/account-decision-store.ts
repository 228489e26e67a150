import { AccountDecision } from '../../domain/ledger/provider-level/account-decision.ts';
import { isConditionFailure } from '../transaction.ts';
import { AccountDecisionEntity } from './payment-table.ts';

/** What people decided about a practice's accounts, of all of them. */
export const accountDecisionsOf = async (practiceId: string): Promise<AccountDecision[]> => {
  const { data } = await AccountDecisionEntity.query
    .primary({ practiceId })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => AccountDecision.parse(record));
};

/** Adds a decision; false when another one of its number was taken before. */
export const addAccountDecision = async (decision: AccountDecision): Promise<boolean> => {
  const { practiceId, accountId, number } = decision;
  try {
    await AccountDecisionEntity.create({ practiceId, accountId, number, record: decision }).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
