import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  type Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';

/** What every table of records is: two keys, encrypted by our key, brought back to any instant, and never deleted with a stack. */
export const keptTable = (encryptionKey: IKey): TableProps => ({
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  encryption: TableEncryption.CUSTOMER_MANAGED,
  encryptionKey,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
});

/** What every bucket of records is: versions kept, encrypted by our key, over TLS alone, public to nobody, each access logged. */
export const closedBucket = (
  { encryptionKey, accessLogs }: { readonly encryptionKey: IKey; readonly accessLogs: Bucket },
  id: string,
): BucketProps => ({
  versioned: true,
  encryption: BucketEncryption.KMS,
  encryptionKey,
  bucketKeyEnabled: true,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  // CDK declares Bucket wider than IBucket where exactOptionalPropertyTypes is on; it is one.
  serverAccessLogsBucket: accessLogs as IBucket,
  serverAccessLogsPrefix: `${id}/`,
});
