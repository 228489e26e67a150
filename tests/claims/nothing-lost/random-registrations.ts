import fc from 'fast-check';
import { addDays } from '../../../functions/domain/calendar.ts';

/** Registrations over the whole schema, from what the schema and the rules of intake say: no renderer is asked. */

type Fields = Record<string, unknown>;

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(one, { nil: undefined, freq: 2 });

/** Objects without the fields that are absent. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> =>
  fc
    .record(fields)
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));

const textOf = (letters: string, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: Math.min(most, 14) })
    .map((signs) => `X${signs.join('')}`.replace(/\s+/g, ' ').trim().slice(0, most))
    .map((text) => (text.length < 2 ? 'Xx' : text));

const name = (most: number) => textOf("abcdeéñöÜ -'.&", most);
const number = (most = 50) => textOf('ABCxyz0123456789-./ ', most);
const sentence = textOf('abc é0-9 *:^~', 80);
const report = fc.constantFrom('03', 'B4', 'OZ', 'PN');

const checkDigit = (nine: string): string => {
  const sum = [...nine].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 24);
  return String((10 - (sum % 10)) % 10);
};

const npi = fc
  .integer({ min: 100_000_000, max: 299_999_999 })
  .map((nine) => `${nine}${checkDigit(String(nine))}`);

const address = some({
  line1: textOf('abc 0123é', 55),
  line2: maybe(textOf('abc 0123', 55)),
  city: name(30),
  state: fc.constantFrom('OH', 'OR', 'PR', 'DC'),
  postalCode: fc.constantFrom('43099', '974770001'),
});

const person = {
  lastName: name(60),
  firstName: name(35),
  middleName: maybe(name(25)),
  suffix: maybe(fc.constantFrom('Jr', 'III')),
};
const provider = some({ ...person, npi, taxonomy: maybe(fc.constantFrom('207Q00000X', '163W00000X')) });
const facility = some({ name: name(60), npi: maybe(npi), address });
const gender = fc.constantFrom('F', 'U');
const clia = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((seven) => `36D${seven}`);

const visitDay = '2026-10-12';
const before = (most = 400) => fc.integer({ min: 0, max: most }).map((days) => addDays(visitDay, -days));
/** What led to a visit came before each of its services. */
const cause = (most: number) =>
  fc.integer({ min: 30, max: 30 + most }).map((days) => addDays(visitDay, -days));
const born = fc.integer({ min: 500, max: 36_000 }).map((days) => addDays(visitDay, -days));

const decimal = (most: number) =>
  fc.integer({ min: 1, max: most * 1000 }).map((thousandths) => thousandths / 1000);
const cents = fc.integer({ min: 0, max: 9_999_999 });

const attachment = fc.oneof(
  some({
    reportType: report,
    transmission: fc.constantFrom('BM', 'EL', 'EM', 'FT', 'FX'),
    controlNumber: number(),
  }),
  some({ reportType: report, transmission: fc.constant('AA') }),
);

const holder = fc.oneof(
  fc.constant({ relationship: 'self' }),
  some({
    relationship: fc.constantFrom('spouse', 'child', 'other', 'employee'),
    subscriber: some({ ...person, dateOfBirth: born, gender, address }),
  }),
  some({
    relationship: fc.constant('employee'),
    employer: some({ name: name(60), address: maybe(address) }),
  }),
);

export const payerIds = ['northwind', 'cascade', 'harbor'] as const;

const coverage = (at: number): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      holder,
      some({
        payerId: fc.constant(payerIds[at]),
        responsibility: fc.constant('PST'[at]),
        memberId: number(80),
        groupNumber: maybe(number()),
        insuranceType: at === 0 ? fc.constant(undefined) : maybe(fc.constantFrom('12', '15', '47')),
      }),
    )
    .map(([whose, card]) => ({ ...card, ...whose }));

const coverages = fc
  .tuple(coverage(0), coverage(1), coverage(2), fc.integer({ min: 1, max: 3 }))
  .map(([first, second, third, count]) => [first, second, third].slice(0, count));

const accident = fc.oneof(
  some({
    causes: fc.constantFrom(['auto'], ['auto', 'employment'], ['other', 'auto']),
    date: cause(200),
    state: fc.constantFrom('OH', 'OR'),
    claimNumber: maybe(number()),
  }),
  some({
    causes: fc.constantFrom(['other'], ['employment'], ['employment', 'other']),
    date: cause(200),
    claimNumber: maybe(number()),
  }),
  some({ causes: fc.constantFrom(['auto']), date: cause(200), country: fc.constantFrom('CA', 'MX') }),
);

/** Two days of which the second does not come first. */
const span = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 90 }))
  .map(([ago, long]) => ({
    from: addDays(visitDay, -ago),
    to: addDays(visitDay, -ago + long),
  }));

const dates = fc
  .tuple(
    some({
      onset: maybe(cause(200)),
      initialTreatment: maybe(before()),
      lastSeen: maybe(before()),
      acuteManifestation: maybe(cause(200)),
      lastMenstrualPeriod: maybe(cause(200)),
      lastXRay: maybe(before()),
      prescription: maybe(before()),
    }),
    ...[maybe(span), maybe(span), maybe(span), maybe(span)],
  )
  .map(([days, disability, work, stay, care]) => ({
    ...days,
    ...(disability && { disabilityFrom: disability.from, disabilityTo: disability.to }),
    ...(work && { lastWorked: work.from, returnToWork: work.to }),
    ...(stay && { admission: stay.from, discharge: stay.to }),
    ...(care && { assumedCare: care.from, relinquishedCare: care.to }),
  }));

const drug = fc
  .tuple(
    some({
      ndc: fc.constantFrom('00409379501', '99999999999'),
      quantity: decimal(9_000),
      unit: fc.constantFrom('F2', 'GR', 'ME', 'ML', 'UN'),
    }),
    fc.oneof(fc.constant({}), some({ prescriptionNumber: number() }), some({ compoundLink: number() })),
  )
  .map(([given, link]) => ({ ...given, ...link }));

const testResult = some({
  measurement: fc.constantFrom('hemoglobin', 'hematocrit', 'epoetin-dose', 'creatinine', 'height'),
  value: decimal(900),
});

/** Each service has a code of its own, so that a line tells which one it is. */
export const serviceCodes = ['J1885', '20610', '99213', '81002', '71046'] as const;
export const anesthesia = '01400';

const flag = maybe(fc.boolean());

const serviceOf = (procedure: string): fc.Arbitrary<Fields> =>
  some({
    procedure: fc.constant(procedure),
    from: maybe(before(30)),
    to: fc.constant(undefined),
    placeOfService: maybe(fc.constantFrom('11', '22')),
    minutes: procedure === anesthesia ? fc.integer({ min: 1, max: 9999 }) : fc.constant(undefined),
    description: maybe(sentence),
    note: maybe(sentence),
    emergency: flag,
    epsdt: flag,
    familyPlanning: flag,
    copayExempt: flag,
    drug: maybe(drug),
    renderingProviderNpi: maybe(fc.constantFrom('2450100021', '2450100039')),
    orderingProvider: maybe(provider),
    referringProvider: maybe(provider),
    supervisingProvider: maybe(provider),
    purchasedService: maybe(some({ providerNpi: npi, charge: cents })),
    serviceFacility: maybe(facility),
    priorAuthorization: maybe(number()),
    referralNumber: maybe(number()),
    cliaNumber: maybe(clia),
    referringCliaNumber: maybe(clia),
    mammographyCertification: maybe(number()),
    immunizationBatch: maybe(number()),
    prescriptionDate: maybe(before()),
    lastSeenDate: maybe(before()),
    initialTreatmentDate: maybe(before()),
    lastXRayDate: maybe(before()),
    testResults: maybe(fc.array(testResult, { minLength: 1, maxLength: 5 })),
    attachments: maybe(fc.array(attachment, { minLength: 1, maxLength: 3 })),
  }).chain((service) =>
    // A last day needs its first.
    maybe(fc.integer({ min: 1, max: 5 })).map((days) =>
      days === undefined || service.from === undefined
        ? service
        : { ...service, to: addDays(visitDay, days) },
    ),
  );

const services = fc
  .subarray([...serviceCodes, anesthesia], { minLength: 0, maxLength: 4 })
  .chain((codes) => fc.tuple(...codes.map(serviceOf)));

/** A registration that intake takes, as a clinic's file says it. */
export const registrations: fc.Arbitrary<Fields> = some({
  version: maybe(fc.constantFrom(1, 2)),
  patient: some({
    ...person,
    patientId: fc.constantFrom('MS-1', 'P2'),
    dateOfBirth: born,
    gender,
    address,
    dateOfDeath: maybe(fc.constant('2026-10-20')),
  }),
  guarantor: maybe(some({ ...person, address, phone: maybe(fc.constant('5415550123')) })),
  coverages,
  dateOfService: fc.constant(visitDay),
  lastDateOfService: maybe(fc.constant('2026-10-14')),
  placeOfService: fc.constantFrom('11', '22', '10'),
  locationId: maybe(number(40)),
  appointmentId: maybe(fc.constantFrom('A1', 'b.2_3')),
  renderingProviderNpi: fc.constantFrom('2450100021', '2450100039', '2450100047'),
  patientType: fc.constantFrom('new', 'established'),
  referringProvider: maybe(provider),
  primaryCareProvider: maybe(provider),
  orderingProvider: maybe(provider),
  supervisingProvider: maybe(provider),
  serviceFacility: maybe(facility),
  priorAuthorization: maybe(number()),
  referralNumber: maybe(number()),
  cliaNumber: maybe(clia),
  mammographyCertification: maybe(number()),
  investigationalDevice: maybe(number()),
  demonstrationProject: maybe(number()),
  carePlanOversight: maybe(number()),
  medicalRecordNumber: maybe(number()),
  accident: maybe(accident),
  dates: maybe(dates),
  patientPaid: maybe(cents),
  note: maybe(some({ type: maybe(fc.constantFrom('ADD', 'CER', 'DCP', 'DGN')), text: sentence })),
  attachments: maybe(fc.array(attachment, { minLength: 1, maxLength: 10 })),
  conditionCodes: maybe(
    fc.uniqueArray(fc.integer({ min: 10, max: 99 }).map(String), { minLength: 1, maxLength: 24 }),
  ),
  anesthesiaSurgery: maybe(fc.constantFrom(['27447'], ['27447', '29881'])),
  epsdtReferral: maybe(
    fc.constantFrom(
      { given: true, conditions: ['AV'] },
      { given: true, conditions: ['S2', 'ST'] },
      { given: false, conditions: ['NU'] },
      { given: false, conditions: [] },
    ),
  ),
  specialProgram: maybe(fc.constantFrom('02', '03', '05', '09')),
  delayReason: maybe(fc.constantFrom('1', '7', '10', '11', '15')),
  homebound: flag,
  pregnant: flag,
  patientWeightPounds: maybe(decimal(2_000)),
  spinalManipulation: maybe(
    some({
      condition: fc.constantFrom('acute', 'chronic', 'acute-in-chronic'),
      description: maybe(sentence),
    }),
  ),
  signature: maybe(
    some({
      provider: flag,
      benefitsAssigned: maybe(fc.constantFrom('yes', 'no', 'refused')),
      release: maybe(fc.constantFrom('signed', 'by-law')),
      byPractice: flag,
    }),
  ),
  acceptsAssignment: maybe(fc.constantFrom('yes', 'laboratory-only', 'no')),
  services: maybe(services),
});
