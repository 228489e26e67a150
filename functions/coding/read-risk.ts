import { type Medication, medications } from '../../codesets/code-set.ts';
import type { Level } from './em-level.ts';
import { indexTerms, matchTerms, type TermMatch } from './match-terms.ts';
import { qualifyMention } from './qualify-mention.ts';
import type { Statement } from './read-statements.ts';

const medicationIndex = indexTerms(medications.map((medication) => [medication, [medication.name]] as const));

const managing =
  /\b(start(ed|ing)?|begin|initiat\w+|continu\w+|increas\w+|decreas\w+|reduc\w+|titrat\w+|refill\w*|renew\w*|prescrib\w+|prescription|rx|switch\w*|chang\w+|add(ed)?|stop(ped)?|discontinu\w+|adjust\w*|taper\w*|trial of|keep|resum\w+|maintain|use)\b/i;
const dosed = /\b\d+(\.\d+)?\s?(mg|mcg|g|units?|puffs?)\b/i;

/** Ways out of care that are arranged now; "go to the ED if" is advice and is filtered as a condition. */
const highRisk =
  /\b(admit(ted)? to|hospital admission|hospitali[sz]ation|transfer(red)? to (the )?(ed|er|emergency|hospital)|sent to (the )?(ed|er|emergency)|emergency surgery|dnr|do not resuscitate|monitor\w* for (drug )?toxicity)\b/i;
const socialLimits =
  /\b(cannot afford|can't afford|homeless\w*|food insecurity|housing insecurity|no transportation|lack of transportation)\b/i;
const moderateOther = /\b(prescription drug management|elective major surgery)\b/i;
const lowRisk =
  /\b(physical therapy|pt referral|home exercise\w*|brace|splint|wrap|crutches|compression|ice|rice|heat|over[- ]the[- ]counter|otc|cold packs?|holter|event monitor|caffeine|dietary|diet|exercise|otic drops|saline|humidifi\w+|sleep hygiene|stretching)\b/i;
const minimalRisk =
  /\b(reassur\w+|supportive care|observation|watchful waiting|no treatment|rest|fluids|hydration|gargles?)\b/i;

const planning = ({ section }: Statement): boolean => section === 'assessment' || section === 'plan';

const isConditional = ({ text }: Statement): boolean =>
  /\b(if|unless|return|should|consider(ed)?|might|may)\b/i.test(text);

/** Ibuprofen 200 mg is sold over the counter, 800 mg is prescribed: the dose after the name decides. */
const needsPrescription = ({ meaning, statement, end }: TermMatch<Medication>): boolean => {
  if (meaning.supply === 'prescription') return true;
  const dose = /^\D{0,12}(\d+)\s?mg\b/i.exec(statement.text.slice(end - statement.start))?.[1];
  return dose !== undefined && Number(dose) >= (meaning.prescriptionFromMg ?? Infinity);
};

const managed = (statement: Statement): readonly TermMatch<Medication>[] =>
  managing.test(statement.text) || dosed.test(statement.text)
    ? matchTerms(statement, medicationIndex).filter(
        (match) => qualifyMention(statement, match) === 'affirmed',
      )
    : [];

const riskOf = (statement: Statement): Level | undefined => {
  const drugs = managed(statement);
  if (highRisk.test(statement.text) && !isConditional(statement)) return 'high';
  if (
    drugs.some(needsPrescription) ||
    moderateOther.test(statement.text) ||
    socialLimits.test(statement.text)
  )
    return 'moderate';
  if (drugs.length > 0 || (lowRisk.test(statement.text) && !isConditional(statement))) return 'low';
  return minimalRisk.test(statement.text) ? 'straightforward' : undefined;
};

const order: readonly Level[] = ['high', 'moderate', 'low', 'straightforward'];

/**
 * Risk of patient management, from what the assessment and plan decide. Undefined when they decide nothing
 * that the AMA's table names: then a coder judges, not a default.
 */
export const readRisk = (statements: readonly Statement[]): Level | undefined => {
  const found = statements.filter(planning).map(riskOf);
  return order.find((level) => found.includes(level));
};
