import type { Guide, LoopGuide, Member, SegmentGuide, Usage } from '../guide/declare.ts';
import type { Scanner } from '../text/scanner.ts';
import type { Fit } from './compile-fit.ts';
import type { CompiledSegment } from './compile-segment.ts';
import type { SegmentCheck } from './segment-check.ts';

/** Makes a value part of a loop's object. */
export type Store = (target: object, value: unknown) => void;

/** What a loop holds at one place: a segment, or a loop with the segment that opens it. */
export type CompiledMember = {
  readonly name: string;
  readonly index: number; // its place among the loop's members
  readonly order: number; // the same for neighbours that the guide lets come in any order
  readonly usage: Usage;
  readonly max: number;
  readonly membership: Member['membership'];
  readonly isBearing: boolean; // what it is part of cannot be read without it, where it is there
  readonly guide: SegmentGuide; // of a loop: its first segment
  readonly loop?: CompiledLoop; // where the member is a loop
  readonly qualifiers: ReadonlySet<number> | undefined; // codes that tell this role, see Scanner.qualifier
  readonly successors: Successors;
  // Made when the member first comes: most never do, and there are hundreds in a guide.
  segment: CompiledSegment | undefined;
  store: Store | undefined;
  check: SegmentCheck | undefined;
  fits: Fit | undefined;
  /** No other member of the loop is such a segment, so that a wrong qualifier is its fault and not another role. */
  readonly isAlone: boolean;
};

/**
 * A role that a segment may play where the reader stands: a member of this loop or of one around it. `within`: it opens
 * that member, a loop whose own first segment is left out, as this member of it.
 */
export type Candidate = {
  readonly up: number;
  readonly member: CompiledMember;
  readonly within?: CompiledMember;
};

/** The member that tells by its qualifier whether the role is the segment's. */
export const playerOf = ({ member, within }: Candidate): CompiledMember => within ?? member;

/** The loops within a loop that open it where its own first segment is left out, as real files have it (usage E). */
export const openersWithin = ({ loop }: CompiledMember): readonly CompiledMember[] =>
  loop?.guide.level === undefined && loop?.members[0]?.usage === 'E'
    ? loop.members.filter((within) => within.loop !== undefined)
    : [];

/** A segment whose presence shows in no object, since no field takes anything of it: LS and LE. */
export const isUnseen = ({ membership, guide }: CompiledMember): boolean =>
  membership === 'inline' && Object.keys(guide.fields ?? {}).length === 0;

/** Roles by segment id, the innermost first. */
export type Roles = ReadonlyMap<number, readonly Candidate[]>;

/**
 * What came after a member before. Where a reader stands follows from the member it took last, so the first role of a
 * segment with the same id and qualifier is the same again.
 */
export class Successors {
  private readonly ids = new Int32Array(successorSlots);
  private readonly qualifiers = new Int32Array(successorSlots);
  private readonly candidates: (Candidate | undefined)[] = new Array(successorSlots).fill(undefined);

  get(id: number, qualifier: number): Candidate | undefined {
    const slot = slotOf(id, qualifier);
    return this.ids[slot] === id && this.qualifiers[slot] === qualifier ? this.candidates[slot] : undefined;
  }

  keep(id: number, qualifier: number, candidate: Candidate): void {
    const slot = slotOf(id, qualifier);
    this.ids[slot] = id;
    this.qualifiers[slot] = qualifier;
    this.candidates[slot] = candidate;
  }
}

const successorSlots = 16;

const slotOf = (id: number, qualifier: number): number => Math.imul(id ^ qualifier, 0x9e3779b1) >>> 28;

/** Makes the object of a loop: of its first segment, where the fields of that are its own, or empty. */
export type Shape = { readonly open: (scanner: Scanner) => object; readonly create: () => object };

/** One occurrence of a loop in a guide. */
export type CompiledLoop = {
  readonly number: number; // among all occurrences in the guide
  readonly guide: LoopGuide;
  readonly members: readonly CompiledMember[];
  readonly expected: readonly CompiledMember[]; // usage R and E
  shape: Shape | undefined; // made when the loop first comes
  readonly roles: Roles;
  readonly isUnit: boolean;
  readonly leadsToUnit: boolean;
  readonly isWhole: boolean; // can be read at one go: no levels, units or loops with rules within
  readonly followers: Successors; // what came after it, when it was read at one go
  occurrences: number; // so far, of those that could have been read at one go
};

/** A guide as tables of roles; `loops` counts the occurrences of loops in it. */
export type CompiledGuide = { readonly guide: Guide; readonly root: CompiledLoop; readonly loops: number };
