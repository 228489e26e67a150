import type { Checked, Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { WrittenVersion } from '../domain/practice/version.ts';
import type { Practice } from '../domain/practice.ts';
import { checkRules } from '../domain/rules/check-rules.ts';
import type { RuleSet } from '../domain/rules/practice-rule.ts';
import type { KnownOfPractice } from '../domain/rules/property-values.ts';
import { putVersion } from './put-version.ts';

export type PutRulesEffects = {
  readonly rulesInForce: (practiceId: string) => Promise<RuleSet | undefined>;
  readonly addRuleSet: (ruleSet: RuleSet) => Promise<boolean>;
};

/** Rules that somebody enters for a practice. */
export type RulesToPut = WrittenVersion & {
  readonly practice: Practice;
  readonly payers: readonly Pick<Payer, 'payerId'>[];
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

/** Checks rules and enters them as the practice's next version. */
export const putRules = async (
  { practice, payers, written, note, by, madeOf }: RulesToPut,
  now: Date,
  { rulesInForce, addRuleSet }: PutRulesEffects,
): Promise<Checked<PutRules>> => {
  const checked = checkRules(written, knownOf(practice, payers));
  if (!checked.success) return checked;
  const { rules, notes } = checked.data;
  const put = await putVersion(
    { practiceId: practice.practiceId, rules: [...rules], note, by, at: now.toISOString(), madeOf },
    { inForce: rulesInForce, add: addRuleSet },
  );
  return put.success ? { success: true, data: { ruleSet: put.data, notes } } : put;
};
