import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBai2 } from '../../functions/deposits/bai2/read-bai2.ts';
import { bai2File } from './bai2-files.ts';

const one = (line: string, total: number, ...more: readonly string[]) =>
  readBai2(bai2File([{ lines: [line, ...more], total }]));

const codesOf = (text: string): string[] => readBai2(text).findings.map(({ code }) => code);

describe('the credits of a statement', () => {
  it('are read with date, cents, text, reference, account and the way they came', () => {
    expect(one('16,142,123456,Z,BR778,CR1,HCCLAIMPMT NORTHWIND TRN*1*0099*1512345678~/', 123_456)).toEqual({
      format: 'bai2',
      credits: [
        {
          date: '2026-10-12',
          amount: 123_456,
          text: 'CR1\nHCCLAIMPMT NORTHWIND TRN*1*0099*1512345678~',
          bankReference: 'BR778',
          account: '1234',
          method: 'ACH',
        },
      ],
      findings: [],
      passedOver: { debits: 0, totals: 0, empty: 0 },
    });
  });

  it('go on over continuations, whose lines stay apart in the text', () => {
    const { credits } = one(
      '16,165,5000,,BR1,,HEALTH PLAN CCD',
      5000,
      '88,705TRN*1*77123',
      '88,4567*1512345678~/',
    );
    expect(credits[0]?.text).toBe('HEALTH PLAN CCD\n705TRN*1*77123\n4567*1512345678~');
  });

  it('may hold commas and slashes in their text', () => {
    const { credits } = one('16,195,5000,0,BR1,,WIRE 10/12, FROM NORTHWIND, INC.', 5000);
    expect(credits).toMatchObject([{ text: 'WIRE 10/12, FROM NORTHWIND, INC.', method: 'FWT' }]);
  });

  it.each([
    ['none', '16,142,5000,,BR1,C1,TEXT/'],
    ['Z', '16,142,5000,Z,BR1,C1,TEXT/'],
    ['1', '16,142,5000,1,BR1,C1,TEXT/'],
    ['S', '16,142,5000,S,1000,2000,2000,BR1,C1,TEXT/'],
    ['V with a time', '16,142,5000,V,261013,0900,BR1,C1,TEXT/'],
    ['V without', '16,142,5000,V,261013,,BR1,C1,TEXT/'],
    ['D', '16,142,5000,D,3,0,1000,1,2000,2,2000,BR1,C1,TEXT/'],
    ['a small letter', '16,142,5000,v,261013,,BR1,C1,TEXT/'],
  ])('are the same whatever the funds type: %s', (_, line) => {
    const { credits, findings } = one(line, 5000);
    expect(findings).toEqual([]);
    expect(credits).toMatchObject([{ amount: 5000, bankReference: 'BR1', text: 'C1\nTEXT' }]);
  });

  it.each([
    ['behind the amount', ['16,142,5000/', '88,Z,BR1,C1,TEXT/']],
    ['behind the funds type', ['16,142,5000,Z/', '88,BR1,C1,TEXT/']],
    ['within a distribution', ['16,142,5000,S,1000/', '88,2000,2000,BR1,C1,TEXT/']],
    ['before the text', ['16,142,5000,Z,BR1,C1/', '88,TEXT/']],
  ])('may go on %s', (_, [first = '', ...more]) => {
    const { credits, findings } = one(first, 5000, ...more);
    expect(findings).toEqual([]);
    expect(credits).toMatchObject([{ amount: 5000, bankReference: 'BR1', text: 'C1\nTEXT' }]);
  });

  it('take words that follow an entry which ended early as text, not as a reference', () => {
    const { credits } = one('16,142,5000,Z/', 5000, '88,HCCLAIMPMT NORTHWIND TRN*1*0099*1512345678~/');
    expect(credits[0]).toMatchObject({ text: 'HCCLAIMPMT NORTHWIND TRN*1*0099*1512345678~' });
    expect(credits[0]).not.toHaveProperty('bankReference', expect.any(String));
  });

  it('are told apart from debits, entries without money and information', () => {
    const text = bai2File([
      {
        lines: [
          '16,142,5000,Z,A,,IN/',
          '16,451,700,Z,B,,OUT/',
          '16,475,800,Z,C,,CHECK PAID/',
          '16,142,0,Z,D,,PRENOTE/',
          '16,890,,Z,,,A MESSAGE/',
          '16,930,200,Z,E,,THE BANK’S OWN CREDIT/',
          '16,975,300,Z,F,,THE BANK’S OWN DEBIT/',
        ],
        total: 7000,
      },
    ]);
    const { credits, findings, passedOver } = readBai2(text);
    expect(credits.map(({ amount }) => amount)).toEqual([5000, 200]);
    expect(findings).toEqual([]);
    expect(passedOver).toEqual({ debits: 3, totals: 0, empty: 2 });
  });

  it('are no total that stands among them, and a person hears of it', () => {
    const text = bai2File([{ lines: ['16,140,5000,Z,,,ALL ACH/', '16,142,5000,Z,A,,ONE/'], total: 10_000 }]);
    const { credits, findings } = readBai2(text);
    expect(credits).toMatchObject([{ bankReference: 'A' }]);
    expect(findings).toMatchObject([{ code: 'total', path: 'line 4' }]);
  });

  it('count a lockbox deposit once, and keep its checks as words of it', () => {
    const text = bai2File([
      {
        lines: ['16,115,5000,Z,L1,,LOCKBOX/', '16,116,2000,Z,,7001,/', '16,116,3000,Z,,7002,/'],
        total: 10_000,
      },
    ]);
    expect(readBai2(text).credits).toMatchObject([
      { amount: 5000, text: 'LOCKBOX\n7001\n7002', method: 'CHK' },
    ]);
  });

  it('count the checks of a lockbox where the deposit itself is not told', () => {
    const text = bai2File([{ lines: ['16,116,2000,Z,,7001,/', '16,116,3000,Z,,7002,/'], total: 5000 }]);
    expect(readBai2(text).credits).toMatchObject([{ amount: 2000 }, { amount: 3000 }]);
  });

  it('are not taken from an account in another currency', () => {
    const text = bai2File([
      { header: '03,1,CAD,010,0,,/', lines: ['16,142,5000,Z,A,,IN/'], total: 5000 },
      { header: '03,2,,010,0,,/', lines: ['16,142,700,Z,B,,IN/'], total: 700 },
    ]);
    const { credits, findings } = readBai2(text);
    expect(credits).toMatchObject([{ amount: 700 }]);
    expect(findings).toMatchObject([{ code: 'currency', path: 'line 3' }]);
    const inCad = readBai2(bai2File([{ lines: ['16,142,5000,Z,A,,IN/'], total: 5000 }], { currency: 'CAD' }));
    expect([inCad.credits.length, inCad.findings.length]).toEqual([0, 1]);
  });

  it.each([
    ['2', 'group-status'],
    ['4', 'group-status'],
  ])('are not taken from a group of status %s', (status, code) => {
    const { credits, findings } = readBai2(
      bai2File([{ lines: ['16,142,5000,Z,A,,IN/'], total: 5000 }], { status }),
    );
    expect(credits).toEqual([]);
    expect(findings).toMatchObject([{ code, path: 'line 2' }]);
  });
});

describe('summaries of an account', () => {
  it('count towards its control total, those of continuations and with funds types, too', () => {
    const text = [
      '01,0004,12345,060321,0829,001,80,1,2/',
      '02,12345,0004,1,060317,,USD,/',
      '03,10200123456,USD,040,+000000000000,,,045,-000000000100,,/',
      '88,100,000000000208500,00003,V,060316,,400,000000000208500,00008,S,1,2,3/',
      '16,108,000000000203500,V,060316,,,,TFR 1020 0345678    /',
      '49,+00000000000620400,4/',
      '98,+00000000000620400,1,6/',
      '99,+00000000000620400,1,8/',
    ].join('\n');
    expect(readBai2(text)).toMatchObject({
      findings: [],
      credits: [{ date: '2006-03-17', amount: 203_500, text: 'TFR 1020 0345678', account: '3456' }],
    });
  });

  it('are read as the example of the standard has them', () => {
    const text =
      '01,122099999,123456789,040621,0200,1,,,2/\n02,031001234,122099999,1,040620,2359,,2/\n03,0975312468,,010,500000,,,190,70000000,4,0/\n16,165,1500000,1,DD1620,, DEALER PAYMENTS\n49,72000000,3/\n98,72000000,1,5/\n99,72000000,1,7/\n';
    expect(readBai2(text)).toMatchObject({
      findings: [],
      credits: [{ date: '2004-06-20', amount: 1_500_000, bankReference: 'DD1620', text: 'DEALER PAYMENTS' }],
    });
  });
});

describe('a statement that does not add up', () => {
  const good = bai2File([{ lines: ['16,142,5000,Z,A,,IN/', '88,MORE/'], total: 5000 }]);
  const spoilt = (from: string | RegExp, to: string): string => good.replace(from, to);

  it.each([
    ['an amount was changed', spoilt('16,142,5000', '16,142,5001'), 'control-total'],
    ['a total of an account was', spoilt('49,5000', '49,4000'), 'control-total'],
    ['its records are not all there', spoilt('88,MORE/\r\n', ''), 'control-total'],
    ['a total of the group was', spoilt('98,5000', '98,1'), 'control-total'],
    ['the accounts are counted otherwise', spoilt('98,5000,1', '98,5000,2'), 'control-total'],
    ['the total of the file was', spoilt('99,5000', '99,1'), 'control-total'],
    ['a trailer says nothing', spoilt(/49,5000,\d/, '49,,'), 'control-total'],
    ['it is cut off', spoilt(/\r\n99.*/, ''), 'cut-off'],
    ['it is cut off within an account', spoilt(/\r\n49[\s\S]*/, ''), 'cut-off'],
    ['a header is missing', spoilt(/\r\n03.*/, ''), 'out-of-place'],
    ['an amount has a point', spoilt('16,142,5000', '16,142,50.00'), 'amount'],
    ['a line is no record', spoilt('49,', 'XX,\r\n49,').replace('16,142', '17,142'), 'unknown-record'],
  ])('is refused with the line: %s', (_, text, code) => {
    const { credits, findings } = readBai2(text);
    expect(credits).toEqual([]);
    expect(findings.map((finding) => finding.code)).toContain(code);
    for (const { path } of findings) expect(path).toMatch(/^line \d+$/);
  });

  it('names both figures', () => {
    expect(readBai2(spoilt('49,5000', '49,4000')).findings[0]?.detail).toBe(
      'The account adds up to 50.00; its trailer 49 says 40.00',
    );
  });

  it('takes nothing from another statement in the same file', () => {
    const { credits, findings } = readBai2(`${spoilt('49,5000', '49,4000')}\n${good}`);
    expect(credits).toHaveLength(1);
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('how banks write files', () => {
  const good = bai2File([{ lines: ['16,142,5000,Z,A,,HCCLAIMPMT/', '88,TRN*1*0099~/'], total: 5000 }]);
  const credits = readBai2(good).credits;

  it.each([
    ['line feeds alone', good.replaceAll('\r\n', '\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['a Ctrl-Z at the end', `${good}\r\n\u001A`],
    ['blank lines', good.replaceAll('\r\n', '\r\n\r\n')],
    ['padding behind the slash', good.replaceAll('/\r\n', '/      \r\n')],
    ['several records in a line', good.replace(/\/\r\n49/, '/         49')],
    [
      'records of 80 characters without line ends',
      good
        .replace(',1,,,2/', ',1,80,1,2/')
        .split('\r\n')
        .map((line) => line.padEnd(80))
        .join(''),
    ],
  ])('%s make no difference', (_, text) => {
    expect(readBai2(text)).toMatchObject({ credits, findings: [] });
  });

  it('a line that a bank broke within a text goes on with it', () => {
    const broken = good.replace('HCCLAIMPMT/', 'HCCLAIM\r\nPMT/');
    expect(readBai2(broken)).toMatchObject({
      findings: [],
      credits: [{ text: 'HCCLAIM\nPMT\nTRN*1*0099~' }],
    });
  });
});

it('any text gives findings or credits, never an exception', () => {
  const piece = fc.constantFrom(
    '01,',
    '02,',
    '03,',
    '16,',
    '49,',
    '88,',
    '98,',
    '99,',
    '142',
    ',',
    '/',
    '\n',
    'D',
  );
  const texts = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 5 }), fc.nat().map(String)))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const { credits, findings } = readBai2(`01,${text}`);
      expect(credits.length + findings.length).toBeGreaterThan(0);
    }),
  );
});

it('does not say what is not so: a clean file has no findings', () => {
  expect(codesOf(bai2File([{ lines: [], total: 0 }]))).toEqual([]);
});
