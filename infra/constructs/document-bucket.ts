import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeKeysBelow } from './acknowledgement.ts';
import type { BillingFunction } from './billing-function.ts';

export interface DocumentBucketProps {
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
  /** The environment variable that tells a function the bucket's name. */
  readonly environmentVariable: string;
}

/** Documents that we keep as they came or went: versioned, encrypted, over TLS only, announced on EventBridge. */
export class DocumentBucket extends Construct {
  readonly bucket: Bucket;
  private readonly encryptionKey: IKey;
  private readonly environmentVariable: string;

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    this.environmentVariable = props.environmentVariable;
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CDK declares Bucket wider than IBucket where exactOptionalPropertyTypes is on; it is one.
      serverAccessLogsBucket: props.accessLogs as IBucket,
      serverAccessLogsPrefix: `${id}/`,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionTransitions: [
            { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) },
          ],
          // Six years: how long HIPAA asks to keep documentation (45 CFR 164.316(b)(2)(i)).
          noncurrentVersionExpiration: Duration.days(2190),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.announceOnEventBridge();
  }

  grantRead(fn: BillingFunction): void {
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('*')]);
    // Without it S3 answers 403 instead of 404 for an object that is not there.
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.allow(['kms:Decrypt'], [this.encryptionKey.keyArn]);
    this.tell(fn);
  }

  grantWrite(fn: BillingFunction): void {
    fn.allow(['s3:PutObject'], [this.bucket.arnForObjects('*')]);
    // Decrypt as well: S3 asks for it when an object goes up in parts.
    fn.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.encryptionKey.keyArn]);
    this.tell(fn);
  }

  private tell(fn: BillingFunction): void {
    fn.tell(this.environmentVariable, this.bucket.bucketName);
    acknowledgeKeysBelow(fn.role, this.bucket);
  }

  /** Set on the bucket itself: the `eventBridgeEnabled` property would add a custom resource in Python. */
  private announceOnEventBridge(): void {
    if (!(this.bucket.node.defaultChild instanceof CfnBucket))
      throw new Error('A bucket without its resource');
    this.bucket.node.defaultChild.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}
