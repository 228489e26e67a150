import { cutIsa } from '../text/delimiters.ts';

/** A transaction set, or a TA1, as it stands in a file. */
export type RawSet = {
  /** Its place among all of the interchange, from 0. */
  readonly place: number;
  readonly segments: readonly (readonly string[])[];
};

type Segment = {
  readonly text: string;
  readonly elements: readonly string[];
  readonly set: number | undefined;
};

type Cut = { readonly isa: string; readonly segments: readonly Segment[]; readonly element: string };

/** An interchange cut into its segments, each with the set that it is of; undefined of what is no interchange. */
const cutSets = (interchange: string): Cut | undefined => {
  const isa = cutIsa(interchange);
  if (!isa.success) return undefined;
  const { element, segment: terminator } = isa.data.delimiters;
  const texts = interchange.slice(isa.data.length).split(terminator);
  let sets = 0;
  let current: number | undefined;
  const segments = texts.slice(0, -1).map((text): Segment => {
    const elements = text.trim().split(element);
    if (elements[0] === 'ST' || elements[0] === 'TA1') current = sets++;
    const set = current;
    if (elements[0] === 'SE' || elements[0] === 'TA1') current = undefined;
    return { text: `${text}${terminator}`, elements, set };
  });
  return { isa: interchange.slice(0, isa.data.length), segments, element };
};

/** The sets of an interchange as they stand in it, beside its acknowledgements (TA1). */
export const rawSetsIn = (interchange: string): readonly RawSet[] => {
  const segments = cutSets(interchange)?.segments ?? [];
  const bySet = Map.groupBy(segments, ({ set }) => set);
  return [...bySet].flatMap(([place, some]) =>
    place === undefined ? [] : [{ place, segments: some.map(({ elements }) => elements) }],
  );
};

/**
 * An interchange with some of its sets alone, each byte for byte; groups of which nothing is left go, and the counts of
 * GE01 and IEA01 are those of what is left. Undefined where nothing is.
 */
export const pickSets = (interchange: string, places: ReadonlySet<number>): string | undefined => {
  const cut = cutSets(interchange);
  if (!cut) return undefined;
  const groups = groupsOf(
    cut.segments.filter(({ set, elements }) =>
      set === undefined ? isOfEnvelope(elements) : places.has(set),
    ),
  );
  const kept = groups.filter(({ sets }) => sets > 0);
  if (kept.length === 0) return undefined;
  const isGroup = ({ segments }: Group): boolean => segments[0]?.elements[0] === 'GS';
  const counts: Readonly<Record<string, (group: Group) => number>> = {
    GE: ({ sets }) => sets,
    IEA: () => kept.filter(isGroup).length,
  };
  const written = [...kept, ...groups.filter(({ segments }) => segments[0]?.elements[0] === 'IEA')].flatMap(
    (group) =>
      group.segments.map((segment) =>
        withCount(segment, counts[segment.elements[0] ?? '']?.(group), cut.element),
      ),
  );
  return cut.isa + written.join('');
};

/** What stands between sets and is none of their envelopes is nobody’s. */
const isOfEnvelope = ([id = '']: readonly string[]): boolean => ['GS', 'GE', 'IEA'].includes(id);

type Group = { readonly segments: readonly Segment[]; readonly sets: number };

/** From GS to GE; what stands outside of groups, TA1 and IEA, each for itself. */
const groupsOf = (segments: readonly Segment[]): readonly Group[] => {
  const groups: Segment[][] = [];
  let isInside = false;
  for (const segment of segments) {
    const [id] = segment.elements;
    if (isInside) groups.at(-1)?.push(segment);
    else groups.push([segment]);
    if (id === 'GS') isInside = true;
    if (id === 'GE') isInside = false;
  }
  return groups.map((some) => ({
    segments: some,
    sets: new Set(some.flatMap(({ set }) => (set === undefined ? [] : [set]))).size,
  }));
};

const withCount = ({ text, elements }: Segment, count: number | undefined, element: string): string => {
  const [id = '', was = ''] = elements;
  return count === undefined ? text : text.replace(`${id}${element}${was}`, `${id}${element}${count}`);
};
