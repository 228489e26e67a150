import type { Statement } from './read-statements.ts';

/** How the note means a mention: only what is affirmed can be coded (guideline IV.H for uncertain ones). */
export type Qualification = 'affirmed' | 'negated' | 'uncertain' | 'historical' | 'family' | 'conditional';

export type Range = { readonly start: number; readonly end: number };

/** A place in the note, with the single words that make it up where they are known. */
export type Mention = Range & { readonly words?: readonly Range[] };

/** "Screening" in "lipid screening" is the mention itself, not a cue about it. */
const belongsTo = (mention: Mention, cue: Range): boolean =>
  mention.words?.some((word) => word.start < cue.end && cue.start < word.end) ?? false;

/** Words before a mention that qualify what follows them, up to a turn of the sentence. */
const forwardCues: readonly (readonly [Qualification, RegExp])[] = [
  [
    'family',
    /\b(family history|fhx?|(mother|father|sister|brother|parents?|grand(mother|father)) (with|had|has|died))\b/gi,
  ],
  [
    'negated',
    /\b(no (evidence|signs?|history) of|denie[sd]|den(y|ying)|without|negative for|absence of|not|no|never|neither|nor|free of|rather than|instead of)\b/gi,
  ],
  [
    'uncertain',
    /\b(probabl[ey]|suspect(ed|s)?|suspicio(n|us)( of| for)?|likely|questionable|rule[- ]?out|ruling out|r\/o|compatible with|consistent with|working diagnosis|possibl[ey]|presumed|presumptive|concern(ing)? for|could be|may be|might be|may represent|appears to be|differential|ddx|versus|vs\.?|unclear if|question of|suggest(s|ed|ive|ing)?( of)?|worrisome for|rule out|to exclude|evaluat(e|ing|ion) for|work[- ]?up for)(?!\w)/gi,
  ],
  [
    'historical',
    /\b(history (of|significant for|notable for|remarkable for|positive for|includes)|hx of|h\/o|status post|s\/p|previous(ly)?|prior|in the past|past history|resolved)\b/gi,
  ],
  [
    'conditional',
    /\b(if|unless|return for|call for|watch for|monitor(ing)? for|risks? (of|for)|prevent(ion)?( of)?|screen(ing)?( for)?|precautions?|warning signs?|red flags?|signs of|in case of|avoid(ing)?|educat\w+|handout|should)\b/gi,
  ],
];

/** Words after a mention that qualify what stands before them, back to the last comma. */
const backwardCues: readonly (readonly [Qualification, RegExp])[] = [
  ['negated', /\b(ruled out|not (seen|present|found|noted|suspected)|absent|unlikely|negative|excluded)\b/gi],
  [
    'uncertain',
    /(\b((suspected|likely|possible|probable|questionable)(?=\s*([.,;:)]|$))|vs\.?|versus|not (yet )?(confirmed|certain)|(to|should|must|can) be (ruled out|excluded)|may|might|could)(?!\w)|\?)/gi,
  ],
  ['historical', /\b(resolved|in the past|years? ago)\b/gi],
  ['conditional', /\b(precautions?|warning signs?|prevention|screening)\b/gi],
];

/** A turn after which an earlier cue no longer holds: "no fever but cough", "denies pain, reports nausea". */
const turn = /\b(but|however|although|though|except|reports?|complains?|presents?|endorses?|admits|now)\b|:/i;

const holdsForward = (between: string, cue: Qualification): boolean =>
  !turn.test(between) &&
  // "History of asthma, acute bronchitis today": a comma ends history, while a list stays negated or uncertain.
  !(cue === 'historical' && between.includes(',')) &&
  // A negation reaches over a list, but not over "not at goal, hypertension": words beyond the comma are new.
  between.length <= (cue === 'negated' ? 70 : 200);

const reaches = (statement: Statement, mention: Mention, pattern: RegExp, cue: Qualification): boolean =>
  [...statement.text.matchAll(pattern)].some((found) => {
    const start = statement.start + found.index;
    const end = start + found[0].length;
    if (end > mention.end || belongsTo(mention, { start, end })) return false;
    return holdsForward(
      statement.text.slice(end - statement.start, Math.max(end, mention.start) - statement.start),
      cue,
    );
  });

/** "Hypertension, now resolved": the cue is about the mention whatever sign stands between. */
const nothingBetween =
  /^[\s,–-]*((is|are|has|have|had|now|was|were|been|since|fully|completely|currently)\s+)*$/i;

/** A comma ends what a later cue says of earlier words; an "and" ends it unless the cue names a doubt. */
const holdsBack = (between: string, cue: Qualification): boolean =>
  nothingBetween.test(between) ||
  (!/[,:]|\b(but|with)\b/i.test(between) && (cue === 'uncertain' || !/\band\b/i.test(between)));

const reachesBack = (statement: Statement, mention: Mention, pattern: RegExp, cue: Qualification): boolean =>
  [...statement.text.matchAll(pattern)].some((found) => {
    const start = statement.start + found.index;
    if (start < mention.end || belongsTo(mention, { start, end: start + found[0].length })) return false;
    return holdsBack(statement.text.slice(mention.end - statement.start, start - statement.start), cue);
  });

/** What the words around a mention make of it, within its own statement. */
export const qualifyMention = (statement: Statement, mention: Mention): Qualification => {
  const before = forwardCues.find(([cue, pattern]) => reaches(statement, mention, pattern, cue));
  if (before) return before[0];
  return (
    backwardCues.find(([cue, pattern]) => reachesBack(statement, mention, pattern, cue))?.[0] ?? 'affirmed'
  );
};
