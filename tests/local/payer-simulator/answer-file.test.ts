import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../functions/edi/money.ts';
import { parseInterchanges } from '../../../functions/edi/parse.ts';
import { implementationAcknowledgementGuide } from '../../../functions/edi/x999/guide.ts';
import { answerFile } from '../../../local/payer-simulator/answer-file.ts';
import {
  acknowledgementsOf,
  appealText,
  bodiesOf,
  claimText,
  clean,
  decisionsOf,
  inquire,
  inquiryStatusesOf,
  onDay,
  openOffice,
  remittancesOf,
  send,
  sendClaims,
  statusesOf,
  timesOf,
} from './exchange.ts';
import { claimOf, withClaim, withCoverage, withSubscriber } from './visits.ts';

const receive = (name: string, text: string) =>
  answerFile({ name, text, receivedAt: onDay(0) }, openOffice());

describe('a file that is broken', () => {
  it('gets a TA1 when its envelope ends too early', () => {
    const text = claimText(claimOf('01-hypertension')).replace(/IEA[^~]*~/, '');
    const [body = ''] = bodiesOf(receive('837P-000000001.x12', text).answers, 'TA1');
    const [ta1] = parseInterchanges(body, []);
    expect(ta1?.interchange?.acknowledgements).toMatchObject([{ code: 'R', note: '023' }]);
    expect(ta1?.report.findings).toEqual([]);
  });

  it('gets a rejecting 999 when its claims cannot be read, and no 277CA', () => {
    const text = claimText(claimOf('01-hypertension'))
      .replace(/NM1\*41[^~]*~\n/, '')
      .replace(/SE\*(\d+)/, (_, count) => `SE*${count - 1}`);
    const { answers } = receive('837P-000000001.x12', text);
    expect(timesOf(answers)).toEqual(['999@0.05']);
    expect(clean(answers[0]?.body ?? '', implementationAcknowledgementGuide)).toMatchObject([
      { status: 'R', acceptedSets: 0 },
    ]);
  });

  it('gets a rejecting 999 when it is of a kind that nobody sends to a payer', () => {
    const [remittance = ''] = bodiesOf(sendClaims(openOffice(), 0, claimOf('01-hypertension')), '835');
    const { answers } = receive('835-000000001.x12', remittance);
    expect(clean(answers[0]?.body ?? '', implementationAcknowledgementGuide)).toMatchObject([
      { transactionSets: [{ status: 'R', errorCodes: ['1'] }] },
    ]);
  });

  it('gets a rejecting 999 that names the claim of which the lines do not add up, and no 277CA', () => {
    const { answers } = receive(
      '837P-000000001.x12',
      claimText(claimOf('01-hypertension', { totalCharge: cents(10000) })),
    );
    expect(timesOf(answers)).toEqual(['999@0.05']);
    const contexts = [{ identifications: [{ name: 'CLM01', value: 'C0000SAMPLE00-1' }] }];
    expect(clean(answers[0]?.body ?? '', implementationAcknowledgementGuide)).toMatchObject([
      { status: 'R', transactionSets: [{ status: 'R', segmentErrors: [{ segmentId: 'CLM', contexts }] }] },
    ]);
  });

  it('goes on with its sound sets', () => {
    const texts = [claimOf('01-hypertension', { totalCharge: cents(10000) }), claimOf('13-depression')];
    const [bad = [], good = []] = texts.map((claim) => claimText(claim).split('\n'));
    const second = good.slice(2, -3).map((line) => line.replace(/^(ST\*837|SE\*\d+)\*0001/, '$1*0002'));
    const [ge, iea] = bad.slice(-3);
    const lines = [...bad.slice(0, -3), ...second, ge?.replace('GE*1', 'GE*2'), iea, ''];
    const { answers } = receive('837P-000000001.x12', lines.join('\n'));
    expect(clean(answers[0]?.body ?? '', implementationAcknowledgementGuide)).toMatchObject([
      { status: 'P', acceptedSets: 1, transactionSets: [{ status: 'R' }, { status: 'A' }] },
    ]);
    expect(statusesOf(answers)).toEqual(['A2:20']);
  });

  it('is reported when nobody can be answered', () => {
    expect(receive('837P-000000001.x12', 'Not a file')).toMatchObject({
      answers: [],
      findings: [{ path: 'ISA' }],
    });
    expect(receive('appeal-000000001.txt', 'Dear payer')).toMatchObject({
      answers: [],
      findings: [{ code: 'appeal' }],
    });
  });

  it('never throws, whatever stands in it', () => {
    const text = claimText(claimOf('02-diabetes'));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 8 }), (at, cut, put) => {
        const { answers, findings } = receive(
          '837P-000000001.x12',
          text.slice(0, at) + put + text.slice(at + cut),
        );
        expect(answers.length + findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a claim', () => {
  it('goes through again after a refusal, and is denied as a duplicate after an acceptance', () => {
    const office = openOffice();
    const claim = claimOf('01-hypertension');
    const unknown = withSubscriber(claim, { id: 'NWH1' });
    expect(statusesOf(sendClaims(office, 0, unknown))).toEqual(['A3:33:IL']);
    expect(decisionsOf(sendClaims(office, 1, claim))).toEqual([{ status: '1', paid: 9800, 'CO-45': 4000 }]);
    const copy = withClaim(claim, { patientControlNumber: 'C0000SAMPLE00-2' });
    expect(decisionsOf(sendClaims(office, 2, copy))).toEqual([{ status: '1', paid: 0, 'OA-18': 13800 }]);
  });

  it('of another account is no duplicate, so that one sample can run many times', () => {
    const office = openOffice();
    const claim = claimOf('01-hypertension');
    sendClaims(office, 0, claim);
    const other = withClaim(claim, { patientControlNumber: 'C0000SAMPLE99-1' });
    expect(decisionsOf(sendClaims(office, 0, other))).toMatchObject([{ paid: 9800 }]);
  });

  it('cannot replace a claim that the payer does not have', () => {
    const replacement = claimOf('01-hypertension', { frequency: '7', originalReference: 'NW1' });
    expect(statusesOf(sendClaims(openOffice(), 0, replacement))).toEqual(['A7:464']);
  });

  it('is taken back by a void, once', () => {
    const office = openOffice();
    const claim = claimOf('01-hypertension');
    const originalReference = acknowledgementsOf(sendClaims(office, 0, claim))[0]?.payerControlNumber;
    const voided = withClaim(claim, {
      patientControlNumber: 'C0000SAMPLE00-2',
      frequency: '8',
      originalReference,
    });
    expect(decisionsOf(sendClaims(office, 12, voided))).toEqual([
      { status: '22', paid: -9800, 'CO-45': -4000 },
    ]);
    expect(statusesOf(sendClaims(office, 20, voided))).toEqual(['A7:464']);
  });

  it('can be sent anew after a void', () => {
    const office = openOffice();
    const claim = claimOf('01-hypertension');
    const originalReference = acknowledgementsOf(sendClaims(office, 0, claim))[0]?.payerControlNumber;
    const numbered = (count: number, change = {}) =>
      withClaim(claim, { patientControlNumber: `C0000SAMPLE00-${count}`, ...change });
    sendClaims(office, 12, numbered(2, { frequency: '8', originalReference }));
    expect(decisionsOf(sendClaims(office, 13, numbered(3)))).toMatchObject([{ status: '1', paid: 9800 }]);
  });

  it('that is a duplicate is not revised', () => {
    const office = openOffice();
    const claim = claimOf('13-depression');
    sendClaims(office, 0, claim);
    const copy = withClaim(claim, { patientControlNumber: 'C0000SAMPLE00-2' });
    expect(decisionsOf(sendClaims(office, 1, copy))).toEqual([{ status: '1', paid: 0, 'OA-18': 19500 }]);
  });

  it('for a payer that is not here is refused as sent to the wrong one', () => {
    const claim = withCoverage(claimOf('01-hypertension'), {
      payer: { entityType: '2', name: 'Elsewhere', idQualifier: 'PI', id: 'elsewhere' },
    });
    expect(statusesOf(sendClaims(openOffice(), 0, claim))).toEqual(['A3:116:PR']);
  });

  it('shares its file with claims for other payers, each answered by its own', () => {
    const claims = [
      claimOf('01-hypertension'),
      claimOf('13-depression', { patientControlNumber: 'C0000SAMPLE13-1' }),
    ];
    const answers = sendClaims(openOffice(), 0, ...claims);
    expect(answers.map(({ name }) => name.replace(/\d{9}/, 'N'))).toEqual([
      '999-837P-N.x12',
      '277CA-837P-N.x12',
      '277CA-837P-N-2.x12',
      '835-837P-N.x12',
      '835-837P-N-2.x12',
      '835-837P-N-3.x12',
    ]);
    expect(remittancesOf(answers).map(({ payer }) => payer.name)).toEqual([
      'Northwind Health Plan',
      'Cascade Mutual',
      'Cascade Mutual',
    ]);
  });
});

describe('questions and letters', () => {
  it('find nothing before the claim has come', () => {
    const office = openOffice();
    const claim = claimOf('11-bronchitis');
    expect(inquiryStatusesOf(inquire(office, 0, claim))).toEqual(['D0:35']);
    expect(send(office, { name: 'appeal-000000002.txt', text: appealText(claim, undefined) })).toEqual([]);
    expect(timesOf(sendClaims(office, 1, claim), 1)).toEqual(['999@0.05', '277CA@1']);
  });

  it('hear that a claim is pending until its remittance is out', () => {
    const office = openOffice();
    const claim = claimOf('01-hypertension');
    sendClaims(office, 0, claim);
    expect(inquiryStatusesOf(inquire(office, 9, claim))).toEqual(['P1:20']);
    expect(inquiryStatusesOf(inquire(office, 11, claim))).toEqual(['F1:65']);
  });
});

describe('the payers together', () => {
  it('answer the same files with the same bytes', () => {
    const text = claimText(claimOf('13-depression'));
    expect(receive('837P-000000001.x12', text)).toEqual(receive('837P-000000001.x12', text));
  });

  it('take a forwarded balance off the next remittance to the same payee', () => {
    const office = openOffice();
    sendClaims(office, 0, claimOf('13-depression'));
    const next = claimOf('04-sinusitis', { patientControlNumber: 'C0000SAMPLE04-1' });
    const plain = withSubscriber(next, { name: 'Munoz-Vega' });
    const [remittance] = remittancesOf(sendClaims(office, 6, plain));
    expect(remittance).toMatchObject({
      paid: 9500 - 2010,
      groups: [{ claims: [{ paid: 9500 }] }],
      providerAdjustments: [{ adjustments: [{ identifier: { reason: 'FB' }, amount: 2010 }] }],
    });
  });
});
