import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { BillingFunction } from './billing-function.ts';
import type { EventQueue } from './event-queue.ts';
import { logRetention } from './log-retention.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import { allowSending } from './queue-access.ts';

export interface WorkflowProps {
  /** Amazon States Language with a `${Placeholder}` for each function and queue that it uses. */
  readonly definition: string;
  readonly functions: Readonly<Record<string, BillingFunction>>;
  /** @default none */
  readonly queues?: Readonly<Record<string, EventQueue>>;
  /** The environment variable that tells a function which machine to start. */
  readonly environmentVariable: string;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/** A state machine that may use exactly what its definition names, no less and no more. */
export class Workflow extends Construct {
  /** Made from the name, so that a step of the workflow may itself start the workflow. */
  readonly arn: string;
  private readonly name: string;
  private readonly role: Role;
  private readonly environmentVariable: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const { queues = {} } = props;
    requireSamePlaceholders(id, props.definition, Object.keys({ ...props.functions, ...queues }));
    this.environmentVariable = props.environmentVariable;
    this.name = `${Stack.of(this).stackName}-${id}`;
    this.arn = this.arnOf('stateMachine', this.name);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Logs', {
      // Step Functions delivers logs only to groups whose resource policy fits; this prefix keeps that policy short.
      logGroupName: `/aws/vendedlogs/states/${this.name}`,
      encryptionKey: props.encryptionKey,
      retention: logRetention.work,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: this.name,
      definitionBody: DefinitionBody.fromString(props.definition),
      definitionSubstitutions: {
        ...mapValues(props.functions, (fn) => fn.lambda.functionArn),
        ...mapValues(queues, (queue) => queue.queue.queueUrl),
      },
      role: this.role,
      tracingEnabled: true,
      // The data of an execution is ids and small outcomes, but a log that never holds it cannot leak it.
      logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
    });
    for (const fn of Object.values(props.functions))
      this.allow(['lambda:InvokeFunction'], fn.lambda.functionArn);
    for (const { queue } of Object.values(queues)) allowSending(this.role, queue);
    this.acknowledgeDelivery();
    props.monitoring.watch(
      'An execution failed',
      id,
      machine.metricFailed(),
      machine.metricTimedOut(),
      machine.metricAborted(),
    );
  }

  grantStart(fn: BillingFunction): void {
    fn.allow(['states:StartExecution'], [this.arn]);
    fn.tell(this.environmentVariable, this.arn);
  }

  /** Lets a function hand the answer to a step of this workflow that waits on a task token. */
  grantResume(fn: BillingFunction): void {
    fn.allow(['states:SendTaskSuccess'], [this.arn]);
  }

  /** Lets a function see which executions still run. */
  grantInspect(fn: BillingFunction): void {
    fn.allow(['states:ListExecutions'], [this.arn]);
  }

  /** Lets a function look how a single execution stands. */
  grantDescribe(fn: BillingFunction): void {
    this.allowOnExecutions(fn, 'states:DescribeExecution');
    fn.tell(this.environmentVariable, this.arn);
  }

  /** Lets a function end executions. */
  grantStop(fn: BillingFunction): void {
    this.allowOnExecutions(fn, 'states:StopExecution');
    fn.tell(this.environmentVariable, this.arn);
  }

  private allowOnExecutions(fn: BillingFunction, action: string): void {
    fn.allow([action], [this.arnOf('execution', `${this.name}:*`)]);
    Validations.of(fn.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${this.name}:*]`,
      reason: 'Executions are named at run time; the permission is on those of this one machine.',
    });
  }

  private allow(actions: string[], resource: string): void {
    this.role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private acknowledgeDelivery(): void {
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The X-Ray and log delivery actions that Step Functions asks for know no resources.',
    });
  }
}

const requireSamePlaceholders = (id: string, definition: string, given: string[]): void => {
  const named = [...new Set(Array.from(definition.matchAll(/\$\{(\w+)\}/g), ([, name]) => name ?? ''))];
  const missing = named.filter((name) => !given.includes(name));
  const unused = given.filter((name) => !named.includes(name));
  if (missing.length + unused.length === 0) return;
  throw new Error(
    `${id}: the definition names ${missing.join(', ') || 'nothing'} that it is not given, ` +
      `and does not name ${unused.join(', ') || 'nothing'} that it is given`,
  );
};

const mapValues = <T>(
  record: Readonly<Record<string, T>>,
  render: (value: T) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, render(value)]));
