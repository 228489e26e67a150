import { DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { z } from 'zod';
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

const Tokens = z.object({ access_token: z.string(), expires_in: z.number() });

/** Asks for a token by the program's secret, for all that it may or for some scopes (client credentials, RFC 6749). */
export const programToken = async (
  { clients, records }: LocalApp,
  scopes?: readonly string[],
): Promise<z.infer<typeof Tokens>> => {
  const { UserPoolClient } = await clients.cognito.send(
    new DescribeUserPoolClientCommand({
      UserPoolId: records.UserPoolId,
      ClientId: records.ClinicClientId,
    }),
  );
  const secret = `${records.ClinicClientId}:${UserPoolClient?.ClientSecret ?? ''}`;
  const response = await fetch(`${clients.endpoint}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scopes && { scope: scopes.map((scope) => `claimwright/${scope}`).join(' ') }),
    }),
  });
  if (!response.ok) throw new Error(`The program gets no token: ${response.status} ${await response.text()}`);
  return Tokens.parse(await response.json());
};

/** Whoever asks gets a token that still holds for a minute. */
export const programTokens = (app: LocalApp): (() => Promise<string>) => {
  let token = '';
  let until = 0;
  return async () => {
    if (Date.now() < until) return token;
    const given = await programToken(app);
    token = given.access_token;
    until = Date.now() + (given.expires_in - 60) * 1000;
    return token;
  };
};
