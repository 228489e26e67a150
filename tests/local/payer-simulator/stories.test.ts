import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../functions/edi/envelope/beginning-of.ts';
import { cents } from '../../../functions/edi/money.ts';
import { writeSets } from '../../../functions/edi/sets.ts';
import { eligibilityInquiryGuide } from '../../../functions/edi/x270/guide.ts';
import type { SubscriberInquiry } from '../../../functions/edi/x270/loops.ts';
import { answersOf } from '../../../functions/edi/x271/answers-of.ts';
import { eligibilityResponseGuide } from '../../../functions/edi/x271/guide.ts';
import type { EligibilityResponseSet } from '../../../functions/edi/x271/loops.ts';
import { remarksOfClaim, remarksOfLine } from '../../../functions/edi/x835/remarks-of.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import type {
  LineAdjudication,
  ProfessionalClaim,
  ProfessionalServiceLine,
} from '../../../functions/edi/x837p/loops.ts';
import { implementationAcknowledgementGuide } from '../../../functions/edi/x999/guide.ts';
import {
  acknowledgementsOf,
  appealText,
  bodiesOf,
  claimsIn,
  clean,
  decisionsOf,
  envelope,
  inquire,
  inquiryStatusesOf,
  openOffice,
  remittancesOf,
  send,
  sendClaims,
  statusesOf,
  timesOf,
} from './exchange.ts';
import { claimOf, referring, withClaim, withCoverage, withSubscriber } from './visits.ts';

/** The next transmission of the same claim. */
const again = (billed: BilledClaim, change: Partial<ProfessionalClaim> = {}): BilledClaim =>
  withClaim(billed, {
    patientControlNumber: billed.claim.patientControlNumber.replace(/\d+$/, (count) =>
      String(Number(count) + 1),
    ),
    ...change,
  });

const controlNumberIn = (answers: ReturnType<typeof sendClaims>): string | undefined =>
  acknowledgementsOf(answers)[0]?.payerControlNumber;

const person = ({ coverage: { subscriber } }: BilledClaim, id = subscriber.id) => {
  const { name, firstName } = subscriber;
  return { entityType: '1', name, firstName, idQualifier: 'MI', id, dateOfBirth: '1980-01-01', gender: 'F' };
};

/** Asks for the coverage on the day of the first service, of whoever `inquiryOf` names. */
const ask = (billed: BilledClaim, inquiryOf: (question: Question) => SubscriberInquiry) => {
  const header = envelope();
  const traces = [{ traceNumber: 'TRACE-1', traceOriginator: '9990041207' }];
  const period = billed.claim.lines[0]?.servicePeriod;
  const asked = { dates: period && [{ qualifier: '291', period }], questions: [{ serviceTypes: ['30'] }] };
  const provider = { entityType: '2', name: 'Maple Street', idQualifier: 'XX', id: '2450100013' };
  const receivers = [
    { receiver: { entity: '1P', ...provider }, subscribers: [inquiryOf({ traces, asked })] },
  ];
  const text = writeSets(header, eligibilityInquiryGuide, [
    {
      purpose: '13',
      ...beginningOf(header),
      sources: [{ source: { entity: 'PR', ...billed.coverage.payer }, receivers }],
    },
  ]);
  return send(openOffice(), { name: '270-000000001.x12', text });
};

type Question = {
  traces: NonNullable<SubscriberInquiry['traces']>;
  asked: Pick<SubscriberInquiry['subscriber'], 'dates'> & { questions: { serviceTypes: string[] }[] };
};

const responsesOf = (answers: ReturnType<typeof sendClaims>): EligibilityResponseSet[] =>
  bodiesOf(answers, '271').flatMap((body) => clean(body, eligibilityResponseGuide));

const coverageOf = (billed: BilledClaim, memberId?: string) => {
  const answers = ask(billed, ({ traces, asked }) => ({
    traces,
    subscriber: { ...person(billed, memberId), ...asked },
  }));
  const [response] = responsesOf(answers).flatMap(answersOf);
  return { times: timesOf(answers), rejections: response?.rejections, benefits: response?.benefits };
};

describe('the stories of the samples', () => {
  it.each([
    ['01-hypertension', { status: '1', paid: 9800, 'CO-45': 4000 }],
    ['02-diabetes', { status: '1', paid: 8640, 'CO-45': 6900, 'PR-1': 5000, 'PR-2': 2160 }],
    ['14-vague-fatigue', { status: '1', paid: 6100, 'CO-45': 2400 }],
    ['16-otitis-media', { status: '1', paid: 9800, 'CO-45': 4000 }],
  ])('%s is accepted and paid after ten days', (name, money) => {
    const answers = sendClaims(openOffice(), 0, claimOf(name));
    expect(timesOf(answers)).toEqual(['999@0.05', '277CA@1', '835@10']);
    expect(statusesOf(answers)).toEqual(['A2:20']);
    expect(decisionsOf(answers)).toEqual([money]);
  });

  it('03 cannot check the coverage, is refused as not found, and is paid under the right member id', () => {
    const office = openOffice();
    const claim = claimOf('03-ankle-sprain');
    expect(coverageOf(claim).rejections).toMatchObject([{ reason: '42' }]);
    const refused = sendClaims(office, 0, claim);
    expect(statusesOf(refused)).toEqual(['A3:33:IL']);
    expect(timesOf(refused)).toEqual(['999@0.05', '277CA@1']);
    const corrected = withSubscriber(again(claim), { id: 'CMB448120397' });
    expect(decisionsOf(sendClaims(office, 3, corrected))).toEqual([
      { status: '1', paid: 9500, 'CO-45': 4300 },
    ]);
  });

  it('04 is refused by the translator for a character of its name, and is paid without it', () => {
    const office = openOffice();
    const claim = claimOf('04-sinusitis');
    const refused = sendClaims(office, 0, claim);
    expect(timesOf(refused)).toEqual(['999@0.05']);
    const [acknowledgement] = bodiesOf(refused, '999').flatMap((body) =>
      clean(body, implementationAcknowledgementGuide),
    );
    expect(acknowledgement).toMatchObject({
      status: 'R',
      acceptedSets: 0,
      transactionSets: [
        {
          status: 'R',
          errorCodes: ['5'],
          segmentErrors: [
            {
              segmentId: 'NM1',
              loop: '2010',
              contexts: [{ identifications: [{ name: 'CLM01', value: claim.claim.patientControlNumber }] }],
              elementErrors: [{ place: { element: 3 }, code: '6' }],
            },
          ],
        },
      ],
    });
    const plain = withSubscriber(again(claim), { name: 'Munoz-Vega' });
    expect(decisionsOf(sendClaims(office, 2, plain))).toEqual([{ status: '1', paid: 9500, 'CO-45': 4300 }]);
  });

  it('05 is unprocessable without the referring provider, and the new claim with one is paid', () => {
    const office = openOffice();
    const claim = claimOf('05-low-back-pain');
    const answers = sendClaims(office, 0, claim);
    expect(decisionsOf(answers)).toEqual([{ status: '1', paid: 0, 'CO-16': 22400 }]);
    const [denied] = claimsIn(answers);
    expect(denied && remarksOfClaim(denied)).toEqual(['MA130']);
    expect(denied?.lines?.map(remarksOfLine)).toEqual([
      ['N265', 'N286'],
      ['N265', 'N286'],
    ]);
    const paid = sendClaims(office, 12, again(claim, { referringProvider: referring }));
    expect(decisionsOf(paid)).toEqual([{ status: '1', paid: 9900, 'CO-45': 12500 }]);
  });

  it('06 is denied without the authorization, and its replacement with one is paid', () => {
    const office = openOffice();
    const claim = claimOf('06-knee-injection');
    const answers = sendClaims(office, 0, claim);
    expect(decisionsOf(answers)).toEqual([{ status: '1', paid: 0, 'CO-197': 18100 }]);
    const replacement = again(claim, {
      frequency: '7',
      originalReference: controlNumberIn(answers),
      priorAuthorization: 'PA-7731',
    });
    const replaced = sendClaims(office, 15, replacement);
    expect(statusesOf(replaced)).toEqual(['A2:20']);
    expect(decisionsOf(replaced)).toEqual([
      { status: '22', paid: 0, 'CO-197': -18100 },
      { status: '1', paid: 10800, 'CO-45': 7300 },
    ]);
  });

  it('07 is paid but for the ECG, and wholly after the appeal', () => {
    const office = openOffice();
    const claim = claimOf('07-palpitations');
    const answers = sendClaims(office, 0, claim);
    expect(decisionsOf(answers)).toEqual([{ status: '1', paid: 13400, 'CO-45': 6100, 'CO-50': 5500 }]);
    expect(claimsIn(answers)[0]?.lines?.map(remarksOfLine)).toContainEqual(['N115']);
    const letter = appealText(claim, controlNumberIn(answers));
    const heard = send(office, { name: 'appeal-000000077.txt', text: letter, day: 12 });
    expect(timesOf(heard, 12)).toEqual(['835@10']);
    expect(decisionsOf(heard)).toEqual([
      { status: '22', paid: -13400, 'CO-45': -6100, 'CO-50': -5500 },
      { status: '1', paid: 15800, 'CO-45': 9200 },
    ]);
    expect(remittancesOf(heard)[0]?.paid).toBe(2400);
  });

  it('08 is paid but for the bundled oximetry', () => {
    const answers = sendClaims(openOffice(), 0, claimOf('08-asthma'));
    expect(decisionsOf(answers)).toEqual([{ status: '1', paid: 9800, 'CO-45': 4000, 'CO-97': 1500 }]);
    expect(claimsIn(answers)[0]?.lines?.map(remarksOfLine)).toContainEqual(['M15']);
  });

  it('09 is denied as late, and the appeal changes nothing', () => {
    const office = openOffice();
    const claim = claimOf('09-shoulder-pain');
    const answers = sendClaims(office, 0, claim);
    expect(decisionsOf(answers)).toEqual([{ status: '1', paid: 0, 'CO-29': 16500 }]);
    const letter = appealText(claim, controlNumberIn(answers));
    expect(send(office, { name: 'appeal-000000099.txt', text: letter, day: 12 })).toEqual([]);
    expect(inquiryStatusesOf(inquire(office, 30, claim))).toEqual(['F2:585']);
  });

  it('10 is inactive on the 271, and would be denied if it went out', () => {
    const claim = claimOf('10-urinary-infection');
    expect(coverageOf(claim)).toMatchObject({ times: ['271@0.02'], benefits: [{ information: '6' }] });
    expect(decisionsOf(sendClaims(openOffice(), 0, claim))).toEqual([
      { status: '1', paid: 0, 'PR-27': 15000 },
    ]);
  });

  it('11 hears nothing until it asks, then that it is pending, then is paid', () => {
    const office = openOffice();
    const claim = claimOf('11-bronchitis');
    expect(timesOf(sendClaims(office, 0, claim))).toEqual(['999@0.05', '277CA@1']);
    const asked = inquire(office, 15, claim);
    expect(inquiryStatusesOf(asked)).toEqual(['P1:20']);
    expect(timesOf(asked, 15)).toEqual(['277@0.5', '835@4']);
    expect(decisionsOf(asked)).toEqual([{ status: '1', paid: 9800, 'CO-45': 4000 }]);
    expect(timesOf(inquire(office, 16, claim), 16)).toEqual(['277@0.5']);
    expect(inquiryStatusesOf(inquire(office, 20, claim))).toEqual(['F1:65']);
  });

  it('12 leaves the coinsurance to the second payer, which pays it', () => {
    const claim = claimOf('12-copd');
    expect(decisionsOf(sendClaims(openOffice(), 0, claim))).toEqual([
      { status: '1', paid: 10400, 'CO-45': 6500, 'PR-2': 2600 },
    ]);
    expect(decisionsOf(sendClaims(openOffice(), 0, secondary(claim)))).toEqual([
      { status: '2', paid: 2600, 'OA-23': 16900 },
    ]);
  });

  it('13 is paid, and five days later paid anew by a lower fee schedule', () => {
    const answers = sendClaims(openOffice(), 0, claimOf('13-depression'));
    expect(timesOf(answers)).toEqual(['999@0.05', '277CA@1', '835@10', '835@15']);
    expect(decisionsOf(answers)).toEqual([
      { status: '1', paid: 13400, 'CO-45': 6100 },
      { status: '22', paid: -13400, 'CO-45': -6100 },
      { status: '1', paid: 11390, 'CO-45': 8110 },
    ]);
    const [, second] = remittancesOf(answers);
    expect(second).toMatchObject({
      paid: 0,
      providerAdjustments: [{ adjustments: [{ identifier: { reason: 'FB' }, amount: -2010 }] }],
    });
  });

  it('answers for a dependent by the policy of the subscriber', () => {
    const claim = claimOf('16-otitis-media');
    const answers = ask(claim, ({ traces, asked }) => ({
      subscriber: person(claim),
      dependents: [
        {
          traces,
          dependent: { entityType: '1', name: 'Brennan', firstName: 'Iris', relationship: '19', ...asked },
        },
      ],
    }));
    expect(responsesOf(answers).flatMap(answersOf)).toMatchObject([
      { traceNumber: 'TRACE-1', rejections: [], benefits: [{ information: '1' }] },
    ]);
  });

  it('says when an inquiry comes to the wrong payer', () => {
    const wrong = withCoverage(claimOf('01-hypertension'), {
      payer: { entityType: '2', name: 'Elsewhere', idQualifier: 'PI', id: 'elsewhere' },
    });
    const answers = ask(wrong, ({ traces, asked }) => ({
      traces,
      subscriber: { ...person(wrong), ...asked },
    }));
    expect(responsesOf(answers)).toMatchObject([
      { sources: [{ source: { rejections: [{ reason: '79' }] } }] },
    ]);
  });

  it('covers active members, with what they pay themselves', () => {
    expect(coverageOf(claimOf('02-diabetes')).benefits).toMatchObject([
      { information: '1' },
      { information: 'C', amount: 5000 },
      { information: 'A', percent: 0.2 },
    ]);
    expect(coverageOf(claimOf('01-hypertension'), 'NWH000000000').rejections).toMatchObject([
      { reason: '75' },
    ]);
  });
});

/** The second payer's claim of sample 12, with what the first one decided. */
const secondary = (billed: BilledClaim): BilledClaim => {
  const { entityType, name, firstName } = billed.coverage.subscriber;
  const second = withCoverage(withSubscriber(billed, { id: 'NWH204011975' }), {
    responsibility: 'S',
    payer: { entityType: '2', name: 'Northwind Health Plan', idQualifier: 'PI', id: 'northwind' },
  });
  return withClaim(second, {
    patientControlNumber: 'C0000SAMPLE12-1',
    otherPayers: [
      {
        responsibility: 'P',
        relationship: '18',
        claimFilingIndicator: 'MB',
        paid: cents(10400),
        benefitsAssigned: 'Y',
        releaseOfInformation: 'Y',
        subscriber: { entityType, name, firstName, idQualifier: 'MI', id: '4HC7MR2QK51' },
        payer: { entityType: '2', name: 'Harbor Senior Part B', idQualifier: 'PI', id: 'harbor' },
      },
    ],
    lines: billed.claim.lines.map((line) => ({ ...line, adjudications: [firstDecision(line)] })),
  });
};

const firstDecision = ({ procedure, units }: ProfessionalServiceLine): LineAdjudication => ({
  payerId: 'harbor',
  paid: cents(10400),
  procedure,
  units,
  adjustments: [
    { group: 'CO', reasons: [{ reason: '45', amount: cents(6500) }] },
    { group: 'PR', reasons: [{ reason: '2', amount: cents(2600) }] },
  ],
  adjudicationDate: '2026-11-18',
});
