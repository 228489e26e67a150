import { Command, InvalidArgumentError } from 'commander';
import { codeSetsFolder } from '../../codesets/artefact.ts';
import { CodeSetError } from '../../codesets/code-set-error.ts';
import type { Publication } from '../../codesets/publishing/publication.ts';
import { codeSetsEnv } from '../../functions/adapters/code-sets.env.ts';
import { jsonOption, type Printing, print } from '../print.ts';

type Options = Printing & { readonly bucket?: string };

/** The clients read where the cloud is when they are loaded: not before a command needs one. */
const publishing = () => import('../../functions/adapters/code-sets/publish-code-sets.ts');

/** The bucket that was named, or that of the deployment or the running `npm start`. */
const bucketIn = ({ bucket }: Options, useEnvironment: () => void): string => {
  const named = bucket ?? process.env[codeSetsEnv.bucket];
  if (named) return named;
  useEnvironment();
  const found = process.env[codeSetsEnv.bucket];
  if (found) return found;
  throw new CodeSetError(
    `Which bucket? Name it by --bucket or ${codeSetsEnv.bucket}: it is the output CodeSetBucket of the records stack`,
  );
};

const describe = ({ number, publishedAt, again, files }: Publication): string =>
  [
    `publication ${number} of ${publishedAt}${again === undefined ? '' : `, which is ${again} again`}`,
    ...files.map(({ name, bytes, sha256 }) => `  ${name}  ${bytes} bytes  ${sha256.slice(0, 12)}`),
    ...(files.length === 0 ? ['  nothing over the files that were deployed'] : []),
  ].join('\n');

const tell = (publication: Publication, options: Options): void =>
  print(options, publication, () => describe(publication));

const readNumber = (text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it is the number of a publication, or 0');
};

const withOptions = (command: Command): Command =>
  command.option('--bucket <name>', 'the bucket of code sets of the deployment').option(...jsonOption);

/** `codesets publish`, `published` and `rollback`: editions for a deployment that runs. */
export const publishCommands = (useEnvironment: () => void): readonly Command[] => [
  withOptions(
    new Command('publish').description(
      'give what is installed here to a deployment, which takes it by itself',
    ),
  ).action(async (options: Options) => {
    const { publishFolder } = await publishing();
    tell(await publishFolder(bucketIn(options, useEnvironment), codeSetsFolder()), options);
  }),
  withOptions(new Command('published').description('show what a deployment was given last')).action(
    async (options: Options) => {
      const current = await (await publishing()).publishedNow(bucketIn(options, useEnvironment));
      if (current) tell(current, options);
      else print(options, null, () => 'Nothing is published: the files that were deployed answer');
    },
  ),
  withOptions(
    new Command('rollback')
      .description('publish an earlier publication again')
      .argument('<number>', '0 for the files that were deployed', readNumber),
  ).action(async (number: number, options: Options) => {
    const { publishAgain } = await publishing();
    tell(await publishAgain(bucketIn(options, useEnvironment), number), options);
  }),
];
