import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The context of a request that IAM let in: what it tells of the caller (payload format 2.0). */
export const signedBy = (event: APIGatewayProxyEventV2, userArn: string): APIGatewayProxyEventV2 => ({
  ...event,
  requestContext: Object.assign({}, event.requestContext, {
    authorizer: {
      iam: {
        accessKey: 'ASIAEXAMPLE',
        accountId: '111122223333',
        callerId: 'AROAEXAMPLE:emr',
        cognitoIdentity: null,
        principalOrgId: 'o-example',
        userArn,
        userId: 'AROAEXAMPLE:emr',
      },
    },
  }),
});

/** A request as an HTTP API hands it over (payload format 2.0), through a catch-all route. */
export const anHttpEvent = (
  method: string,
  path: string,
  change: Partial<APIGatewayProxyEventV2> = {},
): APIGatewayProxyEventV2 => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: 'ANY /{proxy+}',
    rawPath,
    rawQueryString,
    headers: {},
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    pathParameters: { proxy: rawPath.slice(1) },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: 'ANY /{proxy+}',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...change,
  };
};
