import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Which modules read whole code sets, and what of: words, lists and editions, never whether a code is valid. */
const bulkReaders: Readonly<Record<string, readonly string[]>> = {
  'bench/codesets.ts': ['artefact', 'diagnosis-edition', 'ptp-edits', 'records'],
  'bench/official-code-sets.ts': ['artefact'],
  'bench/scrubbing/contest.ts': ['diagnosis-edition'],
  'bench/scrubbing/main.ts': ['artefact'],
  'cli/codesets-command.ts': ['artefact', 'edition'],
  'cli/codesets/publish-commands.ts': ['artefact'],
  'cli/render-editions.ts': ['code-set', 'edition'],
  'functions/adapters/code-sets/publish-code-sets.ts': ['artefact'],
  'functions/api/codes/code-set-routes.ts': ['edition'],
  'functions/coding/dictionary/load-dictionary.ts': ['artefact', 'code-set', 'diagnosis-edition'],
  'functions/coding/dictionary/read-edition.ts': ['code-set'],
  'functions/coding/diagnoses/add-use-additional.ts': ['code-set'],
  'functions/coding/evaluation/em-level.ts': ['code-set'],
  'functions/coding/services/separate-services.ts': ['ptp-edits'],
};

const internals =
  /^codesets\/(artefact|code-set|diagnosis-edition|edition|ptp-edits|records|code-book\/.+)\.ts$/;

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`);

/** What a module imports of the inside of `codesets/`; types of a row tell nothing of a code's validity. */
const internalsIn = (path: string): readonly string[] => {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = text.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gm);
  return [...imports].flatMap(([, specifier = '']) => {
    const target = relative(root, join(root, dirname(path), specifier)).replaceAll('\\', '/');
    const [, name] = internals.exec(target) ?? [];
    return name ? [name] : [];
  });
};

describe('the code book', () => {
  it('is the one door to code sets: only those who read them whole go past it', () => {
    const sources = ['functions', 'cli', 'bench', 'local', 'infra'].flatMap(sourcesIn);
    expect(sources.length).toBeGreaterThan(200);
    const past = sources.flatMap((path) =>
      internalsIn(path)
        .filter((name) => !bulkReaders[path]?.includes(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(past).toEqual([]);
  });

  it('has no exception that nobody needs', () => {
    const unused = Object.entries(bulkReaders).flatMap(([path, names]) => {
      const used = internalsIn(path);
      return names.filter((name) => !used.includes(name)).map((name) => `${path}: ${name}`);
    });
    expect(unused).toEqual([]);
  });
});
