import type { EvidenceSpan } from '../../domain/coding.ts';
import { affirmedPhrases, phrasesIn, spanOf } from '../note/find-phrases.ts';
import { verbs } from '../note/prose/names-only.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DecisionElement, DecisionReason } from './decision-element.ts';
import type { Level } from './em-level.ts';
import { findMedications, needsPrescription } from './find-medications.ts';
import { decidedElsewhere } from './read-decided.ts';
import { readMedicationDecisions } from './read-medication-decisions.ts';
import { readSurgery } from './read-surgery.ts';

const notDecided =
  /\b(declin\w+|defer\w*|hold off|allerg\w+|would prefer not|consider(ed|ing)?|might|may (need|have to|want|require)|could|in the future|next (visit|time)|at that time|was (on|given|started)(?=[^.;]{0,60}\b(ago|last|previous\w*|before|since|at the|in (19|20)\d\d|in (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|by (her|his|the|another|an?)|elsewhere)\b))\b/i;

/** Ways out of care that are arranged now; "go to the ED if" is advice and no decision. */
const highRisk =
  /\b(admit(ted|ting)? (him |her |the patient |them )?(to|for) (the |an? |our )?(hospital|icu|ward|floor|unit|inpatient|observation|telemetry|medical|medicine|surgical|hospitalist|further)|inpatient admission|direct admission|hospital admission|hospitali[sz](ation|e[d]?)|transfer(red)? to (the )?(ed|er|emergency|hospital)|sen[dt](ing)? (him |her |the patient |them )?to (the )?(ed|er|emergency)|emergency surgery|emergent (surgery|operation)|dnr|do not resuscitate|comfort care|hospice|monitor\w* for (drug )?toxicity)\b/gi;
const socialLimits =
  /\b(cannot afford|can't afford|unable to afford|homeless\w*|food insecurity|housing insecurity|unstable housing|no transportation|lack of (transportation|insurance)|uninsured)\b/gi;
const moderateOther = /\bprescription drug management\b/gi;
/** A prescription whose drug the list does not know; therapy, devices and glasses are prescribed as well. */
const prescribed =
  /\b(prescri(be|bed|bing)|(wrote|written|gave|sent)( (him|her|them|the patient))? (a |an |the )?(new )?(prescriptions?|scripts?|rx)|prescription (for|of|sent|submitted|provided|given)|refills? (was|were|of|provided|given|sent))(?![^.]{0,40}\b(therapy|brace|orthotics?|glasses|lenses|pt|exercises?|splint|sling|boot|stockings|shoes?|walker|cane|crutches|rest)\b)/gi;
const sameMedicines =
  /\b(continu\w*|keep|remain\w*|stay|maintain|refill\w*|renew\w*|no changes? (to|in|with)|adjust\w*)\b[^.]{0,40}\b(medications?|meds|medicines?|regimen|prescriptions?|inhalers?|(current|same|present) (medical )?(treatment|therapy|management|doses?|dosages?))\b/gi;
/** "Ischemic cardiomyopathy: same." of a patient who takes prescriptions. */
const unchanged =
  /(^|[:,;-]\s*)(all )?(the )?same( (meds?|medicines?|medications?|treatment|regimen|doses?))?\s*[.;]?\s*$|\b(continue|cont|cont['’]?d) (as is|all|same|current|present|as before|unchanged|the same)\b|\bno (med(ication)?s? |treatment )?changes?( (today|made|needed|to (meds|medications?|treatment)))?\s*[.;]?\s*$/gi;
/** A dose that is begun or changed of a medicine that the lists do not know. */
const unknownDose =
  /(\b(start\w*|add(ed|ing)?|increas\w+|incr|rais\w+|begin|began|switch\w*|chose|titrat\w+|up to|rx|prescrib\w+|restart\w*)\b|[↑↓→])[^.;]{0,40}\b\d+(\.\d+)? ?(mg|mcg|units?)\b/gi;
const soldFreely =
  /\b(vitamin|iron|ferrous|calcium|magnesium|zinc|fish oil|supplement|otc|over[- ]the[- ]counter|tylenol|acetaminophen|aspirin|asa|ibuprofen|advil|motrin|melatonin|folic|b-?12|d3|fiber|fluid|sodium|salt|protein|caffeine)\b/i;

const lowRisk =
  /\b(physical therapy|occupational therapy|speech therapy|pt referral|home exercise\w*|brace|splint|wrap|crutches|sling|boot|compression|ice|icing|rice|heat|over[- ]the[- ]counter|otc|cold packs?|holter|event monitor|caffeine|dietary|diet|nutritionist|dietitian|exercise\w*|otic drops|saline|humidifi\w+|sleep hygiene|stretching|counsel\w*|therapy|referral|refer(red)?|injection|immobili\w+|x-?rays?|ultrasound|mri|ct scan|echocardiogram|blood ?work|labs?|biopsy|screening|monitor\w*|c-?pap|bi-?pap|oxygen|mask|rehab\w*|strap|orthotics?|insoles?|shoes?|dressings?|foam|gauze|ointment|cream|drops|gtts?|topical|soaks?|wash(es)?|rinses?|compress(es)?|activity|restrict\w*|(full|light|modified|limited|sit-?down) (duty|work)|weight (loss|management)|walking|low[- ]\w+ diet|diary|massage|elevat\w+|hearing aids?|glasses|lens(es)?|sitz|lubricat\w+|moisturi\w+|stimulator|tens|nebuli\w+|spacer|pessary|patching|taping|tape|serolog\w+|cultures?|swab|urinalysis)\b/gi;
const minimalRisk =
  /\b(reassur\w+|supportive care|observation|watchful waiting|no (further )?treatment|rest|fluids|hydrat\w+|gargles?|follow[- ]?up|return)\b/gi;

const planning = ({ section }: Statement): boolean => section === 'assessment' || section === 'plan';

const toldSections = new Set<Statement['section']>(['reason', 'history', 'exam', 'results', 'other']);

/** "DM2 A1c 7.1 metf 500 bid": in shorthand without headings the line of a problem holds its treatment. */
const isFragment = ({ inferred, section, text }: Statement): boolean =>
  inferred === true && toldSections.has(section) && !verbs.test(text);

const isConditional = ({ text }: Statement): boolean =>
  /\b(if|unless|return|should|consider(ed)?|might|may)\b/i.test(text);

type Found = { readonly level: Level } & DecisionReason;

const found = (level: Level, text: string, evidence: readonly EvidenceSpan[]): Found[] =>
  evidence.length > 0 ? [{ level, text, evidence: evidence.slice(0, 1) }] : [];

const lowOf = (statement: Statement): Found[] =>
  isConditional(statement)
    ? []
    : [
        ...found('low', 'treatment or tests of low risk', affirmedPhrases(statement, lowRisk)),
        ...found('straightforward', 'treatment of minimal risk', phrasesIn(statement, minimalRisk)),
      ];

const risksOf = (statement: Statement, takesPrescriptions: boolean): readonly Found[] => {
  const drugs = readMedicationDecisions(statement);
  // A salve on the list of a plan is a treatment, verb or none; a prescription needs a decision.
  const named = isConditional(statement)
    ? []
    : findMedications(statement).filter((one) => !needsPrescription(one));
  const strong = drugs.filter(needsPrescription).map(spanOf);
  const unnamed =
    strong.length === 0 && !notDecided.test(statement.text)
      ? [
          ...affirmedPhrases(statement, prescribed),
          ...(takesPrescriptions
            ? [...affirmedPhrases(statement, sameMedicines), ...phrasesIn(statement, unchanged)]
            : []),
          ...(findMedications(statement).length === 0 && !soldFreely.test(statement.text)
            ? affirmedPhrases(statement, unknownDose)
            : []),
        ]
      : [];
  return [
    ...found(
      'high',
      'escalation of care',
      isConditional(statement) ? [] : affirmedPhrases(statement, highRisk),
    ),
    ...found('moderate', 'prescription drug management', [
      ...strong,
      ...unnamed,
      ...phrasesIn(statement, moderateOther),
    ]),
    ...found('moderate', 'social determinants limit treatment', affirmedPhrases(statement, socialLimits)),
    ...found('low', 'over-the-counter medicine', [...drugs, ...named].map(spanOf)),
    ...lowOf(statement),
  ];
};

const order: readonly Level[] = ['high', 'moderate', 'low', 'straightforward'];

/**
 * Risk of patient management, from what the assessment and plan decide. Undefined when they decide nothing
 * that the AMA's table names: then a coder judges, not a default.
 */
export const readRisk = (statements: readonly Statement[]): DecisionElement => {
  const takesPrescriptions = statements.some((statement) =>
    findMedications(statement).some(needsPrescription),
  );
  const risksIn = (some: readonly Statement[]): readonly Found[] => [
    ...readSurgery(some),
    ...some.flatMap((statement) => risksOf(statement, takesPrescriptions)),
  ];
  const isWithoutHeadings = statements.some(({ inferred }) => inferred);
  const planned = risksIn(statements.filter((one) => planning(one) || isFragment(one)));
  const risks =
    planned.length > 0 && !isWithoutHeadings
      ? planned
      : [...planned, ...risksIn(decidedElsewhere(statements))];
  const level = order.find((one) => risks.some((risk) => risk.level === one));
  const reasons = risks.filter((risk) => risk.level === level).slice(0, 4);
  return { level, reasons: reasons.map(({ text, evidence }) => ({ text, evidence })) };
};
