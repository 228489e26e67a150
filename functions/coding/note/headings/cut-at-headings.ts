import type { Stretch } from '../find-earlier-visits.ts';
import { closeAt, isJudging, type Section } from '../section.ts';
import type { Heading } from './find-headings.ts';
import type { SectionKind, SectionName } from './section-names.ts';

type Opened = Omit<Section, 'end'> & { readonly isEntry?: boolean };

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

const onlyNumber = /(?:^|\n)[^\S\n]*\(?\d{1,2}[.)][^\S\n]*$/;

/** "1. Family hx: breast cancer": behind the number of an entry of the assessment it is what the visit is about. */
const isFamilyEntry = (heading: Heading, current: Opened, { note }: Reading): boolean =>
  isJudging(current.kind) &&
  isLabel(heading) &&
  /^(fam|fhx?\b)/i.test(heading.words) &&
  onlyNumber.test(note.slice(Math.max(0, heading.start - 12), heading.start));

/** Whether a heading only labels a line of the assessment or the plan that it stands in. */
const isWithin = (heading: Heading, current: Opened, reading: Reading): boolean => {
  const { firstOrdinary, isByProblem, plansInline } = reading;
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

/** "ECG today: sinus", "XR L wrist 3v: buckle fracture": such a label is a part of what it says. */
const namesTest =
  /\b(ecg|ekg|spiro\w*|pfts?|feno|x-?rays?|xr|cxr|films?|radiographs?|ultrasound|tvus|echo\w*|ua|urinalysis|dip\w*|audiogram|tymp\w*|oct|hvf|visual fields?|anoscopy|strep|flu|covid|a1c)\b/i;

/** Where the text under a heading begins. */
const startOf = ({ name, words, style, start, end }: Heading): number =>
  name?.kind === 'results' && !style.isAlone && namesTest.test(words) ? start : end;

const openedBy = (heading: Heading, current: Opened, reading: Reading): Opened | undefined => {
  const name = nameIn(heading, current, reading);
  const { isEntry } = heading.style;
  if (name)
    return { kind: name.kind, start: startOf(heading), isEntry, ...(name.aside && { aside: name.aside }) };
  return isUnknownPart(heading, current, reading) ? { kind: 'other', start: heading.end } : undefined;
};

const close = ({ isEntry: _, ...current }: Opened, end: number): readonly Section[] => closeAt(current, end);

/** Where a label's line ends, with the lines that it was wrapped to. */
const labelEnd = (note: string, start: number, next: number): number => {
  const wrapped = /[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r]*(?:\p{Ll}|\()[^\n\r]*)*/uy;
  wrapped.lastIndex = start;
  const end = start + (wrapped.exec(note)?.[0].length ?? 0);
  return Math.min(end, next);
};

/** The parts of a stretch of the note that its headings announce. */
export const cutAtHeadings = (
  note: string,
  headings: readonly Heading[],
  stretch: Stretch,
): readonly Section[] => {
  const reading = readingOf(note, headings);
  const sections: Section[] = [];
  let current: Opened = { kind: 'other', start: stretch.start };
  headings.forEach((heading, at) => {
    if (isFamilyEntry(heading, current, reading)) return;
    const kind = heading.name?.kind;
    if (kind && isWithin(heading, current, reading)) {
      const end = labelEnd(note, heading.end, headings[at + 1]?.start ?? stretch.end);
      sections.push(...close(current, heading.start));
      sections.push(...close({ kind, start: startOf(heading), place: 'label' }, end));
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
