import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/x12');

/** Whether the public samples are beside this repository; says so once where they are not. */
export const areSamplesHere = existsSync(folder);

if (!areSamplesHere)
  console.warn('The shared X12 samples (../shared/x12) are not here: reading them is not tested.');

export type Sample = {
  readonly name: string; // "835/linuxforhealth-demo-file-demo.835"
  readonly transaction: string;
  readonly version: string; // 5010, 4010, none
  readonly envelopeIssues: string;
  readonly text: string;
};

/** One line of a CSV file, where a value with a comma stands in quotes. */
const valuesOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const index = areSamplesHere ? readFileSync(join(folder, 'INDEX.csv'), 'utf8').trim().split(/\r?\n/) : [];

/** The samples as their index lists them. */
export const samples: readonly Sample[] = index.slice(1).map((line) => {
  const [name = '', transaction = '', version = '', , , envelopeIssues = ''] = valuesOf(line);
  return { name, transaction, version, envelopeIssues, text: readFileSync(join(folder, name), 'utf8') };
});
