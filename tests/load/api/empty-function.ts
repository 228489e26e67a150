import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { type AwsClients, localApiUrl } from '../../../local/aws-clients.ts';

const code = "exports.handler = async () => ({ statusCode: 200, body: '' });";

const ref = (name: string) => ({ Ref: name });
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

/** A function that does nothing, behind an HTTP API of its own that asks for no token. */
const template = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    },
    Empty: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'empty-function',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        MemorySize: 1024,
        Role: arnOf('Role'),
        Code: { ZipFile: code },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'empty', ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: ref('Api'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arnOf('Empty'),
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: ref('Api'),
        RouteKey: 'GET /',
        Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
      },
    },
  },
  Outputs: { ApiId: { Value: ref('Api') } },
};

const StackName = 'EmptyFunction';

/** What is asked for once it is there. Throws after a minute. */
const once = async <T>(ask: () => Promise<T | undefined>, left = 600): Promise<T> => {
  const found = await ask();
  if (found !== undefined) return found;
  if (left === 0) throw new Error('The empty function was not deployed within a minute');
  await pause(100);
  return once(ask, left - 1);
};

/** Deploys it to the local cloud and gives the address that calls it: what every call of ours costs at least. */
export const deployEmptyFunction = async ({ cloudFormation, endpoint }: AwsClients): Promise<string> => {
  const changeSet = { StackName, ChangeSetName: 'make' };
  await cloudFormation.send(
    new CreateChangeSetCommand({
      ...{ ...changeSet, ChangeSetType: 'CREATE', TemplateBody: JSON.stringify(template) },
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  await once(async () => {
    const { Status } = await cloudFormation.send(new DescribeChangeSetCommand(changeSet));
    return Status === 'CREATE_COMPLETE' || undefined;
  });
  await cloudFormation.send(new ExecuteChangeSetCommand(changeSet));
  const apiId = await once(async () => {
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    return stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'ApiId')?.OutputValue;
  });
  return `${localApiUrl(endpoint, apiId)}/`;
};
