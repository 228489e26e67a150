import { Command } from 'commander';
import { userPoolEnv } from '../../functions/adapters/access/user-pool.env.ts';
import { requiredEnv } from '../../functions/runtime/environment.ts';
import { readAnswer } from './read-answer.ts';

/** `sign-in`: an access token for the API, of a person with password and code. */
export const signInCommand = (useEnvironment: () => void): Command =>
  new Command('sign-in')
    .description(
      'sign in with password and code; prints the access token, which the API takes for half an hour',
    )
    .argument('<mailbox>')
    .action(async (mailbox: string) => {
      useEnvironment();
      const { signIn } = await import('../../functions/adapters/access/sign-in.ts');
      const token = await signIn({
        clientId: requiredEnv(userPoolEnv.peopleClientId),
        mailbox,
        password: await readAnswer('Password', true),
        ask: async (question) => {
          if (question.kind === 'first-code')
            return readAnswer(`Enter ${question.secret} into your generator of codes; its code`);
          if (question.kind === 'code') return readAnswer('Code of your generator');
          return readAnswer('A new password of your own', true);
        },
      });
      console.log(token);
    });
