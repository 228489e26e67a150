import { entriesWithin, markedLines } from '../read-lists.ts';
import { closeAt, type Section } from '../section.ts';
import { linesIn, type NoteLine } from './find-headings.ts';

const numberOf = (line: NoteLine): number => Number(/^\s*\(?#?(\d{1,2})[.):]\s/.exec(line.text)?.[1] ?? 0);

const highest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 0);

/** Where a plan under one problem is followed by the next number of the assessment's list, the list goes on. */
export const resumeLists = (note: string, sections: readonly Section[]): readonly Section[] => {
  let listed = 0;
  return sections.flatMap((section) => {
    const lines = linesIn(note.slice(section.start, section.end), section.start);
    const numbers = lines.map(numberOf);
    if (section.kind === 'assessment') {
      listed = highest(section.place === undefined ? numbers : [listed, ...numbers]);
      return [section];
    }
    if (section.place === 'label') return [section];
    const at = listed > 0 && !numbers.includes(1) ? numbers.indexOf(listed + 1) : -1;
    const resumed = lines[at];
    if (!resumed || section.aside) return [section];
    listed = highest(numbers);
    return [
      ...closeAt(section, resumed.start),
      { kind: 'assessment', start: resumed.start, end: section.end } satisfies Section,
    ];
  });
};

const ordersLabel =
  /(^|\n)[^\S\n]*(medications? |meds |labs? )?orders?( placed( this (encounter|visit))?)?[^\S\n]*:?[^\S\n]*$/i;
const opensOrders =
  /^[^\S\n]*\n?[^\S\n]*(medications? |meds |labs? )?orders?( placed[^\n:]{0,24})?[^\S\n]*:/i;
const longestTitle = 12;

/** "Mixed hyperlipidemia": a line of a few words that ends without a stop and orders nothing. */
const isTitle = ({ text }: NoteLine): boolean =>
  /^\s*\p{Lu}/u.test(text) &&
  !/[.:;]\s*$|\b\d+(\.\d+)? ?(mg|mcg|ml|units?)\b/i.test(text) &&
  text.trim().split(/\s+/).length <= longestTitle;

/**
 * Records of a plan by problem have the orders below each problem: the next line that a sentence or further orders
 * follow names the next problem.
 */
export const resumeAfterOrders = (note: string, sections: readonly Section[]): readonly Section[] => {
  let isAssessed = false;
  return sections.flatMap((section): readonly Section[] => {
    if (section.kind === 'assessment') isAssessed = true;
    const isOrders = isAssessed && section.kind === 'plan' && ordersLabel.test(note.slice(0, section.start));
    if (!isOrders || section.aside) return [section];
    const lines = linesIn(note.slice(section.start, section.end), section.start).filter(({ text }) =>
      /\S/.test(text),
    );
    const isNext = (line: NoteLine, at: number): boolean => {
      const behind = lines[at + 1];
      return (
        at > 0 &&
        isTitle(line) &&
        (behind ? /\w+ .*[.!]\s*$/.test(behind.text) : opensOrders.test(note.slice(section.end)))
      );
    };
    const resumed = lines.find(isNext);
    if (!resumed) return [section];
    return [
      ...closeAt(section, resumed.start),
      { kind: 'assessment', start: resumed.start, end: section.end } satisfies Section,
    ];
  });
};

/** Problems that stand as "#Gout" or "Problem 1: gout" need no heading to be an assessment. */
const problemMark = /^[^\S\n]*(?:#[^\S\n]?(?=\p{L})|problem[^\S\n]*#?[^\S\n]?\d{1,2}[^\S\n]*[:.)–-])/iu;

/** What is said of problems that are dealt with, and not of a list of drugs or past illnesses. */
const dealtWith =
  /\b(cont(inue)?|start\w*|stop\w*|increas\w*|incr|decreas\w*|refill\w*|recheck|rtc|f\/u|follow[- ]?up|refer\w*|order\w*|stable|(un)?controlled|at goal|above goal|improv\w+|worse\w*|advis\w+|discuss\w*|counsel\w*|monitor|treated?|well controlled|new|active|prescri\w+|add|adjust|check|schedul\w+)\b/i;

/** Kinds of parts that own the list behind their heading, as long as no blank line parts it from them. */
const ownsList = (section: Section, before: string): boolean =>
  section.kind !== 'other' && (before.trim() === '' || !/\n[^\S\n]*\r?\n/.test(before));

const leastEntries = 2;

/** "1 Gout, stable. 2 Asthma, continue albuterol": a list in one line. */
const isListOfProblems = (text: string): boolean =>
  /^\s*\(?1\b/.test(text) && entriesWithin(text).length > 0 && dealtWith.test(text);

/** The last list of a section, from its first entry on, where most of its entries say what is done about a problem. */
const problemListIn = (note: string, section: Section): number | undefined => {
  if (section.aside || section.kind === 'review') return undefined;
  const lines = markedLines(note.slice(section.start, section.end), section.start);
  let entries: typeof lines = [];
  let last: typeof lines = [];
  for (const line of lines) {
    if (line.mark && line.mark.kind === (entries[0]?.mark?.kind ?? line.mark.kind)) entries.push(line);
    else if (line.text.trim() === '') entries = [];
    if (entries.length >= leastEntries) last = entries;
  }
  const inline = lines.findLast(({ text }) => isListOfProblems(text));
  if (inline && last.length === 0 && inline.start > section.start) return inline.start;
  const [first] = last;
  const told = last.filter(({ text }) => dealtWith.test(text)).length;
  if (!first || told * 2 < last.length || ownsList(section, note.slice(section.start, first.start)))
    return undefined;
  return first.start;
};

const openAt = (sections: readonly Section[], place: number): readonly Section[] =>
  sections.flatMap((section) => {
    if (section.aside || place < section.start || place >= section.end) return [section];
    return [
      ...closeAt(section, place),
      { kind: 'assessment', start: place, end: section.end } satisfies Section,
    ];
  });

const isOfToday = ({ aside }: Section): boolean => aside === undefined;

/**
 * Where no heading announces an assessment, problems that are marked as such are one, and so is a list without any
 * heading in a note that has none for a plan either.
 */
export const openAtProblems = (note: string, sections: readonly Section[]): readonly Section[] => {
  if (sections.some((one) => one.kind === 'assessment' && isOfToday(one))) return sections;
  const marked = linesIn(note).filter(({ text }) => problemMark.test(text));
  const [first] = marked;
  if (first && marked.length >= leastEntries) return openAt(sections, first.start);
  if (sections.some((one) => one.kind === 'plan' && isOfToday(one))) return sections;
  const listed = sections
    .map((section) => problemListIn(note, section))
    .findLast((place) => place !== undefined);
  return listed === undefined ? sections : openAt(sections, listed);
};
