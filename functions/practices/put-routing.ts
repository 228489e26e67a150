import { type CheckedRouting, checkRouting, type KnownOfRouting } from '../domain/denials/check-routing.ts';
import type { RoutingSet } from '../domain/denials/routing-rule.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { WrittenVersion } from '../domain/practice/version.ts';
import { putVersion } from './put-version.ts';

export type PutRoutingEffects = {
  readonly routingInForce: (practiceId: string) => Promise<RoutingSet | undefined>;
  readonly addRoutingSet: (routingSet: RoutingSet) => Promise<boolean>;
};

/** A table that somebody enters for a practice. */
export type RoutingToPut = WrittenVersion & {
  readonly practiceId: string;
  readonly known: Omit<KnownOfRouting, 'today'>;
};

/** The version that is in force then, and what of it somebody should look at. */
export type PutRouting = { readonly routingSet: RoutingSet; readonly notes: readonly Finding[] };

/** Checks a practice's table of where denials go and enters it as the next version. */
export const putRouting = async (
  { practiceId, written, known, note, by, madeOf }: RoutingToPut,
  now: Date,
  { routingInForce, addRoutingSet }: PutRoutingEffects,
): Promise<Checked<PutRouting>> => {
  const at = now.toISOString();
  const checked: Checked<CheckedRouting> = checkRouting(written, { ...known, today: at.slice(0, 10) });
  if (!checked.success) return checked;
  const { rules, notes } = checked.data;
  const put = await putVersion(
    { practiceId, rules: [...rules], note, by, at, madeOf },
    { inForce: routingInForce, add: addRoutingSet },
  );
  return put.success ? { success: true, data: { routingSet: put.data, notes } } : put;
};
