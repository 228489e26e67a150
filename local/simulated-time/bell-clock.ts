import { type NativeAttributeValue, paginateScan } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { bellIndex } from '../../functions/adapters/table.env.ts';
import { type Bell, bellName } from '../../functions/domain/follow-up/bell.ts';
import { invokeFunction } from '../aws-clients.ts';
import type { LocalApp } from '../local-app.ts';

/** What is to ring, and the function that rings it: on AWS it is called every minute, here when time has come so far. */
export type BellClock = {
  /** All that is to ring, at whatever instant. */
  readonly bells: () => Promise<readonly Bell[]>;
  /** Rings some of them now; what cannot ring stays. */
  readonly ring: (bells: readonly Bell[]) => Promise<void>;
};

const Indexed = z.union([
  z
    .object({ waitId: z.string(), round: z.number(), ringAt: z.string() })
    .transform(({ waitId, round, ringAt }): Bell => ({ kind: 'wait', waitId, round, at: ringAt })),
  z
    .object({ taskId: z.string(), bellAt: z.string() })
    .transform(({ taskId, bellAt }): Bell => ({ kind: 'task', taskId, at: bellAt })),
]);

/** What never rings is a fault, and no reason to try for ever. */
const failuresInARow = 5;

const Rung = z.object({ failed: z.number() });

export const openBellClock = (app: LocalApp): BellClock => {
  let failures = 0;
  return {
    bells: () => readBells(app),
    ring: async (bells) => {
      try {
        const only = bells.map(bellName);
        const { failed } = Rung.parse(
          await invokeFunction(app.clients.endpoint, app.billing.BellsFunction, { only }),
        );
        if (failed > 0) throw new Error(`Of ${only.join(', ')} some cannot ring`);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === failuresInARow) throw error;
      }
    },
  };
};

/** The index at once, where the function reads it part by part: there are few here, and they are looked at often. */
const readBells = async ({ clients, records }: LocalApp): Promise<readonly Bell[]> => {
  const scan = { TableName: records.TableName, IndexName: bellIndex.name };
  const found: Record<string, NativeAttributeValue>[] = [];
  for await (const { Items = [] } of paginateScan({ client: clients.dynamo }, scan)) found.push(...Items);
  return found.map((item) => Indexed.parse(item));
};
