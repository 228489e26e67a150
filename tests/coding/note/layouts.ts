/** One visit for two problems, told in as many layouts as a test needs. */
export const problems = ['Essential hypertension', 'Hypothyroidism'] as const;

export const visitCodes = ['I10', 'E03.9', '99214'] as const;

/** Headings of assessments as clinicians of many specialties write, misspell and set them off. */
export const assessmentHeadings = [
  'Assessment:', 'ASSESSMENT', 'Assessment', 'assessment:', 'Assesment:', 'ASSESMENT', 'Assessement:', 'Asessment:',
  'Assessments:', 'A:', 'A)', 'A/P:', 'A/P', 'A&P:', 'A & P', 'A+P:', '[A/P]', '[ASSESSMENT]', '[Assessment & Plan]',
  'ASSESSMENT/PLAN', 'Assessment/Plan:', 'Assessment and Plan', 'ASSESSMENT AND PLAN:', 'Assessment & Plan', 'Assesment and Paln:',
  'Plan and Assessment:', '**Assessment**', '**Assessment:**', '## Assessment', '# A/P', '### Assessment and Plan', '__Assessment__',
  '== ASSESSMENT ==', '--- Assessment ---', '*** ASSESSMENT ***', '<<ASSESSMENT>>', 'Impression', 'IMPRESSION:', 'Impresion:',
  'Imp:', 'Clinical Impression:', 'Diagnostic impression:', 'Final Impression', 'Impression and Recommendations:',
  'Impression/Plan:', 'Diagnosis:', 'DIAGNOSES', 'Diagnoses:', 'Diagnossis:', 'Dx:', 'DX', 'Final Diagnoses:', "Today's diagnoses:",
  'Today’s Diagnoses', 'Encounter Diagnoses', 'Visit Diagnoses:', 'Diagnoses treated:', 'Primary diagnosis:', 'Problems addressed:',
  'Problems Addressed Today', 'Problem(s) addressed:', 'Issues discussed today:', 'Problems worked up:', 'Medical decision making:',
  'Medical Decision-Making', 'MDM:', 'Discussion:', 'Formulation:', 'Case Formulation:', 'Summary:', 'Summary and Plan:', 'Conclusion:',
  'Opinion:', 'Assessment by problem:', 'Problem-based assessment and plan', 'Problem List and Plan:', 'Provider assessment:',
  '4. ASSESSMENT:', 'IV. Assessment', 'Assessment -', 'Assessment of problems:', 'Diagnosis & Treatment:', 'Dx/Tx:',
] as const; // biome-ignore format: a table

/** Marks of two entries, from the first to the second. */
export const listMarks: readonly (readonly [string, string])[] = [
  ['1. ', '2. '], ['1) ', '2) '], ['(1) ', '(2) '], ['1 ', '2 '], ['1 - ', '2 - '], ['1.  ', '2.  '], ['1.\t', '2.\t'], ['#1 ', '#2 '],
  ['#1. ', '#2. '], ['#1: ', '#2: '], ['#', '#'], ['# ', '# '], ['- ', '- '], ['-', '-'], ['* ', '* '], ['• ', '• '], ['•', '•'],
  ['·\t', '·\t'], ['o ', 'o '], ['> ', '> '], ['+ ', '+ '], ['– ', '– '], ['a) ', 'b) '], ['a. ', 'b. '], ['(a) ', '(b) '],
  ['A. ', 'B. '], ['i. ', 'ii. '], ['I. ', 'II. '], ['Problem 1: ', 'Problem 2: '], ['Problem #1: ', 'Problem #2: '], ['Dx 1: ', 'Dx 2: '],
  ['[1] ', '[2] '], ['1: ', '2: '], ['', ''],
]; // biome-ignore format: a table

type Layout = {
  readonly heading: string;
  readonly marks: readonly [string, string];
  readonly indent?: string;
  readonly lineEnd?: string;
};

/** The visit with its problems under a heading; the drug decision makes it moderate. */
export const visitIn = ({ heading, marks: [first, second], indent = '', lineEnd = '\n' }: Layout): string =>
  [
    'HPI: Established patient, here for follow-up. Feels well.',
    'Exam: BP 150/92. Heart regular.',
    heading,
    `${indent}${first}${problems[0]}, not at goal. Increase lisinopril to 40 mg daily.`,
    `${indent}${second}${problems[1]}, stable. Continue levothyroxine 75 mcg daily.`,
    'Return in 3 months.',
  ].join(lineEnd);
