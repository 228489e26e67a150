import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';

type Item = Record<string, unknown>;

type Input = {
  readonly Key: { readonly pk: string; readonly sk: string };
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
};

/** The order of what DynamoDB compares: nothing that is not there, or of another type, is anything. */
const compare: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  '=': (one, other) => one === other,
  '<': (one, other) =>
    typeof one === typeof other && String(one) !== '' && (one as number) < (other as number),
  '<=': (one, other) => typeof one === typeof other && (one as number) <= (other as number),
  '>': (one, other) => typeof one === typeof other && (one as number) > (other as number),
};

/** Reads a condition of `AND`, `OR`, brackets, comparisons and functions of one attribute. */
const holds = (item: Item | undefined, { ConditionExpression: text = '', ...input }: Input): boolean => {
  const words = text.match(/attribute_\w+\(#\w+\)|[()]|AND|OR|<=|>=|[=<>]|[#:]\w+/g) ?? [];
  const named = (word = ''): unknown => item?.[input.ExpressionAttributeNames[word] ?? ''];
  const term = (): boolean => {
    const word = words.shift() ?? '';
    if (word === '(') {
      const inside = either();
      words.shift();
      return inside;
    }
    const [, test, name] = /^attribute_(\w+)\((#\w+)\)$/.exec(word) ?? [];
    if (test !== undefined) return (named(name) === undefined) === (test === 'not_exists');
    const [operator = '', value = ''] = words.splice(0, 2);
    return compare[operator]?.(named(word), input.ExpressionAttributeValues[value]) ?? false;
  };
  const both = (): boolean => {
    let all = term();
    while (words[0] === 'AND') {
      words.shift();
      all = term() && all;
    }
    return all;
  };
  const either = (): boolean => {
    let any = both();
    while (words[0] === 'OR') {
      words.shift();
      any = both() || any;
    }
    return any;
  };
  return text === '' || either();
};

const updated = (before: Item | undefined, { UpdateExpression = '', Key, ...input }: Input): Item => {
  const [, sets = '', removes = ''] = /^SET (.*?)(?: REMOVE (.*))?$/.exec(UpdateExpression) ?? [];
  const after: Item = { ...Key, ...before };
  for (const part of sets.split(', ')) {
    const [name = '', value = ''] = part.split(' = ');
    after[input.ExpressionAttributeNames[name] ?? ''] = input.ExpressionAttributeValues[value];
  }
  for (const name of removes ? removes.split(', ') : [])
    delete after[input.ExpressionAttributeNames[name] ?? ''];
  return after;
};

/** A table in memory behind the document client that takes updates under conditions, and gets; it holds its items by pk. */
export const conditionalTable = () => {
  const items = new Map<string, Item>();
  const answer = ({ constructor: { name }, input }: { constructor: { name: string }; input: Input }) => {
    const { pk } = input.Key;
    if (name.startsWith('Get')) return { Item: items.get(pk) };
    if (!holds(items.get(pk), input))
      throw new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });
    const after = updated(items.get(pk), input);
    items.set(pk, after);
    return { Attributes: after };
  };
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation((async (
    command: Parameters<typeof answer>[0],
  ) => answer(command)) as never); // the client's overloads cannot be written out
  return { items };
};
