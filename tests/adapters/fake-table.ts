import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';

export type Item = Readonly<Record<string, unknown>>;

type Input = {
  readonly Key?: { readonly pk: string; readonly sk: string };
  readonly Item?: Item;
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  readonly ExclusiveStartKey?: { readonly at: number };
  readonly TransactItems?: readonly Readonly<Record<string, Input>>[];
};

const nameOf = ({ pk, sk }: Readonly<Record<string, unknown>>): string => `${pk} ${sk}`;

/**
 * The one table in memory, behind the document client: gets, puts, transactions without conditions, and queries by key in
 * pages of two items, so that who reads one page alone is found out. Filters are not applied.
 */
export const fakeTable = () => {
  const items = new Map<string, Item>();
  const queries: Input[] = [];
  const put = (item: Item): void => void items.set(nameOf(item), item);

  const query = (input: Input) => {
    queries.push(input);
    const { IndexName: index = '', ExpressionAttributeValues: values = {} } = input;
    const from = String(values[':sk1'] ?? '');
    const isPrefix = input.KeyConditionExpression?.includes('begins_with') ?? false;
    const to = values[':sk2'] === undefined ? undefined : String(values[':sk2']);
    const found = [...items.values()]
      .filter((item) => item[`${index}pk`] === values[':pk'])
      .filter((item) => {
        const key = String(item[`${index}sk`]);
        if (isPrefix) return key.startsWith(from);
        return key >= from && (to === undefined || key <= to);
      })
      .sort((a, b) => (String(a[`${index}sk`]) < String(b[`${index}sk`]) ? -1 : 1));
    const at = input.ExclusiveStartKey?.at ?? 0;
    return {
      Items: found.slice(at, at + 2),
      ...(at + 2 < found.length && { LastEvaluatedKey: { at: at + 2 } }),
    };
  };

  const answer = ({
    constructor: { name },
    input,
  }: {
    readonly constructor: { name: string };
    readonly input: Input;
  }) => {
    if (name.startsWith('Get')) return { Item: items.get(nameOf(input.Key ?? {})) };
    if (name.startsWith('Put')) put(input.Item ?? {});
    if (name.startsWith('Query')) return query(input);
    for (const write of input.TransactItems ?? []) {
      if (write.Put?.Item) put(write.Put.Item);
      if (write.Delete?.Key) items.delete(nameOf(write.Delete.Key));
    }
    return {};
  };

  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation((async (
    command: Parameters<typeof answer>[0],
  ) => answer(command)) as never); // the client's overloads cannot be written out
  return { items, queries };
};
