import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type Artefact, listArtefacts } from '../codesets/artefact.ts';
import { CodeSetError } from '../codesets/code-set-error.ts';
import { CodeSetName } from '../codesets/edition.ts';
import { withDownloads } from '../codesets/install/download.ts';
import { installAll, installCodeSet } from '../codesets/install/install-code-sets.ts';
import { findSourceFiles } from '../codesets/install/source-files.ts';
import { installNppes, type KeptProviders } from '../codesets/nppes/install-nppes.ts';
import { findPublication, type PublishedFile, publications, publishers } from '../codesets/publications.ts';
import { isState } from '../codesets/states.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import { isNpi } from '../functions/edi/npi.ts';
import { publishCommands } from './codesets/publish-commands.ts';
import { jsonOption, type Printing, print } from './print.ts';
import { drawProgress, endProgress } from './progress-bar.ts';
import { renderEditions } from './render-editions.ts';
import { today } from './today.ts';

interface InstallOptions extends Printing {
  readonly from?: string;
  readonly edition?: string;
  readonly acceptLicense?: true;
  readonly npiList?: string;
  readonly state?: string;
}

const describeArtefact = ({ edition }: Artefact): string =>
  `${edition.set} ${edition.edition}: ${edition.rows.toLocaleString('en-US')} rows, valid ${edition.validFrom} to ${edition.validTo ?? 'further notice'}`;

const readSet = (set: string): CodeSetName | 'all' => {
  if (set === 'all') return set;
  const known = CodeSetName.safeParse(set);
  if (known.success) return known.data;
  throw new CodeSetError(`There is no code set "${set}"; it is all, ${CodeSetName.options.join(', ')}`);
};

/** Tells what was installed, and makes at once what the coding engine reads of it, so that no visit waits for it. */
const finish = (artefact: Artefact, { json }: Printing): void => {
  console.log(json ? JSON.stringify(artefact.edition) : describeArtefact(artefact));
  if (artefact.edition.set === 'icd10cm') dictionaryOn(artefact.edition.validFrom);
};

/** Installs from a path; whether everything that was asked for is there now. */
const installFromPath = (set: CodeSetName | 'all', path: string, options: Printing): boolean => {
  const files = findSourceFiles(path);
  if (set !== 'all') {
    for (const artefact of installCodeSet(set, files)) finish(artefact, options);
    return true;
  }
  let whole = true;
  for (const outcome of installAll(files)) {
    if ('installed' in outcome) for (const artefact of outcome.installed) finish(artefact, options);
    else if ('failed' in outcome) {
      whole = false;
      console.error(`${outcome.set}: not installed. ${outcome.failed}`);
    } else console.error(`${outcome.set}: no file of it there`);
  }
  return whole;
};

/** The publisher's files of the edition wanted, if their address is known and their licence accepted. */
const publishedFiles = (
  set: CodeSetName,
  { edition, acceptLicense }: InstallOptions,
): readonly PublishedFile[] => {
  const { page, licence } = publishers[set];
  const publication = findPublication(set, { today: today(), ...(edition && { edition }) });
  if (!publication) {
    const known = publications.filter((one) => one.set === set).map((one) => one.edition);
    const hint = known.length > 0 ? ` (known: ${known.join(', ')})` : '';
    throw new CodeSetError(
      `No address is known for ${set} ${edition ?? ''}${hint}; get its files from ${page} and use --from`,
    );
  }
  if (licence && !acceptLicense) {
    throw new CodeSetError(
      `${set} holds codes under the ${licence} licence shown on ${page}; read it there, then add --accept-license, or use --from`,
    );
  }
  return publication.files;
};

/** Whose entries of the registry are wanted: nobody has use for nine million. */
const keptProviders = ({ npiList, state }: InstallOptions): KeptProviders => {
  if (state !== undefined && npiList === undefined) {
    if (!isState(state.toUpperCase()))
      throw new CodeSetError(`--state: "${state}" is no state; write two letters`);
    return { state: state.toUpperCase() };
  }
  if (npiList === undefined || state !== undefined)
    throw new CodeSetError('nppes needs --npi-list FILE (a number a line) or --state XX, one of both');
  const words = readFileSync(npiList, 'utf8')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const wrong = words.find((word) => !isNpi(word));
  if (wrong !== undefined)
    throw new CodeSetError(`${npiList}: "${wrong}" is no NPI: ten digits, the last a check digit`);
  return { npis: words };
};

const installRegistry = async (options: InstallOptions): Promise<void> => {
  const { from } = options;
  if (from === undefined || /^https?:/i.test(from))
    throw new CodeSetError(`nppes needs --from FILE: get the file from ${publishers.nppes.page}`);
  finish(await installNppes(from, keptProviders(options)), options);
};

const install = async (wanted: string, options: InstallOptions): Promise<void> => {
  const set = readSet(wanted);
  if (set === 'nppes') return installRegistry(options);
  const { from } = options;
  if (from !== undefined && !/^https?:\/\//i.test(from)) {
    if (!installFromPath(set, from, options)) process.exitCode = 1;
    return;
  }
  if (from === undefined && set === 'all') {
    throw new CodeSetError('"all" needs --from: a folder with the files of the publishers');
  }
  const files = from === undefined && set !== 'all' ? publishedFiles(set, options) : [{ url: from ?? '' }];
  const whole = await withDownloads(files, drawProgress, (folder) => {
    endProgress();
    return installFromPath(set, folder, options);
  });
  if (!whole) process.exitCode = 1;
};

/** `codesets install`, `list`, and what gives them to a deployment. */
export const codeSetsCommand = (useEnvironment: () => void): Command => {
  const command = new Command('codesets').description('Official code sets: install, list and publish');
  command
    .command('install')
    .description("compile a code set from its publisher's files")
    .argument('<set>', `all, ${CodeSetName.options.join(', ')}`)
    .option('--from <source>', "file, archive, folder or URL; without it the publisher's own address")
    .option('--edition <name>', 'which edition to download, as "2026" or "2026-04"')
    .option('--accept-license', "you have read and accept the licence on the publisher's page")
    .option('--npi-list <file>', 'of nppes: whose entries to keep, an NPI a line')
    .option('--state <state>', 'of nppes: the entries of those who practise there')
    .option('--json', 'one edition a line')
    .action(install);
  command
    .command('list')
    .description('list what is installed: edition, valid dates, rows, source')
    .option(...jsonOption)
    .action((options: Printing) => {
      const editions = listArtefacts().map(({ edition }) => edition);
      print(options, editions, () => renderEditions(editions));
    });
  for (const one of publishCommands(useEnvironment)) command.addCommand(one);
  return command;
};
