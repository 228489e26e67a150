import type { SectionKind } from '../note/read-sections.ts';
import type { Statement } from '../note/read-statements.ts';
import { findMedications } from './find-medications.ts';
import { findTests } from './find-tests.ts';

/** A line of the assessment that names a problem: its name ends where the clinician goes on to reason. */
export type ProblemTitle = { readonly statement: Statement; readonly name: string };

/** Beyond this many words a line is prose about the patient and not the name of a problem. */
const longestName = 14;

/** Words of a sentence; the name of a problem has none of them. */
const sentenceWords =
  /\b(is|was|are|were|has|have|had|presents?|presented|understands?|agrees?|will|would|should|can|i|we|she|he|they|you|patient|there|this|that|given|please)\b/i;

/** Lines that begin with what is to be done, or that are no problem of the patient. */
const otherLine =
  /^\s*(continue|start|stop|increase|decrease|order|refer|return|follow|call|advis|discuss|recommend|counsel|educat|review|schedul|rtc|see|patient|nothing|none|no\b|referral|health(care)? maintenance|preventi|screening|vaccin|immuniz|disposition|instructions|time\b|total time|medication (refill|management|reconciliation)|status post|s\/p|annual|well(ness)?\b|routine|physical exam|preventive|awv\b|encounter for|family history)/i;

/** A sentence about the patient, whatever it begins with. */
const aboutPatient = /^\s*(mr|mrs|ms|miss|dr)\b\.?|\b(year|month|week|day)s?[- ]old\b|\by\/?o\b/i;

const nameOf = (text: string): string => (text.split(/[,;:.(]|\s[-–—]\s/)[0] ?? '').trim();

/** Prevention is no problem of the patient. */
const prevention =
  /\b(preventive|preventative|wellness|well[- ](child|adult|woman|man|baby|visit|care)|annual|(routine|adult|school|sports|normal) (physical|exam)|physical exam\w*|health maintenance|check-?up|immuni[sz]ations?|vaccin\w+)\b/i;

const namesProblem = (name: string): boolean =>
  /\p{L}{2}/u.test(name) &&
  !prevention.test(name) &&
  name.split(/\s+/).length <= longestName &&
  !sentenceWords.test(name) &&
  !otherLine.test(name);

const titlesIn = (statements: readonly Statement[], section: SectionKind): readonly ProblemTitle[] =>
  statements
    .filter(
      (statement) => statement.section === section && statement.leads && !aboutPatient.test(statement.text),
    )
    .map((statement) => ({ statement, name: nameOf(statement.text) }))
    .filter(({ name }) => namesProblem(name));

/** The problems that the assessment lists. */
export const readProblemList = (statements: readonly Statement[]): readonly ProblemTitle[] =>
  titlesIn(statements, 'assessment');

/** Words that a headline of a plan may have; more of them are an instruction. */
const longestHeadline = 6;

const isHeadline = ({ name, statement }: ProblemTitle): boolean =>
  name.split(/\s+/).length <= longestHeadline &&
  !/\d/.test(name) &&
  /^\s*[.:]?\s*$/.test(statement.text.slice(statement.text.indexOf(name) + name.length)) &&
  findMedications(statement).length === 0 &&
  findTests(statement).length === 0;

/** The problems under whose names a plan is written, for a note that has no list of them elsewhere. */
export const readPlanHeadlines = (statements: readonly Statement[]): readonly ProblemTitle[] => {
  const items = Map.groupBy(statements, ({ item }) => item);
  return titlesIn(statements, 'plan').filter(
    (title) => isHeadline(title) && (items.get(title.statement.item)?.length ?? 0) > 1,
  );
};
