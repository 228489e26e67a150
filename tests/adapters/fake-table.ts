import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';

export type Item = Readonly<Record<string, unknown>>;

type Input = {
  readonly Key?: { readonly pk: string; readonly sk: string };
  readonly Item?: Item;
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  readonly ExclusiveStartKey?: Item;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly TransactItems?: readonly Readonly<Record<string, Input>>[];
};

/** What the table gives as the key of an item in an index. */
const keysOf = (item: Item, index: string): Item => {
  const { pk, sk } = item;
  const [indexPk, indexSk] = [`${index}pk`, `${index}sk`];
  return { pk, sk, [indexPk]: item[indexPk], [indexSk]: item[indexSk] };
};

const nameOf = ({ pk, sk }: Readonly<Record<string, unknown>>): string => `${pk} ${sk}`;

/**
 * The one table in memory, behind the document client: gets, puts, plain updates, transactions without conditions, and queries by key in
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
    const isBelow = input.KeyConditionExpression?.includes('#sk1 < :sk1') ?? false;
    const step = input.ScanIndexForward === false ? -1 : 1;
    const keyOf = (item: Item): string => `${item[`${index}sk`]} ${nameOf(item)}`;
    const start = input.ExclusiveStartKey && keyOf(input.ExclusiveStartKey);
    const isBehind = (item: Item): boolean =>
      start === undefined || (step === 1 ? keyOf(item) > start : keyOf(item) < start);
    const found = [...items.values()]
      .filter((item) => item[`${index}pk`] === values[':pk'])
      .filter((item) => {
        const key = String(item[`${index}sk`]);
        if (isPrefix) return key.startsWith(from);
        if (isBelow) return key < from;
        return key >= from && (to === undefined || key <= to);
      })
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -step : step))
      .filter(isBehind);
    const shown = found.slice(0, Math.min(input.Limit ?? 2, 2));
    const last = shown.at(-1);
    return {
      Items: shown,
      ...(last && shown.length < found.length && { LastEvaluatedKey: keysOf(last, index) }),
    };
  };

  /** What an update sets is set; what it counts, removes or appends is not done. */
  const update = ({ Key = { pk: '', sk: '' }, ...input }: Input): Item => {
    const {
      UpdateExpression = '',
      ExpressionAttributeNames: names = {},
      ExpressionAttributeValues = {},
    } = input;
    const set = [...UpdateExpression.matchAll(/(#\w+) = (?:if_not_exists\(#\w+, )?(:\w+)/g)].map(
      ([, name = '', value = '']) => [names[name] ?? name, ExpressionAttributeValues[value]],
    );
    const updated = { ...items.get(nameOf(Key)), ...Key, ...Object.fromEntries(set) };
    put(updated);
    return updated;
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
    if (name.startsWith('Update')) return { Attributes: update(input) };
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
