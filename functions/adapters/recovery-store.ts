import { Takeback } from '../domain/claim.ts';
import { RecoveryEntity } from './table.ts';

/** Keeps what a payer takes back under what it names it; the same again changes nothing. */
export const saveRecovery = async (takeback: Takeback): Promise<void> => {
  const { reference, takebackId } = takeback;
  await RecoveryEntity.put({ reference, takebackId, record: takeback }).go();
};

/** All that payers took back, or announced, under a reference. */
export const recoveriesOf = async (reference: string): Promise<Takeback[]> => {
  const { data } = await RecoveryEntity.query.primary({ reference }).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => Takeback.parse(record));
};
