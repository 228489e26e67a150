import type { EvidenceSpan } from '../../domain/coding.ts';
import { affirmedPhrases, phrasesIn, spanOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import { needsPrescription } from './find-medications.ts';
import { findTests } from './find-tests.ts';
import { decidedElsewhere } from './read-decided.ts';
import { type MedicationDecision, readMedicationDecisions } from './read-medication-decisions.ts';

/** Words by which the clinician calls a problem separate from what else was done. */
const separate =
  /\b(separate(ly)?( and)?( significant\w*)? (identifiable|evaluat\w+|problem|issue|concern|complaint|e\/m|visit|managed|addressed|from (the|today['’]?s|this) (procedure|injection|surgery|wellness|preventive|physical))|significant,? (and )?separate\w*|(unrelated|not related) (problem|issue|complaint|concern|to (the|his|her|their|this|today['’]?s) (procedure|surgery|operation|injection|wound))|in addition to (the|today['’]?s) (procedure|injection|wellness|preventive|physical)|(worked up|addressed|managed|evaluated) (beyond|apart from|outside( of)?) (the )?(awv|wellness|preventive|physical|procedure)|modifier[- ]?25)\b/gi;

/** Places where the note calls a problem separate. */
export const separateWords = (statements: readonly Statement[]): readonly EvidenceSpan[] =>
  statements.flatMap((statement) => phrasesIn(statement, separate)).slice(0, 1);

const planning = ({ section }: Statement): boolean => section === 'assessment' || section === 'plan';

const performing =
  /\b(inject\w*|infus\w*|debrid\w*|biops\w*|excis\w*|cryo\w*|liquid nitrogen|sutur\w*|anesthe\w+|lidocaine|procedure\w*|post-?procedure|dressing|wound care|specimen|pathology)\b/i;
const arranging =
  /\b(refer(red|ral)?( to)?|physical therapy|occupational therapy|consult(ation)? (with|to)|mri|ct (scan|of)|x-?rays?|(labs?|blood ?work) (ordered|today|drawn|sent))\b/gi;

/** Medicines that go with a procedure: for its pain, against an infection of its wound, or to numb. */
const goesWithProcedure = new Set([
  'local anesthetic',
  'antibiotic',
  'opioid',
  'prescription NSAID',
  'pain and fever',
  'skin',
  'NSAID sold in two strengths',
]);

/** Decisions about prescribed medicines in the plan. */
export const prescriptionDecisions = (statements: readonly Statement[]): readonly MedicationDecision[] =>
  statements.filter(planning).flatMap(readMedicationDecisions).filter(needsPrescription);

/** Changes of treatment that are a decision of their own beside what the patient came for. */
export const ownChanges = (statements: readonly Statement[]): readonly EvidenceSpan[] =>
  prescriptionDecisions(statements)
    .filter(({ decision, statement }) => decision === 'changed' && !performing.test(statement.text))
    .filter((one) => !goesWithProcedure.has(one.class))
    .map(spanOf)
    .slice(0, 1);

/**
 * What the plan manages besides a procedure: a prescribed medicine, a test that is no part of the procedure, a
 * referral, therapy. Going on with a medicine is enough only where it is for another problem (`least` continued).
 */
export const managedBesideProcedure = (
  statements: readonly Statement[],
  least: MedicationDecision['decision'],
): readonly EvidenceSpan[] => {
  const others = statements.filter((statement) => planning(statement) && !performing.test(statement.text));
  const drugs = others
    .flatMap(readMedicationDecisions)
    .filter((one) => least === 'continued' || one.decision === 'changed')
    .filter((one) => needsPrescription(one) && !goesWithProcedure.has(one.class))
    .map(spanOf);
  const tests = others.flatMap(findTests).map(spanOf);
  const arranged = others.flatMap((statement) => affirmedPhrases(statement, arranging));
  return [...drugs, ...tests, ...arranged].slice(0, 1);
};

const furtherCare =
  /\b(prescri\w+|rx|antibiotic\w*|colonoscopy|endoscopy|surgery|operation|arthroplasty|options?|therapy|referr\w+|labs?|culture|imaging|smok\w+|quit\w*|diet|fiber|ointment|cream|compression|off-?loading)\b/gi;

/**
 * What was decided for a patient seen for the first time beyond the procedure: any medicine but the one that numbs, a
 * test, a referral, the choices gone over.
 */
export const managedForNewPatient = (statements: readonly Statement[]): readonly EvidenceSpan[] => {
  const decided = [...statements.filter(planning), ...decidedElsewhere(statements)];
  const others = decided.filter(({ text }) => !performing.test(text));
  return [
    ...others.flatMap(readMedicationDecisions).map(spanOf),
    ...others.flatMap(findTests).map(spanOf),
    ...others.flatMap((statement) => affirmedPhrases(statement, furtherCare)),
  ].slice(0, 1);
};
