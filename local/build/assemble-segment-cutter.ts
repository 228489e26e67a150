import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../functions/edi/text/${name}`, import.meta.url));

const source = 'segment-cutter.wat';
const target = fileOf('segment-cutter-wasm.ts');

/** The module that carries the assembled segment cutter, so that bundles need no file beside them. */
export const assembledCutter = async (): Promise<string> => {
  const wabt = await loadWabt();
  const assembled = wabt.parseWat(source, await readFile(fileOf(source), 'utf8'), { simd: true });
  const bytes = Buffer.from(assembled.toBinary({}).buffer);
  const lines = bytes.toString('base64').match(/.{1,96}/g) ?? [];
  return [
    `/** ${source}, assembled by \`npm run build:wasm\`. */`,
    'export const segmentCutter = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
};

if (import.meta.main) {
  await writeFile(target, await assembledCutter());
  console.log(`Wrote ${target}`);
}
