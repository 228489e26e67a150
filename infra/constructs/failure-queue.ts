import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmKind } from './monitoring/alarm-kind.ts';
import type { Monitoring } from './monitoring/monitoring.ts';

export interface FailureQueueProps {
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
  /** How a person is called: a queue's messages are redriven, a call's cannot be. */
  readonly alarm: AlarmKind;
  /** What failed, as the alarm names it. */
  readonly of: string;
  /** As the queue is that hands over to it. @default false */
  readonly fifo?: true;
}

/** Keeps what could not be handled until a person has looked, and calls that person. */
export class FailureQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      ...(props.fifo && { fifo: true }),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.encryptionKey,
      enforceSSL: true,
      // The most that SQS allows: a long weekend must not lose a remittance.
      retentionPeriod: Duration.days(14),
      // When the app is replaced, what waits for a person stays where it is (docs/runbook.md).
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is the last stop: what arrives here waits for a person.',
    });
    props.monitoring.watch(
      props.alarm,
      props.of,
      this.queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    );
  }
}
