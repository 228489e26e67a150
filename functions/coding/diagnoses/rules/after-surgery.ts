import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Qualification } from '../../note/qualify-mention.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { type BookNote, entryOn, type GuidelineRule, saidIn } from './ruling.ts';

type Operation = {
  /** The aftercare code of its body system. */
  readonly code: string;
  readonly named: RegExp;
  /** What the operation took away: no diagnosis of the visits after it. */
  readonly removed: readonly string[];
};

const operations: readonly Operation[] = [
  {
    code: 'Z48.815',
    named: /\b(cholecystectomy|lap chole|chole|ccy)\b/gi,
    removed: ['K80', 'K81', 'K82'],
  },
  { code: 'Z48.815', named: /\b(appendectomy|lap appy|appy)\b/gi, removed: ['K35', 'K36', 'K37'] },
  {
    code: 'Z48.815',
    named:
      /\b(hernia repair|repair of (the |an? |his |her )?(\w+ ){0,3}hernia|herniorrhaphy|hernioplasty)\b/gi,
    removed: ['K40', 'K41', 'K42', 'K43', 'K44'],
  },
  { code: 'Z48.815', named: /\b(hemorrhoidectomy|fistulotomy|sphincterotomy)\b/gi, removed: ['K64', 'K60'] },
  {
    code: 'Z48.815',
    named:
      /\b((hemi)?colectomy|bowel resection|sigmoidectomy|gastrectomy|gastric (bypass|sleeve)|fundoplication|colostomy (reversal|takedown))\b/gi,
    removed: [],
  },
  { code: 'Z48.816', named: /\b(hysterectomy|myomectomy)\b/gi, removed: ['D25', 'N92', 'N93', 'N80'] },
  {
    code: 'Z48.816',
    named:
      /\b(prostatectomy|turp|holep|vasectomy|nephrectomy|orchiectomy|hydrocelectomy|varicocelectomy|circumcision|oophorectomy|salpingectomy|tubal ligation|hysteroscopy|d ?& ?c|ureteroscopy|(mid)?urethral sling|cystocele repair)\b/gi,
    removed: ['N43', 'I86.1', 'N47'],
  },
  {
    code: 'Z48.812',
    named:
      /\b(cabg|coronary bypass|endarterectomy|valve replacement|aneurysm repair|evar|fem[- ]?pop bypass|vein (ablation|stripping))\b/gi,
    removed: [],
  },
  {
    code: 'Z48.813',
    named: /\b(lobectomy|thoracotomy|vats|septoplasty|sinus surgery|fess)\b/gi,
    removed: ['J34.2'],
  },
  {
    code: 'Z48.810',
    named:
      /\b(cataract (surgery|extraction|removal)|phaco\w*|vitrectomy|trabeculectomy|tympanoplasty|blepharoplasty)\b/gi,
    removed: ['H25', 'H26'],
  },
  {
    code: 'Z48.811',
    named:
      /\b((carpal|cubital) tunnel release|laminectomy|craniotomy|ulnar nerve (release|transposition|decompression))\b/gi,
    removed: ['G56.0', 'G56.2'],
  },
  {
    code: 'Z48.817',
    named:
      /\b((excision|removal) of (the |a |an |his |her )?(\w+ ){0,3}(cyst|lipoma|nevus|lesion)|(cyst|lipoma|lesion) (excision|removal)|skin graft)\b/gi,
    removed: ['L72', 'D17', 'D22'],
  },
  {
    code: 'Z48.89',
    named:
      /\b((hemi-?)?thyroidectomy|parathyroidectomy|thyroid lobectomy|removal of (the |a |his |her )?([\w-]+ ){0,3}(lobe( of (the |his |her )?thyroid)?|thyroid))\b/gi,
    removed: ['E04', 'D34', 'E21.0'],
  },
  {
    code: 'Z47.89',
    named:
      /\b((acl|pcl|ligament) (reconstruction|repair)|meniscectomy|meniscal repair|(knee|shoulder|hip|ankle) (arthroscopy|scope)|arthroscop\w+|(rotator )?cuff repair|bunionectomy|hammertoe (repair|correction)|(spinal|lumbar|cervical) fusion|acdf|trigger (finger|thumb) release|labral repair|(achilles|tendon) repair|microdis[ck]ectomy|dis[ck]ectomy)\b/gi,
    removed: ['M65.3'],
  },
];

/** What dates the operation to the weeks before: "post-op", "two weeks out from", "s/p". */
const lately =
  /\bpost[- ]?op\w*\b|\bPOD ?#?\d|\b(days?|weeks?|wks?|wk|months?|mos?) (ago|out|s\/p|status post|post|after|since|from|following)\b|\b(s\/p|status[- ]post)\b|\b(doing|recover\w+|healing) well (post|after|following)\b/i;

const ofPast: ReadonlySet<Qualification> = new Set([
  'affirmed',
  'historical',
  'dated',
  'treated',
  'resolved',
]);
const telling: ReadonlySet<Statement['section']> = new Set([
  'reason',
  'history',
  'assessment',
  'procedure',
  'other',
]);
/** A day that stands with the operation in a diagnosis or a form. */
const dayTold = /\b\d{1,2}\/\d{1,2}(\/\d{2,4})?\b/;

/** How many statements from the top tell what the visit is for. */
const opening = 3;

const tellsOf = ({ statements }: BookNote): readonly Statement[] =>
  statements.filter(
    ({ section, leads, aside }, at) =>
      aside === undefined && telling.has(section) && (at < opening || (section === 'assessment' && leads)),
  );

const saysLately = (statements: readonly Statement[]): boolean =>
  statements.some(({ text }) => lately.test(text));

/** "Referring dx: R rotator cuff repair 12/8/25", "Procedure: carpal tunnel release  Date: 2/17/26". */
const isDated = ({ section, text }: Statement): boolean =>
  (section === 'assessment' || section === 'procedure') &&
  dayTold.test(text) &&
  !/\b(sched\w*|plan\w*|book\w*|will|for)\b/i.test(text);

type Told = Operation & { readonly evidence: EvidenceSpan; readonly item: number };

/** The operation whose aftercare the visit is. */
const operationOf = (note: BookNote): Told | undefined => {
  const about = tellsOf(note);
  const postOp = saysLately(about);
  for (const operation of operations) {
    const evidence = saidIn(about, operation.named, ofPast);
    const own =
      evidence &&
      about.find(({ start, text }) => evidence.start >= start && evidence.start < start + text.length);
    if (evidence && own && (isDated(own) || (postOp && saysLately([own]))))
      return { ...operation, evidence, item: own.item };
  }
  return undefined;
};

/** Beside these a visit after an operation has no other reason than its aftercare. */
const sayNothing = ['Z09', 'Z51.89', 'Z48.0', 'Z98.89', 'Z48.89', 'R52', 'G89.18', 'T14.8'];

/** Aftercare by the body system of the operation, and nothing of what it took away (guideline I.C.21.c.7). */
const aftercare: GuidelineRule = (ruling, note) => {
  const operation = operationOf(note);
  if (!operation) return ruling;
  const gone = ruling.diagnoses.filter(({ entry }) => isWithin(entry.code, operation.removed));
  const left = ruling.diagnoses.filter((one) => !gone.includes(one));
  const rejected = gone.map((candidate) => ({ candidate, rule: 'IV.J: removed by the operation' }));
  const others = left.filter(({ entry }) => entry.kind !== 'symptom' && !isWithin(entry.code, sayNothing));
  const entry = others.length === 0 ? entryOn(note, operation.code) : undefined;
  const care: readonly DiagnosisCandidate[] = entry
    ? [
        {
          entry,
          confidence: 0.9,
          evidence: [operation.evidence],
          rules: ['I.C.21.c.7: aftercare by the body system of the operation'],
          item: operation.item,
        },
      ]
    : [];
  return {
    ...ruling,
    diagnoses: entry ? care : left,
    rejected: [...ruling.rejected, ...rejected],
  };
};

export const afterSurgeryRules: readonly GuidelineRule[] = [aftercare];
