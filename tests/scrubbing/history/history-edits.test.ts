import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import { EarlierService } from '../../../functions/domain/history/earlier-service.ts';
import { fileOf } from '../../codesets/publisher-files.ts';
import { aService, findingsOf, type VisitChange } from '../visit-to-scrub.ts';
import { anEarlierService } from './an-earlier-service.ts';

const date = '2026-06-01';
const medicare = { claimFilingIndicator: 'MB' };

/** Invented relative values in CMS's layout: what counts here are the global days. */
const schedule = [
  ['27447', '090'],
  ['11042', '000'],
  ['10060', '010'],
  ['20610', '000'],
  ['99213', 'XXX'],
  ['99214', 'XXX'],
].map(([code, days]) => `${code},,A,1.00,1.00,1.00,0.10,2.10,2.10,${days},2,0,32.35`);

const heading =
  'HCPCS,MOD,STATUS CODE,WORK RVU,NON-FAC PE RVU,FACILITY PE RVU,MP RVU,NON-FACILITY TOTAL,FACILITY TOTAL,GLOB DAYS,MULT PROC,BILAT SURG,CONV FACTOR';

let folder = '';
const before = process.env.CLAIMWRIGHT_CODESETS;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'artefacts-'));
  process.env.CLAIMWRIGHT_CODESETS = folder;
  for (const quarter of ['Jan', 'Apr'])
    installCodeSet('mpfs', [fileOf(`PPRRVU2026_${quarter}_nonQPP.csv`, [heading, ...schedule].join('\n'))]);
});
afterAll(() => {
  if (before === undefined) delete process.env.CLAIMWRIGHT_CODESETS;
  else process.env.CLAIMWRIGHT_CODESETS = before;
  rmSync(folder, { recursive: true, force: true });
});

const found = (visit: VisitChange, ...history: readonly Partial<EarlierService>[]): readonly string[] =>
  findingsOf('history', { date, ...visit, change: { history: history.map(anEarlierService) } }).map(
    ({ severity, code, desk, path }) => `${severity} ${code} ${desk} ${path}`,
  );

type Case = readonly [
  why: string,
  visit: VisitChange,
  history: readonly Partial<EarlierService>[],
  finds: readonly string[],
];

const visitOf = (procedure: string, modifiers: readonly string[] = []): VisitChange => ({
  services: [aService(procedure, { modifiers: [...modifiers] })],
});
const of = (severity: string, code: string, desk: string, field: string): string =>
  `${severity} ${code} ${desk} codes.services[0].${field}`;

const isNew = (severity: string) => [of(severity, 'history-new-patient', 'coder', 'procedure')];
const another = { renderingProviderNpi: '2450100039' };

const newPatients: readonly Case[] = [
  ['a new patient whom nobody saw', visitOf('99203'), [], []],
  ['one whom the physician saw', visitOf('99203'), [{}], isNew('block')],
  [
    'by video, which is face to face',
    visitOf('99203'),
    [{ modifiers: ['95'], placeOfService: '10' }],
    isNew('block'),
  ],
  ['after surgery', visitOf('99203'), [{ procedure: '10060' }], isNew('block')],
  ['a check-up of a new patient', visitOf('99386'), [{}], isNew('block')],
  ['a new patient of an eye clinic', visitOf('92004'), [{ procedure: '92014' }], isNew('block')],
  ['one of the same specialty and group', visitOf('99203'), [another], isNew('block')],
  ['a visit of an established patient', visitOf('99213'), [{ date: '2026-03-02' }], []],
  ['one of another specialty', visitOf('99203'), [{ ...another, taxonomy: '207R00000X' }], []],
  ['one of a subspecialty', visitOf('99203'), [{ ...another, taxonomy: '207QS0010X' }], []],
  [
    'a nurse practitioner, whom CPT takes for the specialty',
    visitOf('99203'),
    [{ ...another, taxonomy: '363LF0000X' }],
    isNew('warn'),
  ],
  [
    'somebody whose specialty nobody knows',
    visitOf('99203'),
    [{ ...another, taxonomy: undefined }],
    isNew('warn'),
  ],
  ['one of another group', visitOf('99203'), [{ ...another, group: '123456789' }], []],
  ['the same physician in another group', visitOf('99203'), [{ group: '123456789' }], isNew('block')],
  ['billed to another payer', visitOf('99203'), [{ payerId: 'lakeshore' }], isNew('warn')],
  ['paid by the patient', visitOf('99203'), [{ payerId: undefined, claimId: undefined }], isNew('warn')],
  ['the day before three years have gone', visitOf('99203'), [{ date: '2023-06-02' }], isNew('block')],
  ['the day on which three years have gone', visitOf('99203'), [{ date: '2023-06-01' }], []],
  ['an X-ray that was read', visitOf('99203'), [{ procedure: '71046', modifiers: ['26'] }], []],
  ['a component of surgery that was read', visitOf('99203'), [{ procedure: '36901', modifiers: ['26'] }], []],
  ['blood that was drawn', visitOf('99203'), [{ procedure: '36415' }], []],
  ['a vaccine that staff gave', visitOf('99203'), [{ procedure: '90471' }], []],
  ['a call by telephone', visitOf('99203'), [{ procedure: '99213', modifiers: ['93'] }], []],
  ['a drug', visitOf('99203'), [{ procedure: 'J1100' }], []],
  ['what happened later', visitOf('99203'), [{ date: '2026-07-01' }], []],
  [
    'a visit of before one that was billed as that of a new patient',
    visitOf('99213'),
    [{ date: '2026-07-01', procedure: '99204' }],
    [of('warn', 'history-billed-as-new', 'biller', 'procedure')],
  ],
  ['a test of before it', visitOf('80053'), [{ date: '2026-07-01', procedure: '99204' }], []],
];

const duplicate = (severity: string) => [of(severity, 'history-duplicate', 'coder', 'procedure')];
const sameDay = { date, procedure: '93000' };

const duplicates: readonly Case[] = [
  ['a service that nobody else billed', visitOf('93000'), [], []],
  ['the same on another claim', visitOf('93000'), [sameDay], duplicate('block')],
  [
    'its modifiers in another order',
    visitOf('20610', ['RT', 'XU']),
    [{ date, procedure: '20610', modifiers: ['XU', 'RT'] }],
    [],
  ],
  [
    'the same on the same side',
    visitOf('20610', ['RT']),
    [{ date, procedure: '20610', modifiers: ['RT'] }],
    duplicate('block'),
  ],
  ['the other side', visitOf('20610', ['RT']), [{ date, procedure: '20610', modifiers: ['LT'] }], []],
  ['another modifier that tells nothing apart', visitOf('93000', ['KX']), [sameDay], duplicate('warn')],
  ['another day', visitOf('93000'), [{ ...sameDay, date: '2026-06-02' }], []],
  ['another provider', visitOf('93000'), [{ ...sameDay, ...another }], []],
  ['another procedure', visitOf('93000'), [{ ...sameDay, procedure: '93005' }], []],
  [
    'another payer, who does not know of it',
    visitOf('93000'),
    [{ ...sameDay, payerId: 'lakeshore' }],
    duplicate('warn'),
  ],
  ...['76', '77', '59', 'XE', 'XS', 'XP', 'XU'].map(
    (modifier): Case => [`${modifier} here`, visitOf('93000', [modifier]), [sameDay], []],
  ),
  ['76 there', visitOf('93000'), [{ ...sameDay, modifiers: ['76'] }], []],
  ['a test that was repeated', visitOf('82947', ['91']), [{ date, procedure: '82947' }], []],
  [
    'the components of one service',
    visitOf('71046', ['26']),
    [{ date, procedure: '71046', modifiers: ['TC'] }],
    [],
  ],
  ['a visit on which 25 stands', visitOf('99213', ['25']), [{ date, procedure: '99213' }], []],
];

const visitIn = (severity: string) => [of(severity, 'history-global-visit', 'coder', 'modifiers')];
const knee = { date: '2026-04-01', procedure: '27447' };
const onMedicare = (procedure: string, modifiers: readonly string[] = [], on = date): VisitChange => ({
  ...visitOf(procedure, modifiers),
  date: on,
  contract: medicare,
});

const globalVisits: readonly Case[] = [
  ['a visit in the 90 days', onMedicare('99213'), [knee], visitIn('block')],
  ['of another payer than Medicare', visitOf('99213'), [knee], visitIn('warn')],
  ['the last of the 90 days', onMedicare('99213', [], '2026-06-30'), [knee], visitIn('block')],
  ['the day after them', onMedicare('99213', [], '2026-07-01'), [knee], []],
  [
    'the last of ten days',
    onMedicare('99213', [], '2026-05-11'),
    [{ date: '2026-05-01', procedure: '10060' }],
    visitIn('block'),
  ],
  [
    'the day after ten',
    onMedicare('99213', [], '2026-05-12'),
    [{ date: '2026-05-01', procedure: '10060' }],
    [],
  ],
  [
    'the day after a procedure of none',
    onMedicare('99213', [], '2026-05-02'),
    [{ date: '2026-05-01', procedure: '11042' }],
    [],
  ],
  [
    'the day of a procedure of none',
    onMedicare('99213', [], '2026-05-01'),
    [{ date: '2026-05-01', procedure: '11042' }],
    visitIn('block'),
  ],
  ['with 25', onMedicare('99213', ['25'], '2026-05-01'), [{ date: '2026-05-01', procedure: '11042' }], []],
  [
    '25 in the days after, which says nothing of surgery',
    onMedicare('99213', ['25']),
    [knee],
    visitIn('block'),
  ],
  ['24, about something else', onMedicare('99213', ['24']), [knee], []],
  ['57, which decides on the next operation', onMedicare('99213', ['57']), [knee], []],
  ['critical care with FT', onMedicare('99291', ['FT']), [knee], []],
  ['99024', onMedicare('99024'), [knee], []],
  ['the day before surgery', onMedicare('99213', [], '2026-03-31'), [knee], visitIn('block')],
  ['with the decision on it', onMedicare('99213', ['57'], '2026-03-31'), [knee], []],
  ['two days before', onMedicare('99213', [], '2026-03-30'), [knee], []],
  [
    'the day before a procedure of ten days',
    onMedicare('99213', [], '2026-04-30'),
    [{ date: '2026-05-01', procedure: '10060' }],
    [],
  ],
  ['another specialty', onMedicare('99213'), [{ ...knee, ...another, taxonomy: '207X00000X' }], []],
  ['another of the same specialty', onMedicare('99213'), [{ ...knee, ...another }], visitIn('block')],
  [
    'a practitioner of the surgeon',
    onMedicare('99213'),
    [{ ...knee, ...another, taxonomy: '363A00000X' }],
    visitIn('warn'),
  ],
  [
    'surgery that another payer paid',
    onMedicare('99213'),
    [{ ...knee, payerId: 'lakeshore' }],
    visitIn('warn'),
  ],
  ['the operation alone', onMedicare('99213'), [{ ...knee, modifiers: ['54'] }], []],
  [
    'the day of the operation alone',
    onMedicare('99213', [], '2026-04-01'),
    [{ ...knee, modifiers: ['54'] }],
    visitIn('block'),
  ],
  ['what follows alone', onMedicare('99213'), [{ ...knee, modifiers: ['55'] }], visitIn('block')],
  ['what precedes alone', onMedicare('99213'), [{ ...knee, modifiers: ['56'] }], []],
  ['an assistant', onMedicare('99213'), [{ ...knee, modifiers: ['80'] }], []],
  [
    'a return to the operating room, which begins no period',
    onMedicare('99213'),
    [{ ...knee, modifiers: ['78'] }],
    [],
  ],
  ['a test', onMedicare('80053'), [knee], []],
];

const procedureIn = (severity: string) => [of(severity, 'history-global-procedure', 'coder', 'modifiers')];

const globalProcedures: readonly Case[] = [
  ['a procedure in the days after another', onMedicare('10060'), [knee], procedureIn('block')],
  ['of another payer', visitOf('10060'), [knee], procedureIn('warn')],
  ...['58', '78', '79'].map(
    (modifier): Case => [`with ${modifier}`, onMedicare('10060', [modifier]), [knee], []],
  ),
  ['on the same day, which is NCCI’s', onMedicare('10060', [], '2026-04-01'), [knee], []],
  ['after them', onMedicare('10060', [], '2026-07-01'), [knee], []],
  ['care that was taken over', onMedicare('27447', ['55']), [{ ...knee, modifiers: ['54'] }], []],
];

const billedIn = [of('warn', 'history-global-billed', 'biller', 'procedure')];

const billed: readonly Case[] = [
  [
    'surgery that is registered after a visit of its days',
    onMedicare('27447'),
    [{ date: '2026-06-20' }],
    billedIn,
  ],
  ['after one of the day before', onMedicare('27447'), [{ date: '2026-05-31' }], billedIn],
  ['after one of two days before', onMedicare('27447'), [{ date: '2026-05-30' }], []],
  [
    'after a visit about something else',
    onMedicare('27447'),
    [{ date: '2026-06-20', modifiers: ['24'] }],
    [],
  ],
  [
    'after the visit that decided on it',
    onMedicare('27447'),
    [{ date: '2026-05-31', modifiers: ['57'] }],
    [],
  ],
  ['after a visit without charge', onMedicare('27447'), [{ date: '2026-06-20', procedure: '99024' }], []],
  [
    'after a procedure of its days',
    onMedicare('27447'),
    [{ date: '2026-06-20', procedure: '10060' }],
    billedIn,
  ],
  [
    'after an unrelated one',
    onMedicare('27447'),
    [{ date: '2026-06-20', procedure: '10060', modifiers: ['79'] }],
    [],
  ],
  [
    'after another specialty',
    onMedicare('27447'),
    [{ date: '2026-06-20', ...another, taxonomy: '207X00000X' }],
    [],
  ],
];

const often = (severity: string) => [of(severity, 'history-frequency', 'coder', 'procedure')];
const yearly = (every: 'calendar-year' | { readonly days: number }): VisitChange => ({
  ...visitOf('99396'),
  contract: {
    claimRules: {
      billingTaxonomy: false,
      authorized: [],
      telehealth: [],
      frequencies: [{ procedures: ['99391-99397', '99381-99387'], every, hasExceptions: false }],
    },
  },
});

const frequencies: readonly Case[] = [
  [
    'a second first wellness visit',
    onMedicare('G0438'),
    [{ date: '2024-01-10', procedure: 'G0438' }],
    often('block'),
  ],
  [
    'a wellness visit after eleven full months',
    onMedicare('G0439', [], '2026-03-01'),
    [{ date: '2025-03-31', procedure: 'G0439' }],
    [],
  ],
  [
    'in the eleventh month',
    onMedicare('G0439', [], '2026-02-28'),
    [{ date: '2025-03-01', procedure: 'G0439' }],
    often('block'),
  ],
  ['after the first one', onMedicare('G0439'), [{ date: '2025-07-01', procedure: 'G0438' }], often('block')],
  [
    'after the welcome visit',
    onMedicare('G0438'),
    [{ date: '2025-07-01', procedure: 'G0402' }],
    often('block'),
  ],
  [
    'a later one that is billed already',
    onMedicare('G0439'),
    [{ date: '2026-09-01', procedure: 'G0439' }],
    often('block'),
  ],
  [
    'billed to another payer',
    onMedicare('G0439'),
    [{ date: '2026-01-01', procedure: 'G0439', payerId: 'lakeshore' }],
    [],
  ],
  [
    'which the patient knows is not covered',
    onMedicare('G0439', ['GY']),
    [{ date: '2026-01-01', procedure: 'G0439' }],
    [],
  ],
  ['of a payer without such a rule', visitOf('G0439'), [{ date: '2026-01-01', procedure: 'G0439' }], []],
  [
    'bone density, which may be needed sooner',
    onMedicare('77080'),
    [{ date: '2025-06-01', procedure: '77080' }],
    often('warn'),
  ],
  [
    'a check-up in the year of another, by contract',
    yearly('calendar-year'),
    [{ date: '2026-01-05', procedure: '99395' }],
    often('block'),
  ],
  ['in the next year', yearly('calendar-year'), [{ date: '2025-12-31', procedure: '99395' }], []],
  [
    'within so many days',
    yearly({ days: 365 }),
    [{ date: '2025-06-01', procedure: '99395' }],
    often('block'),
  ],
  ['after them', yearly({ days: 365 }), [{ date: '2025-05-31', procedure: '99395' }], []],
];

describe.each([
  ['new patients', newPatients, 'history-(new-patient|billed-as-new)'],
  ['duplicates', duplicates, 'history-duplicate'],
  ['visits in a global period', globalVisits, 'history-global-visit'],
  ['procedures in a global period', globalProcedures, 'history-global-procedure'],
  ['what was billed before its procedure', billed, 'history-global-billed'],
  ['services once in a time', frequencies, 'history-frequency'],
])('the edits on %s', (_what, cases, family) => {
  it.each(cases)('%s', (_why, visit, history, finds) => {
    const told = found(visit, ...history).filter((one) => new RegExp(` ${family} `).test(one));
    expect(told).toEqual(finds);
  });
});

describe('what is found by history', () => {
  it('says the day and the claim of the other service, and that it names another visit', () => {
    const [finding] = findingsOf('history-new', {
      ...visitOf('99203'),
      date,
      change: { history: [anEarlierService()] },
    });
    expect(finding?.detail).toContain('2026-03-02');
    expect(finding?.detail).toContain('claim C2345CDFHJ');
    expect(finding?.namesOtherVisit).toBe(true);
  });

  it.each([
    ['block', { claimId: 'C2345CDFHJ', status: 'submitted' }],
    ['block', { claimId: undefined, status: 'self-pay' }],
    ['block', { claimId: undefined, status: undefined }],
    ['warn', { claimId: undefined, status: 'coded' }],
  ])(
    'is a %s where the other visit is %o: what is not billed yet may turn out otherwise',
    (weight, other) => {
      const history = [EarlierService.parse({ ...anEarlierService(), ...other })];
      const told = ['history-new', 'history-duplicate'].flatMap((family) => [
        ...findingsOf(family, { ...visitOf('99203'), date, change: { history } }),
        ...findingsOf(family, { ...visitOf('99213'), date: '2026-03-02', change: { history } }),
      ]);
      expect(told.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
        `history-new-patient ${weight}`,
        `history-duplicate ${weight}`,
      ]);
    },
  );

  it('marks nothing that only has letters in common with the id of another visit', () => {
    const history = [anEarlierService({ visit: 'a', claimId: undefined, date: '2020-01-02' })];
    const found = findingsOf('', { ...visitOf('99213', ['25', '25']), date, change: { history } });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ namesOtherVisit }) => namesOtherVisit)).toEqual([]);
  });

  it('is nothing where no history is given', () => {
    const { change: _none, ...visit } = { change: {}, ...visitOf('99203'), date };
    expect(findingsOf('history', visit)).toEqual([]);
  });
});
