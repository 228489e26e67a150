import { Deposit } from '../../domain/ledger/deposit.ts';
import { HandTie } from '../../domain/ledger/deposits/tie.ts';
import { throughDay } from '../lists/read-page.ts';
import { isConditionFailure } from '../transaction.ts';
import { DepositEntity, HandTieEntity } from './deposit-table.ts';

/** Writes a deposit; false when it was told before, which then stays as it is. */
export const addDeposit = async (deposit: Deposit): Promise<boolean> => {
  const { practiceId, date, depositId } = deposit;
  try {
    await DepositEntity.create({ practiceId, date, depositId, record: deposit }).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** What came to a practice from one day to another, both included, in the order of the days. */
export const depositsOfPractice = async (
  practiceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Deposit[]> => {
  const { data } = await DepositEntity.query
    .primary({ practiceId })
    .between({ date: from }, { date: throughDay(to) })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => Deposit.parse(record));
};

/** Keeps what a person tied, or withdrew. */
export const saveHandTie = async (tie: HandTie): Promise<void> => {
  const { practiceId, tieId } = tie;
  await HandTieEntity.put({ practiceId, tieId, record: tie }).go();
};

/** All that people tied in a practice, what they withdrew among it. */
export const handTiesOf = async (practiceId: string): Promise<HandTie[]> => {
  const { data } = await HandTieEntity.query.primary({ practiceId }).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => HandTie.parse(record));
};
