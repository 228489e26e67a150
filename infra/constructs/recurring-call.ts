import type { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { BillingFunction } from './billing-function.ts';

export interface RecurringCallProps {
  readonly callee: BillingFunction;
  readonly every: Duration;
}

/** Calls a function again and again; a call that is lost is made up for by the next. */
export class RecurringCall extends Construct {
  constructor(scope: Construct, id: string, { callee, every }: RecurringCallProps) {
    super(scope, id);
    // What EventBridge itself cannot hand over lies where calls lie that failed.
    if (!callee.failedCalls)
      throw new Error(`Nobody waits for calls of ${callee.node.id}: it is asynchronous`);
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(callee.lambda, { retryAttempts: 2, deadLetterQueue: callee.failedCalls })],
    });
  }
}
