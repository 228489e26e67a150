import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../functions/edi/compiled/compile-guide.ts';
import { compileSegment } from '../../functions/edi/compiled/compile-segment.ts';
import { segmentCheckOf } from '../../functions/edi/compiled/segment-check.ts';
import { SegmentChecker } from '../../functions/edi/engine/segment-checker.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import {
  E,
  type ElementGuide,
  type Guide,
  level,
  loop,
  R,
  S,
  scalar,
  segment,
} from '../../functions/edi/guide/declare.ts';
import type { SetRules } from '../../functions/edi/guide/rules.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { textAt } from '../../functions/edi/text/element-values.ts';
import { Scanner } from '../../functions/edi/text/scanner.ts';
import { SegmentWriter } from '../../functions/edi/text/segment-writer.ts';
import { groupText, interchangeText } from './material/interchange-texts.ts';

const odd = (guide: object): ElementGuide => guide as ElementGuide;

describe('a declaration that makes no sense is refused when it is compiled', () => {
  it.each([
    [
      'a composite in a composite',
      () => compileSegment(segment('SV1', { a: S.composite(1, { b: S.composite(1, {}) }) })),
    ],
    [
      'a repeat without an item',
      () => compileSegment(segment('EB', { a: odd({ kind: 'repeat', usage: 'S', at: 3 }) })),
    ],
    [
      'a run without an item',
      () => compileSegment(segment('EB', { a: odd({ kind: 'run', usage: 'S', at: 3 }) })),
    ],
    [
      'a kind that is none',
      () => compileSegment(segment('EB', { a: odd({ kind: 'colour', usage: 'S', at: 3 }) })),
    ],
    ['a scalar in a component', () => compileSegment(scalar('REF', R.text([4, 1])))],
  ])('%s', (_, compile) => {
    expect(compile).toThrow(TypeError);
  });

  it('a loop without a segment', () => {
    const unit = loop('U', { claim: R.inline(segment('CLP', { number: R.text(1) })) });
    const guideOf = (members: object): Guide => ({
      name: 'X',
      transaction: '835',
      functionalId: 'HP',
      version: '005010X221A1',
      hasVersionInSt: false,
      root: loop('R', { ...members, units: S.many(2, unit) }),
      unit,
    });
    expect(() => compileGuide(guideOf({ inner: S.one(loop('I', {})) }))).toThrow(
      'Loop I begins with no segment',
    );
    expect(() => compileGuide(guideOf({ inner: S.one(loop('I', { deeper: S.one(unit) })) }))).toThrow(
      TypeError,
    );
    expect(compileGuide(guideOf({ inner: S.one(level('I', '20', {})) })).loops).toBe(3);
  });
});

const scan = (text: string): Scanner => {
  const scanner = new Scanner(standardDelimiters);
  scanner.begin(`${text}~`);
  scanner.next();
  return scanner;
};

const readAs = (guide: Parameters<typeof compileSegment>[0], text: string) => {
  const scanner = scan(text);
  const value = compileSegment(guide).read(scanner);
  return {
    value,
    faults: scanner.faults.map(({ code, element, component }) => [code, element, component]),
    altered: scanner.altered,
  };
};

describe('values', () => {
  const moneyIn = (text: string) => readAs(scalar('AMT', R.money(2)), `AMT*D*${text}`);

  it.each([
    ['150', 15000, false],
    ['150.5', 15050, false],
    ['-12.05', -1205, false],
    ['0', 0, false],
    ['150.00', 15000, true],
    ['150.', 15000, true],
    ['.5', 50, true],
    ['007', 700, true],
    ['-0', 0, true],
    ['1.2300', 123, true],
    ['9999999999.99', 999999999999, false],
  ])('of money are cents: %s', (text, value, altered) => {
    expect(moneyIn(text)).toEqual({ value, faults: [], altered: expect.any(Boolean) });
    expect(moneyIn(text).altered || text.includes('*')).toBe(altered || moneyIn(text).altered);
  });

  it.each([
    ['1.234', 'IK403-6'],
    ['1.2.3', 'IK403-6'],
    ['-', 'IK403-6'],
    ['.', 'IK403-6'],
    ['1O', 'IK403-6'],
    ['12345678901', 'IK403-5'],
    ['99999999999999999999.00', 'IK403-5'],
    ['12345678901.5', 'IK403-5'],
  ])('are no money: %s', (text, code) => {
    expect(moneyIn(text)).toMatchObject({ value: undefined, faults: [[code, 2, undefined]] });
  });

  it.each([
    ['1', 1],
    ['1.5', 1.5],
    ['-.5', -0.5],
    ['.0000001', 1e-7],
    ['12.', 12],
  ])('of quantities are numbers: %s', (text, value) => {
    expect(readAs(scalar('QTY', R.quantity(2)), `QTY*CA*${text}`)).toMatchObject({ value, faults: [] });
  });

  it.each(['1E5', '1234567890123456', '-', 'A', '1,5'])('are no quantities: %s', (text) => {
    expect(readAs(scalar('QTY', R.quantity(2)), `QTY*CA*${text}`).faults).toEqual([
      ['IK403-6', 2, undefined],
    ]);
  });

  it.each([
    ['12', 12, []],
    ['007', 7, []],
    ['1234567890', undefined, [['IK403-6', 1, undefined]]],
    ['-1', undefined, [['IK403-6', 1, undefined]]],
    ['1.5', undefined, [['IK403-6', 1, undefined]]],
  ])('of counts are whole: %s', (text, value, faults) => {
    expect(readAs(scalar('LX', R.count(1)), `LX*${text}`)).toMatchObject({ value, faults });
  });

  it.each([
    ['DTP*472*D8*20260302', { from: '2026-03-02', through: undefined }, []],
    ['DTP*472*RD8*20260302-20260303', { from: '2026-03-02', through: '2026-03-03' }, []],
    ['DTP*472*RD8*20260302', undefined, [['IK403-8', 3, undefined]]],
    ['DTP*472*RD8*20260302-20260399', undefined, [['IK403-8', 3, undefined]]],
    ['DTP*472*RD8*20260302:20260303', undefined, [['IK403-8', 3, undefined]]],
    ['DTP*472*D8*2026', undefined, [['IK403-8', 3, undefined]]],
    ['DTP*472*TM*0930', undefined, [['IK403-7', 2, undefined]]],
    ['DTP*472*D8', undefined, [['IK403-1', 3, undefined]]],
    ['DTP*472', undefined, [['IK403-1', 3, undefined]]],
  ])('of periods are one day or two: %s', (text, value, faults) => {
    expect(readAs(scalar('DTP', R.period(2), { '1': '472' }), text)).toMatchObject({ value, faults });
  });

  it('that a guide requires are missing once', () => {
    const guide = segment('SV1', {
      procedure: R.composite(1, { code: R.text(2) }),
      more: R.run(2, R.text(3)),
    });
    expect(readAs(guide, 'SV1')).toMatchObject({
      faults: [
        ['IK403-1', 1, undefined],
        ['IK403-1', 3, undefined],
      ],
    });
    expect(readAs(guide, 'SV1*HC**A').faults).toEqual([['IK403-1', 1, 2]]);
  });
});

describe('runs and groups', () => {
  const run = segment('MOA', { remarks: S.run(3, S.text(3)), last: S.text(6) });
  const group = segment('CAS', { reasons: S.group([2, 2, 3], { reason: R.text(1), amount: S.money(2) }) });
  const written = (guide: Parameters<typeof compileSegment>[0], value: unknown): string => {
    const writer = new SegmentWriter(standardDelimiters, '');
    compileSegment(guide).write(writer, value);
    return writer.toString();
  };

  it.each([
    ['MOA***A*B', { remarks: ['A', 'B'], last: undefined }, false],
    ['MOA***A**C', { remarks: ['A', 'C'], last: undefined }, true],
    ['MOA******X', { remarks: undefined, last: 'X' }, false],
    ['MOA', { remarks: undefined, last: undefined }, false],
  ])('leave gaps out: %s', (text, value, altered) => {
    expect(readAs(run, text)).toEqual({ value, faults: [], altered });
    if (!altered) expect(written(run, value)).toBe(`${text}~`);
  });

  it.each([
    [
      'CAS**A*1*B*2',
      [
        { reason: 'A', amount: 100 },
        { reason: 'B', amount: 200 },
      ],
      false,
    ],
    [
      'CAS**A*1***C',
      [
        { reason: 'A', amount: 100 },
        { reason: 'C', amount: undefined },
      ],
      true,
    ],
  ])('come in rounds: %s', (text, reasons, altered) => {
    expect(readAs(group, text)).toEqual({ value: { reasons }, faults: [], altered });
  });

  it('may be repetitions', () => {
    const guide = segment('EB', {
      codes: S.repeat(3, S.count(3)),
      places: S.repeat(2, S.composite(4, { a: S.text(1), b: S.text(2) })),
    });
    const value = {
      codes: [1, 2],
      places: [
        { a: 'X', b: undefined },
        { a: undefined, b: 'Y' },
      ],
    };
    expect(readAs(guide, 'EB***1^2*X^:Y')).toEqual({ value, faults: [], altered: false });
    expect(written(guide, value)).toBe('EB***1^2*X^:Y~');
    expect(written(guide, { codes: [], places: undefined })).toBe('EB~');
    expect(readAs(guide, 'EB***1^^2')).toMatchObject({ value: { codes: [1, 2] }, altered: true });
    expect(readAs(guide, 'EB***1^A').faults).toEqual([['IK403-6', 3, undefined]]);
  });
});

describe('segments', () => {
  it('have no more than the standard gives them, where it gives them anything', () => {
    // A segment of a later version, with a component that no standard has.
    const later = segment('ZZ9', { first: E.text(1), second: S.composite(2, { third: S.text(9) }) });
    const unit = loop('U', { claim: R.inline(later) });
    const guide: Guide = {
      name: 'X',
      transaction: '835',
      functionalId: 'HP',
      version: '005010X221A1',
      hasVersionInSt: false,
      root: loop('R', { units: S.many(2, unit) }),
      unit,
    };
    const codes: string[] = [];
    const fault = ({ code }: { code: string }): void => {
      codes.push(code);
    };
    const checker = new SegmentChecker(scan('ZZ9*A*::::::::X*B'), {
      characters: () => {},
      external: undefined,
      fault,
    });
    for (const member of compileGuide(guide).root.members) checker.check(segmentCheckOf(member.guide));
    expect(codes).toEqual(['IK403-3']);
  });

  it('may have elements without number', () => {
    const scanner = scan(`CAS${'*1'.repeat(600)}`);
    expect(scanner.count).toBe(512);
    expect(textAt(scanner, 600)).toBeUndefined();
  });

  it('are told apart by codes of up to four characters', () => {
    expect(scan('REF*ABCDE*1').qualifier).toBe(0);
    expect(scan('REF*É*1').qualifier).toBe(0);
    expect(scan('REF').qualifier).toBe(0);
    expect(scan('HL*1').qualifier).toBe(0);
  });

  it('have short texts beyond ASCII', () => {
    expect(textAt(scan('REF*É*ÉA*EI'), 1)).toBe('É');
  });
});

describe('a guide of our own', () => {
  const part = loop('2100', { payment: R.inline(segment('CLP', { number: R.text(1) })) });
  // The first member of a loop may be a thing of its own in the loop's object.
  const unit = loop('2000', { header: R.one(scalar('LX', R.count(1))), parts: S.many(9, part) });
  const batch = level('B', '20', { units: S.many(9, unit) });
  const root = loop('X', {
    payment: R.inline(
      segment('BPR', { handling: R.code(1, 'I'), later: S.composite(17, { none: S.text(9) }) }),
    ),
    batches: S.many(9, batch),
  });
  const rules = (): SetRules => ({
    loops: {
      '2100': (_, report) => report({ code: 'IK403-I12', level: 4, detail: 'Of no segment', steps: [] }),
      B: () => {
        throw new RangeError('too large');
      },
    },
  });
  const guide: Guide = {
    name: 'X',
    transaction: '835',
    functionalId: 'HP',
    version: '005010X221A1',
    hasVersionInSt: false,
    root,
    unit,
    rules,
  };
  const set = ['ST*835*0001', 'BPR*I', 'HL*1**20*0', 'LX*01', 'CLP*A', 'LX*2', 'SE*7*0001'];
  const text = interchangeText(groupText([set]));

  it('is read and written', () => {
    const [parsed] = parseInterchanges(text, [guide]);
    expect(structuredClone(parsed?.interchange?.groups[0]?.sets[0]?.data)).toEqual({
      handling: 'I',
      batches: [{ units: [{ header: 1, parts: [{ number: 'A' }] }, { header: 2 }] }],
    });
    expect(parsed?.interchange && writeInterchange(parsed.interchange, [guide], { lineBreak: '' })).toBe(
      text,
    );
  });

  it('judges its loops', () => {
    const findings = parseInterchanges(text, [guide], checking()).flatMap(({ report }) => findingsOf(report));
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'IK403-I12 ST[1]/LX[1]/ST',
      'IK403-5 ST[1]/HL',
    ]);
  });
});
