import { column, pdf } from '../material/pdf.ts';
import { identity, type Person, type Shape, stamp } from './people.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** A segment by its fields: what is not named is empty. */
const segment = (id: string, fields: Readonly<Record<number, string>>): string => {
  const most = Math.max(...Object.keys(fields).map(Number));
  return [id, ...Array.from({ length: most }, (_, at) => fields[at + 1] ?? '')].join('|');
};

const header = (type: string): string =>
  `MSH|^~\\&|EHR|CLINIC|CW|CW|20260302101500-0500||${type}|4711|P|2.5.1`;
const pid = ({ last, first, born, sex, id }: Person): string =>
  segment('PID', {
    1: '1',
    3: `${id}^^^CLINIC^MR~999-00-1234^^^SSA^SS`,
    5: `${last}^${first}^^^^^L`,
    7: stamp(born),
    8: sex,
    11: '12 Orchard Lane^Apt 4^Fairhaven^OH^43099^USA^H',
    13: '(555)555-0101^PRN^PH',
    19: '999001234',
  });
const pv1 = ({ npi, day }: Person): string =>
  segment('PV1', {
    1: '1',
    2: 'O',
    3: 'FM^^^Maple Street',
    7: `${npi}^Lim^Ana^^^^MD^^NPI^L^^^NPI`,
    8: '77^Referrer^Rae',
    19: 'V-881^^^CLINIC^VN',
    44: `${stamp(day)}0915`,
  });
const message = (type: string, ...segments: readonly string[]): Uint8Array =>
  utf8(`${[header(type), ...segments].join('\r')}\r`);

const noSocial = [/999-?00-?1234/];

export const messageShapes: Readonly<Record<string, Shape>> = {
  'a registration (ADT^A04) with two coverages': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'ADT^A04^ADT_A01',
      'EVN|A04|20260302',
      pid(person),
      pv1(person),
      segment('PV2', { 3: '^Follow-up of blood pressure' }),
      segment('AL1', { 1: '1', 2: 'DA', 3: '7980^Penicillin G^RXNORM', 4: 'SV', 5: 'Hives' }),
      segment('DG1', { 1: '1', 3: 'I10^Essential (primary) hypertension^I10', 6: 'F' }),
      segment('GT1', { 1: '1', 3: `${person.last}^Guarantor`, 12: '999001234' }),
      segment('IN1', {
        1: '1',
        2: 'PPO^Choice Plus',
        3: 'NW01',
        4: 'Northwind Health',
        8: 'G-8812',
        9: 'Acme',
        16: `${person.last}^${person.first}`,
        17: 'SEL^Self',
        18: stamp(person.born),
        36: person.member,
      }),
      segment('IN1', { 1: '2', 2: 'SUPP', 3: 'MED2', 4: 'Second Mutual', 36: 'ZZ-2' }),
    ),
    says: ['Essential (primary) hypertension', 'Northwind Health', 'Second Mutual'],
    sections: ['Patient', 'Visit', 'Insurance', 'Diagnoses'],
    facts: [
      ...identity(person),
      ['patient.address.line2', 'Apt 4'],
      ['patient.address.postalCode', '43099'],
      ['visit.date', person.day],
      ['visit.location', 'FM Maple Street'],
      ['visit.reason', 'Follow-up of blood pressure'],
      ['provider.npi', person.npi],
      ['referringProvider.name', 'Referrer, Rae'],
      ['allergy', 'Penicillin G [RxNorm 7980]; reaction Hives'],
      ['diagnosis', 'Essential (primary) hypertension [ICD-10-CM I10]'],
      ['coverage.payerName', 'Northwind Health'],
      ['coverage.payerName', 'Second Mutual'],
      ['coverage.memberId', person.member],
      ['coverage.groupNumber', 'G-8812'],
      ['guarantor.firstName', 'Guarantor'],
    ],
    never: noSocial,
  }),
  'results of a laboratory (ORU^R01)': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'ORU^R01^ORU_R01',
      pid(person),
      segment('OBR', { 1: '1', 4: '24323-8^Metabolic panel^LN', 16: `${person.npi}^Lim^Ana` }),
      segment('OBX', {
        1: '1',
        2: 'NM',
        3: '2345-7^Glucose^LN',
        5: '105',
        6: 'mg/dL',
        7: '70-99',
        8: 'H',
        11: 'F',
      }),
      segment('OBX', { 1: '2', 2: 'SN', 3: '33914-3^eGFR^LN', 5: '>^60', 6: 'mL/min', 11: 'F' }),
      segment('OBX', { 1: '3', 2: 'CWE', 3: '5778-6^Color of urine^LN', 5: 'Y^Yellow^L', 11: 'F' }),
      segment('OBX', { 1: '4', 2: 'NM', 3: '8480-6^Systolic^LN', 5: '142', 6: 'mm[Hg]', 11: 'F' }),
      segment('OBX', { 1: '5', 2: 'NM', 3: '2823-3^Potassium^LN', 5: '9.9', 11: 'W' }),
      segment('NTE', { 1: '1', 3: 'Hemolyzed \\T\\ repeated\\.br\\Call the lab' }),
    ),
    says: ['Glucose: 105 mg/dL (70-99) H', 'eGFR: >60 mL/min', 'Hemolyzed & repeated\nCall the lab'],
    sections: ['Metabolic panel'],
    facts: [
      ...identity(person),
      ['result', 'Glucose: 105 mg/dL (70-99) H [LOINC 2345-7]'],
      ['result', 'eGFR: >60'],
      ['result', 'Color of urine: Yellow'],
      ['vital', 'Systolic: 142'],
      ['orderingProvider.npi', person.npi],
    ],
    never: [/Potassium/],
  }),
  'a report of radiology in formatted text': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'ORU^R01',
      pid(person),
      segment('OBR', { 1: '1', 4: '71046^Chest, 2 views^C4' }),
      segment('OBX', {
        1: '1',
        2: 'FT',
        3: '^Report',
        5: 'FINDINGS:\\.br\\No infiltrate \\F\\ clear.\\.sp2\\IMPRESSION:\\.br\\\\H\\Normal\\N\\ chest.',
      }),
    ),
    says: ['FINDINGS:\nNo infiltrate | clear.', 'IMPRESSION:\nNormal chest.'],
    sections: ['Report'],
    facts: identity(person),
  }),
  'a note (MDM^T02) line by line': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'MDM^T02',
      pid(person),
      pv1(person),
      segment('TXA', { 1: '1', 2: 'PN^Progress note', 4: stamp(person.day), 12: 'DOC-9', 17: 'AU' }),
      ...['Assessment:', 'Gout of the left foot', 'Plan: allopurinol'].map((line, at) =>
        segment('OBX', { 1: String(at + 1), 2: 'TX', 3: '11506-3^Progress note^LN', 5: line, 11: 'F' }),
      ),
    ),
    says: ['Assessment:\nGout of the left foot\nPlan: allopurinol'],
    sections: ['Document', 'Progress note'],
    facts: [
      ...identity(person),
      ['document.type', 'Progress note'],
      ['document.date', person.day],
      ['document.id', 'DOC-9'],
      ['document.status', 'AU'],
    ],
  }),
  'a note (MDM^T02) with a PDF in it': (person) => ({
    kind: 'hl7v2',
    bytes: pdf([column(['ASSESSMENT', 'Gout of the left foot'])]).then((bytes) =>
      message(
        'MDM^T02',
        pid(person),
        segment('OBX', {
          1: '1',
          2: 'ED',
          3: '11506-3^Progress note^LN',
          5: `^application^pdf^Base64^${Buffer.from(bytes).toString('base64')}`,
        }),
      ),
    ),
    says: ['ASSESSMENT\nGout of the left foot'],
    facts: identity(person),
  }),
  'charges (DFT^P03)': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'DFT^P03',
      pid(person),
      pv1(person),
      segment('FT1', {
        1: '1',
        4: stamp(person.day),
        6: 'CG',
        7: '99213^Office visit',
        10: '1',
        11: '150.00&USD',
        19: 'I10^Hypertension^I10~M10.9^Gout^I10',
        20: `${person.npi}^Lim^Ana`,
        25: '99213^^C4',
        26: '25',
      }),
      segment('FT1', {
        1: '2',
        4: stamp(person.day),
        6: 'CG',
        7: '36415',
        10: '2',
        11: '12.50',
        25: '36415^Blood draw^CPT',
        26: '59~GA',
      }),
      segment('FT1', { 1: '3', 4: stamp(person.day), 6: 'CR', 7: '99213', 11: '150.00', 25: '99213^^C4' }),
    ),
    says: ['Office visit'],
    sections: ['Charges'],
    facts: [
      ...identity(person),
      [
        'charge',
        `Office visit [CPT 99213]; modifiers 25; units 1; date ${person.day}; amount 150.00; diagnoses I10, M10.9`,
      ],
      ['charge', `Blood draw [CPT 36415]; modifiers 59, GA; units 2; date ${person.day}; amount 12.50`],
      ['charge.credit', '[CPT 99213]'],
      ['diagnosis', 'Gout [ICD-10-CM M10.9]'],
      ['provider.npi', person.npi],
    ],
  }),
  'a registration with signs of its own in a frame': (person) => ({
    kind: 'hl7v2',
    bytes: utf8(
      `\u000bMSH#!*%@#EHR#C#CW#CW#20260302##ADT!A08#1#P#2.3\r\nPID#1##${person.id}!!!C!MR##${person.last}!${person.first}##${stamp(person.born)}#${person.sex}\r\nNTE#1##a %F% b %S% c %E% d | e ^ f\r\n\u001c\r`,
    ),
    says: ['a # b ! c % d | e ^ f'],
    facts: identity(person),
  }),
  'an appointment (SIU^S12)': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'SIU^S12',
      segment('SCH', { 1: 'A-1', 7: 'FU^Follow-up^L', 11: `^^30^${stamp(person.day)}0900` }),
      pid(person),
    ),
    says: ['Follow-up'],
    facts: [...identity(person), ['visit.date', person.day], ['visit.reason', 'Follow-up']],
  }),
  'vaccines (VXU^V04), one refused': (person) => ({
    kind: 'hl7v2',
    bytes: message(
      'VXU^V04',
      pid(person),
      segment('RXA', {
        1: '0',
        2: '1',
        3: stamp(person.day),
        5: '141^Influenza, seasonal^CVX',
        6: '0.5',
        7: 'mL',
        20: 'CP',
      }),
      segment('RXA', { 1: '0', 2: '1', 3: stamp(person.day), 5: '03^MMR^CVX', 6: '999', 20: 'RE' }),
    ),
    says: ['Influenza, seasonal'],
    facts: [
      ...identity(person),
      ['immunization', 'Influenza, seasonal [CVX 141]; dose 0.5 mL'],
      ['immunization.absent', 'MMR'],
    ],
  }),
};
