import type { PageSignIn, SignInRefusal, TypedCredentials } from '../../domain/access/page-sign-in.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { signIn } from './sign-in.ts';
import { userPoolEnv } from './user-pool.env.ts';

class NotSetUpError extends Error {}

/** What the user pool calls a refusal; whether a mailbox is known is told to nobody. */
const refusals: Readonly<Record<string, SignInRefusal>> = {
  NotAuthorizedException: 'wrong',
  UserNotFoundException: 'wrong',
  CodeMismatchException: 'wrong',
  ExpiredCodeException: 'wrong',
  InvalidParameterException: 'wrong',
  PasswordResetRequiredException: 'not-set-up',
  UserNotConfirmedException: 'not-set-up',
  TooManyRequestsException: 'too-often',
  LimitExceededException: 'too-often',
  TooManyFailedAttemptsException: 'too-often',
};

/**
 * Signs a person in who has a password of its own and a generator of codes. The first time needs more than a form:
 * whoever was only invited is told so. Tries are counted by the user pool, which shuts a mailbox out for a while.
 */
export const signInAtPage = async ({ mailbox, password, code }: TypedCredentials): Promise<PageSignIn> => {
  const ask: Parameters<typeof signIn>[0]['ask'] = async ({ kind }) => {
    if (kind !== 'code') throw new NotSetUpError();
    return code;
  };
  try {
    const token = await signIn({ clientId: requiredEnv(userPoolEnv.peopleClientId), mailbox, password, ask });
    return { subject: subjectOf(token) };
  } catch (error) {
    if (error instanceof NotSetUpError) return { refused: 'not-set-up' };
    const refused = error instanceof Error ? refusals[error.name] : undefined;
    if (!refused) throw error;
    return { refused };
  }
};

/** The token comes from the user pool itself, over TLS: its signature proves nothing more here. */
const subjectOf = (token: string): string => {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null || !('sub' in claims))
    throw new Error('A token without a subject');
  return String(claims.sub);
};
