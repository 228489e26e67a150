import type { SetWatcher } from '../engine/set-watcher.ts';
import type { BrokenUnit, ReadUnit } from '../engine/units.ts';
import type { Guide } from '../guide/declare.ts';
import type { Delimiters } from '../text/delimiters.ts';
import type { FunctionalGroup, GroupHeader, Interchange } from './interchange.ts';
import type { InterchangeHeader } from './interchange-header.ts';
import type { InterchangeReport } from './interchange-report.ts';

/** The set that is being read. */
export type OpenSet = {
  readonly guide: Guide;
  readonly controlNumber: string;
  readonly number: number; // in the interchange, from 1
  readonly group: GroupHeader;
};

/** Who is told what a reader comes to, in the order of the text. */
export type InterchangeHandler = {
  readonly interchange?: (header: InterchangeHeader, delimiters: Delimiters) => void;
  readonly group?: (group: FunctionalGroup) => void;
  /** With this, units are handed over one by one; without it they become part of their set. */
  readonly unit?: (unit: ReadUnit, set: OpenSet) => void;
  readonly brokenUnit?: (unit: BrokenUnit, set: OpenSet) => void;
  /** A set is over; `data` is undefined when its own loops could not be read. */
  readonly set?: (set: OpenSet, data: object | undefined, broken: readonly BrokenUnit[]) => void;
  readonly end?: (interchange: Interchange | undefined, report: InterchangeReport) => void;
};

/** Makes what validates a set while it is read. */
export type WatcherFactory = (guide: Guide, group: GroupHeader) => SetWatcher;

/** By which guides interchanges are read, for whom, and what watches over their sets. */
export type Reading = {
  readonly guides: readonly Guide[];
  readonly handler: InterchangeHandler;
  readonly watch: WatcherFactory | undefined;
};
