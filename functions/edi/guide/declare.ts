import type { Cents } from '../money.ts';
import type { ServicePeriod } from '../service-period.ts';
import type { SetRules } from './rules.ts';

/**
 * R: the guide requires it, and without it the whole makes no sense. E: the guide requires it, yet real files come
 * without it, so its absence is a finding and our types let it be absent. S: situational. What is not declared is
 * not used.
 */
export type Usage = 'R' | 'E' | 'S';

/** Where an element stands in its segment: CLM02 is 2, the third component of CLM05 is [5, 3]. */
export type Place = number | readonly [element: number, component: number];

/** Code sets that others publish; level 5 asks a look-up for them. */
export type CodeSource =
  | 'icd-10-cm'
  | 'procedure'
  | 'modifier'
  | 'place-of-service'
  | 'taxonomy'
  | 'carc'
  | 'rarc'
  | 'claim-status-category'
  | 'claim-status'
  | 'state';

export type ElementKind =
  | 'text'
  | 'money'
  | 'quantity'
  | 'count'
  | 'date'
  | 'time'
  | 'day'
  | 'period'
  | 'composite'
  | 'repeat'
  | 'run'
  | 'group';

/** One element (or a run of them) of a segment as a guide narrows it; T is the type of its value. */
export type ElementGuide<T = unknown, U extends Usage = Usage> = {
  readonly kind: ElementKind;
  readonly usage: U;
  readonly at: Place;
  readonly codes?: readonly string[];
  readonly source?: CodeSource;
  readonly fields?: Fields; // composite, group
  readonly item?: ElementGuide; // repeat, run
  readonly max?: number; // repeat, run, group: how many; text: a length that the guide narrows
  readonly width?: number; // group: elements in one round
  readonly constants?: Constants; // composite: components that always say the same
  readonly value?: T; // a type alone, never set
};

export type Fields = { readonly [name: string]: ElementGuide };

/**
 * Elements of a role that always say the same, by place: "1" for REF01, "5.2" for CLM05-2. The first element, or its
 * first component, tells which role a segment plays; where it may say one of several codes, it is a field instead.
 */
export type Constants = { readonly [place: string]: string };

export type ValueOf<E> = E extends { readonly value?: infer T } ? Exclude<T, undefined> : never;

type Flat<T> = { -readonly [K in keyof T]: T[K] } & {};

type Named<Members extends { readonly [name: string]: { readonly usage: Usage } }> = Flat<
  { [K in keyof Members as Members[K]['usage'] extends 'R' ? K : never]: ValueOf<Members[K]> } & {
    [K in keyof Members as Members[K]['usage'] extends 'R' ? never : K]?: ValueOf<Members[K]> | undefined;
  }
>;

/** A segment in one of its roles: which fields it has for us, and what in it tells the role. */
export type SegmentGuide<T = unknown> = {
  readonly id: string;
  readonly constants: Constants;
  readonly fields?: Fields;
  readonly scalar?: ElementGuide; // the segment says one thing: its value stands for the segment
  readonly value?: T; // a type alone
};

/** Declares a segment whose elements become the fields of an object. */
export const segment = <const F extends Fields>(
  id: string,
  fields: F,
  constants: Constants = {},
): SegmentGuide<Named<F>> => ({ id, fields, constants });

/** Declares a segment that says one thing, such as a REF with its qualifier: its value is that thing. */
export const scalar = <E extends ElementGuide>(
  id: string,
  element: E,
  constants: Constants = {},
): SegmentGuide<ValueOf<E>> => ({ id, scalar: element, constants });

type Membership = 'one' | 'many' | 'inline';

/** What a loop holds at one place: a segment, a loop, or many of them. */
export type Member<T = unknown, U extends Usage = Usage, M extends Membership = Membership> = {
  readonly membership: M;
  readonly usage: U;
  readonly max: number;
  readonly of: SegmentGuide | LoopGuide;
  readonly isBearing?: true;
  readonly value?: T; // a type alone
};

export type Members = { readonly [name: string]: Member };

type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Perhaps<T> = { [K in keyof T]?: T[K] | undefined };

type Inlined<M> = M extends Member<infer T, infer U, 'inline'> ? (U extends 'R' ? T : Perhaps<T>) : never;

type Own<M extends Members> = { [K in keyof M as M[K]['membership'] extends 'inline' ? never : K]: M[K] };

type LoopValue<M extends Members> = Flat<Named<Own<M>> & Joined<Inlined<M[keyof M]>>>;

/**
 * A loop of a guide. Its members stand in the guide's order; the first one opens it. Where real files leave out a first
 * one (usage E), a loop within opens it.
 */
export type LoopGuide<T = unknown> = {
  readonly id: string; // the guide's name for it: "2010AA"
  readonly members: Members;
  readonly level?: string; // HL03 where an HL opens the loop
  readonly isLeaf?: boolean; // the guide gives that HL no HL04
  readonly value?: T; // a type alone
};

/** Whether what a member holds is a loop. */
export const isLoop = (of: SegmentGuide | LoopGuide): of is LoopGuide => 'members' in of;

export const loop = <const M extends Members>(id: string, members: M): LoopGuide<LoopValue<M>> => ({
  id,
  members,
});

/** A loop of the hierarchy: an HL opens it, whose numbers the writer counts and the reader checks. */
export const level = <const M extends Members>(
  id: string,
  code: string,
  members: M,
  options: { readonly isLeaf?: boolean } = {},
): LoopGuide<LoopValue<M>> => ({ id, members, level: code, ...options });

/** Any number: the guides say ">1". */
export const unbounded = Number.POSITIVE_INFINITY;

/** What R, E and S offer. */
export type Declaring<U extends Usage> = ReturnType<typeof declaring<U>>;

const elementsOf = <U extends Usage>(usage: U) => ({
  /** AN, and ID whose codes others publish or nobody lists. */
  text: (at: Place, max?: number): ElementGuide<string, U> => ({
    kind: 'text',
    usage,
    at,
    ...(max && { max }),
  }),
  /** ID with the codes that the guide allows. */
  code: (at: Place, codes: string): ElementGuide<string, U> => ({
    kind: 'text',
    usage,
    at,
    codes: codes.split(' '),
  }),
  /** ID of a code set that others publish. */
  external: (at: Place, source: CodeSource): ElementGuide<string, U> => ({ kind: 'text', usage, at, source }),
  /** R with dollars: whole cents. */
  money: (at: Place): ElementGuide<Cents, U> => ({ kind: 'money', usage, at }),
  /** R: a decimal number. */
  quantity: (at: Place): ElementGuide<number, U> => ({ kind: 'quantity', usage, at }),
  /** N0: a whole number. */
  count: (at: Place): ElementGuide<number, U> => ({ kind: 'count', usage, at }),
  /** DT: CCYYMMDD, for us CCYY-MM-DD. */
  date: (at: Place): ElementGuide<string, U> => ({ kind: 'date', usage, at }),
  /** TM: HHMM, or more precise. */
  time: (at: Place): ElementGuide<string, U> => ({ kind: 'time', usage, at }),
  /** A format "D8" at the place and its day in the next element. */
  day: (at: number): ElementGuide<string, U> => ({ kind: 'day', usage, at }),
  /** A format "D8" or "RD8" at the place, and in the next element one day or two. */
  period: (at: number): ElementGuide<ServicePeriod, U> => ({ kind: 'period', usage, at }),
  /** A composite element whose components become the fields of an object; places count its components. */
  composite: <const F extends Fields>(
    at: number,
    fields: F,
    constants: Constants = {},
  ): ElementGuide<Named<F>, U> => ({ kind: 'composite', usage, at, fields, constants }),
  /** An element that may repeat within itself, up to `max` times. */
  repeat: <E extends ElementGuide>(max: number, item: E): ElementGuide<ValueOf<E>[], U> => ({
    kind: 'repeat',
    usage,
    at: item.at,
    item,
    max,
  }),
  /** Elements of one meaning side by side, up to `max` of them, such as CRC03 to CRC07. */
  run: <E extends ElementGuide>(max: number, item: E): ElementGuide<ValueOf<E>[], U> => ({
    kind: 'run',
    usage,
    at: item.at,
    item,
    max,
  }),
  /** Rounds of several elements, such as the six of CAS; `fields` count from 1 within a round. */
  group: <const F extends Fields>(
    [at, width, max]: readonly [at: number, width: number, max: number],
    fields: F,
  ): ElementGuide<Named<F>[], U> => ({ kind: 'group', usage, at, width, max, fields }),
});

const membersOf = <U extends Usage>(usage: U) => ({
  /** A segment or a loop that occurs once. */
  one: <T>(of: SegmentGuide<T> | LoopGuide<T>): Member<T, U, 'one'> => ({
    membership: 'one',
    usage,
    max: 1,
    of,
  }),
  /** A segment or a loop that may occur up to `max` times. */
  many: <T>(max: number, of: SegmentGuide<T> | LoopGuide<T>): Member<T[], U, 'many'> => ({
    membership: 'many',
    usage,
    max,
    of,
  }),
  /** A segment that occurs once, whose fields are fields of the loop itself. */
  inline: <T>(of: SegmentGuide<T>): Member<T, U, 'inline'> => ({ membership: 'inline', usage, max: 1, of }),
});

/** Elements of a segment, and segments and loops of a loop, that are used in one way. */
const declaring = <U extends Usage>(usage: U) => ({ ...elementsOf(usage), ...membersOf(usage) });

/** Required. */
export const R = declaring('R');
/** Required by the guide, absent in real files. */
export const E = declaring('E');
/** Situational. */
export const S = declaring('S');

/**
 * A member that need not be there, but carries the rest where it is: if it cannot be read, what it is part of cannot
 * either, as with all that is required. Any other member that cannot be read is left out, and a finding tells of it.
 * An adjustment is one, since without it the claim would seem to have been paid otherwise; a contact is none.
 */
export const bearing = <T, U extends Usage, M extends Membership>(
  member: Member<T, U, M>,
): Member<T, U, M> => ({ ...member, isBearing: true });

/** An implementation guide: one transaction set, its versions, its loops, and the loop that is handed over one by one. */
export type Guide<T = unknown, Unit = unknown> = {
  readonly name: string; // "837P"
  readonly transaction: string; // ST01
  readonly functionalId: string; // GS01
  readonly version: string; // GS08 and ST03: what we write
  readonly hasVersionInSt: boolean; // ST03 is used by all but the 835 and TA1
  readonly isOurs?: true; // we write it and others answer: all of its members are bearing
  readonly root: LoopGuide<T>;
  readonly unit: LoopGuide<Unit>; // a claim, an inquiry, an answer
  readonly rules?: () => SetRules;
};
