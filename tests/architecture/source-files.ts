import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Program, parseSync, Visitor } from 'oxc-parser';

/** Where the product's own code lies; folders below these are found, not listed. */
export const sourceRoots = [
  'functions',
  'codesets',
  'client',
  'infra',
  'local',
  'cli',
  'bench',
  'tests',
] as const;

/** One import of a file, of types or of values, at any place of it: what it names, and in which line. */
export type Import = {
  /** "functions/domain/claim.ts" for a file of ours, "node:path" or "@aws-sdk/client-s3" for anything else. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly line: number;
};

export type SourceFile = {
  /** From the root, with slashes: "functions/domain/claim.ts". */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly imports: readonly Import[];
};

/** Every source file below a folder that holds the source roots, with its imports, read from disk. */
export const readSourceFiles = (root: string): readonly SourceFile[] =>
  globSync(
    sourceRoots.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  )
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readSourceFile(path, readFileSync(join(root, path), 'utf8')));

const readSourceFile = (path: string, text: string): SourceFile => {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
      start,
    })),
    ...importsWithinTypes(program),
  ];
  return { path, text, program, imports: requests.map((request) => importOf(path, text, request)) };
};

/** `import('./claim.ts').Claim`, which a module's record does not list. */
const importsWithinTypes = (program: Program): { value: string; start: number }[] => {
  const found: { value: string; start: number }[] = [];
  new Visitor({
    TSImportType: ({ source }) => {
      found.push({ value: source.value, start: source.start });
    },
  }).visit(program);
  return found;
};

const importOf = (path: string, text: string, { value, start }: { value: string; start: number }): Import => {
  const isOurs = value.startsWith('.');
  const target = isOurs ? posix.join(posix.dirname(path), value) : packageOf(value);
  return { target, isOurs, line: lineAt(text, start) };
};

/** "@aws-sdk/client-s3" of "@aws-sdk/client-s3/dist"; the modules of Node keep their whole name. */
const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** The line, counted from 1, in which an offset of a text lies. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
