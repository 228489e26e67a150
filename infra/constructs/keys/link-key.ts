import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { mailEnv } from '../../../functions/adapters/mail.env.ts';
import type { BillingFunction } from '../billing-function.ts';

/** The key that signs the links to tasks: links in mails stay good when the app is replaced. */
export class LinkKey extends Construct {
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Claimwright: signs the links to tasks',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get keyId(): string {
    return this.key.keyId;
  }

  grantSign(fn: BillingFunction): void {
    this.grant(fn, 'kms:GenerateMac');
  }

  grantVerify(fn: BillingFunction): void {
    this.grant(fn, 'kms:VerifyMac');
  }

  private grant(fn: BillingFunction, action: string): void {
    fn.allow([action], [this.key.keyArn]);
    fn.tell(mailEnv.taskLinkKeyId, this.key.keyId);
  }
}
