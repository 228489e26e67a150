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
  constructor(scope: Construct, id: string, props: RecurringCallProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(props.every),
      targets: [new LambdaFunction(props.callee.lambda, { retryAttempts: 2 })],
    });
  }
}
