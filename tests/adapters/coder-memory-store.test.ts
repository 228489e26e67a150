import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TermDecision } from '../../functions/domain/term-decision.ts';

type Sent = { readonly input: { readonly [name: string]: unknown } };

const sent: Sent['input'][] = [];
let answers: unknown[] = [];

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  sent.length = 0;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation((async ({ input }: Sent) => {
    sent.push(input);
    const answer = answers.shift() ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  }) as never); // the client's overloads cannot be written out
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  answers = [];
});

const store = () => import('../../functions/adapters/coder-memory-store.ts');
const kept = (term: string, code = 'I10'): TermDecision => ({
  kind: 'term',
  term,
  code,
  accepted: 1,
  rejected: 0,
});

const cancelledBy = (...codes: string[]): Error =>
  Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('the store of what coders decided', () => {
  it('counts a review once: its marker and its counts go in one transaction', async () => {
    const { addTermDecisions } = await store();
    await addTermDecisions('maple-street', 'task-1', [kept('gout'), kept('gout'), kept('hypertension')]);
    const items = sent[0]?.TransactItems as {
      Put?: object;
      Update?: { ExpressionAttributeValues: object };
    }[];
    expect(items).toHaveLength(4);
    expect(items[0]?.Put).toMatchObject({
      ConditionExpression: expect.stringContaining('attribute_not_exists'),
    });
    expect(JSON.stringify(items[2]?.Update?.ExpressionAttributeValues)).toContain('"gout"');
    expect(Object.values(items[2]?.Update?.ExpressionAttributeValues ?? {})).toContain(2);
  });

  it('leaves a review that was counted before', async () => {
    answers = [cancelledBy('ConditionalCheckFailed', 'None', 'None')];
    const { addTermDecisions } = await store();
    await expect(addTermDecisions('maple-street', 'task-1', [kept('gout')])).resolves.toBeUndefined();
  });

  it('is tried again when another review is counted at the same moment', async () => {
    answers = [cancelledBy('None', 'TransactionConflict', 'None')];
    const { addTermDecisions } = await store();
    await expect(addTermDecisions('maple-street', 'task-1', [kept('gout')])).resolves.toBeUndefined();
    expect(sent).toHaveLength(2);
  });

  const row = (change: object) => ({
    __edb_e__: 'termDecision',
    __edb_v__: '1',
    practiceId: 'maple-street',
    code: 'M10.9',
    rejected: 0,
    ...change,
  });
  const rows = [
    row({ kind: 'notes', term: '-', code: '-', accepted: 9 }),
    row({ kind: 'term', term: 'gout', accepted: 3 }),
    row({ kind: 'phrase', term: 'sore toe', accepted: 2 }),
  ];

  it('reads what was counted', async () => {
    answers = [{ Items: rows }];
    const { findTermDecisions } = await store();
    expect(await findTermDecisions('maple-street')).toEqual({
      notes: 9,
      decisions: [
        { kind: 'term', term: 'gout', code: 'M10.9', accepted: 3, rejected: 0 },
        { kind: 'phrase', term: 'sore toe', code: 'M10.9', accepted: 2, rejected: 0 },
      ],
    });
  });

  const counted = (change: object = {}) => ({
    Item: {
      __edb_e__: 'countedReview',
      __edb_v__: '1',
      reviewId: 'task-1',
      expiresAt: 1,
      rows: [
        { kind: 'notes', term: '-', code: '-', accepted: 1, rejected: 0 },
        { kind: 'term', term: 'gout', code: 'M10.9', accepted: 1, rejected: 0 },
        { kind: 'term', term: 'erased since', code: 'M10.9', accepted: 1, rejected: 0 },
      ],
      ...change,
    },
  });

  it('takes back what was counted of a review, in one transaction that is written once', async () => {
    answers = [counted(), { Items: rows }];
    const { forgetReview } = await store();
    await forgetReview('maple-street', 'task-1');
    const items = sent[2]?.TransactItems as {
      Update: { ConditionExpression: string; ExpressionAttributeValues: object };
    }[];
    // The review, and the two rows that are still there.
    expect(items).toHaveLength(3);
    expect(items[0]?.Update.ConditionExpression).toContain('attribute_not_exists');
    expect(items[1]?.Update.ConditionExpression).toContain('>=');
    expect(Object.values(items[2]?.Update.ExpressionAttributeValues ?? {})).toContain(-1);
  });

  it.each([
    ['was never counted', {}],
    ['was taken back before', counted({ takenBack: true })],
    ['was counted before rows were kept', counted({ rows: undefined })],
  ])('changes nothing of a review that %s', async (_what, answer) => {
    answers = [answer];
    const { forgetReview } = await store();
    await forgetReview('maple-street', 'task-1');
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['one term', 'gout', 1, 1],
    ['everything, the count of notes too', undefined, 2, 3],
  ] as const)('erases %s', async (_what, term, erased, deleted) => {
    answers = [{ Items: rows }, { UnprocessedItems: {} }];
    const { eraseTermDecisions } = await store();
    expect(await eraseTermDecisions('maple-street', term)).toBe(erased);
    expect(JSON.stringify(sent[1]).match(/DeleteRequest/g)).toHaveLength(deleted);
  });
});
