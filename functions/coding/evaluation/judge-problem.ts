import { type ProblemNature, saysWorsening } from '../../../codesets/clinical-terms/problem-natures.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import { affirmedPhrases, spanOf, wholeOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import { matchesOf } from '../words/matches-of.ts';
import type { ProblemStatus } from './addressed-problem.ts';
import { findMedications, needsPrescription } from './find-medications.ts';
import { natureOf } from './problem-nature.ts';
import { readMedicationDecisions } from './read-medication-decisions.ts';
import { operationsIn } from './read-surgery.ts';

/** A problem before its course is known: how the note names it, its codes, and what the note says about it. */
export type NamedProblem = {
  readonly name: string;
  readonly codes: readonly string[];
  readonly evidence: EvidenceSpan;
  readonly about: readonly Statement[];
  /** Words by which the note tells what the patient takes and has had, before its plan. */
  readonly known?: ReadonlySet<string>;
};

export type Judgement = { readonly status: ProblemStatus; readonly evidence: readonly EvidenceSpan[] };

/** AMA definition: a chronic illness is stable only at its treatment goal; these words say that it is not. */
const worsening =
  /\b(worsen\w*|worse|increas\w+ in (frequency|severity|size|number)|more (frequent|severe|often)|(incomplet\w+|partial\w*|partly|not fully|not yet|only partly|sub-?optimal\w*) control+ed|not in remission|neither (of them )?in remission|not resolved|not (yet )?(at|to) goal|above (\w+ )?goal|uncontrolled|out of control|poor(ly)? control\w*|not (well[- ]|adequately |optimally )?control+ed|inadequate\w*|suboptimal\w*|progress(ing|ed|ion of)|progressive|exacerbat\w+|flar(e|ed|es|ing|e-?up)|deteriorat\w+|decompensat\w+|side effects? (of|from|with)|(drug|medication|steroid|statin|opioid|antipsychotic|chemo\w*|treatment)[- ](induced|related|associated)|partial response|not improv\w+|incomplete response|refractory|breakthrough|(not|n't) (helping|working|effective)|ineffective|fail(ed|ing|s|ure of) (conservative|medical|therapy|treatment|to (improve|respond))|(no|little|minimal|limited|without) (relief|improvement|response)|newly diagnosed|new diagnosis|new[- ]onset|non-?healing)\b/gi;
/** Weaker words: they count unless the note calls the problem stable. */
const offGoal =
  /\b(elevated|remains? high|too high|higher than|persist\w*|symptomatic|continued (pain|symptoms)|higher dose|struggl\w+|continues to (have|experience|report)|increased (symptoms|pain|fatigue|shortness))\b/gi;
const stable =
  /\b(stable|(?<!not )(?<!poorly )(well[- ]?)?controlled|at goal|doing (very |quite )?well|asymptomatic|in remission|unchanged|well[- ]managed|managed well|no (new )?(issues|problems|complaints|changes))\b/gi;
/** The same in the shorthand of a plan: "A1c up", "BP still high", "LDL ↑". */
const offGoalShort =
  /\b(a1c|hba1c|sugars?|glucose|bp|pressures?|sbp|ldl|tg|triglycerides|tsh|weight|wt|uric acid|inr|pain|symptoms?|creatinine|cr|egfr|phq-?9|gad-?7|headaches?|seizures?|dyspnea)\b[^.;,]{0,24}?(\b(up|rising|rises|climb\w*|creep\w*|trend\w* up|high|higher|worse|elevated|increas(ed|ing)|declin\w+|not at target|off target|still \d)\b|↑)|\b(uncontrolled|unctrl\w*|not ctrl\w*|poorly ctrl\w*|subopt\w*|w\/ exac\w*|exac\b|off goal|not @ goal|above target|out of range|under-?treated|break-?through)/gi;
/** An acute problem that is over is looked at once more, no more than that. */
const resolved = /\b((has |have |fully |completely |now )?resolved|resolution of)\b/gi;
const escalating =
  /\b(increas(e|ed|ing)|rais(e|ed|ing)|doubl(e|ed|ing)|bump(ed)? up|step(ped)? up|up-?titrat\w+|add(ed|ing)?|put (him|her|them|the patient|pt) on|start(ed|ing)?|initiat\w+|begin|switch\w*|chang(e|ed|ing) (to|his|her|their|from)|prescrib\w+)\b/i;

const severe =
  /\b(severe exacerbation|threat(en\w*)? to (life|limb|vision)|(life|limb|sight)[- ]threatening|impending|acute respiratory failure|((spinal )?cord|brain ?stem|optic nerve|chiasmal) compression|cauda equina|(active|current) suicidal (ideation|intent|plan)|suicidal (intent|plan)|homicidal (intent|plan)|septic|sepsis|hypertensive (emergency|crisis)|stroke in evolution|unstable angina)\b/gi;
const complicated =
  /\b(loss of consciousness|(full[- ]thickness|complete|acute) (tear|rupture)|(tendon|ligament|achilles|biceps|quadriceps|patellar)[^.]{0,20} rupture|rupture[^.]{0,24}(tendon|ligament|achilles)|(complex|bucket[- ]handle) tear|multiple injuries|open fracture|head injury|concussion|neurovascular (compromise|deficit)|compartment syndrome|(?<!non-|non |not |minimally )displaced|dislocat(ed|ion)|multiple fractures)\b/gi;
/** Suspected causes that threaten life or function in the near term, whatever they turn out to be. */
const threatDoubt =
  /\b(suspect\w*|suspicio\w+|concern\w* (for|about|of)|worr(y|ied|isome)( for| about)?|rule[- ]?out|r\/o|possib(le|ly|ility of))\b[^.]{0,40}\b(acute coronary syndrome|myocardial infarction|pulmonary embol\w+|aortic dissection|acute stroke|meningitis|sepsis|necroti[sz]ing|ectopic pregnancy|testicular torsion|cauda equina|giant cell arteritis|retinal detachment)\b/gi;
/** A differential diagnosis that stands for a high risk of morbidity without treatment. */
const graveDoubt =
  /\b(suspect\w*|suspicio\w+|concern\w* (for|about|of)|worr(y|ied|isome)( for| about)?|rule[- ]?out|r\/o|evaluate for|possib(le|ly|ility of)|differential)\b[^.]{0,60}\b(cancer|malignan\w+|carcinoma|tumou?r|neoplasm|lymphoma|leukemia|metasta\w+|coronary|ischemi\w+|infarct\w*|embol\w+|thromb\w+|dvt|stroke|tia|aneurysm|dissection|sepsis|meningitis|osteomyelitis|tuberculosis|multiple sclerosis|seizures?|arrhythmia|heart failure|appendicitis|torsion|bowel obstruction|ectopic|cirrhosis|kidney failure|renal failure)\b/gi;

/** The first places that say it; two are enough to show. */
const said = (about: readonly Statement[], pattern: RegExp): readonly EvidenceSpan[] => {
  const spans: EvidenceSpan[] = [];
  for (const statement of about) {
    if (spans.length >= 2) break;
    spans.push(...affirmedPhrases(statement, pattern));
  }
  return spans.slice(0, 2);
};

/** A treatment that is begun or stepped up says that the goal is not met, unless the note calls the problem stable. */
const isEscalated = (statement: Statement): boolean =>
  escalating.test(statement.text) && findMedications(statement).some(needsPrescription);

/** Words before which little is told: a note of a few lines names no medicines besides its plan. */
const tellingWords = 40;
const keepsOn =
  /\b(cont('?d|inu\w*)?|keep|refill\w*|renew\w*|same|stay\w*|remain\w*|no change\w*|on|resum\w*|maint\w*)\b/i;

/** A course that ends, or that is taken at need, is no treatment of a chronic illness that was stepped up. */
const limited =
  /\b(as needed|prn|for (\d+|\w+) (days?|weeks?)|x ?\d+ ?(d|days?|wks?|weeks?)|(short )?course|taper|burst|at onset)\b/i;

/** A dosed medicine in the plan that the rest of the note does not name is begun, verb or none. */
const isBegun = (statement: Statement, known: ReadonlySet<string> | undefined): boolean =>
  known !== undefined &&
  known.size >= tellingWords &&
  !keepsOn.test(statement.text) &&
  !limited.test(statement.text) &&
  readMedicationDecisions(statement).some(
    (one) =>
      needsPrescription(one) &&
      statement.words.every(({ start, end, key }) => start < one.start || end > one.end || !known.has(key)),
  );

/** AMA: side effects of its treatment make a chronic illness one that is not stable; T36 to T50 tell the drug. */
const adverseEffect = /^T(3[6-9]|4\d|50)\S{3}5/;
const dueTo = /\b(due to|d\/t|from|caused by|secondary to|2\/2|induced by|on account of)\b[^.;,]{0,24}$/i;

/** "Angioedema due to lisinopril": a prescribed medicine that the note calls the cause. */
const causedByTreatment = ({ codes, about }: NamedProblem): readonly EvidenceSpan[] =>
  about
    .flatMap((statement) =>
      findMedications(statement)
        .filter(needsPrescription)
        .filter(({ start }) => dueTo.test(statement.text.slice(0, start - statement.start))),
    )
    .slice(0, codes.some((code) => adverseEffect.test(code)) ? 2 : 1)
    .map(spanOf);

const judgeChronic = ({ codes, about, known }: NamedProblem): Judgement => {
  const plainly = said(about, worsening);
  if (plainly.length > 0 || codes.some(saysWorsening))
    return { status: 'chronic-worsening', evidence: plainly };
  const calm = said(about, stable);
  if (calm.length > 0) return { status: 'chronic-stable', evidence: calm };
  const weaker = [
    ...said(about, offGoal),
    ...said(about, offGoalShort),
    ...about.filter((one) => isEscalated(one) || isBegun(one, known)).map(wholeOf),
  ].slice(0, 2);
  return weaker.length > 0
    ? { status: 'chronic-worsening', evidence: weaker }
    : { status: 'chronic-stable', evidence: [] };
};

const judgeAcute = (problem: NamedProblem, nature: ProblemNature): Judgement => {
  // AMA: an injury is complicated when it is extensive or its treatment options carry a risk of morbidity.
  const extensive =
    nature === 'injury'
      ? [...said(problem.about, complicated), ...problem.about.flatMap(operationsIn)].slice(0, 2)
      : [];
  if (extensive.length > 0) return { status: 'complicated-injury', evidence: extensive };
  const doubt = problem.about.flatMap((statement) => doubtsIn(statement, graveDoubt)).slice(0, 2);
  if (nature === 'uncertain' || doubt.length > 0) return { status: 'uncertain-prognosis', evidence: doubt };
  if (nature === 'systemic') return { status: 'acute-systemic', evidence: [] };
  const over = said(problem.about, resolved);
  const isMinor = nature === 'self-limited' || over.length > 0;
  return { status: isMinor ? 'self-limited' : 'acute', evidence: over };
};

const doubtsIn = ({ text, start }: Statement, doubt: RegExp): readonly EvidenceSpan[] =>
  matchesOf(text, doubt)
    .filter(
      ({ index }) =>
        !/\b(no|not|without|low|low[- ]risk|do not|don't|doubt)\s(\w+\s){0,2}$/i.test(text.slice(0, index)),
    )
    .map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
      quote: found[0],
    }));

/** The course of a problem and the words that tell it. */
export const judgeProblem = (problem: NamedProblem): Judgement => {
  const nature = natureOf(problem.name, problem.codes);
  const grave = [
    ...said(problem.about, severe),
    ...problem.about.flatMap((statement) => doubtsIn(statement, threatDoubt)).slice(0, 2),
  ];
  if (grave.length > 0 || nature === 'threat') return { status: 'severe', evidence: grave };
  const caused = problem.codes.length > 0 ? causedByTreatment(problem) : [];
  if (caused.length > 0 && nature !== 'self-limited')
    return { status: 'chronic-worsening', evidence: caused };
  return nature === 'chronic' ? judgeChronic(problem) : judgeAcute(problem, nature);
};
