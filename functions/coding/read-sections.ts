/** The parts of a visit note that coding tells apart; `other` is whatever has a heading we do not know. */
export type SectionKind =
  | 'reason'
  | 'history'
  | 'background'
  | 'review'
  | 'exam'
  | 'results'
  | 'procedure'
  | 'assessment'
  | 'plan'
  | 'time'
  | 'other';

export type Section = { readonly kind: SectionKind; readonly start: number; readonly end: number };

/** Headings as clinicians write them; the first pattern that fits names the section. */
const headings: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'assessment',
    /^(assessment( ?(and|&|\/) ?plan)?|a ?[/&] ?p|impression( ?(and|&|\/) ?plan)?|diagnos[ei]s|final diagnos[ei]s|clinical impression|dx)$/,
  ],
  [
    'plan',
    /^(plan( of care)?|recommendations?|treatment( plan)?|disposition|follow[- ]?up|orders|instructions)$/,
  ],
  [
    'procedure',
    /^(procedures?( note| performed)?|in[- ]office (procedures?|treatments?)|treatments? (given|in office)|office procedures?)$/,
  ],
  [
    'results',
    /^(results?|labs?|laboratory|lab results|data( reviewed)?|diagnostics?|diagnostic (studies|data)|imaging|studies|ecg|ekg|x[- ]?rays?|in[- ]office tests?|point[- ]of[- ]care( tests?)?)$/,
  ],
  ['reason', /^(cc|chief complaint|reason for (visit|encounter)|presenting complaint)$/],
  ['history', /^(hpi|history of present illness|subjective|interval history|history|s)$/],
  [
    'background',
    /^(pmh|past medical history|medical history|past history|psh|past surgical history|surgical history|problem list|family history|fh|fhx|social history|sh|shx|social|medications?|current medications?|meds|home medications?|allergies|immunizations?|past medical \/ surgical history)$/,
  ],
  ['review', /^(ros|review of systems)$/],
  [
    'exam',
    /^(objective|physical exam(ination)?|exam(ination)?|pe|vitals?|vital signs|o|mental status exam(ination)?)$/,
  ],
  ['time', /^(time|total time|time (spent|statement))$/],
];

const kindOf = (heading: string): SectionKind | undefined => {
  const name = heading.trim().toLowerCase().replace(/\s+/g, ' ');
  return headings.find(([, pattern]) => pattern.test(name))?.[0];
};

/** A line that opens a section: "Assessment:", "## Plan" or a line in capitals. */
const opening = /^[ \t]*(?:#+[ \t]*)?([A-Za-z][A-Za-z /&-]{0,44}?)[ \t]*(?:(:)|$)/;

const openedBy = (line: string, within: SectionKind): { kind: SectionKind; length: number } | undefined => {
  const found = opening.exec(line);
  const heading = found?.[1];
  if (!found || !heading) return undefined;
  const kind = kindOf(heading);
  if (kind) return { kind, length: found[0].length };
  // An assessment lists its problems as lines of their own ("GERD:"), which are no sections.
  const standsAlone =
    heading === heading.toUpperCase() && heading.length > 3 && line.trim().length <= found[0].length;
  return standsAlone && within !== 'assessment' ? { kind: 'other', length: found[0].length } : undefined;
};

/** Cuts a note at its headings. What stands before the first one is `other`; offsets are into the note. */
export const readSections = (note: string): readonly Section[] => {
  const sections: Section[] = [];
  let current: { kind: SectionKind; start: number } = { kind: 'other', start: 0 };
  let at = 0;
  for (const line of note.split('\n')) {
    const opened = openedBy(line, current.kind);
    if (opened) {
      sections.push({ ...current, end: at });
      current = { kind: opened.kind, start: at + opened.length };
    }
    at += line.length + 1;
  }
  sections.push({ ...current, end: note.length });
  return sections.filter(({ start, end }) => end > start);
};
