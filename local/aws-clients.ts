import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export const localAccount = '000000000000';
export const localRegion = 'us-east-1';

export type AwsClients = ReturnType<typeof awsClients>;

/** The AWS clients of the local cloud; its credentials are those of nobody, but the key names the account. */
export const awsClients = (endpoint: string) => {
  const configuration = {
    endpoint,
    region: localRegion,
    credentials: { accessKeyId: localAccount, secretAccessKey: 'local' },
  };
  return {
    endpoint,
    cloudFormation: new CloudFormationClient(configuration),
    cognito: new CognitoIdentityProviderClient(configuration),
    dynamo: DynamoDBDocumentClient.from(new DynamoDBClient(configuration), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    kms: new KMSClient(configuration),
    s3: new S3Client({ ...configuration, forcePathStyle: true }),
    sfn: new SFNClient(configuration),
    sqs: new SQSClient(configuration),
    ssm: new SSMClient(configuration),
  };
};

/** The header that the local cloud takes for a signature by AWS credentials: it reads the account and checks no more. */
export const localAuthorization = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=${localAccount}/20260101/${localRegion}/${service}/aws4_request`;

/** Calls a function and waits for its result, as the test button of the Lambda console does. Throws when it fails. */
export const invokeFunction = async (endpoint: string, name: string, event: unknown): Promise<unknown> => {
  const response = await fetch(`${endpoint}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, {
    method: 'POST',
    headers: { authorization: localAuthorization('lambda') },
    body: JSON.stringify(event),
  });
  const text = await response.text();
  if (!response.ok || response.headers.has('x-amz-function-error')) {
    throw new Error(`${name} failed with ${response.status}: ${text.slice(0, 500)}`);
  }
  return text ? JSON.parse(text) : undefined;
};

/** The address under which an HTTP API of the local cloud answers, without a slash at the end. */
export const localApiUrl = (endpoint: string, apiId: string): string =>
  `${endpoint}/_aws/execute-api/${apiId}/$default`;
