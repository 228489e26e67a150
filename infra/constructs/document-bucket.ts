import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Bucket, CfnBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeKeys } from './acknowledgement.ts';
import type { BillingFunction } from './billing-function.ts';
import { closedBucket } from './storage/kept-storage.ts';

export interface DocumentBucketProps {
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
  /** The environment variable that tells a function the bucket's name. */
  readonly environmentVariable: string;
  /**
   * Keys that are written from outside only: none of our functions may, whatever else it is granted. IAM's `*` runs
   * over slashes, so that a grant of `partners/…/outbound/…` alone reaches `partners/a/inbound/outbound/file`.
   * @default none
   */
  readonly writtenFromOutside?: readonly string[];
}

/** The keys that a function may read and write, as patterns of IAM: `*` stands for any text, slashes too. */
export type KeyAccess = { readonly read?: readonly string[]; readonly write?: readonly string[] };

/** Documents that we keep as they came or went: versioned, encrypted, over TLS only, announced on EventBridge. */
export class DocumentBucket extends Construct {
  readonly bucket: Bucket;
  private readonly encryptionKey: IKey;
  private readonly environmentVariable: string;
  private readonly writtenFromOutside: readonly string[];

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey;
    this.environmentVariable = props.environmentVariable;
    this.writtenFromOutside = props.writtenFromOutside ?? [];
    this.bucket = new Bucket(this, 'Bucket', {
      ...closedBucket(props, id),
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

  /** Nobody may list: keys hold ids. An object that is missing therefore answers 403, as one that is not granted. */
  grant(fn: BillingFunction, { read = [], write = [] }: KeyAccess): void {
    if (read.length > 0) this.allowReading(fn, read);
    if (write.length > 0) this.allowWriting(fn, write);
    fn.tell(this.environmentVariable, this.bucket.bucketName);
    for (const keys of new Set([...read, ...write])) acknowledgeKeys(fn.role, this.bucket, keys);
  }

  private allowReading(fn: BillingFunction, keys: readonly string[]): void {
    fn.allow(['s3:GetObject'], this.arnsOf(keys));
    fn.allow(['kms:Decrypt'], [this.encryptionKey.keyArn]);
  }

  private allowWriting(fn: BillingFunction, keys: readonly string[]): void {
    fn.allow(['s3:PutObject'], this.arnsOf(keys));
    if (this.writtenFromOutside.length > 0) fn.refuse(['s3:PutObject'], this.arnsOf(this.writtenFromOutside));
    // Decrypt as well: S3 asks for it when an object goes up in parts.
    fn.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.encryptionKey.keyArn]);
  }

  private arnsOf(keys: readonly string[]): string[] {
    return keys.map((pattern) => this.bucket.arnForObjects(pattern));
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
