import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { makeApp, resourcesOf } from './synthesised.ts';

const { records } = makeApp();
const template = Template.fromStack(records);
const buckets = resourcesOf(records, 'AWS::S3::Bucket');

describe('the stack of the records', () => {
  it.each(buckets)('%s is closed to the public and survives its stack', (_, bucket) => {
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(bucket.DeletionPolicy).toBe('Retain');
  });

  it.each(buckets)('%s refuses whatever does not come over TLS', (id) => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('announces the objects of the buckets of documents and code sets, encrypts them by its own key and logs who reads them', () => {
    const documents = buckets.filter(([id]) => !/^(?:AccessLogs|Audit)/.test(id));
    expect(documents).toHaveLength(3);
    for (const [, { Properties }] of documents) {
      expect(Properties.NotificationConfiguration).toEqual({
        EventBridgeConfiguration: { EventBridgeEnabled: true },
      });
      expect(JSON.stringify(Properties.BucketEncryption)).toContain('aws:kms');
      expect(Properties).toHaveProperty('LoggingConfiguration');
    }
  });

  it('keeps the records in one table that can be restored to any second and is not deleted by mistake', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: Match.objectLike({ SSEEnabled: true, SSEType: 'KMS' }),
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        DeletionProtectionEnabled: true,
      },
    });
  });

  it('offers the indexes of the adapters; that of bells with so much of a record as whoever rings reads', () => {
    const whole = { ProjectionType: 'ALL' };
    const ofBells = {
      ProjectionType: 'INCLUDE',
      NonKeyAttributes: Match.arrayWith(['waitId', 'round', 'ringAt', 'taskId', 'bellAt']),
    };
    const projections = { gsi1: whole, gsi2: whole, gsi3: whole, gsi4: whole, gsi5: ofBells };
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Object.entries(projections).map(([IndexName, Projection]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${IndexName}pk`, KeyType: 'HASH' },
          { AttributeName: `${IndexName}sk`, KeyType: 'RANGE' },
        ],
        Projection,
      })),
    });
  });

  it('rotates its key', () => {
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  it('keeps the audit in a table of its own, from which nothing ends by itself', () => {
    const tables = resourcesOf(records, 'AWS::DynamoDB::Table');
    expect(tables).toHaveLength(2);
    const [audit] = tables.filter(([id]) => id.startsWith('Audit'));
    expect(audit?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        DeletionProtectionEnabled: true,
      },
    });
    expect(audit?.[1].Properties).not.toHaveProperty('TimeToLiveSpecification');
  });

  it('locks what was signed for six years, to everybody, and signs by a key that signs nothing else', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2192 } },
      },
      BucketEncryption: Match.anyValue(),
      LoggingConfiguration: Match.anyValue(),
    });
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
    });
  });
});
