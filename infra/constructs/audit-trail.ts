import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { auditEnv } from '../../functions/adapters/audit/audit.env.ts';
import { acknowledgeKeys } from './acknowledgement.ts';
import type { BillingFunction } from './billing-function.ts';
import { closedBucket, keptTable } from './storage/kept-storage.ts';

export interface AuditTrailProps {
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
}

const readKeyActions = ['kms:Decrypt', 'kms:DescribeKey'];
const writeKeyActions = [
  ...readKeyActions,
  'kms:Encrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
];

const checkpointKeys = 'checkpoints/*';

/** Whatever else a policy allows, and to whomever: what was written is neither changed nor deleted. */
const addedToOnly = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'AddedToOnly',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [
      'UpdateItem',
      'DeleteItem',
      'BatchWriteItem',
      'PartiQLUpdate',
      'PartiQLDelete',
      'DeleteTable',
    ].map((action) => `dynamodb:${action}`),
    // The table's own ARN would make a circle of the table and its policy.
    resources: ['*'],
  });

/** Six years with their leap days: how long HIPAA asks to keep documentation (45 CFR 164.316(b)(2)(i)). */
const kept = Duration.days(6 * 365 + 2);

/**
 * Who saw or changed what: a table that functions add to and never change, a key that signs where its chains stand, and
 * a bucket where nobody, the account's root included, deletes or changes what was signed (docs/decisions/0010).
 */
export class AuditTrail extends Construct {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly signingKey: Key;
  private readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    // No time to live: nothing in it ends by itself.
    this.table = new Table(this, 'Table', {
      ...keptTable(props.encryptionKey),
      resourcePolicy: new PolicyDocument({ statements: [addedToOnly()] }),
    });
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Claimwright: signs where the chains of the audit stand',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = new Bucket(this, 'Checkpoints', {
      ...closedBucket(props, id),
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(kept),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Adds entries, and reads none. */
  grantWrite(fn: BillingFunction): void {
    this.grantTable(fn, ['dynamodb:PutItem'], ['entries#*']);
    fn.allow(writeKeyActions, [this.encryptionKey.keyArn]);
  }

  /** Shows entries to whoever may see them. */
  grantReadEntries(fn: BillingFunction): void {
    this.grantTable(fn, ['dynamodb:Query'], ['entries#*']);
  }

  /** Reads entries and adds links. */
  grantChain(fn: BillingFunction): void {
    this.grantTable(fn, ['dynamodb:GetItem', 'dynamodb:Query'], ['entries#*', 'links#*', 'chained#*']);
    this.grantTable(fn, ['dynamodb:PutItem'], ['links#*', 'chained#*']);
    fn.allow(writeKeyActions, [this.encryptionKey.keyArn]);
  }

  /** Chains what was left, signs and keeps what it signed. */
  grantCheckpoint(fn: BillingFunction): void {
    this.grantChain(fn);
    fn.allow(['kms:Sign'], [this.signingKey.keyArn]);
    fn.allow(['s3:PutObject'], [this.bucket.arnForObjects(checkpointKeys)]);
    acknowledgeKeys(fn.role, this.bucket, checkpointKeys);
    fn.tell(auditEnv.bucket, this.bucket.bucketName);
    fn.tell(auditEnv.keyId, this.signingKey.keyId);
  }

  /** What DynamoDB turned away, by the calls that functions make. */
  throttles(): Metric[] {
    return ['GetItem', 'Query', 'PutItem'].map((call) =>
      this.table.metricThrottledRequestsForOperation(call),
    );
  }

  private grantTable(fn: BillingFunction, actions: string[], partitions: string[]): void {
    fn.allow(actions, [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    });
    fn.tell(auditEnv.tableName, this.table.tableName);
  }
}
