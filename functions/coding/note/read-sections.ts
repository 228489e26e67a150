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
    /^(assessments?|(clinical |diagnostic )?impressions?|a|(final |visit |encounter |primary |working |clinical )?(dx|diagnos[ei]s)|problems? (addressed|assessed)|assessment of problems|conclusions?|medical decision[- ]making|mdm)( ?(and|&|\/|,) ?(the )?(plan|recommendations?|diagnos[ei]s|treatment|p|plan of care|discussion))?( (by|for) problem)?$|^a ?[/&] ?p$|^problem list ?(and|&|\/) ?plan$|^problem[- ](based|oriented) (assessment|plan)( and plan)?$/,
  ],
  [
    'plan',
    /^(plan( of care| of treatment)?|p|(plan and )?recommendations?|treatment( plan)?|management( plan)?|disposition|follow[- ]?up( plan)?|orders|(patient |discharge )?instructions|next steps|care plan)$/,
  ],
  [
    'procedure',
    /^(procedures?( note| performed| today)?|in[- ]office (procedures?|treatments?)|treatments? (given|in office)|office procedures?|procedure details|injection note)$/,
  ],
  [
    'results',
    /^(results?( reviewed)?|labs?( results?| reviewed| data)?|laboratory( results| data| studies)?|data( reviewed)?|diagnostics?|diagnostic (studies|data|tests|results|imaging)|imaging( results| studies)?|radiology|studies|tests?|ecg|ekg|x[- ]?rays?|in[- ]office tests?|point[- ]of[- ]care( tests?)?|pertinent (results|data))$/,
  ],
  [
    'reason',
    /^(cc|c\/c|(chief|presenting|main) (complaint|concern)s?( ?\(cc\))?|reason for (visit|encounter|consultation|referral|consult|appointment|today'?s visit)|presenting problem|visit reason)$/,
  ],
  [
    'history',
    /^(hpi|history of (the )?present(ing)? illness( ?\(hpi\))?|(present|present illness|interval|interim|clinical) history|subjective|history|s|present illness|interval events)$/,
  ],
  [
    'background',
    /^((past |relevant |significant |pertinent )?(medical|surgical|family|social|obstetric(al)?|gynecologic(al)?|ob\/?gyn|birth|developmental|psychiatric|allergy|immunization|medication|smoking|occupational|sexual|travel) (and (medical|surgical|family|social) )?(history|hx)|pmh|pmhx|psh|pshx|past history|past medical ?(\/|and|&) ?surgical history|problem list|active problems|chronic problems|fh|fhx|sh|shx|social|(current |home |outpatient |active )?(medications?|meds)( list| reconciliation)?|(drug |medication )?allergies( and intolerances)?|immunizations?|health maintenance history)$/,
  ],
  ['review', /^(ros|review of (the )?systems?( ?\(ros\))?|systems? review)$/],
  [
    'exam',
    /^(objective|(focused |general |limited )?(physical )?exam(ination)?( findings)?|physical|pe|o|vitals?( signs)?( reviewed)?|mental status( exam(ination)?)?|physical findings|general exam)$/,
  ],
  ['time', /^(time|total time|time (spent|statement)|attestation)$/],
];

const kindOf = (heading: string): SectionKind | undefined => {
  const name = heading.trim().toLowerCase().replace(/[’']/g, "'").replace(/\s+/g, ' ');
  return headings.find(([, pattern]) => pattern.test(name))?.[0];
};

/** A line that opens a section: "Assessment:", "## Plan" or a line in capitals. */
const opening =
  /^[ \t]*(?:#+[ \t]*|[*_]{1,3})?([A-Za-z][A-Za-z /&,’'()-]{0,44}?)[*_]{0,3}[ \t]*(?:(:)[*_]{0,3}|$)/;

/** "S", "O", "A" and "P" are headings before a colon only. */
const isBareLetter = (heading: string, colon: string | undefined): boolean =>
  heading.trim().length === 1 && colon === undefined;

const openedBy = (line: string, within: SectionKind): { kind: SectionKind; length: number } | undefined => {
  const found = opening.exec(line);
  const heading = found?.[1];
  if (!found || !heading || isBareLetter(heading, found[2])) return undefined;
  const kind = kindOf(heading);
  if (kind) return { kind, length: found[0].length };
  // An assessment lists its problems as lines of their own ("GERD:"), which are no sections.
  const standsAlone =
    heading === heading.toUpperCase() && heading.length > 3 && line.trim().length <= found[0].length;
  return standsAlone && within !== 'assessment' ? { kind: 'other', length: found[0].length } : undefined;
};

/** A line ends at its break, or where a heading stands in the middle of it: "… since May. Assessment: gout." */
const lineEnd =
  /\n|(?<=[.;!?)] {1,3})(?=(?:Assessment(?: and Plan| & Plan|\/Plan)?|Impression|Plan|A\/P|A&P|Diagnos[ei]s|HPI|PMH|ROS|Exam|Physical Exam|Objective|Subjective|Labs|Results|Medications|Allergies|ASSESSMENT(?: AND PLAN)?|IMPRESSION|PLAN|[OAP]):)/g;

function* linesOf(note: string): Generator<{ readonly start: number; readonly text: string }> {
  let start = 0;
  for (const end of note.matchAll(lineEnd)) {
    yield { start, text: note.slice(start, end.index) };
    start = end.index + end[0].length;
  }
  yield { start, text: note.slice(start) };
}

/** Cuts a note at its headings. What stands before the first one is `other`; offsets are into the note. */
export const readSections = (note: string): readonly Section[] => {
  const sections: Section[] = [];
  let current: { kind: SectionKind; start: number } = { kind: 'other', start: 0 };
  for (const { start, text } of linesOf(note)) {
    const opened = openedBy(text, current.kind);
    if (!opened) continue;
    sections.push({ ...current, end: start });
    current = { kind: opened.kind, start: start + opened.length };
  }
  sections.push({ ...current, end: note.length });
  return sections.filter(({ start, end }) => end > start);
};
