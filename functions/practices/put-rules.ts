import type { Actor } from '../domain/actor.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import { checkRules } from '../domain/rules/check-rules.ts';
import { isSame } from '../domain/rules/net-change.ts';
import type { RuleSet } from '../domain/rules/practice-rule.ts';
import type { KnownOfPractice } from '../domain/rules/property-values.ts';
import { BillingError } from '../runtime/errors.ts';

export type PutRulesEffects = {
  readonly rulesInForce: (practiceId: string) => Promise<RuleSet | undefined>;
  readonly addRuleSet: (ruleSet: RuleSet) => Promise<boolean>;
};

/** Rules that somebody enters for a practice. */
export type RulesToPut = {
  readonly practice: Practice;
  readonly payers: readonly Pick<Payer, 'payerId'>[];
  readonly written: unknown;
  readonly note: string;
  readonly by: Actor;
};

/** What rules of a practice are held against. */
export const knownOf = (
  { providers, locations }: Practice,
  payers: readonly Pick<Payer, 'payerId'>[],
): KnownOfPractice => ({
  payerIds: payers.map(({ payerId }) => payerId),
  providerNpis: providers.map(({ npi }) => npi),
  locationIds: locations.map(({ locationId }) => locationId),
});

/** The version that is in force then, and what of it somebody should look at. */
export type PutRules = { readonly ruleSet: RuleSet; readonly notes: readonly Finding[] };

/** People who enter rules at the same moment are few. */
const attempts = 5;

/**
 * Enters rules as the practice's next version, which is in force from then on; those before it stay. The same rules again
 * are the version that is in force.
 */
export const putRules = async (
  { practice, payers, written, note, by }: RulesToPut,
  now: Date,
  { rulesInForce, addRuleSet }: PutRulesEffects,
): Promise<Checked<PutRules>> => {
  const { practiceId } = practice;
  const checked = checkRules(written, knownOf(practice, payers));
  if (!checked.success) return checked;
  const { rules, notes } = checked.data;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await rulesInForce(practiceId);
    if (before && isSame(before.rules, rules)) return { success: true, data: { ruleSet: before, notes } };
    const version = (before?.version ?? 0) + 1;
    const ruleSet = { practiceId, version, rules: [...rules], note, by, at: now.toISOString() };
    if (await addRuleSet(ruleSet)) return { success: true, data: { ruleSet, notes } };
  }
  throw new BillingError(
    'ConcurrentChange',
    `The rules of ${practiceId} kept changing while they were written`,
  );
};
