import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

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
  await build({
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
    // A bundle is one file: the style of the task page and the font of packets go in as text.
    define: {
      PAGE_STYLE: JSON.stringify(readPageStyle(root)),
      PACKET_FONT: JSON.stringify(readPacketFont(root)),
    },
    plugins: [withoutLocales],
    logLevel: 'error',
  });
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

/** Deflated, since every function that makes packets carries it. */
const readPacketFont = (root: string): string =>
  deflateSync(readFileSync(join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')), {
    level: 9,
  }).toString('base64');

const readPageStyle = (root: string): string =>
  ['node_modules/@picocss/pico/css/pico.min.css', 'web/task-page.css']
    .map((sheet) => readFileSync(join(root, sheet), 'utf8'))
    .join('\n');
