import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import type { CodedService } from '../../../functions/domain/coding.ts';
import type { EarlierService } from '../../../functions/domain/history/earlier-service.ts';
import { fileOf, inFolder } from '../../codesets/publisher-files.ts';
import { aService, findingsOf } from '../visit-to-scrub.ts';
import { anEarlierService } from './an-earlier-service.ts';

const date = '2026-05-04';
const providers = [anEarlierService().renderingProviderNpi, '2450100039'] as const;

const pairs = [
  { first: '20610', second: '76942', isParted: true },
  { first: '11042', second: '97597', isParted: false },
  { first: '76942', second: '93000', isParted: true },
] as const;

const limits: Readonly<Record<string, { readonly units: number; readonly isPerLine: boolean }>> = {
  '20610': { units: 2, isPerLine: false },
  '97597': { units: 3, isPerLine: true },
  '93000': { units: 1, isPerLine: false },
};

const install = (): void => {
  const lines = pairs.map(
    ({ first, second, isParted }) => `${first}\t${second}\t\t20150101\t*\t${isParted ? 1 : 0}\tMisuse`,
  );
  installCodeSet('ncci-ptp', [fileOf('ccipra-v321r0-f1.txt', `heading\n${lines.join('\r\n')}\r\n`)]);
  const mue = [
    '20610,2,3 Date of Service Edit: Clinical,Clinical: Data',
    '97597,3,1 Line Edit,Clinical: Data',
    '93000,1,2 Date of Service Edit: Policy,CMS Policy',
  ];
  const heading = 'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale';
  installCodeSet('mue', [
    fileOf('MCR_MUE_PractitionerServices_Eff_04-01-2026.csv', [heading, ...mue].join('\n')),
  ]);
  installCodeSet('add-on', [
    fileOf('add-on-codes-2026.csv', 'primary_code,add_on_code,aoc_edit_type\n17000,17003,1'),
  ]);
};

type Line = { readonly procedure: string; readonly units: number; readonly modifiers: readonly string[] };
type Visit = {
  readonly name: string;
  readonly provider: string;
  readonly payer: string | undefined;
  readonly lines: readonly Line[];
};

const ownPayer = anEarlierService().payerId;

const aLine = fc.record({
  procedure: fc.constantFrom('20610', '76942', '11042', '97597', '93000'),
  units: fc.integer({ min: 1, max: 4 }),
  modifiers: fc.constantFrom<readonly string[]>([], [], ['59'], ['76'], ['RT']),
});
const someVisits = fc
  .array(
    fc.record({
      provider: fc.constantFrom(providers[0], providers[0], providers[1]),
      payer: fc.constantFrom(ownPayer, ownPayer, 'lakeshore'),
      lines: fc.array(aLine, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((visits): readonly Visit[] => visits.map((visit, at) => ({ ...visit, name: `E${at}` })));

const toHistory = ({ name, provider, payer, lines }: Visit): readonly EarlierService[] =>
  lines.map((line) =>
    anEarlierService({
      ...line,
      date,
      visit: name,
      claimId: undefined,
      modifiers: [...line.modifiers],
      renderingProviderNpi: provider,
      payerId: payer,
    }),
  );

const services = ({ provider, lines }: Visit): readonly CodedService[] =>
  lines.map(({ procedure, units, modifiers }) =>
    aService(procedure, { units, modifiers: [...modifiers], facts: { renderingProviderNpi: provider } }),
  );

const told = (family: string, visit: Visit, before: readonly Visit[]): readonly string[] =>
  findingsOf(family, {
    date,
    services: services(visit),
    contract: { payerId: visit.payer ?? '' },
    change: { history: before.flatMap(toHistory) },
  }).map(({ severity, path }) => `${severity} ${path}`);

/** The naive reading: every line of the day, of one provider and one payer, in one list. */
const allLines = (visit: Visit, before: readonly Visit[]) =>
  [...before, visit]
    .filter(({ provider, payer }) => provider === visit.provider && payer === visit.payer)
    .flatMap((one) => one.lines.map((line) => ({ ...line, isHere: one === visit })));

const isBroken = (first: Line, second: Line): boolean => {
  const pair = pairs.find((one) => one.first === first.procedure && one.second === second.procedure);
  const isParted = [...first.modifiers, ...second.modifiers].some((one) => one === '59' || one === 'RT');
  return pair !== undefined && !(pair.isParted && isParted);
};

const naivePairs = (visit: Visit, before: readonly Visit[]): readonly string[] => {
  const lines = allLines(visit, before);
  return visit.lines.flatMap((line, at) => [
    ...lines.filter((other) => isBroken(other, line)).map(() => `block codes.services[${at}].procedure`),
    ...lines
      .filter((other) => !other.isHere && isBroken(line, other))
      .map(() => `warn codes.services[${at}].procedure`),
  ]);
};

const naiveUnits = (visit: Visit, before: readonly Visit[]): readonly string[] => {
  const lines = allLines(visit, before);
  return visit.lines.flatMap(({ procedure, units }, at) => {
    const limit = limits[procedure];
    if (!limit) return [];
    const isFirst = visit.lines.findIndex((one) => one.procedure === procedure) === at;
    const ofDay = lines.filter((one) => one.procedure === procedure).reduce((sum, one) => sum + one.units, 0);
    const isOver = limit.isPerLine ? units > limit.units : isFirst && ofDay > limit.units;
    return isOver ? [`${procedure === '20610' ? 'warn' : 'block'} codes.services[${at}].units`] : [];
  });
};

describe('NCCI over all claims of a day, in whichever order visits are registered', () => {
  it.each([
    ['ncci-ptp', naivePairs],
    ['ncci-mue', naiveUnits],
  ] as const)('%s says what a naive count says', (family, naive) =>
    inFolder(() => {
      install();
      let hits = 0;
      fc.assert(
        fc.property(
          someVisits.chain((visits) => fc.shuffledSubarray([...visits], { minLength: visits.length })),
          (visits) => {
            visits.forEach((visit, at) => {
              const expected = naive(visit, visits.slice(0, at));
              if (at > 0) hits += expected.length;
              expect(told(family, visit, visits.slice(0, at)).toSorted()).toEqual(expected.toSorted());
            });
          },
        ),
        { numRuns: 300 },
      );
      expect(hits).toBeGreaterThan(50);
    }),
  );

  it('never lets a broken pair or too many units of a day pass whole, whichever visit came last', () =>
    inFolder(() => {
      install();
      const [one, two]: readonly [Visit, Visit] = [
        {
          name: 'A',
          provider: providers[0],
          payer: ownPayer,
          lines: [{ procedure: '20610', units: 2, modifiers: [] }],
        },
        {
          name: 'B',
          provider: providers[0],
          payer: ownPayer,
          lines: [
            { procedure: '20610', units: 1, modifiers: [] },
            { procedure: '76942', units: 1, modifiers: [] },
          ],
        },
      ];
      expect(told('ncci-mue', two, [one])).toEqual(['warn codes.services[0].units']);
      expect(told('ncci-mue', one, [two])).toEqual(['warn codes.services[0].units']);
      expect(told('ncci-ptp', two, [one])).toContain('block codes.services[1].procedure');
      expect(told('ncci-ptp', one, [two])).toContain('warn codes.services[0].procedure');
    }));

  it('finds the primary of an add-on code on another claim', () =>
    inFolder(() => {
      install();
      const addOn = [aService('17003')];
      const history = (change: Partial<EarlierService>) => [
        anEarlierService({ date, procedure: '17000', ...change }),
      ];
      const codes = (of: readonly EarlierService[]) =>
        findingsOf('ncci-add-on', { date, services: addOn, change: { history: of } }).length;
      expect(codes(history({}))).toBe(0);
      expect(codes(history({ date: '2026-05-05' }))).toBe(1);
      expect(codes(history({ renderingProviderNpi: providers[1] }))).toBe(1);
      expect(codes([])).toBe(1);
    }));
});

describe('visits of one day on two claims', () => {
  const second = (modifiers: readonly string[], history: Partial<EarlierService>) =>
    findingsOf('modifier-two-visits', {
      date,
      services: [aService('99213', { modifiers: [...modifiers] })],
      change: { history: [anEarlierService({ date, procedure: '99396', ...history })] },
    }).length;

  it('are one unless 25 is on one of them', () => {
    expect(second([], {})).toBe(1);
    expect(second(['25'], {})).toBe(0);
    expect(second([], { modifiers: ['25'] })).toBe(0);
    expect(second([], { date: '2026-05-05' })).toBe(0);
  });

  it('leave 25 alone where what it is separate from stands on the other', () => {
    const alone = (history: readonly EarlierService[]) =>
      findingsOf('modifier-25-alone', {
        date,
        services: [aService('99213', { modifiers: ['25'] })],
        change: { history },
      }).length;
    expect(alone([anEarlierService({ date, procedure: '20610' })])).toBe(0);
    expect(alone([])).toBe(1);
  });
});
