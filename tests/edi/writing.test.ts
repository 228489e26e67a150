import { describe, expect, it } from 'vitest';
import type { Interchange } from '../../functions/edi/envelope/interchange.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { cents } from '../../functions/edi/money.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { UnwritableValue } from '../../functions/edi/text/segment-writer.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance } from '../../functions/edi/x835/loops.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import type { ProfessionalClaimSet } from '../../functions/edi/x837p/loops.ts';
import { interchangeOf } from './material/answer-sets.ts';
import { claim, claimSet, type serviceLine, withClaim, withLines } from './material/claim-sets.ts';
import { groupText, interchangeText, isaText } from './material/interchange-texts.ts';
import { paidClaim, remittance } from './material/remittance-sets.ts';
import { added, changed, moved } from './material/text-changes.ts';

const written = (interchange: Interchange, lineBreak = '\n'): string =>
  writeInterchange(interchange, allGuides, { lineBreak });

const remittanceText = written(interchangeOf(remittanceGuide, remittance()));

const readOne = (text: string): Interchange => {
  const interchange = parseInterchanges(text, allGuides)[0]?.interchange;
  if (interchange === undefined) throw new TypeError('There is no interchange');
  return interchange;
};

const remittanceOf = ({ groups }: Interchange): Remittance => groups[0]?.sets[0]?.data as Remittance; // an 835

/** Lines that are not in the other text. */
const differing = (text: string, from: string): string[] => {
  const before = new Set(from.split('\n'));
  return text.split('\n').filter((line) => !before.has(line));
};

describe('the time of an envelope', () => {
  it.each(['2026-03-02T09:30:00Z', '2026-03-02T09:30:59.999-05:00', '2026-03-02T09:30:00+05:30'])(
    'is what the clock of %s shows',
    (createdAt) => {
      const interchange = { ...interchangeOf(remittanceGuide, remittance()) };
      const text = written({ ...interchange, header: { ...interchange.header, createdAt } });
      expect(text).toContain('*260302*0930*');
    },
  );
});

describe('what was read', () => {
  const inOtherForm = [
    changed('BPR*I*100', 'BPR*I*0100.00'),
    changed('CLP*C100-1*1*230*100', 'CLP*C100-1*1*230.0*100.'),
    changed('CAS*CO*45*30', 'CAS*CO*45*30*'),
    changed('NORTHWIND HEALTH', 'NORTHWIND HEALTH  '),
    changed('SVC*HC:36415*80*0', 'SVC*HC:36415:*80*-0'),
    moved('REF*TJ', 'N1*PR'),
    moved('MOA', 'DTM*050'),
    added('CLP', 'ZZZ*1', 'REF*XX*1'),
    added('MOA', 'MOA***MA01'),
  ].reduce((text, change) => change(text), remittanceText);

  it('is written as it was', () => {
    expect(written(readOne(inOtherForm))).toBe(inOtherForm);
    expect(written(readOne(remittanceText), '')).toBe(remittanceText.replaceAll('\n', ''));
  });

  it('is written as it was but for a value that changed', () => {
    const interchange = readOne(inOtherForm);
    const { groups: [group] = [] } = remittanceOf(interchange);
    const one = group?.claims?.[0];
    if (one === undefined) throw new TypeError('There is no claim');
    one.payerControlNumber = 'ICN2';
    expect(differing(written(interchange), inOtherForm)).toEqual(['CLP*C100-1*1*230*100*20*12*ICN2*11*1~']);
  });

  it("is written in the guide's order where something is gone or new", () => {
    const interchange = readOne(inOtherForm);
    const claims = remittanceOf(interchange).groups?.[0]?.claims ?? [];
    claims.push(paidClaim({ patientControlNumber: 'C100-2' }));
    expect(written(interchange)).toContain('CLP*C100-2');
    const one = claims[0];
    if (one === undefined) throw new TypeError('There is no claim');
    one.received = undefined;
    const text = written(interchange);
    expect(text).not.toContain('ZZZ');
    expect(text.indexOf('MOA*')).toBeLessThan(text.indexOf('REF*EA'));
  });

  it('has the envelope that it had, until that changes', () => {
    const interchange = readOne(interchangeText(groupText(), isaText().replace('*00501*', '*00501*')));
    interchange.header.controlNumber = 12;
    interchange.header.usage = 'P';
    const [group] = interchange.groups;
    if (group?.sets[0] === undefined) throw new TypeError('There is no set');
    group.header.controlNumber = '12';
    group.sets[0].controlNumber = '0012';
    const text = written(interchange);
    expect(text.split('\n').map((line) => line.split('*')[0])).toContain('SE');
    expect(differing(text, interchangeText().replaceAll('~', '~\n'))).toEqual([
      'ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*LAKESIDE       *260302*0930*^*00501*000000012*0*P*:~',
      'GS*HP*NORTHWIND*LAKESIDE*20260310*0930*12*X*005010X221A1~',
      'ST*835*0012~',
      'SE*9*0012~',
      'GE*1*12~',
      'IEA*1*000000012~',
    ]);
  });

  it('may change its delimiters where its texts are not kept', () => {
    const interchange = readOne(remittanceText);
    const plain = structuredClone(interchange);
    plain.delimiters = { element: '|', component: '>', repetition: '\u0000', segment: '\n' };
    expect(written(plain, '').split('\n').slice(0, 3)).toEqual([
      'ISA|00|          |00|          |ZZ|LAKESIDE       |ZZ|NORTHWIND      |260302|0930|U|00501|000004711|0|T|>',
      'GS|HP|LAKESIDE|NORTHWIND|20260302|0930|4711|X|005010X221A1',
      'ST|835|0001',
    ]);
  });

  it.each(['PAT', 'PAT*19'])('keeps a segment of which no field takes anything: %s', (segment) => {
    const text = added('SBR', segment)(written(interchangeOf(professionalClaimGuide, claimSet())));
    expect(written(readOne(text))).toBe(text);
  });

  it('keeps levels that cannot be read, and counts those after them', () => {
    const text = written(
      interchangeOf(
        professionalClaimGuide,
        claimSet(...(claimSet().billingProviders?.[0]?.subscribers ?? [])),
      ),
    );
    const broken = changed('SBR*P*18', 'SBR*')(text);
    expect(written(readOne(broken))).toBe(broken);
  });
});

const elementOf = (write: () => string): string => {
  try {
    return write();
  } catch (error) {
    if (error instanceof UnwritableValue) return `${error.element}: ${error.reason}`;
    throw error;
  }
};

describe('what no file can hold', () => {
  const claims = (set: ProfessionalClaimSet) => () => written(interchangeOf(professionalClaimGuide, set));
  const envelope = (changes: Partial<Interchange['header']>) => () => {
    const interchange = interchangeOf(remittanceGuide, remittance());
    return written({ ...interchange, header: { ...interchange.header, ...changes } });
  };

  it.each([
    [
      'a separator',
      claims(withClaim({ patientControlNumber: 'A*B' })),
      'CLM01: it holds a delimiter or a control character',
    ],
    [
      'a terminator',
      claims(withClaim({ patientControlNumber: 'A~B' })),
      'CLM01: it holds a delimiter or a control character',
    ],
    [
      'a line break',
      claims(withClaim({ placeOfService: '1\n1' })),
      'CLM05: it holds a delimiter or a control character',
    ],
    ['half a count', claims(withLines({ lineNumber: 1.5 })), 'LX01: it is no whole number'],
    ['a negative count', claims(withLines({ diagnosisPointers: [-1] })), 'SV107-1: it is no whole number'],
    [
      'a quantity without end',
      claims(withLines({ units: Number.POSITIVE_INFINITY })),
      'SV104: it is no decimal of 15 digits',
    ],
    [
      'the 31st of February',
      claims(withLines({ servicePeriod: { from: '2026-02-31' } })),
      'DTP03: it is not a calendar date',
    ],
    ['a day that is no date', claims(withClaim({ onsetDate: 'soon' })), 'DTP03: it is not a calendar date'],
    [
      'a sender without an id',
      envelope({ senderId: ' ' }),
      'ISA06: an id has one to fifteen characters and no delimiter',
    ],
    [
      'a receiver with a long id',
      envelope({ receiverId: 'A'.repeat(16) }),
      'ISA08: an id has one to fifteen characters and no delimiter',
    ],
    [
      'a qualifier of one letter',
      envelope({ senderQualifier: 'Z' }),
      'ISA05: a qualifier has two characters',
    ],
    ['no time of creation', envelope({ createdAt: 'now' }), 'ISA09: the time of creation is not an instant'],
    [
      'a control number of ten digits',
      envelope({ controlNumber: 1_000_000_000 }),
      'ISA13: a control number has one to nine digits',
    ],
  ])('is not written: %s', (_, write, told) => {
    expect(elementOf(write)).toBe(told);
  });

  it('is not written: a set of no guide', () => {
    const interchange = interchangeOf(remittanceGuide, remittance());
    expect(elementOf(() => writeInterchange(interchange, [professionalClaimGuide]))).toBe(
      'transaction set: no guide has its name',
    );
  });

  it('is a bug when it is no matter of values', () => {
    const noMoney = withClaim({ totalCharge: 0.5 as ReturnType<typeof cents> });
    expect(claims(noMoney)).toThrow(RangeError);
  });
});

describe('numbers and names', () => {
  const lineOf = (changes: Parameters<typeof serviceLine>[0], start: string): string | undefined =>
    written(interchangeOf(professionalClaimGuide, withLines(changes ?? {})))
      .split('\n')
      .find((line) => line.startsWith(start));

  it.each([
    [1.5, '1.5'],
    [0, '0'],
    [0.0000001, '0.0000001'],
    [123456789012345, '123456789012345'],
  ])('quantities are decimals: %d', (units, text) => {
    expect(lineOf({ units }, 'SV1')).toBe(`SV1*HC:99213:25*150*UN*${text}***1~`);
  });

  it.each([
    [5, '0.05'],
    [50, '0.5'],
    [-1250, '-12.5'],
    [100, '1'],
  ])('amounts have no zeros that mean nothing: %d', (amount, text) => {
    expect(lineOf({ charge: cents(amount) }, 'SV1')).toBe(`SV1*HC:99213:25*${text}*UN*1***1~`);
  });

  it('spaces behind a name are not written', () => {
    const text = written(interchangeOf(professionalClaimGuide, withClaim({ patientControlNumber: 'A  ' })));
    expect(text).toContain('CLM*A*150');
  });

  it('a file may be large, and hold characters of any script', () => {
    const claims = Array.from({ length: 3000 }, (_, index) => claim({ patientControlNumber: `É${index}€𝄞` }));
    const set = claimSet();
    const subscriber = set.billingProviders?.[0]?.subscribers?.[0];
    if (subscriber === undefined) throw new TypeError('There is no subscriber');
    subscriber.claims = claims;
    const text = written({ ...interchangeOf(professionalClaimGuide, set), delimiters: standardDelimiters });
    expect(text.match(/CLM\*É\d+€𝄞\*/g)?.length).toBe(3000);
  });
});
