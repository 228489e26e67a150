import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pascal } from '../../infra/pascal.ts';
import { type FunctionName, type FunctionNeeds, functionNeeds } from '../../infra/stacks/needs.ts';
import { issuedBy } from './issued-actions.ts';
import { type Statement, statementsByRole, textOf } from './policy-evaluation.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { billing } = makeApp({ suggesters: { comprehendMedical: true, bedrockModel: 'anthropic.a-model' } });
const byRole = statementsByRole(billing);

const Properties = z.object({
  Role: z.unknown().transform((role) =>
    textOf(role)
      .slice(1)
      .replace(/\.Arn>$/, ''),
  ),
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});

/** What each function's role is allowed, by the function's name in CDK. */
const allowed = new Map(
  resourcesOf(billing, 'AWS::Lambda::Function').map(([, resource]) => {
    const { Role, Environment } = Properties.parse(resource.Properties);
    const statements = (byRole.get(Role) ?? []).filter(({ Effect }) => Effect === 'Allow');
    return [Environment.Variables.POWERTOOLS_SERVICE_NAME, statements] as const;
  }),
);

const names = Object.keys(functionNeeds) as FunctionName[];

const cases = names.map((name) => {
  const statements: readonly Statement[] = allowed.get(pascal(name)) ?? [];
  return { name, statements, ...issuedBy(name) };
});

const actionsOf = (statements: readonly Statement[]): string[] => statements.flatMap(({ Action }) => Action);

/** What a role is allowed that no command of ours asks for: Lambda, or a service in the role's name, does. */
const askedByAws: readonly RegExp[] = [
  /^xray:Put(TraceSegments|TelemetryRecords)$/,
  /^logs:(CreateLogStream|PutLogEvents)$/,
  // Lambda takes messages and changes, and puts what failed into a queue.
  /^sqs:(ReceiveMessage|ChangeMessageVisibility|GetQueueUrl|DeleteMessage|GetQueueAttributes|SendMessage)$/,
  /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
  // DynamoDB, S3 and SQS use the key of the records in the role's name.
  /^kms:(Encrypt|Decrypt|DescribeKey|ReEncryptFrom|ReEncryptTo|GenerateDataKey|GenerateDataKeyWithoutPlaintext)$/,
];

// Whoever writes records may read and write any: needs.ts knows no finer grain.
const ofRecords = /^dynamodb:(GetItem|Query|PutItem|UpdateItem|DeleteItem)$/;

describe('the policies and the commands', () => {
  it.each(cases)('$name is allowed each command that it issues', ({ statements, issued }) => {
    const actions = new Set(actionsOf(statements));
    expect([...issued].filter((action) => !actions.has(action))).toEqual([]);
  });

  it.each(cases)('$name is allowed nothing that it does not issue', ({ statements, issued }) => {
    const idle = actionsOf(statements).filter(
      (action) =>
        !issued.has(action) && !ofRecords.test(action) && !askedByAws.some((known) => known.test(action)),
    );
    expect(idle).toEqual([]);
  });

  it.each(cases)('$name starts the workflows that it is allowed to start', ({ name, started }) => {
    const { starts = [] }: FunctionNeeds = functionNeeds[name];
    expect(started).toEqual(starts.toSorted());
  });

  it('allow nothing that nobody issues', () => {
    const issued = new Set(cases.flatMap((one) => [...one.issued]));
    const idle = cases
      .flatMap(({ statements }) => actionsOf(statements))
      .filter((action) => !issued.has(action) && !askedByAws.some((known) => known.test(action)));
    expect([...new Set(idle)]).toEqual([]);
  });

  it('find commands of every service that functions use, and operations of the library', () => {
    const issued = new Set(cases.flatMap((one) => [...one.issued]));
    const services = new Set([...issued].map((action) => action.split(':')[0]));
    expect([...services].toSorted()).toEqual([
      'bedrock',
      'cognito-idp',
      'comprehendmedical',
      'dynamodb',
      'kms',
      's3',
      'ses',
      'sqs',
      'states',
    ]);
    // Fees are imported by thousands.
    expect(issued).toContain('dynamodb:BatchWriteItem');
  });
});
