import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import type { CodedService } from '../../functions/domain/coding.ts';
import { fileOf, inFolder } from '../codesets/publisher-files.ts';
import { needing, needingOfficialCodeSets } from '../shared-material.ts';
import { aService, findingsOf } from './visit-to-scrub.ts';

const date = '2026-05-04';

const ptpLines = [
  ['20610', '76942', '20150101', '*', '1'],
  ['11042', '97597', '20150101', '*', '0'],
  ['93000', '93005', '20150101', '20251231', '0'],
  ['64483', '77003', '20150101', '*', '9'],
  ['20610', '99213', '20150101', '*', '1'],
].map(([one, two, from, to, modifier]) => `${one}\t${two}\t\t${from}\t${to}\t${modifier}\tMisuse`);

const mueLines = [
  '20610,2,3 Date of Service Edit: Clinical,Clinical: Data',
  '97110,6,1 Line Edit,Clinical: Data',
  '93000,1,2 Date of Service Edit: Policy,CMS Policy',
];

const addOnLines = ['17000,17003,1', '99205,99417,1', 'CCCCC,0054T,2', '11042,11045,3', 'CCCCC,11045,3'];

/** Invented editions of one quarter, in CMS's layouts. */
const install = (): void => {
  installCodeSet('ncci-ptp', [fileOf('ccipra-v321r0-f1.txt', `heading\n${ptpLines.join('\r\n')}\r\n`)]);
  const heading = 'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale';
  installCodeSet('mue', [
    fileOf('MCR_MUE_PractitionerServices_Eff_04-01-2026.csv', [heading, ...mueLines].join('\n')),
  ]);
  installCodeSet('add-on', [
    fileOf('add-on-codes-2026.csv', ['primary_code,add_on_code,aoc_edit_type', ...addOnLines].join('\n')),
  ]);
};

const found = (services: readonly CodedService[], on = date) =>
  findingsOf('ncci', { date: on, services }).map(({ code, path, severity }) => `${severity} ${code} ${path}`);

type Case = readonly [why: string, services: readonly CodedService[], expected: readonly string[]];

const cases: readonly Case[] = [
  ['two that are no pair', [aService('99213'), aService('93000')], []],
  [
    'a pair that a modifier may part, without one',
    [aService('20610'), aService('76942')],
    ['block ncci-ptp codes.services[1].procedure'],
  ],
  ['in either order', [aService('76942'), aService('20610')], ['block ncci-ptp codes.services[0].procedure']],
  ['with a modifier on column 2', [aService('20610'), aService('76942', { modifiers: ['XS'] })], []],
  ['with a modifier on column 1', [aService('20610', { modifiers: ['RT'] }), aService('76942')], []],
  ['a visit with 25', [aService('99213', { modifiers: ['25'] }), aService('20610')], []],
  ...['50', '76', '77', '26', 'TC', '51', 'GP'].map(
    (modifier): Case => [
      `${modifier}, which parts no pair`,
      [aService('20610'), aService('76942', { modifiers: [modifier] })],
      ['block ncci-ptp codes.services[1].procedure'],
    ],
  ),
  [
    'a pair that no modifier parts',
    [aService('11042'), aService('97597', { modifiers: ['59'] })],
    ['block ncci-ptp codes.services[1].procedure'],
  ],
  ['a pair to which the edit does not apply', [aService('64483'), aService('77003')], []],
  ['a pair whose edit has ended', [aService('93000'), aService('93005')], []],
  ['a pair on two days', [aService('20610'), aService('76942', { facts: { from: '2026-05-05' } })], []],
  [
    'a pair of two providers',
    [aService('20610'), aService('76942', { facts: { renderingProviderNpi: '1999999984' } })],
    [],
  ],
  ['as many units as are paid', [aService('20610', { units: 2 })], []],
  [
    'more units of a day than are likely, which may be appealed',
    [aService('20610', { units: 3 })],
    ['warn ncci-mue codes.services[0].units'],
  ],
  [
    'on two lines',
    [aService('20610', { modifiers: ['RT'], units: 2 }), aService('20610', { modifiers: ['LT'], units: 1 })],
    ['warn ncci-mue codes.services[0].units'],
  ],
  [
    'more than policy ever pays',
    [aService('93000'), aService('93000', { modifiers: ['76'] })],
    ['block ncci-mue codes.services[0].units'],
  ],
  ['more on a line', [aService('97110', { units: 7 })], ['block ncci-mue codes.services[0].units']],
  [
    'the same on two lines, which each stay within',
    [aService('97110', { units: 6 }), aService('97110', { units: 6, modifiers: ['59'] })],
    [],
  ],
  ['an add-on code with its primary', [aService('17000'), aService('17003', { units: 4 })], []],
  ['an add-on code alone', [aService('17003')], ['block ncci-add-on codes.services[0].procedure']],
  [
    'an add-on code beside another',
    [aService('99213'), aService('17003')],
    ['block ncci-add-on codes.services[1].procedure'],
  ],
  ['one whose primaries the contractor defines', [aService('99213'), aService('0054T')], []],
  ['that one alone', [aService('0054T')], ['block ncci-add-on codes.services[0].procedure']],
  ['one with some listed, beside another', [aService('99213'), aService('11045')], []],
  [
    'two add-on codes and nothing else',
    [aService('11045'), aService('0054T')],
    ['block ncci-add-on codes.services[0].procedure', 'block ncci-add-on codes.services[1].procedure'],
  ],
];

describe('the NCCI edits', () => {
  it.each(cases)('%s', (_why, services, expected) =>
    inFolder(() => {
      install();
      expect(found(services)).toEqual(expected);
    }),
  );

  it('warn and name their edition where the date lies after it', () =>
    inFolder(() => {
      install();
      const services = [aService('20610', { units: 3 }), aService('76942'), aService('17003')];
      const later = findingsOf('ncci', { date: '2026-11-02', services });
      expect(later.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'warn ncci-ptp',
        'warn ncci-mue',
        'block ncci-add-on',
      ]);
      expect(later[0]?.detail).toContain('As of edition 2026-04');
    }));

  it('say what is not checked where no edition is installed', () =>
    inFolder(() => {
      const services = [aService('20610'), aService('76942')];
      const told = findingsOf('ncci', { date, services });
      expect(told).toMatchObject([{ code: 'ncci-not-checked', severity: 'info', desk: 'biller' }]);
      expect(told[0]?.detail).toContain('ncci-ptp, mue, add-on');
    }));
});

/** A generator that tells the same numbers each time. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
};

const pairsOfCms = needing('codesets/ncci/ccipra-2024q3.txt.gz');
const unitsOfCms = needing('codesets/ncci/mue-practitioner-2024q3.csv');

needingOfficialCodeSets().describe('the NCCI edits beside a plain reading of CMS’s files', () => {
  const serviceDate = '2024-08-15';

  pairsOfCms.it('agree on 5,000 pairs, half of them from the file', { timeout: 300_000 }, () => {
    const rows = gunzipSync(readFileSync(pairsOfCms.path))
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
      .filter(({ length }) => length > 5);
    const next = numbers(20_240_815);
    const compact = serviceDate.replaceAll('-', '');
    const inForce = new Map(
      rows
        .filter(([, , , from = '', to = '']) => from <= compact && (!/^\d{8}$/.test(to) || compact <= to))
        .map(([one, two, , , , indicator]) => [`${one} ${two}`, indicator]),
    );
    const wrong: string[] = [];
    let hits = 0;
    for (let run = 0; run < 5_000; run++) {
      const row = rows[next(rows.length)] ?? [];
      const other = rows[next(rows.length)] ?? [];
      const pair = run % 2 === 0 ? [row[0], row[1]] : [row[0], other[1]];
      const [one = '', two = ''] = run % 3 === 0 ? pair.toReversed() : pair;
      if (one === two) continue;
      const modifiers = ['', '59', '76', 'XS'][next(4)];
      const parts = modifiers === '59' || modifiers === 'XS';
      const services = [aService(one), aService(two, { modifiers: modifiers ? [modifiers] : [] })];
      const objects = (indicator: string | undefined) => indicator === '0' || (indicator === '1' && !parts);
      const expected = [
        ...(objects(inForce.get(`${two} ${one}`)) ? ['codes.services[0].procedure'] : []),
        ...(objects(inForce.get(`${one} ${two}`)) ? ['codes.services[1].procedure'] : []),
      ];
      hits += expected.length;
      const told = findingsOf('ncci-ptp', { date: serviceDate, services }).map(({ path }) => path);
      if (told.join() !== expected.join()) wrong.push(`${one} ${two} ${modifiers}: ${told} not ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(hits).toBeGreaterThan(500);
  });

  unitsOfCms.it('agree on 5,000 units', { timeout: 300_000 }, () => {
    const limits = readFileSync(unitsOfCms.path, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => {
        const [code = '', units = '', indicator = ''] = line.split(',');
        return /^\w{5}$/.test(code) ? [[code, Number(units), indicator.slice(0, 1)] as const] : [];
      });
    const next = numbers(20_240_816);
    const wrong: string[] = [];
    let hits = 0;
    for (let run = 0; run < 5_000; run++) {
      const [code, most, indicator] = limits[next(limits.length)] ?? ['', 0, ''];
      const lines = Array.from({ length: 1 + next(3) }, () => 1 + next(most + 2));
      const services = lines.map((units) => aService(code, { units }));
      const total = lines.reduce((sum, units) => sum + units, 0);
      const expected =
        indicator === '1'
          ? lines.flatMap((units, at) => (units > most ? [`codes.services[${at}].units`] : []))
          : total > most
            ? ['codes.services[0].units']
            : [];
      hits += expected.length;
      const visit = { date: serviceDate, services, contract: { claimFilingIndicator: 'MB' } };
      const told = findingsOf('ncci-mue', visit).map(({ path }) => path);
      if (told.join() !== expected.join()) wrong.push(`${code} ${lines}: ${told} not ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(hits).toBeGreaterThan(500);
  });
});
