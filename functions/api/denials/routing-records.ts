import type { KnownOfRouting } from '../../domain/denials/check-routing.ts';
import type { DenialFigures } from '../../domain/denials/denial-figures.ts';
import type { RoutingRule, RoutingSet } from '../../domain/denials/routing-rule.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { WrittenVersion } from '../../domain/practice/version.ts';

/** The practice's own table of where denials go, and the numbers on them. */
export type DenialRecordsOfPractice = {
  readonly put: (
    practiceId: string,
    entered: WrittenVersion,
  ) => Promise<Checked<{ readonly routingSet: RoutingSet; readonly notes: readonly Finding[] }>>;
  /** What its rules are held against. */
  readonly known: (practiceId: string) => Promise<Omit<KnownOfRouting, 'today'>>;
  /** What a table would do to so many of the last denials, as it is shown. */
  readonly tryOn: (practiceId: string, rules: readonly RoutingRule[], past: number) => Promise<unknown>;
  readonly figures: (
    practiceId: string,
    span: { readonly from: string; readonly to: string },
  ) => Promise<DenialFigures>;
};
