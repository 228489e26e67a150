import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { z } from 'zod';
import { Claim } from '../../domain/claim.ts';
import { Encounter } from '../../domain/encounter.ts';
import { Task } from '../../domain/task.ts';
import type { Change } from '../../domain/webhooks/change.ts';
import { requireInput } from '../../runtime/input.ts';
import { type ToldEntity, toldEntities } from './webhooks.env.ts';

const Image = z.record(z.string(), z.custom<AttributeValue>());

/** A record of the table's stream, as far as it is read; both images hold health data and stand in no log. */
export const StreamRecord = z.object({
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number().describe('epoch seconds'),
    OldImage: Image.optional(),
    NewImage: Image.optional(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const Item = z.object({ __edb_e__: z.string(), record: z.unknown() });

const itemIn = (image: StreamRecord['dynamodb']['NewImage']): z.infer<typeof Item> | undefined =>
  image && requireInput(Item, unmarshall(image));

/** What a record of the stream says of a claim, a visit or a task; nothing where it is of something else, or a deletion. */
export const changesIn = ({ dynamodb }: StreamRecord): readonly Change[] => {
  const { ApproximateCreationDateTime: seconds, OldImage, NewImage } = dynamodb;
  const item = itemIn(NewImage);
  if (!item) return [];
  const old = itemIn(OldImage);
  const at = new Date(seconds * 1000).toISOString();
  const both = <S extends z.ZodType>(schema: S) => ({
    before: old && requireInput(schema, old.record),
    after: requireInput(schema, item.record),
  });
  const readers: Readonly<Record<ToldEntity, () => Change>> = {
    claim: () => ({ kind: 'claim', ...both(Claim), at }),
    encounter: () => ({ kind: 'encounter', ...both(Encounter), at }),
    task: () => ({ kind: 'task', ...both(Task), at }),
  };
  const entity = toldEntities.find((one) => one === item.__edb_e__);
  return entity ? [readers[entity]()] : [];
};
