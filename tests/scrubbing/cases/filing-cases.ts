import { ClaimRules } from '../../../functions/domain/contract/claim-rules.ts';
import type { Coverage, Employer, Provider } from '../../../functions/domain/party.ts';
import type { ServiceFacts } from '../../../functions/domain/visit/service-facts.ts';
import type { Accident } from '../../../functions/domain/visit/visit-dates.ts';
import { cents } from '../../../functions/edi/money.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';
import { casesOf, type EditCase } from './edit-case.ts';

const [registration] = samples.map((one) => one.registration);
const [card] = registration?.coverages ?? [];
if (!registration || !card) throw new Error('The samples are missing');
const { locations } = practice();

const medicare: VisitChange['contract'] = { claimFilingIndicator: 'MB' };
const medicaid: VisitChange['contract'] = { claimFilingIndicator: 'MC' };
const lab = locations.map((one) => ({ ...one, cliaNumber: '36D0987654' }));
const someLab =
  lab.length > 0
    ? lab
    : [{ locationId: 'main', name: 'Main', placeOfService: '11', cliaNumber: '36D0987654' }];
const noLab = { locations: [{ locationId: 'main', name: 'Main', placeOfService: '11' }] };
const orderer: Provider = { lastName: 'Stone', firstName: 'Rae', npi: '1234567893' };
const facts = (change: ServiceFacts) => ({ facts: change });
const drug = { ndc: '00409610204', quantity: 2, unit: 'ML' } as const;
const of = (procedure: string, ...modifiers: string[]) => aService(procedure, { modifiers });
const at = (placeOfService: string, ...services: VisitChange['services'] & object): VisitChange => ({
  services,
  registered: { placeOfService },
});
const telehealth = (...rules: object[]): VisitChange['contract'] => ({
  claimRules: ClaimRules.parse({ telehealth: rules }),
});
const employer: Employer = { name: 'Hale Roofing' };
const accident: Accident = { causes: ['employment'], date: registration.dateOfService, claimNumber: 'WC-77' };
const byWork = (change: Partial<Accident> = {}, covered: Partial<Coverage> = {}): VisitChange => ({
  registered: {
    accident: { ...accident, ...change },
    coverages: [{ ...card, relationship: 'employee', employer, ...covered }],
  },
  contract: { claimFilingIndicator: 'WC' },
});
const unnumbered: Accident = { causes: ['employment'], date: accident.date };
const auto: Accident = { ...accident, causes: ['auto'], state: 'OH' };
const second = payer({ payerId: 'second', claimFilingIndicator: 'MB' });
const after = (
  change: Partial<Coverage>,
  other = second,
  more: VisitChange['registered'] = {},
): VisitChange => ({
  registered: {
    coverages: [card, { ...card, responsibility: 'S', payerId: other.payerId, ...change }],
    ...more,
  },
  change: { otherPayers: [other] },
});
const free = (...prices: readonly [string, number][]) =>
  prices.map(([procedure, charge]) => ({ procedure, charge: cents(charge), effectiveFrom: '2000-01-01' }));
const coverage = 'registration.coverages[1]';
const modifiers = 'codes.services[0].modifiers';

export const filingCases: readonly EditCase[] = [
  ...casesOf(
    'filing-place-unknown',
    [
      ['a number that CMS gives no place', at('97'), 'warn clinic registration.placeOfService'],
      [
        'at a service',
        { services: [aService('99213', facts({ placeOfService: '98' }))] },
        'warn clinic codes.services[0].facts.placeOfService',
      ],
    ],
    [
      ['the office', at('11')],
      ['the patient’s home by video', at('10')],
    ],
    true,
  ),
  ...casesOf(
    'filing-place-of-service',
    [
      ['an emergency visit in an office', at('11', of('99283')), 'warn coder registration.placeOfService'],
      ['hospital care in an office', at('11', of('99232')), 'warn coder registration.placeOfService'],
      ['a nursing visit in an office', at('11', of('99309')), 'warn coder registration.placeOfService'],
      ['a home visit in an office', at('11', of('99349')), 'warn coder registration.placeOfService'],
      [
        'an office visit in a nursing facility',
        at('31', of('99213')),
        'warn coder registration.placeOfService',
      ],
      [
        'an office visit at home by the line',
        { services: [aService('99213', facts({ placeOfService: '12' }))] },
        'warn coder codes.services[0].facts.placeOfService',
      ],
    ],
    [
      ['an emergency visit in its department', at('23', of('99283'))],
      ['hospital care in a hospital', at('21', of('99232'))],
      ['a home visit at home', at('12', of('99349'))],
      ['an office visit in an outpatient department', at('22', of('99213'))],
      [
        'a nursing visit by the place of its line',
        { services: [aService('99309', facts({ placeOfService: '31' }))] },
      ],
    ],
  ),
  ...casesOf(
    'filing-service-at-distance',
    [
      [
        'an injection by video',
        at('10', of('99213', '25'), of('20610')),
        'block coder registration.placeOfService',
      ],
    ],
    [
      ['an injection in the office', at('11', of('20610'))],
      ['a visit by video', at('10', of('99213'))],
    ],
  ),
  ...casesOf(
    'filing-telehealth',
    [
      [
        '95 in the office at Medicare',
        { ...at('11', of('99213', '95')), contract: medicare },
        `block coder ${modifiers}`,
      ],
      [
        '93 in the office at Medicare',
        { ...at('11', of('99213', '93')), contract: medicare },
        `block coder ${modifiers}`,
      ],
      ['GT at Medicare', { ...at('02', of('99213', 'GT')), contract: medicare }, `block coder ${modifiers}`],
      ['FQ at Medicare', { ...at('10', of('99213', 'FQ')), contract: medicare }, `block coder ${modifiers}`],
      [
        'a code of its own at Medicare',
        { ...at('10', of('98006')), contract: medicare },
        `block coder ${modifiers}`,
      ],
      [
        'no modifier where the payer wants one',
        { ...at('10', of('99213')), contract: telehealth({ places: ['02', '10'], modifiers: ['95', '93'] }) },
        `block coder ${modifiers}`,
      ],
      [
        'the office where the payer wants another place',
        { ...at('11', of('99213', '95')), contract: telehealth({ places: ['02', '10'], modifiers: ['95'] }) },
        `block coder ${modifiers}`,
      ],
      [
        'a modifier that the payer does not take',
        { ...at('02', of('99213', '95')), contract: telehealth({ places: ['02', '10'], modifiers: [] }) },
        `block coder ${modifiers}`,
      ],
    ],
    [
      ['the place alone at Medicare', { ...at('10', of('99213')), contract: medicare }],
      ['93 with its place at Medicare', { ...at('10', of('99213', '93')), contract: medicare }],
      ['95 in the office where nothing is known', at('11', of('99213', '95'))],
      [
        'as the payer wants it',
        {
          ...at('10', of('99213', '95')),
          contract: telehealth({ places: ['02', '10'], modifiers: ['95', '93'] }),
        },
      ],
      [
        'a rule of another year',
        {
          ...at('10', of('99213')),
          contract: telehealth({ to: '2024-12-31', places: ['02'], modifiers: ['95'] }),
        },
      ],
      [
        'a visit in the office',
        { ...at('11', of('99213')), contract: telehealth({ places: ['02', '10'], modifiers: ['95'] }) },
      ],
    ],
  ),
  ...casesOf(
    'filing-telehealth-place',
    [['a visit by telephone in a hospital bed', at('21', of('99232', '93')), `warn coder ${modifiers}`]],
    [
      ['by video at home', at('10', of('99213', '95'))],
      ['by video in the office', at('11', of('99213', '95'))],
    ],
  ),
  ...casesOf(
    'filing-accident-date',
    [
      [
        'a day after the visit',
        { registered: { accident: { causes: ['other'], date: '2026-11-30' } } },
        'block clinic registration.accident.date',
      ],
    ],
    [['the day of the visit', { registered: { accident: { ...accident, causes: ['other'] } } }]],
  ),
  ...casesOf(
    'filing-workers-compensation',
    [
      [
        'without the accident',
        { registered: {}, contract: { claimFilingIndicator: 'WC' } },
        'block clinic registration.accident',
      ],
      [
        'without its claim number',
        {
          ...byWork(),
          registered: { ...byWork().registered, accident: unnumbered },
        },
        'block clinic registration.accident.claimNumber',
      ],
      [
        'without the employer',
        { ...byWork(), registered: { accident } },
        'block clinic registration.coverages[0].employer',
      ],
    ],
    [
      ['with all of it', byWork()],
      ['a health plan', {}],
    ],
  ),
  ...casesOf(
    'filing-auto-insurer',
    [
      [
        'without the accident',
        { contract: { claimFilingIndicator: 'AM' } },
        'block clinic registration.accident',
      ],
      [
        'without its claim number',
        {
          registered: { accident: { causes: ['auto'], state: 'OH', date: accident.date } },
          contract: { claimFilingIndicator: 'AM' },
        },
        'block clinic registration.accident.claimNumber',
      ],
    ],
    [['with both', { registered: { accident: auto }, contract: { claimFilingIndicator: 'AM' } }]],
  ),
  ...casesOf(
    'filing-liable-first',
    [
      [
        'a work injury at a health plan',
        { registered: { accident } },
        'warn clinic registration.accident.causes',
      ],
    ],
    [
      ['at the insurer of work injuries', byWork()],
      ['another accident', { registered: { accident: { ...accident, causes: ['other'] } } }],
    ],
  ),
  ...casesOf(
    'filing-auto-first',
    [
      [
        'an auto accident at a health plan',
        { registered: { accident: auto } },
        'info clinic registration.accident.causes',
      ],
    ],
    [
      [
        'at the insurer of the vehicle',
        { registered: { accident: auto }, contract: { claimFilingIndicator: 'AM' } },
      ],
    ],
  ),
  ...casesOf(
    'filing-medicare-secondary',
    [
      ['a later Medicare without a reason', after({}), `block clinic ${coverage}.insuranceType`],
      [
        'a reason at another payer',
        after({ insuranceType: '12' }, payer({ payerId: 'second' })),
        `block clinic ${coverage}.insuranceType`,
      ],
      [
        'a reason at a Medicare that is first',
        { registered: { coverages: [{ ...card, insuranceType: '12' }] }, contract: medicare },
        'block clinic registration.coverages[0].insuranceType',
      ],
    ],
    [
      ['a reason', after({ insuranceType: '12' })],
      [
        'a Medicare that is first, with a Medigap plan',
        { ...after({}, payer({ payerId: 'second' })), contract: medicare },
      ],
    ],
  ),
  ...casesOf(
    'filing-medicaid-last',
    [
      [
        'Medicaid before a health plan',
        { ...after({}, payer({ payerId: 'second' })), contract: { claimFilingIndicator: 'MC' } },
        'warn clinic registration.coverages',
      ],
    ],
    [
      ['Medicaid after it', after({}, payer({ payerId: 'second', claimFilingIndicator: 'MC' }))],
      [
        'Medicaid after Medicaid',
        {
          ...after({}, payer({ payerId: 'second', claimFilingIndicator: 'MC' })),
          contract: { claimFilingIndicator: 'MC' },
        },
      ],
    ],
  ),
  ...casesOf(
    'filing-medigap',
    [
      [
        'after a health plan',
        after({}, payer({ payerId: 'second', medigap: true })),
        'block clinic registration.coverages',
      ],
    ],
    [['after Medicare', { ...after({}, payer({ payerId: 'second', medigap: true })), contract: medicare }]],
  ),
  ...casesOf(
    'filing-medicare-reason',
    [
      [
        'a work injury that is not registered',
        after({ insuranceType: '15' }),
        `warn clinic ${coverage}.insuranceType`,
      ],
      [
        'an accident that is not registered',
        after({ insuranceType: '14' }),
        `warn clinic ${coverage}.insuranceType`,
      ],
    ],
    [
      ['a working patient', after({ insuranceType: '12' })],
      ['a work injury that is', after({ insuranceType: '15' }, second, { accident })],
    ],
  ),
  ...casesOf(
    'filing-clia',
    [
      [
        'at Medicare',
        { services: [of('80053')], contract: medicare, records: noLab },
        'block credentialing practice.locations',
      ],
      [
        'at Medicaid',
        { services: [of('80053')], contract: medicaid, records: noLab },
        'block credentialing practice.locations',
      ],
      [
        'QW at anybody',
        { services: [of('87804', 'QW')], records: noLab },
        'block credentialing practice.locations',
      ],
    ],
    [
      ['the location’s', { services: [of('80053')], contract: medicare, records: { locations: someLab } }],
      [
        'the visit’s',
        {
          services: [of('80053')],
          contract: medicare,
          records: noLab,
          registered: { cliaNumber: '36D0987654' },
        },
      ],
      ['a commercial plan', { services: [of('80053')], records: noLab }],
      ['a skin test', { services: [of('86580')], contract: medicare, records: noLab }],
      ['another laboratory’s test', { services: [of('80053', '90')], contract: medicare, records: noLab }],
    ],
  ),
  ...casesOf(
    'filing-clia-reference',
    [
      [
        'without its number',
        { services: [of('80053', '90')], contract: medicare },
        'block clinic codes.services[0].facts.referringCliaNumber',
      ],
    ],
    [
      [
        'with it',
        {
          services: [aService('80053', { modifiers: ['90'], facts: { referringCliaNumber: '36D0987654' } })],
          contract: medicare,
        },
      ],
    ],
  ),
  ...casesOf(
    'filing-ordering-provider',
    ['80053', '71046', 'E0100', 'A4253'].map((procedure) => [
      `${procedure} at Medicare`,
      { services: [of('99213'), of(procedure)], contract: medicare },
      'block clinic registration.orderingProvider',
    ]),
    [
      [
        'named for the visit',
        { services: [of('71046')], contract: medicare, registered: { orderingProvider: orderer } },
      ],
      [
        'named for the service',
        { services: [aService('71046', facts({ orderingProvider: orderer }))], contract: medicare },
      ],
      [
        'who referred',
        { services: [of('71046')], contract: medicare, registered: { referringProvider: orderer } },
      ],
      ['a commercial plan', { services: [of('71046')] }],
      ['a visit', { services: [of('99213')], contract: medicare }],
    ],
  ),
  ...casesOf(
    'filing-ordering-credential',
    [
      [
        'a chiropractor',
        { registered: { orderingProvider: { ...orderer, credential: 'DC' } }, contract: medicare },
        'warn clinic registration.orderingProvider.credential',
      ],
      [
        'a nurse, of a service',
        {
          services: [aService('80053', facts({ orderingProvider: { ...orderer, credential: 'RN' } }))],
          contract: medicare,
        },
        'warn clinic codes.services[0].facts.orderingProvider.credential',
      ],
    ],
    [
      [
        'a nurse practitioner',
        { registered: { orderingProvider: { ...orderer, credential: 'NP' } }, contract: medicare },
      ],
    ],
  ),
  ...casesOf(
    'filing-drug-code',
    [
      [
        'at Medicaid',
        { services: [of('J1885')], contract: medicaid },
        'block clinic codes.services[0].facts.drug',
      ],
      [
        'where Medicaid pays after Medicare',
        {
          services: [of('J1885')],
          contract: medicare,
          change: { otherPayers: [payer({ claimFilingIndicator: 'MC' })] },
        },
        'block clinic codes.services[0].facts.drug',
      ],
      [
        'at a payer that says so',
        { services: [of('J1885')], contract: { claimRules: ClaimRules.parse({ drugCodes: true }) } },
        'block clinic codes.services[0].facts.drug',
      ],
    ],
    [
      ['with it', { services: [aService('J1885', facts({ drug }))], contract: medicaid }],
      ['at a commercial plan', { services: [of('J1885')] }],
      [
        'a Medicaid that does not ask',
        {
          services: [of('J1885')],
          contract: { ...medicaid, claimRules: ClaimRules.parse({ drugCodes: false }) },
        },
      ],
    ],
  ),
  ...casesOf(
    'filing-drug-number',
    ['00000000000', '99999999999', '00409000004'].map((ndc) => [
      ndc,
      { services: [aService('J1885', facts({ drug: { ...drug, ndc } }))] },
      'block clinic codes.services[0].facts.drug.ndc',
    ]),
    [['one of a package', { services: [aService('J1885', facts({ drug }))] }]],
  ),
  ...casesOf(
    'filing-drug-unit',
    [
      [
        'milligrams',
        { services: [aService('J1885', facts({ drug: { ...drug, unit: 'ME' } }))] },
        'warn clinic codes.services[0].facts.drug.unit',
      ],
    ],
    [['millilitres', { services: [aService('J1885', facts({ drug }))] }]],
  ),
  ...casesOf(
    'modifier-discarded-drug',
    [
      [
        'neither is told to Medicare',
        { services: [of('J0178')], contract: medicare },
        `block coder ${modifiers}`,
      ],
      ['what was discarded alone', { services: [of('J0178', 'JW')] }, `block coder ${modifiers}`],
    ],
    [
      ['nothing discarded', { services: [of('J0178', 'JZ')], contract: medicare }],
      ['given and discarded', { services: [of('J0178'), of('J0178', 'JW')], contract: medicare }],
      ['a drug of several doses', { services: [of('J3301')], contract: medicare }],
      ['a commercial plan', { services: [of('J0178')] }],
    ],
  ),
  ...casesOf(
    'modifier-discarded-or-not',
    [['both are told', { services: [of('J0178', 'JZ'), of('J0178', 'JW')] }, `block coder ${modifiers}`]],
    [['one of them', { services: [of('J0178'), of('J0178', 'JW')] }]],
  ),
  ...casesOf(
    'filing-anesthesia-minutes',
    [
      ['none', { services: [of('00400', 'AA')] }, 'block clinic codes.services[0].facts.minutes'],
      [
        'of a visit',
        { services: [aService('99213', facts({ minutes: 20 }))] },
        'block clinic codes.services[0].facts.minutes',
      ],
      [
        'of a code without time',
        { services: [aService('01996', { modifiers: ['AA'], facts: { minutes: 20 } })] },
        'block clinic codes.services[0].facts.minutes',
      ],
    ],
    [
      ['minutes', { services: [aService('00400', { modifiers: ['AA'], facts: { minutes: 45 } })] }],
      ['a day of pain control', { services: [of('01996', 'AA')] }],
    ],
  ),
  ...casesOf(
    'filing-anesthesia-modifier',
    [
      ['none', { services: [aService('00400', facts({ minutes: 45 }))] }, `block coder ${modifiers}`],
      ['monitored care alone', { services: [of('00400', 'QS')] }, `block coder ${modifiers}`],
      ['on a visit', { services: [of('99213', 'AA')] }, `block coder ${modifiers}`],
      ['a physical status on surgery', { services: [of('27447', 'P3')] }, `block coder ${modifiers}`],
    ],
    [
      ['a nurse anesthetist', { services: [of('00400', 'QZ', 'P3', 'QS')] }],
      ['surgery without', { services: [of('27447')] }],
    ],
  ),
  ...casesOf(
    'filing-anesthesia-contradiction',
    [
      ['given and directed', { services: [of('00400', 'AA', 'QK')] }, `block coder ${modifiers}`],
      ['two physical states', { services: [of('00400', 'AA', 'P2', 'P3')] }, `block coder ${modifiers}`],
    ],
    [['one of each', { services: [of('00400', 'QK', 'P2')] }]],
  ),
  ...casesOf(
    'filing-anesthesia-order',
    [
      [
        'the state first',
        { services: [of('00400', 'P3', 'AA')], contract: medicare },
        `warn coder ${modifiers}`,
      ],
    ],
    [['who gave it first', { services: [of('00400', 'AA', 'P3')], contract: medicare }]],
  ),
  ...casesOf(
    'filing-patient-type',
    [
      [
        'a new one’s code for a known one',
        { services: [of('99203')] },
        'warn coder codes.services[0].procedure',
      ],
      [
        'a check-up of a new one for a known one',
        { services: [of('99386')] },
        'warn coder codes.services[0].procedure',
      ],
      [
        'a known one’s code for a new one',
        { services: [of('99214')], registered: { patientType: 'new' } },
        'warn coder codes.services[0].procedure',
      ],
    ],
    [
      ['a known one', { services: [of('99213')] }],
      ['a new one', { services: [of('99203')], registered: { patientType: 'new' } }],
      ['hospital care, which is for both', { services: [of('99232')], registered: { patientType: 'new' } }],
    ],
  ),
  ...casesOf(
    'filing-authorization',
    [
      [
        'none',
        {
          services: [of('70553')],
          contract: { claimRules: ClaimRules.parse({ authorized: ['70540-70559'] }) },
        },
        'block clinic codes.services[0].facts.priorAuthorization',
      ],
    ],
    [
      [
        'that of the visit',
        {
          services: [of('70553')],
          registered: { priorAuthorization: 'A-1' },
          contract: { claimRules: ClaimRules.parse({ authorized: ['70553'] }) },
        },
      ],
      [
        'that of the service',
        {
          services: [aService('70553', facts({ priorAuthorization: 'A-1' }))],
          contract: { claimRules: ClaimRules.parse({ authorized: ['70553'] }) },
        },
      ],
      [
        'another procedure',
        {
          services: [of('71046')],
          contract: { claimRules: ClaimRules.parse({ authorized: ['70540-70559'] }) },
        },
      ],
      [
        'a number of another form, which sorts between the two',
        {
          services: [of('0012T')],
          contract: { claimRules: ClaimRules.parse({ authorized: ['00100-01999'] }) },
        },
      ],
    ],
  ),
  ...casesOf(
    'filing-service-unbilled',
    [
      [
        'a service that nobody confirmed',
        {
          services: [of('99213')],
          registered: { services: [{ procedure: '36415', priorAuthorization: 'A-1' }] },
        },
        'warn coder registration.services.0',
      ],
      [
        'the other knee',
        {
          services: [{ ...of('20610'), modifiers: ['RT'] }],
          registered: { services: [{ procedure: '20610', modifiers: ['LT'], priorAuthorization: 'A-1' }] },
        },
        'warn coder registration.services.0',
      ],
    ],
    [
      [
        'one that was confirmed',
        {
          services: [of('99213'), of('36415')],
          registered: { services: [{ procedure: '36415', priorAuthorization: 'A-1' }] },
        },
      ],
    ],
  ),
  ...casesOf(
    'filing-total-charge',
    [
      [
        'nothing at all',
        { records: { chargeMaster: free(['99213', 0]) } },
        'block biller practice.chargeMaster',
      ],
    ],
    [
      ['something', { records: { chargeMaster: free(['99213', 100]) } }],
      ['a visit after surgery', { services: [of('99024')] }],
    ],
  ),
  ...casesOf(
    'filing-charge-zero',
    [
      [
        'one line of two',
        {
          services: [of('99213'), of('90686')],
          records: { chargeMaster: free(['99213', 100], ['90686', 0]) },
        },
        'warn biller practice.chargeMaster',
      ],
    ],
    [
      [
        'a code that reports quality',
        {
          services: [of('99213'), of('3074F')],
          records: { chargeMaster: free(['99213', 100], ['3074F', 0]) },
        },
      ],
    ],
  ),
];
