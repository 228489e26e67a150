import { createSign, generateKeyPairSync } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'vitest';
import type { Role } from '../../functions/domain/access/permissions.ts';
import { addUser, type DemoUser, tokenOf } from '../../local/access/demo-users.ts';
import { totp } from '../../local/access/totp.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { type MatrixCase, matrixCases, mayRole, pathOf, roles } from '../api/access/expected-access.ts';

/** Two practices: users of one role each are members of the first one, and somebody of the second alone. */
const own = 'maple-street';
const other = 'elm-row';

const partsOf = (token: string): readonly string[] => token.split('.');

/** The same claims under the same key id, signed by a key of somebody else. */
export const forged = (token: string): string => {
  const [header = '', claims = ''] = partsOf(token);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signature = createSign('RSA-SHA256').update(`${header}.${claims}`).sign(privateKey, 'base64url');
  return `${header}.${claims}.${signature}`;
};

/** The signature of the pool, under claims that were changed after it. */
export const altered = (token: string, change: object): string => {
  const [header = '', claims = '', signature = ''] = partsOf(token);
  const before: object = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const after = Buffer.from(JSON.stringify({ ...before, ...change })).toString('base64url');
  return `${header}.${after}.${signature}`;
};

/** A token that says of itself that nobody signed it. */
export const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'none' })).toString('base64url');
  return `${header}.${partsOf(token)[1]}.`;
};

/** The ID token of a user: signed by the pool, and meant for the client that signed in alone. */
export const idTokenOf = async ({ app }: LocalPractice, user: DemoUser): Promise<string> => {
  const ClientId = app.records.PeopleClientId;
  const AuthParameters = { USERNAME: user.mailbox, PASSWORD: user.password };
  const { cognito } = app.clients;
  const { ChallengeName, Session } = await cognito.send(
    new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }),
  );
  const { AuthenticationResult } = await cognito.send(
    new RespondToAuthChallengeCommand({
      ...{ ClientId, ChallengeName, Session },
      ChallengeResponses: { USERNAME: user.mailbox, SOFTWARE_TOKEN_MFA_CODE: totp(user.secret, new Date()) },
    }),
  );
  return AuthenticationResult?.IdToken ?? '';
};

/** What the API answers to a request with a token, or without one. */
export const statusOf = async (
  local: Pick<LocalPractice, 'app'>,
  request: { readonly method: string; readonly path: string; readonly body?: object },
  token: string | undefined,
): Promise<number> => {
  const { method, path, body } = request;
  const response = await fetch(`${local.app.apiUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
  await response.arrayBuffer();
  if (response.status !== 429) return response.status;
  // Thousands of cells are more than a client may send at once: it waits as long as it is told.
  await setTimeout(Number(response.headers.get('retry-after') ?? 1) * 1000);
  return statusOf(local, request, token);
};

export type TokensOfRoles = ReadonlyMap<Role, string>;

/** A user of each role in the practice, signed in with password and code. */
export const signInAll = async ({ app }: LocalPractice): Promise<TokensOfRoles> => {
  const tokens = new Map<Role, string>();
  for (const role of roles) {
    const user = await addUser(app, { practiceId: own, role, mailbox: `${role}@maplestreet.example` });
    tokens.set(role, await tokenOf(app, user));
  }
  return tokens;
};

/** Whether a member that may do it got past the door: whatever the records then say of a request that fits nothing. */
const isInside = (status: number): boolean => status < 500 && ![401, 403].includes(status);

type Cell = {
  readonly name: string;
  readonly request: MatrixCase;
  readonly practiceId: string;
  readonly token: string | undefined;
  readonly isRight: (status: number) => boolean;
};

type State = 'signed in' | 'revoked' | 'no token' | 'foreign key';

const cellsOf = (tokens: TokensOfRoles, states: readonly State[]): Cell[] =>
  matrixCases.flatMap((request) =>
    [...tokens].flatMap(([role, token]) =>
      states.flatMap((state) =>
        [own, other].map((practiceId) => ({
          name: `${request.route} ${JSON.stringify(request.body)} ${role} ${state} ${practiceId}`,
          ...{ request, practiceId, token: tokenIn(state, token) },
          isRight: (status: number) => isAnswer(status, { state, role, request, isOwn: practiceId === own }),
        })),
      ),
    ),
  );

const tokenIn = (state: State, token: string): string | undefined => {
  if (state === 'no token') return undefined;
  return state === 'foreign key' ? forgedOnce(token) : token;
};

/** A key takes a tenth of a second to make, and there are thousands of cells. */
const forgeries = new Map<string, string>();
const forgedOnce = (token: string): string => {
  const made = forgeries.get(token) ?? forged(token);
  forgeries.set(token, made);
  return made;
};

const isAnswer = (
  status: number,
  { state, role, request, isOwn }: { state: State; role: Role; request: MatrixCase; isOwn: boolean },
): boolean => {
  if (state === 'no token' || state === 'foreign key') return status === 401;
  if (state === 'revoked' || !isOwn) return status === 404;
  return mayRole(role, request) ? isInside(status) : status === 403;
};

/** Each running call is a process of the local cloud. */
const atOnce = 4;

/** Makes the request of every cell and holds its answer; gives the number of cells. */
export const holdMatrix = async (
  local: LocalPractice,
  tokens: TokensOfRoles,
  states: readonly State[],
): Promise<number> => {
  const cells = cellsOf(tokens, states);
  const wrong: string[] = [];
  const open = cells.values();
  const work = async (): Promise<void> => {
    for (const { name, request, practiceId, token, isRight } of open) {
      const status = await statusOf(
        local,
        { ...pathOf(request.route, practiceId), body: request.body },
        token,
      );
      if (!isRight(status)) wrong.push(`${name}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  expect(wrong).toEqual([]);
  return cells.length;
};
