import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, type KeyProps } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BillingFunction } from '../billing-function.ts';

export interface PurposeKeyProps {
  readonly key: Omit<KeyProps, 'removalPolicy'>;
  /** Tells a function which key it is. */
  readonly environmentVariable: string;
}

/** A key for one purpose, beside that of the records. It outlives the app, as does what was made with it. */
export class PurposeKey extends Construct {
  private readonly key: Key;
  private readonly environmentVariable: string;

  constructor(scope: Construct, id: string, { key, environmentVariable }: PurposeKeyProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', { ...key, removalPolicy: RemovalPolicy.RETAIN });
    this.environmentVariable = environmentVariable;
  }

  get keyId(): string {
    return this.key.keyId;
  }

  grant(
    fn: BillingFunction,
    action: 'kms:Encrypt' | 'kms:Decrypt' | 'kms:GenerateMac' | 'kms:VerifyMac',
  ): void {
    fn.allow([action], [this.key.keyArn]);
    fn.tell(this.environmentVariable, this.key.keyId);
  }
}
