import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { machineClientsIn } from '../../infra/machine-clients.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { records, billing } = makeApp();
const template = Template.fromStack(records);

describe('the pool of those who sign in', () => {
  it('survives its stack, takes invited people alone, and asks them for a code of their device', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: Match.objectLike({ AllowAdminCreateUserOnly: true }),
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      },
    });
  });

  it('gives people tokens by password and code alone, and programs by their secret, each its scopes', () => {
    const clients = resourcesOf(records, 'AWS::Cognito::UserPoolClient').map(
      ([, { Properties }]) => Properties,
    );
    const flows = clients.map(({ ExplicitAuthFlows, AllowedOAuthFlows }) => [
      ExplicitAuthFlows,
      AllowedOAuthFlows,
    ]);
    expect(flows).toEqual([
      [['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], undefined],
      [undefined, ['client_credentials']],
    ]);
    expect(clients[1]).toMatchObject({ GenerateSecret: true });
    expect(JSON.stringify(clients[1]?.AllowedOAuthScopes)).toMatch(/\/read.*\/register/);
    expect(JSON.stringify(clients[1]?.AllowedOAuthScopes)).not.toContain('/bill');
  });

  it('is the only issuer that the API believes, for its own clients', () => {
    const [[, authorizer] = []] = resourcesOf(billing, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.Properties).toMatchObject({ AuthorizerType: 'JWT' });
    const trusted = z
      .object({ Issuer: z.unknown(), Audience: z.array(z.unknown()) })
      .parse(authorizer?.Properties.JwtConfiguration);
    expect(JSON.stringify(trusted.Issuer)).toMatch(/https:\/\/cognito-idp\..*SignInPool/);
    expect(trusted.Audience).toHaveLength(2);
  });
});

describe('the programs that context names', () => {
  it('are read with the most that their tokens let them do', () => {
    const emr = { name: 'emr', scopes: ['read', 'register'] };
    expect(machineClientsIn('emr:read+register+read, warehouse:export')).toEqual([
      emr,
      { name: 'warehouse', scopes: ['export'] },
    ]);
    expect(machineClientsIn(['emr:read+register'])).toEqual([emr]);
    expect([machineClientsIn(undefined), machineClientsIn('')]).toEqual([[], []]);
  });

  it.each([
    'emr',
    'emr:',
    'emr:own',
    'emr:read:code',
    'EMR:read',
    'emr:read+',
    'emr:read,emr:code',
    'emr:toString',
  ])('%j is refused', (context) => {
    expect(() => machineClientsIn(context)).toThrow(/program/);
  });
});
