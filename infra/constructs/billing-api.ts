import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { BillingFunction } from './billing-function.ts';
import { logRetention } from './log-retention.ts';
import type { Monitoring } from './monitoring/monitoring.ts';
import type { SignIn } from './sign-in.ts';

const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTime(),
    route: AccessLogField.contextRouteKey(),
    status: AccessLogField.contextStatus(),
    // Known by the subject alone: a name of a person stands in no log.
    caller: AccessLogField.contextAuthorizerClaims('sub'),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
  }),
);

export interface BillingApiProps {
  readonly signIn: SignIn;
  readonly encryptionKey: IKey;
  readonly monitoring: Monitoring;
}

/** The HTTP door: everything asks for a token of our own users, but the pages behind the signed links of task emails. */
export class BillingApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: BillingApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: Stack.of(this).stackName,
      defaultAuthorizer: new HttpJwtAuthorizer('SignedIn', props.signIn.issuer, {
        jwtAudience: props.signIn.audience,
      }),
      createDefaultStage: false,
    });
    const stage = this.api.addStage('Stage', {
      autoDeploy: true,
      // Of all clients together, an attack; one client is held to less by the function (docs/decisions/0011), so that a
      // noisy one leaves its neighbours room.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            encryptionKey: props.encryptionKey,
            retention: logRetention.access,
            // Who called outlives the app.
            removalPolicy: RemovalPolicy.RETAIN,
          }),
        ),
        // The route, never the path: the path of a task page is its secret.
        format: accessLogFormat,
      },
    });
    props.monitoring.watch(
      'The API answers with 5xx',
      'The API',
      stage.metricServerError({ statistic: Stats.SUM }),
    );
  }

  serve(fn: BillingFunction): void {
    this.api.addRoutes({
      path: '/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Practice', fn.lambda),
    });
  }

  /** What the API is called and asked for tells nothing of anybody: whoever writes a program reads it first. */
  serveDescription(fn: BillingFunction): void {
    const integration = new HttpLambdaIntegration('Description', fn.lambda);
    const authorizer = new HttpNoneAuthorizer();
    const routes = ['/v1/openapi.json', '/v1/docs'].flatMap((path) =>
      this.api.addRoutes({ path, methods: [HttpMethod.GET], integration, authorizer }),
    );
    for (const route of routes)
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The description of the API holds no data, and says how to get a token.',
      });
  }

  /** The token in the path is signed and expires, and opens nothing without a code that is mailed to its mailbox, or a sign-in. */
  serveSignedLinks(fn: BillingFunction): void {
    const integration = new HttpLambdaIntegration('SignedLink', fn.lambda);
    const authorizer = new HttpNoneAuthorizer();
    const routes = [
      ...this.api.addRoutes({
        ...{ path: '/t/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
        ...{ integration, authorizer },
      }),
      ...this.api.addRoutes({
        ...{ path: '/t/{token}/code', methods: [HttpMethod.POST] },
        ...{ integration, authorizer },
      }),
      ...this.api.addRoutes({
        ...{ path: '/t/{token}/session', methods: [HttpMethod.POST] },
        ...{ integration, authorizer },
      }),
      ...this.api.addRoutes({
        ...{ path: '/t/{token}/sign-in', methods: [HttpMethod.GET, HttpMethod.POST] },
        ...{ integration, authorizer },
      }),
    ];
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The signed token in the link and a code to its mailbox authorise, or a sign-in on the page; the person who clicks need not have an account.',
      });
    }
  }
}
