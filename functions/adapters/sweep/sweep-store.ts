import { Sweep } from '../../domain/restarts/sweep.ts';
import { SweepEntity } from './sweep-table.ts';

/** Where the sweep of a practice is; undefined where it never began. */
export const findSweep = async (practiceId: string): Promise<Sweep | undefined> => {
  const { data } = await SweepEntity.get({ practiceId }).go({ consistent: true });
  return data ? Sweep.parse(data.record) : undefined;
};

export const saveSweep = async (practiceId: string, sweep: Sweep): Promise<void> => {
  await SweepEntity.put({ practiceId, record: sweep }).go();
};
