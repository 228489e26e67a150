import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../functions/edi/envelope/beginning-of.ts';
import { adjustmentSegments, adjustmentsOf } from '../../functions/edi/guide/adjustment-list.ts';
import { lossesOf, lossesOfFile, lossesOfUnits } from '../../functions/edi/losses.ts';
import { cents, negate, sum, toDollars } from '../../functions/edi/money.ts';
import { checking } from '../../functions/edi/parse.ts';
import { readSets, writeSets } from '../../functions/edi/sets.ts';
import { answersOf } from '../../functions/edi/x271/answers-of.ts';
import { coverageAnswer } from '../../functions/edi/x271/coverage.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { claimsOf as statusesOf } from '../../functions/edi/x277/claims-of.ts';
import { claimsOf as acknowledgedClaimsOf, providersOf } from '../../functions/edi/x277ca/claims-of.ts';
import { claimsOf as paidClaimsOf, placedClaimsOf } from '../../functions/edi/x835/claims-of.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { remarksOfClaim, remarksOfLine } from '../../functions/edi/x835/remarks-of.ts';
import { claimsOf } from '../../functions/edi/x837p/claims-of.ts';
import {
  acknowledgedProvider,
  claimAcknowledgementSet,
  claimStatus,
  dependentAnswer,
  dependentStatus,
  eligibilityResponseSet,
  statusResponseSet,
  subscriberAnswer,
  subscriberStatus,
} from './material/answer-sets.ts';
import { claim, claimSet, familyLevel, subscriberLevel } from './material/claim-sets.ts';
import { header } from './material/interchange-headers.ts';
import { interchangeText } from './material/interchange-texts.ts';
import { deniedLine, paidClaim, paidLine, remittance, transferOf } from './material/remittance-sets.ts';
import { changed, dropped } from './material/text-changes.ts';

const second = paidClaim({ patientControlNumber: 'C100-2' });
const file = writeSets(header(), remittanceGuide, [remittance(), transferOf(paidClaim(), second)]);

const read = (text: string) => readSets(text, remittanceGuide, checking());

/** What can be read of a text, of which something can. */
const readOf = (text: string) => {
  const result = read(text);
  if (!result.success) throw new TypeError('Nothing can be read');
  return result.data;
};

const codesOf = (findings: readonly { code: string }[] = []): string[] => findings.map(({ code }) => code);

describe('sets of one guide', () => {
  it('are numbered when they are written', () => {
    const { envelope, sets } = readOf(file);
    expect({ ...structuredClone(envelope) }).toEqual(header());
    expect(sets.map(({ controlNumber, number, broken }) => [controlNumber, number, broken])).toEqual([
      ['0001', 1, []],
      ['0002', 2, []],
    ]);
    expect(read(file).findings).toBeUndefined();
  });

  it('keep their numbers where one before them cannot be read', () => {
    const broken = file.replace('BPR*I*100', 'BPR*I*X');
    expect(readOf(broken).sets.map(({ number }) => number)).toEqual([2]);
    expect(codesOf(read(broken).findings)).toEqual(['IK403-6']);
  });

  it('go on without a claim that cannot be read', () => {
    const broken = file.replace('CLP*C100-2*1*230', 'CLP*C100-2*1*X');
    const [, set] = readOf(broken).sets;
    expect(set && placedClaimsOf(set).map(({ position }) => position)).toEqual([1]);
    expect(set?.broken.map(({ position, reference }) => [position, reference])).toEqual([[2, 'C100-2']]);
    const [first] = readOf(file.replace('CLP*C100-1*1*230', 'CLP*C100-1*1*X')).sets;
    expect(first && placedClaimsOf(first)).toEqual([]);
    expect(lossesOf(read(broken)).map(({ path }) => path)).toEqual(['ST[2]/CLP[2]/CLP03']);
  });

  it.each([
    ['no X12', '', ['TA105-022']],
    ['a broken ISA', 'ISA', ['TA105-022']],
    ['no set', interchangeText([]), ['IK502-1']],
    ['sets of other guides alone', file.replaceAll('ST*835', 'ST*820'), ['IK502-1', 'IK502-1']],
  ])('are not to be had from a file with %s', (_, text, codes) => {
    const result = readSets(text, remittanceGuide);
    expect([result.success, codesOf(result.findings)]).toEqual([false, codes]);
    expect(lossesOf(result)).toEqual(result.findings);
  });

  it('behind the first interchange are told of and not read', () => {
    const result = read(`${file}${file}`);
    expect([result.success, codesOf(result.findings)]).toEqual([true, ['TA105-022']]);
  });
});

describe('losses', () => {
  it('are what could not be used, not what is merely against the guide', () => {
    const text = file.replace('CLP*C100-1*1*230', 'CLP*C100-1*9*230');
    expect(codesOf(read(text).findings)).toEqual(['IK403-7']);
    expect(lossesOf(read(text))).toEqual([]);
    expect(codesOf(lossesOfFile(read(text.replace('IEA*1', 'IEA*2'))))).toEqual(['TA105-021']);
  });

  it('are answers without a place, and sets that cannot be read', () => {
    expect(codesOf(lossesOf(read(dropped('CLP')(file))))).toContain('IK304-2');
    expect(codesOf(lossesOf(read(file.replace('BPR*I*100', 'BPR*I*X'))))).toEqual(['IK403-6']);
  });

  it('are units that are without fault in a loop that is not', () => {
    const set = writeSets(header(), eligibilityResponseGuide, [eligibilityResponseSet(subscriberAnswer())]);
    const text = changed('NM1*PR*2', 'NM1**2')(set);
    const result = readSets(text, eligibilityResponseGuide);
    const units = result.success ? result.data.sets.flatMap(lossesOfUnits) : [];
    expect(units.map(({ code, path }) => [code, path])).toEqual([['IK502-5', 'ST[1]']]);
  });
});

describe('views', () => {
  it('of claims tell who bills whom for whom', () => {
    const billed = claimsOf(claimSet(subscriberLevel({ claims: [claim(), claim()] }), familyLevel()));
    expect(billed.map(({ dependent }) => dependent?.relationship)).toEqual([undefined, undefined, '19']);
    expect(claimsOf({ ...claimSet(), billingProviders: undefined })).toEqual([]);
    const [provider] = claimSet().billingProviders ?? [];
    const nobody = subscriberLevel({
      claims: undefined,
      patients: [{ ...familyLevel().patients?.[0], claims: undefined } as never],
    });
    expect(claimsOf(claimSet(nobody))).toEqual([]);
    expect(
      provider && claimsOf({ ...claimSet(), billingProviders: [{ ...provider, subscribers: undefined }] }),
    ).toEqual([]);
  });

  it('of remittances have the claims of all groups, and their remarks', () => {
    expect(paidClaimsOf(transferOf(paidClaim(), second)).length).toBe(2);
    expect(paidClaimsOf(remittance({ groups: undefined }))).toEqual([]);
    expect(paidClaimsOf(remittance({ groups: [{ number: 1 }] }))).toEqual([]);
    expect(remarksOfClaim(paidClaim())).toEqual(['MA18']);
    const inpatient = { coveredDays: 3, remark: 'MA01', remarks: ['MA07'] };
    expect(remarksOfClaim(paidClaim({ outpatient: undefined, inpatient }))).toEqual(['MA01', 'MA07']);
    expect(remarksOfClaim(paidClaim({ outpatient: {}, inpatient: undefined }))).toEqual([]);
    const remarks = [
      { list: 'HE', code: 'M15' },
      { list: 'RX', code: '70' },
    ];
    expect([remarksOfLine(deniedLine({ remarks })), remarksOfLine(paidLine())]).toEqual([['M15'], []]);
  });

  it('of acknowledgements have providers and claims', () => {
    const set = claimAcknowledgementSet([acknowledgedProvider(), acknowledgedProvider({}, [])]);
    expect([providersOf(set).length, acknowledgedClaimsOf(set).length]).toEqual([2, 2]);
    set.source.receiver.providers = [{ ...acknowledgedProvider(), patients: undefined }];
    expect(acknowledgedClaimsOf(set)).toEqual([]);
    set.source.receiver.providers = undefined;
    expect(providersOf(set)).toEqual([]);
    const [patient] = acknowledgedProvider().patients ?? [];
    set.source.receiver.providers = [
      { ...acknowledgedProvider(), patients: [{ ...patient, claims: undefined } as never] },
    ];
    expect(acknowledgedClaimsOf(set)).toEqual([]);
  });

  it('of claim status have those of subscribers and of dependents', () => {
    const both = subscriberStatus({
      dependents: [dependentStatus(claimStatus()), { ...dependentStatus(), claims: undefined }],
    });
    const none = subscriberStatus({ claims: undefined });
    expect(statusesOf(statusResponseSet(both, none)).length).toBe(2);
    const set = statusResponseSet();
    const [source] = set.sources;
    const [receiver] = source?.receivers ?? [];
    const [provider] = receiver?.providers ?? [];
    if (source === undefined || receiver === undefined || provider === undefined)
      throw new TypeError('Nobody is there');
    provider.subscribers = undefined;
    expect(statusesOf(set)).toEqual([]);
    receiver.providers = undefined;
    expect(statusesOf(set)).toEqual([]);
    source.receivers = undefined;
    expect(statusesOf(set)).toEqual([]);
  });

  it('of eligibility have an answer for each member that is asked about', () => {
    const dependents = [dependentAnswer()];
    const answers = (...subscribers: Parameters<typeof eligibilityResponseSet>) =>
      answersOf(eligibilityResponseSet(...subscribers));
    expect(answers(subscriberAnswer()).map(({ traceNumber }) => traceNumber)).toEqual(['93175-012547']);
    expect(answers(subscriberAnswer({}, dependents)).length).toBe(2);
    const silent = { ...subscriberAnswer({ benefits: undefined }, dependents), traces: undefined };
    expect(answers(silent).length).toBe(1);
    const rejections = [{ validRequest: 'N', reason: '75', followUp: 'C' }];
    const refused = {
      ...subscriberAnswer({ rejections, benefits: undefined }, dependents),
      traces: undefined,
    };
    expect(answers(refused).map(({ rejections: own }) => own.length)).toEqual([1, 0]);
    const other = {
      ...subscriberAnswer(),
      traces: [{ kind: '1', traceNumber: 'X', traceOriginator: '9877281234' }],
    };
    expect(answers(other).map(({ traceNumber }) => traceNumber)).toEqual([undefined]);
    const set = eligibilityResponseSet();
    const [source] = set.sources;
    const [receiver] = source?.receivers ?? [];
    if (source === undefined || receiver === undefined) throw new TypeError('Nobody is there');
    receiver.subscribers = undefined;
    expect(answersOf(set)).toEqual([]);
    source.receivers = undefined;
    expect(answersOf(set)).toEqual([]);
  });

  it.each([
    ['rejected', [{ information: '1' }], [{ validRequest: 'N', reason: '75', followUp: 'C' }]],
    ['active', [{ information: '1', serviceTypes: ['30'] }], []],
    [
      'inactive',
      [
        { information: '6', serviceTypes: ['30'] },
        { information: '1', serviceTypes: ['98'] },
      ],
      [],
    ],
    [
      'active',
      [
        { information: 'B', serviceTypes: ['30'] },
        { information: '1', serviceTypes: ['98'] },
      ],
      [],
    ],
    ['inactive', [{ information: '6' }], []],
    ['unknown', [{ information: 'B' }], []],
    ['unknown', [], []],
  ])('of coverage are %s', (answer, benefits, rejections) => {
    expect(coverageAnswer({ traceNumber: undefined, benefits, rejections } as never)).toBe(answer);
  });

  it('of adjustments are one by one, and CAS segments again', () => {
    expect(adjustmentsOf(paidLine()).map(({ group, reason }) => `${group}${reason}`)).toEqual([
      'CO45',
      'PR2',
    ]);
    expect(adjustmentsOf({})).toEqual([]);
    expect(adjustmentSegments([])).toBeUndefined();
    const seven = Array.from({ length: 7 }, () => ({ group: 'CO', reason: '45', amount: cents(1) }));
    expect(adjustmentSegments(seven)?.map(({ group, reasons }) => [group, reasons.length])).toEqual([
      ['CO', 6],
      ['CO', 1],
    ]);
  });

  it('of a header begin a hierarchical set', () => {
    expect(beginningOf(header())).toMatchObject({ date: '2026-03-02', time: '0930' });
  });
});

describe('money', () => {
  it('is whole cents', () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect([negate(cents(5)), sum([cents(1), cents(2)]), cents(-0)]).toEqual([-5, 3, 0]);
    expect([toDollars(cents(123456)), toDollars(cents(-5))]).toEqual(['1234.56', '-0.05']);
  });
});
