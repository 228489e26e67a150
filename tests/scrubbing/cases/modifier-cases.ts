import { practice } from '../../factories/practices.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';
import { casesOf, type EditCase } from './edit-case.ts';

const medicare: VisitChange['contract'] = { claimFilingIndicator: 'MB' };
const { providers } = practice();
const of = (procedure: string, ...modifiers: string[]) => aService(procedure, { modifiers });
const having = (...services: VisitChange['services'] & object): VisitChange => ({ services });
const first = 'codes.services[0].modifiers';
const second = 'codes.services[1].modifiers';
const assistant: VisitChange['records'] = {
  providers: providers.map((one) => ({ ...one, credential: 'PA' })),
};

/** In the quarter of the installed schedule, and after it. */
const dated = (...services: VisitChange['services'] & object): VisitChange => ({
  date: '2025-11-03',
  services,
});
const later = (...services: VisitChange['services'] & object): VisitChange => ({
  date: '2026-03-02',
  services,
});

const byThemselves: readonly EditCase[] = [
  ...casesOf(
    'modifier-unknown',
    [
      ['21', having(of('99213', '21')), `block coder ${first}`],
      ['00', having(of('20610', '00')), `block coder ${first}`],
    ],
    [
      ['those of CPT', having(of('99213', '25'), of('20610', '59'))],
      ['one of HCPCS', having(of('20610', 'RT'))],
    ],
  ),
  ...casesOf(
    'modifier-not-in-force',
    [
      ['one that began later', { date: '2022-06-01', services: [of('J1100', 'JZ')] }, `warn coder ${first}`],
      ['one that has ended', having(of('97110', 'GP', 'SZ')), `warn coder ${first}`],
    ],
    [
      ['one of the day', having(of('J1100', 'JZ'))],
      ['one of which nothing is known here', having(of('20610', 'RT'))],
    ],
  ),
  ...casesOf(
    'modifier-order',
    [
      ['the side before the component', having(of('73562', 'RT', '26')), `warn coder ${first}`],
      ['59 before 52', having(of('11042', '59', '52')), `warn coder ${first}`],
    ],
    [
      ['the component first', having(of('73562', '26', 'RT'))],
      ['two that only say more', having(of('20610', '59', 'RT'))],
    ],
  ),
  ...casesOf(
    'modifier-qw-first',
    [['second', having(of('87804', '59', 'QW')), `block coder ${first}`]],
    [['first', having(of('87804', 'QW', '59'))]],
  ),
  ...casesOf(
    'modifier-exclusive',
    (
      [
        ['LT', 'RT'],
        ['26', 'TC'],
        ['52', '53'],
        ['54', '55'],
        ['76', '77'],
        ['78', '79'],
        ['80', 'AS'],
        ['62', '80'],
        ['22', '52'],
        ['93', '95'],
        ['GP', 'GO'],
      ] as const
    ).map((pair) => [pair.join(' and '), having(of('27447', ...pair)), `block coder ${first}`]),
    [
      ['one of each', having(of('27447', '22', 'LT'))],
      ['a side on each line', having(of('20610', 'LT'), of('20610', 'RT'))],
    ],
  ),
  ...casesOf(
    'modifier-59-with-x',
    [['both', having(of('11042', '59', 'XS')), `block coder ${first}`]],
    [['one', having(of('11042', 'XS'))]],
  ),
  ...casesOf(
    'modifier-76-on-visit',
    [['a repeated visit', having(of('99213'), of('99213', '76')), `warn coder ${second}`]],
    [['a repeated image', having(of('71046'), of('71046', '76'))]],
  ),
  ...casesOf(
    'modifier-91-not-a-test',
    [['an image', having(of('71046', '91')), `block coder ${first}`]],
    [['a test', having(of('82947', '91'))]],
  ),
  ...casesOf(
    'modifier-of-facility',
    [['73', having(of('45378', '73')), `block coder ${first}`]],
    [['53', having(of('45378', '53'))]],
  ),
  ...casesOf(
    'modifier-after-surgery',
    [
      ['79 on a visit', having(of('99213', '79')), `block coder ${first}`],
      ['24 on a procedure', having(of('20610', '24')), `block coder ${first}`],
      ['57 on a procedure', having(of('27447', '57')), `block coder ${first}`],
    ],
    [
      ['24 on a visit', having(of('99213', '24'))],
      ['79 on a procedure', having(of('20610', '79'))],
    ],
  ),
  ...casesOf(
    'modifier-51-at-medicare',
    [['at Medicare', { ...having(of('11042', '51')), contract: medicare }, `warn coder ${first}`]],
    [['at another payer', having(of('11042', '51'))]],
  ),
  ...casesOf(
    'modifier-therapy',
    [
      ['exercise at Medicare', { ...having(of('97110')), contract: medicare }, `block coder ${first}`],
      ['speech at Medicare', { ...having(of('92507', '59')), contract: medicare }, `block coder ${first}`],
    ],
    [
      ['with its plan', { ...having(of('97110', 'GP')), contract: medicare }],
      ['at another payer', having(of('97110'))],
      ['no therapy', { ...having(of('99213')), contract: medicare }],
    ],
  ),
  ...casesOf(
    'modifier-assistant',
    [['at a visit', having(of('99213', '80')), `block coder ${first}`]],
    [['at an operation', having(of('27447', '80'))]],
  ),
  ...casesOf(
    'modifier-assistant-kind',
    [
      ['a physician with AS', having(of('27447', 'AS')), `warn coder ${first}`],
      [
        'a physician assistant with 80 at Medicare',
        { ...having(of('27447', '80')), records: assistant, contract: medicare },
        `warn coder ${first}`,
      ],
    ],
    [
      ['a physician with 80', having(of('27447', '80'))],
      [
        'a physician assistant with AS',
        { ...having(of('27447', 'AS')), records: assistant, contract: medicare },
      ],
    ],
  ),
  ...casesOf(
    'modifier-25-alone',
    [['nothing beside it', having(of('99213', '25')), `info coder ${first}`]],
    [['a procedure beside it', having(of('99213', '25'), of('20610'))]],
  ),
  ...casesOf(
    'modifier-two-visits',
    [['neither is told apart', having(of('99396'), of('99213')), `warn coder ${second}`]],
    [
      ['one has 25', having(of('99396'), of('99213', '25'))],
      ['of two days', having(of('99213'), aService('99214', { facts: { from: '2026-11-18' } }))],
      [
        'of two providers',
        having(of('99213'), aService('99214', { facts: { renderingProviderNpi: providers[1]?.npi ?? '' } })),
      ],
    ],
  ),
];

const bySchedule: readonly EditCase[] = [
  ...casesOf(
    'ncci-mue',
    [
      [
        'a check-up at Medicare, which pays none',
        { date: '2024-08-15', services: [of('99396')], contract: medicare },
        'warn coder codes.services[0].units',
      ],
    ],
    [['a check-up at another payer', { date: '2024-08-15', services: [of('99396')] }]],
    true,
  ),
  ...casesOf(
    'modifier-bilateral',
    [
      ['a visit', dated(of('99213', '50')), `block coder ${first}`],
      ['a code of both sides', dated(of('92557', '50')), `block coder ${first}`],
      [
        'two units with 50',
        dated(aService('20610', { modifiers: ['50'], units: 2 })),
        `block coder ${first}`,
      ],
      ['after the quarter of the schedule', later(of('17110', '50')), `warn coder ${first}`],
    ],
    [
      ['a code with sides', dated(of('20610', '50'))],
      ['a code that is not in it', dated(of('99990', '50'))],
    ],
    true,
  ),
  ...casesOf(
    'modifier-component',
    [
      ['26 on an injection', dated(of('20610', '26')), `block coder ${first}`],
      ['TC on a blood count', dated(of('85025', 'TC')), `block coder ${first}`],
      ['after the quarter of the schedule', later(of('20610', '26')), `warn coder ${first}`],
    ],
    [
      ['26 on an image', dated(of('71046', '26'))],
      ['an injection as a whole', dated(of('20610'))],
    ],
    true,
  ),
  ...casesOf(
    'modifier-component-in-hospital',
    [
      [
        'an image as a whole',
        { ...dated(of('71046')), registered: { placeOfService: '22' } },
        `warn coder ${first}`,
      ],
      [
        'the technical part',
        { ...dated(of('71046', 'TC')), registered: { placeOfService: '23' } },
        `warn coder ${first}`,
      ],
    ],
    [
      ['the professional part', { ...dated(of('71046', '26')), registered: { placeOfService: '22' } }],
      ['in the office', dated(of('71046'))],
      ['a visit', { ...dated(of('99213')), registered: { placeOfService: '22' } }],
    ],
    true,
  ),
  ...casesOf(
    'modifier-visit-with-procedure',
    [
      ['an injection, and no 25', dated(of('99213'), of('20610')), `block coder ${first}`],
      ['a wart, and no 25', dated(of('17110'), of('99213')), `block coder ${second}`],
      ['an operation, and no 57', dated(of('99214', '25'), of('27447')), `block coder ${first}`],
      ['after the quarter of the schedule', later(of('99213'), of('20610')), `warn coder ${first}`],
    ],
    [
      ['25', dated(of('99213', '25'), of('20610'))],
      ['57', dated(of('99214', '57'), of('27447'))],
      ['57 for an operation and an injection', dated(of('99214', '57'), of('27447'), of('20610'))],
      ['an image', dated(of('99213'), of('71046'))],
      ['another day', dated(of('99213'), aService('20610', { facts: { from: '2025-11-04' } }))],
    ],
    true,
  ),
  ...casesOf(
    'modifier-57-with-minor',
    [['an injection', dated(of('99213', '57'), of('20610')), `warn coder ${first}`]],
    [
      ['an operation', dated(of('99213', '57'), of('27447'))],
      ['nothing beside it', dated(of('99213', '57'))],
    ],
    true,
  ),
  ...casesOf(
    'procedure-not-paid-by-medicare',
    [
      ['a check-up', { ...dated(of('99397')), contract: medicare }, 'warn coder codes.services[0].procedure'],
      [
        'supplies by CPT',
        { ...dated(of('99070')), contract: medicare },
        'warn coder codes.services[0].procedure',
      ],
    ],
    [
      ['a check-up, excluded', { ...dated(of('99397', 'GY')), contract: medicare }],
      ['Medicare’s own', { ...dated(of('G0439')), contract: medicare }],
      ['a visit after surgery', { ...dated(of('99024')), contract: medicare }],
      ['another payer', dated(of('99397'))],
    ],
    true,
  ),
];

export const modifierCases: readonly EditCase[] = [...byThemselves, ...bySchedule];
