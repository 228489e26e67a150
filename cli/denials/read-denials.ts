import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CalendarDate } from '../../functions/domain/calendar.ts';
import { checkJson } from '../../functions/domain/check-input.ts';
import { Adjudication, type Claim } from '../../functions/domain/claim.ts';
import { ReasonCode } from '../../functions/domain/denials/routing-rule.ts';
import { AdjustmentGroup } from '../../functions/domain/ledger/class-rule.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { trialClaim } from '../remittance/trial-claims.ts';

const DeniedLine = z.strictObject({
  procedure: z.string(),
  paid: z.int().min(0).default(0),
  adjustments: z
    .array(z.strictObject({ group: AdjustmentGroup, reason: ReasonCode, amount: z.int() }))
    .default([]),
  remarks: z.array(z.string()).default([]),
});

/** One decision of a payer: what it paid and adjusted of each line, in cents; a charge is all of that together. */
const Denied = z.strictObject({
  claimId: z.string().min(1),
  payerId: z.string(),
  paymentDate: CalendarDate,
  nextPayerIds: z.array(z.string()).default([]),
  remarks: z.array(z.string()).default([]),
  lines: z.array(DeniedLine).min(1).max(50),
});
type Denied = z.infer<typeof Denied>;

const chargeOf = ({ paid, adjustments }: z.infer<typeof DeniedLine>): number =>
  adjustments.reduce((total, { amount }) => total + amount, paid);

const sumOf = (amounts: readonly number[]): number => amounts.reduce((one, other) => one + other, 0);

const toClaim = (denied: Denied, payers: readonly Payer[]): Claim => {
  const { claimId, payerId, paymentDate, nextPayerIds, remarks } = denied;
  const lines = denied.lines.map((line, at) => ({ ...line, lineNumber: at + 1, charge: chargeOf(line) }));
  const decision = Adjudication.parse({
    ...{ adjudicationId: `${claimId}/1`, submissionNumber: 1, claimStatusCode: '1', remarks, lines },
    charge: sumOf(lines.map(({ charge }) => charge)),
    paid: sumOf(lines.map(({ paid }) => paid)),
    ...{ adjustments: [], paymentDate, traceNumber: claimId },
  });
  const billed = lines.map(({ lineNumber, procedure, charge }) => ({ lineNumber, procedure, charge }));
  const claim = trialClaim({ claimId, payerId, nextPayerIds, lines: billed }, payers);
  return { ...claim, status: 'adjudicated', adjudications: [decision] };
};

const readJson = <S extends z.ZodType>(file: string, schema: S): z.output<S> => {
  const read = checkJson(schema, readFileSync(file, 'utf8'));
  if (read.success) return read.data;
  throw new Error(read.findings.map(({ path, detail }) => `${file}: ${path}: ${detail}`).join('\n'));
};

export const readPayers = (file: string): readonly Payer[] => readJson(file, z.array(Payer));

/** Reads files of denials as claims on which they stand; throws with what is wrong where. */
export const readDenials = (files: readonly string[], payers: readonly Payer[]): readonly Claim[] =>
  files.flatMap((file) => readJson(file, z.array(Denied)).map((denied) => toClaim(denied, payers)));
