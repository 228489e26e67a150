import { type CheckOptions, SetCheck } from './engine/set-check.ts';
import type { BrokenUnit } from './engine/units.ts';
import type { Interchange } from './envelope/interchange.ts';
import type { OpenSet, WatcherFactory } from './envelope/interchange-handler.ts';
import { InterchangeReader } from './envelope/interchange-reader.ts';
import type { InterchangeReport } from './envelope/interchange-report.ts';
import type { Guide } from './guide/declare.ts';

/** A claim or answer that could not be read, with its set. */
export type BrokenPart = { readonly set: OpenSet; readonly unit: BrokenUnit };

/** One interchange of a file; `interchange` is undefined when not even its ISA can be read. */
export type ParsedInterchange = {
  readonly interchange: Interchange | undefined;
  readonly report: InterchangeReport;
  readonly broken: readonly BrokenPart[];
};

/** Validates whatever is read: levels 2 to 5 (level 1 is part of reading). */
export const checking =
  (options: CheckOptions = {}): WatcherFactory =>
  (guide) =>
    new SetCheck(guide, options);

/** Reads all interchanges of a text. Never throws for what the text says. */
export const parseInterchanges = (
  text: string,
  guides: readonly Guide[],
  watch?: WatcherFactory,
): ParsedInterchange[] => {
  const parsed: ParsedInterchange[] = [];
  let broken: BrokenPart[] = [];
  const reader = new InterchangeReader(
    guides,
    {
      set: (set, _, units) => broken.push(...units.map((unit) => ({ set, unit }))),
      end: (interchange, report) => {
        parsed.push({ interchange, report, broken });
        broken = [];
      },
    },
    watch,
  );
  reader.write(text);
  reader.end();
  return parsed;
};
