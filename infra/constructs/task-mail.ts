import { Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { mailEnv } from '../../functions/adapters/mail.env.ts';
import type { BillingFunction } from './billing-function.ts';

export interface TaskMailProps {
  /** The address that the practice's mail comes from; SES asks its owner to confirm it. */
  readonly senderAddress: string;
  /** Where the pages of signed links are served. */
  readonly linkBaseUrl: string;
}

/** The practice's outgoing mail, and the key that signs the links to tasks in it. */
export class TaskMail extends Construct {
  private readonly props: TaskMailProps;
  private readonly identity: EmailIdentity;
  private readonly configurationSet: ConfigurationSet;
  private readonly linkKey: Key;

  constructor(scope: Construct, id: string, props: TaskMailProps) {
    super(scope, id);
    this.props = props;
    this.configurationSet = new ConfigurationSet(this, 'Delivery', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.email(props.senderAddress),
      configurationSet: this.configurationSet,
    });
    this.linkKey = new Key(this, 'LinkKey', {
      description: 'Claimwright: signs the links to tasks',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
  }

  /** How much of our mail comes back, and how much is called spam, as shares. */
  reputation(): Metric[] {
    return ['Reputation.BounceRate', 'Reputation.ComplaintRate'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/SES',
          metricName,
          dimensionsMap: { 'ses:configuration-set': this.configurationSet.configurationSetName },
        }),
    );
  }

  grantSend(fn: BillingFunction): void {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    fn.allow(['ses:SendEmail'], [this.identity.emailIdentityArn, configurationSet]);
    fn.tell(mailEnv.senderAddress, this.props.senderAddress);
    fn.tell(mailEnv.configurationSet, this.configurationSet.configurationSetName);
  }

  grantSignLinks(fn: BillingFunction): void {
    fn.allow(['kms:GenerateMac'], [this.linkKey.keyArn]);
    fn.tell(mailEnv.taskLinkKeyId, this.linkKey.keyId);
    fn.tell(mailEnv.taskLinkBaseUrl, this.props.linkBaseUrl);
  }

  grantVerifyLinks(fn: BillingFunction): void {
    fn.allow(['kms:VerifyMac'], [this.linkKey.keyArn]);
    fn.tell(mailEnv.taskLinkKeyId, this.linkKey.keyId);
  }
}
