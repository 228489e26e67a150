import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentSegments, type ListedAdjustment } from '../../../functions/edi/guide/adjustment-list.ts';
import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import { claimsOf } from '../../../functions/edi/x835/claims-of.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import type {
  OtherPayer,
  ProfessionalClaim,
  ProfessionalServiceLine,
} from '../../../functions/edi/x837p/loops.ts';
import { openLedger } from '../../../local/payer-simulator/ledger.ts';
import {
  type AdjudicationRule,
  directoryOf,
  PayerRules,
} from '../../../local/payer-simulator/payer-rules.ts';
import { dayMs, decisionsOf, remittancesOf, sendClaims } from './exchange.ts';
import { claimOf, referring, withCoverage } from './visits.ts';

const officeOf = (change: Record<string, unknown> = {}) => ({
  payers: directoryOf([
    PayerRules.parse({
      payerId: 'northwind',
      name: 'Test Plan',
      taxId: '990210009',
      address: { line1: '1 Test Way', city: 'Columbus', state: 'OH', postalCode: '43215' },
      phone: '6145550100',
      controlNumberPrefix: 'TP',
      allowedPercentOfCharge: 100,
      members: [memberWith({})],
      ...change,
    }),
  ]),
  ledger: openLedger(),
  dayMs,
});

const memberWith = (change: Record<string, unknown>) => ({
  memberId: 'NWH204817733',
  lastName: 'Brennan',
  firstName: 'Walter',
  dateOfBirth: '1961-04-09',
  activeFrom: '2024-01-01',
  ...change,
});

const claimWith = (change: Partial<ProfessionalClaim> = {}) => claimOf('01-hypertension', change);

const firstDecision = (office: ReturnType<typeof officeOf>, claim: BilledClaim) =>
  decisionsOf(sendClaims(office, 0, claim))[0];

const denyLine = (when: AdjudicationRule['when']) => ({
  rules: [{ name: 'denied', when, result: { kind: 'deny-line', group: 'CO', reason: '50' } }],
});

describe('the fee schedule and the plan', () => {
  it('takes copay, then deductible, then coinsurance out of the allowed amount', () => {
    const office = officeOf({
      allowedPerUnit: { '99213': 10000 },
      members: [memberWith({ copay: 2000, deductiblePerClaim: 3000, coinsurancePercent: 20 })],
    });
    expect(firstDecision(office, claimWith())).toEqual({
      status: '1',
      paid: 4000,
      'CO-45': 3800,
      'PR-1': 3000,
      'PR-2': 1000,
      'PR-3': 2000,
    });
  });

  it('spreads a deductible over the lines and never takes more than is allowed', () => {
    const [line] = claimWith().claim.lines;
    const lines = line ? [line, { ...line, lineNumber: 2, lineControlNumber: '2' }] : [];
    const office = officeOf({
      allowedPerUnit: { '99213': 10000 },
      members: [memberWith({ deductiblePerClaim: 15000 })],
    });
    const claim = claimWith({ lines, totalCharge: cents(27600) });
    expect(firstDecision(office, claim)).toEqual({ status: '1', paid: 5000, 'CO-45': 7600, 'PR-1': 15000 });
  });

  it('never allows more than the charge', () => {
    const office = officeOf({ allowedPerUnit: { '99213': 99900 } });
    expect(firstDecision(office, claimWith())).toEqual({ status: '1', paid: 13800 });
  });

  it('denies services before and after the coverage', () => {
    const before = officeOf({ members: [memberWith({ activeFrom: '2026-11-19' })] });
    const after = officeOf({ members: [memberWith({ activeTo: '2026-11-01' })] });
    expect(firstDecision(before, claimWith())).toMatchObject({ paid: 0, 'PR-26': 13800 });
    expect(firstDecision(after, claimWith())).toMatchObject({ paid: 0, 'PR-27': 13800 });
  });
});

describe('the conditions of rules', () => {
  it.each<[string, AdjudicationRule['when'], Partial<ProfessionalClaim>]>([
    ['member', { memberIds: ['NWH204817733'] }, {}],
    ['procedure', { procedures: ['99213'] }, {}],
    ['diagnosis', { diagnosisPrefixes: ['I1'] }, {}],
    ['frequency', { frequencies: ['1'] }, {}],
    ['missing authorization', { lacks: 'prior-authorization' }, {}],
    ['missing referrer', { lacks: 'referring-provider' }, {}],
    ['missing modifier', { lacksModifier: '25' }, {}],
    ['filing limit', { filedAfterDays: 5 }, {}],
    ['no appeal', { appealed: false }, {}],
  ])('apply by %s', (_, when, change) => {
    expect(firstDecision(officeOf(denyLine(when)), claimWith(change))).toMatchObject({ 'CO-50': 13800 });
  });

  it.each<[string, AdjudicationRule['when'], Partial<ProfessionalClaim>]>([
    ['member', { memberIds: ['NWH999999999'] }, {}],
    ['procedure', { procedures: ['99214'] }, {}],
    ['diagnosis', { diagnosisPrefixes: ['E11'] }, {}],
    ['frequency', { frequencies: ['7'] }, {}],
    ['missing authorization', { lacks: 'prior-authorization' }, { priorAuthorization: 'PA-1' }],
    ['missing referrer', { lacks: 'referring-provider' }, { referringProvider: referring }],
    ['filing limit', { filedAfterDays: 6 }, {}],
    ['appeal', { appealed: true }, {}],
  ])('spare another %s', (_, when, change) => {
    expect(firstDecision(officeOf(denyLine(when)), claimWith(change))).toEqual({ status: '1', paid: 13800 });
  });
});

const amount = (most: number): fc.Arbitrary<Cents> => fc.integer({ min: 0, max: most }).map(cents);

type RandomLine = { charge: Cents; units: number; paid: Cents; patient: number; denied: boolean };

const randomLine = fc.record<RandomLine>({
  charge: fc.integer({ min: 1, max: 500_000 }).map(cents),
  units: fc.integer({ min: 1, max: 9 }),
  paid: amount(500_000),
  patient: fc.integer({ min: 0, max: 100 }),
  denied: fc.boolean(),
});

/** What a payer before this one decided: never more paid than charged, the rest split in two. */
const priorOf = ({ charge, paid, patient }: RandomLine): { paid: Cents; adjustments: ListedAdjustment[] } => {
  const payment = Math.min(charge, paid);
  const owed = Math.round(((charge - payment) * patient) / 100);
  return {
    paid: cents(payment),
    adjustments: [
      { group: 'PR', reason: '2', amount: cents(owed) },
      { group: 'CO', reason: '45', amount: cents(charge - payment - owed) },
    ].filter((one) => one.amount !== 0),
  };
};

const otherPayer = (lines: readonly RandomLine[], byLine: boolean): OtherPayer => ({
  responsibility: 'P',
  relationship: '18',
  claimFilingIndicator: 'CI',
  adjustments: byLine ? undefined : adjustmentSegments(lines.flatMap((line) => priorOf(line).adjustments)),
  paid: sum(lines.map((line) => priorOf(line).paid)),
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { entityType: '1', name: 'Brennan', firstName: 'Walter', idQualifier: 'MI', id: 'OTHER1' },
  payer: {
    entityType: '2',
    name: 'Other Plan',
    idQualifier: 'PI',
    id: 'other',
    adjudicationDate: byLine ? undefined : '2026-11-18',
  },
});

type Prior = 'none' | 'line' | 'claim';

const serviceLine = (line: RandomLine, index: number, prior: Prior): ProfessionalServiceLine => {
  const procedure = { qualifier: 'HC', procedure: line.denied ? '93000' : '99213' };
  const { paid, adjustments } = priorOf(line);
  return {
    lineNumber: index + 1,
    procedure,
    charge: line.charge,
    unitBasis: 'UN',
    units: line.units,
    diagnosisPointers: [1],
    servicePeriod: { from: '2026-11-14' },
    lineControlNumber: String(index + 1),
    adjudications:
      prior === 'line'
        ? [
            {
              payerId: 'other',
              paid,
              procedure,
              units: line.units,
              adjustments: adjustmentSegments(adjustments),
              adjudicationDate: '2026-11-18',
            },
          ]
        : undefined,
  };
};

const randomClaim = (randomLines: readonly RandomLine[], prior: Prior): BilledClaim => {
  const billed = claimWith({
    totalCharge: sum(randomLines.map(({ charge }) => charge)),
    otherPayers: prior === 'none' ? undefined : [otherPayer(randomLines, prior === 'line')],
    lines: randomLines.map((line, index) => serviceLine(line, index, prior)),
  });
  return withCoverage(billed, { responsibility: prior === 'none' ? 'P' : 'S' });
};

describe('an 835', () => {
  it('balances at every level and never pays more than is left, whatever the claim and the plan', () => {
    fc.assert(
      fc.property(
        fc.array(randomLine, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('none' as const, 'line' as const, 'claim' as const),
        fc.record({
          copay: amount(10_000),
          deductiblePerClaim: amount(300_000),
          coinsurancePercent: fc.nat(100),
        }),
        fc.record({ allowedPercentOfCharge: fc.nat(100), later: fc.nat(100) }),
        (lines, prior, plan, { allowedPercentOfCharge, later }) => {
          const office = officeOf({
            allowedPercentOfCharge,
            members: [memberWith(plan)],
            rules: [
              {
                name: 'denied',
                when: { procedures: ['93000'] },
                result: { kind: 'deny-line', group: 'CO', reason: '50' },
              },
              { name: 'revised', when: {}, result: { kind: 'revise', afterDays: 5, allowedPercent: later } },
            ],
          });
          const claim = randomClaim(lines, prior);
          const remittances = remittancesOf(sendClaims(office, 0, claim));
          const decisions = remittances.flatMap(claimsOf);
          expect(decisions.map(({ statusCode }) => statusCode)).toEqual(
            prior === 'none' ? ['1', '22', '1'] : ['2', '22', '2'],
          );
          const settled = prior === 'none' ? 0 : sum(lines.map((line) => priorOf(line).paid));
          for (const { paid, statusCode } of decisions) {
            if (statusCode !== '22') expect(paid).toBeGreaterThanOrEqual(0);
            expect(paid + settled).toBeLessThanOrEqual(claim.claim.totalCharge);
          }
          expect(remittances.every(({ paid }) => paid >= 0)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
