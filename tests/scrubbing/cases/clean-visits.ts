import { practice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';
import { at, mbi, medicare, of, seen, senior, someone, withFacts } from './defective-visits.ts';

const [registration] = samples.map((one) => one.registration);
const [card] = registration?.coverages ?? [];
if (!card) throw new Error('The samples are missing');

const fresh: VisitChange['registered'] = { patientType: 'new' };
const child = (dateOfBirth: string): VisitChange => ({ registered: { patient: someone('F', dateOfBirth) } });
const woman = (dateOfBirth: string, more: VisitChange['registered'] = {}): VisitChange => ({
  registered: { patient: someone('F', dateOfBirth), ...more },
});
const lab: VisitChange['registered'] = { cliaNumber: '36D0987654' };
const place = (placeOfService: string): VisitChange => ({ registered: { placeOfService } });

/** Ordinary visits of ordinary clinics. */
export const cleanVisits: readonly (readonly [story: string, visit: VisitChange])[] = [
  ['blood pressure', seen('I10', [of('99213')])],
  ['diabetes and blood fats', seen('E11.9 E78.5', [at('99214', [1, 2])])],
  ['diabetes with a kidney of stage 3', seen('E11.22 N18.31', [at('99214', [1, 2])])],
  ['heart failure with hypertension', seen('I11.0 I50.32', [at('99214', [1, 2])])],
  ['a sore throat with a rapid test', seen('J02.9', [of('99213'), of('87880', 'QW')], { registered: lab })],
  ['a cough with an X-ray', seen('R05.9', [of('99213'), of('71046')])],
  ['a new patient with a headache', seen('G43.909', [of('99203')], { registered: fresh })],
  ['a sprained ankle', seen('S93.401A W19.XXXA', [at('99213', [1]), at('73610', [1], 'RT')])],
  ['a fracture seen again', seen('S52.501D', [of('99213')])],
  [
    'a knee injection with a visit',
    seen('M17.11 I10', [at('99213', [2], '25'), at('20610', [1], 'RT'), at('J3301', [1])]),
  ],
  ['both knees injected', seen('M17.0', [of('20610', '50')])],
  ['a wart', seen('B07.9', [of('17110')])],
  ['a wart and a visit', seen('I10 B07.9', [at('99213', [1], '25'), at('17110', [2])])],
  ['a cut sewn', seen('S61.411A', [of('12001')])],
  ['tetanus after a cut', seen('S61.411A', [of('12001'), of('90471'), of('90715')])],
  ['ear wax', seen('H61.21', [of('69210')])],
  ['an ECG for palpitations', seen('R00.2', [of('99214'), of('93000')])],
  ['asthma with a nebulizer', seen('J45.901', [of('99214', '25'), of('94640')])],
  ['spirometry', seen('J44.9', [of('99213'), of('94010')])],
  ['a check-up at forty', seen('Z00.00', [of('99396')])],
  ['a check-up with a problem', seen('Z00.01 I10', [at('99396', [1]), at('99213', [2], '25')])],
  ['a check-up of a child', seen('Z00.129', [of('99392')], child('2024-02-01'))],
  ['a newborn in the second week', seen('Z00.111', [of('99391')], child('2025-10-24'))],
  [
    'a child with vaccines',
    seen('Z00.129 Z23', [at('99392', [1], '25'), at('90460', [2]), at('90700', [2])], child('2024-02-01')),
  ],
  ['flu vaccine alone', seen('Z23', [of('90471'), of('90686')])],
  ['a Pap test', seen('Z01.419', [of('99395')], woman('1990-03-03'))],
  ['a normal pregnancy', seen('Z34.82', [of('99213')], woman('1995-03-03'))],
  ['menopause', seen('N95.1', [of('99213')], woman('1973-03-03'))],
  ['a prostate', seen('N40.1', [of('99213')])],
  ['a lump in a man’s breast', seen('N63.0', [of('99213')])],
  ['depression', seen('F33.1', [of('99214')])],
  ['psychotherapy beside a visit', seen('F33.1', [of('99213'), of('90833')])],
  ['a visit by video', seen('I10', [of('99213', '95')], place('10'))],
  ['a visit by video at Medicare', seen('I10', [of('99213')], senior({ placeOfService: '10' }))],
  ['a call at Medicare', seen('I10', [of('99213', '93')], senior({ placeOfService: '10' }))],
  ['a visit at home', seen('I50.9', [of('99348')], place('12'))],
  ['a nursing facility', seen('F03.90', [of('99309')], place('31'))],
  ['a hospital day', seen('J18.9', [of('99232')], place('21'))],
  ['an emergency', seen('R07.9', [of('99284')], place('23'))],
  ['an echo read in the hospital', seen('I50.9', [of('93306', '26')], place('22'))],
  ['Medicare’s annual visit', seen('Z00.00', [of('G0439')], senior())],
  ['Medicare with a blood test', seen('E11.9', [of('99213'), of('83036')], senior())],
  ['Medicare with an X-ray', seen('M25.561', [of('99213'), of('73562', 'RT')], senior())],
  ['physical therapy at Medicare', seen('M54.50', [of('97110', 'GP'), of('97140', 'GP')], senior())],
  ['a single dose at Medicare', seen('H35.3211', [of('67028', 'RT'), of('J0178', 'JZ')], senior())],
  [
    'a dose in part discarded',
    seen('H35.3211', [of('67028', 'RT'), of('J0178'), of('J0178', 'JW')], senior()),
  ],
  ['a chiropractor’s adjustment', seen('M99.03', [of('98941')])],
  ['skin tags', seen('L91.8', [of('11200')])],
  ['keratoses, the first and four more', seen('L57.0', [of('17000'), aService('17003', { units: 4 })])],
  ['a shave beside a biopsy elsewhere', seen('D22.5 L57.0', [at('11102', [1]), at('17000', [2], '59')])],
  ['an operation on a knee', seen('M17.11', [of('27447', 'RT')], place('22'))],
  ['the decision on it', seen('M17.11', [of('99214', '57'), of('27447', 'RT')])],
  ['a visit after surgery', seen('Z47.1', [of('99024')])],
  ['anesthesia', seen('K80.20', [withFacts('00790', { minutes: 90 }, 'AA')], place('22'))],
  [
    'a nurse anesthetist',
    seen('K80.20', [withFacts('00790', { minutes: 90 }, 'QZ')], {
      ...place('22'),
      records: { providers: practice().providers.map((one) => ({ ...one, credential: 'CRNA' as const })) },
    }),
  ],
  [
    'a spouse’s policy',
    seen('I10', [of('99213')], {
      registered: {
        coverages: [
          {
            ...card,
            relationship: 'spouse',
            subscriber: {
              lastName: 'Brennan',
              firstName: 'Ada',
              gender: 'F',
              dateOfBirth: '1963-01-01',
              address: { line1: '12 Orchard Lane', city: 'Fairhaven', state: 'OH', postalCode: '43099' },
            },
          },
        ],
      },
    }),
  ],
  [
    'a work injury',
    seen('S93.401A', [of('99213')], {
      contract: { claimFilingIndicator: 'WC' },
      registered: {
        accident: { causes: ['employment'], date: '2025-11-02', claimNumber: 'WC-1' },
        coverages: [{ ...card, relationship: 'employee', employer: { name: 'Hale Roofing' } }],
      },
    }),
  ],
  [
    'an auto accident',
    seen('S13.4XXA', [of('99213')], {
      contract: { claimFilingIndicator: 'AM' },
      registered: { accident: { causes: ['auto'], date: '2025-11-02', state: 'OH', claimNumber: 'A-1' } },
    }),
  ],
  [
    'Medicaid with an injection',
    seen(
      'M54.50',
      [
        of('99213', '25'),
        withFacts('J1885', { drug: { ndc: '00409379501', quantity: 1, unit: 'ML' } }),
        of('96372'),
      ],
      { contract: { claimFilingIndicator: 'MC' } },
    ),
  ],
  ['a urine test', seen('N39.0', [of('99213'), of('81002')])],
  ['Medicare alone', seen('I10', [of('99214')], { contract: medicare, registered: { coverages: [mbi] } })],
  ['gout', seen('M10.9', [of('99213')])],
];
