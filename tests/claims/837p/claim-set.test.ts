import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { toProfessionalClaimSet } from '../../../functions/claims/837p/claim-set.ts';
import { claimForNextPayer } from '../../../functions/coordination/next-claim.ts';
import type { Adjudication, Adjustment, Claim } from '../../../functions/domain/claim.ts';
import { adjustmentsOf } from '../../../functions/edi/guide/adjustment-list.ts';
import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import { readSets, writeSets } from '../../../functions/edi/sets.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import type {
  BillingProviderLevel,
  ProfessionalClaim,
  SubscriberLevel,
} from '../../../functions/edi/x837p/loops.ts';
import { header } from '../../edi/material/interchange-headers.ts';
import { adjudication, adjustment, settledAdjudication } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { nextPayer, payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

/** A claim as its 837P tells it to the payer, with the levels above it. */
type Sent = {
  claim: ProfessionalClaim;
  billing: BillingProviderLevel;
  subscriber: SubscriberLevel;
  text: string;
};

/** Written, and read again from the file. */
const asSent = (sent: Claim): Sent => {
  const [submission] = sent.submissions.slice(-1);
  if (!submission) throw new Error('A claim has a submission');
  const parties = { practice: practice(), payer: payer() };
  const set = toProfessionalClaimSet(sent, submission, parties, header());
  const text = writeSets(header(), professionalClaimGuide, [set]);
  const read = readSets(text, professionalClaimGuide);
  if (!read.success || read.findings?.length) throw new Error('The file does not read back');
  const billing = read.data.sets[0]?.data.billingProviders?.[0];
  const subscriber = billing?.subscribers?.[0];
  const [only] = (subscriber?.patients?.[0] ?? subscriber)?.claims ?? [];
  if (!billing || !subscriber || !only) throw new Error('The file holds no claim');
  return { claim: only, billing, subscriber, text };
};

const secondary = (decided: Adjudication): Claim =>
  claimForNextPayer(
    adjudicated({ adjudications: [decided], nextPayers: [nextPayer] }),
    { payerName: 'Northwind Health Plan', claimFilingIndicator: 'CI' },
    '2026-11-01T00:00:00.000Z',
  );

const adjustedBy = (one: Parameters<typeof adjustmentsOf>[0]): Cents =>
  sum(adjustmentsOf(one).map(({ amount }) => amount));

const decisionsOf = ({ lines }: ProfessionalClaim) => lines.flatMap((line) => line.adjudications ?? []);

/** `CLM02 = AMT*D + Σ CAS (2320 and 2430)`, for the one payer before this. */
const expectBalanced = (sent: ProfessionalClaim): void => {
  const [prior] = sent.otherPayers ?? [];
  const decided = decisionsOf(sent);
  expect(prior?.paid).toBeDefined();
  expect(sent.totalCharge).toBe((prior?.paid ?? 0) + adjustedBy(prior ?? {}) + sum(decided.map(adjustedBy)));
  expect(sent.totalCharge).toBe(sum(sent.lines.map(({ charge }) => charge)));
  for (const line of sent.lines) {
    for (const one of line.adjudications ?? []) expect(line.charge).toBe(one.paid + adjustedBy(one));
  }
  if (decided.length > 0)
    expect(prior?.paid).toBe(sum(decided.map(({ paid }) => paid)) - adjustedBy(prior ?? {}));
};

const decisionDates = (text: string): number => text.split('DTP*573').length - 1;

describe('the 837P of a claim', () => {
  it('reads back as the claim that was sent', () => {
    const {
      claim: read,
      billing,
      subscriber,
    } = asSent(
      claim({
        priorAuthorization: 'AUTH55',
        referringProvider: { lastName: 'Dubois', firstName: 'Renee', npi: '1245319599' },
      }),
    );
    expect(read).toMatchObject({
      patientControlNumber: 'C0000000000A1-1',
      totalCharge: 23_000,
      frequency: '1',
      priorAuthorization: 'AUTH55',
      diagnoses: [
        { qualifier: 'ABK', code: 'M1711' },
        { qualifier: 'ABF', code: 'I10' },
      ],
      referringProvider: { id: '1245319599' },
    });
    expect(read.otherPayers).toBeUndefined();
    expect(subscriber).toMatchObject({
      responsibility: 'P',
      claimFilingIndicator: 'CI',
      subscriber: { name: 'Okafor', id: 'NW4410977', dateOfBirth: '1961-04-09' },
    });
    expect(billing.provider).toMatchObject({ id: practice().npi, taxId: { id: practice().taxId } });
    expect(read.lines).toMatchObject([
      { lineNumber: 1, charge: 15_000, lineControlNumber: 'C0000000000A1-1-1', diagnosisPointers: [1, 2] },
      { lineNumber: 2, charge: 8_000, lineControlNumber: 'C0000000000A1-1-2', diagnosisPointers: [1] },
    ]);
    expect(subscriber.patients).toBeUndefined();
  });

  it('names the payer’s number with a replacement', () => {
    const { claim: read } = asSent(
      claim({
        submissions: [
          { number: 1, frequency: '1', fileAccepted: true },
          { number: 2, frequency: '7', originalReference: 'ICN900100', fileAccepted: false },
        ],
      }),
    );
    expect(read).toMatchObject({
      patientControlNumber: 'C0000000000A1-2',
      frequency: '7',
      originalReference: 'ICN900100',
    });
  });

  it.each([
    ['spouse', '01'],
    ['child', '19'],
    ['other', 'G8'],
  ] as const)('tells the %s of the subscriber apart from the subscriber', (relationship, code) => {
    const { address } = claim().patient;
    const { subscriber: level } = asSent(
      claim({
        coverage: {
          payerId: 'northwind',
          responsibility: 'P',
          memberId: 'NW4410977',
          relationship,
          subscriber: {
            lastName: 'Okafor',
            firstName: 'Samuel',
            dateOfBirth: '1958-01-01',
            gender: 'M',
            address,
          },
        },
      }),
    );
    expect(level.subscriber).toMatchObject({ firstName: 'Samuel', id: 'NW4410977' });
    expect(level.subscriber.dateOfBirth).toBeUndefined();
    expect(level.patients).toMatchObject([
      { relationship: code, patient: { firstName: 'Miriam', dateOfBirth: '1961-04-09' } },
    ]);
  });

  it('names an employer as the subscriber of an injury at work, and the patient as its employee', () => {
    const { subscriber: level, text } = asSent(
      claim({
        coverage: {
          ...{ payerId: 'northwind', responsibility: 'P', memberId: 'WC-77120', relationship: 'employee' },
          employer: { name: 'Quarry & Sons, Inc.' },
        },
      }),
    );
    expect(text).toContain('NM1*IL*2*Quarry & Sons, Inc.*****MI*WC-77120~');
    expect(level.relationship).toBeUndefined();
    expect(level.subscriber.dateOfBirth).toBeUndefined();
    expect(level.patients).toMatchObject([
      { relationship: '20', patient: { firstName: 'Miriam', dateOfBirth: '1961-04-09' } },
    ]);
    expect(check837p(text)).toEqual([]);
  });

  it('names an employer that another payer has as its subscriber', () => {
    const employed = {
      ...nextPayer,
      coverage: { ...nextPayer.coverage, relationship: 'employee' as const, employer: { name: 'Quarry' } },
    };
    const { claim: sent, text } = asSent(claim({ nextPayers: [employed] }));
    expect(sent.otherPayers).toMatchObject([
      { relationship: '20', subscriber: { entityType: '2', name: 'Quarry' } },
    ]);
    expect(check837p(text)).toEqual([]);
  });

  it('tells of a later payer without any decision', () => {
    const [other] = asSent(claim({ nextPayers: [nextPayer] })).claim.otherPayers ?? [];
    expect(other).toMatchObject({ responsibility: 'S', payer: { id: 'cascade' } });
    expect(other?.adjustments).toBeUndefined();
    expect(other?.paid).toBeUndefined();
  });
});

describe('an 837P before it is sent', () => {
  it.each([
    ['for the first payer', claim()],
    ['for the second payer', secondary(settledAdjudication())],
  ])('has no fault %s', (_title, sent) => {
    expect(check837p(asSent(sent).text)).toEqual([]);
  });

  it('has one when another payer’s decision does not balance', () => {
    const decided = adjudication({ lines: [], adjustments: [adjustment('CO', '45', 1)] });
    expect(check837p(asSent(secondary(decided)).text)).toMatchObject([{ code: 'IK403-I12', level: 3 }]);
  });
});

describe('the 837P of a second payer', () => {
  it('tells why Medicare is not the first payer, as the coverage has it', () => {
    const first = secondary(settledAdjudication());
    const { subscriber } = asSent({ ...first, coverage: { ...first.coverage, insuranceType: '12' } });
    expect(subscriber.insuranceType).toBe('12');
  });

  it('balances with what the first decided by line', () => {
    const { claim: read, text } = asSent(secondary(settledAdjudication()));
    expectBalanced(read);
    expect(read.lines.map((line) => line.adjudications?.length)).toEqual([1, 1]);
    expect(read.otherPayers).toMatchObject([{ paid: 10_000, payer: { claimControlNumber: 'ICN900100' } }]);
    expect(read.otherPayers?.[0]?.payer?.adjudicationDate).toBeUndefined();
    expect(decisionDates(text)).toBe(2);
  });

  it('balances with what the first decided for the claim as a whole', () => {
    const whole = adjudication({
      lines: [],
      adjustments: [adjustment('CO', '45', 11_000), adjustment('PR', '2', 2_000)],
    });
    const { claim: read, text } = asSent(secondary(whole));
    expectBalanced(read);
    expect(read.otherPayers?.[0]?.payer?.adjudicationDate).toBe('2026-10-28');
    expect(decisionDates(text)).toBe(1);
  });

  it('balances at claim level when the first payer dropped our line numbers', () => {
    const { lines } = settledAdjudication();
    const unnumbered = settledAdjudication({
      lines: lines.map(({ lineNumber: _dropped, ...line }) => line),
    });
    const { claim: read, text } = asSent(secondary(unnumbered));
    expectBalanced(read);
    expect(decisionsOf(read)).toEqual([]);
    expect(decisionDates(text)).toBe(1);
  });

  it('balances for any decision, and dates it at exactly one level', () => {
    const reductions = fc.array(fc.integer({ min: 0, max: 8_000 }), { maxLength: 3 });
    const numbering = fc.constantFrom('ours', 'none', 'foreign');
    fc.assert(
      fc.property(reductions, reductions, numbering, (onClaim, onLines, numbers) => {
        const decided = decision(onClaim, onLines, numbers);
        const { claim: read, text } = asSent(secondary(decided));
        expectBalanced(read);
        const onLine = decisionsOf(read).length;
        expect(decisionDates(text)).toBe(onLine > 0 ? onLine : 1);
      }),
      { numRuns: 60 },
    );
  });
});

/** A balanced decision on both lines of the claim, whose adjustments are the amounts given. */
const decision = (onClaim: number[], onLines: number[], numbers: string): Adjudication => {
  const asAdjustments = (amounts: number[]): Adjustment[] =>
    amounts.map((amount) => adjustment('CO', '45', amount));
  const numberOf = { ours: 0, foreign: 70, none: 0 }[numbers] ?? 0;
  const lines = claim().lines.map(({ lineNumber, procedure, charge }) => ({
    ...(numbers !== 'none' && { lineNumber: lineNumber + numberOf }),
    procedure,
    charge,
    paid: cents(charge - onLines.reduce((total, one) => total + one, 0)),
    adjustments: asAdjustments(onLines),
    remarks: [],
  }));
  const paid = sum(lines.map((line) => line.paid)) - onClaim.reduce((total, one) => total + one, 0);
  return adjudication({ lines, adjustments: asAdjustments(onClaim), paid: cents(paid) });
};
