import type { CompiledLoop } from '../compiled/compiled-guide.ts';

/** How an open loop stood so far, as `SourceForm` has it. */
export type Form = { sequence: number[]; texts: Map<number, string> };

/** An open loop. */
export type Frame = {
  loop: CompiledLoop;
  value: object;
  counts: Uint32Array; // by member
  last: number; // the order of the latest member
  latest: number; // the index of the latest member
  form: Form | undefined; // kept where it is not what we would write
  broken: boolean;
  handedOver: boolean; // a unit from within, so that the whole is no longer one object
  isExtra: boolean; // one more than our object has room for
  isUnopened: boolean; // without the first segment of the loop, which was told
  start: number; // of the loop in the scanner's text
  position: number; // of its first segment in the set
  levelText: string; // the HL that opened it
  levelCode: string | undefined; // its HL04
  isOtherLevel: boolean; // its HL03 is not what the guide has
  hierarchyId: number; // HL01 of this loop or the nearest around it
};

export const emptyFrame = (loop: CompiledLoop): Frame => ({
  loop,
  value: {},
  counts: new Uint32Array(0),
  last: 0,
  latest: 0,
  form: undefined,
  broken: false,
  handedOver: false,
  isExtra: false,
  isUnopened: false,
  start: 0,
  position: 0,
  levelText: '',
  levelCode: undefined,
  isOtherLevel: false,
  hierarchyId: 0,
});

/** Until here the members came in the guide's order, so that their counts tell their sequence. */
export const formUntilHere = ({ counts }: Frame): Form => ({
  sequence: Array.from(counts).flatMap((count, index) => new Array<number>(count).fill(index)),
  texts: new Map(),
});

/** Room for counting the members of each loop of a guide, by the loop's number. */
export const countsOf = (loop: CompiledLoop, counts: Uint32Array[]): Uint32Array[] => {
  counts[loop.number] = new Uint32Array(loop.members.length);
  for (const { loop: inner } of loop.members) if (inner !== undefined) countsOf(inner, counts);
  return counts;
};
