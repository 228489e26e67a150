import type { EvidenceSpan } from '../../domain/coding.ts';
import { affirmedPhrases, phrasesIn } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DecisionReason } from './decision-element.ts';
import type { Level } from './em-level.ts';

/** Operations with a hospital stay or a long recovery; skin repairs, biopsies and injections are minor. */
const operation =
  /\b(surgical (intervention|repair|treatment|excision|fixation|release|removal|resection|correction|reconstruction)|surgery|resection|arthroplasty|(knee|hip|shoulder|joint|valve|disc) replacement|fusion|laminectomy|discectomy|\w{0,12}(cholecyst|hyster|col|append|thyroid|nephr|mast|prostat|lob|menisc|oophor|splen|gastr|tonsill|adenoid|crani|lump)\w{0,8}(ectomy|otomy|tomy)|bypass( graft\w*)?|(cardiac|heart) catheterization|coronary angiogram|angioplasty|ablation|stent(ing)?|(tendon|cuff|hernia|meniscus|meniscal|valve|ligament|labral|labrum|acl) (repair|reconstruction)|arthroscop\w+|transplant(ation)?|osteotomy|orif|open reduction|internal fixation|amputation|laparoscop\w+|carpal tunnel release|lithotripsy|septoplasty)\b/gi;
const decided =
  /\b(recommend\w*|proceed\w*|schedul\w+|elect(s|ed|ing)?|opt(s|ed|ing)?|plan(s|ned|ning)?|candidate|wish(es)?|consent\w*|book(ed)?|indicated|discuss\w*|undergo|perform|go(ing)? ahead|as an outpatient|outpatient basis|overnight|date set|set for|on (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d|on \d{1,2}\/\d{1,2}|would like|need(s|ed)?|require[sd]?|explained|risks)\b/i;
const undecided =
  /\b(avoid\w*|non-?surgical|non-?operative|conservative|without surgery|if|unless|fails?|declin\w+|not (a candidate|interested|needed|indicated)|status post|s\/p|post-?op\w*|history of|previous\w*|prior|after (his|her|the) surgery|surgeon|refer\w*|consult\w*|follow[- ]?up (after|from)|ago)\b/i;
const graveRisks =
  /\b(risks?|complications?)\b[^.]{0,160}\b(death|stroke|heart attack|myocardial infarction|paralysis|permanent)\b/gi;
const patientRisks =
  /\b(high(er)?[- ]risk (surgical )?(candidate|patient|surgery)|(increased|elevated|high(er)?) (surgical|operative|perioperative|anesthetic|cardiac) risk)\b/gi;

/** The major operations that a statement weighs or decides for; a referral to a surgeon is no such decision. */
export const operationsIn = (statement: Statement): readonly EvidenceSpan[] =>
  decided.test(statement.text) && !undecided.test(statement.text)
    ? affirmedPhrases(statement, operation)
    : [];

/**
 * The decision for a major operation: moderate risk, high where the note names risk factors of the patient or
 * the procedure (AMA's table).
 */
export const readSurgery = (
  planned: readonly Statement[],
): readonly (DecisionReason & { readonly level: Level })[] => {
  const chosen = planned.flatMap(operationsIn).slice(0, 1);
  if (chosen.length === 0) return [];
  const risks = planned
    .flatMap((statement) => [...phrasesIn(statement, graveRisks), ...phrasesIn(statement, patientRisks)])
    .slice(0, 1);
  return risks.length > 0
    ? [{ level: 'high', text: 'major surgery with identified risk factors', evidence: [...chosen, ...risks] }]
    : [{ level: 'moderate', text: 'major surgery', evidence: chosen }];
};
