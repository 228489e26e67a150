import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Membership } from '../../functions/domain/access/membership.ts';
import { Permission } from '../../functions/domain/access/permissions.ts';

/** The claims of an access token as API Gateway hands them on: all of them as text. */
export const claimsOf = (
  { subject, kind }: Pick<Membership, 'subject' | 'kind'>,
  scopes: readonly string[] = Permission.options,
): Record<string, string> => ({
  sub: subject,
  token_use: 'access',
  client_id: kind === 'program' ? subject : 'client-of-people',
  iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool',
  exp: '1786000000',
  ...(kind === 'program'
    ? { scope: scopes.map((scope) => `claimwright/${scope}`).join(' ') }
    : { scope: 'aws.cognito.signin.user.admin', username: subject }),
});

/** The context of a request whose token was checked: what a JWT authorizer tells of it (payload format 2.0). */
export const withClaims = (
  event: APIGatewayProxyEventV2,
  claims: Readonly<Record<string, string>>,
): APIGatewayProxyEventV2 => ({
  ...event,
  requestContext: Object.assign({}, event.requestContext, {
    authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
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
