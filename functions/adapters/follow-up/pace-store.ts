import { type FindPace, PayerPace } from '../../domain/follow-up/payer-pace.ts';
import { PayerPaceEntity } from '../practices/practice-table.ts';

export const findPace: FindPace = async (practiceId, payerId) => {
  const { data } = await PayerPaceEntity.get({ practiceId, payerId }).go();
  return data ? PayerPace.parse(data.record) : undefined;
};

export const savePace = async (pace: PayerPace): Promise<void> => {
  const { practiceId, payerId } = pace;
  await PayerPaceEntity.put({ practiceId, payerId, record: pace }).go();
};
