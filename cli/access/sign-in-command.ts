import { Command } from 'commander';
import type { Question } from '../../functions/adapters/access/sign-in.ts';
import { userPoolEnv } from '../../functions/adapters/access/user-pool.env.ts';
import { requiredEnv } from '../../functions/runtime/environment.ts';
import { jsonOption, type Printing, print } from '../print.ts';
import { openTerminal, type Terminal } from './read-answer.ts';

const answerTo = (question: Question, { ask }: Terminal): Promise<string> => {
  if (question.kind === 'first-code')
    return ask(`Enter ${question.secret} into your generator of codes; its code`);
  if (question.kind === 'code') return ask('Code of your generator');
  return ask('A new password of your own', true);
};

/** `sign-in`: an access token for the API, of a person with password and code. */
export const signInCommand = (useEnvironment: () => void): Command =>
  new Command('sign-in')
    .description(
      'sign in with password and code; prints the access token, which the API takes for half an hour',
    )
    .argument('<mailbox>')
    .option(...jsonOption)
    .action(async (mailbox: string, options: Printing) => {
      useEnvironment();
      const { signIn } = await import('../../functions/adapters/access/sign-in.ts');
      const terminal = openTerminal();
      try {
        const token = await signIn({
          clientId: requiredEnv(userPoolEnv.peopleClientId),
          mailbox,
          password: await terminal.ask('Password', true),
          ask: (question) => answerTo(question, terminal),
        });
        print(options, { token }, () => token);
      } finally {
        terminal.close();
      }
    });
