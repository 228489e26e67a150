import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import type { CalendarDate } from '../functions/domain/calendar.ts';

/** Notes after which caches and compiled code are warm. */
const warmUp = 400;
/** Notes over which the process must not grow. */
const measured = 10_000;

const quantile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

const heapUsed = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** How long the first note takes with everything to load, a warm note, and how the heap grows over many. */
export const measureSpeed = (readNotes: () => readonly string[], dateOfService: CalendarDate) => {
  const notes = readNotes();
  const note = (at: number): string => notes[at % notes.length] ?? '';
  const started = performance.now();
  suggestCodes(note(0), { dateOfService });
  const firstNoteMs = Math.round(performance.now() - started);
  for (let at = 0; at < warmUp; at += 1) suggestCodes(note(at), { dateOfService });
  const before = heapUsed();
  const times = new Float64Array(measured);
  for (let at = 0; at < measured; at += 1) {
    const from = performance.now();
    suggestCodes(note(at), { dateOfService });
    times[at] = performance.now() - from;
  }
  const sorted = [...times.sort()];
  const words = notes.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / notes.length;
  return {
    wordsPerNote: Math.round(words),
    firstNoteMs,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    notes: measured,
    heapGrowthMb: megabytes(heapUsed() - before),
    residentMb: megabytes(process.memoryUsage().rss),
  };
};
