import { isRadiograph } from '../../../codesets/clinical-terms/procedures.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import { phrasesIn, spanOf } from '../note/find-phrases.ts';
import { anyTells, mayTell } from '../note/letters-of.ts';
import type { SectionKind } from '../note/read-sections.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DecisionElement, DecisionReason } from './decision-element.ts';
import type { Level } from './em-level.ts';
import { findTests, type TestMention } from './find-tests.ts';

const ordering: readonly SectionKind[] = ['results', 'procedure', 'assessment', 'plan', 'other'];

/** Tests that were only thought about or put off. */
const notToday =
  /\b(consider(ed)?|declin\w+|defer\w*|in \d+ (weeks?|months?)|not (needed|indicated|done)|if (he|she|they|it|symptoms?|the|there|pain|no)|may (need|require|have to|consider))\b/i;
/** Words before a test by which it was counted when it was ordered at an earlier visit. */
const earlier = /\b(previous(ly)?|prior|last (visit|month|year)('s)?|old)\s+(\w+\s+){0,2}$/i;
const homeReading = /\b(home|glucometer|fingersticks? at|self[- ]monitor\w*)\b/i;

const relative =
  '(mother|father|mom|dad|parents?|guardian|caregiver|spouse|wife|husband|daughter|son|grandmother|grandfather)';
const statedHistorian = new RegExp(
  `independent historian|collateral history|history[^.]{0,40}(obtained|provided|given|supplied|taken)[^.]{0,30}\\b${relative}\\b`,
  'gi',
);
const relativeTells = new RegExp(
  `\\b${relative} (reports?|states?|notes?|describes?|says?|gives?|provides?|mentions?|endorses?|denies)\\b`,
  'gi',
);
/** A historian counts where the patient cannot tell the history: a child, or a patient who is not able to. */
const cannotTell =
  /\b(\d{1,2}[- ](day|week|month)s?[- ]old|([1-9]|1[0-2])[- ]years?[- ]old|infant|toddler|dementia|alzheimer\w*|aphasia|nonverbal|non-verbal|poor historian|unable to (provide|give)|cognitive impairment|developmental delay)/i;
const externalNote =
  /\b(reviewed?|review of|reviewing)\b[^.]{0,50}\b(outside|external|hospital|emergency|ed|er|urgent care|discharge|cardiology|orthop\w+|specialist|consult\w*|referring|primary care)\b[^.]{0,30}\b(notes?|records?|summary|report|letter|documentation)\b/gi;
const ownInterpretation =
  /\b(x-?rays?|radiographs?|films?|images?|imaging|tracings?|ecg|ekg|ct|mri|us|ultrasound|echo\w*)\b[^.;]{0,40}\b(read by me|by me|my (own )?(read|interpretation)|(images?|films?) (seen|viewed|looked at|reviewed))\b|\bI (have )?(read|looked at|viewed|reviewed|interpreted)( (all|both|each))?( of)? (the|these|her|his|their|them) ?(myself )?[^.;]{0,20}\b(images?|films?|x-?rays?|radiographs?|mri|ct|tracings?|ecg|ekg|scans?)\b|\b(independent(ly)?|personal(ly)?)( review(ed)?( and|,))? (interpret\w*|review\w*|read|view\w*)\b[^.]{0,40}\b(images?|imaging|tracings?|films?|x-?rays?|radiographs?|ecg|ekg|ct|mri|ultrasound|echo\w*)\b|\b(images?|imaging|tracings?|films?|x-?rays?|radiographs?|ecg|ekg|ct|mri|ultrasound)\b[^.]{0,40}\b(independently|personally) (interpreted|reviewed|read|viewed)\b/gi;
const externalDiscussion =
  /\b(called|phoned|spoke (with|to|w\/)|d\/w|discussed w(ith|\/)|conferred with|case discussed with) (dr\.? [A-Z][\w'’-]+|(the )?(on-?call )?(cards|cardiology|ortho\w*|neuro\w*|surgery|gi|renal|nephrology|id|oncology|ob|psych\w*|ent|ophtho\w*|urology|pulm\w*|vascular|radiology))\b|\b(discuss(ed|ion)|spoke|conferred|consulted)\b[^.]{0,30}\bwith (dr\.?|the )?[^.]{0,20}(cardiolog|radiolog|surgeon|pharmacist|specialist|on-call|neurolog|nephrolog|pulmonolog|oncolog|hospitalist|social worker|case manager)/gi;
const someLabs =
  /\b(labs?|lab(oratory)? (work|tests?|studies|results?)|blood ?work|blood tests?|serologies)\b/gi;
const furtherLabs = /\b(additional|further|more|other|another)\b/i;

type Reported = { readonly procedures: readonly string[]; readonly dateOfService: CalendarDate };

/** A test whose interpretation is billed counts in its own code, not in the E/M as well. */
const isReported = ({ codes }: TestMention, { procedures, dateOfService }: Reported): boolean =>
  codes.some(
    (code) =>
      procedures.includes(code) &&
      (isRadiograph(code) || (codeBookOn(dateOfService).procedures.entry(code)?.interpretation ?? false)),
  );

/** "The x-ray" without a site is the x-ray that the note names elsewhere. */
const isNamedElsewhere = (test: TestMention, all: readonly TestMention[]): boolean =>
  test.kind === 'imaging of no site' &&
  all.some(({ kind, name }) => kind === 'imaging' && name.startsWith(test.name));

const isOfReportedFilms = ({ kind, name }: TestMention, { procedures }: Reported): boolean =>
  kind === 'imaging of no site' && name === 'x-ray' && procedures.some(isRadiograph);

const isCounted = ({ statement, start }: TestMention): boolean => {
  const before = statement.text.slice(0, start - statement.start);
  return !earlier.test(before) && !homeReading.test(statement.text);
};

const countedTests = (statements: readonly Statement[], reported: Reported): readonly TestMention[] => {
  const all = statements.flatMap(findTests).filter(isCounted);
  return all.filter(
    (test) =>
      !isReported(test, reported) && !isNamedElsewhere(test, all) && !isOfReportedFilms(test, reported),
  );
};

const uniqueTests = (found: readonly TestMention[]): readonly DecisionReason[] =>
  [...new Set(found.map(({ name }) => name))].map((name) => ({
    text: `test: ${name}`,
    evidence: found
      .filter((test) => test.name === name)
      .slice(0, 1)
      .map(spanOf),
  }));

/** "Labs" without a name are at least one test; further ones that are ordered beside reviewed ones one more. */
const unnamedLabs = (
  statements: readonly Statement[],
  tests: readonly TestMention[],
): readonly DecisionReason[] => {
  if (tests.some(({ kind }) => kind === 'laboratory')) return [];
  const mentions = (some: readonly Statement[]): readonly EvidenceSpan[] =>
    some.flatMap((statement) => phrasesIn(statement, someLabs).slice(0, 1));
  const isFurther = ({ section, text }: Statement): boolean =>
    section !== 'results' && furtherLabs.test(text);
  const [first] = mentions(statements.filter((statement) => !isFurther(statement)));
  const [further] = mentions(statements.filter(isFurther));
  return [first, further].flatMap((span) =>
    span ? [{ text: 'test: laboratory work without a name', evidence: [span] }] : [],
  );
};

const said = (statements: readonly Statement[], pattern: RegExp, text: string): readonly DecisionReason[] =>
  (mayTell(statements, pattern) ? statements : [])
    .filter(({ section }) => section !== 'background')
    .flatMap((statement) => phrasesIn(statement, pattern))
    .slice(0, 1)
    .map((span) => ({ text, evidence: [span] }));

const historians = (statements: readonly Statement[]): readonly DecisionReason[] => {
  const stated = said(statements, statedHistorian, 'independent historian');
  if (stated.length > 0 || !anyTells(statements, cannotTell)) return stated;
  return said(statements, relativeTells, 'independent historian');
};

const levelFor = (items: number, historian: number, categories: number): Level => {
  const met = categories + (items + historian >= 3 ? 1 : 0);
  if (met >= 2) return 'high';
  if (met === 1) return 'moderate';
  return items >= 2 || historian > 0 ? 'low' : 'straightforward';
};

/** Amount and complexity of the data reviewed and ordered, by the three categories of the AMA's table. */
export const readData = (statements: readonly Statement[], reported: Reported): DecisionElement => {
  const counted = statements.filter(
    ({ section, text }) => ordering.includes(section) && !notToday.test(text),
  );
  const tests = countedTests(counted, reported);
  const items = [
    ...uniqueTests(tests),
    ...unnamedLabs(counted, tests),
    ...said(statements, externalNote, 'note of an external source'),
  ];
  const historian = historians(statements);
  const interpretable = statements.filter(
    (statement) => !findTests(statement).some((test) => isReported(test, reported)),
  );
  const categories = [
    ...said(interpretable, ownInterpretation, 'independent interpretation of a test'),
    ...said(statements, externalDiscussion, 'discussion with an external professional'),
  ];
  return {
    level: levelFor(items.length, historian.length, categories.length),
    reasons: [...items, ...historian, ...categories],
  };
};
