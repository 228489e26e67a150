import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CalendarDate } from '../../functions/domain/calendar.ts';
import { Claim, unsentClaim } from '../../functions/domain/claim.ts';
import { checkClassRules } from '../../functions/domain/ledger/check-class-rules.ts';
import { ClassRule } from '../../functions/domain/ledger/class-rule.ts';
import { Responsibility } from '../../functions/domain/party.ts';
import { MoneyInCents } from '../../functions/domain/practice.ts';

const TrialPayer = z.object({
  payerId: z.string(),
  name: z.string(),
  partnerId: z.string().default('partner'),
});

const TrialClaim = z.object({
  claimId: z.string(),
  payerId: z.string(),
  encounterId: z.string().optional(),
  responsibility: Responsibility.default('P'),
  dateOfService: CalendarDate.default('2026-01-02'),
  patient: z
    .object({ lastName: z.string(), firstName: z.string(), memberId: z.string() })
    .partial()
    .default({}),
  lines: z
    .array(
      z.object({
        lineNumber: z.int().min(1),
        procedure: z.string(),
        modifiers: z.array(z.string()).default([]),
        charge: MoneyInCents,
      }),
    )
    .min(1),
  submissions: z
    .array(
      z.object({
        number: z.int().min(1),
        frequency: z.enum(['1', '7', '8']).default('1'),
        sentAt: z.string().optional(),
      }),
    )
    .default([{ number: 1, frequency: '1' }]),
  nextPayerIds: z.array(z.string()).default([]),
  payerControlNumber: z.string().optional(),
});
type TrialClaim = z.infer<typeof TrialClaim>;

/** What CLAIMS.json of `remittance try` holds: the practice, its payers and claims as far as money needs them. */
export const TrialClaims = z.object({
  practice: z.object({
    name: z.string(),
    npi: z.string(),
    taxId: z.string(),
    adjustmentClasses: z.array(ClassRule).default([]),
  }),
  payers: z.array(TrialPayer).min(1),
  claims: z.array(TrialClaim),
});
export type TrialClaims = z.infer<typeof TrialClaims>;

/** Whose claims all of a trial are. */
export const trialPractice = 'practice';

const address = { line1: '1 Main Street', city: 'Springfield', state: 'MA', postalCode: '011030000' };

const person = { dateOfBirth: '1980-01-01', gender: 'U', address } as const;

const laterPayers = ['S', 'T'] as const;

/** A claim as the product keeps it: what its file does not say is filled with what changes no money. */
export const trialClaim = (
  trial: z.input<typeof TrialClaim>,
  payers: readonly { readonly payerId: string; readonly name: string }[],
): Claim => toClaim(TrialClaim.parse(trial), payers);

const toClaim = (
  trial: TrialClaim,
  payers: readonly { readonly payerId: string; readonly name: string }[],
): Claim => {
  const { lastName = 'DOE', firstName = 'ALEX', memberId = 'M1' } = trial.patient;
  const coverage = { memberId, relationship: 'self' } as const;
  return Claim.parse({
    ...unsentClaim,
    practiceId: trialPractice,
    claimId: trial.claimId,
    encounterId: trial.encounterId ?? trial.claimId,
    patientId: 'P1',
    payerId: trial.payerId,
    responsibility: trial.responsibility,
    status: 'accepted',
    patient: { patientId: 'P1', lastName, firstName, ...person },
    coverage: { ...coverage, payerId: trial.payerId, responsibility: trial.responsibility },
    renderingProvider: { lastName: 'ROE', firstName: 'SAM', npi: '1999999984' },
    dateOfService: trial.dateOfService,
    placeOfService: '11',
    diagnoses: ['Z00.00'],
    lines: trial.lines.map((line) => ({ ...line, units: 1, diagnosisPointers: [1] })),
    submissions: trial.submissions.map((one) => ({
      ...one,
      sentAt: one.sentAt ?? `${trial.dateOfService}T12:00:00.000Z`,
    })),
    payerControlNumber: trial.payerControlNumber,
    priorPayers: [],
    nextPayers: trial.nextPayerIds.map((payerId, index) => ({
      coverage: { ...coverage, payerId, responsibility: laterPayers[index] ?? 'T' },
      payerName: payers.find((one) => one.payerId === payerId)?.name ?? payerId,
      claimFilingIndicator: 'CI',
    })),
    createdAt: `${trial.dateOfService}T12:00:00.000Z`,
  });
};

/** Reads CLAIMS.json; throws with what is wrong where. */
export const readTrialClaims = (file: string): { readonly trial: TrialClaims; readonly claims: Claim[] } => {
  const parsed = TrialClaims.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not usable:\n${z.prettifyError(parsed.error)}`);
  const trial = parsed.data;
  const refused = checkClassRules(
    trial.practice.adjustmentClasses,
    trial.payers.map(({ payerId }) => payerId),
  );
  if (refused.length > 0) {
    const wrong = refused.map(({ path, detail }) => `✖ practice.${path}: ${detail}`);
    throw new Error([`${file} is not usable:`, ...wrong].join('\n'));
  }
  return { trial, claims: trial.claims.map((claim) => toClaim(claim, trial.payers)) };
};
