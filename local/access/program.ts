import { DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Credentials, clientCredentials, type TokenSource } from '../../client/client.ts';
import { programActor } from '../../functions/domain/actor.ts';
import { inviteMember } from '../../functions/members/invite-member.ts';
import type { LocalApp } from '../local-app.ts';

/** Lets the clinic's program into a practice, for everything: it plays the clinic and its desks. */
export const admitProgram = async ({ records }: LocalApp, practiceId: string): Promise<void> => {
  const effects = {
    ...(await import('../../functions/adapters/access/member-store.ts')),
    ...(await import('../../functions/adapters/access/user-directory.ts')),
  };
  const change = { by: programActor('npm start', practiceId), now: new Date() };
  const name = 'The clinic’s program';
  const roles = ['manager' as const, 'clinic' as const, 'administrator' as const];
  await inviteMember(
    practiceId,
    { kind: 'program', clientId: records.ClinicClientId, name, roles },
    change,
    effects,
  );
};

/** By what the clinic's program signs in: its secret is of this machine and of nobody. */
export const programCredentials = async ({ clients, records }: LocalApp): Promise<Credentials> => {
  const { UserPoolClient } = await clients.cognito.send(
    new DescribeUserPoolClientCommand({
      UserPoolId: records.UserPoolId,
      ClientId: records.ClinicClientId,
    }),
  );
  return {
    tokenUrl: `${clients.endpoint}/oauth2/token`,
    clientId: records.ClinicClientId,
    clientSecret: UserPoolClient?.ClientSecret ?? '',
  };
};

/** A token by the program's secret, for all that it may or for some scopes. */
export const programToken = async (app: LocalApp, scopes?: readonly string[]): Promise<string> =>
  clientCredentials({ ...(await programCredentials(app)), ...(scopes && { scopes }) })();

/** Whoever asks gets a token that still holds for a minute. */
export const programTokens = (app: LocalApp): TokenSource => {
  let tokens: Promise<TokenSource> | undefined;
  return async () => {
    tokens ??= programCredentials(app).then(clientCredentials);
    return (await tokens)();
  };
};
