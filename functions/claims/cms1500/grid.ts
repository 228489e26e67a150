import type { FormField } from './form-entry.ts';

const field =
  (takes: FormField['takes']) =>
  (box: string, line: number, column: number, length: number): FormField => ({
    ...{ box, line, column, length },
    takes,
  });

const words = field('words');
const value = field('value');
const amount = field('amount');
const cross = (box: string, line: number, column: number): FormField => value(box, line, column, 1);

/** Month, day and year stand apart. */
export type DateField = { readonly month: FormField; readonly day: FormField; readonly year: FormField };

const date = (
  box: string,
  line: number,
  [month, day, year]: readonly [number, number, number],
  yearDigits = 4,
): DateField => ({
  month: value(box, line, month, 2),
  day: value(box, line, day, 2),
  year: value(box, line, year, yearDigits),
});

const period = (box: string, line: number) => ({
  from: date(box, line, [54, 57, 60]),
  to: date(box, line, [68, 71, 74]),
});

const yesNo = (box: string, line: number, yes: number, no: number) => ({
  yes: cross(box, line, yes),
  no: cross(box, line, no),
});

/**
 * Where each box of the CMS-1500 (02/12) takes its text. Lines and columns are those that other systems print preprinted
 * forms with; lengths are the NUCC's where the paper has that room.
 */
export const grid = {
  carrier: words('carrier', 2, 41, 31),
  insuranceKind: {
    medicare: cross('1', 8, 1),
    medicaid: cross('1', 8, 8),
    tricare: cross('1', 8, 15),
    champva: cross('1', 8, 24),
    group: cross('1', 8, 31),
    feca: cross('1', 8, 39),
    other: cross('1', 8, 45),
  },
  memberId: value('1a', 8, 50, 29),
  patientName: words('2', 10, 1, 28),
  patientBirth: date('3', 10, [31, 34, 37]),
  patientSex: { M: cross('3', 10, 42), F: cross('3', 10, 47) },
  insuredName: words('4', 10, 50, 29),
  patientAddress: {
    street: words('5', 12, 1, 28),
    city: words('5', 14, 1, 24),
    state: value('5', 14, 26, 2),
    postalCode: value('5', 16, 1, 10),
  },
  relationship: {
    self: cross('6', 12, 33),
    spouse: cross('6', 12, 38),
    child: cross('6', 12, 42),
    other: cross('6', 12, 47),
  },
  insuredAddress: {
    street: words('7', 12, 50, 29),
    city: words('7', 14, 50, 23),
    state: value('7', 14, 74, 2),
    postalCode: value('7', 16, 50, 10),
  },
  otherInsuredName: words('9', 18, 1, 28),
  otherPolicy: value('9a', 20, 1, 28),
  otherPlan: words('9d', 26, 1, 28),
  employment: yesNo('10a', 20, 35, 41),
  autoAccident: yesNo('10b', 22, 35, 41),
  accidentState: value('10b', 22, 45, 2),
  otherAccident: yesNo('10c', 24, 35, 41),
  claimCodes: value('10d', 26, 34, 15),
  policy: value('11', 18, 50, 29),
  insuredBirth: date('11a', 20, [53, 56, 59]),
  insuredSex: { M: cross('11a', 20, 68), F: cross('11a', 20, 75) },
  otherClaimQualifier: value('11b', 22, 50, 2),
  otherClaimId: value('11b', 22, 53, 26),
  plan: words('11c', 24, 50, 29),
  anotherPlan: yesNo('11d', 26, 52, 57),
  patientSignature: words('12', 29, 7, 17),
  insuredSignature: words('13', 29, 55, 17),
  currentDate: date('14', 32, [2, 5, 8]),
  currentQualifier: value('14', 32, 16, 3),
  otherDateQualifier: value('15', 32, 31, 3),
  otherDate: date('15', 32, [37, 40, 43]),
  unableToWork: period('16', 32),
  sourceQualifier: value('17', 34, 1, 2),
  sourceName: words('17', 34, 4, 25),
  sourceNpi: value('17b', 34, 33, 10),
  hospitalization: period('18', 34),
  /** Holds numbers beside words: whoever fills it cuts the words. */
  moreInformation: value('19', 36, 1, 48),
  outsideLaboratory: yesNo('20', 36, 52, 57),
  laboratoryCharge: amount('20', 36, 63, 8),
  diagnosisVersion: value('21', 37, 42, 1),
  resubmissionCode: value('22', 38, 50, 10),
  originalReference: value('22', 38, 62, 17),
  authorization: value('23', 40, 50, 29),
  taxId: value('25', 56, 1, 15),
  taxIdKind: { 'social-security': cross('25', 56, 17), employer: cross('25', 56, 19) },
  accountNumber: value('26', 56, 23, 15),
  assignment: yesNo('27', 56, 38, 43),
  totalCharge: amount('28', 56, 50, 10),
  amountPaid: amount('29', 56, 61, 9),
  providerSignature: words('31', 60, 1, 21),
  facility: {
    name: words('32', 58, 23, 26),
    street: words('32', 59, 23, 26),
    city: words('32', 60, 23, 26),
    npi: value('32a', 61, 23, 10),
  },
  biller: {
    areaCode: value('33', 57, 66, 3),
    phone: value('33', 57, 70, 9),
    name: words('33', 58, 50, 29),
    street: words('33', 59, 50, 29),
    city: words('33', 60, 50, 29),
    npi: value('33a', 61, 50, 10),
    otherId: value('33b', 61, 63, 16),
  },
} as const;

/** Box 21: twelve diagnoses, four on a line, the first ones at the top. */
export const diagnosisField = (index: number): FormField =>
  value('21', 38 + Math.floor(index / 4), 3 + 13 * (index % 4), 8);

/** A page has so many service lines. */
export const linesPerPage = 6;

/** Box 24, row 1 to 6: a shaded half for what supplements the line, and the line below it. */
export const serviceFields = (row: number) => {
  const shaded = 43 + 2 * (row - 1);
  const line = shaded + 1;
  return {
    /** Holds numbers beside words: whoever fills it cuts the words. */
    supplement: value('24', shaded, 1, 61),
    epsdtReason: value('24H', shaded, 63, 2),
    otherIdQualifier: value('24I', shaded, 65, 2),
    otherId: value('24J', shaded, 68, 11),
    from: date('24A', line, [1, 4, 7], 2),
    to: date('24A', line, [10, 13, 16], 2),
    placeOfService: value('24B', line, 19, 2),
    emergency: value('24C', line, 22, 2),
    procedure: value('24D', line, 25, 7),
    modifiers: value('24D', line, 33, 12),
    pointers: value('24E', line, 45, 4),
    charge: amount('24F', line, 49, 9),
    units: value('24G', line, 59, 3),
    epsdt: value('24H', line, 63, 1),
    renderingNpi: value('24J', line, 68, 10),
  };
};
