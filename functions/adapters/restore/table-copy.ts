import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
  paginateScan,
} from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

type Item = Readonly<Record<string, unknown>>;
type Write = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>[number];

/** As many as one call takes. */
const writesAtOnce = 25;

export type Copied = { readonly written: number; readonly removed: number };

/** Makes a table hold what another one holds, and nothing else. Run again after a failure, it goes over all of it again. */
export const copyTable = async (from: string, to: string): Promise<Copied> => {
  const kept = new Set<string>();
  let written = 0;
  for await (const items of pagesOf(from)) {
    for (const item of items) kept.add(nameOf(item));
    await writeAll(
      to,
      items.map((Item) => ({ PutRequest: { Item } })),
    );
    written += items.length;
  }
  // Nothing is removed for a table that turned out empty: it is not the one that was meant.
  if (written === 0) throw new Error(`${from} holds nothing`);
  let removed = 0;
  for await (const items of pagesOf(to, 'pk, sk')) {
    const left = items.filter((item) => !kept.has(nameOf(item)));
    await writeAll(
      to,
      left.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
    );
    removed += left.length;
  }
  return { written, removed };
};

const nameOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk]);

async function* pagesOf(TableName: string, ProjectionExpression?: string): AsyncGenerator<Item[]> {
  const input = { TableName, ConsistentRead: true, ...(ProjectionExpression && { ProjectionExpression }) };
  for await (const { Items = [] } of paginateScan({ client }, input)) yield Items;
}

const writeAll = async (table: string, writes: readonly Write[]): Promise<void> => {
  for (let start = 0; start < writes.length; start += writesAtOnce) {
    let left = writes.slice(start, start + writesAtOnce);
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteCommand({ RequestItems: { [table]: left } }),
      );
      left = UnprocessedItems?.[table] ?? [];
    }
  }
};
