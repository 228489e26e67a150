import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeSetsFolder, listArtefacts } from '../../codesets/artefact.ts';
import { findSourceFiles } from '../../codesets/install/source-files.ts';
import { publishersFiles, useOfficialCodeSets } from '../official-code-sets.ts';
import { articlesOf, installArticles, measureNaive, measureOurs } from './contest.ts';
import { inventVisits } from './ten-lines.ts';

/** The Medicare Coverage Database has about as many, with about as many rows of covered codes. */
const articles = 2_000;
const ourVisits = 500;
const ourRuns = 5_000;
/** A visit takes a scan a second and more. */
const naiveVisits = 5;

type Ours = Awaited<ReturnType<typeof measureOurs>>;
type Naive = Awaited<ReturnType<typeof measureNaive>>;

/** Each of the two in a process of its own, so that neither pays or gains for the other. */
const sides: Readonly<Record<string, () => Promise<unknown>>> = {
  ours: () => measureOurs(inventVisits(ourVisits), ourRuns),
  naive: () =>
    measureNaive(findSourceFiles(publishersFiles), articlesOf(articles), inventVisits(naiveVisits)),
};

const inOwnProcess = (side: string): unknown => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, side], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const line = (name: string, { wall, cpu }: Pick<Ours, 'wall' | 'cpu'>): string =>
  `${name}: p50 ${wall.p50} ms, p99 ${wall.p99} ms (of the processor ${cpu.p50} and ${cpu.p99} ms)`;

const report = (ours: Ours, naive: Naive, sets: readonly string[]): string =>
  [
    `Ten lines of a visit against ${sets.join(', ')}`,
    `${line('ours, warm', ours)}; the first visit of a process ${ours.loadMs} ms with all tables to load (${ours.loadCpuMs} ms of the processor), ${ours.memoryMb} MB (${ours.residentMb} MB resident)`,
    `${line('seven of the edits by table scans', naive)}; ${naive.loadMs} ms to read the tables, ${naive.memoryMb} MB`,
    `a scan takes ${Math.round(naive.wall.p50 / ours.wall.p50)} times as long; findings that one has and the other lacks: ${naive.differing.join('; ') || 'none'}`,
  ].join('\n');

const contest = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-scrubbing-'));
  try {
    for (const name of readdirSync(codeSetsFolder()))
      symlinkSync(join(codeSetsFolder(), name), join(folder, name));
    installArticles(articlesOf(articles), folder);
    process.env.CLAIMWRIGHT_CODESETS = folder;
    const sets = listArtefacts().map(({ edition }) => `${edition.set} ${edition.edition} (${edition.rows})`);
    // Each is what `measure` of that side has just printed.
    const ours = inOwnProcess('ours') as Ours;
    const naive = inOwnProcess('naive') as Naive;
    const asJson = process.argv.includes('--json');
    console.log(asJson ? JSON.stringify({ sets, ours, naive }) : report(ours, naive, sets));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const side = sides[process.argv[2] ?? ''];
if (side) console.log(JSON.stringify(await side()));
else if (useOfficialCodeSets()) contest();
else {
  console.error(
    'The publishers’ files are not here (../shared/codesets): there is nothing to measure against.',
  );
  process.exitCode = 2;
}
