import { HeldBatch } from '../../domain/outbox/held-batch.ts';
import { HeldBatchEntity } from './outbox-table.ts';

export const holdBatch = async (held: HeldBatch): Promise<void> => {
  await HeldBatchEntity.put({ heldId: held.heldId, record: held }).go();
};

export const listHeld = async (): Promise<HeldBatch[]> => {
  const { data } = await HeldBatchEntity.query.primary({}).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => HeldBatch.parse(record));
};

export const removeHeld = async (heldId: string): Promise<void> => {
  await HeldBatchEntity.delete({ heldId }).go();
};
