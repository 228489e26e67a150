import { column, pdf, twoColumns } from '../material/pdf.ts';
import { entry, heading, paragraph, table, textBox, word } from '../material/word.ts';
import { identity, type Person, type Shape, slashed } from './people.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
const icd = 'http://hl7.org/fhir/sid/icd-10-cm';

const patient = ({ last, first, born, sex, id }: Person) => ({
  resourceType: 'Patient',
  id: 'p',
  identifier: [
    { system: 'urn:clinic', value: id },
    { system: 'http://hl7.org/fhir/sid/us-ssn', value: '999001234' },
  ],
  name: [
    { use: 'old', family: 'Former', given: ['X'] },
    { use: 'official', family: last, given: [first] },
  ],
  gender: sex === 'M' ? 'male' : 'female',
  birthDate: born,
});
const bundle = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource, at) => ({ fullUrl: `urn:uuid:${at}`, resource })),
});
const coded = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] });

export const resourceShapes: Readonly<Record<string, Shape>> = {
  'a bundle of a visit': (person) => ({
    kind: 'fhir',
    bytes: json(
      bundle(
        patient(person),
        {
          resourceType: 'Practitioner',
          id: 'dr',
          identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: person.npi }],
          name: [{ family: 'Lim', given: ['Ana'] }],
        },
        {
          resourceType: 'Encounter',
          status: 'finished',
          class: { code: 'AMB', display: 'ambulatory' },
          period: { start: `${person.day}T09:15:00-05:00` },
          participant: [{ individual: { reference: 'Practitioner/dr' } }],
          location: [{ location: { display: 'Maple Street' } }],
        },
        {
          resourceType: 'Condition',
          category: [{ coding: [{ code: 'encounter-diagnosis' }] }],
          code: coded(icd, 'M10.9', 'Gout, unspecified'),
        },
        {
          resourceType: 'Condition',
          verificationStatus: { coding: [{ code: 'refuted' }] },
          code: { text: 'Diabetes' },
        },
        {
          resourceType: 'Procedure',
          status: 'completed',
          code: coded('http://www.ama-assn.org/go/cpt', '20600', 'Injection of joint'),
          performedDateTime: person.day,
        },
        { resourceType: 'Procedure', status: 'not-done', code: { text: 'Biopsy' } },
        {
          resourceType: 'Observation',
          status: 'final',
          category: [{ coding: [{ code: 'vital-signs' }] }],
          code: coded('http://loinc.org', '85354-9', 'Blood pressure'),
          component: [{ code: { text: 'Systolic' }, valueQuantity: { value: 142, unit: 'mmHg' } }],
        },
        {
          resourceType: 'Observation',
          status: 'final',
          code: coded('http://loinc.org', '2345-7', 'Glucose'),
          valueQuantity: { value: 105, unit: 'mg/dL' },
        },
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          medicationCodeableConcept: { text: 'allopurinol 100 mg' },
          dosageInstruction: [{ text: 'once daily' }],
        },
        { resourceType: 'AllergyIntolerance', code: { text: 'No known allergies' } },
        {
          resourceType: 'Coverage',
          status: 'active',
          subscriberId: person.member,
          payor: [{ display: 'Northwind Health' }],
          class: [{ type: { coding: [{ code: 'group' }] }, value: 'G-8812' }],
        },
      ),
    ),
    says: ['Gout, unspecified', 'allopurinol 100 mg'],
    sections: ['Patient', 'Encounter', 'Condition', 'Coverage'],
    facts: [
      ...identity(person),
      ['visit.date', person.day],
      ['visit.location', 'Maple Street'],
      ['provider.npi', person.npi],
      ['diagnosis', 'Gout, unspecified [ICD-10-CM M10.9]'],
      ['problem.absent', 'Diabetes'],
      ['procedure', 'Injection of joint [CPT 20600]'],
      ['procedure.absent', 'Biopsy'],
      ['vital', 'Systolic: 142 mmHg'],
      ['result', 'Glucose [LOINC 2345-7]: 105 mg/dL'],
      ['medication', 'allopurinol 100 mg; once daily'],
      ['allergy.absent', 'No known allergies'],
      ['coverage.payerName', 'Northwind Health'],
      ['coverage.memberId', person.member],
      ['coverage.groupNumber', 'G-8812'],
    ],
    never: [/999001234/, /Former/, /^allergy /],
  }),
  'a document with a composition': (person) => ({
    kind: 'fhir',
    bytes: json(
      bundle(
        {
          resourceType: 'Composition',
          status: 'final',
          title: 'Progress note',
          date: person.day,
          section: [
            {
              title: 'Assessment',
              text: {
                status: 'generated',
                div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Gout &amp; pain</p></div>',
              },
              section: [
                {
                  title: 'Plan',
                  text: { status: 'generated', div: '<div><ul><li>allopurinol</li></ul></div>' },
                },
              ],
            },
          ],
        },
        patient(person),
      ),
    ),
    says: ['Assessment\nGout & pain', 'Plan\n- allopurinol'],
    sections: ['Assessment', 'Plan', 'Patient'],
    facts: [...identity(person), ['document.title', 'Progress note'], ['document.date', person.day]],
  }),
  'one resource in each line': (person) => ({
    kind: 'fhir',
    bytes: utf8(
      [patient(person), { resourceType: 'Condition', code: { text: 'Gout' } }]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    ),
    says: ['problem: Gout'],
    facts: [...identity(person), ['problem', 'Gout']],
  }),
  'a reference to a document of rich text': (person) => ({
    kind: 'fhir',
    bytes: json(
      bundle(patient(person), {
        resourceType: 'DocumentReference',
        status: 'current',
        type: { text: 'Note' },
        content: [
          {
            attachment: {
              contentType: 'text/rtf',
              title: 'note.rtf',
              data: Buffer.from('{\\rtf1\\ansi Seen for gout\\par Plan: rest\\par}').toString('base64'),
            },
          },
        ],
      }),
    ),
    says: ['Seen for gout\nPlan: rest'],
    sections: ['note.rtf'],
    facts: [...identity(person), ['document.type', 'Note']],
  }),
  'a claim': (person) => ({
    kind: 'fhir',
    bytes: json(
      bundle(patient(person), {
        resourceType: 'Claim',
        status: 'active',
        diagnosis: [{ diagnosisCodeableConcept: coded(icd, 'I10', 'Hypertension') }],
        item: [
          {
            productOrService: coded('http://www.ama-assn.org/go/cpt', '99213', 'Office visit'),
            modifier: [{ coding: [{ code: '25' }] }],
            quantity: { value: 1 },
            servicedDate: person.day,
            net: { value: 150, currency: 'USD' },
          },
        ],
      }),
    ),
    says: ['99213'],
    facts: [
      ...identity(person),
      ['diagnosis', 'Hypertension [ICD-10-CM I10]'],
      ['charge', `Office visit [CPT 99213]; modifiers 25; units 1; date ${person.day}; amount 150`],
    ],
  }),
};

const label = ({ last, first, born, id }: Person): string =>
  `Patient: ${last}, ${first}   DOB: ${slashed(born)}   MRN: ${id}`;

/** What a form says of a person; the sex stands on a line of its own. */
const labelled = ({ last, first, born, id }: Person): readonly (readonly [string, string])[] => [
  ['patient.lastName', last],
  ['patient.firstName', first],
  ['patient.birthDate', born],
  ['patient.id', id],
];

const rtfSigns = (text: string): string => text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0)}?`);

const left = [
  'The patient came for follow-up of gout',
  'of the left foot, which began in May,',
  'and has had no attack since the last',
  'visit. She walks without any pain and',
  'drinks no wine or beer any more.',
];
const right = [
  'We go on with allopurinol at the same',
  'dose, and look at the uric acid again',
  'before the next visit. She returns in',
  'three months, or earlier when the pain',
  'of her left foot comes back.',
];

export const proseShapes: Readonly<Record<string, Shape>> = {
  'a letter of Word': (person) => ({
    kind: 'docx',
    bytes: word({
      header: paragraph(label(person)),
      footer: paragraph('Confidential'),
      footnotes: ['As told by the mother'],
      body: `${heading('Assessment')}${entry('Gout of the left foot')}${entry('Essential hypertension')}${entry('white coat', 1, 1)}${heading('Medications')}${table(
        [
          ['Drug', 'Dose'],
          ['allopurinol', '100 mg'],
        ],
      )}${textBox('Call us when it hurts')}<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>kept</w:t></w:r></w:p>`,
    }),
    says: [
      '1. Gout of the left foot\n2. Essential hypertension\n  a) white coat',
      'allopurinol\t100 mg',
      'Call us when it hurts',
      'kept',
      'As told by the mother',
      'Confidential',
    ],
    sections: ['page header', 'Assessment', 'Medications', 'footnotes', 'page footer'],
    facts: labelled(person),
    never: [/struck out|hidden/],
  }),
  'a form of Word in a table': (person) => ({
    kind: 'docx',
    bytes: word({
      body: table([
        ['Patient Name', `${person.first} ${person.last}`],
        ['Date of Birth', slashed(person.born)],
        ['Sex', person.sex],
        ['Member ID', person.member],
        ['Insurance', 'Northwind Health'],
      ]),
    }),
    says: [`Member ID\t${person.member}`],
    facts: [
      ['patient.lastName', person.last],
      ['patient.birthDate', person.born],
      ['patient.sex', person.sex],
      ['coverage.memberId', person.member],
      ['coverage.payerName', 'Northwind Health'],
    ],
  }),
  'a PDF of two columns': (person) => ({
    kind: 'pdf',
    bytes: pdf([[{ text: label(person), x: 54, y: 750 }, ...twoColumns(left, right)]]),
    says: [left.join('\n'), right.join('\n')],
    facts: labelled(person),
  }),
  'a PDF with a table': (person) => ({
    kind: 'pdf',
    bytes: pdf([
      [
        { text: label(person), x: 54, y: 750 },
        ...['Drug', 'allopurinol', 'lisinopril', 'aspirin'].flatMap((name, at) => [
          { text: name, x: 54, y: 700 - 14 * at },
          { text: `${at}0 mg`, x: 220, y: 700 - 14 * at },
          { text: 'daily', x: 380, y: 700 - 14 * at },
        ]),
      ],
      column(['Second page here']),
    ]),
    says: ['allopurinol\t10 mg\tdaily\nlisinopril\t20 mg\tdaily', 'Second page here'],
    facts: labelled(person),
  }),
  'rich text of Word': (person) => ({
    kind: 'rtf',
    bytes: utf8(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\header\\pard ${rtfSigns(label(person))}\\par}{\\pard\\outlinelevel0 Assessment\\par}\\pard Gout \\'96 left foot\\line second line\\par{\\v hidden}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}\\par{\\footer\\pard Confidential\\par}}`,
    ),
    says: ['Gout – left foot\nsecond line', 'shown', 'Confidential'],
    sections: ['page header', 'Assessment', 'page footer'],
    facts: labelled(person),
    never: [/hidden|HYPERLINK/],
  }),
  'a page of HTML': (person) => ({
    kind: 'html',
    bytes: utf8(
      `<!DOCTYPE html><html><head><title>x</title><style>b{}</style></head><body><p>${label(person)}</p><h2>Assessment</h2><ol><li>Gout</li><li>Hypertension &gt; 10 years</li></ol><script>alert("gout")</script></body></html>`,
    ),
    says: ['Assessment', '1. Gout\n2. Hypertension > 10 years'],
    sections: ['Assessment'],
    facts: labelled(person),
    never: [/alert/],
  }),
  'plain text': (person) => ({
    kind: 'text',
    bytes: utf8(
      `${label(person)}\r\nSex: ${person.sex}\r\nDate of service: ${slashed(person.day)}   NPI: ${person.npi}\r\nAllergies: penicillin (hives), sulfa\r\n\r\nSeen for gout.`,
    ),
    says: ['Seen for gout.'],
    facts: [
      ...identity(person),
      ['visit.date', person.day],
      ['provider.npi', person.npi],
      ['allergy', 'penicillin (hives)'],
      ['allergy', 'sulfa'],
    ],
  }),
  'plain text of Windows in UTF-16': (person) => ({
    kind: 'text',
    bytes: Buffer.from(`\ufeff${label(person)}\r\nSeen for gout – better.`, 'utf16le'),
    says: ['Seen for gout – better.'],
    facts: labelled(person),
  }),
};
