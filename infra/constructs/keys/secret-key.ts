import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { webhooksEnv } from '../../../functions/adapters/webhooks/webhooks.env.ts';
import type { BillingFunction } from '../billing-function.ts';

/** The key of the secrets that webhooks are signed with: whoever reads the table cannot read them. */
export class SecretKey extends Construct {
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Claimwright: seals the secrets of webhooks',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get keyId(): string {
    return this.key.keyId;
  }

  grantSeal(fn: BillingFunction): void {
    this.grant(fn, 'kms:Encrypt');
  }

  grantOpen(fn: BillingFunction): void {
    this.grant(fn, 'kms:Decrypt');
  }

  private grant(fn: BillingFunction, action: string): void {
    fn.allow([action], [this.key.keyArn]);
    fn.tell(webhooksEnv.keyId, this.key.keyId);
  }
}
