import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { AdjustmentGroup } from '../ledger/class-rule.ts';
import { RuleId, RuleNote, versionOf } from '../practice/version.ts';
import { Desk } from '../practice.ts';

/** What a table may offer for a denial; the rest of what can be decided about a claim follows from the claim. */
export const RoutedAction = z.enum(
  ['resubmit', 'appeal', 'bill-next-payer', 'bill-patient', 'write-off', 'keep-waiting'],
  'Write resubmit, appeal, bill-next-payer, bill-patient, write-off or keep-waiting',
);
export type RoutedAction = z.infer<typeof RoutedAction>;

/** A payer's reason: a CARC. */
export const ReasonCode = z.string().regex(/^(?:\d{1,3}|[A-Z]\d{1,2})$/, 'A reason is a CARC: 45, B10');

/** A code of services, or a range of them: 20610, 99202-99215. */
const Procedures = z
  .string()
  .regex(/^[A-Z0-9]{5}(?:-[A-Z0-9]{5})?$/, 'Write a code or two with a hyphen between: "99202-99215"');

const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).min(1).max(200).optional();

/** Which denials a rule is about: all that is said has to hold, of each list one entry; nothing said: all denials. */
export const RoutingCondition = z
  .strictObject({
    groups: listOf(AdjustmentGroup).describe('CAS01: who answers for it'),
    reasons: listOf(ReasonCode).describe('CARC'),
    remarks: listOf(z.string().regex(/^[A-Z]{1,2}\d{1,3}$/, 'A remark is a RARC: N54, MA130')).describe(
      'RARC of its line or of the claim',
    ),
    payers: listOf(z.string().min(1)).describe('payerId of the contract'),
    claimFilingIndicators: listOf(
      z.string().regex(/^[A-Z0-9]{2}$/, 'Write SBR09 of the contract: CI, MB, MC'),
    ).describe('the kind of payer (SBR09)'),
    amount: z
      .strictObject({ from: z.int().min(1).optional(), to: z.int().min(1).optional() })
      .refine(({ from = 1, to = from }) => from <= to, 'It ends before it begins')
      .optional()
      .describe('in cents, of what is disputed; both ends included'),
    procedures: listOf(Procedures).describe('of its line; of any line where the claim as a whole is denied'),
  })
  .readonly();
export type RoutingCondition = z.infer<typeof RoutingCondition>;

/** By when: business days in place of the desk's, or the earliest limit of the payer that is still open. */
export const RoutedTime = z.union(
  [z.literal('earliest-limit'), z.strictObject({ businessDays: z.int().min(1).max(90) })],
  'Write { "businessDays": 3 } or "earliest-limit"',
);
export type RoutedTime = z.infer<typeof RoutedTime>;

const advice = z.string().trim().min(3).max(400);
const actions = z.array(RoutedAction).min(1).max(6);

/** What a table answers with. */
export const Route = z.object({
  desk: Desk,
  actions: actions.describe('the recommended one first'),
  advice: advice.describe('what to do, for a biller'),
  due: RoutedTime.optional().describe('@default the days of the desk'),
  nextPayer: z.literal(false).optional().describe('false: it is not offered, though it could be'),
});
export type Route = z.infer<typeof Route>;

/** A rule of the house: a whole answer. */
export type HouseRule = {
  readonly ruleId: string;
  readonly when: RoutingCondition;
  readonly then: Route;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
};

/** A rule of a practice: what its answer does not say is the house's. */
export const RoutingRule = z
  .strictObject({
    ruleId: RuleId,
    note: RuleNote,
    when: RoutingCondition.optional(),
    // biome-ignore lint/suspicious/noThenProperty: an object with words is nothing that can be awaited
    then: z
      .strictObject({
        desk: Route.shape.desk.optional(),
        actions: actions.optional(),
        advice: advice.optional(),
        due: Route.shape.due,
        nextPayer: Route.shape.nextPayer,
      })
      .refine((then) => Object.keys(then).length > 0, 'Say what is done: desk, actions, advice, due'),
    from: CalendarDate.optional().describe('first date of payment (BPR16) that it is about'),
    to: CalendarDate.optional().describe('last date of payment that it is about'),
    active: z.boolean().default(true),
  })
  .refine(({ from = '', to = '9999-12-31' }) => from <= to, {
    message: 'It ends before it begins',
    path: ['to'],
  });
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Rules in the order in which they are asked: the first that fits answers. */
export const RoutingRules = z.array(RoutingRule).max(200);

/** All rules of a practice as somebody entered them: a version, which nobody changes; the highest is in force. */
export const RoutingSet = versionOf(RoutingRules);
export type RoutingSet = z.infer<typeof RoutingSet>;

/** What a task keeps of the tables that routed it, so that its reason can be told later. */
export const TaskRouting = z.object({
  house: z.string().describe('edition of the house’s table'),
  houseRule: z.string(),
  version: z.int().optional().describe('of the practice’s table, where it has one'),
  rule: z.string().optional().describe('of the practice, where one fitted'),
  due: RoutedTime.optional(),
});
export type TaskRouting = z.infer<typeof TaskRouting>;
