import { column, pdf } from '../material/pdf.ts';
import { identity, type Person, type Shape, stamp } from './people.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const snomed = '2.16.840.1.113883.6.96';
const icd = '2.16.840.1.113883.6.90';

const headerOf = ({ last, first, born, sex, id, day, npi }: Person): string =>
  `<templateId root="2.16.840.1.113883.10.20.22.1.2"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/><title>Summary of Care</title><effectiveTime value="${stamp(day)}101500-0500"/>
<recordTarget><patientRole><id root="1.2.3" extension="${id}"/><id root="2.16.840.1.113883.4.1" extension="999001234"/><addr use="HP"><streetAddressLine>12 Orchard Lane</streetAddressLine><city>Fairhaven</city><state>OH</state><postalCode>43099</postalCode></addr><telecom use="HP" value="tel:+1-555-555-0101"/><patient><name use="L"><given>${first}</given><family>${last}</family></name><administrativeGenderCode code="${sex}" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="${stamp(born)}"/></patient></patientRole></recordTarget>
<author><time value="${stamp(day)}"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="${npi}"/><assignedPerson><name><given>Ana</given><family>Lim</family><suffix>MD</suffix></name></assignedPerson></assignedAuthor></author>
<componentOf><encompassingEncounter><id root="1.2.4" extension="V-881"/><effectiveTime><low value="${stamp(day)}0915"/></effectiveTime><responsibleParty><assignedEntity><id root="2.16.840.1.113883.4.6" extension="${npi}"/></assignedEntity></responsibleParty><location><healthCareFacility><location><name>Maple Street</name></location></healthCareFacility></location></encompassingEncounter></componentOf>`;

const documentOf = (person: Person, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="CDA.xsl"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">${headerOf(person)}<component>${body}</component></ClinicalDocument>`;

const section = (loinc: string, title: string, text: string, entries: readonly string[] = []): string =>
  `<component><section><code code="${loinc}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries.map((one) => `<entry typeCode="DRIV">${one}</entry>`).join('')}</section></component>`;

const observation = (inner: string, attributes = ''): string =>
  `<observation classCode="OBS" moodCode="EVN"${attributes}>${inner}</observation>`;
const problem = (value: string, attributes = ''): string =>
  `<act classCode="ACT" moodCode="EVN"><code code="CONC"/><statusCode code="active"/><entryRelationship typeCode="SUBJ">${observation(`<templateId root="2.16.840.1.113883.10.20.22.4.4"/><code code="55607006" codeSystem="${snomed}" displayName="Problem"/><statusCode code="completed"/><effectiveTime><low value="20200101"/></effectiveTime>${value}`, attributes)}</entryRelationship></act>`;

const hypertension = `<value xsi:type="CD" code="59621000" codeSystem="${snomed}" displayName="Essential hypertension"><translation code="I10" codeSystem="${icd}" displayName="Essential (primary) hypertension"/></value>`;
const vital = (loinc: string, name: string, value: string, unit: string): string =>
  `<component>${observation(`<code code="${loinc}" codeSystem="2.16.840.1.113883.6.1" displayName="${name}"/><value xsi:type="PQ" value="${value}" unit="${unit}"/>`)}</component>`;
const drug = (name: string, attributes = ''): string =>
  `<substanceAdministration classCode="SBADM" moodCode="EVN"${attributes}><statusCode code="active"/><effectiveTime xsi:type="IVL_TS"><low value="20250101"/></effectiveTime><effectiveTime xsi:type="PIVL_TS" operator="A"><period value="24" unit="h"/></effectiveTime><doseQuantity value="10" unit="mg"/><consumable><manufacturedProduct><manufacturedMaterial><code code="314076" codeSystem="2.16.840.1.113883.6.88" displayName="${name}"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>`;
const allergy = (substance: string, attributes = ''): string =>
  `<act classCode="ACT" moodCode="EVN"><entryRelationship typeCode="SUBJ">${observation(`<templateId root="2.16.840.1.113883.10.20.22.4.7"/><code code="ASSERTION"/><value xsi:type="CD" code="419199007" codeSystem="${snomed}" displayName="Allergy to substance"/><participant typeCode="CSM"><participantRole><playingEntity><code ${substance}/></playingEntity></participantRole></participant><entryRelationship typeCode="MFST">${observation(`<value xsi:type="CD" code="247472004" codeSystem="${snomed}" displayName="Hives"/>`)}</entryRelationship>`, attributes)}</entryRelationship></act>`;

const whole = (person: Person): string =>
  documentOf(
    person,
    `<structuredBody>${[
      section(
        '11450-4',
        'Active Problems',
        '<table><thead><tr><th>Problem</th></tr></thead><tbody><tr><td>Essential hypertension</td></tr></tbody></table>',
        [
          problem(hypertension),
          problem(
            `<value xsi:type="CD" code="73211009" codeSystem="${snomed}" displayName="Diabetes mellitus"/>`,
            ' negationInd="true"',
          ),
        ],
      ),
      section('10160-0', 'Medications', '<list><item>lisinopril 10 mg daily</item></list>', [
        drug('lisinopril 10 MG Oral Tablet'),
      ]),
      section('48765-2', 'Allergies', '<paragraph>Penicillin: hives</paragraph>', [
        allergy('code="7980" codeSystem="2.16.840.1.113883.6.88" displayName="Penicillin G"'),
      ]),
      section('8716-3', 'Vital Signs', '<paragraph>142/88</paragraph>', [
        `<organizer classCode="CLUSTER" moodCode="EVN">${vital('8480-6', 'Systolic blood pressure', '142', 'mm[Hg]')}${vital('8302-2', 'Height', '177', 'cm')}</organizer>`,
      ]),
      section('30954-2', 'Results', '<paragraph>Glucose 105</paragraph>', [
        `<organizer classCode="BATTERY" moodCode="EVN">${vital('2345-7', 'Glucose', '105', 'mg/dL')}</organizer>`,
      ]),
      section('47519-4', 'Procedures', '<paragraph>Colonoscopy</paragraph>', [
        '<procedure classCode="PROC" moodCode="EVN"><code code="45378" codeSystem="2.16.840.1.113883.6.12" displayName="Colonoscopy"/><effectiveTime value="20240510"/></procedure>',
      ]),
      section('46240-8', 'Encounters', '<paragraph>Office visit</paragraph>', [
        `<encounter classCode="ENC" moodCode="EVN"><code code="99213" codeSystem="2.16.840.1.113883.6.12" displayName="Office visit"/><entryRelationship><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.80"/><code code="29308-4"/><entryRelationship typeCode="SUBJ">${observation(`<templateId root="2.16.840.1.113883.10.20.22.4.4"/><value xsi:type="CD" code="M10.9" codeSystem="${icd}" displayName="Gout, unspecified"/>`)}</entryRelationship></act></entryRelationship></encounter>`,
      ]),
      section('11369-6', 'Immunizations', '<paragraph>Influenza</paragraph>', [
        drug('Influenza vaccine').replace('314076', '141'),
        drug('MMR', ' negationInd="true"'),
      ]),
      section('29762-2', 'Social History', '<paragraph>Never smoker</paragraph>', [
        observation(
          `<code code="72166-2" codeSystem="2.16.840.1.113883.6.1" displayName="Tobacco smoking status"/><value xsi:type="CD" code="266919005" codeSystem="${snomed}" displayName="Never smoker"/>`,
        ),
      ]),
      section('18776-5', 'Plan of Treatment', '<paragraph>Return in three months</paragraph>', [
        '<observation classCode="OBS" moodCode="INT"><code code="24323-8" codeSystem="2.16.840.1.113883.6.1" displayName="Metabolic panel"/></observation>',
      ]),
      section('48768-6', 'Insurance', '<paragraph>Northwind</paragraph>', [
        `<act classCode="ACT" moodCode="EVN"><code code="48768-6"/><entryRelationship typeCode="COMP"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.61"/><id root="1.2" extension="G-8812"/><performer typeCode="PRF"><assignedEntity><code code="PAYOR"/><representedOrganization><name>Northwind Health</name></representedOrganization></assignedEntity></performer><participant typeCode="COV"><participantRole><id root="1.3" extension="${person.member}"/><code code="SELF"/></participantRole></participant></act></entryRelationship></act>`,
      ]),
    ].join('')}</structuredBody>`,
  );

const wholeFacts = (person: Person) =>
  [
    ...identity(person),
    ['visit.date', person.day],
    ['visit.location', 'Maple Street'],
    ['provider.npi', person.npi],
    ['author.npi', person.npi],
    ['problem', 'Essential hypertension [SNOMED CT 59621000; ICD-10-CM I10]; from 2020-01-01'],
    ['problem.absent', 'Diabetes mellitus'],
    ['medication', 'lisinopril 10 MG Oral Tablet [RxNorm 314076]; dose 10 mg; every 24 h'],
    ['allergy', 'Penicillin G [RxNorm 7980]; reaction Hives'],
    ['vital', 'Systolic blood pressure [LOINC 8480-6]: 142 mm[Hg]'],
    ['vital', 'Height'],
    ['result', 'Glucose [LOINC 2345-7]: 105 mg/dL'],
    ['procedure', 'Colonoscopy [CPT 45378]'],
    ['encounter', 'Office visit [CPT 99213]'],
    ['diagnosis', 'Gout, unspecified [ICD-10-CM M10.9]'],
    ['immunization', 'Influenza vaccine'],
    ['immunization.absent', 'MMR'],
    ['socialHistory', 'Tobacco smoking status [LOINC 72166-2]: Never smoker'],
    ['plan', 'Metabolic panel'],
    ['coverage.payerName', 'Northwind Health'],
    ['coverage.memberId', person.member],
    ['coverage.groupNumber', 'G-8812'],
  ] as const;

const sections = [
  'Active Problems',
  'Medications',
  'Allergies',
  'Vital Signs',
  'Results',
  'Procedures',
  'Encounters',
  'Immunizations',
  'Social History',
  'Plan of Treatment',
  'Insurance',
];

/** Names with a prefix, as one of the large systems writes them. */
const prefixed = (document: string): string =>
  document.replace(/<(\/?)(?=[A-Za-z])(?!sdtc)/g, '<$1n1:').replace('xmlns="urn', 'xmlns:n1="urn');

export const clinicalShapes: Readonly<Record<string, Shape>> = {
  'a summary with all sections': (person) => ({
    kind: 'ccda',
    bytes: utf8(whole(person)),
    says: ['Essential hypertension', 'lisinopril 10 mg daily', 'Return in three months'],
    sections,
    facts: wholeFacts(person),
    never: [/999001234/],
  }),
  'the same with prefixes': (person) => ({
    kind: 'ccda',
    bytes: utf8(prefixed(whole(person))),
    says: ['Essential hypertension', 'Return in three months'],
    sections,
    facts: wholeFacts(person),
  }),
  'entries that point into the narrative': (person) => ({
    kind: 'ccda',
    bytes: utf8(
      documentOf(
        person,
        `<structuredBody>${section('11450-4', 'Problems', '<table><tbody><tr><td ID="p1">Gout of the <content styleCode="Bold">left</content> foot</td></tr></tbody></table>', [problem('<value xsi:type="CD" nullFlavor="OTH"><originalText><reference value="#p1"/></originalText></value>')])}${section('48765-2', 'Allergies', '<paragraph>No known allergies</paragraph>', [allergy('nullFlavor="NA"', ' negationInd="true"')])}</structuredBody>`,
      ),
    ),
    says: ['Gout of the left foot', 'No known allergies'],
    sections: ['Problems', 'Allergies'],
    facts: [
      ...identity(person),
      ['problem', 'Gout of the left foot'],
      ['allergy.absent', 'Allergy to substance'],
    ],
    never: [/^allergy /],
  }),
  'a note of narrative alone': (person) => ({
    kind: 'ccda',
    bytes: utf8(
      documentOf(
        person,
        `<structuredBody>${section('10164-2', 'History of Present Illness', 'Seen for gout.<br/>Pain since Monday &lt; 3 days.')}${section('48765-2', 'Allergies', '<list><item>NKDA</item></list>')}${section('10160-0', 'Medications', '<list listType="ordered"><item>allopurinol 100 mg</item><item>colchicine</item></list>')}</structuredBody>`,
      ),
    ),
    says: ['Seen for gout.\nPain since Monday < 3 days.', '1. allopurinol 100 mg'],
    sections: ['History of Present Illness', 'Allergies', 'Medications'],
    facts: [
      ...identity(person),
      ['allergy.absent', 'NKDA'],
      ['medication', 'allopurinol 100 mg'],
      ['medication', 'colchicine'],
    ],
    never: [/^allergy /],
  }),
  'an unstructured document with a PDF': (person) => ({
    kind: 'ccda',
    bytes: pdf([column(['Scanned in as text', 'Gout of the left foot'])]).then((bytes) =>
      utf8(
        documentOf(
          person,
          `<nonXMLBody><text mediaType="application/pdf" representation="B64">${Buffer.from(bytes).toString('base64')}</text></nonXMLBody>`,
        ),
      ),
    ),
    says: ['Gout of the left foot'],
    facts: identity(person),
  }),
};
