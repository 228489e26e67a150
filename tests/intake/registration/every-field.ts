/** The day on which the tests register. */
export const registeredOn = '2026-10-26';

const address = {
  line1: '12 Alder Court',
  line2: 'Apt. 4',
  city: 'Springfield',
  state: 'OR',
  postalCode: '974770001',
};
const provider = { lastName: 'Halvorsen', firstName: 'Marit', npi: '1234567893', taxonomy: '207Q00000X' };
const person = { lastName: 'Okafor', firstName: 'Samuel', middleName: 'B', suffix: 'Jr' };

/**
 * A registration that says something in every field, so that each can be made wrong. No visit is like it: what excludes one
 * another stands on two services or two coverages.
 */
export const everyField = {
  version: 2,
  patient: {
    ...{ lastName: 'Okafor', firstName: 'Miriam', middleName: 'Ann', suffix: 'III', patientId: 'MS-10291' },
    ...{ dateOfBirth: '1961-04-09', gender: 'F', address, dateOfDeath: '2026-10-25' },
  },
  guarantor: { ...person, address, phone: '5415550123' },
  coverages: [
    {
      ...{ payerId: 'northwind', responsibility: 'P', memberId: 'NW4410977', groupNumber: 'MS-2210' },
      ...{
        relationship: 'spouse',
        subscriber: { ...person, dateOfBirth: '1958-01-01', gender: 'M', address },
      },
    },
    {
      ...{ payerId: 'cascade', responsibility: 'S', memberId: 'CM5520188', insuranceType: '15' },
      ...{ relationship: 'employee', employer: { name: 'Quarry & Sons', address } },
    },
  ],
  dateOfService: '2026-10-12',
  lastDateOfService: '2026-10-13',
  placeOfService: '11',
  locationId: 'main',
  appointmentId: 'A-2026.77',
  renderingProviderNpi: '1234567893',
  patientType: 'established',
  referringProvider: provider,
  primaryCareProvider: provider,
  orderingProvider: provider,
  supervisingProvider: provider,
  serviceFacility: { name: 'Lake House', npi: '1245319599', address },
  priorAuthorization: 'AUTH-1',
  referralNumber: 'REF-1',
  cliaNumber: '38D0987654',
  mammographyCertification: 'MC-1',
  investigationalDevice: 'G170001',
  demonstrationProject: 'DP-1',
  carePlanOversight: '1245319599',
  medicalRecordNumber: 'MRN-1',
  accident: { causes: ['auto', 'employment'], date: '2026-10-01', state: 'OR', claimNumber: 'PC-88' },
  dates: {
    ...{ onset: '2026-10-01', initialTreatment: '2026-10-02', lastSeen: '2026-10-03' },
    ...{ acuteManifestation: '2026-10-01', lastMenstrualPeriod: '2026-09-20', lastXRay: '2026-10-02' },
    ...{ prescription: '2026-10-02', disabilityFrom: '2026-10-01', disabilityTo: '2026-11-20' },
    ...{ lastWorked: '2026-09-30', returnToWork: '2026-11-21', admission: '2026-10-11' },
    ...{ discharge: '2026-10-14', assumedCare: '2026-10-02', relinquishedCare: '2026-10-20' },
    firstContact: '2026-10-04',
  },
  patientPaid: 2500,
  note: { type: 'ADD', text: 'Seen with an interpreter' },
  attachments: [{ reportType: 'OZ', transmission: 'FX', controlNumber: 'ATT-1' }],
  conditionCodes: ['17'],
  anesthesiaSurgery: ['27447'],
  epsdtReferral: { given: true, conditions: ['S2'] },
  specialProgram: '02',
  delayReason: '7',
  homebound: false,
  pregnant: false,
  patientWeightPounds: 155.5,
  spinalManipulation: { condition: 'acute', description: 'Lumbar strain' },
  signature: { provider: true, benefitsAssigned: 'yes', release: 'signed', byPractice: false },
  acceptsAssignment: 'yes',
  services: [
    {
      ...{ procedure: 'J1885', modifiers: ['RT', '25'], from: '2026-10-12', to: '2026-10-13' },
      ...{
        placeOfService: '22',
        description: 'Ketorolac',
        note: 'Given twice',
        emergency: true,
        epsdt: false,
      },
      ...{ familyPlanning: false, copayExempt: false, renderingProviderNpi: '1234567893' },
      drug: { ndc: '00409379501', quantity: 1.5, unit: 'ML', prescriptionNumber: 'RX-1' },
      ...{ orderingProvider: provider, referringProvider: provider, supervisingProvider: provider },
      purchasedService: { providerNpi: '1245319599', charge: 4500 },
      serviceFacility: { name: 'Lake House', npi: '1245319599', address },
      ...{ priorAuthorization: 'AUTH-2', referralNumber: 'REF-2', cliaNumber: '38D0987655' },
      ...{ referringCliaNumber: '38D0987656', mammographyCertification: 'MC-2', immunizationBatch: 'LOT-7' },
      ...{ prescriptionDate: '2026-10-02', lastSeenDate: '2026-10-03', initialTreatmentDate: '2026-10-02' },
      lastXRayDate: '2026-10-02',
      testResults: [{ measurement: 'hemoglobin', value: 10.2 }],
      attachments: [{ reportType: 'B4', transmission: 'AA' }],
    },
    {
      procedure: '01400',
      minutes: 45,
      drug: { ndc: '00409379501', quantity: 1, unit: 'UN', compoundLink: 'C-1' },
    },
  ],
};

export type Tree = Record<string, unknown>;
type Steps = readonly string[];

const changed = (tree: unknown, [step = '', ...rest]: Steps, change: (old: unknown) => unknown): unknown => {
  if (step === '') return change(tree);
  if (Array.isArray(tree))
    return tree.map((one, at) => (String(at) === step ? changed(one, rest, change) : one));
  const old = (tree as Tree)[step];
  return { ...(tree as Tree), [step]: changed(old, rest, change) };
};

/** The registration with another value at a path. */
export const withValue = (path: string, value: unknown, tree: unknown = everyField): unknown =>
  changed(tree, path.split('.'), () => value);

/** The registration without a field. */
export const without = (path: string, tree: unknown = everyField): unknown => {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  return changed(tree, steps, (old) => {
    const { [last]: _gone, ...rest } = old as Tree;
    return rest;
  });
};
