import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { isAllowed, statementsByRole, textOf } from './policy-evaluation.ts';
import { makeApp } from './synthesised.ts';

const { records, billing } = makeApp();
const exported = (value: string): string => textOf(records.resolve(records.exportValue(value)));
const table = exported(records.audit.table.tableArn);
const bucket = exported(records.audit.bucket.bucketArn);
const key = exported(records.audit.signingKey.keyArn);
const roles = [...statementsByRole(billing)];

const nameOf = (role: string): string => role.replace(/Role[0-9A-F]{8}$/, '');

/** The functions that may do it, by the names of their constructs. */
const whoMay = (action: string, resource: string, partition?: string): string[] =>
  roles
    .filter(([, statements]) =>
      isAllowed(statements, {
        ...{ action, resource },
        ...(partition && { context: { 'dynamodb:LeadingKeys': partition } }),
      }),
    )
    .map(([role]) => nameOf(role))
    .toSorted();

const partitions = ['entries#maple-street', 'links#maple-street', 'chained#maple-street'];
const chainers = ['ChainEntries', 'SignCheckpoints'];

describe('the audit', () => {
  it.each(partitions)('is neither changed nor deleted in %s, by any function', (partition) => {
    for (const action of ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'])
      expect(whoMay(`dynamodb:${action}`, table, partition)).toEqual([]);
    for (const action of ['DeleteTable', 'UpdateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups'])
      expect(whoMay(`dynamodb:${action}`, table)).toEqual([]);
  });

  it('takes entries from those who answer requests, and links from those who chain, never both from one', () => {
    expect(whoMay('dynamodb:PutItem', table, 'entries#maple-street')).toEqual(['PracticeApi', 'TaskPage']);
    expect(whoMay('dynamodb:PutItem', table, 'links#maple-street')).toEqual(chainers);
    expect(whoMay('dynamodb:PutItem', table, 'chained#maple-street')).toEqual(chainers);
    expect(whoMay('dynamodb:PutItem', table, 'others#maple-street')).toEqual([]);
    expect(whoMay('dynamodb:PutItem', table)).toEqual([]);
  });

  it('is read by those who chain, and shown by the one who asks for the permission', () => {
    const readers = [...chainers, 'PracticeApi'].toSorted();
    expect(whoMay('dynamodb:Query', table, 'entries#maple-street')).toEqual(readers);
    expect(whoMay('dynamodb:GetItem', table, 'entries#maple-street')).toEqual(chainers);
    for (const partition of ['links#maple-street', 'chained#maple-street'])
      for (const action of ['GetItem', 'Query'])
        expect(whoMay(`dynamodb:${action}`, table, partition)).toEqual(chainers);
    expect(whoMay('dynamodb:Scan', table)).toEqual([]);
  });

  it('refuses changes by a policy of its own, whatever else is allowed, and to whomever', () => {
    Template.fromStack(records).hasResourceProperties('AWS::DynamoDB::Table', {
      ResourcePolicy: {
        PolicyDocument: {
          Statement: [
            Match.objectLike({
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: [
                'UpdateItem',
                'DeleteItem',
                'BatchWriteItem',
                'PartiQLUpdate',
                'PartiQLDelete',
                'DeleteTable',
              ].map((action) => `dynamodb:${action}`),
              Resource: '*',
            }),
          ],
        },
      },
    });
  });

  it('is signed by one function, which adds to the bucket and can neither unlock, read nor delete', () => {
    expect(whoMay('kms:Sign', key)).toEqual(['SignCheckpoints']);
    const object = `${bucket}/checkpoints/maple-street/2026-08-03.json`;
    expect(whoMay('s3:PutObject', object)).toEqual(['SignCheckpoints']);
    expect(whoMay('s3:PutObject', `${bucket}/elsewhere.json`)).toEqual([]);
    for (const action of [
      ...['DeleteObject', 'DeleteObjectVersion', 'PutObjectRetention', 'BypassGovernanceRetention'],
      ...['PutBucketObjectLockConfiguration', 'PutLifecycleConfiguration', 'DeleteBucket'],
    ])
      expect([...whoMay(`s3:${action}`, object), ...whoMay(`s3:${action}`, bucket)]).toEqual([]);
  });

  it('is chained by one writer for each practice, and signed daily', () => {
    const template = Template.fromStack(billing);
    template.hasResourceProperties('AWS::SQS::Queue', {
      FifoQueue: true,
      RedrivePolicy: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 day)',
      Targets: [
        Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SignCheckpoints'), 'Arn'] } }),
      ],
    });
  });
});
