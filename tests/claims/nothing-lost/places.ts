import type { Leaf } from './leaves.ts';

/**
 * Where an 837P says what is registered, written by hand from 005010X222A1. Left the path of the registration, `#` for each
 * entry of a list; right the element, as the codec names it, and how the value is written there. CLAIM is loop 2300, LINE
 * 2400, PATIENT 2010CA or 2010BA, SUBSCRIBER 2010BA, LEVEL the loop with the patient's PAT, OTHER 2320.
 */
type Said = string | readonly [place: string, written: (value: Leaf[1]) => Leaf[1] | undefined];

const spellings: Readonly<Record<string, string>> = { é: 'e', ñ: 'n', ö: 'o', Ü: 'U' };
export const spelled = (value: Leaf[1]): Leaf[1] =>
  typeof value === 'string' ? value.replace(/[éñöÜ]/g, (letter) => spellings[letter] ?? letter) : value;

const signs: Readonly<Record<string, string>> = { '*': '+', ':': ';', '^': "'", '~': '-' };
const prose = (value: Leaf[1]): string =>
  String(spelled(value))
    .replace(/[*:^~]/g, (sign) => signs[sign] ?? sign)
    .replace(/ +/g, ' ')
    .trim();

const coded =
  (codes: Readonly<Record<string, string | undefined>>) =>
  (value: Leaf[1]): Leaf[1] | undefined =>
    codes[String(value)];

const yes = coded({ true: 'Y' });
const measures = { hemoglobin: 'R1', hematocrit: 'R2', 'epoetin-dose': 'R3', creatinine: 'R4', height: 'HT' };

export const relationships = { self: '18', spouse: '01', child: '19', employee: '20', other: 'G8' } as const;

const person = (from: string, to: string): Record<string, Said> => ({
  [`${from}.lastName`]: `${to}.name`,
  [`${from}.firstName`]: `${to}.firstName`,
  [`${from}.middleName`]: `${to}.middleName`,
  [`${from}.suffix`]: `${to}.suffix`,
});

const address = (from: string, to: string): Record<string, Said> => ({
  [`${from}.line1`]: `${to}.addressLine1`,
  [`${from}.line2`]: `${to}.addressLine2`,
  [`${from}.city`]: `${to}.city`,
  [`${from}.state`]: `${to}.state`,
  [`${from}.postalCode`]: `${to}.postalCode`,
});

const provider = (from: string, to: string): Record<string, Said> => ({
  ...person(from, to),
  [`${from}.npi`]: `${to}.id`,
});

const facility = (from: string, to: string): Record<string, Said> => ({
  [`${from}.name`]: `${to}.name`,
  [`${from}.npi`]: `${to}.id`,
  ...address(`${from}.address`, to),
});

const attachments = (from: string, to: string): Record<string, Said> => ({
  [`${from}.attachments.#.reportType`]: `${to}.attachments.#.reportType`,
  [`${from}.attachments.#.transmission`]: `${to}.attachments.#.transmission`,
  [`${from}.attachments.#.controlNumber`]: `${to}.attachments.#.controlNumber`,
});

const same = (names: string, from: string, to: string): Record<string, Said> =>
  Object.fromEntries(names.split(' ').map((name) => [`${from}${name}`, `${to}.${name}`]));

const days: readonly (readonly [string, string])[] = [
  ['onset', 'onsetDate'],
  ['initialTreatment', 'initialTreatmentDate'],
  ['lastSeen', 'lastSeenDate'],
  ['acuteManifestation', 'acuteManifestationDate'],
  ['lastMenstrualPeriod', 'lastMenstrualPeriodDate'],
  ['lastXRay', 'lastXRayDate'],
  ['prescription', 'prescriptionDate'],
  ['disabilityFrom', 'disability.period.from'],
  ['disabilityTo', 'disability.period.through'],
  ['lastWorked', 'lastWorkedDate'],
  ['returnToWork', 'returnToWorkDate'],
  ['admission', 'admissionDate'],
  ['discharge', 'dischargeDate'],
  ['assumedCare', 'assumedCareDate'],
  ['relinquishedCare', 'relinquishedCareDate'],
];

const S = 'services.#.';

export const places: Readonly<Record<string, Said>> = {
  ...person('patient', 'PATIENT'),
  ...address('patient.address', 'PATIENT'),
  ...same('dateOfBirth gender', 'patient.', 'PATIENT'),
  'patient.dateOfDeath': 'LEVEL.dateOfDeath',
  patientWeightPounds: 'LEVEL.weight',
  pregnant: ['LEVEL.pregnant', yes],
  placeOfService: 'CLAIM.placeOfService',
  ...provider('referringProvider', 'CLAIM.referringProvider'),
  ...provider('primaryCareProvider', 'CLAIM.primaryCareProvider'),
  ...provider('supervisingProvider', 'CLAIM.supervisingProvider'),
  ...facility('serviceFacility', 'CLAIM.serviceFacility'),
  renderingProviderNpi: 'CLAIM.renderingProvider.id',
  ...same(
    'priorAuthorization referralNumber cliaNumber mammographyCertification investigationalDevice demonstrationProject carePlanOversight medicalRecordNumber specialProgram delayReason patientPaid',
    '',
    'CLAIM',
  ),
  'accident.causes.#': ['CLAIM.relatedCauses.codes.#', coded({ auto: 'AA', employment: 'EM', other: 'OA' })],
  'accident.date': 'CLAIM.accidentDate',
  'accident.state': 'CLAIM.relatedCauses.state',
  'accident.country': 'CLAIM.relatedCauses.country',
  ...Object.fromEntries(days.map(([from, to]) => [`dates.${from}`, `CLAIM.${to}`])),
  'note.type': 'CLAIM.note.type',
  'note.text': ['CLAIM.note.text', prose],
  ...attachments('', 'CLAIM'),
  'epsdtReferral.given': ['CLAIM.epsdtReferral.applies', coded({ true: 'Y', false: 'N' })],
  'epsdtReferral.conditions.#': 'CLAIM.epsdtReferral.conditions.#',
  homebound: ['CLAIM.homebound', yes],
  'anesthesiaSurgery.#': 'CLAIM.relatedProcedures.#.code',
  'spinalManipulation.condition': [
    'CLAIM.spinalManipulation.condition',
    coded({ acute: 'A', chronic: 'C', 'acute-in-chronic': 'M' }),
  ],
  'spinalManipulation.description': ['CLAIM.spinalManipulation.description', prose],

  [`${S}procedure`]: 'LINE.procedure.procedure',
  [`${S}minutes`]: 'LINE.units',
  [`${S}description`]: ['LINE.procedure.description', prose],
  [`${S}note`]: ['LINE.note.text', prose],
  [`${S}emergency`]: ['LINE.emergency', yes],
  [`${S}epsdt`]: ['LINE.epsdt', yes],
  [`${S}familyPlanning`]: ['LINE.familyPlanning', yes],
  [`${S}copayExempt`]: ['LINE.copayStatus', coded({ true: '0' })],
  [`${S}from`]: 'LINE.servicePeriod.from',
  [`${S}to`]: 'LINE.servicePeriod.through',
  [`${S}drug.ndc`]: 'LINE.drug.code',
  [`${S}drug.quantity`]: 'LINE.drug.units',
  [`${S}drug.unit`]: 'LINE.drug.unitBasis',
  [`${S}drug.prescriptionNumber`]: 'LINE.drug.prescription.id',
  [`${S}drug.compoundLink`]: 'LINE.drug.prescription.id',
  ...provider(`${S}orderingProvider`, 'LINE.orderingProvider'),
  ...provider(`${S}referringProvider`, 'LINE.referringProvider'),
  ...provider(`${S}supervisingProvider`, 'LINE.supervisingProvider'),
  ...facility(`${S}serviceFacility`, 'LINE.serviceFacility'),
  [`${S}purchasedService.charge`]: 'LINE.purchasedService.charge',
  [`${S}purchasedService.providerNpi`]: 'LINE.purchasedService.providerId',
  [`${S}priorAuthorization`]: 'LINE.priorAuthorizations.0.id',
  [`${S}referralNumber`]: 'LINE.referralNumbers.0.id',
  ...same(
    'referringCliaNumber mammographyCertification immunizationBatch prescriptionDate lastSeenDate initialTreatmentDate lastXRayDate',
    S,
    'LINE',
  ),
  [`${S}testResults.#.measurement`]: ['LINE.testResults.#.measurement', coded(measures)],
  [`${S}testResults.#.value`]: 'LINE.testResults.#.value',
  ...attachments('services.#', 'LINE'),
};

/** What a file does not say of a registration, or says only where something holds; each with its reason. */
export const unsaid: readonly (readonly [path: RegExp, reason: string])[] = [
  [
    /^(version|patientType|locationId|appointmentId)$/,
    'tells how to read and to code, who bills and what was kept',
  ],
  [/^guarantor\./, 'pays what is the patient’s: no payer asks'],
  [/^patient\.patientId$/, 'is the practice’s own number'],
  [/subscriber\.(dateOfBirth|gender|address\..+)$/, '2010BA has them of a subscriber who is the patient'],
  [/employer\.address\./, '2010BA has it of a subscriber who is the patient'],
  [/Provider\.taxonomy$/, 'PRV is of who bills and who gave the services'],
];
