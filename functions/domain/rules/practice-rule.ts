import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { RuleId, RuleNote, versionOf } from '../practice/version.ts';
import { MendingDesk } from '../visit/edit-finding.ts';

/** What a condition compares with; which of them fits is the property's to say (`check-rules.ts`). */
const Value = z.union([z.string().min(1).max(200), z.number(), z.boolean()], {
  error: 'Write a text in quotation marks, a number, true or false',
});
export type Value = z.infer<typeof Value>;

/** From one to the other, both included: codes, dates and numbers; either end may be left open. */
const Range = z.union(
  [
    z.string().regex(/^[A-Z0-9.]+-[A-Z0-9.]+$/),
    z
      .strictObject({ from: Value.optional(), to: Value.optional() })
      .refine(({ from, to }) => from !== undefined || to !== undefined),
  ],
  {
    error:
      'Write two codes with a hyphen between, such as "99202-99215", or an object with from, to or both, such as { "from": 50000 }',
  },
);
export type Range = z.infer<typeof Range>;

const Values = z.array(Value).min(1).max(500);
const Holds = z.literal(true, 'Write true, or the opposite operator');

const tests = {
  is: Value.optional(),
  isNot: Value.optional(),
  oneOf: Values.optional(),
  notOneOf: Values.optional(),
  inRange: Range.optional(),
  notInRange: Range.optional(),
  startsWith: z.string().min(1).max(80).optional(),
  notStartsWith: z.string().min(1).max(80).optional(),
  present: Holds.optional(),
  absent: Holds.optional(),
};

/** How a property is compared. */
export const operators = Object.keys(tests) as readonly Operator[];
export type Operator = keyof typeof tests;

const combinators = ['all', 'any', 'none', 'count'] as const;

const given = (names: readonly string[], object: object): readonly string[] =>
  names.filter((name) => Reflect.get(object, name) !== undefined);

const Tests = z.object(tests);

/** One comparison of a property, or several conditions together; exactly one of them. */
export type Condition = z.infer<typeof Tests> & {
  path?: string | undefined;
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  none?: Condition[] | undefined;
  /** Of how many services it holds. */
  count?: Condition | undefined;
  atLeast?: number | undefined;
  atMost?: number | undefined;
};

const several: z.ZodType<Condition[] | undefined> = z.lazy(() =>
  z.array(Condition).min(1).max(50).optional(),
);

export const Condition: z.ZodType<Condition> = z
  .strictObject({
    path: z.string().min(1).max(120).optional(),
    ...tests,
    all: several.optional(),
    any: several.optional(),
    none: several.optional(),
    count: z.lazy(() => Condition).optional(),
    atLeast: z.int().min(0).max(300).optional(),
    atMost: z.int().min(0).max(300).optional(),
  })
  .superRefine((condition, context) => {
    const object = (message: string, path: readonly string[] = []) =>
      context.addIssue({ code: 'custom', message, path: [...path] });
    const kinds = given(['path', ...combinators], condition);
    if (kinds.length !== 1) object('Write one of path, all, any, none or count');
    const used = given(operators, condition);
    if (condition.path !== undefined && used.length !== 1)
      object(`Write one operator beside the path: ${operators.join(', ')}`);
    if (condition.path === undefined && used[0] !== undefined)
      object('An operator stands beside a path', [used[0]]);
    const bounds = given(['atLeast', 'atMost'], condition);
    if (condition.count !== undefined && bounds.length === 0) object('Write atLeast, atMost or both');
    if (condition.count === undefined && bounds[0] !== undefined)
      object('It stands beside count', [bounds[0]]);
  });
const words = z.string().trim().min(3).max(300);

/** What a rule does; exactly one of hold, warn, set, add and remove. */
export const Effect = z
  .strictObject({
    hold: words.optional().describe('what keeps the visit from being billed, and what to do about it'),
    warn: words.optional().describe('what somebody has to look at before it is billed'),
    desk: MendingDesk.optional().describe('who is told: a biller unless said'),
    set: z.string().optional(),
    to: z.unknown().optional(),
    copy: z.string().optional().describe('the property whose value is set'),
    add: z.string().optional(),
    remove: z.string().optional(),
    value: z.unknown().optional(),
  })
  .superRefine((effect, context) => {
    const object = (message: string, path: readonly string[] = []) =>
      context.addIssue({ code: 'custom', message, path: [...path] });
    const [kind, ...others] = given(['hold', 'warn', 'set', 'add', 'remove'], effect);
    if (kind === undefined || others.length > 0) {
      object('Write one of hold, warn, set, add or remove');
      return;
    }
    if (effect.desk !== undefined && kind !== 'hold' && kind !== 'warn')
      object('A desk is told of hold and warn alone', ['desk']);
    const sources = given(['to', 'copy'], effect);
    if (kind === 'set' && sources.length !== 1)
      object('Write to with the value, or copy with the property that has it');
    if (kind !== 'set' && sources[0] !== undefined) object('It belongs to set', [sources[0]]);
    if (kind === 'add' && effect.value === undefined) object('Write the value that is added', ['value']);
    if (effect.value !== undefined && kind !== 'add' && kind !== 'remove')
      object('It belongs to add and remove', ['value']);
  });
export type Effect = z.infer<typeof Effect>;

/** What the names of our own repairs begin with. */
export const repairPrefix = 'repair-';

/**
 * A rule of a practice for what it bills: when a visit is so, then hold it, warn of it, or bill it otherwise. What a
 * practice may say is checked when it is entered (`check-rules.ts`), not when it is read.
 */
export const PracticeRule = z
  .strictObject({
    ruleId: RuleId.refine(
      (id) => !id.startsWith(repairPrefix),
      `Names that begin with ${repairPrefix} are ours`,
    ),
    note: RuleNote,
    when: Condition.optional().describe('every visit unless said'),
    // biome-ignore lint/suspicious/noThenProperty: a list is nothing that can be awaited
    then: z.array(Effect).min(1).max(20),
    from: CalendarDate.optional().describe('first date of service that it is about'),
    to: CalendarDate.optional().describe('last date of service that it is about'),
    active: z.boolean().default(true),
  })
  .refine(({ from = '', to = '9999-12-31' }) => from <= to, {
    message: 'It ends before it begins',
    path: ['to'],
  });
export type PracticeRule = z.infer<typeof PracticeRule>;

/** Rules in the order in which they run. */
export const PracticeRules = z.array(PracticeRule).max(500);

/** All rules of a practice as somebody entered them: a version, which nobody changes; the highest is in force. */
export const RuleSet = versionOf(PracticeRules);
export type RuleSet = z.infer<typeof RuleSet>;

/** What the codes of findings of a practice's rules begin with. */
export const rulePrefix = 'practice-';

/** What the findings of a rule are called. */
export const findingCode = (ruleId: string): string => `${rulePrefix}${ruleId}`;
