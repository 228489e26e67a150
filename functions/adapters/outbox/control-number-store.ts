import { leaseNumbers, type NumberSource } from '../../domain/outbox/control-numbers.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';
import { writeObjectOnce } from '../documents.ts';
import { fileIdOf, purposeOf } from '../partner-file-store.ts';
import { ControlNumberEntity } from '../table.ts';
import { isConditionFailure } from '../transaction.ts';

/**
 * The interchange control number (ISA13) for one purpose with a partner. The same purpose always gets the same
 * number, so that a step that runs again writes the same file; numbers rise, and gaps between them are allowed.
 */
export const controlNumberFor = async (partnerId: string, purpose: string): Promise<number> => {
  const { data } = await ControlNumberEntity.get({ partnerId, purpose }).go({ consistent: true });
  if (data) return data.number;
  const number = await leaseControlNumbers(partnerId, 1);
  try {
    await ControlNumberEntity.create({ partnerId, purpose, number }).go();
    return number;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return controlNumberFor(partnerId, purpose);
  }
};

/**
 * The counter is a record; what is spent is marked in the exchange bucket, which is never brought back to an instant. ISA13
 * has nine digits; after 999,999,999 a partner's numbers would start again, which no practice reaches.
 */
const numberSource: NumberSource = {
  countOn: async (partnerId, by) => {
    const { data } = await ControlNumberEntity.upsert({ partnerId, purpose: 'counter' })
      .add({ number: by })
      .go({ response: 'all_new' });
    return data.number;
  },
  spend: (partnerId, number) => writeObjectOnce('exchange', `numbers/${partnerId}/${fileIdOf(number)}`, ''),
};

/** A block of so many control numbers of a partner, by its first; nobody gets them again. */
export const leaseControlNumbers = (partnerId: string, count: number): Promise<number> =>
  leaseNumbers(partnerId, count, numberSource);

/** Keeps the number of a file for its purpose, where the purpose has none. */
export const keepNumber = async ({ partnerId, transaction, purpose, fileId }: PartnerFile): Promise<void> => {
  if (purpose === undefined) return;
  const kept = { partnerId, purpose: purposeOf(transaction, purpose), number: Number(fileId) };
  try {
    await ControlNumberEntity.create(kept).go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

/** Lets the counter of a partner stand at the number at least; it never goes back. */
export const raiseNumbers = async (partnerId: string, number: number): Promise<void> => {
  try {
    await ControlNumberEntity.upsert({ partnerId, purpose: 'counter', number })
      .where(({ number: stored }, { notExists, lt }) => `${notExists(stored)} OR ${lt(stored, number)}`)
      .go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};
