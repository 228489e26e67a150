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
    this.letDeliver('delivery.logs.amazonaws.com');
    this.letLogsEncrypt();
  }

  /** EventBridge puts into our encrypted queues, alarms into our topic, Step Functions and the API into our logs. */
  private letDeliver(service: string): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  private letLogsEncrypt(): void {
    const { region } = Stack.of(this);
    const logGroups = Stack.of(this).formatArn({ service: 'logs', resource: 'log-group:*' });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
    );
  }
}
