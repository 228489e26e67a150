import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { userPoolEnv } from '../../functions/adapters/access/user-pool.env.ts';
import { type MachineClientSpec, type Scope, scopes } from '../machine-clients.ts';
import { pascal } from '../pascal.ts';
import { inStage } from '../stage.ts';
import type { BillingFunction } from './billing-function.ts';

export interface SignInProps {
  /**
   * Programs that call the API in their own name.
   * @default none
   */
  readonly machineClients?: readonly MachineClientSpec[];
  /** @default the usual one */
  readonly stage?: string | undefined;
}

/** The resource server whose scopes tokens of programs carry, `claimwright/read`. */
const resourceServer = 'claimwright';

/**
 * Who people and programs are: people by invitation, a password and a code of their device, programs by their secret.
 * What they may do in a practice is its record of membership, never a token.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  private readonly people: UserPoolClient;
  private readonly programs: readonly UserPoolClient[];

  constructor(scope: Construct, id: string, { machineClients = [], stage }: SignInProps) {
    super(scope, id);
    this.pool = this.addPool(stage);
    this.people = this.addPeople();
    const server = this.addResourceServer();
    this.programs = machineClients.map((spec) => this.addProgram(spec, server));
    this.tell('UserPoolId', this.pool.userPoolId);
    this.tell('PeopleClientId', this.people.userPoolClientId);
  }

  /** Who signs the tokens that the API takes. */
  get issuer(): string {
    return `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
  }

  /** The clients whose tokens the API takes. */
  get audience(): string[] {
    return [this.people, ...this.programs].map(({ userPoolClientId }) => userPoolClientId);
  }

  /** Lets a function invite people, and know those who are there by their mailbox. */
  grantInvite(fn: BillingFunction): void {
    fn.allow(['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser'], [this.pool.userPoolArn]);
    fn.tell(userPoolEnv.userPoolId, this.pool.userPoolId);
  }

  /** Tells a function by which client people sign in; the user pool asks for no permission to try. */
  tellWhere(fn: BillingFunction): void {
    fn.tell(userPoolEnv.peopleClientId, this.people.userPoolClientId);
  }

  private addPool(stage: string | undefined): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      // No SMS: a number can be taken over at the telephone company's counter.
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: 'Your access to Claimwright',
        emailBody:
          'You were invited to Claimwright. Sign in as {username} with the password {####} within three days; you will choose your own, and set up a code generator.',
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Tokens of programs are given out under it; its name is one in the region.
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: inStage(`claimwright-${Stack.of(this).account}`, stage) },
    });
    return pool;
  }

  private addPeople(): UserPoolClient {
    return this.pool.addClient('People', {
      // The command line and the page of a mail's link send the password over TLS; programs of pages prove it by SRP.
      authFlows: { userPassword: true, userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      // A working day.
      refreshTokenValidity: Duration.hours(12),
    });
  }

  private addResourceServer(): UserPoolResourceServer {
    return this.pool.addResourceServer('Api', {
      identifier: resourceServer,
      scopes: Object.entries(scopes).map(([scopeName, scopeDescription]) => ({
        scopeName,
        scopeDescription,
      })),
    });
  }

  private addProgram(spec: MachineClientSpec, server: UserPoolResourceServer): UserPoolClient {
    const scopeOf = (name: Scope) =>
      OAuthScope.resourceServer(
        server,
        new ResourceServerScope({ scopeName: name, scopeDescription: scopes[name] }),
      );
    const client = this.pool.addClient(`Program-${spec.name}`, {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: spec.scopes.map(scopeOf) },
      accessTokenValidity: Duration.minutes(60),
      enableTokenRevocation: true,
    });
    this.tell(`${pascal(spec.name)}ClientId`, client.userPoolClientId);
    return client;
  }

  /** Outputs of the stack under their own names: people and programs look them up. */
  private tell(name: string, value: string): void {
    new CfnOutput(Stack.of(this), name, { value });
  }
}
