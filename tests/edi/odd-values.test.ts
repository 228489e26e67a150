import { describe, expect, it } from 'vitest';
import { lossesOfFile } from '../../functions/edi/losses.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf, readSets } from '../../functions/edi/sets.ts';
import { streamParts } from '../../functions/edi/stream.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance } from '../../functions/edi/x835/loops.ts';
import { type FileReading, readFile } from './material/read-file.ts';
import { added, type Change, changed, dropped } from './material/text-changes.ts';
import { files } from './material/valid-files.ts';

const fileOf = (name: string): string => files.find((file) => file.name === name)?.text ?? '';

/** Two claims, and provider-level adjustments that come to nothing. */
const remittance = fileOf('835').replace('SE*52', 'PLB*1234567893*20261231*WO:A*5*L6*-5~\nSE*53');

const reading = (text: string): FileReading => readFile(Buffer.from(text));

/** The first set of a remittance, read without validation. */
const remittanceOf = (text: string): Remittance | undefined => {
  const read = readSets(text, remittanceGuide);
  return read.success ? read.data.sets[0]?.data : undefined;
};

/** Every element of every segment from ST on, each with the text in which something else stands in its place. */
const elementsOf = (text: string, instead: string): (readonly [place: string, text: string])[] => {
  const segments = text.split('~\n');
  return segments.flatMap((segment, at) => {
    const elements = segment.split('*');
    if (/^(ISA|GS|ST|SE|GE|IEA|HL)?$/.test(elements[0] ?? '')) return [];
    return elements.slice(1).flatMap((element, index) => {
      if (element === '') return [];
      const changedSegment = elements.with(index + 1, instead).join('*');
      const place = `${elements[0]}${String(index + 1).padStart(2, '0')}`;
      return [[place, segments.with(at, changedSegment).join('~\n')] as const];
    });
  });
};

describe('a value of an 835 that cannot be read', () => {
  /** What the payment or a claim is nothing without: amounts, and what tells whose they are. */
  const bearing = /^(BPR02|TRN0[12]|N10[134]|CLP0[1-4]|SVC0[1-3]|CAS0\d)$/;

  it.each([
    ['is empty', ''],
    ['is padding', '   '],
  ])('costs no more than itself where it %s, unless it is money or tells whose it is', (_, instead) => {
    const lost = elementsOf(remittance, instead).filter(([place, text]) => {
      const { sets, isWrittenAsRead } = reading(text);
      expect([place, isWrittenAsRead]).toEqual([place, true]);
      return sets !== '835: 2' && !bearing.test(place);
    });
    expect(lost.map(([place]) => place)).toEqual([]);
  });

  it.each(['X', '00000000', '20261332', '1,000', '-', ':', '^'])(
    'is never made up, and what was read is written as it was: %s',
    (instead) => {
      for (const [place, text] of elementsOf(remittance, instead)) {
        const { isWrittenAsRead } = reading(text);
        expect([place, isWrittenAsRead]).toEqual([place, true]);
        expect(JSON.stringify(remittanceOf(text) ?? {})).not.toContain('""');
      }
    },
  );

  it.each([
    ['BPR02 that is none', changed('BPR*I*200', 'BPR*I*2OO'), '835: unreadable'],
    ['CLP04 that is none', changed('CLP*C100-1*1*230*100', 'CLP*C100-1*1*230*1OO'), '835: 1 of 2'],
    ['SVC03 that is absent', changed('SVC*HC:99213:25*150*100', 'SVC*HC:99213:25*150*'), '835: 1 of 2'],
    ['CAS03 that is absent', changed('CAS*CO*45*30', 'CAS*CO*45'), '835: 1 of 2'],
    ['MIA01 that is absent', added('NM1*82', 'MIA**5'), '835: 1 of 2'],
  ])('breaks what it is the money of: %s', (_, change, sets) => {
    expect(reading(change(remittance)).sets).toBe(sets);
  });

  it('is told as a loss where it takes a provider-level adjustment with it, whose date and provider may be absent', () => {
    const without = changed('*WO:A*5*', '*WO:A**')(remittance);
    const read = readSets(without, remittanceGuide);
    expect(lossesOfFile(read).map(({ path, isLeftOut }) => [path, isLeftOut])).toEqual([
      ['ST[1]/PLB04', true],
    ]);
    expect(remittanceOf(without)?.providerAdjustments).toBeUndefined();
    const undated = changed('PLB*1234567893*20261231', 'PLB**00000000')(remittance);
    expect(remittanceOf(undated)?.providerAdjustments).toMatchObject([
      { providerId: undefined, fiscalPeriodEnd: undefined, adjustments: [{ amount: 500 }, { amount: -500 }] },
    ]);
    expect(lossesOfFile(readSets(undated, remittanceGuide))).toEqual([]);
  });

  it('leaves room for one that can be read', () => {
    const text = added('N4*', 'REF*2U', 'REF*2U*', 'REF*EO', 'REF*NF')(remittance);
    expect(remittanceOf(text)?.payer.references).toEqual([{ qualifier: '2U', id: 'NWH01' }]);
    expect(reading(text).findings.map((finding) => finding.slice(0, 7))).toEqual(
      new Array(4).fill('IK403-1'),
    );
  });
});

describe('a date or a time that is none', () => {
  it.each([
    ['835', 'BPR*I*200', '*20260320~', '*00000000~', 'IK403-8 ST[1]/BPR16'],
    ['835', 'DTM*405', '*20260319', '*20261332', 'IK403-8 ST[1]/DTM02'],
    ['835', 'DTM*472', '*20260227', '*2026-2-7', 'IK403-8 ST[1]/CLP[1]/DTM02'],
    ['271', 'DMG', 'DMG*D8*19800214', 'DMG*D8*00000000', 'IK403-8 ST[1]/2000C[1]/DMG02'],
    ['271', 'DTP*292', '*20260101-20261231', '*20260101-00000000', 'IK403-8 ST[1]/2000C[1]/DTP03'],
    ['271', 'BHT', '*20260302*0930~\nHL', '*20260302*2460~\nHL', 'IK403-9 ST[1]/BHT05'],
    ['837P', 'BHT', '*20260302*', '*00000000*', 'IK403-8 ST[1]/BHT04'],
  ])('of an %s is a finding and absent: %s %s', (name, start, from, to, finding) => {
    const text = fileOf(name);
    const at = text.indexOf(`\n${start}`);
    const odd = text.slice(0, at) + changed(from, to)(text.slice(at));
    const { findings, isWrittenAsRead } = reading(odd);
    expect(findings).toContain(finding);
    expect(isWrittenAsRead).toBe(true);
    const [parsed] = parseInterchanges(odd, [remittanceGuide]);
    expect(JSON.stringify(parsed)).not.toContain('""');
  });
});

describe('loops without their first segment', () => {
  it('are read: claims without LX, with a finding at the first', () => {
    const text = dropped('LX')(remittance);
    expect(reading(text)).toEqual({
      sets: '835: 2',
      findings: ['IK304-3 ST[1]/LX'],
      isWrittenAsRead: true,
    });
    expect(remittanceOf(text)?.groups).toMatchObject([{ number: undefined, claims: [{}, {}] }]);
    const both = added('LQ*', 'LX*2', 'CLP*C100-3*1*0*0**12*ICN3*11*1')(text);
    expect(remittanceOf(both)?.groups?.map(({ claims }) => claims?.length)).toEqual([1, 2]);
  });

  it('are read: claims in a stream, one by one', async () => {
    const source = ReadableStream.from([Buffer.from(dropped('LX')(remittance))]);
    const parts = [];
    for await (const part of streamParts(source, [remittanceGuide])) parts.push(part.part);
    expect(parts).toEqual(['unit', 'unit', 'set', 'interchange']);
  });

  const answer = fileOf('271');

  it.each<[string, Change, string[]]>([
    ['no LS', dropped('LS*'), ['IK304-3 ST[1]/2000C[1]/LS']],
    ['no LE', dropped('LE*'), ['IK304-3 ST[1]/2000C[1]/LE']],
    [
      'neither LS nor LE',
      (text) => dropped('LE*')(dropped('LS*')(text)),
      ['IK304-3 ST[1]/2000C[1]/LS', 'IK304-3 ST[1]/2000C[1]/LE'],
    ],
    ['no NM1', dropped('NM1*P3'), ['IK304-3 ST[1]/2000C[1]/NM1']],
  ])('are read: a party to a benefit with %s', (_, change, findings) => {
    expect(reading(change(answer))).toEqual({ sets: '271: 2', findings, isWrittenAsRead: true });
  });
});

describe('an answer about claims', () => {
  const answer = fileOf('277CA');

  it('loses the claim whose status cannot be read, and says so', () => {
    const text = changed('STC*A2:20:PR', 'STC**')(answer);
    const read = readSets(text, claimAcknowledgementGuide);
    expect(lossesOfFile(read).map(({ place }) => place?.segment)).toContain('STC');
  });

  it('is read where a name does not say whose kind it is', () => {
    const text = changed('NM1*QC*1', 'NM1*QC*')(answer);
    expect(reading(text).sets).toBe(reading(answer).sets);
  });
});

describe('what stands in a text and is written as it stood', () => {
  it.each([
    ['a separator in an address of a page', remittance, added('REF*TJ', 'RDM*OL*PORTAL*HTTP://PLAN.EXAMPLE')],
    ['a separator within a component', remittance, changed('HC:99213:25', 'HC:99213^1:25')],
    ['a control character', remittance, changed('NORTHWIND HEALTH', 'NORTHWIND\tHEALTH')],
    ['another CLM05-2', fileOf('837P'), changed(':B:1', ':A:1')],
    ['no CLM05-2', fileOf('837P'), changed(':B:1', '::1')],
    ['an HL03 of another level', fileOf('277CA'), changed('*PT~', '*22~')],
    [
      'spaces behind amounts and dates',
      remittance,
      changed('*20260227~\nCAS*CO*45*30~', '*20260227 ~\nCAS*CO*45*30 ~'),
    ],
  ])('is told and kept: %s', (_, text, change) => {
    const { sets, isWrittenAsRead } = reading(change(text));
    expect(sets).toBe(reading(text).sets);
    expect(isWrittenAsRead).toBe(true);
  });
});

describe('an ISA that is not as wide as it should be', () => {
  it.each<[string, Change, string, RegExp]>([
    [
      'a short control number',
      changed('*000004711*0', '*     4711*0'),
      'TA105-018 ISA13',
      /nine digits wide/,
    ],
    ['an unpadded one', changed('*000004711*0', '*4711*0'), 'TA105-018 ISA13', /is 4 characters wide.*be 9/],
    ['a sender of 14', changed('LAKESIDE       *', 'LAKESIDE      *'), 'TA105-006 ISA06', /is 14 .*be 15/],
    [
      'a receiver of 16',
      changed('NORTHWIND      *', 'NORTHWIND       *'),
      'TA105-008 ISA08',
      /is 16 .*be 15/,
    ],
    ['a date of zeros', changed('*260302*0930*^', '*000000*0930*^'), 'TA105-014 ISA09', /six digits/],
    [
      'a date with its century',
      changed('*260302*0930*^', '*20260302*0930*^'),
      'TA105-014 ISA09',
      /is 8 .*be 6/,
    ],
    ['a time that is none', changed('*260302*0930*^', '*260302*2460*^'), 'TA105-015 ISA10', /four digits/],
    ['a space before its terminator', changed('*T*:~', '*T*: ~'), 'TA105-004 ISA', /is 107 .*be 106/],
    ['a small letter for its usage', changed('*T*:~', '*t*:~'), 'TA105-020 ISA15', /small letter/],
  ])('is read and told with the width: %s', (_, change, told, width) => {
    const text = change(fileOf('835'));
    const [parsed] = parseInterchanges(text, [remittanceGuide]);
    const [finding] = parsed === undefined ? [] : findingsOf(parsed.report);
    expect(`${finding?.code} ${finding?.path}`).toBe(told);
    expect(finding?.detail).toMatch(width);
    expect(reading(text)).toMatchObject({ sets: '835: 2', isWrittenAsRead: true });
    expect(lossesOfFile(readSets(text, remittanceGuide))).toEqual([]);
  });

  it('is read without any padding, whatever follows it', () => {
    const body = fileOf('835').slice(106);
    const text = `ISA*00**00**ZZ*A*ZZ*B*260302*0930*^*00501*4711*0*T*:~${body}`;
    expect(reading(text)).toMatchObject({ sets: '835: 2', isWrittenAsRead: true });
    expect(reading(`${text}${text}`).sets).toBe('835: 2, 835: 2');
  });
});

describe('what ends files', () => {
  const text = fileOf('999');

  it.each([
    ['behind', `${text}\u001a`],
    ['between', `${text}\u001a\u0000\r\n${text}\u0000`],
    ['before', `\u0000${text}`],
  ])('is nothing: Ctrl-Z and NUL %s', (_, padded) => {
    expect(reading(padded).findings).toEqual([]);
  });
});

describe('a TA1', () => {
  const alone = (ta1: string, groups: number): string =>
    `${fileOf('835').slice(0, 106)}\n${ta1}~\nIEA*${groups}*000004711~\n`;
  const readOf = (text: string) => parseInterchanges(text, [])[0];

  it('alone may be counted as a group', () => {
    const accepted = alone('TA1*000000001*260302*0930*A*000', 1);
    expect(reading(accepted)).toEqual({ sets: '', findings: [], isWrittenAsRead: true });
    expect(reading(alone('TA1*000000001*260302*0930*A*000', 3)).findings).toEqual(['TA105-021 IEA01']);
  });

  it.each([
    ['whose date has eight digits', 'TA1*000000001*20260302*0930*R*018', ['TA105-024 TA1[1]/TA102']],
    ['whose date is none', 'TA1*000000001*000000*0000*R*014', ['TA105-024 TA1[1]/TA102']],
    ['without its reason', 'TA1*000000001*260302*0930*R', ['TA105-024 TA1[1]/TA105']],
  ])('%s is read, with a finding', (_, ta1, findings) => {
    expect(reading(alone(ta1, 0))).toEqual({ sets: '', findings, isWrittenAsRead: true });
    expect(readOf(alone(ta1, 0))?.interchange?.acknowledgements).toMatchObject([
      { controlNumber: 1, code: 'R' },
    ]);
  });
});
