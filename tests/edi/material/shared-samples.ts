import { readFileSync } from 'node:fs';
import { needing, sharedPath } from '../../shared-material.ts';

/** For tests of the public samples. */
export const needingSamples = needing('x12');

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

const index = needingSamples.isHere
  ? readFileSync(sharedPath('x12', 'INDEX.csv'), 'utf8').trim().split(/\r?\n/)
  : [];

/** The samples as their index lists them. */
export const samples: readonly Sample[] = index.slice(1).map((line) => {
  const [name = '', transaction = '', version = '', , , envelopeIssues = ''] = valuesOf(line);
  return { name, transaction, version, envelopeIssues, text: readFileSync(sharedPath('x12', name), 'utf8') };
});
