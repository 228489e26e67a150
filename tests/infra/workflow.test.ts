import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { BillingFunction } from '../../infra/constructs/billing-function.ts';
import { Monitoring } from '../../infra/constructs/monitoring/monitoring.ts';
import { Workflow } from '../../infra/constructs/workflow.ts';

const makeWorkflow = (definition: object): Stack => {
  const stack = new Stack(new App(), 'Stack');
  const encryptionKey = new Key(stack, 'Key');
  const monitoring = new Monitoring(stack, 'Monitoring', { encryptionKey, address: 'ops@clinic.example' });
  const code = Code.fromInline('exports.handler = async () => ({})');
  const submitClaim = new BillingFunction(stack, 'SubmitClaim', {
    code,
    encryptionKey,
    monitoring,
    memory: 512,
    timeout: Duration.seconds(30),
    metricsNamespace: 'Claimwright',
  });
  new Workflow(stack, 'ClaimLifecycle', {
    definition: JSON.stringify(definition),
    functions: { SubmitClaim: submitClaim },
    environmentVariable: 'CLAIM_LIFECYCLE_ARN',
    encryptionKey,
    monitoring,
  });
  return stack;
};

const invoke = (...placeholders: string[]): object => ({
  StartAt: 'Call SubmitClaim',
  States: Object.fromEntries(
    placeholders.map((name) => [`Call ${name}`, { Type: 'Task', Resource: `\${${name}}`, End: true }]),
  ),
});

describe('a workflow', () => {
  it('may invoke what its definition names', () => {
    const policies = Template.fromStack(makeWorkflow(invoke('SubmitClaim'))).findResources(
      'AWS::IAM::Policy',
    );
    expect(JSON.stringify(policies)).toContain('"Action":"lambda:InvokeFunction","Effect":"Allow"');
  });

  it('is refused when its definition names what it is not given', () => {
    expect(() => makeWorkflow(invoke('SubmitClaim', 'CloseClaim'))).toThrow('CloseClaim');
  });

  it('is refused when it is given what its definition does not name', () => {
    expect(() => makeWorkflow({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } })).toThrow(
      'SubmitClaim',
    );
  });
});
