import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { sweepEnv } from '../../../functions/adapters/sweep/sweep.env.ts';
import type { BillingFunction } from '../billing-function.ts';
import { EventQueue, type EventQueuePace } from '../event-queue.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import { allowSending } from '../queue-access.ts';

export interface SweepingProps {
  /** Looks after a share of what is open of a practice. */
  readonly sweepPractice: BillingFunction;
  /** Starts again what an execution that failed has driven. */
  readonly restartFailed: BillingFunction;
  /** The ARNs of the workflows whose ends it hears of. */
  readonly workflows: readonly string[];
  readonly paces: Readonly<Record<'SweepShares' | 'Restarts', EventQueuePace>>;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/** What lost its execution is found: by the event that tells of it, and by the sweep where no event comes. */
export class Sweeping extends Construct {
  private readonly shares: EventQueue;
  private readonly restarts: EventQueue;

  constructor(scope: Construct, id: string, props: SweepingProps) {
    super(scope, id);
    this.shares = new EventQueue(scope, 'SweepShares', {
      ...props,
      consumer: props.sweepPractice,
      ...props.paces.SweepShares,
    });
    this.restarts = new EventQueue(scope, 'Restarts', {
      ...props,
      consumer: props.restartFailed,
      // Whatever takes the place of an execution that is ended on purpose has recorded that by then.
      delay: Duration.seconds(15),
      ...props.paces.Restarts,
    });
    this.restarts.receive({
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: [...props.workflows],
      },
    });
  }

  /** Where the test of a local cloud tells of ends once more. */
  get restartsUrl(): string {
    return this.restarts.queue.queueUrl;
  }

  /** Lets a function have practices looked after. */
  grantShare(fn: BillingFunction): void {
    allowSending(fn.role, this.shares.queue);
    fn.tell(sweepEnv.sharesUrl, this.shares.queue.queueUrl);
  }

  /** Lets a function have the end of an execution come again. */
  grantLookAgain(fn: BillingFunction): void {
    allowSending(fn.role, this.restarts.queue);
    fn.tell(sweepEnv.restartsUrl, this.restartsUrl);
  }
}
