import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { addNagPacks } from '../../infra/nag-packs.ts';
import { functionNeeds, workflowNeeds } from '../../infra/stacks/needs.ts';
import { allowances, makeApp, resourcesOf } from './synthesised.ts';

const { records, billing } = makeApp();
const template = Template.fromStack(billing);
const functions = resourcesOf(billing, 'AWS::Lambda::Function');

// They know no resources (X-Ray), or deliver logs, which IAM grants on all or none.
const withoutResources =
  /^(xray:|logs:\w*(LogDelivery|LogDeliveries|ResourcePolicy|ResourcePolicies|LogGroups)$)/;

describe('the stack of the billing', () => {
  it('has a function for each need and nothing else, so no custom resource either', () => {
    expect(functions).toHaveLength(Object.keys(functionNeeds).length);
    expect(Object.keys(template.toJSON().Resources).filter((id) => id.startsWith('Custom'))).toEqual([]);
  });

  it.each(functions)(
    '%s runs on Node 24 and ARM, traced, with a log group of its own',
    (_, { Properties }) => {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
      });
    },
  );

  it('gives every function and every workflow a role of its own', () => {
    const machines = resourcesOf(billing, 'AWS::StepFunctions::StateMachine');
    const roles = [
      ...functions.map(([, { Properties }]) => JSON.stringify(Properties.Role)),
      ...machines.map(([, { Properties }]) => JSON.stringify(Properties.RoleArn)),
    ];
    expect(new Set(roles).size).toBe(roles.length);
    expect(JSON.stringify(template.toJSON())).not.toContain('AWSLambdaBasicExecutionRole');
  });

  it('keeps every log, encrypted: who called the API for six years, what was done for one', () => {
    const groups = resourcesOf(billing, 'AWS::Logs::LogGroup');
    for (const [id, { Properties }] of groups) {
      expect(Properties.KmsKeyId).toBeDefined();
      expect([id, Properties.RetentionInDays]).toEqual([id, id.includes('AccessLogs') ? 2192 : 365]);
    }
  });

  it('allows no pattern of actions', () => {
    const actions = allowances(billing).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('allows actions on everything only where IAM knows no resources', () => {
    const unbound = allowances(billing).filter(({ Resource }) => Resource.includes('*'));
    expect(
      unbound.flatMap(({ Action }) => Action).filter((action) => !withoutResources.test(action)),
    ).toEqual([]);
  });

  it('puts no secret into an environment: each value is a name, an address or a setting', () => {
    const names = functions.flatMap(([, { Properties }]) =>
      Object.keys((Properties.Environment as { Variables: object }).Variables),
    );
    expect(new Set(names)).toEqual(
      new Set([
        'AUDIT_BUCKET',
        'AUDIT_KEY_ID',
        'AUDIT_QUEUE_URL',
        'AUDIT_TABLE',
        'CLAIM_LIFECYCLE_ARN',
        'CODING_WORKFLOW_ARN',
        'CODE_SETS_BUCKET',
        'EXCHANGE_BUCKET',
        'INTAKE_BUCKET',
        'MAIL_CONFIGURATION_SET',
        'NODE_OPTIONS',
        'PEOPLE_CLIENT_ID',
        'POWERTOOLS_METRICS_NAMESPACE',
        'POWERTOOLS_SERVICE_NAME',
        'RESTARTS_URL',
        'SENDER_ADDRESS',
        'SWEEP_SHARES_URL',
        'TABLE_NAME',
        'TASK_LINK_BASE_URL',
        'TASK_LINK_KEY_ID',
        'USER_POOL_ID',
        'WEBHOOK_KEY_ID',
        'WEBHOOK_QUEUE_URL',
      ]),
    );
  });

  it('keeps its queues, and who called its API, when it is deleted', () => {
    for (const type of ['AWS::SQS::Queue', 'AWS::Logs::LogGroup'])
      for (const [id, { DeletionPolicy }] of resourcesOf(billing, type))
        if (type === 'AWS::SQS::Queue' || id.includes('AccessLogs'))
          expect([id, DeletionPolicy]).toEqual([id, 'Retain']);
    expect(resourcesOf(billing, 'AWS::SQS::Queue').length).toBeGreaterThan(10);
  });

  it('encrypts every queue and sends what fails for good to another, which keeps it two weeks', () => {
    const queues = resourcesOf(billing, 'AWS::SQS::Queue');
    for (const [id, { Properties }] of queues) {
      expect(Properties).toHaveProperty('KmsMasterKeyId');
      if (id.includes('Failures')) expect(Properties.MessageRetentionPeriod).toBe(14 * 86_400);
      else expect(Properties).toHaveProperty('RedrivePolicy');
    }
  });

  it('takes back from a batch only the messages that failed', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it.each([
    ['practices/*', 'Intake'],
    ['practices/*/deposits/*', 'Intake'],
    ['partners/*/inbound/*', 'Exchange'],
  ])('takes up the objects %s of the bucket %s', (wildcard, bucket) => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [{ 'Fn::ImportValue': Match.stringLikeRegexp(bucket) }] },
          object: { key: [{ wildcard }] },
        },
      },
    });
  });

  it('asks for a token on every route but those of signed links and of the description', () => {
    const open = resourcesOf(billing, 'AWS::ApiGatewayV2::Route')
      .filter(([, { Properties }]) => Properties.AuthorizationType !== 'JWT')
      .map(([, { Properties }]) => Properties.RouteKey);
    expect(open.toSorted()).toEqual([
      'GET /t/{token}',
      'GET /t/{token}/sign-in',
      'GET /v1/docs',
      'GET /v1/openapi.json',
      'POST /t/{token}',
      'POST /t/{token}/code',
      'POST /t/{token}/session',
      'POST /t/{token}/sign-in',
    ]);
  });

  it('limits and logs the calls of its API, without the path, which may be a secret', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp('context\\.path')) },
    });
  });

  it('logs every step of the workflows, but never the data of one', () => {
    template.resourceCountIs('AWS::StepFunctions::StateMachine', Object.keys(workflowNeeds).length);
    template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: false }),
      TracingConfiguration: { Enabled: true },
    });
  });

  it('sends every alarm to one encrypted topic', () => {
    template.resourceCountIs('AWS::SNS::Topic', 1);
    template.allResourcesProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^Monitoring') }],
      AlarmDescription: Match.anyValue(),
    });
  });

  it('lets no other account fill a queue through EventBridge', () => {
    const policies = resourcesOf(billing, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) =>
      JSON.stringify(Properties),
    );
    const open = policies.filter(
      (policy) => policy.includes('events.amazonaws.com') && !/aws:Source(Account|Arn)/.test(policy),
    );
    expect(open).toEqual([]);
  });

  it('lets CloudWatch publish to the topic of the alarms', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
          }),
        ]),
      },
    });
  });

  it('satisfies the rules of cdk-nag: AwsSolutions, HIPAA Security and NIST 800-53 R5', () => {
    const { app } = makeApp();
    addNagPacks(app);
    expect(() => app.synth()).not.toThrow();
  });

  it('leaves the policy of the key to the stack of the records', () => {
    expect(JSON.stringify(Template.fromStack(records).toJSON())).not.toContain('ClaimwrightBilling');
  });
});
