import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { BillingFunction } from './billing-function.ts';
import { FailureQueue } from './failure-queue.ts';
import type { Monitoring } from './monitoring/monitoring.ts';

/** How many messages are taken at once. */
export interface EventQueuePace {
  /** The function's time and memory are for all of a batch. */
  readonly batchSize: number;
  /** How many batches may be under way at once; 2 at least, says Lambda. */
  readonly maxConcurrency: number;
  /** Whether the messages of a group are taken one batch after another. @default false */
  readonly fifo?: true;
  /** How long each message is kept back first. @default not at all */
  readonly delay?: Duration;
}

export interface EventQueueProps extends EventQueuePace {
  readonly consumer: BillingFunction;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/** A queue before a function: a message that fails is tried again by itself, and in the end kept for a person. */
export class EventQueue extends Construct {
  readonly queue: Queue;
  private readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, props: EventQueueProps) {
    super(scope, id);
    this.failures = new FailureQueue(this, 'Failures', {
      ...props,
      alarm: 'Messages could not be handled',
      of: id,
    });
    this.queue = new Queue(this, 'Queue', {
      ...(props.fifo && { fifo: true }),
      ...(props.delay && { deliveryDelay: props.delay }),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.encryptionKey,
      enforceSSL: true,
      // Six times the timeout of the function, as AWS advises for a queue that feeds Lambda.
      visibilityTimeout: Duration.seconds(props.consumer.timeout.toSeconds() * 6),
      // What is on its way when the app is replaced is moved into the queue that takes its place.
      removalPolicy: RemovalPolicy.RETAIN,
      // Enough for a conflict of writes or a short outage to pass.
      deadLetterQueue: { queue: this.failures.queue, maxReceiveCount: 5 },
    });
    props.monitoring.watch(
      'Messages wait too long',
      id,
      this.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
    );
    props.consumer.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** Takes up each object created in the bucket under a key that matches, `*` standing for any text. */
  receiveObjects(bucket: Bucket, keys: string): void {
    this.receive({
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ wildcard: keys }] } },
    });
  }

  /** Takes up each event of the default bus that matches. */
  receive(eventPattern: EventPattern): void {
    new Rule(this, 'Rule', {
      eventPattern,
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.failures.queue })],
    });
  }
}
