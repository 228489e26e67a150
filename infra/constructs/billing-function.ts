import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type Code,
  type IDestination,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { logRetention } from './log-retention.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import { allowSending } from './queue-access.ts';

export interface BillingFunctionProps {
  /** A directory with `index.js`, which exports `handler`. */
  readonly code: Code;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
  /** Where stands, by function, what functions count by themselves (`functions/runtime/observability.ts`). */
  readonly metricsNamespace: string;
  /**
   * Whether it is invoked without anybody waiting for the result; what fails then goes to a queue.
   * @default false
   */
  readonly asynchronous?: boolean;
  /** Megabytes, with the share of a CPU that goes with them. */
  readonly memory: number;
  /** A call that takes longer hangs. */
  readonly timeout: Duration;
}

/** Of a statement of IAM: operator, key, values. */
export type Conditions = Record<string, Record<string, string[]>>;

/** One step of the work: its own role, its own log group, under watch. */
export class BillingFunction extends Construct {
  readonly role: Role;
  readonly lambda: LambdaFunction;
  readonly timeout: Duration;
  /** Where calls lie that failed and that nobody waits for; none where somebody does. */
  readonly failedCalls: Queue | undefined;

  constructor(scope: Construct, id: string, props: BillingFunctionProps) {
    super(scope, id);
    this.timeout = props.timeout;
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.failedCalls = props.asynchronous ? this.addFailedCalls(props) : undefined;
    const logGroup = new LogGroup(this, 'Logs', {
      encryptionKey: props.encryptionKey,
      retention: logRetention.work,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      code: props.code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: this.timeout,
      role: this.role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: id,
        POWERTOOLS_METRICS_NAMESPACE: props.metricsNamespace,
      },
      ...(this.failedCalls && { onFailure: destinationOf(this.failedCalls) }),
    });
    props.monitoring.watch('A function fails', id, this.lambda.metricErrors());
    this.acknowledgeTracing();
  }

  allow(actions: string[], resources: string[], conditions: Conditions = {}): void {
    this.role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
  }

  /** Stands above whatever is allowed. */
  refuse(actions: string[], resources: string[]): void {
    this.role.addToPolicy(new PolicyStatement({ effect: Effect.DENY, actions, resources }));
  }

  /** How often it was called, and how often that failed. */
  completions(): [Metric, Metric] {
    return [this.lambda.metricInvocations(), this.lambda.metricErrors()];
  }

  tell(environmentVariable: string, value: string): void {
    this.lambda.addEnvironment(environmentVariable, value);
  }

  private addFailedCalls(props: BillingFunctionProps): Queue {
    const { queue } = new FailureQueue(this, 'Failures', {
      ...props,
      alarm: 'A call that nobody waits for failed',
      of: this.node.id,
    });
    allowSending(this.role, queue);
    return queue;
  }

  private acknowledgeTracing(): void {
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources.',
    });
  }
}

/** Not the library's SqsDestination, which would grant the role a pattern of actions on the key. */
const destinationOf = (queue: Queue): IDestination => ({ bind: () => ({ destination: queue.queueArn }) });
