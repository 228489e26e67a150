import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimForNextPayer } from '../../functions/claims/bill-next-payer.ts';
import { toProfessionalClaim } from '../../functions/claims/claim-837p.ts';
import type { Adjudication, Adjustment, Claim } from '../../functions/domain/claim.ts';
import { type Cents, cents, sum } from '../../functions/edi/money.ts';
import type { ProfessionalClaim } from '../../functions/edi/x837p/professional-claim.ts';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import {
  adjudicated,
  adjudication,
  adjustment,
  claim,
  nextPayer,
  payer,
  practice,
  settledAdjudication,
} from '../domain/claims.ts';
import { header } from '../edi/interchange-headers.ts';

/** The claim as its 837P tells it to the payer: written, and read again from the file. */
const asSent = (sent: Claim): { claim: ProfessionalClaim; text: string } => {
  const [submission] = sent.submissions.slice(-1);
  if (!submission) throw new Error('A claim has a submission');
  const text = write837p({
    envelope: header(),
    submitter: { name: practice().name, id: practice().taxId, contact: { phone: practice().phone } },
    receiver: { name: payer().name, id: payer().receiverId },
    claims: [toProfessionalClaim(sent, submission, practice(), payer())],
  });
  const read = read837p(text);
  if (!read.success || read.findings?.length) throw new Error('The file does not read back');
  const [only] = read.data.claims;
  if (!only) throw new Error('The file holds no claim');
  return { claim: only, text };
};

const secondary = (decided: Adjudication): Claim =>
  claimForNextPayer(
    adjudicated({ adjudications: [decided], nextPayers: [nextPayer] }),
    { payerName: 'Northwind Health Plan', claimFilingIndicator: 'CI' },
    '2026-11-01T00:00:00.000Z',
  );

const amountOf = (adjustments: readonly { amount: Cents }[]): number =>
  sum(adjustments.map(({ amount }) => amount));

/** `CLM02 = AMT*D + Σ CAS (2320 and 2430)`, for the one payer before this. */
const expectBalanced = (sent: ProfessionalClaim): void => {
  const [prior] = sent.otherPayers;
  const decided = sent.lines.flatMap((line) => line.adjudications);
  const onLines = decided.map(({ adjustments }) => amountOf(adjustments));
  expect(prior?.paid).toBeDefined();
  expect(sent.totalCharge).toBe(
    (prior?.paid ?? 0) + amountOf(prior?.adjustments ?? []) + onLines.reduce((total, one) => total + one, 0),
  );
  expect(sent.totalCharge).toBe(sum(sent.lines.map(({ charge }) => charge)));
  for (const line of sent.lines) {
    for (const { paid, adjustments } of line.adjudications)
      expect(line.charge).toBe(paid + amountOf(adjustments));
  }
  if (decided.length > 0)
    expect(prior?.paid).toBe(sum(decided.map(({ paid }) => paid)) - amountOf(prior?.adjustments ?? []));
};

const decisionDates = (text: string): number => text.split('DTP*573').length - 1;

describe('the 837P of a claim', () => {
  it('reads back as the claim that was sent', () => {
    const { claim: read } = asSent(
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
      diagnoses: ['M17.11', 'I10'],
      responsibility: 'P',
      claimFilingIndicator: 'CI',
      subscriber: { name: 'Okafor', memberId: 'NW4410977', dateOfBirth: '1961-04-09' },
      billingProvider: { npi: practice().npi, taxId: practice().taxId },
      referringProvider: { npi: '1245319599' },
      otherPayers: [],
    });
    expect(read.lines).toMatchObject([
      { lineNumber: 1, charge: 15_000, lineControlNumber: '1', diagnosisPointers: [1, 2] },
      { lineNumber: 2, charge: 8_000, lineControlNumber: '2', diagnosisPointers: [1] },
    ]);
    expect(read.patient).toBeUndefined();
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
    const { claim: read } = asSent(
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
    expect(read.subscriber).toMatchObject({ firstName: 'Samuel', memberId: 'NW4410977' });
    expect(read.subscriber.dateOfBirth).toBeUndefined();
    expect(read.patient).toMatchObject({
      firstName: 'Miriam',
      relationship: code,
      dateOfBirth: '1961-04-09',
    });
  });

  it('tells of a later payer without any decision', () => {
    const [other] = asSent(claim({ nextPayers: [nextPayer] })).claim.otherPayers;
    expect(other).toMatchObject({ responsibility: 'S', id: 'cascade', adjustments: [] });
    expect(other?.paid).toBeUndefined();
  });
});

describe('the 837P of a second payer', () => {
  it('balances with what the first decided by line', () => {
    const { claim: read, text } = asSent(secondary(settledAdjudication()));
    expectBalanced(read);
    expect(read.lines.map((line) => line.adjudications.length)).toEqual([1, 1]);
    expect(read.otherPayers).toMatchObject([{ paid: 10_000, claimControlNumber: 'ICN900100' }]);
    expect(read.otherPayers[0]?.adjudicationDate).toBeUndefined();
    expect(decisionDates(text)).toBe(2);
  });

  it('balances with what the first decided for the claim as a whole', () => {
    const whole = adjudication({
      lines: [],
      adjustments: [adjustment('CO', '45', 11_000), adjustment('PR', '2', 2_000)],
    });
    const { claim: read, text } = asSent(secondary(whole));
    expectBalanced(read);
    expect(read.otherPayers[0]?.adjudicationDate).toBe('2026-10-28');
    expect(decisionDates(text)).toBe(1);
  });

  it('balances at claim level when the first payer dropped our line numbers', () => {
    const { lines } = settledAdjudication();
    const unnumbered = settledAdjudication({
      lines: lines.map(({ lineNumber: _dropped, ...line }) => line),
    });
    const { claim: read, text } = asSent(secondary(unnumbered));
    expectBalanced(read);
    expect(read.lines.flatMap((line) => line.adjudications)).toEqual([]);
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
        const onLine = read.lines.flatMap((line) => line.adjudications).length;
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
