import type { EvidenceSpan } from '../../../domain/coding.ts';
import { phrasesIn } from '../../note/find-phrases.ts';
import { mayTell } from '../../note/letters-of.ts';
import type { NoteFrame } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
import { Letters } from '../../words/may-say.ts';
import type { KindSign, NoVisitKind } from './encounter-kind.ts';

/** What clinicians write where a visit is paid already: "no charge, global", "within the 90-day period". */
const paid =
  /\b(global (period|package|fee|surg\w+|follow|days?|visit|care)|(in|within|under|inside|still in|part of) (the |her |his )?((10|90)[- ]day |surgical |fracture |ob )?(global|post-?op(erative)? period)\b|within (the )?(10|90)[- ]day (global )?period|(fx|fracture|ob|surgical|surgery|post-?op|obstetric) global\b|no charge( for (the|this|today['’]?s) visit|[,;:]? (global|post-?op))\b|global(, no charge|\s*[.;)](?=\s|$)))/gi;
const notPaid =
  /\b(outside|after|out of|past|beyond|no longer|not) (of )?(in |within )?(the |her |his )?(\d+[- ]day )?(surgical )?global|\b(will|would) be no charge|no charge (for|on) (the )?(sample|med|drug|device|dme)/i;
const pregnancy =
  /\b(pp|postpartum|prenatal|ob|pregnan\w+|nsvd|vaginal delivery|c-?section|cesarean|weeks gestation|g\d ?p\d)\b/i;

/** A visit that an operation or a pregnancy has paid for, in the note's own words. */
export const paidAlready = (
  { titles, opening }: NoteFrame,
  statements: readonly Statement[],
): KindSign | undefined => {
  if (!mayTell(statements, paid)) return undefined;
  const evidence = statements
    .filter(({ text }) => text.search(paid) >= 0 && !notPaid.test(text))
    .flatMap((statement) => phrasesIn(statement, paid))
    .slice(0, 1);
  if (evidence.length === 0) return undefined;
  const isPregnancy = [...titles, ...opening].some(({ text }) => pregnancy.test(text));
  return { kind: isPregnancy ? 'obstetric' : 'post-operative', isFirm: isPregnancy, evidence };
};

type Content = {
  readonly kind: NoVisitKind;
  readonly least: number;
  readonly words: readonly RegExp[];
  /** Words anywhere by which it is a visit all the same. */
  readonly unless?: RegExp;
};

/** A decision that therapists do not make. */
const medicalDecision =
  /\b(\d+ ?(mg|mcg)\b|prescri\w+|refill\w*|rx\b|order(ed)? (an? )?(mri|x-?ray|ct|labs?)|refer(red|ral)? to (orthop\w+|neuro\w+|pain|surgery)|\b(MD|DO|NP|PA-C)\b)/;

/** What a note without a title is full of when it is of one of these kinds; each pattern counts once. */
const contents: readonly Content[] = [
  {
    kind: 'therapy',
    least: 2,
    words: [
      /\b(ther(apeutic)?[- ]?(ex(ercise)?s?|act(ivit(y|ies))?)|neuro(muscular)? re-?ed\w*|gait training|manual (therapy|\d+ min))\b/gi,
      /\btotal timed\b|\b(total )?(timed|billable) (code |treatment )?(time|min\w*)\b|\b\d+ timed\b/gi,
    ],
  },
  {
    kind: 'therapy',
    least: 3,
    words: [
      /\b(ther(apeutic)?[- ]?(ex(ercise)?s?|act(ivit(y|ies))?)|neuro(muscular)? re-?ed\w*|nmr|gait training|manual (therapy|\d+ min)|joint mobs?)\b/gi,
      /\b(total )?(timed|treatment|tx|billable)( code| treatment)? (time|min\w*)|\b\d+ timed\b|\btotal timed\b/gi,
      /\b(LTG|STG|short[- ]term goals?|long[- ]term goals?|goals? met|all goals)\b/gi,
      /\b(visits? \d+ (of|\/) ?\d+|\d+ visits|cert(ification)? (thru|through|period)|poc|plan of care)\b/gi,
      /\b(hep|home exercise program)\b/gi,
      /\b(arom|prom|c-?rom|mmt|ndi|odi|lefs|quickdash|berg|tug)\b/gi,
      /\b(quad sets|slr|step[- ]ups?|pulleys|wand|scapular (rows|retraction)|thera-?bands?|clamshells|bridges|heel slides|balance (board|training)|pendulums|mobs|mobilizations?|stretching|treadmill|nustep|ube|transfers?)\b/gi,
      /\b\d ?x ?\d{1,2}\b(?! ?(mg|cm|mm|\.))|\b(reps|sets of|(verbal|tactile|min(imal)?|mod(erate)?) (cues|assist)|needs cues|(needs|with) (min|mod|max)\w* (assist|cue)\w*)\b/gi,
      /\btolerated (tx|treatment|session|well)\b|\bprogress (resistance|as tolerated|hep)\b|\bgoals (progressing|ongoing)\b/gi,
    ],
    unless: medicalDecision,
  },
  {
    kind: 'therapy',
    least: 2,
    words: [
      /\b(articulation|phonolog\w+|language (sampl\w+|expansion|goals)|aac|fluency shaping|oral motor|swallow(ing)? (exercises|trials)|minimal pairs|carryover|phonemes?)\b/gi,
      /\b\d{2,3} ?% (accuracy|of trials|with)|\b\d+ ?\/ ?\d+ trials|\b(models|cueing|cues)\b/gi,
      /\b(home practice|home program|practice sheets?|word lists?)\b/gi,
    ],
    unless: medicalDecision,
  },
  {
    kind: 'therapy',
    least: 1,
    words: [
      /\b(adjust(ed|ments?)|manipulat(ed|ions?))\b[^.]{0,30}\b([ctl]\d{1,2}\b|cervical|thoracic|lumbar|sacr\w+|pelvi\w+|diversified|drop table|activator)/gi,
    ],
    unless: medicalDecision,
  },
  {
    kind: 'psychotherapy',
    least: 1,
    words: [
      /\b(interactive |testing |test )?feedback session\b|\bresults of (the )?(psycho|neuropsycho)logical testing (were )?(gone over|explained|discussed)\b/gi,
    ],
    unless: medicalDecision,
  },
  {
    kind: 'obstetric',
    least: 3,
    words: [
      /\b\d{1,2} ?(w|wks?|weeks?)( ?\d ?(d|days?)?)?( \d\/7)?\b|\biup\b|\bg\d ?p\d/gi,
      /\b(fht|fhr|fhts|fetal (heart|hr)|doppler fht)\b/gi,
      /\b(fh|fundal height|fundus) ?(:|=)? ?\d{2}\b|\bcephalic|\bvertex\b|\bbreech\b/gi,
      /\b(good|\+|active|normal|feels?) ?(fm|fetal movements?|baby|kicks)\b|\bfm\b|\bfetal movements?\b|\bkick counts?\b/gi,
      /\b(no|denies) (ctx|contractions|lof|leak\w*|vb)\b|\blof\b/gi,
      /\b(gct|glucola|1[- ]?(h|hr|hour) (glucose|gtt)|gbs|nipt|anatomy (scan|us)|quad screen|labor precautions|ptl precautions|birth plan|rhogam at 28|tdap at 28)\b/gi,
    ],
    unless:
      /\b(walk-?in|spotting|bleeding since|threatened|ectopic|miscarr\w+|hyperemesis|pre-?eclampsia|hypertensi\w+|uti|pyeloneph\w+|mastitis|gestational diabetes|gdm|diabet\w+|asthma|depress\w+|rash|fever|cough|injur\w+|fell|headaches?|consult\w*|problem visit)\b/i,
  },
  {
    kind: 'post-operative',
    least: 3,
    words: [
      /\bfollow[- ]?up (after |of |for |from )?[^.;]{0,40}(release|repair|replacement|surgery|ectomy|plasty|fusion|fixation)\b|\b(s\/p|status post|out from|after (her|his|their|the|my|our)|post[- ]?op\w*|pod ?#?\d)\b|\b(days?|weeks?|months?) (after|following|since|from|out from)\b/gi,
      /\b(incisions?|wounds?|ports?|(port |surgical |operative |incision )sites?|portals?|scar|stitches|sutures|staples|steri-?strips|drain|graft|flap)\b[^.]{0,40}\b(clean|dry|healed|healing|well[- ]approximated|intact|c\/d\/i|cdi|out|removed|in place|no (erythema|drainage|infection)|look(s|ed|ing)? (good|great|fine|well|clean|healthy))\b/gi,
      /\b(lift(ing)? (restrictions?|limits?|after|in \w+ weeks)|no lifting|return to desk work|desk work|wbat|nwb|ttwb|weight ?bear\w*|back to work|return to (work|sport)|rom \d|flexion \d{2,3}|extension \d|full fist|scar massage|massage (the )?scar|wean (the )?(sling|brace|boot))\b/gi,
      /\b(hardware|alignment|callus|union|implant|components?|prosthesis|anchors?)\b[^.]{0,30}\b(maintained|intact|good position|in position|seen|forming|stable|well[- ]fixed|healing)\b|\balignment maintained\b/gi,
      /\b(doing well|healing well|no complications?|as expected|recover\w+|on track|pathology|eating|bowels?|bm ok|pain (controlled|improving|gone|less))\b/gi,
    ],
    unless:
      /\b(years? (s\/p|out|ago|after)|uncontrolled|infected|dehiscence|start(ed)? [a-z]+ \d|increase|decision for surgery|second opinion|consult\w*)\b/i,
  },
  {
    kind: 'diagnostic-test',
    least: 3,
    words: [
      /\btechnique\b/gi,
      /\b(comparison|indication)\b/gi,
      /\b(with|without|with and without|non-?) ?(iv |intravenous )?contrast\b|\b(axial|sagittal|coronal|helical|t1|t2|flair|sequences|views) \b/gi,
      /\bno (acute|suspicious|focal)\b|\bunremarkable\b|\b\d+ ?mm\b/gi,
    ],
    unless:
      /\b(bp|pulse|exam|examination|presents|complains?|here (for|today)|rx|prescri\w+|start(ed)?|refill\w*|follow[- ]?up with me|return)\b/i,
  },
  {
    kind: 'dialysis',
    least: 2,
    words: [
      /\b(on (the )?(machine|dialysis machine|hd)|(seen|saw \w+( \w+)?) (on|during|at) (hemo)?dialysis|chair-?side|at the dialysis (unit|center))\b/gi,
      /\bkt\/v\b|\burr\b/gi,
      /\bdry weight\b|\bedw\b|\bbetween runs\b|\binterdialytic\b/gi,
      /\b(this month['’]s (\w+ )?visits?|visits? this month|monthly (dialysis )?(visit|labs))\b/gi,
    ],
  },
];

/** The kind that several kinds of words tell together. */
export const readContent = (statements: readonly Statement[]): KindSign | undefined => {
  const text = statements.map((statement) => statement.text).join('\n');
  const letters = new Letters([text]);
  for (const { kind, least, words, unless } of contents) {
    const evidence: EvidenceSpan[] = words.flatMap((pattern) => {
      if (!letters.mayHave(pattern) || text.search(pattern) < 0) return [];
      for (const statement of statements) {
        const [first] = phrasesIn(statement, pattern);
        if (first) return [first];
      }
      return [];
    });
    if (evidence.length >= least && !unless?.test(text))
      return { kind, isFirm: kind !== 'post-operative', evidence };
  }
  return undefined;
};

/** A few words by which the whole note tells of one act: a medicine given, a test placed, a device hooked up. */
const acts: readonly (readonly [NoVisitKind, RegExp])[] = [
  [
    'injection',
    /\b\d+(\.\d+)? ?(mg|mcg|units?|ml|cc)\b[^.]{0,40}\b(im|sq|sc|subq|subcut\w*|intramuscular\w*)\b|\b(allergy|depot?|b-?12) (injections?|shots?)\b/gi,
  ],
  ['laboratory', /\b(ppd|tb (skin )?test|tuberculin) (placed|placement|read|applied)\b|\bvenipuncture\b/gi],
];
/** Anything of a visit: a complaint that is told, an examination, a judgement, a treatment that is changed. */
const ofVisit =
  /\b(complain\w*|c\/o|presents|symptoms?|exam|lungs|heart|abd|tender|bp \d|assessment|impression|dx|diagnos\w+|a\/p|start(ed)?|increas\w+|decreas\w+|prescri\w+|discuss\w*|review(ed)? (labs|results)|pain|fever|cough)\b/i;
/** A note of one act is short. */
const longestAct = 40;

/** The act that is all a short note tells of, with no word of a visit around it. */
export const soleAct = (statements: readonly Statement[]): KindSign | undefined => {
  const words = statements.reduce((sum, statement) => sum + statement.words.length, 0);
  if (words > longestAct || statements.some(({ text }) => ofVisit.test(text))) return undefined;
  for (const [kind, pattern] of acts) {
    const [first] = statements.flatMap((statement) => phrasesIn(statement, pattern));
    if (first) return { kind, isFirm: true, evidence: [first] };
  }
  return undefined;
};
