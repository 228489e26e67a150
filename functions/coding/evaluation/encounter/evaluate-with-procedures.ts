import { natureOfCode } from '../../../../codesets/clinical-terms/problem-natures.ts';
import { codeBookOn } from '../../../../codesets/code-book.ts';
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { ProcedureCode } from '../../../../codesets/code-set.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import { affirmedPhrases } from '../../note/find-phrases.ts';
import { readPatientType } from '../../note/read-patient-type.ts';
import type { Visit } from '../../note/visit.ts';
import type { AddressedDiagnosis } from '../addressed-problem.ts';
import { evaluateVisit, type Reading, type SuggestedEvaluation } from '../evaluate-visit.ts';
import { managedBesideProcedure, managedForNewPatient, separateWords } from '../own-management.ts';
import { reasons } from './encounter-kind.ts';
import { rejecting, withModifier } from './with-modifier.ts';

const plannedProcedure =
  /\b(scheduled|planned|here|presents?|presenting|returns?|coming in|comes in|in today)\b[^.]{0,60}\b(injection|procedure|removal|repair|drainage|cryotherapy|insertion|biopsy)\b/i;
const cameForMore =
  /\b(evaluation|evaluate|follow[- ]?up|discuss\w*|consult\w*|after|since|following|status post|s\/p|post|pain|worse\w*)\b/i;

const minorProcedures = ({ done }: Reading, visit: Visit): readonly ProcedureCode[] =>
  done.flatMap(({ code }) => {
    const known = codeBookOn(visit.dateOfService).procedures.entry(code);
    return known?.minorProcedure ? [known] : [];
  });

/** Procedures told in words, for those that no code was found for. */
const performed =
  /\b((ln2|liquid nitrogen|cryo\w*)[^.]{0,20}(\bx ?\d|\bapplied|freeze|cycles?|\d+ sec)|treated with (liquid nitrogen|cryo\w*|ln2)|\d+ units in \d+ (sites|injections)|(foreign body|fb)\b[^.]{0,30}\bremoved|removed[^.]{0,20} foreign body|(trigger points?|muscles?)[^.]{0,40}(\d ?m?l|lidocaine)|lifted off the slough|(lesions?|warts?|aks?|keratos[ei]s) (were |was )?(frozen|treated|destroyed|curetted)|(shave|punch|excisional|tangential|incisional|skin)[^.]{0,30}biops(y|ies)[^.]{0,40}(performed|done|obtained|taken|sent)|biops(y|ied) (was |were )?(performed|done|taken|obtained)|debrided|pared|(sharp|excisional|selective) debridement|(wound|laceration) (was )?(sutured|closed|repaired|stapled)|(closed|repaired) (in layers?|(in a )?single layer|with)\b|closed the wound|simple interrupted|(excised|removed) the (lesion|cyst|mass|mole|growth|tumou?r)|incised and drained|i ?& ?d (was )?(performed|done)|(joint|bursa|knee|shoulder|hip|tendon|sheath|trigger points?|subacromial|intra-?articular)[^.]{0,60}\binjected|injected (the |into the )?(right |left )?(joint|bursa|knee|shoulder|hip|tendon|trigger)|nail (was )?avulsed|(iud|implant|nexplanon) (was )?(inserted|placed|removed)|cyst (was )?(excised|removed|drained)|(mole|lesion|skin tags?) (was |were )?(excised|removed|snipped|shaved)|cauteri[sz]ed|electrodesiccat\w+)\b/gi;
const toldIn = new Set(['reason', 'history', 'exam', 'procedure', 'assessment', 'plan', 'other', 'results']);
const notToday =
  /\b(will|plan|schedul\w+|consider\w*|if|ago|last|previous\w*|prior|history|recommend\w*|discuss\w*|years?|yesterday|elsewhere|outside|hospital|urgent care|ed|er|in \d{4}|\d{4}|(which|that) (we|I|he|she|they)|in (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b/i;

const toldProcedures = ({ statements }: Reading): readonly EvidenceSpan[] =>
  statements
    .filter(({ section, text }) => toldIn.has(section) && !notToday.test(text))
    .flatMap((statement) => affirmedPhrases(statement, performed))
    .slice(0, 1);

/** Problems that none of the procedures treats. */
const besides = (reading: Reading, procedures: readonly ProcedureCode[]): readonly AddressedDiagnosis[] =>
  reading.addressed.filter(
    ({ entry }) =>
      natureOfCode(entry.code) !== 'status' &&
      !procedures.some((procedure) => isWithin(entry.code, procedure.treats)),
  );

const cameForProcedure = ({ statements }: Reading): boolean =>
  statements
    .filter(({ section }) => section === 'reason' || section === 'history')
    .some(({ text }) => plannedProcedure.test(text) && !cameForMore.test(text));

const confidence = { besides: 0.85, questioned: 0.7 };

/** A procedure was done, and no other problem is assessed: there is nothing to ask about. */
export const isNothingBesides = (reading: Reading, visit: Visit): boolean => {
  const procedures = minorProcedures(reading, visit);
  return procedures.length > 0 && besides(reading, procedures).length === 0;
};

/** A wound that is closed or a splinter that is taken out is all that the patient came for, new or not. */
const isOfInjury =
  /^(12\d{3}|13[01]\d{2}|10120|10121|16000|30300|652(05|10|20|22)|69200|2819\d|20520|11740)$/;

/** A problem that nobody here knew is evaluated before it is treated, where more is decided than the procedure. */
const isFirstEvaluation = (
  reading: Reading,
  procedures: readonly ProcedureCode[],
  { patientType }: Visit,
): boolean =>
  (patientType ?? readPatientType(reading.statements, reading.frame)) === 'new' &&
  !procedures.some(({ code }) => isOfInjury.test(code)) &&
  managedForNewPatient(reading.statements).length > 0;

/** Why a visit may stand beside the procedure (modifier 25); undefined where nothing tells that it may. */
const reasonBeside = (
  reading: Reading,
  procedures: readonly ProcedureCode[],
  visit: Visit,
): string | undefined => {
  if (separateWords(reading.statements).length > 0) return 'the note calls a problem separate';
  const [other] = procedures.length > 0 ? besides(reading, procedures) : [];
  if (other && managedBesideProcedure(reading.statements, 'continued').length > 0)
    return `${other.entry.code} was managed besides the procedure`;
  if (cameForProcedure(reading)) return undefined;
  if (managedBesideProcedure(reading.statements, 'changed').length > 0)
    return 'more was managed than the procedure';
  return isFirstEvaluation(reading, procedures, visit)
    ? 'a new patient was evaluated beyond the procedure'
    : undefined;
};

/**
 * The visit beside a minor procedure, whose code includes the decision for it (NCCI policy manual): with modifier 25
 * where more was managed, else none and a question. Undefined where no such procedure was done.
 */
export const evaluateWithProcedures = (reading: Reading, visit: Visit): SuggestedEvaluation | undefined => {
  const procedures = minorProcedures(reading, visit);
  if (procedures.length === 0 && toldProcedures(reading).length === 0) return undefined;
  const evaluation = evaluateVisit(reading, visit);
  const reason = reasonBeside(reading, procedures, visit);
  const { rule, question } = reasons.procedure;
  const cameForIt = cameForProcedure(reading) && isNothingBesides(reading, visit);
  if (reason === undefined) return rejecting(evaluation, rule, cameForIt ? undefined : question);
  const isKnown = procedures.length > 0 && besides(reading, procedures).length > 0;
  const ceiling = isKnown ? confidence.besides : confidence.questioned;
  return withModifier(evaluation, '25', `modifier 25: ${reason}`, ceiling);
};
