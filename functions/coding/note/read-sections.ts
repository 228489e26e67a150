import { findEarlierVisits, type Stretch } from './find-earlier-visits.ts';
import { findHeadings, type Heading, linesIn, type NoteLine } from './find-headings.ts';
import type { Aside, SectionKind, SectionName } from './section-names.ts';

export type { SectionKind } from './section-names.ts';

/**
 * A part of the note; `aside` tells that it says nothing of what was found today, and why. A `label` is one line under
 * a problem ("Labs: BMP"), and what `resumes` behind it belongs to the same problem.
 */
export type Section = {
  readonly kind: SectionKind;
  readonly start: number;
  readonly end: number;
  readonly aside?: Aside;
  readonly place?: 'label' | 'resumes';
};

type Opened = Omit<Section, 'end'> & { readonly isEntry?: boolean };

const isJudging = (kind: SectionKind): boolean => kind === 'assessment' || kind === 'plan';

const isAssessment = ({ name }: Heading): boolean =>
  name?.kind === 'assessment' && name.aside === undefined && !name.isFaint;

/** What a whole note tells about its headings. */
type Reading = {
  readonly note: string;
  readonly headings: readonly Heading[];
  readonly isUpper: boolean;
  readonly lastAssessment: number;
  /** Where the first heading of what comes before an assessment stands in most notes. */
  readonly firstOrdinary: number;
  /** Each problem has an assessment and a plan of its own, so these are labels below a problem. */
  readonly isByProblem: boolean;
  readonly plansInline: number;
};

const isLabel = ({ style, name }: Heading): boolean => !style.isAlone && name?.aside === undefined;

const countLabels = (headings: readonly Heading[], kind: SectionKind): number =>
  headings.filter((heading) => heading.name?.kind === kind && isLabel(heading)).length;

const ordinary = new Set<SectionKind>(['reason', 'history', 'exam', 'review']);

const readingOf = (note: string, headings: readonly Heading[]): Reading => ({
  note,
  headings,
  isUpper: !/\p{Ll}{2}/u.test(note),
  lastAssessment: headings.findLast(isAssessment)?.start ?? -1,
  firstOrdinary:
    headings.find(({ name }) => ordinary.has(name?.kind ?? 'other'))?.start ?? Number.POSITIVE_INFINITY,
  isByProblem: countLabels(headings, 'assessment') > 1 && countLabels(headings, 'plan') > 1,
  plansInline: headings.filter((heading) => /^plan$/i.test(heading.words) && isLabel(heading)).length,
});

/** What the labels under a problem are called: they stand within its plan and open no part of the note. */
const labels =
  /^(labs?|imaging|tests?|studies|meds?|medications?|diagnostics?|data|results?|procedures? ordered|ecg|ekg|x-?ray)$/i;

/** Whether a heading only labels a line of the assessment or the plan that it stands in. */
const isWithin = (
  heading: Heading,
  current: Opened,
  { firstOrdinary, isByProblem, plansInline }: Reading,
): boolean => {
  if (!isJudging(current.kind) || !isLabel(heading)) return false;
  const kind = heading.name?.kind;
  if (kind === 'assessment') return isByProblem && current.kind === 'assessment';
  if (kind === 'plan') return current.kind === 'assessment' && (isByProblem || plansInline > 1);
  // Where assessment and plan come first, all others follow them as parts of their own.
  return labels.test(heading.words) && firstOrdinary < heading.start;
};

/** The impression of a radiologist, told among results, where the clinician's own assessment follows. */
const isOfRadiologist = (heading: Heading, current: Opened, { lastAssessment }: Reading): boolean =>
  current.kind === 'results' && /^imp/i.test(heading.words) && lastAssessment > heading.start;

/** "cc: Dr. Lee" below the plan tells who gets a copy. */
const isCopyTo = ({ words, end }: Heading, current: Opened, { note }: Reading): boolean =>
  /^cc$/i.test(words) &&
  isJudging(current.kind) &&
  /^\s*(dr\b|[^\n]{0,60}\b(m\.?d|d\.?o|np|pa-?c?)\b)/i.test(note.slice(end, end + 90));

const administrative: SectionName = { kind: 'other', aside: 'administrative' };

const nameIn = (heading: Heading, current: Opened, reading: Reading): SectionName | undefined => {
  const { name } = heading;
  if (!name || (heading.style.isEntry && isJudging(current.kind) && !current.isEntry)) return undefined;
  if (isCopyTo(heading, current, reading)) return administrative;
  if (isOfRadiologist(heading, current, reading)) return { kind: 'results' };
  return name.isFaint && reading.lastAssessment >= 0 ? { kind: 'plan' } : name;
};

/** Capitals in a line of their own head a part that we do not know; among problems they head a problem. */
const isUnknownPart = ({ words, style, name }: Heading, current: Opened, { isUpper }: Reading): boolean =>
  name === undefined &&
  style.isUpper &&
  style.isAlone &&
  words.length > 3 &&
  !isUpper &&
  !isJudging(current.kind);

const openedBy = (heading: Heading, current: Opened, reading: Reading): Opened | undefined => {
  const name = nameIn(heading, current, reading);
  const { isEntry } = heading.style;
  if (name) return { kind: name.kind, start: heading.end, isEntry, ...(name.aside && { aside: name.aside }) };
  return isUnknownPart(heading, current, reading) ? { kind: 'other', start: heading.end } : undefined;
};

const close = ({ isEntry: _, ...current }: Opened, end: number): readonly Section[] =>
  end > current.start ? [{ ...current, end }] : [];

/** Where a label's line ends, with the lines that it was wrapped to. */
const labelEnd = (note: string, start: number, next: number): number => {
  const wrapped = /[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r]*(?:\p{Ll}|\()[^\n\r]*)*/uy;
  wrapped.lastIndex = start;
  const end = start + (wrapped.exec(note)?.[0].length ?? 0);
  return Math.min(end, next);
};

const cutAtHeadings = (reading: Reading, stretch: Stretch): readonly Section[] => {
  const { note, headings } = reading;
  const sections: Section[] = [];
  let current: Opened = { kind: 'other', start: stretch.start };
  headings.forEach((heading, at) => {
    const kind = heading.name?.kind;
    if (kind && isWithin(heading, current, reading)) {
      const end = labelEnd(note, heading.end, headings[at + 1]?.start ?? stretch.end);
      sections.push(...close(current, heading.start));
      sections.push(...close({ kind, start: heading.end, place: 'label' }, end));
      current = { ...current, start: end, place: 'resumes' };
      return;
    }
    const opened = openedBy(heading, current, reading);
    if (!opened) return;
    sections.push(...close(current, heading.start));
    current = opened;
  });
  return [...sections, ...close(current, stretch.end)];
};

const numberOf = (line: NoteLine): number => Number(/^\s*\(?#?(\d{1,2})[.):]\s/.exec(line.text)?.[1] ?? 0);

const highest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 0);

/** Where a plan under one problem is followed by the next number of the assessment's list, the list goes on. */
const resumeLists = (note: string, sections: readonly Section[]): readonly Section[] => {
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
      ...close(section, resumed.start),
      { kind: 'assessment', start: resumed.start, end: section.end } satisfies Section,
    ];
  });
};

/** Lines that sign, bill or tell how the note was made; each is one by itself. */
const footer =
  /^[^\p{L}\d]*(electronically (signed|authenticated|reviewed)|e-?signed|signed (by|electronically|off)|digitally signed|dictated (by|but|and|using|with)|transcribed by|scribed (by|for)|this (note|document|report|chart) (was|has been|may have been) (dictated|created|generated|prepared|transcribed|produced|completed (using|with))|portions of this (note|document|record|chart)|(please )?(excuse|disregard) any (typo|error)|i, .{2,40}, am (acting as|scribing)|cpt( codes?)?\s*[:#]|icd-?(9|10)(-cm)?( codes?)?\s*[:#]|(e\/m|em) (level|code)|level of service|billing (codes?|provider)\s*:|hcpcs\s*:|page \d+ of \d+)/iu;

const withoutFooters = (note: string, section: Section): readonly Section[] => {
  if (section.aside) return [section];
  const parts: Section[] = [];
  let { start } = section;
  for (const line of linesIn(note.slice(section.start, section.end), section.start)) {
    if (!footer.test(line.text)) continue;
    parts.push(...close({ ...section, start }, line.start));
    const end = line.start + line.text.length;
    parts.push({ ...administrative, start: line.start, end });
    start = end;
  }
  return [...parts, ...close({ ...section, start }, section.end)];
};

/** A line of a review by systems, or of an examination by organs: neither says what the visit found. */
const systemLine =
  /^[^\p{L}]*(constitutional|general|gen|eyes?|ears?|nose|throat|ent|heent|mouth|neck|cv|cardiac|cardio(vascular)?|heart|resp(iratory)?|pulm(onary)?|lungs?|chest|breasts?|gi|gastro(intestinal)?|abd(omen|ominal)?|gu|genitourinary|genitalia|gyn|msk|musculo(skeletal)?|extremit(y|ies)|ext|back|spine|skin|derm(atologic(al)?)?|integument(ary)?|neuro(logic(al)?|logy)?|psych(iatric|iatry|ological)?|endo(crine)?|heme(atologic)?|hem|hematologic|lymph(atic)?|allerg(y|ic)|immun(e|ologic)|vascular|sleep)(\s?[/&,-]\s?\p{L}+){0,3}\s*(:|\s-\s)/iu;
const negative =
  /\b(denies|denied|negative|neg|no|not|none|without|normal|clear|wnl|nl|unremarkable|non-?tender|intact|regular)\b/i;

/** Fewer lines than this in a row may be the problems of an assessment that goes by systems. */
const leastSystems = 3;

/** Rows of such lines outside any heading of their own; in an assessment only where they deny and find nothing. */
const withReviews = (note: string, section: Section): readonly Section[] => {
  if (section.aside || section.kind === 'review' || section.kind === 'exam') return [section];
  const lines = linesIn(note.slice(section.start, section.end), section.start).filter(
    ({ text }) => text.trim() !== '',
  );
  const isReview = (row: readonly NoteLine[]): boolean =>
    row.length >= leastSystems && (!isJudging(section.kind) || row.every(({ text }) => negative.test(text)));
  const parts: Section[] = [];
  let { start } = section;
  let row: NoteLine[] = [];
  for (const line of [...lines, undefined]) {
    if (line && systemLine.test(line.text)) {
      row.push(line);
      continue;
    }
    const [first, last] = [row[0], row.at(-1)];
    if (first && last && isReview(row)) {
      const end = last.start + last.text.length;
      parts.push(...close({ ...section, start }, first.start), { kind: 'review', start: first.start, end });
      start = end;
    }
    row = [];
  }
  return [...parts, ...close({ ...section, start }, section.end)];
};

/** Problems that stand as "#Gout" or "Problem 1: gout" need no heading to be an assessment. */
const problemMark = /^[^\S\n]*(?:#[^\S\n]?(?=\p{L})|problem[^\S\n]*#?[^\S\n]?\d{1,2}[^\S\n]*[:.)–-])/iu;

const openAtProblems = (note: string, sections: readonly Section[]): readonly Section[] => {
  if (sections.some(({ kind, aside }) => kind === 'assessment' && aside === undefined)) return sections;
  const marked = linesIn(note).filter(({ text }) => problemMark.test(text));
  const first = marked[0]?.start;
  if (first === undefined || marked.length < 2) return sections;
  return sections.flatMap((section) => {
    if (section.aside || first < section.start || first >= section.end) return [section];
    return [
      ...close(section, first),
      { kind: 'assessment', start: first, end: section.end } satisfies Section,
    ];
  });
};

const sectionsIn = (note: string, headings: readonly Heading[], stretch: Stretch): readonly Section[] =>
  resumeLists(note, cutAtHeadings(readingOf(note, headings), stretch));

/** What is left of the sections beside stretches of the note; both stand in order. */
const cutOut = (sections: readonly Section[], stretches: readonly Stretch[]): readonly Section[] => {
  let next = 0;
  return sections.flatMap((section) => {
    const parts: Section[] = [];
    let { start } = section;
    while (next < stretches.length) {
      const stretch = stretches[next];
      if (!stretch || stretch.start >= section.end) break;
      parts.push(...close({ ...section, start }, stretch.start));
      start = Math.max(start, stretch.end);
      if (stretch.end >= section.end) break;
      next += 1;
    }
    return [...parts, ...close({ ...section, start }, section.end)];
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
