import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { requiredEnv } from '../../runtime/environment.ts';
import { BillingError } from '../../runtime/errors.ts';
import { userPoolEnv } from './user-pool.env.ts';

const client = new CognitoIdentityProviderClient({});

/** Who signs the tokens of the pool: under this address programs find how to get one. */
export const issuerOfPool = (): string =>
  `https://cognito-idp.${requiredEnv('AWS_REGION')}.amazonaws.com/${requiredEnv(userPoolEnv.userPoolId)}`;

/**
 * The subject of the person with a mailbox, which is known by it whatever its case. Whom the pool does not know is
 * invited by mail; who is there already, in another practice say, is told nothing.
 */
export const invitePerson = async (mailbox: string): Promise<string> => {
  const person = { UserPoolId: requiredEnv(userPoolEnv.userPoolId), Username: mailbox.toLowerCase() };
  try {
    const { User } = await client.send(
      new AdminCreateUserCommand({
        ...person,
        UserAttributes: [
          { Name: 'email', Value: person.Username },
          { Name: 'email_verified', Value: 'true' },
        ],
        TemporaryPassword: temporaryPassword(),
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
    return subjectIn(User?.Attributes);
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
    const { UserAttributes } = await client.send(new AdminGetUserCommand(person));
    return subjectIn(UserAttributes);
  }
};

/** 120 random bits, and one of each kind of sign that the pool asks for; the pool mails it, and takes it for three days. */
const temporaryPassword = (): string => `${randomBytes(15).toString('base64url')}-aA1`;

const subjectIn = (attributes: readonly AttributeType[] = []): string => {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (!subject) throw new BillingError('RecordNotFound', 'The user pool gives a person no subject');
  return subject;
};
