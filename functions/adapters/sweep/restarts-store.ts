import { Restarts } from '../../domain/restarts/restarts.ts';
import { isConditionFailure } from '../transaction.ts';
import { RestartsEntity } from './sweep-table.ts';

/** The restarts of a record; undefined where it was never started again. */
export const findRestarts = async (recordId: string): Promise<Restarts | undefined> => {
  const { data } = await RestartsEntity.get({ recordId }).go({ consistent: true });
  return data ? Restarts.parse(data.record) : undefined;
};

/** Writes the restarts of a record in place of those that were read; false where somebody else started it meanwhile. */
export const saveRestarts = async (
  recordId: string,
  before: Restarts | undefined,
  after: Restarts,
): Promise<boolean> => {
  try {
    await RestartsEntity.put({ recordId, name: after.name, record: after })
      .where(({ name }, { eq, notExists }) => (before ? eq(name, before.name) : notExists(name)))
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
