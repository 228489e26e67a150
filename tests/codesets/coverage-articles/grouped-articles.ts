import type { TestArticle } from './coverage-files.ts';

/** Official codes in groups of our own making, which share none. */
export const groupCodes = {
  1: ['E11.51', 'I70.213'],
  2: ['B35.1', 'L60.2'],
  3: ['M79.674', 'L03.031'],
  4: ['Z79.4', 'I73.9'],
} as const;
type Group = keyof typeof groupCodes;

/** How a person reads an article for one procedure; groups that are not named cover nothing for it. */
export type Reading = {
  readonly alone?: readonly Group[];
  /** One of each entry together. */
  readonly together?: readonly (readonly Group[])[];
  readonly orTogether?: readonly (readonly Group[])[];
  /** Listed under words that only a person can weigh. */
  readonly doubtful?: readonly Group[];
  /** No list is of this procedure. */
  readonly notGoverned?: true;
  readonly modifiers?: readonly string[];
};

export type GroupedArticle = {
  readonly paragraphs: Partial<Record<Group, string>>;
  readonly ofProcedures?: Readonly<Record<number, string>>;
  readonly procedures?: Readonly<Record<number, readonly string[]>>;
  readonly readings: readonly (readonly [procedure: string, reading: Reading])[];
};

const both: readonly (readonly Group[])[] = [[2], [3]];
const plain = 'The following ICD-10-CM codes support medical necessity and provide coverage.';
const nails =
  'Mycotic nails are covered where B35.1 or L60.2 is reported as primary, with the diagnosis representing the symptom reported as the secondary ICD-10-CM code.';

/** Each with the paragraphs of its groups, and how a person reads them. */
export const groupedArticles: readonly GroupedArticle[] = [
  // What stands alone.
  { paragraphs: { 1: '' }, readings: [['11720', { alone: [1] }]] },
  { paragraphs: { 1: plain, 2: plain }, readings: [['11720', { alone: [1, 2] }]] },
  {
    paragraphs: {
      1: `<p>${plain}</p><p>It is the provider's responsibility to code to the highest level of specificity.</p>`,
    },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: {
      1: 'Use of a code listed below does not assure coverage; the service must be reasonable and necessary.',
    },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: { 1: 'These are stand-alone diagnosis codes.', 2: plain },
    readings: [['11720', { alone: [1, 2] }]],
  },
  {
    paragraphs: { 1: 'These codes do not require a secondary diagnosis.' },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: { 1: 'Covered for primary malignant neoplasm and for secondary malignant neoplasm of bone.' },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: { 1: '<p>Group 1 Codes&nbsp;&ndash; the list <b>below</b> is complete.</p>' },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: {
      1: 'The following lists include only those diagnoses for which the identified CPT/HCPCS procedures are covered. If a covered diagnosis is not on the claim, the edit will automatically deny the service.',
    },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: {
      1: 'These are the only codes that support necessity. Please refer to the LCD for its limits.',
    },
    readings: [['11720', { alone: [1] }]],
  },
  // Labels.
  {
    paragraphs: {
      1: plain,
      2: `<p>${nails}</p><p><strong>Primary Diagnosis :</strong></p>`,
      3: `<p>${nails}</p><p><strong>Secondary Diagnosis:</strong></p>`,
    },
    readings: [['11720', { alone: [1], together: both }]],
  },
  {
    paragraphs: { 2: 'Primary Diagnosis Codes', 3: 'Secondary Diagnosis Codes' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: `${nails} Primary Diagnosis:`, 3: `${nails} Secondary Diagnosis:` },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      2: 'Group 2: Primary ICD-10-CM diagnosis codes',
      3: 'Group 3: Secondary ICD-10-CM diagnosis codes',
    },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 3: 'Secondary diagnosis:', 2: 'Primary diagnosis:' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      2: 'The following codes must be reported as the primary diagnosis.',
      3: 'The following codes must be reported as a secondary diagnosis.',
    },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      1: 'Primary Diagnosis:',
      2: 'Secondary Diagnosis:',
      3: 'Primary Diagnosis:',
      4: 'Secondary Diagnosis:',
    },
    readings: [['11720', { together: [[1], [2]], orTogether: [[3], [4]] }]],
  },
  {
    paragraphs: { 2: 'Primary Diagnosis:', 3: 'Secondary Diagnosis:', 4: 'Secondary Diagnosis:' },
    readings: [['11720', { together: [[2], [3, 4]] }]],
  },
  // References.
  {
    paragraphs: {
      2: 'Refer to Group 3 for the secondary ICD-10-CM codes required for coverage.',
      3: 'Pain or infection of the nail.',
    },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      2: 'Refer to Group 3 for the secondary ICD-10-CM codes required for coverage for codes 11719, 11720 and G0127.',
      3: 'The patient has pain.',
    },
    readings: [
      ['11720', { together: both }],
      ['G0127', { together: both }],
    ],
  },
  {
    paragraphs: { 3: 'See Group 2 for the primary diagnosis codes that are required.', 2: plain },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      1: plain,
      2: `${plain} (Refer to Group 3 for the secondary diagnosis required.)`,
      3: plain,
    },
    readings: [['11720', { alone: [1], together: both }]],
  },
  // Needs in words.
  {
    paragraphs: { 2: 'These codes must be billed with a secondary diagnosis code from Group 3.', 3: 'Pain.' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'The following ICD-10-CM codes require a code from Group 3.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: plain, 3: 'The following codes must be reported along with a code from Group 2.' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      2: 'These diagnoses must be accompanied by one of the ICD-10-CM codes listed in Group 3 or Group 4.',
      3: '',
      4: '',
    },
    readings: [['11720', { together: [[2], [3, 4]] }]],
  },
  {
    paragraphs: {
      2: 'Each of these codes must be reported in conjunction with a code from Groups 3 or 4.',
      3: '',
      4: '',
    },
    readings: [['11720', { together: [[2], [3, 4]] }]],
  },
  {
    paragraphs: { 2: 'These codes require a code from Group 3 and a code from Group 4.', 3: '', 4: '' },
    readings: [['11720', { together: [[2], [3], [4]] }]],
  },
  {
    paragraphs: {
      1: 'A diagnosis from Group 2 must be accompanied by a diagnosis from Group 3.',
      2: '',
      3: '',
    },
    readings: [['11720', { alone: [1], together: both }]],
  },
  {
    paragraphs: { 2: 'In addition to a code of this list, a code from Group 3 is required.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'Codes from both Group 2 and Group 3 must be on the claim.', 3: plain },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'Dual diagnosis: Group 2 and Group 3 are required.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  // Needs of procedures.
  {
    paragraphs: {
      1: 'Codes 11719 and 11720 require a code from group 2 (evidence of mycosis) and a code from group 3 (pain or secondary infection).',
      2: '',
      3: '',
    },
    readings: [
      ['11720', { together: both }],
      ['11719', { together: both }],
      ['G0127', { doubtful: [2, 3] }],
    ],
  },
  {
    paragraphs: {
      1: plain,
      2: 'Codes 11720 and 11719 billed without a Q modifier require a code from group 2 and a code from group 3.',
      3: '',
    },
    readings: [
      ['11720', { together: both }],
      ['G0127', { alone: [1], doubtful: [2, 3] }],
    ],
  },
  {
    paragraphs: { 1: '', 2: '', 3: '' },
    ofProcedures: {
      1: 'CPT codes 11719 and 11720 require a diagnosis from Group 2 and a diagnosis from Group 3.',
    },
    readings: [
      ['11720', { together: both }],
      ['G0127', { alone: [1], doubtful: [2, 3] }],
    ],
  },
  {
    paragraphs: { 2: 'CPT code 11720 requires a secondary code from Group 3.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  // Limits to procedures.
  {
    paragraphs: { 1: 'For CPT code 11720:', 2: 'For HCPCS code G0127:' },
    readings: [
      ['11720', { alone: [1] }],
      ['G0127', { alone: [2] }],
      ['11719', { notGoverned: true }],
    ],
  },
  {
    paragraphs: { 1: 'For codes: 11719, 11720', 2: 'For code: G0127' },
    readings: [
      ['11719', { alone: [1] }],
      ['G0127', { alone: [2] }],
    ],
  },
  {
    paragraphs: { 1: 'Covered for CPT codes 11719-11721 only.', 2: plain },
    readings: [
      ['11720', { alone: [1, 2] }],
      ['G0127', { alone: [2] }],
    ],
  },
  {
    paragraphs: { 1: 'For all codes except 11720.', 2: 'For CPT code 11720.' },
    readings: [
      ['11720', { alone: [2] }],
      ['11719', { alone: [1] }],
    ],
  },
  {
    paragraphs: { 1: 'These codes do not support CPT code 11720.', 2: plain },
    readings: [['11720', { alone: [2] }]],
  },
  {
    procedures: { 1: ['11719', '11720'], 2: ['G0127'] },
    paragraphs: {
      1: 'The CPT/HCPCS codes in Group 1 are covered for:',
      2: 'The CPT/HCPCS codes in Group 2 are covered for:',
    },
    readings: [
      ['11720', { alone: [1] }],
      ['G0127', { alone: [2] }],
    ],
  },
  {
    procedures: { 1: ['11719', '11720'], 2: ['G0127'] },
    paragraphs: { 1: 'For Group 1 CPT codes.', 2: 'For Group 2 CPT codes.' },
    readings: [
      ['11719', { alone: [1] }],
      ['G0127', { alone: [2] }],
    ],
  },
  { paragraphs: { 1: 'For code 11055:', 2: plain }, readings: [['11720', { alone: [2] }]] },
  {
    paragraphs: {
      2: 'For CPT code 11720: Primary Diagnosis:',
      3: 'For CPT code 11720: Secondary Diagnosis:',
      1: 'For HCPCS code G0127.',
    },
    readings: [
      ['11720', { together: both }],
      ['G0127', { alone: [1] }],
    ],
  },
  // What only a person can weigh.
  {
    paragraphs: { 1: 'These codes must be supported by two further conditions of the patient.' },
    readings: [['11720', { doubtful: [1] }]],
  },
  {
    paragraphs: { 1: 'Covered only when the diagnosis is confirmed by biopsy.', 2: plain },
    readings: [['11720', { doubtful: [1], alone: [2] }]],
  },
  {
    paragraphs: { 1: 'An additional diagnosis code from E08.42 to E13.42 must be reported.' },
    readings: [['11720', { doubtful: [1] }]],
  },
  { paragraphs: { 1: 'Primary Diagnosis:' }, readings: [['11720', { doubtful: [1] }]] },
  {
    paragraphs: { 1: plain, 4: 'These codes may not be used as a stand-alone diagnosis.' },
    readings: [['11720', { alone: [1], doubtful: [4] }]],
  },
  {
    paragraphs: { 1: plain, 4: 'The following codes may only be reported as a secondary diagnosis.' },
    readings: [['11720', { alone: [1], doubtful: [4] }]],
  },
  {
    paragraphs: { 1: 'Codes of this list are paid unless the claim carries another condition.' },
    readings: [['11720', { doubtful: [1] }]],
  },
  {
    paragraphs: { 1: 'Covered when billed with modifiers Q7, Q8 or Q9.' },
    readings: [['11720', { doubtful: [1] }]],
  },
  // Further ways to say the same.
  {
    paragraphs: { 2: 'One code from Group 2 and one code from Group 3 must be reported.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'Two diagnosis codes are required: one from Group 2 and one from Group 3.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'Must be billed with one from each: Group 2, Group 3, Group 4.', 3: '', 4: '' },
    readings: [['11720', { together: [[2], [3], [4]] }]],
  },
  { paragraphs: { 2: 'Use with a code from Group 3.', 3: '' }, readings: [['11720', { together: both }]] },
  {
    paragraphs: { 2: 'Group 3 is a list of secondary codes.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 2: 'A secondary diagnosis from Group III is required.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  { paragraphs: { 2: 'Primary:', 3: 'Secondary:' }, readings: [['11720', { together: both }]] },
  {
    paragraphs: { 2: 'Coverage is not provided unless a required code from Group 3 is reported.', 3: '' },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: {
      2: 'The codes below are covered as the primary diagnosis with a secondary diagnosis from Group 3.',
      3: '',
    },
    readings: [['11720', { together: both }]],
  },
  {
    paragraphs: { 1: plain, 2: 'Denied if billed alone.' },
    readings: [['11720', { alone: [1], doubtful: [2] }]],
  },
  {
    paragraphs: { 1: 'Group 4 codes may not be billed alone.', 4: '' },
    readings: [['11720', { alone: [1], doubtful: [4] }]],
  },
  {
    paragraphs: { 1: 'These codes should not be billed with a code from Group 3.', 3: '' },
    readings: [['11720', { doubtful: [1, 3] }]],
  },
  { paragraphs: { 1: 'Must be billed with a code from Group 9.' }, readings: [['11720', { doubtful: [1] }]] },
  {
    paragraphs: { 1: '' },
    ofProcedures: { 1: 'A dual diagnosis is required; see the article text for the ICD-10-CM codes.' },
    readings: [['11720', { doubtful: [1] }]],
  },
  // In other words.
  {
    paragraphs: {
      2: 'At least one diagnosis from this group along with at least one diagnosis from Group 3 must appear on the claim.',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Payment is made for 11720 only if a Group 3 diagnosis is also present.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Dx from Group 2 plus Dx from Group 3 needed.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'The secondary diagnosis for these codes is listed in Group 3.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: '', 3: 'These codes should be used only in combination with Group 2 codes.' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: '', 3: 'Codes in Group 3 are considered secondary to the Group 2 codes.' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: '<p>ICD-10-CM Primary Codes</p>', 3: '<p>ICD-10-CM Secondary Codes</p>' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'List the primary diagnosis first.', 3: 'List the secondary diagnosis second.' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      2: 'For CPT codes 11719 and 11720 a dual diagnosis is necessary (Group 2 AND Group 3).',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'To be reimbursed, report both a Group 2 code and a Group 3 code.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'These ICD-10-CM codes need to be paired with one of the Group 4 codes.', 4: '' },
    readings: [['11720', { together: [[2], [4]] }]],
  },
  {
    paragraphs: {
      2: 'Codes marked here as first-listed diagnosis; a supporting diagnosis from Group 3 is mandatory.',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      1: 'Group 1 codes may be billed by themselves.',
      2: 'Group 2 codes: add a Group 3 code.',
      3: 'Not payable without a Group 2 code.',
    },
    readings: [['11720', { alone: [1], together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      2: 'A code from Group 2 is not sufficient; a code from Group 3 has to be reported, too.',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 1: 'Applies to 11719 and 11720.', 2: 'Applies to G0127 only.' },
    readings: [['11720', { alone: [1] }]],
  },
  {
    paragraphs: { 1: 'All procedures of this article with the exception of 11720.', 2: 'CPT 11720' },
    readings: [['11720', { alone: [2] }]],
  },
  {
    paragraphs: {
      2: 'Secondary code from Group 3 or Group 4 is required in addition to the primary.',
      3: '',
      4: '',
    },
    readings: [['11720', { together: [[2], [3, 4]] }]],
  },
  {
    paragraphs: { 2: 'Must have two diagnoses: (1) a code below and (2) a code in Group 3.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 1: 'Primary diagnosis codes for 11720', 2: 'Secondary diagnosis codes for 11720' },
    readings: [['11720', { together: [[1], [2]] }]],
  },
  {
    paragraphs: { 2: 'Group 2 diagnosis codes shall be submitted with Group 3 diagnosis codes.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      2: 'Claims submitted with a Group 2 diagnosis are denied when no Group 3 diagnosis is on the line.',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      2: 'In order for 11720 to be covered, Group 2 and Group 3 diagnoses are necessary.',
      3: '',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Report these first, followed by a code of Group 3.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: '<p>The codes in Group 2 and Group 3 work as a pair.</p>', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      2: 'Systemic conditions. <br/> One of the symptoms in Group 3 must be coded as well.',
      3: 'Symptoms.',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Mycosis (primary)', 3: 'Symptoms (secondary)' },
    readings: [['11720', { doubtful: [2, 3] }]],
  },
  {
    paragraphs: { 2: 'PRIMARY DIAGNOSIS CODES:', 3: 'SECONDARY DIAGNOSIS CODES:' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: '11720: Principal diagnosis', 3: '11720: Supporting secondary diagnosis' },
    readings: [['11720', { doubtful: [2, 3] }]],
  },
  {
    paragraphs: { 1: '11719, G0127:', 2: '11720, 11721: needs Group 3', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Any of these must also have one of Group 3 or 4.', 3: '', 4: '' },
    readings: [['11720', { together: [[2], [3, 4]] }]],
  },
  {
    paragraphs: { 2: 'The diagnoses below have to be submitted jointly with those of Group 4.', 4: '' },
    readings: [['11720', { together: [[2], [4]] }]],
  },
  {
    paragraphs: { 2: 'Coverage exists when a group 2 diagnosis coexists with a group 3 diagnosis.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 1: '', 2: 'Not separately payable; must accompany a Group 1 code.' },
    readings: [['11720', { together: [[1], [2]] }]],
  },
  {
    paragraphs: { 1: '', 2: 'Codes in this list are only for HCPCS G0127.' },
    readings: [['11720', { alone: [1] }]],
  },
  { paragraphs: { 1: 'This list does not apply to 11720.', 2: '' }, readings: [['11720', { alone: [2] }]] },
  {
    paragraphs: {
      2: '',
      3: 'Secondary diagnosis codes (at least one is required with the codes of Group 2):',
    },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'To support 11720, use one code from each of Groups 2 and 3.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: { 2: 'Group 2 codes do not support coverage unless reported with Group 3 codes.', 3: '' },
    readings: [['11720', { together: [[2], [3]] }]],
  },
  {
    paragraphs: {
      1: 'May be reported as the only diagnosis.',
      2: 'May not be reported as the only diagnosis; a Group 1 code is needed.',
    },
    readings: [['11720', { alone: [1], together: [[1], [2]] }]],
  },
  {
    paragraphs: { 1: '', 2: 'These are supplementary codes and are not to be used as the sole diagnosis.' },
    readings: [['11720', { alone: [1], doubtful: [2] }]],
  },
];

const groupsIn = ({ paragraphs }: GroupedArticle): readonly Group[] =>
  ([1, 2, 3, 4] as const).filter((group) => paragraphs[group] !== undefined);

/** The article as the tables hold it. */
export const articleOf = (grouped: GroupedArticle, place: number): TestArticle => ({
  id: 59_001 + place,
  procedures: grouped.procedures ?? { 1: ['11719', '11720', 'G0127'] },
  ...(grouped.ofProcedures && { procedureParagraphs: grouped.ofProcedures }),
  covered: Object.fromEntries(
    groupsIn(grouped).map((group) => [
      group,
      { codes: groupCodes[group], paragraph: grouped.paragraphs[group] ?? '' },
    ]),
  ),
});

export type Expected = 'covered' | 'not-covered' | 'needs-secondary' | 'not-governed' | 'doubtful';

/** What a person answers for diagnoses, by the reading alone: nothing of the engine is asked. */
export const answerByHand = (reading: Reading, diagnoses: readonly string[]): Expected => {
  const { alone = [], together = [], orTogether = [], doubtful = [], notGoverned } = reading;
  if (notGoverned) return 'not-governed';
  const isIn = (groups: readonly Group[]): boolean =>
    diagnoses.some((code) => groups.some((group) => groupCodes[group].some((one) => one === code)));
  if (isIn(alone)) return 'covered';
  const pairs = [together, orTogether].filter(({ length }) => length > 0);
  if (pairs.some((pair) => pair.every(isIn))) return 'covered';
  if (isIn(doubtful)) return 'doubtful';
  return pairs.some((pair) => pair.some(isIn)) ? 'needs-secondary' : 'not-covered';
};
