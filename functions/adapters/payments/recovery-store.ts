import { Recovery } from '../../domain/posting.ts';
import { RecoveryEntity } from './payment-table.ts';

/** Keeps what a payer takes back under a number that it names; the same again changes nothing. */
export const saveRecovery = async (number: string, recovery: Recovery): Promise<void> => {
  const { takebackId } = recovery.takeback;
  await RecoveryEntity.put({ reference: number, takebackId, record: recovery }).go();
};

/** All that payers took back, or announced, under a number. */
export const recoveriesOf = async (number: string): Promise<Recovery[]> => {
  const { data } = await RecoveryEntity.query
    .primary({ reference: number })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => Recovery.parse(record));
};
