import type { EvidenceSpan } from '../../../domain/coding.ts';
import { phrasesIn } from '../../note/find-phrases.ts';
import type { NoteFrame } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
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
  const evidence = statements
    .filter(({ text }) => !notPaid.test(text))
    .flatMap((statement) => phrasesIn(statement, paid))
    .slice(0, 1);
  if (evidence.length === 0) return undefined;
  const isPregnancy = [...titles, ...opening].some(({ text }) => pregnancy.test(text));
  return { kind: isPregnancy ? 'obstetric' : 'post-operative', isFirm: isPregnancy, evidence };
};

type Content = { readonly kind: NoVisitKind; readonly least: number; readonly words: readonly RegExp[] };

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
    ],
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
  for (const { kind, least, words } of contents) {
    const evidence: EvidenceSpan[] = words.flatMap((pattern) => {
      for (const statement of statements) {
        const [first] = phrasesIn(statement, pattern);
        if (first) return [first];
      }
      return [];
    });
    if (evidence.length >= least) return { kind, isFirm: true, evidence };
  }
  return undefined;
};
