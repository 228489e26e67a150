import { describe, expect, it } from 'vitest';
import { payerActor } from '../../functions/domain/actor.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { answersOf } from '../../functions/edi/x271/answers-of.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { describeCoverage } from '../../functions/eligibility/describe-coverage.ts';
import { eligibilityPurpose } from '../../functions/eligibility/eligibility-inquiry.ts';
import { post271 } from '../../functions/eligibility/post-eligibility.ts';
import { dependentAnswer, eligibilityResponseSet, subscriberAnswer } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { received, recordsOf } from '../factories/posting-records.ts';
import { sentFile } from '../factories/received-files.ts';

const ready = (change: Partial<Claim> = {}): Claim => claim({ status: 'ready', ...change });

const inquiryFile = sentFile({
  fileId: '000000270',
  transaction: '270',
  purpose: eligibilityPurpose('C0000000000A1', 1),
});

const records = (sent = [inquiryFile]) =>
  recordsOf([ready({ eligibilityChecks: 1 }), ready({ claimId: 'C0000000000B1' })], sent);

const ours = 'TRN*2*C0000000000A1-E1*9990041207';
const refusal = (reason: string, followUp = 'C') => `AAA*N**${reason}*${followUp}`;

/** A 271 of single segments; those of a level that are not given are left out. */
const a271 = ({
  reference = '000000270',
  source = [],
  payer: ofPayer = [],
  receiver = [],
  below = [],
}: {
  reference?: string;
  source?: string[];
  payer?: string[];
  receiver?: string[];
  below?: string[];
}) => {
  const segments = [
    `BHT*0022*11*${reference}*20260310*1200`,
    'HL*1**20*1',
    ...source,
    'NM1*PR*2*INVENTED HEALTH PLAN*****PI*PAY01',
    ...ofPayer,
    'HL*2*1*21*1',
    'NM1*1P*2*INVENTED CLINIC*****XX*1234567893',
    ...receiver,
    ...below,
  ];
  const text = writeSets(header(), eligibilityResponseGuide, [eligibilityResponseSet(subscriberAnswer())]);
  const begin = text.slice(0, text.indexOf('BHT'));
  const end = text.slice(text.indexOf('SE*')).replace(/SE\*\d+/, `SE*${segments.length + 2}`);
  return received(`${begin}${segments.map((one) => `${one}~\n`).join('')}${end}`);
};

const member = 'NM1*IL*1*DOE*JAN****MI*M1';
const child = 'NM1*03*1*DOE*KIM';
const subscriber = (...segments: string[]) => ['HL*3*2*22*0', ...segments];
const family = (above: string[], ...below: string[]) => ['HL*3*2*22*1', ...above, 'HL*4*3*23*0', ...below];

describe('a refusal in a 271', () => {
  it.each([
    ['of everything (2000A)', { source: [refusal('42', 'Y')] }, 'unanswered AAA 42 Y'],
    ['by the payer (2100A)', { payer: [refusal('80', 'S')] }, 'unanswered AAA 80 S'],
    ['of the receiver (2100B)', { receiver: [refusal('51')] }, 'unanswered AAA 51 C'],
    [
      'of the receiver, with the subscriber below',
      { receiver: [refusal('43')], below: subscriber(ours, member) },
      'unanswered AAA 43 C',
    ],
    [
      'of everything, with a dependent below',
      { source: [refusal('79', 'N')], below: family([member], ours, child) },
      'unanswered AAA 79 N',
    ],
    [
      'at two levels, of which the nearer counts',
      { source: [refusal('42', 'R')], receiver: [refusal('51')], below: subscriber(ours, member) },
      'unanswered AAA 51 C',
    ],
    ['of the subscriber (2100C)', { below: subscriber(ours, member, refusal('72')) }, 'not-covered AAA 72 C'],
    [
      'of the subscriber, without a trace and without the dependent who was asked about',
      { below: subscriber(member, refusal('75')) },
      'not-covered AAA 75 C',
    ],
    [
      'of the subscriber, for the dependent below',
      { below: family([member, refusal('75')], ours, child) },
      'not-covered AAA 75 C',
    ],
    [
      'of the dependent (2100D)',
      { below: family([member], ours, child, refusal('67')) },
      'not-covered AAA 67 C',
    ],
    [
      'of a benefit (2110C)',
      { below: subscriber(ours, member, 'EB*1**30', refusal('57')) },
      'unanswered AAA 57 C',
    ],
    [
      'with a reason that the guide does not have there',
      { receiver: [refusal('42', 'R')] },
      'unanswered AAA 42 R',
    ],
  ] as const)('%s reaches the inquiry with its reason', async (_, parts, said) => {
    const posted = records();
    const file = a271(structuredClone(parts) as Parameters<typeof a271>[0]);
    expect(await post271(file, posted.effects)).toEqual([]);
    expect(
      posted.events.map(({ detail: { outcome, reason, followUp } }) => [outcome, reason, followUp].join(' ')),
    ).toEqual([said]);
    expect([...posted.answers.keys()]).toEqual(['C0000000000A1/eligibility/1']);
  });

  it('leaves alone whom the payer answers all the same', async () => {
    const posted = records();
    const file = a271({ source: [refusal('42')], below: subscriber(ours, member, 'EB*1**30') });
    expect(await post271(file, posted.effects)).toEqual([]);
    expect(posted.claims.get('C0000000000A1')?.status).toBe('covered');
  });

  it('of which nobody knows whom it means is told with its reason', async () => {
    const posted = records([]);
    expect(await post271(a271({ source: [refusal('42', 'Y')] }), posted.effects)).toMatchObject([
      { code: 'unknown-inquiry', path: '2000B[1]', detail: expect.stringContaining('AAA 42, follow-up Y') },
    ]);
    expect(posted.events).toEqual([]);
  });
});

describe('a 271 without our trace', () => {
  const covered = [member, 'EB*1**30'];

  it.each([
    ['the number of our file', '000000270'],
    ['the number of our file, unpadded', '270'],
    ['our trace', 'c0000000000a1-e1 '],
  ])('answers the inquiry when BHT03 is %s', async (_, reference) => {
    const posted = records();
    expect(await post271(a271({ reference, below: subscriber(...covered) }), posted.effects)).toEqual([]);
    expect(posted.claims.get('C0000000000A1')?.status).toBe('covered');
  });

  it.each([
    ['BHT03 is no file of ours', { reference: '000000271', below: subscriber(...covered) }],
    ['BHT03 is no number', { reference: '2.7E2', below: subscriber(...covered) }],
    ['another trace stands there', { below: subscriber('TRN*2*F-4711*9990041207', ...covered) }],
  ])('is told when %s', async (_, parts) => {
    const posted = records();
    expect(await post271(a271(parts), posted.effects)).toMatchObject([{ code: 'unknown-inquiry' }]);
    expect(posted.events).toEqual([]);
  });

  it.each([
    ['a claim', sentFile({ fileId: '000000270' })],
    ['an inquiry from before its purpose was kept', sentFile({ fileId: '000000270', transaction: '270' })],
  ])('is told when BHT03 is the file of %s', async (_, sent) => {
    const posted = records([sent]);
    expect(await post271(a271({ below: subscriber(...covered) }), posted.effects)).toHaveLength(1);
    expect(posted.events).toEqual([]);
  });

  it('is told when it answers about several', async () => {
    const posted = records();
    const file = a271({ below: [...subscriber(...covered), 'HL*4*2*22*0', ...covered] });
    expect((await post271(file, posted.effects)).map(({ path }) => path)).toEqual(['2000C[1]', '2000C[2]']);
    expect(posted.events).toEqual([]);
  });

  it('is told when it says nothing', async () => {
    expect(await post271(a271({}), records().effects)).toMatchObject([{ code: 'no-answer', path: 'ST[1]' }]);
  });

  it('does not answer a later check', async () => {
    const posted = recordsOf([ready({ eligibilityChecks: 2 })], [inquiryFile]);
    await post271(a271({ below: subscriber(...covered) }), posted.effects);
    expect(posted.events).toEqual([]);
  });
});

describe('a trace of ours in a 271', () => {
  it('is found beside that of a clearinghouse, in any case', async () => {
    const posted = records();
    const traces = ['TRN*2*CH-99*9990000000', 'TRN*2*c0000000000a1-e1*9990041207'];
    expect(await post271(a271({ below: subscriber(...traces, member, 'EB*6**30') }), posted.effects)).toEqual(
      [],
    );
    expect(posted.claims.get('C0000000000A1')?.status).toBe('not-covered');
  });

  it('that stands at the subscriber is that of the one dependent who is answered', async () => {
    const posted = records();
    const file = a271({ below: family([ours, member], child, 'EB*1**30') });
    expect(await post271(file, posted.effects)).toEqual([]);
    expect(posted.claims.get('C0000000000A1')?.status).toBe('covered');
  });

  it('is the subscriber’s own when the subscriber is answered', () => {
    const rejections = [{ validRequest: 'N', reason: '75', followUp: 'C' }];
    const { traces: _none, ...untraced } = dependentAnswer({ benefits: undefined });
    const answers = answersOf(
      eligibilityResponseSet(subscriberAnswer({ rejections, benefits: undefined }, [untraced])),
    );
    expect(
      answers.map(({ level, traceNumber, rejections: own }) => [level, traceNumber, own.length]),
    ).toEqual([
      ['2000C', '93175-012547', 1],
      ['2000D', undefined, 1],
    ]);
  });
});

it('the front desk is told what the payer wants done', () => {
  const history = [
    {
      type: 'eligibility-answered',
      at: '',
      actor: payerActor('northwind'),
      detail: { reason: 'AAA 72', followUp: 'C' },
    },
  ];
  expect(describeCoverage(claim(), payer(), history).reasons).toEqual([
    { code: 'AAA 72', text: 'Answer of the eligibility inquiry (271): correct it and ask again' },
  ]);
});
