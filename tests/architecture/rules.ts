import type { Import, SourceFile } from './source-files.ts';

/** What the files of one layer may import, in a sentence and as a test of one import. */
type Rule = {
  readonly sentence: string;
  readonly owns: (path: string) => boolean;
  readonly allows: (target: Import, importer: string) => boolean;
};

/** An import that breaks a rule. */
export type Violation = { readonly file: string; readonly import: Import; readonly rule: string };

const below = (...folders: readonly string[]) => {
  const starts = folders.map((folder) => `${folder}/`);
  return (path: string): boolean => starts.some((start) => path.startsWith(start));
};

/** One of the packages; "@scope/" stands for all of a scope. */
const among =
  (...packages: readonly string[]) =>
  ({ target }: Import): boolean =>
    packages.some((name) => target === name || (name.endsWith('/') && target.startsWith(name)));

/** Only the reader of bank statements cuts tables. */
const cutsTables: Rule['allows'] = (target, importer) =>
  below('functions/deposits/csv')(importer) && among('csv-parse')(target);

/** Only what is sent to payers is spelled in plain letters. */
const spellsForWire: Rule['allows'] = (target, importer) =>
  below('functions/claims/837p')(importer) && among('any-ascii')(target);

/** Only the paper form and packets for payers are drawn. */
const drawsForms: Rule['allows'] = (target, importer) =>
  below('functions/claims/cms1500', 'functions/appeals/packet')(importer) && among('@cantoo/')(target);

/** Only what carries compiled code sets to functions knows them. */
const carriesCodeSets: Rule['allows'] = (target, importer) =>
  below('functions/adapters/code-sets')(importer) && ours('codesets')(target);

const isOfNode = ({ target }: Import): boolean => target.startsWith('node:');

/** Folders of functions/ that are layers; each other one is a business area. */
const layers = ['edi', 'domain', 'tables', 'documents', 'adapters', 'runtime', 'wiring'];

const areaOf = (path: string): string | undefined => {
  const [top, area] = path.split('/');
  return top === 'functions' && area !== undefined && !layers.includes(area) ? area : undefined;
};

const isEntryPoint = (path: string): boolean => path.endsWith('.lambda.ts');

/** Programs that people start: they wire, and nothing of ours is in them that others could use. */
const isProgram = below('local', 'cli', 'bench');

const ours =
  (...folders: readonly string[]) =>
  ({ target, isOurs }: Import): boolean =>
    isOurs && below(...folders)(target);

const anyOf =
  (...tests: readonly Rule['allows'][]): Rule['allows'] =>
  (target, importer) =>
    tests.some((test) => test(target, importer));

const ownArea: Rule['allows'] = ({ target, isOurs }, importer) =>
  isOurs && areaOf(target) === areaOf(importer) && !isEntryPoint(target);

const rules: readonly Rule[] = [
  {
    sentence: 'edi/ imports nothing of ours, and no package',
    owns: below('functions/edi'),
    allows: anyOf(ours('functions/edi'), isOfNode),
  },
  {
    sentence: 'domain/ imports itself, edi/ and zod, and of Node the digests',
    owns: below('functions/domain'),
    allows: anyOf(ours('functions/domain', 'functions/edi'), among('zod', 'node:crypto')),
  },
  {
    sentence:
      'tables/ reads rows and cells for whoever imports a table: itself, domain/, edi/ and what cuts rows',
    owns: below('functions/tables'),
    allows: (target, importer) =>
      ours('functions/tables', 'functions/domain', 'functions/edi')(target) ||
      (importer === 'functions/tables/rows.ts' && among('csv-parse')(target)),
  },
  {
    sentence:
      'documents/ reads files for whoever takes documents: itself, domain/, tables/, edi/ and what knows a format',
    owns: below('functions/documents'),
    allows: anyOf(
      ours('functions/documents', 'functions/domain', 'functions/tables', 'functions/edi'),
      isOfNode,
      among('htmlparser2', 'unpdf', 'yauzl'),
    ),
  },
  {
    sentence: 'codesets/ imports itself, domain/, edi/ and zod',
    owns: below('codesets'),
    allows: anyOf(ours('codesets', 'functions/domain', 'functions/edi'), isOfNode, among('zod')),
  },
  {
    sentence: 'runtime/ imports itself, domain/ and what every handler runs on',
    owns: below('functions/runtime'),
    allows: anyOf(
      ours('functions/runtime', 'functions/domain'),
      among('@middy/', '@aws-lambda-powertools/', 'aws-lambda', 'zod'),
    ),
  },
  {
    sentence: 'adapters/ know AWS and the domain’s types, no use case',
    owns: below('functions/adapters'),
    allows: anyOf(
      ours('functions/adapters', 'functions/domain', 'functions/runtime'),
      isOfNode,
      among('@aws-sdk/', 'electrodb', 'zod'),
      carriesCodeSets,
    ),
  },
  {
    sentence: 'an entry point wires areas and adapters, and talks to AWS through adapters only',
    owns: (path) => areaOf(path) !== undefined && isEntryPoint(path),
    allows: anyOf(
      ({ target, isOurs }) => isOurs && below('functions', 'codesets')(target) && !isEntryPoint(target),
      isOfNode,
      among('zod'),
    ),
  },
  {
    sentence: 'wiring/ is what several entry points wire alike, and is imported by them alone',
    owns: below('functions/wiring'),
    allows: ({ target, isOurs }) => isOurs && below('functions', 'codesets')(target) && !isEntryPoint(target),
  },
  {
    sentence:
      'a use case is pure or given its effects: it imports its own area, domain/, edi/, tables/, documents/, codesets/ and runtime/; areas meet in an entry point (*.lambda.ts)',
    owns: (path) => areaOf(path) !== undefined && !isEntryPoint(path),
    allows: anyOf(
      ownArea,
      ours(
        ...['functions/domain', 'functions/edi', 'functions/tables', 'functions/documents'],
        ...['functions/runtime', 'codesets'],
      ),
      isOfNode,
      among('zod'),
      cutsTables,
      spellsForWire,
      drawsForms,
    ),
  },
  {
    sentence: 'infra/ imports names of environment variables (*.env.ts) and nothing else of functions/',
    owns: below('infra'),
    allows: ({ target, isOurs }) =>
      !isOurs ||
      below('infra')(target) ||
      (below('functions/adapters')(target) && target.endsWith('.env.ts')),
  },
  {
    sentence: 'client/ is for programs of others: it imports itself and openapi-fetch',
    owns: below('client'),
    allows: anyOf(ours('client'), among('openapi-fetch')),
  },
  {
    sentence: 'local/, cli/ and bench/ are programs: nobody imports them but their own files and tests',
    owns: (path) => !below('tests')(path),
    allows: ({ target, isOurs }, importer) =>
      !isOurs || !isProgram(target) || target.split('/')[0] === importer.split('/')[0],
  },
  {
    sentence: 'nothing but tests imports tests',
    owns: (path) => !below('tests')(path),
    allows: ({ target, isOurs }) => !isOurs || !below('tests')(target),
  },
];

/** Every import that breaks a rule, one entry for each rule that it breaks. */
export const violationsOf = (files: readonly SourceFile[]): readonly Violation[] =>
  files.flatMap(({ path, imports }) =>
    rules
      .filter(({ owns }) => owns(path))
      .flatMap(({ allows, sentence }) =>
        imports
          .filter((target) => !allows(target, path))
          .map((target) => ({ file: path, import: target, rule: sentence })),
      ),
  );

export const describeViolation = ({ file, import: { target, line }, rule }: Violation): string =>
  `${file}:${line} imports ${target}: ${rule}`;
