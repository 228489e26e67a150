import { CfnCondition, CfnOutput, CfnParameter, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type WorkflowName, workflowsEnv } from '../../functions/adapters/workflows.env.ts';
import type { CodeSets } from '../code-sets.ts';
import { BillingApi } from '../constructs/billing-api.ts';
import { BillingFunction } from '../constructs/billing-function.ts';
import { CodeSetLayer } from '../constructs/code-set-layer.ts';
import { EventQueue } from '../constructs/event-queue.ts';
import { acknowledgeFunctions } from '../constructs/findings.ts';
import { Monitoring } from '../constructs/monitoring/monitoring.ts';
import { OtherSuggesters, type OtherSuggestersProps } from '../constructs/other-suggesters.ts';
import { Sweeping } from '../constructs/queues/sweeping.ts';
import { RecurringCall } from '../constructs/recurring-call.ts';
import { type MailIdentity, TaskMail } from '../constructs/task-mail.ts';
import { Webhooks } from '../constructs/webhooks.ts';
import { Workflow } from '../constructs/workflow.ts';
import { pascal } from '../pascal.ts';
import { inStage } from '../stage.ts';
import { functionCapacity, type QueueName, queuePaces } from './capacity.ts';
import { bellClock, clocks } from './clocks.ts';
import { find, grantNeeds } from './grant-needs.ts';
import { keys } from './keys.ts';
import {
  type FunctionName,
  type FunctionNeeds,
  functionNeeds,
  type WorkflowNeeds,
  workflowNeeds,
} from './needs.ts';
import type { RecordsStack } from './records-stack.ts';
import { watchTheRest } from './watch-the-rest.ts';

export interface BillingStackProps extends StackProps {
  readonly records: RecordsStack;
  /** What of the sender of mail is made known to SES. @default its domain */
  readonly mailIdentity?: MailIdentity;
  /** @default the usual one */
  readonly stage?: string | undefined;
  /** The bundle of `functions/<name>.lambda.ts`. */
  readonly code: (name: FunctionName) => Code;
  /** The text of `statemachines/<name>.asl.json`. */
  readonly definition: (name: WorkflowName) => string;
  /**
   * The code sets that were installed.
   * @default none: the starter set answers
   */
  readonly codeSets?: CodeSets | undefined;
  /**
   * Suggesters beside our own rules.
   * @default none
   */
  readonly suggesters?: OtherSuggestersProps;
  /**
   * Whether webhooks may lead to this machine: on a local cloud alone.
   * @default false
   */
  readonly webhooksToThisMachine?: boolean;
  /**
   * Whether nothing rings by the clock: on a local cloud alone, where simulated time does.
   * @default false
   */
  readonly bellsByHand?: boolean;
}

// Object.entries forgets the literal names; the tables are constants of this very type.
const namedNeeds = Object.entries(functionNeeds) as [FunctionName, FunctionNeeds][];
const namedWorkflowNeeds = Object.entries(workflowNeeds) as [WorkflowName, WorkflowNeeds][];

/** All that works on the records: it may be replaced at any time without losing any. */
export class BillingStack extends Stack {
  private readonly records: RecordsStack;
  private readonly metricsNamespace: string;
  private readonly encryptionKey: IKey;
  private readonly monitoring: Monitoring;
  private readonly functions: ReadonlyMap<FunctionName, BillingFunction>;
  private readonly waits: EventQueue;
  private readonly auditEntries: EventQueue;
  private readonly workflows: ReadonlyMap<WorkflowName, Workflow>;
  private readonly api: BillingApi;
  private readonly mail: TaskMail;

  constructor(scope: Construct, id: string, props: BillingStackProps) {
    super(scope, id, props);
    acknowledgeFunctions(this);
    this.records = props.records;
    this.metricsNamespace = inStage('Claimwright', props.stage);
    // EventBridge may fill our queues from rules of this account only.
    this.node.setContext('@aws-cdk/aws-events:eventsTargetQueueSameAccount', true);
    // By its ARN: grants then stay in the roles of this stack, and the key's policy in the stack of the records.
    this.encryptionKey = Key.fromKeyArn(this, 'Encryption', props.records.encryptionKey.key.keyArn);
    this.monitoring = this.addMonitoring();
    this.functions = this.addFunctions(props.code);
    this.waits = this.addQueues();
    this.auditEntries = this.addQueue('AuditEntries', 'audit/chain-entries');
    this.addClocks(props.bellsByHand);
    this.workflows = this.addWorkflows(props.definition);
    this.api = this.addApi();
    this.mail = this.addMail(props.mailIdentity);
    // A mail that comes back is a task that nobody knows of: its supervisor hears of it.
    this.addQueue('MailEvents', 'mail-events/report-bounce').receive(this.mail.refusals);
    const grantors = {
      records: this.records,
      auditEntries: this.auditEntries,
      workflows: this.workflows,
      sweeping: this.addSweeping(),
      mail: this.mail,
      codeSets: this.addCodeSets(props.codeSets),
      suggesters: new OtherSuggesters(this, 'OtherSuggesters', props.suggesters ?? {}),
      webhooks: this.addWebhooks(props.webhooksToThisMachine),
    };
    for (const [name, needs] of namedNeeds) grantNeeds(this.function(name), needs, grantors);
    watchTheRest({
      monitoring: this.monitoring,
      metricsNamespace: this.metricsNamespace,
      records: this.records,
      mail: this.mail,
      functionOf: (name) => this.function(name),
    });
    this.monitoring.draw();
    this.addOutputs();
  }

  private addMonitoring(): Monitoring {
    const address = new CfnParameter(this, 'AlarmAddress', {
      description: 'The mailbox that alarms go to; it is asked to confirm',
      allowedPattern: '[^@\\s]+@[^@\\s]+',
    });
    return new Monitoring(this, 'Monitoring', {
      encryptionKey: this.encryptionKey,
      address: address.valueAsString,
    });
  }

  private addFunctions(code: BillingStackProps['code']): ReadonlyMap<FunctionName, BillingFunction> {
    return new Map(
      namedNeeds.map(([name, { asynchronous = false }]) => [
        name,
        new BillingFunction(this, pascal(name), {
          code: code(name),
          encryptionKey: this.encryptionKey,
          monitoring: this.monitoring,
          metricsNamespace: this.metricsNamespace,
          asynchronous,
          memory: functionCapacity[name].memory,
          timeout: Duration.seconds(functionCapacity[name].seconds),
        }),
      ]),
    );
  }

  private addQueues(): EventQueue {
    const documents = this.addQueue('Documents', 'intake/receive-document');
    // What lies in the wrong place is somebody's task, too.
    documents.receiveObjects(this.records.intake.bucket, keys.practiceFiles);
    const statements = this.addQueue('BankStatements', 'deposits/receive-deposits');
    statements.receiveObjects(this.records.intake.bucket, keys.statements);
    const partnerFiles = this.addQueue('PartnerFiles', 'partners/receive-partner-file');
    partnerFiles.receiveObjects(this.records.exchange.bucket, keys.inbound);
    const paymentParts = this.addQueue('PaymentParts', 'remittance/post-payment-part');
    paymentParts.receiveObjects(this.records.exchange.bucket, keys.paymentParts);
    return this.addQueue('Waits', 'waits/register-wait');
  }

  private addClocks(bellsByHand = false): void {
    for (const { id, callee, every } of bellsByHand ? clocks : [bellClock, ...clocks])
      new RecurringCall(this, id, { callee: this.function(callee), every });
  }

  private addQueue(id: QueueName, consumer: FunctionName): EventQueue {
    const { encryptionKey, monitoring } = this;
    const made = new EventQueue(this, id, {
      consumer: this.function(consumer),
      encryptionKey,
      monitoring,
      ...queuePaces[id],
    });
    new CfnOutput(this, `${id}QueueUrl`, { value: made.queue.queueUrl });
    return made;
  }

  private addWorkflows(definition: BillingStackProps['definition']): ReadonlyMap<WorkflowName, Workflow> {
    const { encryptionKey, monitoring } = this;
    const made = new Map<WorkflowName, Workflow>();
    for (const [name, needs] of namedWorkflowNeeds) {
      const workflow = new Workflow(this, pascal(name), {
        definition: definition(name),
        functions: Object.fromEntries(needs.functions.map((fn) => [pascal(fn), this.function(fn)])),
        queues: needs.waits ? { WaitQueue: this.waits } : {},
        environmentVariable: workflowsEnv[name],
        encryptionKey,
        monitoring,
      });
      made.set(name, workflow);
    }
    return made;
  }

  private addApi(): BillingApi {
    const api = new BillingApi(this, 'Api', {
      signIn: this.records.signIn,
      encryptionKey: this.encryptionKey,
      monitoring: this.monitoring,
    });
    const practiceApi = this.function('api/practice-api');
    api.serve(practiceApi);
    api.serveDescription(practiceApi);
    api.serveSignedLinks(this.function('api/task-page'));
    return api;
  }

  private addMail(identity: MailIdentity = 'domain'): TaskMail {
    const sender = new CfnParameter(this, 'SenderAddress', {
      description: 'The address that mail to the desks of the practice comes from',
      allowedPattern: '[^@\\s]+@[^@\\s]+',
    });
    const linkBaseUrl = new CfnParameter(this, 'TaskLinkBaseUrl', {
      description:
        'Where links to tasks lead, without a slash at the end; empty for the URL of the API itself',
      default: '',
    });
    const isOwn = new CfnCondition(this, 'LinksLeadToTheApi', {
      expression: Fn.conditionEquals(linkBaseUrl.valueAsString, ''),
    });
    return new TaskMail(this, 'TaskMail', {
      senderAddress: sender.valueAsString,
      identity,
      linkKey: this.records.linkKey,
      linkBaseUrl: Fn.conditionIf(
        isOwn.logicalId,
        this.api.api.apiEndpoint,
        linkBaseUrl.valueAsString,
      ).toString(),
    });
  }

  private addWebhooks(toThisMachine = false): Webhooks {
    const webhooks = new Webhooks(this, 'Webhooks', {
      table: this.records.claims.table,
      noteChanges: this.function('webhooks/note-changes'),
      sendDue: this.function('webhooks/send-due'),
      wakeEndpoints: this.function('webhooks/wake-endpoints'),
      pace: queuePaces.WebhookSends,
      toThisMachine,
      encryptionKey: this.encryptionKey,
      monitoring: this.monitoring,
    });
    new CfnOutput(this, 'WebhookQueueUrl', { value: webhooks.queueUrl });
    return webhooks;
  }

  private addSweeping(): Sweeping {
    const sweeping = new Sweeping(this, 'Sweeping', {
      sweepPractice: this.function('sweep/sweep-practice'),
      restartFailed: this.function('sweep/restart-failed'),
      paces: queuePaces,
      workflows: [find(this.workflows, 'claim-lifecycle').arn, find(this.workflows, 'coding').arn],
      encryptionKey: this.encryptionKey,
      monitoring: this.monitoring,
    });
    new CfnOutput(this, 'RestartsQueueUrl', { value: sweeping.restartsUrl });
    return sweeping;
  }

  private addCodeSets(codeSets: CodeSets | undefined): CodeSetLayer | string | undefined {
    if (!codeSets) return undefined;
    return 'folder' in codeSets
      ? codeSets.folder
      : new CodeSetLayer(this, 'CodeSets', { code: codeSets.layer });
  }

  private addOutputs(): void {
    new CfnOutput(this, 'ApiUrl', { value: this.api.api.apiEndpoint });
    new CfnOutput(this, 'ApiId', { value: this.api.api.apiId });
    const batches = this.function('batches/send-batches').lambda.functionName;
    new CfnOutput(this, 'BatchesFunction', { value: batches });
    new CfnOutput(this, 'BellsFunction', { value: this.function('waits/ring-bells').lambda.functionName });
    new CfnOutput(this, 'SweepFunction', { value: this.function('sweep/sweep-records').lambda.functionName });
    for (const [name, { arn }] of this.workflows)
      new CfnOutput(this, `${pascal(name)}Workflow`, { value: arn });
  }

  private function(name: FunctionName): BillingFunction {
    return find(this.functions, name);
  }
}
