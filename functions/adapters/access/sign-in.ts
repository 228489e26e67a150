import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { BillingError } from '../../runtime/errors.ts';

/** What a person is asked for on the way in. */
export type Question =
  | { readonly kind: 'code' | 'new-password' }
  /** The first time: the secret that goes into the person's generator of codes, and then a code of it. */
  | { readonly kind: 'first-code'; readonly secret: string };

export type Credentials = {
  readonly clientId: string;
  readonly mailbox: string;
  readonly password: string;
  readonly ask: (question: Question) => Promise<string>;
};

type State = Pick<InitiateAuthCommandOutput, 'ChallengeName' | 'Session' | 'AuthenticationResult'>;

/** Signs a person in and gives the access token. Throws what the user pool says when it lets nobody in. */
export const signIn = async (
  credentials: Credentials,
  client = new CognitoIdentityProviderClient({}),
): Promise<string> => {
  const { clientId, mailbox, password } = credentials;
  let state: State = await client.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: mailbox, PASSWORD: password },
    }),
  );
  while (state.ChallengeName) state = await answer(state, credentials, client);
  const token = state.AuthenticationResult?.AccessToken;
  if (!token) throw new BillingError('InvalidInput', 'The user pool gives no token');
  return token;
};

const answer = async (
  { ChallengeName, Session }: State,
  { clientId, mailbox, ask }: Credentials,
  client: CognitoIdentityProviderClient,
): Promise<State> => {
  const respond = (session: string | undefined, answers: Record<string, string> = {}) =>
    client.send(
      new RespondToAuthChallengeCommand({
        ...{ ClientId: clientId, ChallengeName, Session: session },
        ChallengeResponses: { USERNAME: mailbox, ...answers },
      }),
    );
  if (ChallengeName === 'SOFTWARE_TOKEN_MFA')
    return respond(Session, { SOFTWARE_TOKEN_MFA_CODE: await ask({ kind: 'code' }) });
  if (ChallengeName === 'NEW_PASSWORD_REQUIRED')
    return respond(Session, { NEW_PASSWORD: await ask({ kind: 'new-password' }) });
  if (ChallengeName === 'MFA_SETUP') return respond(await setUpCodes(Session, ask, client));
  throw new BillingError('InvalidInput', `The user pool asks for ${ChallengeName}, which is not known here`);
};

/** Makes a generator of codes the person's own; gives the session that goes on. */
const setUpCodes = async (
  Session: string | undefined,
  ask: Credentials['ask'],
  client: CognitoIdentityProviderClient,
): Promise<string | undefined> => {
  const begun = await client.send(new AssociateSoftwareTokenCommand({ Session }));
  const UserCode = await ask({ kind: 'first-code', secret: begun.SecretCode ?? '' });
  const verified = await client.send(new VerifySoftwareTokenCommand({ Session: begun.Session, UserCode }));
  return verified.Session;
};
