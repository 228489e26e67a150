import type { CalendarDate } from '../../functions/domain/calendar.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import type { CodesInUse } from './codes-in-use.ts';
import type { DiagnosisBook, DiagnosisFacts } from './diagnosis-book.ts';
import type { ProcedureFacts } from './procedure-book.ts';

const objection = (code: string, detail: string): Finding => ({ code, path: '', detail });

/** What an edition of another time says may be different on the date, and the sentence says so. */
const withStatement = (detail: string, { source, inForce, statement }: CodesInUse): string =>
  source === 'starter' || inForce ? detail : `${detail} ${statement}`;

const endedDetail = ({ code, edition, replacements }: DiagnosisFacts): string =>
  replacements.length === 0
    ? `${code} is no billable code since the edition ${edition}; the publisher names no replacement.`
    : `${code} is no billable code since the edition ${edition}; use ${replacements.join(', ')}, whichever the note supports.`;

const below = 6;

/** A heading whose codes only add a 7th character is told which ones there are (guideline I.A.5). */
const headingDetail = (facts: DiagnosisFacts, diagnoses: DiagnosisBook): string => {
  const some = facts.below.slice(0, below).join(', ');
  const needsSeventh = facts.below.every((code) => code.length === 8);
  const characters = needsSeventh ? [...diagnoses.seventhCharacters(facts.code)] : [];
  const told = characters.map(([character, meaning]) => `${character} ${meaning}`).join('; ');
  const ending = told ? ` The 7th character tells: ${told}.` : '';
  return `${facts.code} is a heading; choose a billable code below it, among ${some}.${ending}`;
};

/** What is held against a diagnosis; undefined when it is billable. */
export const objectToDiagnosis = (
  facts: DiagnosisFacts,
  diagnoses: DiagnosisBook,
  inUse: CodesInUse,
): Finding | undefined => {
  const { code, edition, standing } = facts;
  const isStarter = inUse.source === 'starter';
  switch (standing) {
    case 'billable':
      return undefined;
    case 'heading':
      return objection('diagnosis-incomplete', withStatement(headingDetail(facts, diagnoses), inUse));
    case 'not-in-force':
      return isStarter
        ? objection('diagnosis-ended', `${code} is not valid on the date of service.`)
        : objection('diagnosis-ended', withStatement(endedDetail(facts), inUse));
    case 'unknown':
      return isStarter
        ? objection('diagnosis-unknown', `${code} is not in the starter set, which alone is installed.`)
        : objection(
            'diagnosis-unknown',
            withStatement(`${code} is not in ICD-10-CM ${edition}; check its digits.`, inUse),
          );
  }
};

/** What is said of a code that no set at hand has. */
export const unknownProcedure = (code: string, dateOfService: CalendarDate): Finding =>
  objection('procedure-unknown', `${code} is in no code set in use on ${dateOfService}; check its digits.`);

/** What is held against a CPT or HCPCS code; undefined when it is billable or no set at hand can know it. */
export const objectToProcedure = (
  { code, edition, standing }: ProcedureFacts,
  dateOfService: CalendarDate,
  hcpcs: CodesInUse,
): Finding | undefined => {
  const isOfHcpcs = edition === hcpcs.edition;
  switch (standing) {
    case 'billable':
    case 'unlisted':
      return undefined;
    case 'not-in-force':
      return isOfHcpcs
        ? objection(
            'procedure-ended',
            withStatement(`${code} has ended and is not in HCPCS ${edition}.`, hcpcs),
          )
        : objection('procedure-ended', `${code} is not valid on the date of service.`);
    case 'unknown':
      return isOfHcpcs
        ? objection(
            'procedure-unknown',
            withStatement(`${code} is not in HCPCS ${edition}; check its digits.`, hcpcs),
          )
        : unknownProcedure(code, dateOfService);
  }
};
