import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { needing } from './shared-material.ts';

const Figures = z.looseObject({});

const Expected = z.object({
  title: z.string(),
  expected: z
    .object({ held: z.int().optional(), heldNames: z.array(z.string()).default([]) })
    .catchall(Figures),
});

/** What is right after files were posted in their order: positions by claim, and what has to be held and named. */
export type MoneyCase = {
  readonly name: string;
  readonly title: string;
  readonly claims: string; // path
  readonly files: readonly string[]; // paths
  readonly held: number | undefined;
  readonly heldNames: readonly string[];
  readonly ends: Readonly<Record<string, object>>;
};

const material = needing('cases/money');

const readCase = (name: string): MoneyCase => {
  const folder = join(material.path, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.835'));
  const { title, expected } = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  const { held, heldNames, ...ends } = expected;
  return {
    name,
    title,
    claims: join(folder, 'claims.json'),
    files: files.toSorted().map((file) => join(folder, file)),
    held,
    heldNames,
    ends,
  };
};

/** All cases of money; none where they are not here, and `describe` then skips. */
export const moneyCases = {
  describe: material.describe,
  all: material.isHere ? readdirSync(material.path).map(readCase) : [],
};
