import type { SegmentValues } from './write-segments.ts';

/** A level of the HL hierarchy to be written: what it says, and the levels below it. */
export type Level = {
  code: string; // HL03: 20 source, 21 receiver, 19 provider, 22 subscriber, 23 dependent, PT patient
  segments: SegmentValues[];
  levels: Level[];
  childMark?: 'none'; // the 276, 277 and 277CA leave HL04 out on their lowest level
};

/** Numbers the levels depth first (HL01, HL02) and writes them in that order. */
export const writeLevels = (levels: readonly Level[]): SegmentValues[] => {
  const segments: SegmentValues[] = [];
  let last = 0;
  const write = (level: Level, parent?: number): void => {
    last += 1;
    const number = last;
    const childMark = level.childMark === 'none' ? undefined : level.levels.length > 0 ? '1' : '0';
    segments.push(['HL', number, parent, level.code, childMark], ...level.segments);
    for (const inner of level.levels) write(inner, number);
  };
  for (const level of levels) write(level);
  return segments;
};

/** Groups what hangs under equal parties, in order of first appearance: one HL serves them all. */
export const groupBy = <T>(items: readonly T[], partyOf: (item: T) => unknown): T[][] => [
  ...Map.groupBy(items, (item) => JSON.stringify(partyOf(item))).values(),
];

/** A kind of level above the items: whom it names for an item, and what it says about all that share that party. */
export type PartyLevel<T> = {
  code: string; // HL03
  partyOf: (item: T) => unknown; // items without such a party end above this level
  segments: (items: readonly T[]) => SegmentValues[];
};

/** Builds the levels from the outermost party inwards, with the items' own levels below the last. */
export const nestLevels = <T>(
  items: readonly T[],
  parties: readonly PartyLevel<T>[],
  levelsOf: (items: readonly T[]) => Level[],
): Level[] => {
  const [party, ...inner] = parties;
  if (party === undefined) return levelsOf(items);
  const named = items.filter((item) => party.partyOf(item) !== undefined);
  return groupBy(named, party.partyOf).map((group) => ({
    code: party.code,
    segments: party.segments(group),
    levels: nestLevels(group, inner, levelsOf),
  }));
};
