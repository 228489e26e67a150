import { describe, expect, it } from 'vitest';
import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { splitInterchanges } from '../../functions/edi/envelope/split-interchanges.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { groupText, interchangeText, isaText, shortSet } from './material/interchange-texts.ts';

const read = (text: string): ParsedInterchange[] => parseInterchanges(text, allGuides);

const foundIn = (text: string): string[] =>
  read(text).flatMap(({ report }) => findingsOf(report).map(({ code, path }) => `${code} ${path}`));

const withSegments = (change: (segments: string[]) => string[]): string =>
  interchangeText(change(groupText()));

/** A valid text with one thing changed. */
const changed = (from: string, to: string): string => interchangeText().replace(from, () => to);

describe('an envelope', () => {
  it('without faults has no findings', () => {
    expect(foundIn(interchangeText())).toEqual([]);
  });

  it.each([
    ['no ISA', 'SOMETHING ELSE', ['TA105-022 ISA']],
    ['an ISA that is cut', isaText().slice(0, 50), ['TA105-022 ISA']],
    ['an ISA of other widths', isaText().replace('ZZ', '*Z'), ['TA105-026 ISA']],
    [
      'delimiters that are the same',
      interchangeText(groupText(), isaText({ component: '^' })),
      ['TA105-004 ISA'],
    ],
    [
      'a delimiter that is a letter',
      interchangeText(groupText(), isaText({ component: 'A' })),
      ['TA105-004 ISA'],
    ],
    [
      'an ISA13 with a letter',
      interchangeText(groupText(), isaText({ controlNumber: '00000000A' })),
      ['TA105-018 ISA13'],
    ],
    ['a thirteenth month', interchangeText(groupText(), isaText({ date: '261302' })), ['TA105-014 ISA09']],
    ['a time of 24:00', interchangeText(groupText(), isaText({ time: '2400' })), ['TA105-015 ISA10']],
    ['an unknown usage', interchangeText(groupText(), isaText({ usage: 'X' })), ['TA105-020 ISA15']],
    ['another ISA13 in IEA02', changed('IEA*1*000000007', 'IEA*1*000000008'), ['TA105-001 IEA02']],
    ['an IEA02 that is no number', changed('IEA*1*000000007', 'IEA*1*A'), ['TA105-001 IEA02']],
    ['another number of groups', changed('IEA*1', 'IEA*2'), ['TA105-021 IEA01']],
    ['no IEA', changed('IEA*1*000000007~', ''), ['TA105-023 IEA']],
    [
      'a set outside of groups',
      interchangeText(shortSet()),
      ['TA105-024 ST', ...new Array<string>(7).fill('TA105-024 ISA'), 'TA105-024 SE'],
    ],
    ['an SE without ST', withSegments((all) => all.toSpliced(1, 0, 'SE*1*1')), ['TA105-024 SE']],
    ['a GE without GS', withSegments((all) => ['GE*1*1', ...all]), ['TA105-024 GE']],
    ['a segment without set', withSegments((all) => ['N1*PR*A', ...all]), ['TA105-024 ISA']],
    [
      'a TA1 behind a group',
      withSegments((all) => [...all, 'TA1*000000001*260302*0930*A*000']),
      ['TA105-024 TA1[1]'],
    ],
    ['half a TA1', withSegments((all) => ['TA1*000000001*260302', ...all]), ['TA105-024 TA1[1]']],
    ['a group of another kind', changed('GS*HP', 'GS*RA'), ['AK905-1 GS[1]']],
    [
      'a group of another version',
      changed('005010X221A1', '004010X091A1'),
      ['AK905-2 GS[1]', 'IK502-1 ST[1]'],
    ],
    ['no GE', changed('GE*1*7~', ''), ['AK905-3 GS[1]']],
    ['another GS06 in GE02', changed('GE*1*7', 'GE*1*8'), ['AK905-4 GS[1]']],
    ['another number of sets', changed('GE*1*7', 'GE*2*7'), ['AK905-5 GS[1]']],
    ['a group without a time', changed('20260310*0930*7', '20260310**7'), ['AK905-6 GS[1]']],
    ['a set that is not read here', changed('ST*835', 'ST*820'), ['IK502-1 ST[1]']],
    ['no ST01', changed('ST*835', 'ST*'), ['IK502-6 ST[1]']],
    ['no SE', changed('SE*9*0001~', ''), ['IK502-2 ST[1]']],
    ['another ST02 in SE02', changed('SE*9*0001', 'SE*9*0002'), ['IK502-3 ST[1]']],
    ['another number of segments', changed('SE*9', 'SE*8'), ['IK502-4 ST[1]']],
    ['no ST02', changed('ST*835*0001', 'ST*835'), ['IK502-7 ST[1]', 'IK502-3 ST[1]']],
    ['an ST02 that is too short', interchangeText(groupText([shortSet('001')])), ['IK502-7 ST[1]']],
    ['one ST02 twice', interchangeText(groupText([shortSet(), shortSet()])), ['IK502-23 ST[2]']],
  ])('with %s is told so', (_, text, findings) => {
    expect(foundIn(text)).toEqual(findings);
  });

  it('of a 999 has the version of its sets in the group', () => {
    const set = ['ST*999*0001*005010X231', 'AK1*HP*7*005010X221A1', 'AK9*A*1*1*1', 'SE*4*0001'];
    const group = ['GS*FA*A*B*20260310*0930*7*X*005010X231A1', ...set, 'GE*1*7'];
    expect(foundIn(interchangeText(group))).toEqual(['IK502-I6 ST[1]/ST03']);
    // Without a version in the group, the set's own tells which it is.
    expect(foundIn(interchangeText(group).replace('X*005010X231A1', 'X'))).toEqual([
      'AK905-2 GS[1]',
      'IK502-I6 ST[1]/ST03',
    ]);
  });

  it('may hold several groups, and sets that are not read among those that are', () => {
    const unknown = ['ST*820*0002', 'ENT*1', 'SE*3*0002'];
    const text = interchangeText([
      ...groupText([shortSet(), unknown, shortSet('0003')]),
      ...groupText([shortSet()], '8'),
    ]);
    const [parsed] = read(text);
    expect(parsed?.interchange?.groups.map(({ sets }) => sets.length)).toEqual([2, 1]);
    expect(parsed?.interchange && writeInterchange(parsed.interchange, allGuides, { lineBreak: '' })).toBe(
      text,
    );
  });

  it('may hold nothing', () => {
    const [parsed] = read(interchangeText([]));
    expect(parsed).toMatchObject({
      interchange: { groups: [], acknowledgements: [] },
      report: { findings: [] },
    });
  });

  it('closes what is open when the next one begins', () => {
    const segments = groupText().filter((segment) => !/^(SE|GE)/.test(segment));
    expect(foundIn(interchangeText([...segments, ...groupText()]))).toEqual([
      'AK905-3 GS[1]',
      'IK502-2 ST[1]',
    ]);
    const [first = '', ...others] = shortSet().slice(0, -1);
    expect(foundIn(interchangeText(groupText([[first, ...others], shortSet('0002')])))).toEqual([
      'IK502-2 ST[1]',
    ]);
  });
});

describe('a file', () => {
  const own = (
    text: string,
    [element = '', component = '', repetition = '', terminator = '']: string,
  ): string => {
    const isa = isaText({ element, component, repetition, terminator });
    return (
      isa + text.slice(106).replaceAll('*', element).replaceAll(':', component).replaceAll('~', terminator)
    );
  };

  it.each([
    ['bars', '|>^~'],
    ['line feeds for terminators', '*:^\n'],
    ['what few choose', '\u001d\u001f!\u001c'],
    ['no repetition separator', '*:U~'],
  ])('of other delimiters is read and written: %s', (_, delimiters) => {
    const text = own(interchangeText(), delimiters);
    expect(foundIn(text)).toEqual([]);
    const [parsed] = read(text);
    expect(parsed?.interchange && writeInterchange(parsed.interchange, allGuides, { lineBreak: '' })).toBe(
      text,
    );
  });

  it('may have carriage returns before the line feeds that end its segments', () => {
    const text = own(interchangeText(), '*:^\n');
    const withReturns = text.slice(0, 106) + text.slice(106).replaceAll('\n', '\r\n');
    expect(foundIn(withReturns)).toEqual([]);
    const [parsed] = read(withReturns);
    expect(parsed?.interchange && writeInterchange(parsed.interchange, allGuides, { lineBreak: '' })).toBe(
      text,
    );
  });

  it('holds interchanges one after the other, each with its own delimiters', () => {
    const texts = [interchangeText(), own(interchangeText(), '|>^~'), interchangeText([])];
    const file = `\uFEFF\n${texts.join('\r\n')}\n`;
    expect(read(file).map(({ interchange }) => interchange?.delimiters.element)).toEqual(['*', '|', '*']);
    expect(foundIn(file)).toEqual([]);
    expect(splitInterchanges(file).map((one) => one.trim())).toEqual(texts);
  });

  it('with something else behind its interchanges is read up to there', () => {
    const parsed = read(`${interchangeText()}GARBAGE`);
    expect(
      parsed.map(({ interchange, report }) => [interchange !== undefined, report.findings.length]),
    ).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect(read(`${interchangeText()}${'X'.repeat(200)}`).length).toBe(2);
    expect(splitInterchanges(`${interchangeText()}GARBAGE`)).toEqual([interchangeText(), 'GARBAGE']);
    expect(splitInterchanges('ISA')).toEqual(['ISA']);
    expect(splitInterchanges(isaText())).toEqual([isaText()]);
  });

  it('whose segments never end is given up', () => {
    const endless = `${interchangeText().slice(0, -1)}${'X'.repeat((1 << 20) + 1)}`;
    expect(foundIn(endless)).toEqual(['TA105-004 ISA']);
    // Nothing more is read after that.
    const reader = new InterchangeReader(allGuides, {});
    reader.write(endless);
    reader.write(interchangeText());
    reader.end();
  });

  it('that is blank holds nothing', () => {
    expect(read(' \r\n')).toEqual([]);
    expect(splitInterchanges('')).toEqual([]);
  });

  it('may come in pieces and is kept as a whole', () => {
    const broken = shortSet('0002').map((segment) => segment.replace('BPR*H*0', 'BPR*H*X'));
    const text = interchangeText(groupText([shortSet(), broken, shortSet('0003')]));
    const written: string[] = [];
    const reader = new InterchangeReader(allGuides, {
      end: (interchange) =>
        written.push(
          interchange === undefined ? '' : writeInterchange(interchange, allGuides, { lineBreak: '' }),
        ),
    });
    for (const char of text) reader.write(char);
    reader.end();
    expect(written).toEqual([text]);
  });

  it('tells its reader of the ISA, of groups and of sets', () => {
    const told: unknown[] = [];
    const reader = new InterchangeReader(allGuides, {
      interchange: ({ controlNumber }, { element }) => told.push([controlNumber, element]),
      group: ({ header }) => told.push(header.controlNumber),
      set: ({ guide, number }, data, broken) => told.push([guide.name, number, data !== undefined, broken]),
    });
    reader.write(interchangeText());
    reader.end();
    expect(told).toEqual([[7, '*'], '7', ['835', 1, true, []]]);
  });
});
