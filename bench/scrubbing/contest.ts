import { diagnosisEditionOn } from '../../codesets/diagnosis-edition.ts';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import type { SourceFile } from '../../codesets/install/source-files.ts';
import type { EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { downloadOf, type InventedArticle, inventArticles } from './invented-coverage.ts';
import { measure, megabytes } from './measure.ts';
import { compared, readTables, scrubNaively } from './naive-edits.ts';
import { dateOfService, procedures } from './ten-lines.ts';

/** The invented articles of a bench; all about what the visits bill, so that each line is judged. */
export const articlesOf = (many: number): readonly InventedArticle[] => {
  const set = diagnosisEditionOn(dateOfService)?.set;
  const billable = (set?.codes ?? []).filter((code) => set?.find(code)?.billable);
  return inventArticles(many, procedures, billable);
};

export const installArticles = (articles: readonly InventedArticle[], folder: string): void => {
  installCodeSet('coverage', downloadOf(articles), folder);
};

const scrub = (visit: EncounterToScrub) => findBrokenEdits(visit, dateOfService);

const visitAt = (visits: readonly EncounterToScrub[], at: number): EncounterToScrub => {
  const visit = visits[at % visits.length];
  if (!visit) throw new Error('There are no visits');
  return visit;
};

/** Ours in a process that has loaded nothing yet: the first visit, then warm ones. */
export const measureOurs = async (visits: readonly EncounterToScrub[], runs: number) => {
  const before = process.memoryUsage().rss;
  const load = await measure(1, () => scrub(visitAt(visits, 0)));
  const memoryMb = megabytes(process.memoryUsage().rss - before);
  const loadMs = Math.round(load.wall.p50);
  const loadCpuMs = Math.round(load.cpu.p50);
  await measure(Math.min(runs, 500), (at) => scrub(visitAt(visits, at)));
  const times = await measure(runs, (at) => scrub(visitAt(visits, at)));
  return { loadMs, loadCpuMs, memoryMb, residentMb: megabytes(process.memoryUsage().rss), ...times };
};

/** The same visits by scans of the tables, and whether both find the same. */
export const measureNaive = async (
  files: readonly SourceFile[],
  articles: readonly InventedArticle[],
  visits: readonly EncounterToScrub[],
) => {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const tables = readTables(files, articles);
  const loadMs = Math.round(performance.now() - started);
  const memoryMb = megabytes(process.memoryUsage().rss - before);
  const found: (readonly string[])[] = [];
  const times = await measure(visits.length, (at) => {
    found.push(scrubNaively(tables, visitAt(visits, at)));
  });
  const pairs = tables.pairs.length;
  return { loadMs, memoryMb, pairs, ...times, differing: differencesOf(visits, found) };
};

/** What our edits tell of the tables that the scans read, in the scans' words. */
export const told = (visit: EncounterToScrub): readonly string[] =>
  scrub(visit)
    .filter(({ code }) => compared.some((one) => one === code))
    .map(({ code, path }) => `${code} ${/\[(\d+)\]/.exec(path)?.[1]}`);

/** Each finding that one of the two has and the other lacks. */
export const differencesOf = (
  visits: readonly EncounterToScrub[],
  found: readonly (readonly string[])[],
): readonly string[] =>
  visits.flatMap((visit, at) => {
    const [ours, scanned] = [told(visit), found[at] ?? []];
    const lacking = [
      ...ours.filter((one) => !scanned.includes(one)).map((one) => `${one} by ours alone`),
      ...scanned.filter((one) => !ours.includes(one)).map((one) => `${one} by the scan alone`),
    ];
    return [...new Set(lacking)].map((one) => `visit ${at}: ${one}`);
  });
