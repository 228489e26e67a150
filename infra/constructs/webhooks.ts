import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { toldEntities, webhooksEnv } from '../../functions/adapters/webhooks/webhooks.env.ts';
import type { BillingFunction } from './billing-function.ts';
import { ChangeStream } from './change-stream.ts';
import { EventQueue, type EventQueuePace } from './event-queue.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import { allowSending } from './queue-access.ts';
import { RecurringCall } from './recurring-call.ts';

export interface WebhooksProps {
  readonly table: Table;
  /** Notes what changed, for whoever is to be told. */
  readonly noteChanges: BillingFunction;
  /** Sends what is due at one endpoint. */
  readonly sendDue: BillingFunction;
  /** Looks where something is due. */
  readonly wakeEndpoints: BillingFunction;
  readonly pace: EventQueuePace;
  /**
   * Whether receivers on this machine are taken: a local cloud's only.
   * @default false
   */
  readonly toThisMachine?: boolean;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/** What a practice's programs are told of: changes of the table, a sender for each endpoint, and a clock. */
export class Webhooks extends Construct {
  private readonly queue: EventQueue;
  private readonly toThisMachine: boolean;

  constructor(scope: Construct, id: string, { toThisMachine = false, ...props }: WebhooksProps) {
    super(scope, id);
    this.toThisMachine = toThisMachine;
    new ChangeStream(scope, 'Changes', {
      ...props,
      consumer: props.noteChanges,
      entities: toldEntities,
    });
    this.queue = new EventQueue(scope, 'WebhookSends', {
      ...props,
      ...props.pace,
      consumer: props.sendDue,
    });
    new RecurringCall(scope, 'WebhookClock', {
      callee: props.wakeEndpoints,
      // The retries that matter come after five minutes and later.
      every: Duration.minutes(1),
    });
  }

  get queueUrl(): string {
    return this.queue.queue.queueUrl;
  }

  grantWake(fn: BillingFunction): void {
    allowSending(fn.role, this.queue.queue);
    fn.tell(webhooksEnv.queueUrl, this.queueUrl);
  }

  /** Lets a function look where receivers are, and on a local cloud says that this machine may be one. */
  tellWhere(fn: BillingFunction): void {
    if (this.toThisMachine) fn.tell(webhooksEnv.toThisMachine, 'yes');
  }
}
