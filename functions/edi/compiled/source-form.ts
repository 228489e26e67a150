/**
 * How a loop stood in the file it was read from, where that differs from what we would write: segments in another
 * order, amounts written 100.00, segments that no guide knows. It lets an unchanged loop be written as it was.
 */
export type SourceForm = {
  readonly sequence: readonly number[]; // member indices as they came; -1 is a segment without a role
  readonly texts: ReadonlyMap<number, string>; // by place in the sequence
};

/** Where `texts` has the HL that opened a loop, if it says something else of levels below than we would. */
export const levelPlace = -1;

const key = Symbol('source form');

type WithForm = { [key]?: SourceForm };

export const rememberForm = (loop: object, form: SourceForm): void => {
  (loop as WithForm)[key] = form; // loops are plain objects of our own making
};

export const formOf = (loop: object): SourceForm | undefined => (loop as WithForm)[key];

/** The segments of sets that could not be read, each with the number of readable sets before them. */
export type UnreadableSets = readonly (readonly [before: number, segments: readonly string[]])[];

const unreadableSets = Symbol('unreadable sets');

type WithUnreadable = { [unreadableSets]?: UnreadableSets };

export const rememberUnreadable = (group: object, sets: UnreadableSets): void => {
  (group as WithUnreadable)[unreadableSets] = sets; // groups are plain objects of our own making
};

export const unreadableOf = (group: object): UnreadableSets =>
  (group as WithUnreadable)[unreadableSets] ?? [];
