import { findEarlierVisits, type Stretch } from './find-earlier-visits.ts';
import { cutAtHeadings } from './headings/cut-at-headings.ts';
import { findHeadings, type Heading } from './headings/find-headings.ts';
import { openAtProblems, resumeAfterOrders, resumeLists } from './headings/open-at-problems.ts';
import { closeAt, type Section } from './section.ts';
import { withoutFooters, withReviews } from './set-apart-lines.ts';

export type { SectionKind } from './headings/section-names.ts';

const sectionsIn = (note: string, headings: readonly Heading[], stretch: Stretch): readonly Section[] =>
  resumeAfterOrders(note, resumeLists(note, cutAtHeadings(note, headings, stretch)));

/** What is left of the sections beside stretches of the note; both stand in order. */
const cutOut = (sections: readonly Section[], stretches: readonly Stretch[]): readonly Section[] => {
  let next = 0;
  return sections.flatMap((section) => {
    const parts: Section[] = [];
    let { start } = section;
    while (next < stretches.length) {
      const stretch = stretches[next];
      if (!stretch || stretch.start >= section.end) break;
      parts.push(...closeAt({ ...section, start }, stretch.start));
      start = Math.max(start, stretch.end);
      if (stretch.end >= section.end) break;
      next += 1;
    }
    return [...parts, ...closeAt({ ...section, start }, section.end)];
  });
};

/** The headings of each stretch, and under -1 those of none. */
const headingsByStretch = (headings: readonly Heading[], stretches: readonly Stretch[]) => {
  let next = 0;
  return Map.groupBy(headings, ({ start }) => {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= start) next += 1;
    return start >= (stretches[next]?.start ?? Number.POSITIVE_INFINITY) ? next : -1;
  });
};

/**
 * Cuts a note at its headings. What stands before the first one is `other`; offsets are into the note. What was pasted
 * in from an earlier visit is cut for itself, so that its headings say nothing of today's.
 */
export const readSections = (note: string): readonly Section[] => {
  const found = findHeadings(note);
  const earlier = findEarlierVisits(note, found);
  const headings = headingsByStretch(found, earlier);
  const pasted = earlier.flatMap((stretch, at) =>
    sectionsIn(note, headings.get(at) ?? [], stretch).map(
      (section): Section => ({ ...section, aside: 'earlier visit' }),
    ),
  );
  const whole = { start: 0, end: note.length };
  const todays = cutOut(sectionsIn(note, headings.get(-1) ?? [], whole), earlier)
    .flatMap((section) => withoutFooters(note, section))
    .flatMap((section) => withReviews(note, section));
  return [...openAtProblems(note, todays), ...pasted].toSorted((one, other) => one.start - other.start);
};
