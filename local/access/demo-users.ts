import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  UserNotFoundException,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { z } from 'zod';
import { Role } from '../../functions/domain/access/permissions.ts';
import { programActor } from '../../functions/domain/actor.ts';
import { inviteMember } from '../../functions/members/invite-member.ts';
import type { LocalApp } from '../local-app.ts';
import { totp } from './totp.ts';

const DemoUser = z.object({
  role: Role,
  mailbox: z.string(),
  password: z.string(),
  secret: z.string().describe('base32, of the generator of codes'),
});
export type DemoUser = z.infer<typeof DemoUser>;

const DemoUsers = z.object({ userPoolId: z.string(), users: z.array(DemoUser) });

/** The adapters read their configuration when they are loaded: once the environment tells it. */
const adapters = async () => ({
  ...(await import('../../functions/adapters/access/member-store.ts')),
  ...(await import('../../functions/adapters/access/user-directory.ts')),
  ...(await import('../../functions/adapters/access/sign-in.ts')),
});

/** The access token of a user, who signs in for it with password and code. */
export const tokenOf = async ({ clients, records }: LocalApp, user: DemoUser): Promise<string> => {
  const { signIn } = await adapters();
  const ask = async () => totp(user.secret, new Date());
  return signIn({ clientId: records.PeopleClientId, ...user, ask }, clients.cognito);
};

/** Invites a person into a practice, and does what the person would: chooses a password, sets up a generator of codes. */
export const addUser = async (
  app: LocalApp,
  { practiceId, role, mailbox }: { practiceId: string; role: Role; mailbox: string },
): Promise<DemoUser> => {
  const effects = await adapters();
  const invitation = { kind: 'person', mailbox, name: `Demo ${role}`, roles: [role] } as const;
  const by = programActor('npm start', practiceId);
  await inviteMember(practiceId, { ...invitation, roles: [role] }, { by, now: new Date() }, effects);
  const { cognito } = app.clients;
  const password = `Demo-${randomBytes(9).toString('base64url')}-1a`;
  await cognito.send(
    new AdminSetUserPasswordCommand({
      ...{ UserPoolId: app.records.UserPoolId, Username: mailbox, Password: password, Permanent: true },
    }),
  );
  return { role, mailbox, password, secret: await enrol(app, mailbox, password) };
};

/** MiniStack lets a person in who has no generator of codes yet (AWS: MFA_SETUP): it is set up by that first token. */
const enrol = async ({ clients, records }: LocalApp, mailbox: string, password: string): Promise<string> => {
  const { signIn } = await adapters();
  let secret = '';
  const ask: Parameters<typeof signIn>[0]['ask'] = async (question) => {
    if (question.kind === 'first-code') secret = question.secret;
    return totp(secret, new Date());
  };
  const AccessToken = await signIn(
    { clientId: records.PeopleClientId, mailbox, password, ask },
    clients.cognito,
  );
  if (secret) return secret;
  const { SecretCode = '' } = await clients.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = totp(SecretCode, new Date());
  await clients.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  return SecretCode;
};

const mailboxOf = (role: Role): string => `${role}@maplestreet.example`;

/** A cloud that was killed may have lost users that the file has; whoever was made last was lost first. */
const isThere = async (app: LocalApp, user: DemoUser | undefined): Promise<boolean> => {
  if (!user) return false;
  try {
    return (await tokenOf(app, user)) !== '';
  } catch {
    return false;
  }
};

const removeUser = async ({ clients, records }: LocalApp, mailbox: string): Promise<void> => {
  const user = { UserPoolId: records.UserPoolId, Username: mailbox };
  try {
    await clients.cognito.send(new AdminDeleteUserCommand(user));
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
};

/** One user of each role in the practice: made once for a user pool, and kept in a file of the local cloud. */
export const demoUsers = async (
  app: LocalApp,
  practiceId: string,
  file: string,
): Promise<readonly DemoUser[]> => {
  const { UserPoolId: userPoolId } = app.records;
  const kept = existsSync(file) ? DemoUsers.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (kept?.userPoolId === userPoolId && (await isThere(app, kept.users.at(-1)))) return kept.users;
  for (const role of Role.options) await removeUser(app, mailboxOf(role));
  const users: DemoUser[] = [];
  for (const role of Role.options)
    users.push(await addUser(app, { practiceId, role, mailbox: mailboxOf(role) }));
  writeFileSync(file, JSON.stringify({ userPoolId, users }, undefined, 2));
  return users;
};
