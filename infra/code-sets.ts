import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';

/** Where functions find the compiled code sets: in a layer of their own, or in a folder of the machine they run on. */
export type CodeSets = { readonly layer: Code } | { readonly folder: string };

/** A layer is unpacked into /opt, so its files stand in a folder of this name. */
const layerFolder = 'codesets';

const isCompiled = (name: string): boolean => /^[^.].*\.(sqlite|dictionary)$/.test(name);

/**
 * The code sets installed on the machine that synthesises (`codesets install`), in the folder that
 * CLAIMWRIGHT_CODESETS names or in `.local/codesets`; undefined when none are, and the starter set answers.
 */
export const installedCodeSets = (
  root: string,
  environment: NodeJS.ProcessEnv,
  staged = join(root, 'dist', 'code-sets'),
): CodeSets | undefined => {
  const folder = resolve(root, environment.CLAIMWRIGHT_CODESETS || '.local/codesets');
  const files = existsSync(folder) ? readdirSync(folder).filter(isCompiled) : [];
  if (files.length === 0) return undefined;
  // A local cloud runs functions as processes of this machine, and unpacks no layer into /opt.
  if (environment.CODE_SETS_IN_PLACE === 'yes') return { folder };
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(join(staged, layerFolder), { recursive: true });
  for (const file of files)
    copyFileSync(join(folder, file), join(staged, layerFolder, file), constants.COPYFILE_FICLONE);
  return { layer: Code.fromAsset(staged) };
};
