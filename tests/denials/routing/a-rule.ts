import type { RoutingRule } from '../../../functions/domain/denials/routing-rule.ts';

/** A change of a rule that answers so. */
export const answering = <Answer extends object, Change extends object>(answer: Answer, change?: Change) => ({
  ...change,
  // biome-ignore lint/suspicious/noThenProperty: an object with words is nothing that can be awaited
  then: answer,
});

/** A rule of a practice as it is written: by default it gives bundling to the biller. */
export const aRoutingRule = (change: object = {}): object => ({
  ...{ ruleId: 'a-rule', note: 'Decided in March', when: { reasons: ['97'] } },
  ...answering({ desk: 'biller' }),
  ...change,
});

/** The same as it is kept. */
export const keptRule = (change: Partial<RoutingRule> = {}): RoutingRule => ({
  ...(aRoutingRule() as RoutingRule),
  active: true,
  ...change,
});
