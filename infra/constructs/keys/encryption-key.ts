import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** The practice's own key: everything that may hold health data, or names of it, is encrypted under it. */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Claimwright: records, documents, partner files, queues and logs',
      enableKeyRotation: true,
    });
    this.letDeliver('events.amazonaws.com');
    this.letDeliver('cloudwatch.amazonaws.com');
    this.letDeliverLogs();
    this.letLogsEncrypt();
  }

  /**
   * EventBridge puts into our encrypted queues, alarms into our topic. SQS and SNS use the key on the service's behalf,
   * and AWS documents these two statements without a condition: the source of an event does not always come along to
   * KMS, and a message would be lost without a word. Who may send at all is up to the policies of the queues and of the
   * topic, which do name this account.
   */
  private letDeliver(service: string): void {
    this.allow(service, ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  /** Step Functions and the API hand their logs over; here the account does come along. */
  private letDeliverLogs(): void {
    this.allow('delivery.logs.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
    });
  }

  private letLogsEncrypt(): void {
    const { region } = Stack.of(this);
    const logGroups = Stack.of(this).formatArn({ service: 'logs', resource: 'log-group:*' });
    this.allow(
      `logs.${region}.amazonaws.com`,
      [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    );
  }

  private allow(
    service: string,
    actions: string[],
    conditions: Record<string, Record<string, string>> = {},
  ): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions,
        // In the policy of a key that is the key itself.
        resources: ['*'],
        conditions,
      }),
    );
  }
}
