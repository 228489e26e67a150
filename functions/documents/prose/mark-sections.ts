import type { Draft } from '../draft.ts';
import type { ProseHeading } from '../reading.ts';

/** Each part of the text from its heading to the next one, or to one of the ends; two headings in one place are one. */
export const markSections = (
  draft: Draft,
  headings: readonly ProseHeading[],
  ends: readonly number[] = [],
): void => {
  const text = draft.text();
  const ordered = headings.toSorted((one, other) => one.start - other.start);
  const apart = ordered.filter(({ start }, at) => start !== ordered[at - 1]?.start);
  for (const [at, { start, words }] of apart.entries()) {
    const next = apart[at + 1]?.start ?? text.length;
    const end = Math.min(next, ...ends.filter((one) => one > start));
    const name = words.replace(/[\s:*#=_-]+$/, '').replace(/^[\s*#=_>-]+/, '');
    draft.mark({ name, start, end: start + text.slice(start, end).trimEnd().length });
  }
};
