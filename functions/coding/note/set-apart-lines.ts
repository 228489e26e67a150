import { linesIn, type NoteLine } from './headings/find-headings.ts';
import { closeAt, isJudging, type Section } from './section.ts';

/** Lines that sign, bill or tell how the note was made; each is one by itself. */
const footer =
  /^[^\p{L}\d]*(electronically (signed|authenticated|reviewed)|e-?signed|signed (by|electronically|off)|digitally signed|dictated (by|but|and|using|with)|transcribed by|scribed (by|for)|this (note|document|report|chart) (was|has been|may have been) (dictated|created|generated|prepared|transcribed|produced|completed (using|with))|portions of this (note|document|record|chart)|(please )?(excuse|disregard) any (typo|error)|i, .{2,40}, am (acting as|scribing)|cpt( codes?)?\s*[:#]|icd-?(9|10)(-cm)?( codes?)?\s*[:#]|(e\/m|em) (level|code)|level of service|billing (codes?|provider)\s*:|hcpcs\s*:|page \d+ of \d+)/iu;

/** Sets apart the lines that sign, bill or tell how the note was made. */
export const withoutFooters = (note: string, section: Section): readonly Section[] => {
  if (section.aside) return [section];
  const parts: Section[] = [];
  let { start } = section;
  for (const line of linesIn(note.slice(section.start, section.end), section.start)) {
    if (!footer.test(line.text)) continue;
    parts.push(...closeAt({ ...section, start }, line.start));
    const end = line.start + line.text.length;
    parts.push({ kind: 'other', aside: 'administrative', start: line.start, end });
    start = end;
  }
  return [...parts, ...closeAt({ ...section, start }, section.end)];
};

/** A line of a review by systems, or of an examination by organs: neither says what the visit found. */
const systemLine =
  /^[^\p{L}]*(constitutional|general|gen|eyes?|ears?|nose|throat|ent|heent|mouth|neck|cv|cardiac|cardio(vascular)?|heart|resp(iratory)?|pulm(onary)?|lungs?|chest|breasts?|gi|gastro(intestinal)?|abd(omen|ominal)?|gu|genitourinary|genitalia|gyn|msk|musculo(skeletal)?|extremit(y|ies)|ext|back|spine|skin|derm(atologic(al)?)?|integument(ary)?|neuro(logic(al)?|logy)?|psych(iatric|iatry|ological)?|endo(crine)?|heme(atologic)?|hem|hematologic|lymph(atic)?|allerg(y|ic)|immun(e|ologic)|vascular|sleep)(\s?[/&,-]\s?\p{L}+){0,3}\s*(:|\s-\s)/iu;
const negative =
  /\b(denies|denied|negative|neg|no|not|none|without|normal|clear|wnl|nl|unremarkable|non-?tender|intact|regular)\b/i;

/** Fewer lines than this in a row may be the problems of an assessment that goes by systems. */
const leastSystems = 3;

/** Rows of such lines outside any heading of their own; in an assessment only where they deny and find nothing. */
export const withReviews = (note: string, section: Section): readonly Section[] => {
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
      parts.push(...closeAt({ ...section, start }, first.start), { kind: 'review', start: first.start, end });
      start = end;
    }
    row = [];
  }
  return [...parts, ...closeAt({ ...section, start }, section.end)];
};
