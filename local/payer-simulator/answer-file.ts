import { findingsOf } from '../../functions/edi/sets.ts';
import { UnwritableValue } from '../../functions/edi/text/segment-writer.ts';
import { eligibilityInquiryGuide } from '../../functions/edi/x270/guide.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { acknowledgeSyntax } from './acknowledge-syntax.ts';
import type { Answer, Answers, Office, ReceivedFile } from './answer.ts';
import { answerAppeal } from './answer-appeal.ts';
import { answerClaims, syntaxDays } from './answer-claims.ts';
import { answerEligibility } from './answer-eligibility.ts';
import { answerStatus } from './answer-status.ts';
import { dataOf, type Translation, translate } from './translate.ts';

/**
 * All answers to one file, with the instants at which they are due, and what the payers know from now on in the
 * ledger. The same files in the same order always give the same answers.
 */
export const answerFile = (file: ReceivedFile, office: Office): Answers => {
  try {
    // Documents and packets are for people: of letters that of an appeal alone is answered.
    if (file.name.endsWith('.pdf') || file.name.startsWith('documents-'))
      return { answers: [], findings: [] };
    return file.name.startsWith('appeal-') ? answerAppeal(file, office) : answerInterchange(file, office);
  } catch (error) {
    if (!(error instanceof UnwritableValue)) throw error;
    const detail = 'An answer would repeat a value that cannot stand in a file';
    return { answers: [], findings: [{ code: 'unwritable', path: error.element, detail }] };
  }
};

const answerInterchange = (file: ReceivedFile, office: Office): Answers => {
  const translation = translate(file.text, office.payers);
  const { report } = translation;
  const answers = [...syntaxAnswers(file, translation, office), ...contentAnswers(file, translation, office)];
  return { answers, findings: answers.length > 0 ? report.findings : findingsOf(report) };
};

/** A question is answered by its answer alone, unless it cannot be taken. */
const syntaxAnswers = (file: ReceivedFile, translation: Translation, office: Office): Answer[] => {
  const claims = dataOf(translation.sets, professionalClaimGuide);
  if (claims.length === 0 && findingsOf(translation.report).length === 0) return [];
  return acknowledgeSyntax(file, translation, office, syntaxDays(claims, office));
};

const contentAnswers = (file: ReceivedFile, { report, sets }: Translation, office: Office): Answer[] => {
  const { header } = report;
  if (header === undefined) return [];
  return [
    ...answerClaims(file, { header, sets: dataOf(sets, professionalClaimGuide) }, office),
    ...answerEligibility(file, { header, sets: dataOf(sets, eligibilityInquiryGuide) }, office),
    ...answerStatus(file, { header, sets: dataOf(sets, statusInquiryGuide) }, office),
  ];
};
