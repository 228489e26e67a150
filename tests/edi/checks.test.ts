import { describe, expect, it } from 'vitest';
import type { CheckOptions, CodeLookup } from '../../functions/edi/engine/set-check.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { cents } from '../../functions/edi/money.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { toBytes } from '../../functions/edi/text/bytes.ts';
import { dayOf } from '../../functions/edi/text/days.ts';
import { writtenDate } from '../../functions/edi/text/segment-writer.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { eligibilityResponseSet, interchangeOf, subscriberAnswer } from './material/answer-sets.ts';
import { claimSet, withClaim, withLines } from './material/claim-sets.ts';
import { paidClaim, paidLine, remittance, transferOf, withheld } from './material/remittance-sets.ts';
import { added, type Change, changed, repeated } from './material/text-changes.ts';

const claims = writeInterchange(interchangeOf(professionalClaimGuide, claimSet()), allGuides);
const remittances = writeInterchange(interchangeOf(remittanceGuide, remittance()), allGuides);
const answers = writeInterchange(
  interchangeOf(eligibilityResponseGuide, eligibilityResponseSet(subscriberAnswer())),
  allGuides,
);

const findings = (text: string, options?: CheckOptions) =>
  parseInterchanges(text, allGuides, checking(options)).flatMap(({ report }) => findingsOf(report));

const foundIn = (text: string, options?: CheckOptions): string[] =>
  findings(text, options).map(({ code, path }) => `${code} ${path}`);

describe('character sets', () => {
  const named = (name: string): string => changed('LAKESIDE BILLING', name)(claims);

  it.each([
    ['basic', 'LAKESIDE (1) & "CO"', []],
    ['basic', 'Lakeside', ['IK403-6 ST[1]/NM103']],
    ['basic', 'LAKE@SIDE', ['IK403-6 ST[1]/NM103']],
    ['extended', 'Lake@side', []],
    ['extended', 'LÅKESIDE', ['IK403-6 ST[1]/NM103']],
    ['utf-8', 'LÅKESIDE €', []],
    ['utf-8', 'LAKE\tSIDE', ['IK403-6 ST[1]/NM103']],
    ['utf-8', 'LAKE\u007fSIDE', ['IK403-6 ST[1]/NM103']],
    ['utf-8', 'LAKE:SIDE', ['IK403-13 ST[1]/NM103']],
    ['utf-8', 'LAKE^SIDE', ['IK403-12 ST[1]/NM103']],
  ] as const)('%s hold or do not: %s', (characterSet, name, expected) => {
    expect(foundIn(named(name), { characterSet })).toEqual(expected);
  });
});

describe('elements', () => {
  it.each<[string, string, Change, string[]]>([
    [
      'a component that the guide does not use',
      claims,
      changed('ABK:J069', 'ABK:J069:X'),
      ['IK403-I10 ST[1]/CLM[1]/HI01-3'],
    ],
    ['a component too many', claims, changed('11:B:1', '11:B:1:X'), ['IK403-13 ST[1]/CLM[1]/CLM05-4']],
    ['a required component', claims, changed('11:B:1', ':B:1'), ['IK403-1 ST[1]/CLM[1]/CLM05-1']],
    ['R0203 of REF', claims, changed('REF*EI*123456789', 'REF*EI*'), ['IK403-1 ST[1]/REF02']],
    [
      'E0207 of N4',
      claims,
      changed('LINCOLN*NE*685080000', 'LINCOLN*NE*685080000*CA***ON'),
      ['IK403-10 ST[1]/N407'],
    ],
    [
      'L050607 of CAS',
      remittances,
      changed('CAS*CO*45*30', 'CAS*CO*45*30**97'),
      ['IK403-1 ST[1]/CLP[1]/CAS06'],
    ],
    [
      'C0605 of CAS',
      remittances,
      changed('CAS*CO*45*30', 'CAS*CO*45*30***1'),
      ['IK403-1 ST[1]/CLP[1]/CAS05'],
    ],
    ['an empty repetition', answers, changed('98^UC', '98^^UC'), []],
    [
      'more repetitions than there may be',
      answers,
      changed('98^UC', new Array(100).fill('98').join('^')),
      ['IK403-12 ST[1]/2000C[1]/EB03'],
    ],
    ['a repetition that is wrong', answers, changed('98^UC', '98^XX'), ['IK403-7 ST[1]/2000C[1]/EB03']],
    ['a time with seconds and hundredths', claims, changed('*0930*CH', '*09305999*CH'), []],
  ])('are held to %s', (_, text, change, expected) => {
    expect(foundIn(change(text)).toSorted()).toEqual(expected.toSorted());
  });

  it('of a format are not told of twice', () => {
    const twice = changed('DTP*472*D8*20260302', 'DTP*472*D9*20260302')(claims);
    expect(foundIn(twice)).toEqual(['IK403-7 ST[1]/CLM[1]/DTP02']);
    const birth = changed('DMG*D8', 'DMG*D9')(claims);
    expect(foundIn(birth).filter((one) => one.includes('DMG'))).toEqual(['IK403-7 ST[1]/DMG01']);
  });

  it('have values told of where they are codes', () => {
    expect(findings(changed('*F~', '*Q~')(claims)).map(({ place }) => place?.value)).toEqual(['Q']);
    expect(findings(changed('*F~', '*FEMALE~')(claims)).map(({ place }) => place?.value)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('external codes', () => {
  const asked: string[] = [];
  const lookup: CodeLookup = (source, code, date) => {
    asked.push(`${source} ${code} ${date ?? ''}`.trim());
    return source === 'carc' ? undefined : ['J069', 'NE', '99213'].includes(code);
  };

  it('are looked up for the day of service, and outside of claims for no day', () => {
    asked.length = 0;
    expect(
      findings(claims, { lookup }).map(({ code, level, path, detail }) => [code, level, path, detail]),
    ).toEqual([
      ['IK403-7', 5, 'ST[1]/PRV03', 'This is no valid code (taxonomy)'],
      ['IK403-7', 5, 'ST[1]/CLM[1]/CLM05-1', 'This is no valid code on 2026-03-02 (place-of-service)'],
      ['IK403-7', 5, 'ST[1]/CLM[1]/SV101-3', 'This is no valid code on 2026-03-02 (modifier)'],
    ]);
    expect(asked).toContain('place-of-service 11 2026-03-02');
  });

  it('of another time are told with it', () => {
    const details = (answer: ReturnType<CodeLookup>): string[] =>
      findings(remittances, { lookup: (source) => (source === 'carc' ? answer : true) }).map(
        ({ detail }) => detail,
      );
    expect(new Set(details({ endedOn: '2007-06-01' }))).toEqual(
      new Set(['This is no valid code on 2026-02-27 (carc: it ended on 2007-06-01)']),
    );
    expect(new Set(details({ beginsOn: '2026-07-01' }))).toEqual(
      new Set(['This is no valid code on 2026-02-27 (carc: it begins on 2026-07-01)']),
    );
    expect(details(undefined)).toEqual([]);
  });

  it('of a code set that the look-up does not have are not judged', () => {
    asked.length = 0;
    expect(foundIn(remittances, { lookup }).some((one) => one.includes('CAS'))).toBe(false);
    expect(asked).toContain('carc 45 2026-02-27');
  });

  it('of procedures are asked for where they are HCPCS', () => {
    asked.length = 0;
    foundIn(changed('SV1*HC:', 'SV1*WK:')(claims), { lookup });
    expect(asked.some((one) => one.startsWith('procedure'))).toBe(false);
  });

  it('of an 835 are as old as its lines, else as its claims', () => {
    const days = (text: string): Set<string | undefined> => {
      asked.length = 0;
      foundIn(text, { lookup });
      return new Set(asked.filter((one) => one.startsWith('rarc')).map((one) => one.split(' ')[2]));
    };
    expect(days(remittances)).toEqual(new Set(['2026-02-27']));
    const whole = paidClaim({
      lines: undefined,
      adjustments: [{ group: 'CO', reasons: [{ reason: '45', amount: cents(13000) }] }],
    });
    const write = (claim: typeof whole) =>
      writeInterchange(
        interchangeOf(remittanceGuide, remittance({ groups: [{ number: 1, claims: [claim] }] })),
        allGuides,
      );
    expect(days(write({ ...whole, statementDates: [{ qualifier: '232', date: '2026-01-05' }] }))).toEqual(
      new Set(['2026-01-05']),
    );
    expect(days(write({ ...whole, statementDates: undefined }))).toEqual(new Set([undefined]));
  });
});

describe('identifiers of providers', () => {
  it('are checked in NM1 and N1', () => {
    expect(foundIn(changed('1234567893', '1234567894')(claims))).toEqual(['IK403-7 ST[1]/NM109']);
    expect(foundIn(changed('1234567893', '1234567894')(remittances))).toEqual(['IK403-7 ST[1]/N104']);
    expect(foundIn(changed('*XX*1234567893', '*XX')(claims))).toEqual(['IK403-2 ST[1]/NM109']);
  });
});

describe('levels', () => {
  it.each<[string, Change, string[]]>([
    ['a code that the guide does not have there', changed('HL*2*1*22', 'HL*2*1*23'), ['IK403-7 ST[1]/HL03']],
    ['a number that is none', changed('HL*2*1', 'HL*B*1'), ['IK403-7 ST[1]/HL01', 'IK403-6 ST[1]/HL01']],
    ['levels below that are not there', changed('22*0', '22*1'), ['IK403-7 ST[1]/HL04']],
    ['no levels below although they are there', changed('20*1', '20*0'), ['IK403-7 ST[1]/HL04']],
  ])('are held to their numbers: %s', (_, change, expected) => {
    expect(foundIn(change(claims))).toEqual(expected);
  });
});

describe('rules', () => {
  const lineWith = (first: string, last: string) =>
    paidLine({
      dates: [
        { qualifier: '150', date: first },
        { qualifier: '151', date: last },
      ],
    });
  const paidWith = (line: ReturnType<typeof paidLine>) =>
    writeInterchange(
      interchangeOf(remittanceGuide, transferOf(paidClaim({ charge: cents(15000), lines: [line] }))),
      allGuides,
    );

  it('of the 835 have services end after they begin', () => {
    expect(foundIn(paidWith(lineWith('2026-02-01', '2026-02-02')))).toEqual([]);
    expect(foundIn(paidWith(lineWith('2026-02-02', '2026-02-01')))).toEqual([
      'IK403-I12 ST[1]/CLP[1]/SVC[1]/DTM02',
    ]);
    const endless = changed(
      'DTM*151*20260202',
      'DTM*472*20260202',
    )(paidWith(lineWith('2026-02-01', '2026-02-02')));
    expect(foundIn(endless)).toEqual(['IK304-I6 ST[1]/CLP[1]/SVC[1]/DTM']);
  });

  it('of the 835 add up what can be read', () => {
    const broken = changed('CLP*C100-1*1*230*100', 'CLP*C100-1*1*X*100')(remittances);
    expect(foundIn(broken)).toEqual(['IK403-6 ST[1]/CLP[1]/CLP03']);
    const unpaid = changed('CLP*C100-1*1*230*100', 'CLP*C100-1*1*230*X')(remittances);
    expect(foundIn(unpaid)).toEqual(['IK403-6 ST[1]/CLP[1]/CLP04']);
  });

  it('end where no number holds the sums', () => {
    const plenty = Array.from({ length: 9100 }, () => [
      'SVC*HC:99213*9999999999.99*0',
      'CAS*CO*45*9999999999.99',
    ]).flat();
    expect(foundIn(added('AMT*AU', ...plenty)(remittances))).toContain('IK403-5 ST[1]/CLP[1]/CLP');
    const adjustments = new Array<string>(9100).fill('PLB*1234567893*20261231*WO:A*9999999999.99');
    expect(foundIn(added('LQ', ...adjustments)(remittances))).toContain('IK403-5 ST[1]/BPR');
  });

  it('tell lines apart by their control numbers', () => {
    const lines = withLines({ lineControlNumber: 'A' }, { lineControlNumber: 'A' });
    const text = writeInterchange(interchangeOf(professionalClaimGuide, lines), allGuides);
    expect(foundIn(text)).toEqual(['IK403-7 ST[1]/CLM[1]/LX[2]/REF02']);
  });

  it('find their segments in large sets', () => {
    const many = Array.from({ length: 600 }, () => withheld(cents(0)));
    const text = writeInterchange(
      interchangeOf(remittanceGuide, remittance({ paid: cents(5), providerAdjustments: many })),
      allGuides,
    );
    const [finding] = findings(text);
    expect([finding?.path, finding?.place?.position]).toEqual(['ST[1]/BPR02', 2]);
  });

  it('are not asked about a bug of theirs', () => {
    const bug = { ...professionalClaimGuide, rules: () => ({ unit: () => expect.fail('a bug') }) };
    expect(() => parseInterchanges(claims, [bug], checking())).toThrow('a bug');
    const none = { ...professionalClaimGuide, rules: undefined };
    expect(
      parseInterchanges(changed('CLM*C100-1*150', 'CLM*C100-1*151')(claims), [none as never], checking())[0]
        ?.report.groups[0]?.sets[0]?.findings,
    ).toEqual([]);
  });
});

describe('days', () => {
  it('are remembered, but not all of them', () => {
    const first = Date.UTC(1900, 0, 1);
    const days = Array.from({ length: 10_002 }, (_, index) =>
      new Date(first + index * 86_400_000).toISOString().slice(0, 10),
    );
    const digits = days.map((day) => day.replaceAll('-', ''));
    expect(digits.map((one) => dayOf(toBytes(one), 0))).toEqual(days);
    expect(days.map((day) => writtenDate(day, 2))).toEqual(digits);
  });
});

describe('what repeats too often', () => {
  it('is read where there is room for it, and kept where there is none', () => {
    const services = withLines({}, {});
    const text = writeInterchange(interchangeOf(professionalClaimGuide, services), allGuides);
    const doubled = repeated('SV1')(text);
    const [parsed] = parseInterchanges(doubled, allGuides);
    expect(parsed?.interchange && writeInterchange(parsed.interchange, allGuides)).toBe(doubled);
    const named = writeInterchange(
      interchangeOf(professionalClaimGuide, withClaim({ onsetDate: '2026-03-01' })),
      allGuides,
    );
    expect(foundIn(repeated('DTP*431')(named))).toEqual(['IK304-5 ST[1]/CLM[1]/DTP']);
  });
});
