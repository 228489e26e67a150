/** The tenth digit of an NPI: Luhn over 80840 and the first nine. */
const npi = (nine: string): string => {
  const digits = [...`80840${nine}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const twice = digit * 2;
    return total + (at % 2 === 0 ? (twice > 9 ? twice - 9 : twice) : digit);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
};

/** Who gives services: taxonomy and licence. */
const licences = {
  fm: '207Q00000X MD',
  im: '207R00000X MD',
  ped: '208000000X MD',
  np: '363LF0000X NP',
  pa: '363A00000X PA',
  uc: '207P00000X MD',
  card: '207RC0000X DO',
  gi: '207RG0100X MD',
  pulm: '207RP1001X MD',
  sleep: '2084S0012X MD',
  alg: '207K00000X MD',
  onc: '207RH0003X MD',
  neuro: '2084N0400X MD',
  endo: '207RE0101X MD',
  psy: '2084P0800X MD',
  lcsw: '1041C0700X LCSW',
  phd: '103TC0700X PHD',
  lpc: '101YM0800X LPC',
  lmft: '106H00000X LMFT',
  er: '207P00000X MD',
  hosp: '208M00000X MD',
  derm: '207N00000X MD',
  orth: '207X00000X MD',
  orth2: '207X00000X MD',
  orpa: '363AS0400X PA',
  hand: '207XS0106X MD',
  gs: '208600000X MD',
  gs2: '208600000X MD',
  dpm: '213E00000X DPM',
  oph: '207W00000X MD',
  od: '152W00000X OD',
  uro: '208800000X MD',
  ent: '207Y00000X MD',
  aud: '231H00000X AUD',
  pain: '208VP0014X MD',
  ob: '207V00000X MD',
  cnm: '367A00000X CNM',
  dc: '111N00000X DC',
  rad: '2085R0202X MD',
  lab: '207ZP0102X MD',
  path: '207ZP0102X MD',
  anes: '207L00000X MD',
  crna: '367500000X CRNA',
  pt: '225100000X PT',
  ot: '225X00000X OT',
  slp: '235Z00000X SLP',
  rheum: '207RR0500X MD',
  vasc: '2086S0129X MD',
  wound: '208D00000X MD',
  rd: '133V00000X RD',
} as const;

/** The providers of an invented practice of many specialties, by the key that visits name them with. */
export const providers = Object.fromEntries(
  Object.entries(licences).map(([key, licence], at) => {
    const [taxonomy = '', credential = ''] = licence.split(' ');
    const name = { lastName: `Provider${key.toUpperCase()}`, firstName: 'Alex' };
    return [key, { ...name, npi: npi(`2452000${String(at + 10).padStart(2, '0')}`), taxonomy, credential }];
  }),
);

/** Who sends patients and orders tests from outside of the practice. */
export const outside = { lastName: 'Moreau', firstName: 'Celine', npi: npi('145600111'), credential: 'MD' };

const street = (line1: string) => ({ line1, city: 'Fairhaven', state: 'OH', postalCode: '430990410' });

/** Places of services that are not the practice's own. */
export const facilities = {
  hospital: {
    name: 'Fairhaven General Hospital',
    npi: npi('145600201'),
    address: street('1 Hospital Drive'),
  },
  asc: { name: 'Fairhaven Surgery Center', npi: npi('145600202'), address: street('20 Hospital Drive') },
  snf: { name: 'Maple Grove Nursing', npi: npi('145600203'), address: street('77 Grove Road') },
};

const contract = (payerId: string, claimFilingIndicator: string, more: object = {}) => ({
  payerId,
  name: `Payer ${payerId}`,
  partnerId: 'clearinghouse',
  receiverId: payerId.toUpperCase(),
  claimFilingIndicator,
  filingLimitDays: 365,
  appealLimitDays: 180,
  eligibilityAnswerDays: 6,
  acknowledgementDays: 6,
  firstFollowUpDays: 14,
  statusAnswerDays: 6,
  maxFollowUps: 3,
  ...more,
});

/** Payers with what their manuals want, and the number that their cards have. */
export const payers = {
  north: { card: 'NWH204817733', payer: contract('north', 'CI') },
  blue: {
    card: 'XYZ123456789',
    payer: contract('blue', 'BL', {
      claimRules: {
        memberId: '^[A-Z]{3}\\d{9}$',
        authorized: ['70551-70553', '72141-72149', '73721', 'J1745'],
        telehealth: [{ places: ['02', '10'], modifiers: ['95', '93'] }],
      },
    }),
  },
  hmo: {
    card: 'H77120045',
    payer: contract('hmo', 'HM', {
      filingLimitDays: 90,
      claimRules: {
        billingTaxonomy: true,
        authorized: ['95805-95811'],
        telehealth: [{ places: ['02', '10'], modifiers: [] }],
      },
    }),
  },
  medicare: {
    card: '1EG4TE5MK73',
    payer: contract('medicare', 'MB', {
      providerEnrolment: 'block',
      incidentTo: { credentials: ['NP', 'PA', 'CNS'], bill: 'supervising' },
    }),
  },
  ma: { card: 'H12345678', payer: contract('ma', '16', { claimRules: { memberId: '^H\\d{8}$' } }) },
  medicaid: {
    card: '100123456789',
    payer: contract('medicaid', 'MC', {
      providerEnrolment: 'warn',
      claimRules: { memberId: '^\\d{12}$' },
    }),
  },
  medigap: { card: 'MG5520188', payer: contract('medigap', 'CI', { medigap: true }) },
  tricare: {
    card: '12345678901',
    payer: contract('tricare', 'CH', { claimRules: { memberId: '^\\d{11}$' } }),
  },
  fep: { card: 'R51234567', payer: contract('fep', 'FI') },
  va: { card: 'VA1012345678', payer: contract('va', 'VA') },
  wc: { card: 'WCM77120', payer: contract('wc', 'WC') },
  auto: { card: 'AM553310', payer: contract('auto', 'AM') },
  lm: { card: 'LM440022', payer: contract('lm', 'LM') },
};

/** Payers that pay nobody who is not enrolled with them. */
const asking = ['medicare', 'medicaid'];

/** The record of the practice without its prices, as it would be loaded. */
export const practice = {
  practiceId: 'many-doors',
  name: 'Many Doors Medical Group',
  npi: npi('245200001'),
  taxId: '341204117',
  taxonomy: '261QM1300X',
  address: street('410 Maple Street'),
  phone: '6145550142',
  providers: Object.values(providers),
  enrolments: Object.values(providers).flatMap((provider) =>
    asking.map((payerId) => ({
      providerNpi: provider.npi,
      payerId,
      status: 'effective',
      from: '2023-01-01',
    })),
  ),
  roster: Object.fromEntries(
    ['coder', 'biller', 'front-desk', 'authorizations', 'appeals', 'credentialing', 'records'].map((desk) => [
      desk,
      `${desk}@manydoors.example`,
    ]),
  ),
  supervisor: 'manager@manydoors.example',
  clinicContact: 'clinic@manydoors.example',
  codingPolicy: { autoAcceptConfidence: 1 },
  taskDays: {
    coder: 2,
    biller: 3,
    'front-desk': 2,
    authorizations: 3,
    appeals: 10,
    credentialing: 5,
    records: 3,
  },
};
