import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { mailEnv } from '../../functions/adapters/mail.env.ts';
import type { BillingFunction } from './billing-function.ts';
import type { PurposeKey } from './keys/purpose-key.ts';

/**
 * domain: the sender's domain, signed by DKIM · address: the one address, for trying things out · existing: what the
 * account has already, for a second stage of the same sender.
 */
export const mailIdentities = ['domain', 'address', 'existing'] as const;
export type MailIdentity = (typeof mailIdentities)[number];

/** What context names, `-c mailIdentity=address`; the domain where it names nothing. Throws on anything else. */
export const mailIdentityIn = (context: unknown): MailIdentity => {
  const named = mailIdentities.find((one) => one === (context ?? 'domain'));
  if (named === undefined) throw new Error(`mailIdentity is one of ${mailIdentities.join(', ')}`);
  return named;
};

export interface TaskMailProps {
  /** The address that the practice's mail comes from. */
  readonly senderAddress: string;
  /** What of it is made known to SES. */
  readonly identity: MailIdentity;
  /** What signs the links in it. */
  readonly linkKey: PurposeKey;
  /** Where the pages of signed links are served. */
  readonly linkBaseUrl: string;
}

/** The practice's outgoing mail, with signed links to tasks. */
export class TaskMail extends Construct {
  private readonly props: TaskMailProps;
  private readonly identityArns: string[];
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, props: TaskMailProps) {
    super(scope, id);
    this.props = props;
    this.configurationSet = new ConfigurationSet(this, 'Delivery', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // Mail to who bounced or complained would only cost our reputation.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    // SES tells of mail on the default bus only, which needs no leave to be told.
    this.configurationSet.addEventDestination('Refusals', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    this.identityArns = this.addIdentity();
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

  /** What SES says of our mail that did not get through. */
  get refusals(): EventPattern {
    return {
      source: ['aws.ses'],
      detail: {
        eventType: ['Bounce', 'Complaint', 'Reject', 'Rendering Failure'],
        // Of this stage alone: the bus is the account's.
        mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } },
      },
    };
  }

  grantSend(fn: BillingFunction): void {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    fn.allow(['ses:SendEmail'], [...this.identityArns, configurationSet]);
    fn.tell(mailEnv.senderAddress, this.props.senderAddress);
    fn.tell(mailEnv.configurationSet, this.configurationSet.configurationSetName);
  }

  grantSignLinks(fn: BillingFunction): void {
    this.props.linkKey.grant(fn, 'kms:GenerateMac');
    fn.tell(mailEnv.taskLinkBaseUrl, this.props.linkBaseUrl);
  }

  /** What a role that sends has to be allowed: SES asks about the domain of an address, or the address itself. */
  private addIdentity(): string[] {
    const { senderAddress, identity: kind } = this.props;
    const domain = Fn.select(1, Fn.split('@', senderAddress));
    const arns = [senderAddress, domain].map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    if (kind === 'existing') return arns;
    const identity = new EmailIdentity(this, 'Sender', {
      identity: kind === 'domain' ? Identity.domain(domain) : Identity.email(senderAddress),
      configurationSet: this.configurationSet,
    });
    if (kind === 'domain') this.tellRecords(identity);
    return [identity.emailIdentityArn];
  }

  /** The three records of the domain's DNS by which receivers know that our mail is signed (DKIM). */
  private tellRecords({ dkimRecords }: EmailIdentity): void {
    for (const [at, { name, value }] of dkimRecords.entries())
      new CfnOutput(Stack.of(this), `DkimRecord${at + 1}`, { value: `${name} CNAME ${value}` });
  }
}
