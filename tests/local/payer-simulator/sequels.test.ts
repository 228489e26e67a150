import { describe, expect, it } from 'vitest';
import { cents } from '../../../functions/edi/money.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import { openLedger } from '../../../local/payer-simulator/ledger.ts';
import { directoryOf, PayerRules } from '../../../local/payer-simulator/payer-rules.ts';
import {
  claimsIn,
  dayMs,
  decisionsOf,
  inquire,
  moneyOf,
  remittancesOf,
  sendClaims,
  statusesOf,
  timesOf,
} from './exchange.ts';
import { claimOf, withClaim, withCoverage, withSubscriber } from './visits.ts';

const payer = (payerId: string, name: string, change: object = {}) =>
  PayerRules.parse({
    ...{ payerId, name, taxId: '990210009', phone: '6145550100', controlNumberPrefix: 'TP' },
    address: { line1: '1 Test Way', city: 'Columbus', state: 'OH', postalCode: '43215' },
    allowedPercentOfCharge: 80,
    members: [
      {
        ...{ memberId: 'M1', lastName: 'Brennan', firstName: 'Walter', dateOfBirth: '1961-04-09' },
        ...{ activeFrom: '2024-01-01', coinsurancePercent: 25 },
      },
    ],
    ...change,
  });

const officeThat = (...results: readonly object[]) => ({
  payers: directoryOf([
    payer('northwind', 'First Plan', {
      rules: results.map((result) => ({ name: 'rule', when: {}, result })),
    }),
    payer('cascade', 'Second Plan'),
  ]),
  ledger: openLedger(),
  dayMs,
});

const visit = (name = '01-hypertension', change: Partial<BilledClaim['claim']> = {}): BilledClaim =>
  withSubscriber(withCoverage(claimOf(name, change), { payer: first }), { id: 'M1' });

const first = { entityType: '2', name: 'First Plan', idQualifier: 'PI', id: 'northwind' };
const second = { ...first, name: 'Second Plan', id: 'cascade' };

const besides = (answers: Parameters<typeof remittancesOf>[0]) =>
  remittancesOf(answers).map(({ paid, providerAdjustments = [] }) => ({
    paid,
    beside: providerAdjustments.flatMap(({ adjustments }) =>
      adjustments.map(({ identifier: { reason, reference = '' }, amount }) => [reason, reference, amount]),
    ),
  }));

describe('a payer', () => {
  it('refuses by its front end what a rule refuses, and pays nothing', () => {
    const office = officeThat({ kind: 'refuse', category: 'A7', status: '252' });
    const answers = sendClaims(office, 0, visit());
    expect([statusesOf(answers), decisionsOf(answers)]).toEqual([['A7:252'], []]);
  });

  it('that ignores a claim takes it in and says nothing more, even when asked', () => {
    const office = officeThat({ kind: 'ignore' });
    const answers = sendClaims(office, 0, visit());
    expect([statusesOf(answers), decisionsOf(answers)]).toEqual([['A2:20'], []]);
    expect(inquire(office, 20, visit())).toEqual([]);
  });

  it('tells a decision in two, which together are the whole', () => {
    const whole = claimsIn(sendClaims(officeThat(), 0, visit('07-palpitations')));
    const parts = claimsIn(sendClaims(officeThat({ kind: 'split' }), 0, visit('07-palpitations')));
    expect(parts.map(({ lines = [] }) => lines.length)).toEqual([1, 1]);
    for (const field of ['charge', 'paid', 'patientResponsibility'] as const)
      expect(parts.reduce((total, part) => total + (part[field] ?? 0), 0)).toBe(whole[0]?.[field]);
    expect(claimsIn(sendClaims(officeThat({ kind: 'split' }), 0, visit()))).toHaveLength(1);
  });

  it('pays interest beside the claim', () => {
    const answers = sendClaims(officeThat({ kind: 'interest', amount: 137 }), 0, visit());
    expect(besides(answers)).toEqual([{ paid: 8280 + 137, beside: [['L6', '', -137]] }]);
  });

  it('takes back beside the claims under our number, and forwards what a payment does not cover', () => {
    const answers = sendClaims(officeThat({ kind: 'take-back', afterDays: 6, percent: 50 }), 0, visit());
    expect(timesOf(answers)).toEqual(['999@0.05', '277CA@1', '835@10', '835@16']);
    const [, later] = besides(answers);
    expect(later).toEqual({
      paid: 0,
      beside: [
        ['WO', visit().claim.patientControlNumber, 4140],
        ['FB', expect.any(String), -4140],
      ],
    });
  });

  it('forwards a claim to the next payer, which decides it under the first number and refuses it a second time', () => {
    const office = officeThat({ kind: 'forward', afterDays: 6 });
    const { claim, coverage } = visit();
    const { entityType, name, firstName } = coverage.subscriber;
    const next = {
      ...{ responsibility: 'S', relationship: '18', claimFilingIndicator: 'CI' },
      ...{ benefitsAssigned: 'Y', releaseOfInformation: 'Y' },
      subscriber: { entityType, name, firstName, idQualifier: 'MI', id: 'M1' },
      payer: second,
    };
    const answers = sendClaims(office, 0, withClaim(visit(), { otherPayers: [next] }));
    expect(timesOf(answers)).toEqual(['999@0.05', '277CA@1', '835@10', '835@16']);
    const [own, others] = claimsIn(answers);
    expect(own).toMatchObject({ statusCode: '19', crossoverCarrier: { name: 'Second Plan' } });
    expect(others && { ...moneyOf(others), number: others.patientControlNumber }).toEqual({
      ...{ status: '2', paid: 2760, 'OA-23': 11040, number: claim.patientControlNumber },
    });
    const copy = withCoverage(visit('01-hypertension', { patientControlNumber: 'C0000SAMPLE99-1' }), {
      payer: second,
      responsibility: 'S',
    });
    expect(decisionsOf(sendClaims(office, 11, copy))).toEqual([{ status: '2', paid: 0, 'OA-18': 13800 }]);
  });
});

describe('what a payer enters in its books', () => {
  it('is what the file says, in cents', () => {
    const office = officeThat({ kind: 'interest', amount: 137 });
    const [made] = sendClaims(office, 0, visit()).flatMap(({ payment }) => payment ?? []);
    expect(made).toMatchObject({ payerId: 'northwind', amount: 8417, claims: [{ paid: cents(8280) }] });
  });
});
