import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { deflateSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

/**
 * Bundles every `functions/<area>/<name>.lambda.ts` in one pass and returns the directory of each bundle by
 * "<area>/<name>". The same sources give the same bytes, so that an unchanged function keeps its asset hash.
 */
export const bundleFunctions = async (
  root: string,
  outdir = join(root, 'dist', 'functions'),
): Promise<ReadonlyMap<string, string>> => {
  const names = globSync('functions/*/*.lambda.ts', { cwd: root })
    .map((file) => file.slice('functions/'.length, -'.lambda.ts'.length))
    .sort();
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${name}.lambda.ts`, out: join(name, 'index') })),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // CommonJS: bundled SDK code calls require(), which an ES module bundle lacks.
    format: 'cjs',
    // The ES modules of a package are what esbuild can drop unused code from.
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    // Line and name are enough in a stack trace; the text would triple the upload.
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    // The style of the task page and the font of packets go in as text.
    define: {
      PAGE_STYLE: JSON.stringify(readPageStyle(root)),
      PACKET_FONT: JSON.stringify(readPacketFont(root)),
    },
    plugins: [withStarZod, withUsedShapes, withoutLocales, withoutOtherCredentials, tablesBeside(root)],
    logLevel: 'error',
  });
  writeTables(root, metafile);
  return new Map(names.map((name) => [name, dirname(join(outdir, name, 'index.js'))]));
};

/** zod carries its messages in fifty languages, a fifth of a small bundle; it asks for English by another file. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
      /\/zod\/v4\//.test(importer) ? { path: 'locales', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export {};' }));
  },
};

/** A module that stands in for another in every bundle. */
const replaced = (name: string, filter: RegExp, contents: string): Plugin => ({
  name,
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter }, ({ path }) => ({ path, namespace: name }));
    onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader: 'js' }));
  },
});

/** A function finds its credentials in its environment: where else the SDK would look is a tenth of a small bundle. */
const withoutOtherCredentials = replaced(
  'without-other-credentials',
  /^(@aws-sdk\/(credential-provider-(ini|sso|process|web-identity|login|http)|nested-clients)|@smithy\/credential-provider-imds)(\/|$)/,
  "module.exports = new Proxy({}, { get: () => () => { throw new Error('The environment has no credentials'); } });",
);

/** A table of ours from this size on lies beside the bundle: JSON is read faster than JavaScript. */
const tableBytes = 4_000;

const tableName = (root: string, path: string): string => relative(root, path).replaceAll(/[\\/]/g, '-');

const isTable = (path: string): boolean => /\.json$/.test(path) && !path.includes('node_modules');

const tablesBeside = (root: string): Plugin => ({
  name: 'tables-beside',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      if (!isTable(path) || readFileSync(path).length < tableBytes) return undefined;
      const file = JSON.stringify(tableName(root, path));
      const read = `require('node:fs').readFileSync(require('node:path').join(__dirname, ${file}), 'utf8')`;
      return { contents: `export default /* @__PURE__ */ (() => JSON.parse(${read}))();`, loader: 'js' };
    });
  },
});

/** Puts each table that a bundle reads beside it. */
const writeTables = (root: string, { outputs }: Metafile): void => {
  for (const [output, { inputs }] of Object.entries(outputs)) {
    const tables = Object.entries(inputs).filter(
      ([path, { bytesInOutput }]) => isTable(path) && bytesInOutput > 0,
    );
    for (const path of tables.map(([table]) => join(root, table))) {
      const text = readFileSync(path, 'utf8');
      if (text.length < tableBytes) continue;
      const folder = join(root, dirname(output));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, tableName(root, path)), JSON.stringify(JSON.parse(text)));
    }
  }
};

/** Of `import * as z` esbuild can drop what is not used; of `import { z }` it keeps all. */
const withStarZod: Plugin = {
  name: 'with-star-zod',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/](functions|codesets)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("import { z } from 'zod';", "import * as z from 'zod';"),
      loader: 'ts',
    }));
  },
};

/**
 * The SDK describes each service's messages as literals whose names are constants. With the names written out esbuild sees
 * that one has no effect, and drops the messages that nobody sends.
 */
const withUsedShapes: Plugin = {
  name: 'with-used-shapes',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk[\\/].*dist-es[\\/].*schemas_\d+\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const names = new Map(
        [...text.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
      const contents = text.replaceAll(/\[(\w+)\]:/g, (key, name: string) =>
        names.has(name) ? `[${names.get(name)}]:` : key,
      );
      return { contents, loader: 'js' };
    });
  },
};

/** Deflated, since every function that makes packets carries it. */
const readPacketFont = (root: string): string =>
  deflateSync(readFileSync(join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')), {
    level: 9,
  }).toString('base64');

const readPageStyle = (root: string): string =>
  ['node_modules/@picocss/pico/css/pico.min.css', 'web/task-page.css']
    .map((sheet) => readFileSync(join(root, sheet), 'utf8'))
    .join('\n');
