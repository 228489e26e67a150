import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../functions/domain/party.ts';
import type { BillingEntity } from '../../../functions/domain/practice/billing-entity.ts';
import type { ServiceFacts } from '../../../functions/domain/visit/service-facts.ts';
import type { VisitFacts } from '../../../functions/domain/visit/visit-facts.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { nextPayer, secondCoverage } from '../../factories/payers.ts';
import { at, filled, lineWith, manyLines } from './filled-claims.ts';

const halvorsen = { lastName: 'Halvorsen', firstName: 'Marit', npi: '1234567893' };
const other = { lastName: 'Ode', firstName: 'Ann', npi: '1245319599' };
const lakeHouse = {
  name: 'Lake House, Inc.',
  npi: '1245319599',
  address: { line1: '9 Shore Rd.', line2: '#4', city: 'Fairhaven', state: 'OH', postalCode: '430990001' },
};

/** Line, column, room and text, as a table of the form has them: written down here anew, not taken from ours. */
type Stands = readonly [line: number, column: number, length: number, text: string];

const visit = (facts: VisitFacts) => filled({ visit: facts });
const service = (facts: ServiceFacts) => filled({ claim: { lines: [lineWith({ facts })] } });

describe('an ordinary visit', () => {
  it.each<[string, ...Stands]>([
    ['carrier', 2, 41, 31, 'NORTHWIND HEALTH PLAN'],
    ['1', 8, 1, 49, `${' '.repeat(44)}X`],
    ['1a', 8, 50, 17, 'NW4410977'],
    ['2', 10, 1, 28, 'OKAFOR MIRIAM'],
    ['3', 10, 31, 17, '04 09 1961      X'],
    ['4', 10, 50, 28, 'OKAFOR MIRIAM'],
    ['5', 12, 1, 28, '12 ALDER COURT'],
    ['5 city, state', 14, 1, 28, 'SPRINGFIELD              OR'],
    ['5 ZIP', 16, 1, 10, '97477'],
    ['6', 12, 33, 15, 'X'],
    ['7', 12, 50, 28, '12 ALDER COURT'],
    ['7 city, state', 14, 50, 28, 'SPRINGFIELD             OR'],
    ['9', 18, 1, 28, ''],
    ['10a', 20, 35, 7, '      X'],
    ['10b', 22, 35, 12, '      X'],
    ['10c', 24, 35, 7, '      X'],
    ['11', 18, 50, 30, ''],
    ['11a', 20, 53, 23, '04 09 1961            X'],
    ['11c', 24, 50, 30, 'NORTHWIND HEALTH PLAN'],
    ['11d', 26, 52, 6, '     X'],
    ['12', 29, 7, 17, 'SIGNATURE ON FILE'],
    ['13', 29, 55, 17, 'SIGNATURE ON FILE'],
    ['20', 36, 52, 6, '     X'],
    ['21 indicator', 37, 42, 1, '0'],
    ['21', 38, 3, 47, 'M1711        I10'],
    ['22', 38, 50, 28, ''],
    ['24 shaded', 43, 1, 79, ''],
    ['24A, B', 44, 1, 23, '10 12 26 10 12 26 11'],
    ['24D', 44, 25, 20, '99213   25'],
    ['24E', 44, 45, 4, 'AB'],
    ['24F', 44, 50, 8, '  150 00'],
    ['24G', 44, 59, 3, '1'],
    ['24J', 44, 68, 10, '1234567893'],
    ['second line', 46, 25, 33, '36415               A       80 00'],
    ['25', 56, 1, 20, '990041207         X'],
    ['26', 56, 23, 14, 'C23456789CD-1'],
    ['27', 56, 38, 6, 'X'],
    ['28', 56, 52, 8, '  230 00'],
    ['29', 56, 62, 8, ''],
    ['31', 60, 1, 20, 'SIGNATURE ON FILE'],
    ['32', 58, 23, 25, ''],
    ['33 phone', 57, 66, 12, '614 5550142'],
    ['33', 58, 50, 29, 'MAPLE STREET MEDICAL GROUP'],
    ['33 street', 59, 50, 29, '410 MAPLE STREET SUITE 200'],
    ['33 city', 60, 50, 29, 'FAIRHAVEN OH 43099-0410'],
    ['33a, b', 61, 50, 29, '2450100013   ZZ261QM1300X'],
  ])('box %s', (_box, line, column, length, text) => {
    expect(at(filled(), line, column, length)).toBe(text);
  });

  it('has one page, and nothing to tell of', () => {
    expect(filled().pages).toHaveLength(1);
    expect(filled().findings).toEqual([]);
  });
});

describe('what a visit says beside its codes', () => {
  it.each<[string, VisitFacts, ...Stands]>([
    [
      'car accident at work, with its state and the insurer’s number',
      {
        accident: {
          causes: ['auto', 'employment'],
          date: '2026-10-01',
          state: 'OH',
          claimNumber: 'PC-9',
        },
      },
      ...([22, 35, 40, 'X         OH   Y4 PC-9'] as const),
    ],
    [
      'accident, as the beginning and as another date',
      { accident: { causes: ['other'], date: '2026-10-01' } },
      ...([32, 2, 46, '10 01 2026    431            439   10 01 2026'] as const),
    ],
    ['onset', { dates: { onset: '2026-09-30' } }, 32, 2, 17, '09 30 2026    431'],
    ['last menses', { dates: { lastMenstrualPeriod: '2026-08-30' } }, 32, 2, 17, '08 30 2026    484'],
    ['last seen', { dates: { lastSeen: '2026-09-09' } }, 32, 31, 16, '304   09 09 2026'],
    [
      'no work',
      { dates: { disabilityFrom: '2026-10-01', disabilityTo: '2026-10-20' } },
      ...([32, 54, 24, '10 01 2026    10 20 2026'] as const),
    ],
    ['hospital', { dates: { admission: '2026-10-10' } }, 34, 54, 24, '10 10 2026'],
    ['orderer', { orderingProvider: halvorsen }, 34, 1, 43, 'DK MARIT HALVORSEN              1234567893'],
    ['supervisor', { supervisingProvider: halvorsen }, 34, 1, 17, 'DQ MARIT HALVORSE'],
    ['condition codes', { conditionCodes: ['17', 'AK'] }, 26, 34, 15, '17 AK'],
    ['note', { note: { type: 'ADD', text: 'Seen at home:  no lift' } }, 36, 1, 48, 'SEEN AT HOME: NO LIFT'],
    [
      'attachment',
      { attachments: [{ reportType: 'OZ', transmission: 'FX', controlNumber: 'A17' }] },
      ...([36, 1, 48, 'PWKOZFXA17'] as const),
    ],
    ['laboratory', { cliaNumber: '11D1111111' }, 40, 50, 28, '11D1111111'],
    ['referral', { referralNumber: 'R-77 1' }, 40, 50, 28, 'R771'],
    ['patient paid', { patientPaid: 2_550 }, 56, 62, 8, '   25 50'],
    ['no assignment', { acceptsAssignment: 'no' }, 56, 38, 6, '     X'],
    ['place', { serviceFacility: lakeHouse }, 58, 23, 26, 'LAKE HOUSE INC'],
    ['its street', { serviceFacility: lakeHouse }, 59, 23, 26, '9 SHORE RD 4'],
    ['its city', { serviceFacility: lakeHouse }, 60, 23, 26, 'FAIRHAVEN OH 43099-0001'],
    ['its NPI', { serviceFacility: lakeHouse }, 61, 23, 10, '1245319599'],
    [
      'nothing signed',
      { signature: { provider: false, benefitsAssigned: 'no', release: 'by-law', byPractice: false } },
      ...([29, 1, 79, ''] as const),
    ],
    ['days', { lastDateOfService: '2026-10-14' }, 44, 1, 17, '10 12 26 10 14 26'],
  ])('%s', (_what, facts, line, column, length, text) => {
    expect(at(visit(facts), line, column, length)).toBe(text);
    expect(visit(facts).findings).toEqual([]);
  });

  it('who referred goes before who ordered, and the other one is told of', () => {
    const form = filled({ claim: { referringProvider: halvorsen, visit: { orderingProvider: other } } });
    expect(at(form, 34, 1, 20)).toBe('DN MARIT HALVORSEN');
    expect(form.findings).toMatchObject([{ code: 'one-only', path: 'box 17' }]);
    expect(form.findings[0]?.detail).toContain('ordering one (NPI 1245319599)');
  });

  it('an authorization goes before a referral and a laboratory, which are told of', () => {
    const form = filled({
      claim: {
        priorAuthorization: 'PA 7-1',
        visit: { referralNumber: 'R1', cliaNumber: '11D1111111' },
      },
    });
    expect(at(form, 40, 50, 28)).toBe('PA71');
    expect(form.findings.map(({ path, detail }) => `${path}: ${detail}`)).toEqual([
      'box 23: It takes one number, here the prior authorization: the referral number is left out',
      'box 23: It takes one number, here the prior authorization: the CLIA number is left out',
    ]);
  });

  it('a further authorization of a line is told of as such', () => {
    const lines = [lineWith({ facts: { priorAuthorization: 'L1' } })];
    const { findings } = filled({ claim: { priorAuthorization: 'PA1', lines } });
    expect(findings.map(({ detail }) => detail)).toEqual([
      'It takes one number, here the prior authorization: a further prior authorization is left out',
    ]);
  });

  it('a place of service that is the biller’s own stays empty', () => {
    const own = { ...lakeHouse, npi: '2450100013' };
    expect(at(visit({ serviceFacility: own }), 58, 23, 26)).toBe('');
  });

  it('a replacement names what it replaces', () => {
    const form = filled({ submission: { number: 2, frequency: '7', originalReference: 'ICN900100' } });
    expect(at(form, 38, 50, 28)).toBe('7           ICN900100');
    expect(at(form, 56, 23, 14)).toBe('C23456789CD-2');
  });

  it('what the form has no box for is told, each by its name', () => {
    const form = visit({
      medicalRecordNumber: 'M1',
      pregnant: true,
      homebound: false,
      dates: { lastWorked: '2026-10-01' },
      delayReason: '7',
    });
    expect(form.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'no-box visit.medicalRecordNumber',
      'no-box visit.pregnant',
      'no-box visit.delayReason',
      'no-box visit.dates.lastWorked',
    ]);
  });
});

describe('what is known of a service', () => {
  it.each<[string, ServiceFacts, ...Stands]>([
    [
      'drug',
      { drug: { ndc: '00409123401', quantity: 0.5, unit: 'ML' }, note: 'Left arm' },
      ...([43, 1, 61, 'N400409123401 ML0.5   LEFT ARM'] as const),
    ],
    ['unlisted code', { description: 'Repair of flap' }, 43, 1, 61, 'ZZREPAIR OF FLAP'],
    ['anesthesia', { minutes: 95 }, 43, 1, 61, '7TIME 95 MINUTES'],
    ['minutes instead of units', { minutes: 95 }, 44, 59, 3, '95'],
    ['emergency, elsewhere', { emergency: true, placeOfService: '23' }, 44, 19, 4, '23 Y'],
    ['family planning', { familyPlanning: true }, 44, 63, 1, 'Y'],
    ['days', { from: '2026-10-01', to: '2026-10-03' }, 44, 1, 17, '10 01 26 10 03 26'],
    ['its orderer', { orderingProvider: halvorsen }, 34, 1, 18, 'DK MARIT HALVORSEN'],
    ['its laboratory', { cliaNumber: '11D1111111' }, 40, 50, 28, '11D1111111'],
    ['its place', { serviceFacility: lakeHouse }, 58, 23, 26, 'LAKE HOUSE INC'],
  ])('%s', (_what, facts, line, column, length, text) => {
    expect(at(service(facts), line, column, length)).toBe(text);
    expect(service(facts).findings).toEqual([]);
  });

  it('an early screening has its reason in the shaded half', () => {
    const form = filled({
      claim: {
        visit: { epsdtReferral: { given: true, conditions: ['ST'] } },
        lines: [lineWith({ facts: { epsdt: true } })],
      },
    });
    expect(at(form, 43, 63, 2)).toBe('ST');
    expect(at(form, 44, 63, 1)).toBe('Y');
    expect(form.findings).toEqual([]);
  });

  it('what was bought stands in box 20, its seller in box 32, whose name somebody has to write', () => {
    const form = service({ purchasedService: { providerNpi: '1245319599', charge: 6_000 } });
    expect(at(form, 36, 52, 20)).toBe('X             60 00');
    expect(at(form, 61, 23, 10)).toBe('1245319599');
    expect(form.findings).toMatchObject([{ code: 'no-box', path: 'box 32' }]);
  });

  it('another provider, and the taxonomy of those who have one', () => {
    const renderingProvider = { ...other, taxonomy: '207Q00000X' };
    const form = filled({ claim: { lines: [lineWith({ renderingProvider })] } });
    expect(at(form, 43, 65, 14)).toBe('ZZ 207Q00000X');
    expect(at(form, 44, 68, 10)).toBe('1245319599');
  });

  it('what has no box is told with its line', () => {
    const facts: ServiceFacts = { copayExempt: true, immunizationBatch: 'B1' };
    expect(service(facts).findings.map(({ path }) => path)).toEqual([
      'line 1.copayExempt',
      'line 1.immunizationBatch',
    ]);
  });
});

describe('who pays', () => {
  const kindAt = (claimFilingIndicator: string, coverage: Partial<Coverage> = {}): number =>
    at(
      filled({
        payer: { claimFilingIndicator },
        claim: { coverage: { ...secondCoverage, ...coverage } },
      }),
      8,
      1,
      49,
    ).length;

  it.each<[string, Partial<Coverage>, number]>([
    ['MB', {}, 1],
    ['MC', {}, 8],
    ['CH', {}, 15],
    ['VA', {}, 24],
    ['CI', { groupNumber: 'G1' }, 31],
    ['CI', {}, 45],
    ['WC', { groupNumber: 'G1' }, 45],
  ])('%s is marked by its kind', (indicator, coverage, column) => {
    expect(kindAt(indicator, coverage)).toBe(column);
  });

  it('the insured is told where that is not the patient', () => {
    const form = filled({
      claim: {
        coverage: {
          ...secondCoverage,
          groupNumber: 'G-1 7',
          relationship: 'child',
          subscriber: {
            ...{ lastName: 'Peña', firstName: 'José', middleName: 'Luis', suffix: 'Jr.' },
            ...{ dateOfBirth: '1980-02-03', gender: 'M' as const },
            address: { line1: '1 O’Neil St.', city: 'St. Paul', state: 'MN', postalCode: '55101' },
          },
        },
      },
    });
    expect(at(form, 10, 50, 29)).toBe('PENA JR JOSE L');
    expect(at(form, 12, 33, 46)).toBe('         X       1 ONEIL ST');
    expect(at(form, 14, 50, 26)).toBe('ST PAUL                 MN');
    expect(at(form, 18, 50, 29)).toBe('G17');
    expect(at(form, 20, 53, 26)).toBe('02 03 1980     X');
  });

  it('an employer is told as the insured of an injury at work: a name and an address, no birth', () => {
    const form = filled({
      claim: {
        coverage: {
          ...secondCoverage,
          relationship: 'employee',
          employer: {
            name: 'Quarry & Sons, Inc.',
            address: { line1: '4 Pit Road', city: 'Marlow', state: 'OH', postalCode: '44001' },
          },
        },
      },
    });
    expect(at(form, 10, 50, 29)).toBe('QUARRY AND SONS INC');
    expect(at(form, 12, 33, 46)).toBe('              X  4 PIT ROAD');
    expect(at(form, 14, 50, 26)).toBe('MARLOW                  OH');
    expect(at(form, 20, 53, 26)).toBe('');
  });

  it('another payer fills box 9, and a third one is told of', () => {
    const form = filled({
      claim: { nextPayers: [nextPayer, { ...nextPayer, payerName: 'Third Fund' }] },
    });
    expect([18, 20, 26].map((line) => at(form, line, 1, 28))).toEqual([
      'OKAFOR MIRIAM',
      'CM5520188',
      'CASCADE MUTUAL',
    ]);
    expect(at(form, 26, 52, 6)).toBe('X');
    expect(form.findings).toMatchObject([{ code: 'one-only', path: 'box 9' }]);
  });

  const medicare = { claimFilingIndicator: 'MB', name: 'Harbor Senior Part B' };

  it('Medicare as the first payer gets NONE in box 11, and boxes 4, 6, 7, 9 and 11d stay empty', () => {
    const form = filled({ payer: medicare, claim: { nextPayers: [nextPayer] } });
    expect(at(form, 18, 50, 30)).toBe('NONE');
    for (const [line, column, length] of [
      [10, 50, 29],
      [12, 33, 46],
      [14, 50, 29],
      [18, 1, 28],
      [20, 1, 28],
      [26, 1, 28],
      [26, 52, 6],
      [43, 65, 14],
      [61, 63, 16],
    ] as const) {
      expect(at(form, line, column, length)).toBe('');
    }
    expect(form.findings).toMatchObject([{ code: 'no-box', path: 'box 9' }]);
  });

  it('Medicare as a later payer gets the policy of the payer before it, and what the patient paid', () => {
    const prior = {
      claimId: 'C1',
      coverage: { ...secondCoverage, responsibility: 'P', groupNumber: 'EMP-4', relationship: 'spouse' },
      payerName: 'Cascade Mutual',
      claimFilingIndicator: 'CI',
      adjudication: adjudication(),
    } as const;
    const form = filled({
      payer: medicare,
      claim: { responsibility: 'S', priorPayers: [prior], visit: { patientPaid: 1_000 } },
    });
    expect(at(form, 18, 50, 30)).toBe('EMP4');
    expect(at(form, 24, 50, 30)).toBe('CASCADE MUTUAL');
    expect(at(form, 12, 38, 1)).toBe('X');
    expect(at(form, 18, 1, 28)).toBe('');
    expect(at(form, 56, 62, 8)).toBe('   10 00');
    expect(form.findings).toMatchObject([{ code: 'no-box', path: 'priorPayers' }]);
  });
});

describe('who bills', () => {
  const solo: BillingEntity = {
    billingEntityId: 'solo',
    person: { lastName: 'Halvorsen', firstName: 'Marit', middleName: 'Eva' },
    npi: '1234567893',
    taxId: '123121234',
    taxIdKind: 'social-security',
    address: lakeHouse.address,
    phone: '4025550100',
  };

  it('may be a person by the social security number, who is not named again as who gave the services', () => {
    const form = filled({ entities: [solo], claim: { billingEntityId: 'solo' } });
    expect(at(form, 56, 1, 20)).toBe('123121234       X');
    expect(at(form, 58, 50, 29)).toBe('MARIT E HALVORSEN');
    expect(at(form, 44, 68, 10)).toBe('');
  });
});

describe('what is longer than its box', () => {
  it('is cut where it is words, and told without the words', () => {
    const lastName = 'Featherstonehaugh-Cholmondeley';
    const { patient } = filledPatient(lastName);
    const form = filled({ claim: { patient } });
    expect(at(form, 10, 1, 29)).toBe('FEATHERSTONEHAUGH-CHOLMONDEL');
    expect(form.findings).toEqual([
      { code: 'cut', path: 'box 2', detail: 'It has room for 28 of 37 characters: the end is cut' },
      { code: 'cut', path: 'box 4', detail: 'It has room for 29 of 37 characters: the end is cut' },
    ]);
  });

  it('is left out where it is a number, for a part would be another number', () => {
    const form = filled({ claim: { coverage: { ...secondCoverage, memberId: '9'.repeat(30) } } });
    expect(at(form, 8, 50, 29)).toBe('');
    expect(form.findings).toMatchObject([{ code: 'no-room', path: 'box 1a' }]);
  });

  it('of a line, is told with the line', () => {
    const form = filled({ claim: { lines: [lineWith({ lineNumber: 1, units: 1_250.5 })] } });
    expect(form.findings).toMatchObject([{ code: 'no-room', path: 'box 24G, line 1' }]);
  });

  it('a note gives way to numbers that stay whole', () => {
    const form = service({
      drug: { ndc: '00409123401', quantity: 12_345_678.123, unit: 'ML' },
      note: 'A'.repeat(60),
    });
    expect(at(form, 43, 1, 61)).toBe(`N400409123401 ML12345678.123   ${'A'.repeat(30)}`);
    expect(form.findings).toMatchObject([{ code: 'cut', path: 'box 24, line 1' }]);
  });

  it('an amount of six digits and cents still stands at its place', () => {
    const form = filled({ claim: { lines: [lineWith({ charge: cents(12_345_678) })] } });
    expect(at(form, 44, 49, 9)).toBe('123456 78');
    expect(at(form, 56, 50, 10)).toBe(' 123456 78');
  });

  const filledPatient = (lastName: string) => ({
    patient: {
      patientId: 'P-1',
      ...{ lastName, firstName: 'Miriam', dateOfBirth: '1961-04-09', gender: 'F' as const },
      address: { line1: '1 A St', city: 'Lo', state: 'OH', postalCode: '43099' },
    },
  });
});

describe('more lines than a page has', () => {
  const diagnoses = ['A09', ...Array.from({ length: 11 }, (_, index) => `M17.${index}`)];
  const form = filled({
    claim: {
      diagnoses,
      lines: manyLines(50, { diagnosisPointers: [1, 12] }),
      visit: { patientPaid: 2_000 },
    },
  });
  const pages = form.pages.map((_, index) => index + 1);

  it('go on further pages, each with the diagnoses and its own total', () => {
    expect(pages).toHaveLength(9);
    for (const page of pages) {
      expect(at(form, 38, 3, 8, page)).toBe('A09');
      expect(at(form, 40, 42, 8, page)).toBe('M1710');
      expect(at(form, 56, 52, 8, page)).toBe(page === 9 ? '  200 00' : '  600 00');
    }
    expect(at(form, 44, 45, 4)).toBe('AL');
  });

  it('the patient’s payment is told once', () => {
    expect(pages.map((page) => at(form, 56, 62, 8, page))).toEqual([
      '   20 00',
      ...Array.from({ length: 8 }, () => '    0 00'),
    ]);
  });

  it('what a payer before paid stands on the pages of its lines, and adds up', () => {
    const decided = manyLines(8).map(({ lineNumber, procedure, charge }) => ({
      ...{ lineNumber, procedure, charge, paid: cents(1_000), adjustments: [], remarks: [] },
    }));
    const secondary = filled({
      claim: {
        responsibility: 'S',
        lines: manyLines(8),
        priorPayers: [
          {
            claimId: 'C1',
            coverage: { ...secondCoverage, responsibility: 'P' },
            payerName: 'Cascade Mutual',
            claimFilingIndicator: 'CI',
            adjudication: adjudication({ lines: decided, paid: cents(8_500) }),
          },
        ],
      },
    });
    expect([1, 2].map((page) => at(secondary, 56, 62, 8, page))).toEqual(['   65 00', '   20 00']);
  });
});
