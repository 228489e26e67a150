import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CalendarDate } from '../../functions/domain/calendar.ts';
import { Address } from '../../functions/domain/party.ts';
import { MoneyInCents } from '../../functions/domain/practice.ts';
import { zero } from '../../functions/edi/money.ts';

const Percent = z.int().min(0).max(100);

/**
 * A person insured by the payer. The deductible counts afresh for each claim, unlike a real plan's, so that a
 * sample ends alike however often it is run.
 */
export const Member = z.strictObject({
  memberId: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  dateOfBirth: CalendarDate,
  activeFrom: CalendarDate,
  activeTo: CalendarDate.optional(),
  deductiblePerClaim: MoneyInCents.default(zero),
  copay: MoneyInCents.default(zero),
  coinsurancePercent: Percent.default(0),
});
export type Member = z.infer<typeof Member>;

/** When a rule applies: every condition named must hold; a rule without conditions always applies. */
export const Condition = z.strictObject({
  memberIds: z.array(z.string()).optional(),
  procedures: z.array(z.string()).optional(),
  diagnosisPrefixes: z.array(z.string()).optional(),
  frequencies: z.array(z.string()).optional(),
  lacks: z.enum(['prior-authorization', 'referring-provider']).optional(),
  lacksModifier: z.string().optional(),
  filedAfterDays: z.int().min(1).optional().describe('days from the service to the receipt of the claim'),
  appealed: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

const Refusal = {
  group: z.enum(['CO', 'OA', 'PI', 'PR']),
  reason: z.string().describe('CARC'),
  remarks: z.array(z.string()).default([]).describe('RARC of the lines, LQ*HE'),
};

export const Consequence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('deny-line'), ...Refusal }),
  z.strictObject({
    kind: z.literal('deny-claim'),
    ...Refusal,
    claimRemarks: z.array(z.string()).default([]).describe('RARC of the claim, MOA'),
  }),
  z.strictObject({
    kind: z.literal('hold'),
    remitDaysAfterInquiry: z.number().positive().describe('nothing is decided until somebody asks by 276'),
  }),
  z.strictObject({
    kind: z.literal('revise'),
    afterDays: z.number().positive().describe('days from the first remittance to its reversal'),
    allowedPercent: Percent.describe('of what was allowed first'),
  }),
  z.strictObject({
    kind: z.literal('refuse'),
    category: z.string().describe('of the 277CA, by which the front end refuses the claim'),
    status: z.string(),
    entity: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('ignore').describe('the payer says nothing of it, neither by itself nor when asked'),
  }),
  z.strictObject({
    kind: z.literal('split').describe('each decision is told in two, of the first line and of the others'),
  }),
  z.strictObject({
    kind: z.literal('interest'),
    amount: MoneyInCents.describe('paid beside the claim for paying it late (PLB L6)'),
  }),
  z.strictObject({
    kind: z.literal('take-back'),
    afterDays: z.number().positive().describe('days from the first remittance to the recovery'),
    percent: Percent.describe('of what was paid, taken beside the claims (PLB WO)'),
  }),
  z.strictObject({
    kind: z.literal('forward'),
    afterDays: z.number().positive().describe('days from this remittance to that of the next payer'),
  }),
]);
export type Consequence = z.infer<typeof Consequence>;

/** One edit of the payer's adjudication; of several that apply to a line, the first counts. */
export const AdjudicationRule = z.strictObject({ name: z.string(), when: Condition, result: Consequence });
export type AdjudicationRule = z.infer<typeof AdjudicationRule>;

const AnswerDays = z.strictObject({
  syntax: z.number().default(0.05).describe('999 and TA1'),
  eligibility: z.number().default(0.02).describe('271'),
  acknowledgement: z.number().default(1).describe('277CA'),
  status: z.number().default(0.5).describe('277'),
  remittance: z.number().default(10).describe('835'),
  appeal: z.number().default(10).describe('835 after an appeal letter'),
});

/** How one simulated payer answers; every figure of it is invented. */
export const PayerRules = z.strictObject({
  payerId: z.string(),
  name: z.string(),
  taxId: z.string().regex(/^\d{9}$/),
  address: Address,
  phone: z.string().regex(/^\d{10}$/),
  controlNumberPrefix: z.string().regex(/^[A-Z]{2}$/),
  answerDays: AnswerDays.prefault({}),
  refusedCharacters: z
    .string()
    .default('')
    .describe("of X12 appendix B's extended set, which a translator takes only by agreement"),
  unknownMemberReason: z.enum(['75', '42']).default('75').describe('AAA03: not found, or unable to respond'),
  members: z.array(Member),
  allowedPerUnit: z.record(z.string(), MoneyInCents).default({}),
  allowedPercentOfCharge: Percent.describe('for procedures without an amount of their own'),
  rules: z.array(AdjudicationRule).default([]),
});
export type PayerRules = z.infer<typeof PayerRules>;

export type PayerDirectory = ReadonlyMap<string, PayerRules>;

export const directoryOf = (payers: readonly PayerRules[]): PayerDirectory =>
  new Map(payers.map((payer) => [payer.payerId, payer]));

/** Reads the rules of all payers of a folder. Throws when one of its JSON files is not a payer's rules. */
export const loadPayerRules = async (folder: string): Promise<PayerDirectory> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return directoryOf(texts.map((text) => PayerRules.parse(JSON.parse(text))));
};

export const memberOf = (payer: PayerRules, memberId: string | undefined): Member | undefined =>
  payer.members.find((member) => member.memberId === memberId);
