import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import type { Report, RuleFinding, Step } from '../../functions/edi/guide/rules.ts';
import { cents } from '../../functions/edi/money.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import {
  type ProfessionalClaimSet,
  professionalClaimSetLoop,
  type SubscriberLevel,
} from '../../functions/edi/x837p/loops.ts';
import { professionalClaimRules } from '../../functions/edi/x837p/rules.ts';
import {
  adjudication,
  claim,
  claimSet,
  decidedByLine,
  decidedPayer,
  familyLevel,
  interchangeOf,
  otherPayer,
  serviceLine,
  subscriberLevel,
  withClaim,
  withLines,
} from './material/claim-sets.ts';
import { anyClaimSet } from './material/random-claim-sets.ts';
import { anyOf } from './material/random-loops.ts';
import { needingSamples, samples as publicSamples } from './material/shared-samples.ts';

const guides = [professionalClaimGuide];

/** Runs the rules over a set that is whole in memory. */
const rulesOn = (set: ProfessionalClaimSet): RuleFinding[] => {
  const found: RuleFinding[] = [];
  const report: Report = (finding) => found.push(finding);
  const { unit, loops } = professionalClaimRules();
  for (const provider of set.billingProviders ?? []) {
    for (const subscriber of provider.subscribers ?? []) {
      for (const one of subscriber.claims ?? []) unit?.(one, [set, provider, subscriber], report);
      for (const patient of subscriber.patients ?? []) {
        for (const one of patient.claims ?? []) unit?.(one, [set, provider, subscriber, patient], report);
      }
      loops?.['2000B']?.(subscriber, report);
    }
  }
  return found;
};

const pathOf = (steps: readonly Step[]): string =>
  steps.map(([segment, occurrence]) => `${segment}${occurrence > 1 ? `[${occurrence}]` : ''}`).join('/');

/** What the rules find, as "3 IK403-I12 CLM 02". */
const found = (set: ProfessionalClaimSet): string[] =>
  rulesOn(set).map(({ level, code, steps, element, component }) =>
    [level, code, pathOf(steps), element, component].filter((one) => one !== undefined).join(' '),
  );

const written = (set: ProfessionalClaimSet): string => writeInterchange(interchangeOf(set), guides);

const findingsOf = ({ report }: ParsedInterchange) => [
  ...report.findings,
  ...report.groups.flatMap(({ sets }) => sets.flatMap(({ findings }) => findings)),
];

const dataOf = ({ interchange }: ParsedInterchange): object | undefined =>
  interchange?.groups[0]?.sets[0]?.data;

/** Writes a set and reads it again; the clone is without what the reader remembers of the file's form. */
const readAgain = (set: ProfessionalClaimSet): { data: object | undefined; findings: string[] } => {
  const [parsed] = parseInterchanges(written(set), guides);
  if (parsed === undefined) return { data: undefined, findings: [] };
  return {
    data: structuredClone(dataOf(parsed)),
    findings: findingsOf(parsed).map(({ code, path }) => `${code} ${path}`),
  };
};

const samples = publicSamples.filter(
  ({ name, text }) => name.startsWith('837P/') && text.includes('*005010X222'),
);

/** Line breaks are of no account, unless they are what ends a segment. */
const normalised = (text: string): string =>
  /[\r\n]/.test(text.trimStart().charAt(105))
    ? text.replaceAll('\r', '').trimEnd()
    : text.replaceAll(/[\r\n]/g, '').trimEnd();

/** Samples whose ISA16 says ":" while their composites have ">": no claim of theirs can be read. */
const unreadable = ['demo.cob.2ndary.example4.', 'demo.example9.', 'demo.example11.', 'demo.example12.'];

needingSamples.describe('public 837P samples of 005010', () => {
  it('are all there', () => {
    expect(samples.length).toBe(36);
  });

  for (const { name, text } of samples) {
    const parsed = parseInterchanges(text, guides);

    it(`come out as they went in: ${name}`, () => {
      const out = parsed.map(
        ({ interchange }) => interchange && writeInterchange(interchange, guides, { lineBreak: '' }),
      );
      expect(normalised(out.join(''))).toBe(normalised(text));
    });

    it(`are read with all their claims: ${name}`, () => {
      expect(parsed.some(({ broken }) => broken.length > 0)).toBe(
        unreadable.some((part) => name.includes(part)),
      );
    });
  }

  it('break no rule but for pointers to diagnoses that are not there', () => {
    const sets = samples.flatMap(({ name, text }) =>
      parseInterchanges(text, guides).flatMap(({ interchange }) =>
        (interchange?.groups ?? []).flatMap((group) => group.sets.map(({ data }) => ({ name, data }))),
      ),
    );
    const broken = sets.flatMap(
      ({ name, data }) => found(data as ProfessionalClaimSet).map((one) => `${name}: ${one}`), // what the guide reads
    );
    expect(new Set(broken)).toEqual(
      new Set(['837P/moov-io-examples-example_5010_837p-sample.txt: 4 IK403-7 LX/SV1 7 2']),
    );
  });
});

describe('a set of professional claims', () => {
  it('reads as it was written', () => {
    const set = claimSet();
    expect(readAgain(set)).toEqual({ data: set, findings: [] });
    expect(found(set)).toEqual([]);
  });

  it("is written in the guide's order", () => {
    const ids = written(claimSet(familyLevel()))
      .split('\n')
      .map((line) => line.split('*')[0]);
    expect(ids.join(' ')).toBe(
      'ISA GS ST BHT NM1 PER NM1 HL PRV NM1 N3 N4 REF HL SBR NM1 N3 N4 DMG NM1 HL PAT NM1 N3 N4 DMG CLM HI LX SV1 DTP SE GE IEA ',
    );
  });

  it('tells the diagnoses, the surgery and the conditions of a claim apart', () => {
    const set = withClaim({
      relatedProcedures: [{ qualifier: 'BP', code: '33510' }],
      conditions: [{ codes: [{ code: '17' }] }],
    });
    expect(readAgain(set)).toEqual({ data: set, findings: [] });
  });

  it('may lack the diagnoses, and is told so', () => {
    const { diagnoses: _, ...bare } = claim({ relatedProcedures: [{ qualifier: 'BP', code: '33510' }] });
    const set = claimSet(subscriberLevel({ claims: [bare] }));
    expect(readAgain(set)).toEqual({ data: set, findings: ['IK304-3 ST[1]/CLM[1]/HI'] });
  });

  it('reads as it was written, whatever its guide lets it hold', () => {
    fc.assert(
      fc.property(anyOf(professionalClaimSetLoop), (set) => {
        expect(readAgain(set)).toEqual({ data: set, findings: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('has no findings when it is valid', () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        expect(found(set)).toEqual([]);
        expect(readAgain(set)).toEqual({ data: set, findings: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('is judged without an exception when any of its segments is gone', () => {
    const segments = written(
      claimSet(familyLevel(), subscriberLevel({ claims: [claim(decidedByLine())] })),
    ).split('\n');
    for (let gone = 3; gone < segments.length; gone += 1) {
      const text = segments.toSpliced(gone, 1).join('\n');
      const parsed = parseInterchanges(text, guides, checking());
      expect(parsed.length).toBe(1);
    }
  });

  it('has a date for code sets: the first day of service', () => {
    const lines = [serviceLine({ servicePeriod: { from: '2026-03-04' } }), serviceLine()];
    expect(professionalClaimRules().dateOf?.(claim({ lines }))).toBe('2026-03-02');
  });
});

type Case = readonly [title: string, set: ProfessionalClaimSet, findings: string[]];

/** A claim of a subscriber changed in one thing. */
const withLevel = (changes: Partial<SubscriberLevel>): ProfessionalClaimSet =>
  claimSet(subscriberLevel(changes));

const withSubscriber = (changes: Partial<SubscriberLevel['subscriber']>): ProfessionalClaimSet => {
  const level = subscriberLevel();
  return claimSet({ ...level, subscriber: { ...level.subscriber, ...changes } });
};

/** The least that a subscriber says of itself. */
const bareSubscriber = (changes: Partial<SubscriberLevel['subscriber']>): ProfessionalClaimSet =>
  withLevel({ subscriber: { entityType: '1', name: 'OKAFOR', idQualifier: 'MI', id: 'W1', ...changes } });

const co45 = (amount: number) => [{ group: 'CO', reasons: [{ reason: '45', amount: cents(amount) }] }];

const sums: Case[] = [
  ['a total of other than the lines', withClaim({ totalCharge: cents(15001) }), ['3 IK403-I12 CLM 2']],
  ['a total of two lines', withLines({}, {}), []],
  ['a payer that decided on the whole claim', withClaim({ otherPayers: [decidedPayer()] }), []],
  [
    'a payer whose payment and adjustments are not the charge',
    withClaim({ otherPayers: [decidedPayer({ paid: cents(11900) })] }),
    ['3 IK403-I12 SBR/AMT 2'],
  ],
  ['a payer that decided by line', withClaim(decidedByLine()), []],
  [
    'a line whose payment and adjustments are not its charge',
    withClaim(decidedByLine({ adjustments: co45(2900) })),
    ['3 IK403-I12 LX/SVD 2', '3 IK403-I12 SBR/AMT 2'],
  ],
  [
    'a payment that is not the sum of those for lines',
    withClaim(decidedByLine({}, { paid: cents(12100) })),
    ['3 IK403-I12 SBR/AMT 2', '3 IK403-I12 SBR/AMT 2'],
  ],
  [
    'adjustments of the whole claim beside those of lines',
    withClaim(decidedByLine({}, { paid: cents(11000), adjustments: co45(1000) })),
    [],
  ],
  [
    'a line that a payer split in two',
    withClaim({
      otherPayers: [otherPayer({ paid: cents(12000) })],
      lines: [
        serviceLine({
          adjudications: [
            adjudication({ paid: cents(7000), adjustments: undefined }),
            adjudication({ paid: cents(5000) }),
          ],
        }),
      ],
    }),
    [],
  ],
  [
    'a negative payment for a line',
    withClaim(decidedByLine({ paid: cents(-100), adjustments: co45(15100) }, { paid: cents(-100) })),
    ['3 IK403-7 LX/SVD 2'],
  ],
];

const lines: Case[] = [
  ['lines numbered 1 and 3', withLines({}, { lineNumber: 3 }), ['4 IK403-7 LX[2] 1']],
  [
    'a pointer to a diagnosis that is not there',
    withLines({ diagnosisPointers: [1, 2] }),
    ['4 IK403-7 LX/SV1 7 2'],
  ],
  ['a pointer to no diagnosis', withLines({ diagnosisPointers: [0] }), ['4 IK403-7 LX/SV1 7 1']],
  ['two pointers to one diagnosis', withLines({ diagnosisPointers: [1, 1] }), ['4 IK403-7 LX/SV1 7 2']],
  [
    'a service that ends before it begins',
    withLines({ servicePeriod: { from: '2026-03-02', through: '2026-03-01' } }),
    ['4 IK403-7 LX/DTP 3'],
  ],
  ['a service of two days', withLines({ servicePeriod: { from: '2026-03-02', through: '2026-03-03' } }), []],
  [
    'a decision of a payer that the claim does not have',
    withClaim({ lines: [serviceLine({ adjudications: [adjudication()] })] }),
    ['4 IK403-7 LX/SVD 1'],
  ],
  [
    'a line made part of one that is not there',
    withClaim(decidedByLine({ bundledLine: 2 })),
    ['4 IK403-7 LX/SVD 6'],
  ],
  ['a line made part of one that is', withClaim(decidedByLine({ bundledLine: 1 })), []],
  [
    'two lines with one control number',
    withLines(
      { lineControlNumber: 'A' },
      { lineControlNumber: 'A', repricedLineNumber: 'R', priorAuthorizations: [{ id: 'P' }] },
    ),
    ['4 IK403-7 LX[2]/REF[3] 2'],
  ],
  [
    'two lines with a control number each',
    withLines({ lineControlNumber: 'A' }, { lineControlNumber: 'B' }),
    [],
  ],
  [
    'a report sent as certificates are',
    withLines({ attachments: [{ reportType: 'OZ', transmission: 'AD' }] }),
    ['4 IK403-7 LX/PWK 2'],
  ],
  ['a certificate', withLines({ attachments: [{ reportType: 'CT', transmission: 'AD' }] }), []],
];

const attached = {
  reportType: 'OZ',
  transmission: 'EL',
  controlNumberQualifier: 'AC',
  controlNumber: 'ATT1',
};

const claims: Case[] = [
  ['a replacement without the original', withClaim({ frequency: '7' }), ['4 IK304-I6 CLM']],
  ['a void of an original', withClaim({ frequency: '8', originalReference: 'ICN1' }), []],
  ['an original claim that names one', withClaim({ originalReference: 'ICN1' }), ['4 IK304-I9 CLM']],
  [
    'an auto accident without day and state',
    withClaim({ relatedCauses: { codes: ['AA'] } }),
    ['4 IK304-I6 CLM', '4 IK403-I9 CLM 11 4'],
  ],
  [
    'an auto accident with day and state',
    withClaim({ relatedCauses: { codes: ['AA'], state: 'NE' }, accidentDate: '2026-03-01' }),
    [],
  ],
  [
    'an auto accident abroad',
    withClaim({ relatedCauses: { codes: ['AA'], country: 'CA' }, accidentDate: '2026-03-01' }),
    [],
  ],
  [
    'another accident without its day',
    withClaim({ relatedCauses: { codes: ['EM', 'OA'] } }),
    ['4 IK304-I6 CLM'],
  ],
  ['an illness from work', withClaim({ relatedCauses: { codes: ['EM'] } }), []],
  [
    'two principal diagnoses',
    withClaim({
      diagnoses: [
        { qualifier: 'ABK', code: 'J069' },
        { qualifier: 'ABK', code: 'I10' },
      ],
    }),
    ['4 IK403-7 HI 2 1'],
  ],
  [
    'no principal diagnosis',
    withClaim({ diagnoses: [{ qualifier: 'ABF', code: 'J069' }] }),
    ['4 IK403-7 HI 1 1'],
  ],
  [
    'diagnoses of two editions',
    withClaim({
      diagnoses: [
        { qualifier: 'ABK', code: 'J069' },
        { qualifier: 'BF', code: '4019' },
      ],
    }),
    ['4 IK403-7 HI 2 1'],
  ],
  [
    'two diagnoses of ICD-9',
    withClaim({
      diagnoses: [
        { qualifier: 'BK', code: '4660' },
        { qualifier: 'BF', code: '4019' },
      ],
    }),
    [],
  ],
  ['documents with a control number', withClaim({ attachments: [attached] }), []],
  [
    'documents without a control number',
    withClaim({ attachments: [{ reportType: 'OZ', transmission: 'BM' }] }),
    ['4 IK403-I9 PWK 6'],
  ],
  ['documents on request', withClaim({ attachments: [{ reportType: 'OZ', transmission: 'AA' }] }), []],
  [
    'documents on request with a control number, for a line',
    withLines({ attachments: [{ ...attached, transmission: 'AA' }] }),
    ['4 IK403-I13 LX/PWK 6'],
  ],
  ['an onset on the day of service', withClaim({ onsetDate: '2026-03-02' }), []],
  ['an onset after the service', withClaim({ onsetDate: '2026-03-03' }), ['4 IK403-7 DTP 3']],
  [
    'an accident after the service',
    withClaim({ initialTreatmentDate: '2026-03-01', accidentDate: '2026-03-03' }),
    ['4 IK403-7 DTP[2] 3'],
  ],
  [
    'a service before the subscriber was born',
    withSubscriber({ dateOfBirth: '2026-03-03' }),
    ['4 IK403-7 LX/DTP 3'],
  ],
  [
    'a service before the patient was born',
    claimSet(familyLevel({ patient: { name: 'OKAFOR', dateOfBirth: '2026-03-03' } })),
    ['4 IK403-7 LX/DTP 3'],
  ],
  ['a service on the day of birth', withSubscriber({ dateOfBirth: '2026-03-02' }), []],
];

const payers: Case[] = [
  ['a payer that has not decided', withClaim({ otherPayers: [otherPayer()] }), []],
  [
    'two primary payers',
    withClaim({ otherPayers: [otherPayer({ responsibility: 'P' })] }),
    ['4 IK403-7 SBR 1'],
  ],
  [
    'payers of unknown order',
    withClaim({ otherPayers: [otherPayer({ responsibility: 'U' }), otherPayer({ responsibility: 'U' })] }),
    [],
  ],
  [
    'a decision without a payment',
    withClaim({ otherPayers: [decidedPayer({ paid: undefined })] }),
    ['4 IK304-I6 SBR'],
  ],
  [
    'decisions by line without a payment',
    withClaim(decidedByLine({}, { paid: undefined })),
    ['4 IK304-I6 SBR'],
  ],
  [
    'a payment without a day',
    withClaim({ otherPayers: [decidedPayer({ payer: otherPayer().payer })] }),
    ['4 IK304-I6 SBR'],
  ],
  [
    'a day of decision at the claim and at its lines',
    withClaim(decidedByLine({}, { payer: decidedPayer().payer })),
    ['4 IK304-I9 SBR'],
  ],
  [
    'a payment by a payer without a name, of which the guide complains',
    withClaim({ otherPayers: [decidedPayer({ payer: undefined })] }),
    [],
  ],
  [
    'Medicare second without a reason',
    withClaim({ otherPayers: [otherPayer({ claimFilingIndicator: 'MB' })] }),
    ['4 IK403-I9 SBR 5'],
  ],
  [
    'Medicare second with a reason',
    withClaim({ otherPayers: [otherPayer({ claimFilingIndicator: 'MB', insuranceType: '12' })] }),
    [],
  ],
  [
    'a reason why Medicare is second, of a payer that is not Medicare',
    withLevel({ insuranceType: '12' }),
    ['4 IK403-I13 SBR 5'],
  ],
  ['Medicare first', withLevel({ claimFilingIndicator: 'MB' }), []],
  ['a payer of unknown kind', withLevel({ claimFilingIndicator: undefined, insuranceType: '12' }), []],
];

const levels: Case[] = [
  ['a patient below a subscriber', claimSet(familyLevel()), []],
  [
    'a patient below a subscriber who is the patient',
    claimSet({ ...familyLevel(), relationship: '18' }),
    ['4 IK304-I9 CLM'],
  ],
  [
    'a claim of a subscriber who is not the patient',
    withLevel({ relationship: undefined }),
    ['4 IK304-I6 CLM'],
  ],
  [
    'a patient without an address and a birthday',
    bareSubscriber({}),
    ['4 IK304-I6 SBR/NM1', '4 IK304-I6 SBR/NM1', '4 IK304-I6 SBR/NM1'],
  ],
  ['the weight of a subscriber who is the patient', withLevel({ weightUnit: '01', weight: 155 }), []],
  [
    'the weight of a subscriber who is not the patient',
    claimSet(subscriberLevel(), { ...familyLevel(), weightUnit: '01', weight: 155 }),
    ['4 IK304-I9 SBR[2]/PAT'],
  ],
  [
    'a person without a member id',
    withSubscriber({ idQualifier: undefined, id: undefined }),
    ['4 IK403-I9 SBR/NM1 9'],
  ],
  ['an employer without a member id', withSubscriber({ entityType: '2', id: undefined }), []],
];

for (const [title, cases] of Object.entries({ sums, lines, claims, payers, levels })) {
  describe(`rules for ${title}`, () => {
    it.each(cases)('take %s for what it is', (_, set, findings) => {
      expect(found(set)).toEqual(findings);
    });
  });
}
