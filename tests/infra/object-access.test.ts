import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FunctionName, type FunctionNeeds, functionNeeds } from '../../infra/stacks/needs.ts';
import { isAllowed, matches, type Statement, statementsByRole, textOf } from './policy-evaluation.ts';
import { makeApp } from './synthesised.ts';

const { records, billing } = makeApp();
const roles = statementsByRole(billing);
const exported = (value: string): string => textOf(records.resolve(records.exportValue(value)));
const arnOf = {
  intake: exported(records.intake.bucket.bucketArn),
  exchange: exported(records.exchange.bucket.bucketArn),
};
type Bucket = keyof typeof arnOf;

const roleOf = (name: FunctionName): readonly Statement[] => {
  const id = name
    .slice(name.indexOf('/') + 1)
    .replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const [found, ...others] = [...roles].filter(([role]) => new RegExp(`^${id}Role[0-9A-F]{8}$`).test(role));
  if (!found || others.length > 0) throw new Error(`${name} has ${others.length + 1} roles or none`);
  return found[1];
};

// Object.keys forgets the literal names; the table is a constant of this very type.
const functions = (Object.keys(functionNeeds) as FunctionName[]).map((name) => ({
  name,
  needs: functionNeeds[name] as FunctionNeeds,
  statements: roleOf(name),
}));

const may = (statements: readonly Statement[], action: string, bucket: Bucket, key: string): boolean =>
  isAllowed(statements, { action, resource: `${arnOf[bucket]}/${key}` });

/** Which functions may do it with an object. */
const whoMay = (action: string, bucket: Bucket, key: string): string[] =>
  functions.flatMap(({ name, statements }) => (may(statements, action, bucket, key) ? [name] : []));

/** Keys made of what our keys are made of, in any order, depth and repetition. */
const anyKey = fc
  .array(
    fc.constantFrom(
      ...['partners', 'practices', 'payments', 'extracted', 'inbound', 'outbound', 'encounters'],
      ...['north', 'northwind', 'x.x12', 'encounter.json', '*', '?', '..', ''],
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join('/'));

const isInbound = (key: string): boolean => matches('partners/*/inbound/*', key);

const isAmong = (patterns: readonly string[] = [], key: string): boolean =>
  patterns.some((pattern) => matches(pattern, key));

describe('a function', () => {
  it('writes into the folders of partners under outbound only, whatever the key looks like', () => {
    fc.assert(
      fc.property(anyKey, (rest) => {
        const key = `partners/${rest}`;
        if (whoMay('s3:PutObject', 'exchange', key).length === 0) return;
        expect(key).toMatch(/^partners\/.*\/outbound\//);
        expect(isInbound(key)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'partners/northwind/inbound/835.x12',
    'partners/northwind/inbound/outbound/835.x12',
    'partners/outbound/inbound/outbound/835.x12',
    'partners/northwind/835.x12',
    'partners/outbound/835.x12',
    'outbound/835.x12',
    '835.x12',
  ])('cannot write %s into the exchange bucket', (key) => {
    expect(whoMay('s3:PutObject', 'exchange', key)).toEqual([]);
  });

  it('sends a file only if it is one of those that send', () => {
    expect(whoMay('s3:PutObject', 'exchange', 'partners/northwind/outbound/837P-000000001.x12')).toEqual([
      'batches/send-batch',
      'batches/send-batches',
      'claims/keep-waiting',
      'claims/resubmit-claim',
      'claims/appeal-claim',
      'eligibility/check-eligibility',
      'claim-status/check-claim-status',
    ]);
  });

  it('reads what partners send only if it receives that, or posts a payment of it anew', () => {
    const receivers = ['partners/receive-partner-file', 'api/practice-api'];
    expect(whoMay('s3:GetObject', 'exchange', 'partners/northwind/inbound/835.x12')).toEqual(receivers);
  });

  it('reads what we sent only if it finishes a file, or is told of a place in one', () => {
    expect(whoMay('s3:GetObject', 'exchange', 'partners/northwind/outbound/837P-000000001.x12')).toEqual([
      'partners/receive-partner-file',
      'batches/send-batch',
      'batches/send-batches',
    ]);
  });

  it('reads documents of clinics only if it takes them in or extracts their text', () => {
    expect(whoMay('s3:GetObject', 'intake', 'practices/maple-street/encounters/v1/note.txt')).toEqual([
      'intake/receive-document',
      'coding/extract-text',
    ]);
  });

  it('reads registrations beside them only to show them to whoever corrects one', () => {
    expect(whoMay('s3:GetObject', 'intake', 'practices/maple-street/encounters/v1/encounter.json')).toEqual([
      'intake/receive-document',
      'coding/extract-text',
      'api/task-page',
    ]);
  });

  it('reads extracted texts only if it suggests codes or shows them', () => {
    expect(whoMay('s3:GetObject', 'intake', 'extracted/maple-street/v1/d.txt')).toEqual([
      'coding/suggest-codes',
      'api/task-page',
    ]);
  });

  it.each(functions)('$name reads and writes exactly the keys of its needs', ({ needs, statements }) => {
    fc.assert(
      fc.property(fc.constantFrom<Bucket>('intake', 'exchange'), anyKey, (bucket, key) => {
        const { read, write } = needs[bucket] ?? {};
        const isOutside = bucket === 'exchange' && isInbound(key);
        expect(may(statements, 's3:GetObject', bucket, key)).toBe(isAmong(read, key));
        expect(may(statements, 's3:PutObject', bucket, key)).toBe(isAmong(write, key) && !isOutside);
      }),
    );
  });

  it.each(functions)('$name lists no bucket, deletes nothing and changes no rights', ({ statements }) => {
    const onObjects = statements.flatMap(({ Action }) => Action.filter((action) => action.startsWith('s3:')));
    expect(['s3:GetObject', 's3:PutObject']).toEqual(expect.arrayContaining(onObjects));
  });
});
